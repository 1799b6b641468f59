"""Lets ``python -m reportgen`` stand in for the ``reportgen`` command."""

from reportgen.cli import main

if __name__ == "__main__":
    main()

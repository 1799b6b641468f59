"""The command line: the only room that prints, exits, and reads the clock, the environment or the current folder."""


def main() -> None:
    """Runs the ``reportgen`` command and ends the program with its exit status."""
    from reportgen.cli.app import run

    run()

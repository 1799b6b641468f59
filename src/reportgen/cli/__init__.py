"""The command line: the only room that prints, exits, and reads the clock, the environment or the current folder."""

import gc


def main() -> None:
    """Runs the ``reportgen`` command and ends the program with its exit status."""
    # A build makes many values and drops few, and so do imports: collecting garbage mid-way is a tenth of its time.
    gc.disable()
    from reportgen.cli.interruption import exit_on_interrupt

    exit_on_interrupt()
    from reportgen.cli.app import run

    run()

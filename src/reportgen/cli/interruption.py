"""Ctrl-C."""

import os
import signal
from types import FrameType


def exit_on_interrupt() -> None:
    """Has Ctrl-C end the program at once, with status 130.

    There is nothing to take back: what must not be left half done defers signals. An exception would be raised wherever
    the program happens to be, and where that is a callback, Python prints a stack trace that nobody can catch.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _exit)


def _exit(_number: int, _frame: FrameType | None) -> None:
    if os.isatty(2):  # below a line of progress
        os.write(2, b"\n")
    os._exit(130)

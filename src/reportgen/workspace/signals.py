"""Signals that end the program, kept waiting while files that belong together are written."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""By name, since no system has them all."""


@contextmanager
def deferred_signals() -> Iterator[Callable[[], None]]:
    """Keeps signals that would end the program waiting until the block is left; then the first takes effect.

    The block is given a function that raises ``KeyboardInterrupt`` if one has come: for where there is still nothing
    to finish. Signals that the program ignores stay ignored.
    """
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    def stop_if_received() -> None:
        if received:
            raise KeyboardInterrupt

    handlers = {number: signal.getsignal(number) for number in _ending_signals()}
    deferred = {number: each for number, each in handlers.items() if each not in (signal.SIG_IGN, None)}
    for number in deferred:
        signal.signal(number, note)
    try:
        yield stop_if_received
    finally:
        for number, handler in deferred.items():
            signal.signal(number, handler)
        if received:
            signal.raise_signal(received[0])


def _ending_signals() -> Iterator[int]:
    """The numbers of the signals; none outside the main thread, which alone can handle them."""
    if threading.current_thread() is threading.main_thread():
        yield from (getattr(signal, name) for name in _ENDING if hasattr(signal, name))

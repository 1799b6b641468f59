"""What takes long, said while it lasts, and how long it took."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Lock

_PATIENCE = 1.0
"""Seconds after which a command says what it does."""


class ProgressLine:
    """One line on a terminal, overwritten in place, which appears once the program has run for a second.

    A timer shows it in the midst of a stage that lasts; where standard error is no terminal there is nothing.
    """

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._doing = ""
        self._is_shown = False
        self._lock: Lock | None = None

    def show(self, doing: str) -> None:
        """Says what is done from now on."""
        if not sys.stderr.isatty():
            return
        waiting = _PATIENCE - (time.monotonic() - self._began)
        if self._lock is None:
            from threading import Lock, Timer

            self._lock = Lock()
            if waiting > 0:
                timer = Timer(waiting, self._appear)
                timer.daemon = True
                timer.start()
        with self._lock:
            self._doing = doing
            if waiting <= 0:
                self._draw()

    def clear(self) -> None:
        """Takes the line away, before anything else is printed; until the next stage there is none."""
        if self._lock is None:
            return
        with self._lock:
            self._doing = ""
            if self._is_shown:
                print("\r\x1b[K", end="", file=sys.stderr, flush=True)
                self._is_shown = False

    def _appear(self) -> None:
        assert self._lock is not None
        with self._lock:
            if self._doing:
                self._draw()

    def _draw(self) -> None:
        print(f"\r\x1b[K{self._doing}", end="", file=sys.stderr, flush=True)
        self._is_shown = True


class Times(Struct, frozen=True):
    """Seconds of each stage, and of all of them."""

    stages: dict[str, float]
    total: float


class StageTimes:
    """How long the stages of a build took; those of one name together."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self._began = self._last = time.perf_counter()
        self._stage = ""
        self._seconds: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """Ends the stage before, and begins and shows another."""
        self._end()
        self._stage = stage
        self._show(stage)

    def taken(self) -> Times:
        """Ends the last stage; how long each took."""
        self._end()
        return Times(self._seconds, self._last - self._began)

    def _end(self) -> None:
        now = time.perf_counter()
        if self._stage:
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now - self._last
        self._stage, self._last = "", now

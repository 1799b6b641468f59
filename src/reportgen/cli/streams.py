"""Standard streams that may be closed, full, or without a reader: none of these keeps a command from its work."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import cast


class _Guard(io.RawIOBase):
    """Passes bytes on as long as that can be done; ``failure`` is the first error of the system."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__()
        self._raw = raw
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """Always."""
        return True

    def fileno(self) -> int:
        """The descriptor behind it."""
        return self._raw.fileno()

    def isatty(self) -> bool:
        """Whether a person sees it."""
        return self._raw.isatty()

    def write(self, data: object) -> int:
        """Writes some bytes; all of them count as written once any could not be."""
        size = len(memoryview(data))  # type: ignore[arg-type]
        if self.failure is not None:
            return size
        try:
            while (written := self._raw.write(data)) is None:  # type: ignore[arg-type]
                _wait(self._raw)
        except OSError as failure:
            self.failure = failure
            return size
        return written


def guard_streams() -> None:
    """Puts guards before the streams, and the null device where there is none; odd characters are escaped.

    A file opened later would otherwise take the place of a closed stream. A console may lack characters (GBK has few
    rare Han).
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    for name, stream in (("stdout", sys.stdout), ("stderr", sys.stderr)):
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - no path, never closed
        elif isinstance(stream, io.TextIOWrapper):
            stream.flush()
            setattr(sys, name, _guarded(stream))


def unwritten() -> OSError | None:
    """Flushes the streams; why one of them did not take everything, None where a reader left of its own will."""
    failures = list(_failures())
    return next((each for each in failures if not isinstance(each, BrokenPipeError)), None)


def _failures() -> Iterator[OSError]:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
        guard = getattr(getattr(stream, "buffer", None), "raw", None)
        if isinstance(guard, _Guard) and guard.failure is not None:
            yield guard.failure


def _guarded(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    raw = cast("io.RawIOBase", getattr(stream.buffer, "raw", stream.buffer))  # the same under PYTHONUNBUFFERED
    return io.TextIOWrapper(
        io.BufferedWriter(_Guard(raw)),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _wait(raw: io.RawIOBase) -> None:
    """Waits until a stream that never blocks takes more."""
    import select

    select.select((), (raw,), ())

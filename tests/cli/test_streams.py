"""Standard streams that take little at a time, or nothing more."""

import errno
import io
import os
import select
import sys

import pytest

from reportgen.cli import streams
from reportgen.cli.streams import guard_streams, unwritten


class Raw(io.RawIOBase):
    """A stream that answers each write as given: a number of bytes, None for not now, or an error."""

    def __init__(self, *answers: int | OSError | None) -> None:
        super().__init__()
        self.answers = list(answers)
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int | None:
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, OSError):
            raise answer
        if answer is not None:
            self.taken += bytes(data)[:answer]  # type: ignore[call-overload]
        return answer


def guarded(raw: Raw) -> io.TextIOWrapper:
    """A text stream before it, as the program has them."""
    return streams._guarded(io.TextIOWrapper(io.BufferedWriter(raw), "utf-8"))


def test_a_stream_that_is_not_ready_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the system, not by asking again and again."""
    raw, waited = Raw(2, None, None, 4), list[object]()
    monkeypatch.setattr(select, "select", lambda *sets: waited.append(sets))
    stream = guarded(raw)
    stream.write("abcdef")
    stream.flush()
    assert raw.taken == b"abcdef"
    assert waited == [((), (raw,), ())] * 2


LEFT, FULL = BrokenPipeError(), OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize(
    ("out", "err", "why"),
    [
        (None, None, None),
        (LEFT, None, None),
        (LEFT, LEFT, None),
        (FULL, None, FULL),
        (LEFT, FULL, FULL),
        (None, FULL, FULL),
    ],
)
def test_a_reader_may_leave_but_a_full_disk_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, out: OSError | None, err: OSError | None, why: OSError | None
) -> None:
    for name, failure in (("stdout", out), ("stderr", err)):
        monkeypatch.setattr(sys, name, guarded(Raw(failure or 4)))
        getattr(sys, name).write("abcd")
    assert unwritten() is why


def test_after_the_first_failure_everything_counts_as_written() -> None:
    raw = Raw(FULL, LEFT)
    stream = guarded(raw)
    for text in ("abcd", "efgh"):
        stream.write(text)
        stream.flush()
    assert raw.answers == [LEFT]


def test_what_an_encoding_lacks_is_escaped_and_the_rest_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = io.BytesIO()
    old = [io.TextIOWrapper(taken, "gbk", line_buffering=each) for each in (False, True)]
    monkeypatch.setattr(sys, "stdout", old[0])
    monkeypatch.setattr(sys, "stderr", old[1])
    guard_streams()
    assert [each.line_buffering for each in (sys.stdout, sys.stderr)] == [False, True]
    sys.stdout.write("𬭎\n")
    assert taken.getvalue() == b""
    sys.stderr.write("国\n")
    assert taken.getvalue() == "国\n".encode("gbk")
    sys.stdout.flush()
    assert taken.getvalue() == "国\n".encode("gbk") + b"\\U0002cb4e\n"


def test_a_stream_that_is_missing_is_the_null_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a program without a console on Windows."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    guard_streams()
    assert [each.name for each in (sys.stdout, sys.stderr)] == [os.devnull] * 2
    print("nothing is shown")
    assert unwritten() is None
    sys.stdout.close()
    sys.stderr.close()

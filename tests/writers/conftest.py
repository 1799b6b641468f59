"""What the tests of writers have in common."""

import signal
import sys
from collections.abc import Iterator
from typing import Never

import pytest

_LONGEST = 120
"""Seconds; no test takes as long, unless its processes wait for one another."""


@pytest.fixture(autouse=True)
def _no_endless_waiting() -> Iterator[None]:
    """A test whose processes wait for one another fails, and does not hold up all others."""
    if sys.platform != "linux":
        yield
        return

    def give_up(*_: object) -> Never:
        raise AssertionError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)

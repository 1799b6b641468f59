"""No input makes the time of a command grow much faster than the input does."""

from pathlib import Path

import pytest

from tests.hostile.commands import run_limited
from tests.hostile.growing import KINDS, Kind, write_kind

SECONDS = 10
"""Of the processor: each kind takes about one; before it was bounded, it took minutes at its size."""

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.command[0]} {kind.name}")
def test_time_does_not_grow_much_faster_than_the_input(kind: Kind, tmp_path: Path) -> None:
    write_kind(kind, kind.size, tmp_path)
    outcome = run_limited(*kind.command, folder=tmp_path, seconds=600, processor=SECONDS)
    assert outcome.code in (0, 1), outcome.text[-1000:]

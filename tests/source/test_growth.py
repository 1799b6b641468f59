"""Time grows with a file, not with its square: only what hangs reaches these limits, many times what is usual."""

import time

import pytest

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.formatting import apply_fixes
from reportgen.report import names_in_reports
from reportgen.source import Source, parse
from tests.support import MINIMAL

_SECONDS = 20
_SIZE = 60_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "[],",
        "{a：b，}，",
        "“a”，",
        '"a", ',
        "，",
        "【】，",
        "｝",
        "“，",
        " #甲,",
        "甲】",
        "中,",
        "中\u200b",
        "中\u00a0 ",
        "- ",
    ],
)
@pytest.mark.parametrize("before", ["  items: [", "  items:\n    - ", "  items:\n- ", "  intro: "])
def test_a_piece_many_times_over_takes_no_time(piece: str, before: str) -> None:
    began = time.process_time()
    parse(Source("2025.yaml", f"{MINIMAL}{before}{piece * (_SIZE // len(piece))}\n"), names_in_reports())
    assert time.process_time() - began < _SECONDS


@pytest.mark.slow
def test_many_fixes_take_no_time() -> None:
    source = Source("2025.yaml", "中," * _SIZE)
    found = [
        Diagnostic("slip-comma", source.place(at, at + 1), edits=(Edit(at, at + 1, "，"),))
        for at in range(1, len(source.text), 2)
    ]
    began = time.process_time()
    assert apply_fixes(source, found, {"ime"}).text == "中，" * _SIZE
    assert time.process_time() - began < _SECONDS

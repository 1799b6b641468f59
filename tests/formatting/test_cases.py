"""Files as authors write them, and the form they get: ``before.yaml`` and ``after.yaml`` in the folders beside.

``make goldens`` renews what comes after.
"""

from pathlib import Path

import pytest

from reportgen.diagnostics import apply_edits, has_errors
from reportgen.formatting import format_text, same_meaning
from reportgen.report import Reading, read_report
from reportgen.source import Source, decode, parse
from tests.goldens import Goldens
from tests.support import ROOT

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/before.yaml"))


def _reading(content: bytes) -> tuple[Source, Reading]:
    source, found = decode("2025.yaml", content)
    assert source is not None
    root, parsed = parse(source)
    assert root is not None, parsed
    assert not has_errors(found + parsed)
    return source, read_report(root, 2025)


def _formatted(content: bytes) -> bytes:
    source, reading = _reading(content)
    return apply_edits(source.text, format_text(source, reading.root)).encode()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_file_gets_the_form_written_beside_it(case: Path, goldens: Goldens) -> None:
    content = (case / "before.yaml").read_bytes()
    formatted = _formatted(content)
    goldens.check({case / "after.yaml": formatted})
    assert _formatted(formatted) == formatted
    assert same_meaning(_reading(content)[1], _reading(formatted)[1])


def test_the_folders_are_found() -> None:
    assert len(CASES) >= 30


def test_the_real_report_has_its_form() -> None:
    content = (ROOT / "data" / "2025.yaml").read_bytes()
    assert _formatted(content) == content

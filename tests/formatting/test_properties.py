"""Whatever a report looks like, formatting changes no meaning, loses no comment, and is done once."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings

from reportgen.diagnostics import CODES, apply_edits
from reportgen.document import document_text
from reportgen.formatting import format_text, same_meaning
from tests.formatting.written import written_reports
from tests.support import Examined, examine

_COMMENT = re.compile("# 注[0-9]+: 甲 “乙”|# 头|# yaml-language-server: [^\r\n]*")


def _formatted(examined: Examined) -> str:
    assert examined.source is not None
    assert examined.root is not None
    return apply_edits(examined.source.text, format_text(examined.source, examined.root))


def _faults(examined: Examined) -> Counter[str]:
    """What keeps the file from being read; what is odd about a text may hang on how it lies in lines."""
    return Counter(code for code in examined.codes if CODES[code].fixed)


@pytest.mark.slow
@settings(max_examples=60)
@given(written_reports())
def test_a_formatted_report_is_the_same_report(text: str) -> None:
    before = examine(text)
    formatted = _formatted(before)
    after = examine(formatted)
    assert before.reading is not None
    assert after.reading is not None, formatted
    assert same_meaning(before.reading, after.reading), formatted
    assert _faults(before) == _faults(after)
    if before.document is not None:
        assert document_text(before.document) == document_text(after.composed)
    assert Counter(_COMMENT.findall(formatted)) == Counter(_COMMENT.findall(text))
    assert _formatted(after) == formatted
    assert not re.search(r"[ \t]$|\r|\n\n\n|\A\n|\n\n\Z", formatted, re.MULTILINE)

"""Texts as far as their file alone tells what they print, which is all that formatting may not change."""

import pytest

from reportgen.report.joints import printed
from reportgen.report.references import Emphasis, Reference


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("the\nPDF", "the PDF"),
        ("全年\n工作", "全年工作"),
        ("全年\nPDF", "全年PDF"),
        ("甲【【乙", "甲【乙"),
    ],
)
def test_what_stands_between_characters_is_what_it_prints(written: str, text: str) -> None:
    assert printed(written) == (text,)


def test_a_line_end_that_prints_nothing_is_nothing_between_marks() -> None:
    begins, ends = Emphasis(begins=True), Emphasis(begins=False)
    assert printed("**甲**\n**乙**") == (begins, "甲", ends, begins, "乙", ends)


def test_a_reference_is_the_same_however_it_is_spelt() -> None:
    before, reference, after = printed("征集\n【 提案 】\n件")
    assert (before, after) == ("征集", "件")
    assert isinstance(reference, Reference)
    assert (before, reference, after) == printed("征集【提案】件")

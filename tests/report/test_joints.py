"""Texts as far as their file alone tells what they print, which is all that formatting may not change."""

import pytest

from reportgen.report.joints import printed
from reportgen.report.references import Aspect, Emphasis, Reference, Unclosed


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


@pytest.mark.parametrize(
    ("written", "aspect"),
    [
        ("【丙】", Aspect.PRINTED),
        ("【 丙 】", Aspect.PRINTED),
        ("【丙：变化】", Aspect.CHANGE),
        ("【丙.change】", Aspect.CHANGE),
    ],
)
def test_a_reference_is_the_same_however_it_is_spelt_and_wherever_it_is(written: str, aspect: Aspect) -> None:
    reference = Reference("丙", aspect, "", spaced=False, start=0, end=0)
    assert printed(f"甲\n{written}\n乙") == ("甲", reference, "乙")


def test_unknown_aspects_of_metrics_are_reported_by_their_word() -> None:
    assert printed("【丙：别的】") == (Reference("丙", None, "别的", spaced=False, start=0, end=0),)


def test_a_bracket_that_is_not_closed_is_the_same_wherever_it_is() -> None:
    assert printed("甲【乙【") == ("甲", Unclosed(0, 0), "乙", Unclosed(0, 0))

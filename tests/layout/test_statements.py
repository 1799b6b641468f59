"""The reader of sentences about lines: what is true holds, what is false does not, what is strange is refused."""

import pytest

from tests.layout.statements import SetParagraph, UnreadError, holds, keeps_the_law, set_paragraph

TEXT = "“十四五”期间，编制GB/T 15834标准（试行）——降低11.6%；卡尔·马克思说：“好。”会议认为，共有2025年1400件……办结。"
JUSTIFIED = set_paragraph(TEXT, 9, 2, justified=True)


def paragraph(text: str, ems: float) -> SetParagraph:
    return set_paragraph(text, ems, 0, justified=True)


@pytest.mark.parametrize(
    "statement",
    [
        "no · at a line start",
        "· never starts a line",
        "no line starts with ；",
        "， and 。 do not begin a line",
        "（ is not left at the end of line 2",
        "no closing mark at a line start and no opening mark at a line end",
        "（ may not end it",
        "11.6% is never split and ； never starts a line",
        "2025, 1400 unbroken",
        "numbers are not split",
        "2025年 keeps its four digits together",
        "11.6%, 1400 and GB/T 15834 stay whole",
        "the dash is not broken",
        "—— keeps its full 2 em",
        "the ellipsis is 2 em wide",
        "nothing hangs",
        "no mark sticks out of the measure",
        "a Han-Latin gap inside the line, none at line start or end",
        "a quarter em gap between Han and digits",
        "“ is at a line start and trimmed",
        "； takes half an em at the line end",
        "line 1 starts with a trimmed “",
        "a break between ” and 会 is kept",
        "every line but the last is flush",
        "all lines end exactly at the edge",
        "the last line has at least two characters",
        "the last line is not stretched",
    ],
)
def test_what_is_true_holds(statement: str) -> None:
    assert holds(statement, JUSTIFIED)


@pytest.mark.parametrize(
    ("statement", "text", "ems"),
    [
        ("国 never starts a line", "国" * 20, 6),
        ("no line ends with 国", "国" * 20, 6),
        ("十二 is not split", "十二" * 9, 5),
        ("国国国 unbroken", "国" * 20, 6),
        ("· keeps its full 2 em", "卡尔·马克思", 9),
        ("the dash is 3 em wide", "国——国", 9),
        ("one line: 9 characters in 8 em", "国国国国国国国国国", 8),
        ("fits 8 em only because ， is trimmed", "国国，", 8),
        ("fits 3 em", "国国国国", 3),
        ("two lines", "国国国国", 8),
        ("full lines hold exactly 7", "国" * 20, 6),
        ("line 1 is stretched", "国" * 12, 6),
        ("line 1 holds 9 characters in 8 em only by squeezing ，", "国" * 14, 8),
        ("a break between 国 and ，", "国国，国", 6),
    ],
)
def test_what_is_false_does_not(statement: str, text: str, ems: float) -> None:
    assert not holds(statement, paragraph(text, ems))


@pytest.mark.parametrize("statement", ["the moon is round", "， is green", "line 2 is not squeezed"])
def test_what_no_check_reads_is_refused(statement: str) -> None:
    with pytest.raises(UnreadError, match="no check reads this sentence"):
        holds(statement, JUSTIFIED)


def test_the_law_is_kept_and_its_breach_is_seen() -> None:
    """What takes the place of a sentence that no check reads must itself be able to fail."""
    assert keeps_the_law(JUSTIFIED)
    assert not keeps_the_law(JUSTIFIED._replace(text=TEXT + "2026"))  # a number whole in no line
    assert not keeps_the_law(paragraph("，" * 30, 4))

"""What was changed where no field of a report is: contents, headers, charts, notes, pictures and hidden text."""

import pytest

from reportgen.manuscript import Look, Manuscript, Paragraph, Part, Span, Unread
from reportgen.manuscript.furniture_changes import furniture_hands


def typed(text: str, *, in_contents: bool = False, part: Part = Part.BODY) -> Paragraph:
    return Paragraph((Span(text, Look()),), in_contents=in_contents, part=part)


def header(text: str) -> Manuscript:
    return Manuscript((), furniture=(typed(text, part=Part.FURNITURE),))


def contents(*entries: str, heading: str = "一、工作") -> Manuscript:
    return Manuscript((*(typed(each, in_contents=True) for each in entries), typed(heading), typed("")))


def unread(*kinds: str) -> Manuscript:
    return Manuscript((), unread=tuple(Unread(kind, 0, "甲") for kind in kinds))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (header("工作报告 第 3 页"), header("工作报告 第 12 页"), []),
        (header("iv"), header("xii"), []),
        (header("工作报告"), header("工作总结"), ["header 工作总结"]),
        (header("工作报告"), header(" "), []),
        (contents("一、工作\t3"), contents("一、工作\t12"), []),
        (contents("一、工作\tii"), contents("一、工作\tiv"), []),
        (contents("一、工作\t3"), contents("一、劳动\t3"), ["contents 一、劳动"]),
        (contents("一、工作\t3"), contents("一、劳动\t3", heading="一、劳动"), []),  # the heading is compared as such
        (contents("一、工作\t3"), contents("一、劳动\t3", heading="劳动"), []),
        (Manuscript((), charts=(("件", "241.0"),)), Manuscript((), charts=(("件", "241"),)), []),
        (Manuscript((), charts=(("件", "241"),)), Manuscript((), charts=(("件", "242"),)), ["chart 件 242"]),
        (Manuscript(()), Manuscript((), notes=((typed("注"), typed(" ")),)), ["note 注"]),
        (unread("picture"), unread("picture"), []),
        (unread("picture"), unread("picture", "picture"), ["picture 甲"]),
        (unread("picture"), unread(), []),
        (unread(), unread("hidden", "object"), ["hidden 甲", "object 甲"]),
        (unread(), unread("text-box"), []),
    ],
)
def test_what_is_left_to_a_person(before: Manuscript, after: Manuscript, told: list[str]) -> None:
    assert [f"{hand.where[0]} {hand.text}" for hand in furniture_hands(before, after, ())] == told


def test_notes_that_are_compared_elsewhere_need_no_hand() -> None:
    note = typed("注")
    assert not list(furniture_hands(Manuscript(()), Manuscript((), notes=((note,),)), [note]))

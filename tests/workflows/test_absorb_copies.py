"""Copies of several readers: what two of them change differently is found before anything is written."""

import pytest

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.absorbed import Absorbed, AbsorbedChange, Hand, HandReason
from reportgen.workflows.absorb import _is_same, _rivals

INTRO: FieldPath = ("reviews", "intro")
VALUE: FieldPath = ("metrics", "提案", "value")


@pytest.mark.parametrize(
    ("conflict", "change", "same"),
    [
        ("reviews intro", "reviews intro", True),
        ("reviews intro", "reviews closing", False),
        ("metrics 提案", "metrics 提案 value", True),
        ("metrics 提案 value", "metrics 提案 value", True),
        ("metrics 提案", "metrics 提案 label", False),
        ("metrics 提案", "metrics 信息 value", False),
        ("glossary 提案", "glossary 提案 value", False),
        ("metrics", "metrics 提案 value", False),
    ],
)
def test_a_conflict_is_about_the_field_or_the_value_of_the_metric(conflict: str, change: str, same: bool) -> None:
    assert _is_same(tuple(conflict.split()), tuple(change.split())) == same


def copy(
    *changes: tuple[FieldPath, str], conflicts: tuple[tuple[FieldPath, str], ...] = (), **reason: HandReason
) -> Absorbed:
    """What was found in a copy, after those before it."""
    why = reason.get("reason", HandReason.CHANGED_ON_BOTH_SIDES)
    return Absorbed(
        "",
        tuple(AbsorbedChange(path, "旧", new) for path, new in changes),
        tuple(Hand(path, why, text) for path, text in conflicts),
    )


@pytest.mark.parametrize(
    ("second", "third", "rivals"),
    [
        (copy((VALUE, "547")), copy(), {}),
        (copy(conflicts=((INTRO, "旧→乙"),)), copy(), {INTRO: ["甲.docx：甲", "乙.docx：乙"]}),
        (
            copy(conflicts=((INTRO, "旧→甲→乙"),)),
            copy(conflicts=((INTRO, "旧→丙"),)),
            {INTRO: ["甲.docx：甲", "乙.docx：乙", "丙.docx：丙"]},
        ),
        (copy(conflicts=((INTRO, "乙"),), reason=HandReason.NUMBER), copy(), {}),
        (copy(conflicts=((("reviews", "closing"), "乙"),)), copy(), {}),
        (
            copy((VALUE, "547")),
            copy(conflicts=((("metrics", "提案"), "546→548"),)),
            {VALUE: ["乙.docx：547", "丙.docx：548"]},
        ),
    ],
)
def test_what_copies_change_differently_is_told_with_their_names(
    second: Absorbed, third: Absorbed, rivals: dict[FieldPath, list[str]]
) -> None:
    """A copy that comes first has no rivals: a conflict of its own is with the file."""
    first = copy((INTRO, "甲"), conflicts=((INTRO, "旧→己"),))
    assert _rivals((("甲.docx", first), ("乙.docx", second), ("丙.docx", third))) == rivals

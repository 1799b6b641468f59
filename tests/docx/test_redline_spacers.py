"""What is in a redline for LibreOffice alone: paragraphs that Word drops, and properties that it rejects."""

from xml.etree import ElementTree

import pytest

from tests.docx.reading import WORD, attribute, part, style_of
from tests.docx.test_redline import REPORT, TASKS, assert_round_trip

pytestmark = pytest.mark.slow

LOW = {"before": "0", "after": "0", "line": "14", "lineRule": "exact"}


SECOND = "    - {title: 二事, lead: 说明。, items: [乙]}\n"
BESIDE = "metrics: {甲: {label: 提案, value: 437, unit: 件, history: {2024: 420}}}\n"


def outline(data: bytes) -> list[str]:
    """The blocks of a body: the style of a paragraph, what becomes of its mark, whether it had been a low one."""
    found = []
    for block in part(data).findall(f"{WORD}body/*"):
        marks = [each.tag.removeprefix(WORD) for each in block.findall(f"{WORD}pPr/{WORD}rPr/*")]
        before = block.find(f"{WORD}pPr/{WORD}pPrChange/{WORD}pPr")
        name = "table" if block.tag == f"{WORD}tbl" else style_of(block) or "low" * is_low(block.find(f"{WORD}pPr"))
        found.append(" ".join([name, *marks, *(["was low"] if is_low(before) else [])]))
    return found


def is_low(properties: ElementTree.Element | None) -> bool:
    """Whether properties are those of a paragraph as low as Word allows."""
    spacing = properties.find(f"{WORD}spacing") if properties is not None else None
    return spacing is not None and [attribute(spacing, name) for name in LOW] == list(LOW.values())


def test_what_goes_before_a_table_leaves_nothing_that_is_seen() -> None:
    """LibreOffice leaves one paragraph: on reject with the properties of the first, on accept with those behind."""
    first, both = REPORT + TASKS.replace(TASKS[TASKS.index("    - {title: 二事") :], ""), REPORT + TASKS
    both = both.replace("    - {title: 二事, items: [乙]}\n", SECOND)
    came = outline(assert_round_trip(first, both, "plenary").data)
    start = came.index("TaskTitle ins was low")
    assert came[start : start + 3] == ["TaskTitle ins was low", "TaskLead ins", "table"]
    went = outline(assert_round_trip(both, first, "plenary").data)
    start = went.index("TaskTitle del")
    assert went[start : start + 4] == ["TaskTitle del", "TaskLead del", "low ins del", "table"]
    assert [each for each in outline(assert_round_trip(both, both, "plenary").data) if "low" in each] == []


def test_changes_behind_a_frame_have_a_paragraph_between() -> None:
    """It is not hidden: LibreOffice would hide the frame with it."""
    old = f"{REPORT}{BESIDE}".replace("改造五处", "办理【甲】")
    found = outline(assert_round_trip(old, old.replace("办理【甲】", "都办理【甲】"), "plenary").data)
    start = found.index("SideLabel")
    assert found[start : start + 5] == ["SideLabel", "SideFigure", "SideChange", "low ins del", "ReportItem"]
    other = outline(assert_round_trip(old, old.replace("书屋六处", "书屋七处"), "plenary").data)
    assert "low ins del" not in other

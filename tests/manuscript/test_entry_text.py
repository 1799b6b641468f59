"""Entries and fields put into the text of a report file, moved there, and taken out of it."""

from collections.abc import Sequence

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.manuscript.entry_text import (
    ListChild,
    NewEntry,
    field_after,
    list_edit,
    new_field,
    passage_text,
    without_field,
)
from reportgen.source import Mapping, Node, find
from reportgen.source import Sequence as ListNode
from tests.support import nodes

PLAIN = NewEntry((("title", "新"),))
WITH_TEXT = NewEntry((("title", "新"), ("text", "|-\n      一\n\n      二")))
WITH_ITEMS = NewEntry((("title", "新"),), items=(PLAIN, NewEntry((("title", "旧"),), short=False)))

LISTS: list[tuple[str, Sequence[int | ListChild], str]] = [
    ("a:\n  - 甲\n  - 乙\n", [1, 0], "a:\n  - 乙\n  - 甲\n"),
    ("a:\n  - 甲\n  - 乙\nb: 1\n", [0, PLAIN, 1], "a:\n  - 甲\n  - 新\n  - 乙\nb: 1\n"),
    ("a:\n  - 甲\n  - 乙\nb: 1\n", [1], "a:\n  - 乙\nb: 1\n"),
    ("a:\n  - 甲\n  - 乙", [1, 0], "a:\n  - 乙\n  - 甲"),
    ("a:\n  - 甲\n\n  - 乙\n", [1, 0], "a:\n  - 乙\n\n  - 甲\n"),
    (
        "a:\n  # 说明甲\n  # 又一行\n  - 甲  # 尾\n  - 乙\n",
        [1, 0],
        "a:\n  - 乙\n  # 说明甲\n  # 又一行\n  - 甲  # 尾\n",
    ),
    ("a:\r\n  - 甲\r\n  - 乙\r\n", [1, 0], "a:\r\n  - 乙\r\n  - 甲\r\n"),
    ("a:\n- 甲\n- 乙\n", [WITH_TEXT, 0], "a:\n- title: 新\n  text: |-\n    一\n\n    二\n- 甲\n"),
    ("a:\n  - 甲\n", [0, WITH_ITEMS], "a:\n  - 甲\n  - title: 新\n    items:\n      - 新\n      - title: 旧\n"),
    ("a: [甲, '乙', {title: 丙}]\n", [2, 1, 0], "a: [{title: 丙}, '乙', 甲]\n"),
    ("a: [甲]\n", [0, PLAIN], "a: [甲, 新]\n"),
    ("a: [甲]\n", [NewEntry((("title", "新"), ("text", "文"))), 0], "a: [{title: 新, text: 文}, 甲]\n"),
    ("a: [甲]\n", [NewEntry((("title", "新"),), short=False)], "a: [{title: 新}]\n"),
    ("a: [甲]\n", [0, WITH_ITEMS], "a: \n  - 甲\n  - title: 新\n    items:\n      - 新\n      - title: 旧\n"),
]


@pytest.mark.parametrize(("before", "children", "after"), LISTS)
def test_a_list_with_other_entries(before: str, children: Sequence[int | ListChild], after: str) -> None:
    """Numbers are entries that are there; comments go with the entry below them."""
    listed = find(nodes(before), ("a",))
    assert isinstance(listed, ListNode)
    entries = [listed.items[each] if isinstance(each, int) else each for each in children]
    assert apply_edits(before, [list_edit(listed, entries, ())]) == after


DEEPER = """\
a:
  - 甲
b:
      - title: 乙  # 说
        # 甲说

        text: >-
            一行。

            又一行。
"""


AS_SHALLOW = """\
a:
  - 甲
  - title: 乙  # 说
    # 甲说

    text: >-
        一行。

        又一行。
"""


@pytest.mark.parametrize(
    ("name", "other", "moved"), [("a", "b", AS_SHALLOW), ("b", "a", DEEPER.partition("b:")[2] + "      - 甲\n")]
)
def test_an_entry_of_another_list_is_indented_as_its_new_neighbours(name: str, other: str, moved: str) -> None:
    """With all its lines, each as far as it was from its dash; empty ones stay empty."""
    root = nodes(DEEPER)
    listed, from_there = find(root, (name,)), find(root, (other,))
    assert isinstance(listed, ListNode)
    assert isinstance(from_there, ListNode)
    changed = apply_edits(DEEPER, [list_edit(listed, (*listed.items, *from_there.items), ())])
    assert moved in changed


def first_entry(text: str) -> Node:
    entry = find(nodes(text), ("a", 0))
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("before", "texts", "after"),
    [
        ("a:\n  - title: 甲\n    id: x\n", ["文"], "a:\n  - title: 甲\n    text: 文\n    id: x\n"),
        ("a:\n  - title: 甲  # 说\n", ["文"], "a:\n  - title: 甲  # 说\n    text: 文\n"),
        (
            "a:\n  - title: 甲\n",
            ["一", "二"],
            "a:\n  - title: 甲\n    text: |-\n      一\n\n      二\n",
        ),
        ("a:\n  - {title: 甲, id: x}\n", ["文"], "a:\n  - {title: 甲, text: 文, id: x}\n"),
        ("a:\n  - 甲  # 说\n", ["文"], "a:\n  - title: 甲\n    text: 文  # 说\n"),
        ("a:\n  - 甲\n", ["一", "二"], "a:\n  - title: 甲\n    text: |-\n      一\n\n      二\n"),
        ("a: [甲]\n", ["文"], None),
    ],
)
def test_a_new_field_after_a_title(before: str, texts: list[str], after: str | None) -> None:
    edit = new_field(first_entry(before), "title", "text", texts)
    assert (None if edit is None else apply_edits(before, [edit])) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - title: 甲\n    text: 文\n    id: x\n", "a:\n  - title: 甲\n    id: x\n"),
        ("a:\n  - title: 甲\n    text: 文  # 说\n", "a:\n  - title: 甲\n"),
        ("a:\n  - title: 甲\n    text: |-\n      一\n\n      二\n", "a:\n  - title: 甲\n"),
        ("a:\r\n  - title: 甲\r\n    text: 文\r\n", "a:\r\n  - title: 甲\r\n"),
        ("a:\n  - title: 甲\n    text: 文", "a:\n  - title: 甲\n"),
        ("a:\n  - text: 文\n    title: 甲\n", None),
        ("a:\n  - {title: 甲, text: 文}\n", None),
        ("a:\n  - title: 甲\n", None),
    ],
)
def test_a_field_goes_with_its_lines(before: str, after: str | None) -> None:
    """Not from between brackets, and not where the dash of its entry is."""
    entry = first_entry(before)
    assert isinstance(entry, Mapping)
    edit = without_field(entry, "text")
    assert (None if edit is None else apply_edits(before, [edit])) == after


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["文"], "文"),
        (["a: b"], '"a: b"'),
        (["【甲】"], "【【甲】"),
        (["一", "二：【三】"], "|-\n    一\n\n    二：【【三】"),
    ],
)
def test_paragraphs_as_a_value_of_the_file(texts: list[str], value: str) -> None:
    assert passage_text(texts, 2) == value


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 甲\nc: 1\n", "乙", "a: 甲\nb: 乙\nc: 1\n"),
        ("a: 甲\nc: 1\n", "\n  - 乙", "a: 甲\nb:\n  - 乙\nc: 1\n"),
        ("a: 甲\nc: 1\n", "|-\n  乙\n", "a: 甲\nb: |-\n  乙\n\nc: 1\n"),
        ("a: |-\n  甲\n\nc: 1\n", "乙", "a: |-\n  甲\nb: 乙\n\nc: 1\n"),
        ("{a: 甲, c: 1}\n", "乙", "{a: 甲, b: 乙, c: 1}\n"),
        ("a: 甲", "乙", "a: 甲\nb: 乙"),
    ],
)
def test_a_field_behind_another(before: str, value: str, after: str) -> None:
    entry = nodes(before)
    assert isinstance(entry, Mapping)
    assert apply_edits(before, [field_after(entry, "a", "b", value)]) == after

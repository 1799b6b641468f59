"""New texts of fields are written so that the file then reads as meant: in place, else in quotes, else not at all."""

import pytest

from reportgen.diagnostics import FieldPath, apply_edits
from reportgen.manuscript.field_text import source_edits
from reportgen.manuscript.field_writes import FieldWrite, proven_edits
from reportgen.manuscript.line_changes import FieldEdit
from reportgen.source import Scalar, Source, find
from tests.support import nodes

LINES = "a: 时间上午\nb:\n  - title: 地点三楼\n  - {title: 主持, text: 主任}\n"
A: FieldPath = ("a",)
TITLE: FieldPath = ("b", 0, "title")
INSIDE: FieldPath = ("b", 1, "text")


def typed(path: FieldPath, old: str, new: str) -> FieldWrite:
    """The write of a field some words of which were replaced; none is before its first."""
    node = find(nodes(LINES), path)
    assert isinstance(node, Scalar)
    start = node.text.index(old)
    edit = FieldEdit(path, start, start + len(old), new, folded=True)
    return FieldWrite(path, node, node.text.replace(old, new, 1), source_edits(node, [edit]), ())


def written(*writes: FieldWrite) -> str:
    """The file with all writes that could be done."""
    found = list(proven_edits(Source("2025.yaml", LINES), writes))
    assert [write.path for write, _ in found] == [each.path for each in writes]
    return apply_edits(LINES, [edit for _, edits in found for edit in edits or ()])


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (A, "上午", "下午", "a: 时间下午"),
        (A, "上午", "：上午", "a: 时间：上午"),
        (A, "上午", ": 上午", 'a: "时间: 上午"'),
        (A, "上午", " # 上午", 'a: "时间 # 上午"'),
        (A, "", "@", 'a: "@时间上午"'),
        (A, "", "%", 'a: "%时间上午"'),
        (A, "", "*", 'a: "*时间上午"'),
        (A, "", "[", 'a: "[时间上午"'),
        (TITLE, "", "时间: ", '  - title: "时间: 地点三楼"'),
        (TITLE, "三楼", '"三楼"', '  - title: 地点"三楼"'),
        (INSIDE, "主任", "主任, 秘书长", '  - {title: 主持, text: "主任, 秘书长"}'),
        (INSIDE, "主任", "主任}", '  - {title: 主持, text: "主任}"}'),
    ],
)
def test_a_text_is_in_quotes_where_it_needs_them(path: FieldPath, old: str, new: str, line: str) -> None:
    """Where YAML would read something else, or reading would have to guess what was meant."""
    text = written(typed(path, old, new))
    assert [each for each in text.splitlines() if each not in LINES.splitlines()] == [line]


def test_only_the_texts_that_need_them_get_quotes() -> None:
    assert written(typed(A, "上午", ": 下午"), typed(TITLE, "三楼", "四楼"), typed(INSIDE, "主任", "主任, 秘书长")) == (
        'a: "时间: 下午"\nb:\n  - title: 地点四楼\n  - {title: 主持, text: "主任, 秘书长"}\n'
    )


def test_what_no_file_can_hold_is_left_out_and_nothing_else() -> None:
    writes = [typed(A, "上午", "\x01"), typed(TITLE, "三楼", "四楼"), typed(INSIDE, "主任", "秘书长, 主任")]
    found = dict(zip("abc", proven_edits(Source("2025.yaml", LINES), writes), strict=True))
    assert [name for name, (_, edits) in found.items() if edits is None] == ["a"]
    assert written(*writes) == LINES.replace("三楼", "四楼").replace("主任", '"秘书长, 主任"')


def test_a_fault_that_is_elsewhere_in_the_file_costs_no_text_its_form() -> None:
    text = f"{LINES}c: 甲: 乙\n"
    (found,) = proven_edits(Source("2025.yaml", text), [typed(A, "上午", "下午")])
    assert apply_edits(text, found[1] or ()) == text.replace("上午", "下午")

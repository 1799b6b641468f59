"""A change of the words of a field, in the quotes, the lines and the emphasis that the file has there."""

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.manuscript.field_text import edited_text, emphasis_marks, moved_edits, source_edits, with_whole_emphasis
from reportgen.manuscript.line_changes import PARAGRAPH_MARK, FieldEdit
from reportgen.source import Scalar, find
from tests.support import nodes

HERE = ("a",)


def edit_of(text: str, old: str, new: str) -> FieldEdit:
    """The edit of a folded text that puts some words in the place of others; ``^`` is its start, ``$`` its end."""
    if old in "^$":
        return FieldEdit(HERE, at := len(text) if old == "$" else 0, at, new)
    assert text.count(old) == 1
    start = text.index(old)
    return FieldEdit(HERE, start, start + len(old), new)


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("a: 甲乙丙\n", "乙", "丁", "a: 甲丁丙\n"),
        ("a: 甲乙丙\n", "^", "丁", "a: 丁甲乙丙\n"),
        ("a: 甲乙丙\n", "$", "丁", "a: 甲乙丙丁\n"),
        ("a: '甲乙'\n", "乙", "'", "a: '甲'''\n"),
        ('a: "甲乙"\n', "乙", '"\\', 'a: "甲\\"\\\\"\n'),
        ("a: 甲乙\n", "乙", "【丁】", "a: 甲【【丁】\n"),
        ("a: 甲乙\n", "乙", "**", "a: 甲\\*\\*\n"),
        ("a: |-\n  甲乙\n\n  丙\n", "乙", "", "a: |-\n  甲\n\n  丙\n"),
        ("a: |-\n  甲乙\n\n  丙\n", "\n\n丙", "", "a: |-\n  甲乙\n"),
        ("a: |-\n  甲乙\n\n  丙\n", "$", f"{PARAGRAPH_MARK}丁", "a: |-\n  甲乙\n\n  丙\n\n  丁\n"),
        ("a: >-\n  甲\n  乙\n", "乙", "丁", "a: >-\n  甲\n  丁\n"),
        ("a: 甲乙\n", "乙", f"{PARAGRAPH_MARK}丁", "a: 甲\n\n  丁\n"),
    ],
)
def test_only_the_words_move(before: str, old: str, new: str, after: str) -> None:
    node = find(nodes(before), HERE)
    assert isinstance(node, Scalar)
    assert apply_edits(before, source_edits(node, [edit_of(node.text, old, new)])) == after


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("甲**乙丙**丁", "乙", "戊", "甲**戊丙**丁"),
        ("甲**乙丙**丁", "丙**丁", "戊", "甲**乙**戊"),
        ("甲**乙丙**丁", "甲**乙", "戊", "戊**丙**丁"),
        ("甲**乙丙**丁", "乙丙", "", "甲丁"),
        ("甲**乙丙**丁", "甲", "", "**乙丙**丁"),
        ("甲**乙丙**丁", "乙丙**丁", "", "甲"),
        ("甲**乙丙**丁", "甲**乙丙", "", "丁"),
        ("甲**乙丙**丁", "丙**丁", "", "甲**乙**"),
        ("甲**乙丙**丁", "甲**乙", "", "**丙**丁"),
        ("甲**乙丙**丁", "乙丙**丁", "戊", "甲戊"),
        ("甲**乙丙**丁", "甲**乙丙", "戊", "戊丁"),
        ("甲**乙丙**丁", "丙", f"丙{PARAGRAPH_MARK}", f"甲**乙丙**{PARAGRAPH_MARK}****丁"),
        ("甲**乙丙**丁", "丁", f"{PARAGRAPH_MARK}丁", f"甲**乙丙**{PARAGRAPH_MARK}丁"),
        ("甲**乙丙**丁", "丙**丁", "【戊】", "甲**乙**【【戊】"),
    ],
)
def test_marks_of_emphasis_stay_in_pairs(text: str, old: str, new: str, after: str) -> None:
    (edit,) = with_whole_emphasis(emphasis_marks(text), [edit_of(text, old, new)])
    assert text[: edit.start] + edit.text + text[edit.end :] == after


def test_what_is_folded_already_stays_so_beside_a_mark() -> None:
    """A reference is one, and no bracket that was typed."""
    text = "甲**乙丙**丁"
    (edit,) = with_whole_emphasis(emphasis_marks(text), [edit_of(text, "丙**丁", "【戊】")._replace(folded=True)])
    assert (edit.text, edit.folded) == ("**【戊】", True)


@pytest.mark.parametrize(
    ("now", "old", "new", "after"),
    [
        ("全年征集提案，件件有着落。", "件件", "事事", "全年征集提案，事事有着落。"),
        ("去年征集提案，件件有着落。", "件件", "事事", "去年征集提案，事事有着落。"),
        ("今全年征集提案，件件有着落。", "件件", "事事", "今全年征集提案，事事有着落。"),
        ("全年征集提案，事事有着落。", "件件", "事事", "全年征集提案，事事有着落。"),  # done already
        ("全年征集提案，条条有着落。", "件件", "事事", None),
        ("全年征集提案，件件", "有着落。", "有回音。", None),
        ("全年征集提案，都件件有着落。", "件件", "事事", None),  # a word came right before it
        ("全年征集提案，件件都有着落。", "件件", "事事", None),  # and right after
        ("全年征集提案，件件有着落。好", "^", "今", "今全年征集提案，件件有着落。好"),
        ("好全年征集提案，件件有着落。", "$", "今", "好全年征集提案，件件有着落。今"),
    ],
)
def test_a_change_goes_into_a_text_that_moved_on_elsewhere(now: str, old: str, new: str, after: str | None) -> None:
    base = "全年征集提案，件件有着落。"
    moved = moved_edits(base, now, [edit_of(base, old, new)])
    made = None if moved is None else edited_text(now, moved)
    assert made == after

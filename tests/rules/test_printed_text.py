"""What the rules of proofreading change in a file: never a reference, an emphasis, a line end or a quotation."""

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.diagnostics.render import hints_of
from reportgen.rules.running_text import running_paragraphs
from reportgen.source import Scalar, Source, find, parse
from tests.support import MINIMAL, examine

METRICS = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("象“石榴籽”一样团结。", "像“石榴籽”一样团结。"),
        ("约【提案】左右。", "约【提案】。"),
        ("收到建议，其中征集【提案】", "收到建议，其中征集【提案】。"),
        ("【下年】年是“十四五”开局之年。", "【下年】年是“十五五”开局之年。"),
        ("会议**布**署工作。", "会议**部**署工作。"),
        ("截止【本年】年底，全部办结。", "截至【本年】年底，全部办结。"),
        (
            ">-\n    市委专门召开会议布\n    署工作，近100多\n    家企业到会。",
            ">-\n    市委专门召开会议部\n    署工作，100多\n    家企业到会。",
        ),
    ],
)
def test_an_edit_changes_what_is_wrong_alone(typed: str, right: str) -> None:
    examined = examine(f"{METRICS}{MINIMAL}  intro: {typed}\n  closing: 【提案】。\n")
    assert examined.source is not None
    edits = [edit for each in examined.found for edit in each.edits]
    assert apply_edits(examined.source.text, edits) == f"{METRICS}{MINIMAL}  intro: {right}\n  closing: 【提案】。\n"


def test_a_hint_shows_the_reference_that_a_stretch_holds() -> None:
    examined = examine(f"{METRICS}{MINIMAL}  intro: 约【提案】左右。\n")
    (found,) = examined.found
    assert (found.words["typed"], hints_of(found, "zh")) == ("约【提案】左右", ["写“约【提案】”"])


def test_a_bracket_written_twice_is_one_character_of_two_in_the_file() -> None:
    root, _ = parse(Source("2025.yaml", "a: 甲【【乙"))
    assert root is not None
    node = find(root, ("a",))
    assert isinstance(node, Scalar)
    (paragraph,) = running_paragraphs(node, {})
    assert (paragraph.text, paragraph.span(1, 2), paragraph.span(1, 3)) == ("甲【乙", (1, 3), (1, 4))


def test_a_reference_between_two_wrong_marks_leaves_the_repair_to_the_author() -> None:
    examined = examine(f"{METRICS}{MINIMAL}  intro: 印发《关于《甲》【提案】《乙》的通知》。\n")
    (found,) = (each for each in examined.found if each.code == "title-marks")
    assert (found.edits, found.words["right"]) == ((), "《关于〈甲〉…〈乙〉的通知》")


def test_addresses_are_not_read() -> None:
    assert examine(f"{MINIMAL}  intro: 预计3-5%，约500余件。\n").codes == ["range-scale", "vague-twice"]
    assert not examine(f"{MINIMAL}  intro: 见www.a.example/3-5%25，邮箱3-5@yx.example。\n").found


def test_a_quotation_mark_that_ends_a_text_moves_no_finding_behind_it() -> None:
    examined = examine(f"{MINIMAL}  intro: 会议通过“\n  closing: 惠及群众35多万人次。\n")
    (found,) = (each for each in examined.found if each.code == "more-misplaced")
    assert found.words["typed"] == "35多万"


def test_a_message_shows_a_stretch_on_one_line_whatever_breaks_it() -> None:
    """A line end of the file, and one that prints."""
    for end in ("\\n", "\\n\\n"):
        examined = examine(f'{MINIMAL}  intro: "排名从第3名{end}上升到第5名。"\n')
        (found,) = examined.found
        assert (found.code, found.words["typed"]) == ("direction-reversed", "第3名上升到第5名")

"""Small tracked changes one at a time, as Word gets them: which paragraphs are marked, and how."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.docx.redline import WordFile, write_redline
from reportgen.docx.redline_merging import Untracked
from reportgen.style import Length
from tests.docx.made import made_from
from tests.docx.test_docx_goldens import parts
from tests.docx.test_redline import REVISION, assert_settles, redlined
from tests.goldens import Goldens
from tests.support import MINIMAL, examine, sheet_named

GOLDENS = Path(__file__).parent / "goldens"
REPORT = f"""\
{MINIMAL}  intro: 全年征集【提案】，**办复率**98.1%。
  sections:
    - title: 民生
      lead: 心系民生。
      items:
        - {{title: 停车, text: 建起车位六处。}}
        - 走访群众
    - {{title: 文化, items: [{{title: 书屋, text: 建起书屋，“三融”落地。}}]}}
tasks:
  title: 主要任务
  sections:
    - {{title: 忠诚履职, items: [加强学习, 改进作风]}}
closing: 全年【提案】，谢谢大家！
metrics:
  提案: {{label: 征集提案, value: 420, unit: 件, history: {{2023: 380, 2024: 400}}}}
glossary:
  - {{term: 三融, meaning: 政协的一项工作。}}
"""
EDITS = {
    "the title": ("title: 工作报告", "title: 常委会工作报告"),
    "a word": ("六处", "七处"),
    "a number": ("value: 420", "value: 428"),
    "emphasis": ("**办复率**", "办复率"),
    "a sentence more": ("心系民生。", "心系民生。实事办好。"),
    "a paragraph more": ("lead: 心系民生。", 'lead: "心系民生。\\n\\n实事办好。"'),
    "a paragraph parted": ("lead: 心系民生。", 'lead: "心系\\n\\n民生。"'),
    "a title and its text": ("{title: 书屋, text: 建起书屋", "{title: 新书屋, text: 建成书屋"),
    "another item in its place": ("走访群众", "召开会议"),
    "an item to another section": (
        "        - 走访群众\n    - {title: 文化, items: [",
        "    - {title: 文化, items: [走访群众, ",
    ),
    "an item less": ("        - 走访群众\n", ""),
    "an item moved": (
        "        - {title: 停车, text: 建起车位六处。}\n        - 走访群众\n",
        "        - 走访群众\n        - {title: 停车, text: 建起车位六处。}\n",
    ),
    "a section less": ("    - {title: 文化, items: [{title: 书屋, text: 建起书屋，“三融”落地。}]}\n", ""),
    "a section renamed": ("title: 民生", "title: 厚植民生"),
    "a point more": ("[加强学习, 改进作风]", "[加强学习, 调查研究, 改进作风]"),
    "a note of another meaning": ("政协的一项工作", "政协的一项品牌工作"),
    "a note less": ("glossary:\n  - {term: 三融, meaning: 政协的一项工作。}\n", ""),
    "a metric more": ("\nglossary", "\n  信息: {label: 报送信息, value: 5, unit: 篇}\nglossary"),
    "an end less": ("closing: 全年【提案】，谢谢大家！\n", ""),
}


_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>|<w:trPr>.*?</w:trPr>", re.DOTALL)
_CHANGE = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|pPrChange|rPrChange)[ >]|Range(?:Start|End)")


@pytest.mark.parametrize("style", ["official", "plenary"])
def test_each_change_is_marked_where_it_is(style: str, goldens: Goldens) -> None:
    """And all of them can be accepted or rejected."""
    shown = []
    for name, (old, new) in EDITS.items():
        assert REPORT.count(old) == 1, name
        before, after, made = redlined(REPORT, REPORT.replace(old, new), style)
        assert_settles(before, after, made)
        left = " ".join(made.untracked)
        shown.append("\n".join((f"## {name}{left and f', not tracked: {left}'}", *_changed(made.data), "")))
    shown.append(f"## what Word tracks from here on\n{parts(made.data, 'word/settings')}")
    goldens.check({GOLDENS / f"redline.small.{style}.txt": "\n".join(shown)})


def test_rows_in_another_order_went_and_came() -> None:
    """Word knows no rows that moved."""
    tasks = [
        "{title: 忠诚履职, items: [加强学习]}",
        "{title: 服务大局, items: [调研视察]}",
        "{title: 增进福祉, items: [走访]}",
    ]
    one, other = (
        f"{MINIMAL}  intro: 文。\ntasks: {{title: 任务, sections: [{', '.join(tasks[place] for place in order)}]}}\n"
        for order in ((0, 1, 2), (1, 2, 0))
    )
    before, after, made = redlined(one, other, "handout")
    assert_settles(before, after, made)
    assert "moveFrom" not in parts(made.data, "word/document")


def test_pages_with_other_margins_are_not_tracked() -> None:
    """Word would show no such change; the page is the new file's."""
    given = sheet_named("official")
    page = replace(given.page, top=Length(36, "mm"), bottom=Length(36, "mm"))
    document = examine(REPORT, style=given).composed
    one, other = (WordFile(made_from(document, sheet).data, document) for sheet in (given, replace(given, page=page)))
    assert write_redline(one, other, REVISION).untracked == (Untracked.SECTIONS,)
    assert write_redline(one, one, REVISION).untracked == ()


def _changed(data: bytes) -> list[str]:
    """The paragraphs and rows that have changes, each run in a line of its own."""
    written = parts(data, "word/document", "word/header", "word/footer")
    return [each for each in _PARAGRAPH.findall(written) if _CHANGE.search(each)]

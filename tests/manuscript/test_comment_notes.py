"""Comments of a document above the fields they are about, once each."""

import pytest

from reportgen.manuscript import Author, Comment
from reportgen.manuscript.absorbed import Remark
from reportgen.manuscript.comment_notes import with_notes
from reportgen.source import Source
from tests.support import nodes

REPORT = """\
title: 报告
reviews:
  # 说明
  intro: 全年
  items:
    - title: 甲
      text: 文
"""
ASKED = Comment("1", Author("主任"), "请 核对\n数字", replies=("已核",))
NAMELESS = Comment("2", Author(), "再看")
LINES = "# 批注（主任）：请 核对 数字\n# 答复：已核\n"


@pytest.mark.parametrize(
    ("remark", "old", "new"),
    [
        (Remark(("title",), ASKED), "title: 报", f"{LINES}title: 报"),
        (Remark(("title",), NAMELESS), "title: 报", "# 批注：再看\ntitle: 报"),
        (Remark(("reviews", "intro"), NAMELESS), "  intro", "  # 批注：再看\n  intro"),
        (Remark(("reviews", "items", 0, "text"), NAMELESS), "      text", "      # 批注：再看\n      text"),
        (Remark(("reviews", "closing"), NAMELESS), "  # 说明\n", "  # 说明\n  # 批注：再看\n"),  # the part has it
        (Remark((), NAMELESS), "text: 文\n", "text: 文\n# 批注：再看\n"),
    ],
)
def test_a_comment_is_above_its_field_and_comes_once(remark: Remark, old: str, new: str) -> None:
    noted, count = with_notes(Source("2025.yaml", REPORT), nodes(REPORT), [remark])
    assert (noted, count) == (REPORT.replace(old, new, 1), 1)
    assert with_notes(Source("2025.yaml", noted), nodes(REPORT), [remark]) == (noted, 0)


def test_a_comment_that_is_elsewhere_comes_again() -> None:
    """Only those in the lines right above a field are of this field."""
    noted = REPORT.replace("title: 报告", "# 批注：再看\ntitle: 报告")
    done, count = with_notes(Source("2025.yaml", noted), nodes(REPORT), [Remark(("reviews", "intro"), NAMELESS)])
    assert (done.count("# 批注：再看"), count) == (2, 1)


def test_a_file_without_a_last_line_end_gets_one() -> None:
    done, _ = with_notes(Source("2025.yaml", "title: 报告"), nodes("title: 报告"), [Remark((), NAMELESS)])
    assert done == "title: 报告\n# 批注：再看\n"

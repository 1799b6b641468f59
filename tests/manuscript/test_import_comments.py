"""Comments of a document are comments of the report file, above the field that they are about."""

import pytest

from reportgen.manuscript import Author, Comment, Look, Manuscript, Paragraph, Span
from reportgen.manuscript.import_comments import with_comments
from reportgen.source import Source

REPORT = """\
schema: 1
title: 工作报告
reviews:
  title: 工作回顾
  items:
    - title: 办好提案。
      text: |-
        全年收到提案546件。

        件件有着落。
    - 办好书屋
"""


def test_each_is_above_its_field_also_of_block_texts() -> None:
    texts = ("工作报告", "办好提案。全年收到提案546件。", "件件有着落。", "办好书屋", "不在文件里的话")
    paragraphs = tuple(Paragraph((Span(text, Look()),)) for text in texts)
    comments = (
        Comment("0", Author("主任"), "请核对\n件数", paragraph=1, quoted="546件", replies=("已核",)),
        Comment("1", Author(), "加一项", paragraph=3, quoted=""),
        Comment("2", Author("秘书长"), "移到哪里", paragraph=4, quoted="的话"),
    )
    assert (
        with_comments(Source("2025.yaml", REPORT), Manuscript(paragraphs, comments=comments))
        == """\
schema: 1
title: 工作报告
reviews:
  title: 工作回顾
  items:
    - title: 办好提案。
      # 批注（主任）：请核对 件数
      # 答复：已核
      text: |-
        全年收到提案546件。

        件件有着落。
    # 批注：加一项
    - 办好书屋
# 批注（秘书长）：移到哪里
"""
    )


@pytest.mark.parametrize(
    ("quoted", "below"),
    [
        ("提案", "      text: |-"),
        ("办好提案", "    - title: 办好提案。"),
        ("546件", "      text: |-"),
        ("", "      text: |-"),
    ],
)
def test_of_fields_with_the_same_words_it_is_the_one_with_most_of_the_paragraph(quoted: str, below: str) -> None:
    paragraphs = (Paragraph((Span("办好提案。全年收到提案546件。", Look()),)),)
    comments = (Comment("0", Author(), "请核对", paragraph=0, quoted=quoted),)
    lines = with_comments(Source("2025.yaml", REPORT), Manuscript(paragraphs, comments=comments)).splitlines()
    place = next(number for number, line in enumerate(lines) if line.endswith("# 批注：请核对"))
    assert lines[place + 1] == below

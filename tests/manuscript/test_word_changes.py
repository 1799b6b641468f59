"""Tracked changes: what a reader sees when all are accepted, when all are rejected, and who made them."""

import pytest

from reportgen.manuscript import Author, TrackedChange
from tests.manuscript.word_files import manuscript_of, paragraph, text_of

_BY = 'w:id="1" w:author="甲" w:date="2026-01-02T03:04:05Z"'
_MARK = "<w:rPr><w:{} w:id='9' w:author='甲'/></w:rPr>"


def came(text: str, kind: str = "ins") -> str:
    """Text that was inserted."""
    return f"<w:{kind} {_BY}><w:r><w:t>{text}</w:t></w:r></w:{kind}>"


def went(text: str, kind: str = "del") -> str:
    """Text that was deleted."""
    return f"<w:{kind} {_BY}><w:r><w:delText>{text}</w:delText></w:r></w:{kind}>"


CHANGES = {
    "a word replaced": (paragraph("提高", went("水平"), came("质量"), "。"), "提高质量。", "提高水平。"),
    "inserted by one, deleted by another": (
        paragraph("甲", f"<w:ins {_BY}>{went('乙')}</w:ins>", "丙"),
        "甲丙",
        "甲丙",
    ),
    "a mark deleted": (paragraph("甲", properties=_MARK.format("del")) + paragraph("乙"), "甲乙", "甲\n乙"),
    "a mark inserted": (paragraph("甲", properties=_MARK.format("ins")) + paragraph("乙"), "甲\n乙", "甲乙"),
    "a paragraph deleted": (
        paragraph(went("甲"), properties=_MARK.format("del")) + paragraph("乙"),
        "乙",
        "甲\n乙",
    ),
    "all text deleted, the mark kept": (paragraph(went("甲")) + paragraph("乙"), "\n乙", "甲\n乙"),
    "the last paragraph deleted": (
        paragraph("甲") + paragraph(went("乙"), properties=_MARK.format("del")),
        "甲",
        "甲\n乙",
    ),
    "the last paragraph deleted but for a word": (
        paragraph("甲") + paragraph("乙", went("丙"), properties=_MARK.format("del")),
        "甲\n乙",
        "甲\n乙丙",
    ),
    "a last paragraph inserted": (
        paragraph("甲") + paragraph(came("乙"), properties=_MARK.format("ins")),
        "甲\n乙",
        "甲",
    ),
    "a last paragraph inserted around a word": (
        paragraph("甲") + paragraph("乙", came("丙"), properties=_MARK.format("ins")),
        "甲\n乙丙",
        "甲\n乙",
    ),
    "a paragraph moved": (
        paragraph(went("甲", "moveFrom"), properties=_MARK.format("moveFrom"))
        + paragraph("乙")
        + paragraph(came("甲", "moveTo"), properties=_MARK.format("moveTo"))
        + paragraph("丙"),
        "乙\n甲\n丙",
        "甲\n乙\n丙",
    ),
    "a row deleted": (
        (
            f"<w:tbl><w:tr><w:trPr><w:del {_BY}/></w:trPr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
        ),
        "乙",
        "甲\n乙",
    ),
    "a row inserted": (
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
            f"<w:tr><w:trPr><w:ins {_BY}/></w:trPr><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
        ),
        "甲\n乙",
        "甲",
    ),
    "a change of look": (
        paragraph(f"<w:r><w:rPr><w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"),
        "甲",
        "甲",
    ),
}


@pytest.mark.parametrize(("body", "accepted", "rejected"), CHANGES.values(), ids=CHANGES.keys())
def test_accepted_and_rejected(body: str, accepted: str, rejected: str) -> None:
    assert (text_of(body), text_of(body, original=True)) == (accepted, rejected)


def test_changes_name_their_author_and_place() -> None:
    (read,) = manuscript_of(paragraph("提高", went("水"), went("平"), came("质量"), "。")).paragraphs
    author = Author("甲", "2026-01-02T03:04:05Z")
    assert read.changes == (TrackedChange(2, "水平", False, author), TrackedChange(2, "质量", True, author))


def test_a_heading_keeps_its_role_when_the_next_paragraph_joins_it() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    body = paragraph("标题", properties='<w:pStyle w:val="1"/>' + _MARK.format("del")) + paragraph("正文")
    (read,) = manuscript_of(body, styles=styles).paragraphs
    assert (read.text, read.styles) == ("标题正文", ("heading 1",))


def test_comments_with_replies_and_what_they_are_about() -> None:
    body = paragraph(
        "全年",
        '<w:commentRangeStart w:id="1"/>',
        "546件",
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    ) + paragraph("结尾", '<w:r><w:commentReference w:id="3"/></w:r>')
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="主任"><w:p w14:paraId="{key}"><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:comment>"
        for number, key, text in (("1", "A1", "再核一遍"), ("2", "A2", "已核"), ("3", "A3", "加一句"))
    )
    extended = '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>'
    read = manuscript_of(body, comments=comments, commentsExtended=extended)
    assert [(each.text, each.replies, each.resolved, each.paragraph, each.quoted) for each in read.comments] == [
        ("再核一遍", ("已核",), True, 0, "546件"),
        ("加一句", (), False, 1, ""),
    ]

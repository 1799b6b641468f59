"""Paragraphs as pieces that compare by what prints, wherever their runs are cut."""

import pytest
from docx.oxml import parse_xml

from reportgen.docx.pieces import content_of, mark_of
from reportgen.docx.xml import NAMESPACES, field, simple_field

HINT = '<w:rFonts w:hint="eastAsia"/>'
STRONG = '<w:rStyle w:val="Strong"/>'


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def pieces(*inner: str) -> list[str]:
    paragraph = parse_xml(f"<w:p {NAMESPACES}>{''.join(inner)}</w:p>")
    return list(content_of(paragraph).pieces)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (run("提案"), run("提") + run("案"), True),
        (run("提案", HINT), run("提案"), True),
        (run("提案", STRONG + HINT), run("提案", STRONG), True),
        (run("2025", HINT), run("2025"), True),
        (run("“", HINT), run("“"), False),
        (run("提案", STRONG), run("提案"), False),
        (run("提案"), run("议案"), False),
        (simple_field("REF a", run("5件")), run("5件"), True),
        (field("PAGEREF a", "5"), run("5"), False),
        (field("PAGE", "5"), field("PAGE", "5"), True),
        (run("提案"), '<w:pPr><w:keepNext/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/>' + run("提案"), True),
    ],
)
def test_pieces_are_the_same_where_they_print_the_same(one: str, other: str, *, is_same: bool) -> None:
    """The hint decides the font of marks alone, not of letters, digits and Han."""
    assert (pieces(one) == pieces(other)) == is_same


def test_bookmarks_come_before_the_pieces_they_begin_or_end_at() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    content = content_of(parse_xml(f"<w:p {NAMESPACES}>{run('共')}{start}{run('5件')}{end}{run('。')}</w:p>"))
    assert [piece.text for piece in content.pieces] == ["共", "5件", "。"]
    assert [place for place, _ in content.bookmarks] == [1, 2]


@pytest.mark.parametrize(
    ("style", "mark"), [('<w:pPr><w:pStyle w:val="ReportText"/></w:pPr>', "\nReportText"), ("", "\n")]
)
def test_the_mark_of_a_paragraph_compares_by_its_style(style: str, mark: str) -> None:
    paragraph = parse_xml(f"<w:p {NAMESPACES}>{style}{run('文')}</w:p>")
    assert mark_of(paragraph) == mark
    assert mark_of(paragraph).paragraph is paragraph

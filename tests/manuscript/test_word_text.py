"""Text is in many places of a Word file, and not all of it is seen: a table of bodies and what a reader sees."""

import pytest

from reportgen.manuscript import DamagedPartError, Part, read_word
from tests.manuscript.word_files import STRICT, manuscript_of, paragraph, text_of, word_parts

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = "<w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent>"

TEXTS = {
    "runs": (paragraph("政", "协<w:proofErr/>", "委员"), "政协委员"),
    "tabs, soft ends, hyphens": (
        paragraph(
            "<w:r><w:t>第一</w:t><w:tab/><w:t>行</w:t><w:br/><w:t>下</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>"
        ),
        "第一\t行\n下-",
    ),
    "page break": (paragraph('<w:r><w:br w:type="page"/><w:t>新页</w:t></w:r>'), "新页"),
    "symbols": (
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'),
        "✓•",
    ),
    "a symbol nobody knows": (paragraph('<w:r><w:sym w:font="某体" w:char="F041"/></w:r>'), "〓"),
    "symbols as LibreOffice leaves them": (
        paragraph('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fc</w:t></w:r>'),
        "✓",
    ),
    "links, smart tags, content controls": (
        paragraph(
            "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>",
            "<w:smartTag><w:r><w:t>签</w:t></w:r></w:smartTag>",
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>",
        ),
        "链签控",
    ),
    "a field shows its result": (paragraph("第", _FIELD.format("PAGE", "<w:r><w:t>3</w:t></w:r>"), "页"), "第3页"),
    "a field within a code": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>',
            _FIELD.format("PAGE", "<w:r><w:t>3</w:t></w:r>"),
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>是</w:t></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "是",
    ),
    "hidden text": (paragraph("看得见", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"), "看得见"),
    "ruby": (
        paragraph(
            "<w:r><w:ruby><w:rt><w:r><w:t>zhèng</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>政</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        "政",
    ),
    "a text box once, after its paragraph": (
        paragraph(
            "正文",
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{_BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        )
        + paragraph("下一段"),
        "正文\n框里的字\n下一段",
    ),
    "a formula": (paragraph("设", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "设x=1"),
    "rows of a table, with a table in a cell": (
        (
            f"<w:tbl><w:tr><w:tc>{paragraph('甲')}<w:tbl><w:tr><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl></w:tc>"
            f"<w:tc>{paragraph('丙')}</w:tc></w:tr></w:tbl>"
        ),
        "甲\n乙\n丙",
    ),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_what_a_reader_sees(body: str, expected: str) -> None:
    assert text_of(body) == expected


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_strict_files_read_the_same(body: str, expected: str) -> None:
    parts = word_parts(body)
    for transitional, strict in STRICT.items():
        parts = {name: content.replace(transitional.encode(), strict.encode()) for name, content in parts.items()}
    assert "\n".join(each.text for each in read_word(parts).paragraphs) == expected


def test_what_cannot_be_read_is_named() -> None:
    body = paragraph(
        "<w:r><w:drawing><a:blip/></w:drawing></w:r>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    )
    assert [(each.kind, each.text) for each in manuscript_of(paragraph("一") + body).unread] == [
        ("picture", ""),
        ("hidden", "暗"),
    ]


def test_contents_are_known_by_their_field_or_their_box() -> None:
    entry = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "一、回顾",
    )
    last = paragraph("二、任务", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    box = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('目录')}{entry}{last}</w:sdtContent></w:sdt>"
    for body, contents in ((entry + last, ["一、回顾", "二、任务"]), (box, ["目录", "一、回顾", "二、任务"])):
        read = manuscript_of(body + paragraph("正文")).paragraphs
        assert [each.text for each in read if each.in_contents] == contents


def test_cells_count_over_the_document() -> None:
    wide = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{paragraph('甲')}</w:tc>"
    row = f"<w:tr>{wide}<w:tc>{paragraph('乙')}</w:tc></w:tr>"
    read = manuscript_of(f"<w:tbl>{row}{row}</w:tbl><w:tbl>{row}</w:tbl>").paragraphs
    cells = [each.cell for each in read]
    assert [(each.table, each.row, each.column) for each in cells if each] == [
        (0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 2), (1, 0, 0), (1, 0, 2),
    ]  # fmt: skip


def test_notes_and_furniture_are_apart() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    read = manuscript_of(
        paragraph("三融三联", mark, "推进"),
        footnotes=f'<w:footnote w:id="2">{paragraph("指联系群众")}</w:footnote>',
        footer=paragraph("— 1 —"),
    )
    (text,) = read.paragraphs
    assert (text.text, text.notes) == ("三融三联推进", ((4, 0),))
    assert [[each.text for each in note] for note in read.notes] == [["指联系群众"]]
    assert [(each.text, each.part) for each in read.furniture] == [("— 1 —", Part.FURNITURE)]


@pytest.mark.parametrize(
    "content",
    [b"", b"<w:document", b'<!DOCTYPE x [<!ENTITY e "e">]><w:document xmlns:w="w">&e;</w:document>', b"<a/>"],
    ids=["empty", "cut short", "document type", "no body"],
)
def test_a_damaged_document_is_refused(content: bytes) -> None:
    parts = word_parts("") | {"word/document.xml": content}
    with pytest.raises(DamagedPartError):
        read_word(parts)


def test_a_sentence_that_a_section_ends_in_goes_on() -> None:
    """LibreOffice cuts a paragraph so where a page ends; a title or a finished sentence ends its paragraph."""
    section = "<w:sectPr/>"
    sentence = "把学习教育作为重大任务，坚持开门搞教育、学查改一"
    assert text_of(paragraph(sentence, properties=section) + paragraph("体推进。")) == f"{sentence}体推进。"
    assert (
        text_of(paragraph("2026年1月9日", properties=section) + paragraph("各位委员：")) == "2026年1月9日\n各位委员："
    )
    assert text_of(paragraph(f"{sentence}体推进。", properties=section) + paragraph("各位委员：")).count("\n") == 1

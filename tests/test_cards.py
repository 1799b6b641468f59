"""The year in figures: a card for every metric, the same in both files, and the heading never without them."""

import pytest
from msgspec.structs import replace

from reportgen.document import Entry, Grid, Heading, Paragraph, document_text, inline_text
from reportgen.layout import TextPiece, lay_out
from reportgen.pdf import write_pdf
from tests.docx.made import made_from, style_elements
from tests.docx.reading import WORD, attribute, docx_text, part
from tests.pdf.reading import pdf_text
from tests.pdf.test_pdf import expected_text
from tests.pdf.test_tags import solid
from tests.support import MINIMAL, examine, fitted, sheet_named
from tests.test_twins import BOOKS, printed

METRICS = """\
metrics:
  提案: {label: 征集提案, value: 546, unit: 件, group: 履职, history: {2024: 521}}
  群众: {label: 惠及群众, value: 58000, scale: 万, qualifier: 近, unit: 人次, group: 服务}
  问题: {label: 解决问题, value: 500, qualifier: 余, unit: 项, group: 履职}
  温差: {label: 最低气温, value: -3.5, unit: 度}
  空白: {label: 待查, value: 待填, unit: 项}
"""


def _line(card: Entry, role: str) -> str:
    return "".join(inline_text(each.inlines) for each in card.paragraphs if each.role == role)


def _cards(text: str = MINIMAL + METRICS) -> list[Grid]:
    return [block for block in examine(text, draft=True).composed.blocks if isinstance(block, Grid)]


def test_every_metric_has_a_card_in_its_group() -> None:
    assert [(each.title, [_line(card, "card-label") for card in each.entries]) for each in _cards()] == [
        ("数说2025年", ["最低气温", "待查"]),
        ("履职", ["征集提案", "解决问题"]),
        ("服务", ["惠及群众"]),
    ]
    captions = [
        inline_text(block.inlines)
        for block in examine(MINIMAL + METRICS, draft=True).composed.blocks
        if isinstance(block, Paragraph) and block.role == "caption"
    ]
    assert captions == ["履职", "服务"]


def test_the_number_is_large_and_what_is_beside_it_small() -> None:
    figures = {
        _line(card, "card-label"): [(run.text, run.roles, run.metric) for run in card.paragraphs[0].inlines]
        for each in _cards()
        for card in each.entries
    }
    unit = ("card-unit",)
    assert figures == {
        "征集提案": [("546", (), "提案"), ("件", unit, None)],
        "解决问题": [("500", (), "问题"), ("余项", unit, None)],
        "惠及群众": [("近", unit, None), ("5.8", (), "群众"), ("万人次", unit, None)],
        "最低气温": [("-3.5", (), "温差"), ("度", unit, None)],
        "待查": [("（待填）", unit, "空白"), ("项", unit, None)],
    }


def test_a_change_is_shown_where_it_is_known() -> None:
    changes = {_line(card, "card-label"): _line(card, "card-change") for each in _cards() for card in each.entries}
    assert changes == {"征集提案": "增长4.8%", "解决问题": "", "惠及群众": "", "最低气温": "", "待查": ""}


def test_without_metrics_or_without_cards_there_is_no_page() -> None:
    assert _cards(MINIMAL) == []
    document = examine(MINIMAL + METRICS, draft=True, style="official").composed
    assert not [block for block in document.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("columns", [1, 2, 3, 6])
def test_any_number_of_columns_is_one_text(columns: int) -> None:
    sheet = sheet_named("classic")
    assert sheet.cards is not None
    narrow = replace(sheet, cards=replace(sheet.cards, columns=columns))
    document = examine(MINIMAL + METRICS, draft=True, style=narrow).composed
    layout = lay_out(document, fitted(narrow, document), BOOKS["classic"])
    edge = narrow.page.width.points() - narrow.page.right.points()
    for page in layout.pages:
        for fragment in page.fragments:
            assert all(box.x + box.width <= edge + 8.1 for box in fragment.rectangles)
    assert solid(pdf_text(write_pdf(layout, document))) == solid(expected_text(document, layout))
    data = made_from(document, narrow).data
    first = next(part(data).iter(f"{WORD}tbl"))
    assert docx_text(data) == document_text(document)
    assert len(list(first.iter(f"{WORD}gridCol"))) == columns
    assert attribute(first.find(f"{WORD}tblPr/{WORD}tblStyle"), "val") == "CardsTable"


@pytest.mark.parametrize("value", ["1234567.5", "-98765432109.25", "12"])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_number_stays_whole_on_its_card(value: str, columns: int) -> None:
    """T28: all figures shrink alike to what the longest needs, in both files; the unit beside it or below."""
    sheet = sheet_named("classic")
    assert sheet.cards is not None
    sheet = replace(sheet, cards=replace(sheet.cards, columns=columns))
    text = f"{MINIMAL}metrics:\n  经费: {{label: 经费, value: {value}, qualifier: 余, unit: 人民币元}}\n"
    document = examine(text, style=sheet, draft=True).composed
    layout = lay_out(document, fitted(sheet, document), BOOKS["classic"])
    index = next(number for number, block in enumerate(document.blocks) if isinstance(block, Grid))
    lines: dict[float, list[TextPiece]] = {}
    for page in layout.pages:
        for fragment in page.fragments:
            for piece in fragment.texts:
                if fragment.block == index and piece.slot == 0:
                    lines.setdefault(piece.y, []).append(piece)
    first = next(iter(lines.values()))
    assert first[0].text == value
    beside = {(1, "12"), (2, "12"), (1, "1234567.5"), (1, "-98765432109.25")}
    assert len(lines) == (1 if (columns, value) in beside else 2)
    assert (first[0].size == 42) == (value == "12" or (columns, value) == (1, "1234567.5"))
    style = style_elements(made_from(document, sheet).data)["CardFigure"]
    assert abs(int(attribute(style.find(f"{WORD}rPr/{WORD}sz"), "val")) / 2 - first[0].size) <= 0.25


@pytest.mark.parametrize(("columns", "lines"), [(2, ["（待填）人民币元"]), (4, ["（待填）", "人民币元"])])
def test_an_open_number_is_whole_on_its_card(columns: int, lines: list[str]) -> None:
    """Its unit goes on below it where the card is narrow; other numbers are as large as without it."""
    sheet = sheet_named("classic")
    assert sheet.cards is not None
    sheet = replace(sheet, cards=replace(sheet.cards, columns=columns))
    metrics = "metrics:\n  甲: {label: 经费, value: 待填, unit: 人民币元}\n  乙: {label: 提案, value: 5, unit: 件}\n"
    document = examine(MINIMAL + metrics, style=sheet, draft=True).composed
    layout = lay_out(document, fitted(sheet, document), BOOKS["classic"])
    index = next(number for number, block in enumerate(document.blocks) if isinstance(block, Grid))
    pieces = [each for page in layout.pages for one in page.fragments if one.block == index for each in one.texts]
    first = [each for each in pieces if each.slot == 0]
    assert [
        "".join(each.text for each in first if each.y == y) for y in dict.fromkeys(each.y for each in first)
    ] == lines
    assert max(each.size for each in pieces) == 42


def test_many_cards_run_over_pages_and_stay_whole() -> None:
    metrics = "".join(f"  数{number}: {{label: 第{number}项, value: {number}, unit: 件}}\n" for number in range(1, 41))
    document = examine(f"{MINIMAL}metrics:\n{metrics}", draft=True).composed
    layout, pdf, docx = printed(document, "classic")
    index = next(number for number, block in enumerate(document.blocks) if isinstance(block, Grid))
    pages = [number for number, page in enumerate(layout.pages) if any(each.block == index for each in page.fragments)]
    assert len(pages) > 1
    heading = next(block for block in document.blocks if isinstance(block, Heading))
    assert layout.targets[heading.anchor].page == pages[0]
    assert pdf.count("第40项") == 1, "its card; there is no table where no metric has a note"
    assert docx.count("第40项") == 1

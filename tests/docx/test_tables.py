"""Tables: figures on their last digit, in Word by tab stops, in the PDF by place (T16)."""

from itertools import groupby
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from reportgen.document import Table, column_widths, figure_widths, number_end
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import TextPiece, lay_out
from reportgen.style import StyleSheet
from tests.docx.made import made_of, style_elements
from tests.docx.reading import WORD, attribute, paragraphs, style_of
from tests.support import MINIMAL, PLAIN, examine, fitted, sheet_named

METRICS = """metrics:
  甲: {label: 甲, value: 7, unit: 件}
  乙: {label: 乙, value: 12500, qualifier: 约, unit: 人次}
  丙: {label: 丙, value: 5.8万, unit: 人次}
  丁: {label: 丁, value: 98.75, unit: "%"}
  戊: {label: 戊, value: 500, qualifier: 余, unit: 项}
"""


@pytest.mark.parametrize(
    ("text", "number"),
    [("约12,500人次", "约12,500"), ("500余项", "500"), ("5.8万人次", "5.8"), ("-3.5万元", "-3.5"), ("PM2.5", "PM2.5"),
     ("12\u2005500件", "12\u2005500"), ("无", ""), ("3项4类", "3")],
)  # fmt: skip
def test_a_number_ends_with_its_last_digit(text: str, number: str) -> None:
    assert text[: number_end(text)] == number


@pytest.mark.parametrize("style", [PLAIN, "official"])
def test_word_ends_all_numbers_at_one_stop(style: str) -> None:
    """The number is between two tabs: the first ends it at the stop, the second only leads on to the unit."""
    data = made_of(MINIMAL + METRICS, sheet_named(style)).data
    cells = [paragraph for paragraph in paragraphs(data) if style_of(paragraph) == "TableFigure"]
    pieces = [
        "".join("|" if node.tag == f"{WORD}tab" else node.text or "" for node in cell.iter() if node.tag in TEXT)
        for cell in cells
    ]
    assert pieces == ["|7|件", "|约12500|人次", "|5.8|万人次", "|98.75|%", "|500|余项"]
    stops = style_elements(data)["TableFigure"].findall(f"{WORD}pPr/{WORD}tabs/{WORD}tab")
    assert [attribute(stop, "val") for stop in stops] == ["right", "left"]
    end, unit = (int(attribute(stop, "pos")) for stop in stops)
    assert unit == end + 1


TEXT = (f"{WORD}t", f"{WORD}tab")


class Cell(NamedTuple):
    """A cell of a table in the PDF: its column, the lines of its text, and where its number ends, in points."""

    column: int
    lines: list[str]
    number_end: float


def printed_cells(report: str, sheet: StyleSheet) -> list[Cell]:
    """The cells of the only table, the head left out."""
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    document = examine(report, style=sheet, draft=True).composed
    layout = lay_out(document, fitted(sheet, document), book)
    (table,) = (number for number, block in enumerate(document.blocks) if isinstance(block, Table))
    cells: list[Cell] = []
    for fragment in (each for page in layout.pages for each in page.fragments if each.block == table and each.part):
        for column, pieces in groupby(fragment.texts, key=lambda piece: piece.slot):
            cells.append(_cell(column, tuple(pieces)))
    return cells


def _cell(column: int, pieces: tuple[TextPiece, ...]) -> Cell:
    lines: dict[float, str] = {}
    text, end, place = "".join(piece.text for piece in pieces), 0.0, 0
    for piece in pieces:
        lines[piece.y] = lines.get(piece.y, "") + piece.text
        inside = piece.text[: max(0, number_end(text) - place)]
        place += len(piece.text)
        end = piece.x + sum(piece.setting.advances[each] * piece.size for each in inside) if inside else end
    return Cell(column, list(lines.values()), end)


@pytest.mark.parametrize("style", [PLAIN, "official"])
def test_the_pdf_ends_all_numbers_at_one_place(style: str) -> None:
    """Measured: the right edge of the last digit, to a twentieth of a point."""
    ends = [cell.number_end for cell in printed_cells(MINIMAL + METRICS, sheet_named(style)) if cell.column == 1]
    assert len(ends) == 5
    assert max(ends) - min(ends) < 0.05


OFFICIAL = sheet_named("official")
NARROW = replace(OFFICIAL, tables=replace(OFFICIAL.tables, columns="shares", figure=1.0, label=4.0))
LONG = METRICS.replace("unit: 件", f"unit: {'件次人户个村社区企业单位机关团体界别小组' * 2}")


@pytest.mark.parametrize("sheet", [NARROW, OFFICIAL])
def test_numbers_end_at_one_place_where_what_follows_them_turns_over(sheet: StyleSheet) -> None:
    """T16: no number is parted, and its unit goes on below it."""
    cells = [cell for cell in printed_cells(MINIMAL + LONG, sheet) if cell.column == 1]
    assert len(cells[0].lines) > 1
    assert cells[0].lines[0].startswith("7")
    assert max(cell.number_end for cell in cells) - min(cell.number_end for cell in cells) < 0.05
    assert "TableFigure" in style_elements(made_of(MINIMAL + LONG, sheet).data)


def test_numbers_that_have_no_room_are_set_plainly() -> None:
    """Rather no alignment than numbers over the next column."""
    tight = replace(NARROW, tables=replace(NARROW.tables, figure=0.2))
    assert "TableFigure" not in style_elements(made_of(MINIMAL + METRICS, tight).data)
    cells = [cell for cell in printed_cells(MINIMAL + METRICS, tight) if cell.column == 1]
    assert max(cell.number_end for cell in cells) - min(cell.number_end for cell in cells) > 5


NAMES = """metrics:
  甲: {label: 协调解决群众反映强烈的问题, value: 7, unit: 件, note: 含网上, history: {2024: 5}}
  乙: {label: 提案, value: 125, unit: 人次}
"""


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """Every cell is on one line where the shares of the style sheet would turn some over."""
    by_share = replace(OFFICIAL, tables=replace(OFFICIAL.tables, columns="shares"))
    assert any(len(cell.lines) > 1 for cell in printed_cells(MINIMAL + NAMES, by_share))
    assert all(len(cell.lines) == 1 for cell in printed_cells(MINIMAL + NAMES, OFFICIAL))


@pytest.mark.parametrize("note", ["含网上", "含网上提案、来信来访和委员联名的各件，分类统计，重复的只计一次" * 4])
@pytest.mark.parametrize("label", ["提案", "协调解决群众反映强烈的热点难点问题并向有关单位反馈的意见建议"])
def test_columns_fill_the_type_area_and_leave_room_for_each(note: str, label: str) -> None:
    report = MINIMAL + NAMES.replace("含网上", note).replace("label: 提案", f"label: {label}")
    document = examine(report, style=OFFICIAL, draft=True).composed
    sheet = fitted(OFFICIAL, document)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    widths = column_widths(table, sheet)
    assert sum(widths) == pytest.approx(sheet.area.width)
    assert min(widths) > 3 * 14
    assert widths[1] >= sum(figure_widths(table, sheet))


@pytest.mark.parametrize("value", ["1234567.89", "98765432.1"])
def test_a_long_number_is_whole_between_long_columns(value: str) -> None:
    """T28, T16: its column has the room, whatever the others hold; its unit may turn over."""
    long = "协调解决群众反映强烈的热点难点问题并向有关单位反馈的意见建议" * 2
    report = MINIMAL + NAMES.replace("value: 125", f"value: {value}").replace("提案", long).replace("含网上", long)
    cells = [cell for cell in printed_cells(report, OFFICIAL) if cell.column == 1]
    assert cells[-1].lines[0].startswith(value)
    assert max(cell.number_end for cell in cells) - min(cell.number_end for cell in cells) < 0.05

"""Tables: figures on their last digit, in Word by tab stops, in the PDF by place (T16)."""

import pytest

from reportgen.document import Table, number_end
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
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


@pytest.mark.parametrize("style", [PLAIN, "official"])
def test_the_pdf_ends_all_numbers_at_one_place(style: str) -> None:
    """Measured: the right edge of the last digit, to a twentieth of a point."""
    sheet = sheet_named(style)
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    document = examine(MINIMAL + METRICS, style=sheet).composed
    layout = lay_out(document, fitted(sheet, document), book)
    ends: list[float] = []
    for fragment in (fragment for page in layout.pages for fragment in page.fragments):
        pieces = [piece for piece in fragment.texts if piece.slot == 1 and fragment.part > 0]
        text = "".join(piece.text for piece in pieces)
        if not fragment.part or fragment.block is None or not isinstance(document.blocks[fragment.block], Table):
            continue
        position = 0
        for piece in pieces:
            position += len(piece.text)
            if position >= number_end(text):
                inside = piece.text[: number_end(text) - position or None]
                ends.append(piece.x + sum(piece.setting.advances[each] for each in inside) * piece.size)
                break
    assert len(ends) == 5
    assert max(ends) - min(ends) < 0.05


def test_a_figure_that_has_no_room_is_set_plainly() -> None:
    """Rather no alignment than numbers over the next column."""
    long = METRICS.replace("unit: 件", "unit: 件次人户个村社区企业单位机关团体界别小组")
    data = made_of(MINIMAL + long, sheet_named("official")).data
    assert "TableFigure" not in style_elements(data)

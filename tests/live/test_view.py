"""What a page of the preview is told: where words are, what is under a point, what is new, and tiles of pictures."""

from collections import Counter
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.live.printed_lines import PrintedLine
from reportgen.live.searching import search
from reportgen.live.tiles import TILE, TileDrawer
from reportgen.live.view import Drawn, FileMap, ShownPage, Spotted, changed_stretches, edited_offset, shown_findings
from reportgen.source import Source

REPORT = Source("2025.yaml", "a: 全年\nb: Words\n")


def line(text: str, top: float = 100.0, *, left: float = 50.0, start: int | None = None) -> PrintedLine:
    """A line ten points high whose characters are ten wide, written from an offset of the file on."""
    lefts = tuple(left + 10.0 * index for index in range(len(text) + 1))
    spots = tuple(None if start is None else (REPORT, start + index) for index in range(len(text)))
    return PrintedLine(top, 10.0, text, lefts, spots)


def pages(*lines: tuple[PrintedLine, ...]) -> Drawn:
    return Drawn(b"", 595.0, 842.0, tuple(ShownPage(str(number), "") for number, _ in enumerate(lines, 1)), lines)


@pytest.mark.parametrize(
    ("words", "boxes"),
    [
        ("全年", ["0 50 100 20"]),
        ("年征", ["0 60 100 10 + 0 50 120 10"]),  # across the end of a line
        ("案件", ["0 60 120 30"]),  # blanks make no difference
        ("件词", ["0 80 120 10 + 1 50 100 10"]),  # across the end of a page
        ("WORDS", ["1 60 100 50"]),
        ("o", ["1 70 100 10"]),
        ("ＡＡ", []),
        ("straße", ["1 50 160 60"]),
        ("aa", ["1 50 140 20", "1 70 140 20"]),  # no place is in two of them
        (" ", []),
        ("", []),
    ],
)
def test_words_are_found_wherever_they_stand(words: str, boxes: list[str]) -> None:
    """Page, left, top and width of every box."""
    drawn = pages(
        (line("全年"), line("征案 件", 120.0)), (line("词Words"), line("AaaaA", 140.0), line("STRAßE", 160.0))
    )
    shown = [
        " + ".join(f"{box.page} {box.left:g} {box.top:g} {box.width:g}" for box in boxes)
        for boxes in search(drawn, words)
    ]
    assert shown == boxes


def test_a_search_shows_so_many_places_and_no_more() -> None:
    assert len(search(pages((line("一" * 600),)), "一")) == 500


@pytest.mark.parametrize(
    ("page", "x", "y", "offset"),
    [
        (0, 50.0, 105.0, 3),
        (0, 59.9, 105.0, 3),
        (0, 60.0, 105.0, 4),
        (0, 70.0, 105.0, 4),  # the right edge is of the last character
        (0, 70.1, 105.0, None),
        (0, 49.9, 105.0, None),
        (0, 50.0, 98.5, 3),  # a line may be missed by a point and a half
        (0, 50.0, 98.4, None),
        (0, 50.0, 111.5, 3),
        (0, 50.0, 111.6, None),
        (0, 50.0, 205.0, None),  # in no file
        (-1, 50.0, 105.0, None),
        (1, 50.0, 105.0, None),
    ],
)
def test_what_is_under_a_point(page: int, x: float, y: float, offset: int | None) -> None:
    spot = pages((line("全年", start=3), line("1", 200.0))).spot_at(page, x, y)
    assert (spot and spot[1]) == offset


@pytest.mark.parametrize(
    ("tops", "stretches"),
    [
        ([], []),
        ([100], [(100, 110)]),
        ([120.9, 100], [(100, 130.9)]),  # less than a line and a point between them
        ([100, 121], [(100, 110), (121, 131)]),
        ([100, 105, 300], [(100, 115), (300, 310)]),
    ],
)
def test_changed_lines_near_each_other_are_one_stretch(tops: list[float], stretches: list[tuple[float, float]]) -> None:
    assert list(changed_stretches([line("新", top) for top in tops], Counter())) == stretches


def test_a_line_that_was_there_is_not_new_as_often_as_it_was() -> None:
    lines = [line("旧", 100), line("旧", 200), line("旧", 300)]
    assert list(changed_stretches(lines, Counter({"旧": 2}))) == [(300, 310)]


@pytest.mark.parametrize(
    ("offset", "at"),
    [(0, Spotted(0, 100)), (3, Spotted(0, 100)), (4, Spotted(0, 100)), (8, Spotted(0, 100)), (9, Spotted(1, 200))],
)
def test_where_an_offset_is_printed_or_the_one_before_it(offset: int, at: Spotted) -> None:
    """Where it is printed twice, the first place counts."""
    files = FileMap(pages((line("全年", start=3),), (line("Words", 200, start=9), line("全", 300, start=3))))
    assert files.near("2025.yaml", offset) == at
    assert files.near("other.yaml", offset) is None


def test_a_place_before_all_printed_texts_leads_to_the_first() -> None:
    assert FileMap(pages((line("全", start=3), line("年", 200, start=4)))).near("2025.yaml", 0) == Spotted(0, 100)


def test_a_finding_without_a_place_is_on_no_page() -> None:
    """One with a place is where its text is printed, as soon as there are pages."""
    found = Findings((Diagnostic("text-empty", Place("2025.yaml", 2, 4)), Diagnostic("list-empty")))
    files = FileMap(pages((line("Words", 200, start=9),)))
    shown = [(each.file, each.line, each.column, each.at) for each in shown_findings(found, files, "zh")]
    assert shown == [("2025.yaml", 2, 4, Spotted(0, 200)), ("", 0, 0, None)]
    assert [each.at for each in shown_findings(found, None, "zh")] == [None, None]


@pytest.mark.parametrize(
    ("place", "at"),
    [
        (Place("2025.yaml", 1, 4), Spotted(0, 100)),
        (Place("2025.yaml", 2, 4), Spotted(1, 200)),
        (Place("2025.yaml", 3, 1), Spotted(1, 200)),
        (Place("2025.yaml", 4, 1), None),
        (Place("2025.yaml"), None),
        (Place("other.yaml", 1, 1), None),
    ],
)
def test_where_a_place_of_a_file_is_printed(place: Place, at: Spotted | None) -> None:
    assert FileMap(pages((line("全年", start=3),), (line("Words", 200, start=9),))).of_place(place) == at


@pytest.mark.parametrize(
    ("before", "after", "offset"),
    [("全年", "全年", None), ("全年", "全月", 1), ("全年", "全年来", 2), ("全年", "全", 1), ("", "全", 0)],
)
def test_where_a_text_was_edited(before: str, after: str, offset: int | None) -> None:
    assert edited_offset(before, after) == offset


def black_below() -> bytes:
    """A PDF of one page of 200 by 100 points, its lower right quarter black."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(200, 100))
    canvas.rect(100, 0, 100, 50, fill=1, stroke=0)
    canvas.line(0, 90, 90, 60)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize(
    ("scale", "column", "row", "size", "share"),
    [
        (1.0, 0, 0, (200, 100), 0.25),
        (2.4, 0, 0, (480, 240), 0.25),
        (10.24, 0, 0, (1024, 1024), 0.0),
        (10.24, 1, 0, (1024, 1024), 0.5),
        (16.0, 3, 1, (128, 576), 1.0),
        (99.0, 3, 1, (128, 576), 1.0),  # no sharper than that
    ],
)
def test_tiles_are_parts_of_a_page(scale: float, column: int, row: int, size: tuple[int, int], share: float) -> None:
    """Each with the share of it that is black."""
    drawer = TileDrawer(black_below())
    content = drawer.tile(0, scale, column, row)
    assert content is not None
    with Image.open(BytesIO(content)) as picture:
        grey = picture.convert("L")
        assert picture.size == size
        assert grey.histogram()[0] / (size[0] * size[1]) == pytest.approx(share, abs=0.02)
    drawer.close()


@pytest.mark.parametrize(("scale", "times"), [(2.4, 2), (2.5, 1)])
def test_small_pages_are_drawn_twice_as_large_and_made_small(scale: float, times: int) -> None:
    """So that small text is not too thin; where it is large enough, it is as sharp as it can be."""
    drawer, pdf = TileDrawer(black_below()), PdfDocument(black_below())
    whole = pdf[0].render(scale=scale * times).to_pil().reduce(times)
    content = drawer.tile(0, scale, 0, 0)
    assert content is not None
    with Image.open(BytesIO(content)) as picture:
        assert picture.tobytes() == whole.tobytes()
    drawer.close()
    pdf.close()


@pytest.mark.parametrize(("page", "column", "row"), [(1, 0, 0), (-1, 0, 0), (0, 2, 0), (0, 0, 1), (0, -1, 0)])
def test_there_is_no_tile_beyond_a_page(page: int, column: int, row: int) -> None:
    """At a scale at which a tile is 100 points."""
    drawer = TileDrawer(black_below())
    assert drawer.tile(page, TILE / 100, column, row) is None
    drawer.close()


def test_a_drawer_gives_back_what_pdfium_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[PdfDocument] = []

    class Kept(PdfDocument):  # type: ignore[misc]
        def __init__(self, pdf: bytes) -> None:
            super().__init__(pdf)
            opened.append(self)

    monkeypatch.setattr(pypdfium2, "PdfDocument", Kept)
    drawer = TileDrawer(black_below())
    drawer.tile(0, 1.0, 0, 0)
    drawer.close()
    assert [each.raw for each in opened] == [None]

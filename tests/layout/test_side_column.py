"""The side column: where ordinals and figures stand beside the text, on pages of either hand, and what they ask for."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from reportgen.layout import Fragment, Layout
from reportgen.layout.page_types import TextPiece, piece_width
from reportgen.layout.rows import Row
from reportgen.layout.side_column import room_made
from reportgen.style import POINTS_PER_MILLIMETRE, Strip
from tests.beside import SECTIONS, SHORT_SECTIONS, laid_out, laid_out_document, side_sheet
from tests.support import MINIMAL, examine

STRIP = Strip(10.0, 100.0, 0.0)


def pieces(layout: Layout, page: int) -> Iterator[tuple[Fragment, TextPiece]]:
    """The texts of a page with the fragments that they are in."""
    for fragment in layout.pages[page].fragments:
        yield from ((fragment, piece) for piece in fragment.texts)


def span(layout: Layout, page: int, sizes: tuple[float, ...]) -> tuple[float, float]:
    """From where to where text of some sizes is on a page, in mm."""
    found = [piece for _, piece in pieces(layout, page) if piece.size in sizes]
    lefts = [piece.x for piece in found]
    return min(lefts) / POINTS_PER_MILLIMETRE, max(lefts) / POINTS_PER_MILLIMETRE


def line_texts(layout: Layout, size: float) -> list[str]:
    """The lines of text of a size, from page to page."""
    lines: dict[tuple[int, float], str] = {}
    for number in range(len(layout.pages)):
        for fragment, piece in pieces(layout, number):
            if piece.size == size and fragment.block is not None:
                lines[number, piece.y] = lines.get((number, piece.y), "") + piece.text
    return list(lines.values())


def test_the_column_is_at_the_spine_on_pages_of_either_hand() -> None:
    """16 mm from the spine, the text 27 mm from the other edge: right-hand pages bind left, left-hand ones right."""
    layout = laid_out(SECTIONS, side_sheet())
    assert span(layout, 0, (22.0, 25.0, 54.0))[0] == pytest.approx(16, abs=0.1)
    assert span(layout, 1, (22.0, 25.0))[0] == pytest.approx(210 - 16 - 34, abs=0.1)
    assert span(layout, 0, (12.0,))[0] == pytest.approx(16 + 34 + 6, abs=0.1)
    assert span(layout, 1, (12.0,))[0] == pytest.approx(27, abs=0.1)
    assert span(layout, 1, (12.0,))[1] < 27 + 127


def test_without_facing_pages_it_is_on_the_left_of_all() -> None:
    layout = laid_out(SECTIONS, side_sheet(facing=False))
    assert {round(span(layout, page, (22.0,))[0]) for page in range(2)} == {16}


def test_lines_break_alike_whatever_the_hand() -> None:
    """The same text, in which each page's column is on the other side."""
    assert line_texts(laid_out(SECTIONS, side_sheet()), 12.0) == line_texts(
        laid_out(SECTIONS, side_sheet(facing=False)), 12.0
    )


def test_what_is_in_no_text_beside_the_column_has_the_whole_width() -> None:
    """The glossary is not among the texts of the sheet."""
    report = f"{MINIMAL}glossary:\n  - {{term: 提案, meaning: 意见和建议。}}\n"
    layout = laid_out(report, side_sheet())
    texts = {piece.text: piece.x / POINTS_PER_MILLIMETRE for _, piece in pieces(layout, 0)}
    assert texts["意见和建议。"] < 56
    assert texts["提案："] == pytest.approx(24, abs=0.1)


def test_indented_texts_begin_at_the_same_place_and_keep_to_the_margins() -> None:
    """Tasks: their column begins at the type area, 24 mm from the edge, their text where that of reviews does."""
    sheet = side_sheet()
    assert sheet.side is not None
    report = f"{MINIMAL}tasks:\n  title: 主要任务\n  intro: {'新的一年任务更重。' * 20}\n"
    layout = laid_out(report, sheet)
    ordinals = [piece.x / POINTS_PER_MILLIMETRE for _, piece in pieces(layout, 0) if piece.size == 54.0]
    assert ordinals == [pytest.approx(16, abs=0.1), pytest.approx(24, abs=0.1)]
    title = next(piece for _, piece in pieces(layout, 0) if piece.text.startswith("主要任务"))
    assert title.x / POINTS_PER_MILLIMETRE == pytest.approx(56, abs=0.1)
    ends = max(piece.x + piece_width(piece) for _, piece in pieces(layout, 0) if piece.size == 12.0)
    assert ends / POINTS_PER_MILLIMETRE == pytest.approx(186, abs=1)


def test_a_section_number_is_on_the_baseline_of_its_head_and_a_part_ordinal_as_high_as_its_title() -> None:
    layout = laid_out(SECTIONS, side_sheet())
    number = next(piece for _, piece in pieces(layout, 0) if piece.size == 22.0)
    head = next(piece for _, piece in pieces(layout, 0) if piece.text.startswith("办好") and piece.size == 14.0)
    assert number.y == pytest.approx(head.y)
    ordinal = next(piece for _, piece in pieces(layout, 0) if piece.size == 54.0)
    title = next(piece for _, piece in pieces(layout, 0) if piece.text.startswith("工作回顾"))
    assert ordinal.y - title.y == pytest.approx(54 / 2, abs=1.5)


def test_the_first_metric_of_a_section_is_beside_it_and_not_of_the_text() -> None:
    """Its label, figure and unit, which the text tells as well: shown, and not read again."""
    layout = laid_out(SECTIONS, side_sheet())
    aside = [
        piece.text for fragment, piece in pieces(layout, 0) if fragment.block is None and piece.size in (9.0, 25.0)
    ]
    assert "".join(aside).startswith("征集提案437")


def test_a_section_without_a_metric_has_nothing_beside_it_but_its_number() -> None:
    report = f"{MINIMAL}  sections:\n    - title: 办好小事\n      items: [履职到身边]\n"
    layout = laid_out(report, side_sheet())
    assert not [piece for fragment, piece in pieces(layout, 0) if piece.size == 25.0]


def test_the_years_of_a_metric_are_a_small_chart_under_its_figure() -> None:
    """Within the column, and no content: the text has the figure."""
    report = SECTIONS.replace("unit: 件}", "unit: 件, history: {2023: 400, 2024: 420}}")
    layout = laid_out(report, side_sheet())
    figures = [each for each in layout.pages[0].fragments if each.is_figure]
    assert figures
    assert {each.block for each in figures} == {None}
    lefts, ends = ([box.x + box.width * share for box in figures[0].rectangles] for share in (0, 1))
    assert min(lefts) / POINTS_PER_MILLIMETRE >= 16 - 0.1
    assert max(ends) / POINTS_PER_MILLIMETRE <= 16 + 34 + 0.1
    number = next(piece for _, piece in pieces(layout, 0) if piece.size == 25.0)
    assert min(box.y for box in figures[0].rectangles) > number.y


def row(height: float = 10.0, **how: object) -> Row:
    return Row(content=Fragment(0), height=height, strip=STRIP, **how)  # type: ignore[arg-type]


def test_rows_beside_a_high_column_stay_with_it() -> None:
    """Three of ten points hold what reaches down thirty; the fourth is free."""
    rows, below = room_made([row(reach=30.0), row(), row(), row()], 10.0)
    assert [each.joined for each in rows] == [False, True, True, False]
    assert [each.height for each in rows] == [10.0] * 4
    assert below == {}


@pytest.mark.parametrize(
    "following",
    [
        [row(reach=10.0)],
        [row(start="page")],
        [row(start="fit")],
        [Row(content=Fragment(1), height=10.0)],
        [],
    ],
    ids=["another", "a page", "perhaps a page", "the whole width", "the end"],
)
def test_a_text_shorter_than_its_column_makes_room_for_it(following: list[Row]) -> None:
    """In whole lines, so that nothing is added to bring what follows back to their grid."""
    rows, below = room_made([row(reach=35.0), row(), *following], 10.0)
    assert [each.height for each in rows[:2]] == [10.0, 30.0]
    assert below == {0: 20.0}


def test_the_space_above_the_next_heading_holds_an_ordinal_but_no_figure() -> None:
    """Ordinals are apart anyway; a figure would touch the number of the next section."""
    ordinal, figure = Fragment(0), Fragment(None)
    following = row(reach=10.0, space=10.0, joined=True)
    for beside, room in (((ordinal,), 10.0), ((ordinal, figure), 20.0)):
        _, below = room_made([row(reach=25.0, beside=beside), following], 10.0)
        assert below == {0: room}
    _, below = room_made([row(reach=20.0, beside=(ordinal,)), following], 10.0)
    assert below == {}


def test_no_figure_is_over_another_or_below_the_page() -> None:
    """Sections of a line, each with a column of several: no column reaches the next, nor the foot of a page."""
    layout = laid_out(SHORT_SECTIONS, side_sheet())
    assert len(layout.pages) > 2
    for number in range(len(layout.pages)):
        column = sorted({round(piece.y, 1) for _, piece in pieces(layout, number) if piece.size in (22.0, 25.0)})
        assert len(column) > 3
        assert all(after - before > 24 for before, after in pairwise(column))
        assert column[-1] < layout.height - 24 * POINTS_PER_MILLIMETRE


def test_a_part_without_a_title_has_its_ordinal_all_the_same() -> None:
    """A draft may print a part before it has a title; its ordinal has no line of letters to be beside."""
    report = "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews: {title: '', intro: 一年来。}\n"
    document = examine(report, style=side_sheet(), draft=True).composed
    layout = laid_out_document(document, side_sheet())
    assert "一" in [piece.text for _, piece in pieces(layout, 0)]

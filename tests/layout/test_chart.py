"""Charts on paper: marks where their numbers are, from zero; numbers and years that never touch."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.document import Chart, ChartForm, Document, Metadata, Origin
from reportgen.document.plot import Plot, plot_of
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Disc, Fragment, Polyline, Rectangle, TextPiece, lay_out
from reportgen.layout.pages import shifted
from reportgen.style import ChartLook, Colour, Length
from tests.support import fitted, prepared, sheet_named

PLENARY = sheet_named()
assert PLENARY.metrics is not None
assert PLENARY.metrics.chart is not None
NARROW = replace(PLENARY.metrics.chart, slot=Length(6.0, "em"), bar=Length(2.5, "em"))
SHEET = replace(PLENARY, metrics=replace(PLENARY.metrics, chart=NARROW))
"""Years that stand close, so that there are numbers without room."""

WIDTH = SHEET.page.width.points() - SHEET.page.left.points() - SHEET.page.right.points()
BOOK, _ = open_fonts(SHEET, bundled_library())
UNTIL_2025 = range(2014, 2026)


def look() -> ChartLook:
    found = prepared(SHEET).looks.chart()
    assert found is not None
    return found


def chart_of(numbers: Mapping[int, float | str], form: ChartForm = "columns") -> Chart:
    """A chart of numbers by year, printed as they are."""
    figures = tuple(str(number) for number in numbers.values())
    return Chart(
        form, "提案", "件", tuple(numbers), figures, tuple(map(float, figures)), "图", Origin(("metrics", "提案"))
    )


def plotted(numbers: Mapping[int, float | str], form: ChartForm = "columns") -> Plot:
    return plot_of(chart_of(numbers, form), look(), WIDTH)


def drawn(numbers: Mapping[int, float | str], form: ChartForm = "columns") -> Fragment:
    """What a chart puts on the page."""
    assert BOOK is not None
    document = Document(Metadata("", "", "", (), datetime.date(2025, 12, 31), "zh-CN"), (chart_of(numbers, form),))
    layout = lay_out(document, fitted(SHEET, document), BOOK)
    (found,) = (each for page in layout.pages for each in page.fragments if each.is_figure)
    return found


class Label(NamedTuple):
    """A text of a chart and the room it takes."""

    text: str
    left: float
    right: float
    y: float
    colour: Colour


def labels(fragment: Fragment) -> list[Label]:
    """The texts of a chart, pieces that go on where the one before ends joined."""
    found: list[Label] = []
    for piece in fragment.texts:
        right = piece.x + sum(piece.setting.advances[character] for character in piece.text) * piece.size
        last = found[-1] if found else None
        if last and last.y == piece.y and 0 <= piece.x - last.right < piece.size / 2 and piece.text == "年":
            found[-1] = last._replace(text=last.text + piece.text, right=right)
        else:
            found.append(Label(piece.text, piece.x, right, piece.y, piece.colour))
    return found


def labelled(plot: Plot) -> list[bool]:
    return [point.labelled for point in plot.points]


def test_columns_are_as_long_as_their_numbers_say() -> None:
    """Zero is where they begin, also where all are large, some are negative, or all are."""
    for numbers in ({2023: 95, 2024: 96, 2025: 98}, {2023: 2, 2024: -1.5, 2025: 3}, {2023: -7, 2024: -5, 2025: -9}):
        *columns, axis = drawn(numbers).rectangles
        unit = max(column.height for column in columns) / max(map(abs, numbers.values()))
        assert [column.height for column in columns] == pytest.approx([abs(each) * unit for each in numbers.values()])
        for column, number in zip(columns, numbers.values(), strict=True):
            assert (column.y + column.height if number > 0 else column.y) == pytest.approx(axis.y)


def test_a_line_is_as_high_as_its_numbers_say() -> None:
    fragment = drawn(dict.fromkeys(UNTIL_2025, 90) | {2020: 45, 2021: -30}, "line")
    (line,), (axis,) = fragment.polylines, fragment.rectangles
    heights = [axis.y - y for _, y in line.points]
    assert heights[6] == pytest.approx(heights[0] / 2)
    assert heights[7] == pytest.approx(-heights[0] / 3)
    assert [(disc.x, disc.y) for disc in fragment.discs] == list(line.points)


@pytest.mark.parametrize("form", ["columns", "line"])
def test_where_all_is_zero_it_lies_on_the_axis_at_the_foot(form: ChartForm) -> None:
    plot = plotted({2023: 0, 2024: 0, 2025: 0}, form)
    assert {point.y for point in plot.points} == {plot.axis}
    assert plot.axis == look().height - look().pitch
    assert labelled(plot) == [True, True, True]


@pytest.mark.parametrize("form", ["columns", "line"])
def test_years_that_are_missing_keep_their_room(form: ChartForm) -> None:
    """Else five years would look like two; their names stand over nothing."""
    numbers = {2018: 5, 2019: 6, 2021: 7, 2025: 9}
    first, *others = (point.x for point in plotted(numbers, form).points)
    assert [other - first for other in others] == pytest.approx([plotted(numbers, form).slot * n for n in (1, 3, 7)])
    texts = [label.text for label in labels(drawn(numbers, form))]
    assert [text for text in texts if "年" in text] == [f"{year}年" for year in range(2018, 2026)]


def test_a_line_ends_where_a_year_is_missing() -> None:
    """Nothing is known of it, so nothing is drawn there; a year alone is a dot."""
    fragment = drawn({2014: 5, 2015: 6, 2017: 7, 2020: 8, 2021: 9, 2022: 8, 2025: 9}, "line")
    assert [len(line.points) for line in fragment.polylines] == [2, 3]
    assert len(fragment.discs) == 7
    ends = [(line.points[0], line.points[-1]) for line in fragment.polylines]
    dots = [(disc.x, disc.y) for disc in fragment.discs]
    assert ends == [(dots[0], dots[1]), (dots[3], dots[5])]


def test_the_last_year_has_a_colour_of_its_own() -> None:
    style = look()
    *columns, _ = drawn({2023: 5, 2024: 6, 2025: 7}).rectangles
    assert [column.colour for column in columns] == [style.past, style.past, style.colour]
    line = drawn(dict.fromkeys(range(2023, 2026), 5), "line")
    assert [disc.colour for disc in line.discs] == [style.line_colour, style.line_colour, style.colour]
    assert {label.text for label in labels(line) if label.colour == style.colour} == {"5"}
    assert sum(label.colour == style.colour for label in labels(line)) == 1


def test_every_number_is_printed_where_there_is_room() -> None:
    assert all(labelled(plotted(dict.fromkeys(UNTIL_2025, 1204), "line")))


@pytest.mark.parametrize("form", ["columns", "line"])
def test_else_the_first_the_last_the_highest_and_the_lowest_are(form: ChartForm) -> None:
    numbers: dict[int, float] = dict.fromkeys(UNTIL_2025, 1234567.5) | {2017: 1_000_000.5, 2021: 2_000_000.5}
    shown = [year for year, is_shown in zip(numbers, labelled(plotted(numbers, form)), strict=True) if is_shown]
    assert shown == [2014, 2017, 2021, 2025]


def test_of_two_labels_that_would_touch_the_later_is_left_out() -> None:
    """The last before the first, the highest before the lowest."""
    numbers: dict[int, float] = dict.fromkeys(UNTIL_2025, 1234567.5) | {2018: 2_000_000.5, 2019: 1_000_000.5}
    shown = [year for year, is_shown in zip(numbers, labelled(plotted(numbers, "line")), strict=True) if is_shown]
    assert shown == [2014, 2018, 2025]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (3, ["2023年", "2024年", "2025年"]),
        (12, [str(year) for year in UNTIL_2025]),
        (17, [f"{year}年" for year in range(2009, 2026, 2)]),
        (20, ["2006年", "2025年"]),
        (31, [f"{year}年" for year in range(1995, 2026, 5)]),
    ],
)
def test_years_are_thinned_by_one_step_from_first_to_last(count: int, expected: list[str]) -> None:
    """Twenty years have no step that Word could count; the ends say enough."""
    plot = plotted(dict.fromkeys(range(2026 - count, 2026), 5), "line")
    assert list(plot.names[:: plot.step]) == expected


def test_numbers_are_above_a_line_and_below_where_it_would_cross_them() -> None:
    """In a valley there is room below only."""
    plot = plotted({2020: 9000, 2021: 4000, 2022: 9000, 2023: 8500, 2024: 8000, 2025: 8200}, "line")
    assert [point.below for point in plot.points] == [False, True, False, False, False, False]
    assert all(labelled(plot))


def test_in_a_shallow_valley_a_number_clears_the_line() -> None:
    """2000 of 9000 deep it is above its dot; 3000 deep the line would cross it there."""
    for lowest, below in ((7000, False), (6000, True)):
        plot = plotted({2020: 9000, 2021: lowest, 2022: 9000, 2023: 4000, 2024: 4100, 2025: 4200}, "line")
        assert plot.points[1].below == below


@pytest.mark.parametrize(
    ("numbers", "sides"),
    [
        ((9000, 5000, 9000), "^v^"),
        ((9000, 5000, 5000), "^v^"),
        ((5000, 5000, 9000), "^v^"),
        ((9000, 7000, 5000), "^^^"),
        ((9000, 5000, 3000), "^v^"),
        ((9000, 6000, 3000), "^·v"),
        ((3000, 6000, 9000), "v·^"),
        ((9000, 4000, 4000, 9000), "^vv^"),
        ((9000, 5000, 7000, 9000), "^v^^"),
        ((5000, 6000, 6000, 9000), "^^v^"),
        ((9000, 8000, 1000, 5000), "^^^^"),
        ((9000, 1000, 5000, 9000), "^^·^"),
        ((1000, 9000, 1000, 9000, 1000, 9000), "^^·^·^"),
        ((9000, 2000, 9000), "^v^"),
        ((9000, 1980, 9000), "^^^"),
        ((-9000, -2600, -9000), "v^v"),
        ((-9000, -2540, -9000), "vvv"),
        ((9000, None, 2000, None, 9000), "^^^"),
        ((9000, 5000, None, 9000), "^v^"),
        ((9000, None, 5000, 9000), "^v^"),
        ((9000, 300, 9000), "^^^"),
        ((5, -5, 5), "^v^"),
        ((-5, 5, -5), "v^v"),
    ],
)
def test_the_side_of_its_dot_that_a_number_stands_on(numbers: tuple[float | None, ...], sides: str) -> None:
    """^ above, v below, · none: of each dot by the lines to the years beside it, the axis and the years at the foot."""
    plot = plotted({year: number for year, number in enumerate(numbers, 2014) if number is not None}, "line")
    found = ("·" if not point.labelled else "v" if point.below else "^" for point in plot.points)
    assert "".join(found) == sides


def test_a_number_that_a_line_would_cross_above_and_below_is_left_out() -> None:
    """In the midst of a steep rise; the ends, the highest and the lowest are printed all the same."""
    plot = plotted({2020: 900, 2021: 100, 2022: 500, 2023: 910, 2024: 880, 2025: 890}, "line")
    assert labelled(plot) == [True, True, False, True, True, True]


def test_long_numbers_spread_the_years_as_far_as_there_is_room() -> None:
    """Columns stay as wide as they are."""
    five = range(2021, 2026)
    short, long = (plotted(dict.fromkeys(five, number)) for number in ("12", "12345678901"))
    assert look().slot == short.slot < long.slot
    assert look().bar == short.bar == long.bar
    assert all(labelled(long))
    assert plotted(dict.fromkeys(five, "12") | {2023: "12345678901"}).slot == long.slot
    many = plotted(dict.fromkeys(UNTIL_2025, "12345678901"))
    assert many.slot == WIDTH / len(UNTIL_2025)
    assert many.bar / many.slot == pytest.approx(short.bar / short.slot)


@pytest.mark.slow
@settings(max_examples=60)
@given(
    numbers=st.dictionaries(st.integers(1990, 2025), st.integers(-(10**7), 10**7), min_size=2),
    form=st.sampled_from(["columns", "line"]),
)
def test_labels_never_touch_nor_leave_the_type_area(numbers: dict[int, float], form: ChartForm) -> None:
    """As the faces of the sheet really set them."""
    fragment = drawn(dict(sorted(numbers.items())), form)
    found = labels(fragment)
    left, right = SHEET.page.left.points(), SHEET.page.left.points() + WIDTH
    assert all(left - 0.01 <= label.left and label.right <= right + 0.01 for label in found)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            apart = one.right + 1 <= other.left or other.right + 1 <= one.left
            assert apart or abs(one.y - other.y) >= look().label, (one, other)


def test_all_shapes_of_a_chart_move_with_it() -> None:
    """Left-hand pages are moved as a whole."""
    for form in ("columns", "line"):
        fragment = drawn(dict.fromkeys(UNTIL_2025, 5), form)
        before, after = places(fragment), places(shifted(fragment, 10.0, 4.0))
        assert len(before) > len(UNTIL_2025)
        assert [(10.0 + x, 4.0 + y) for x, y in before] == after


def places(fragment: Fragment) -> list[tuple[float, float]]:
    """Where every shape is."""
    shapes: list[Rectangle | Disc | TextPiece] = [*fragment.rectangles, *fragment.discs, *fragment.texts]
    lines: tuple[Polyline, ...] = fragment.polylines
    return [(shape.x, shape.y) for shape in shapes] + [point for line in lines for point in line.points]

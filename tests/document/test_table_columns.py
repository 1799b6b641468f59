"""Columns as wide as what they hold: the longest cell of any row counts, and the head; together the type area."""

from itertools import permutations

import pytest

from reportgen.document import Inlines, Origin, Run, Table, column_widths
from reportgen.document.table_columns import _by_content
from tests.support import prepared, sheet_named

SHEET = prepared(sheet_named("official"))
SHORT, LONG, FIGURE = "提案", "报送社情民意信息", "437件"
HEAD = ("指标", "数值", "备注")


def widths(*rows: tuple[str, str, str], head: tuple[str, str, str] = HEAD) -> list[float]:
    def cells(row: tuple[str, ...]) -> tuple[Inlines, ...]:
        return tuple((Run(text),) for text in row)

    origins = tuple(Origin(()) for _ in rows)
    return column_widths(Table("", ("label", "figure", "note"), cells(head), tuple(map(cells, rows)), origins), SHEET)


def test_the_longest_cell_counts_whatever_its_row() -> None:
    rows = ((SHORT, FIGURE, ""), (LONG, FIGURE, ""), ("会议", "1.2万余人次", "含联名"))
    (found,) = {tuple(widths(*each)) for each in permutations(rows)}
    alone = widths((LONG, "1.2万余人次", "含联名"))
    assert found == pytest.approx(alone)


def test_with_room_a_longer_cell_takes_as_much_more_as_it_is_longer() -> None:
    """What is left is shared out alike."""
    before, after = widths((LONG, FIGURE, SHORT)), widths((LONG + SHORT, FIGURE, SHORT))
    more = 2 * SHEET.looks.block("table-cell").size
    assert [one - other for one, other in zip(after, before, strict=True)] == pytest.approx(
        [more * 2 / 3, -more / 3, -more / 3]
    )


def test_a_head_counts_as_its_cells_do() -> None:
    assert widths((SHORT, FIGURE, ""), head=(LONG, "数值", "备注"))[0] > widths((SHORT, FIGURE, ""))[0]


@pytest.mark.parametrize(
    "row",
    [
        (SHORT, FIGURE, ""),
        (LONG * 20, FIGURE, SHORT),
        (LONG * 20, FIGURE, LONG * 10),
        (LONG * 20, "9" * 60 + "件", LONG),
        ("", "", ""),
    ],
)
def test_the_columns_are_the_type_area_together(row: tuple[str, str, str]) -> None:
    found = widths(row)
    assert sum(found) == pytest.approx(SHEET.area.width)
    assert min(found) > 0


def test_without_room_the_longer_text_has_the_wider_column_and_a_short_one_its_own() -> None:
    first, figure, last = widths((LONG * 20, FIGURE, SHORT))
    assert first > figure
    assert first > last
    assert last == pytest.approx(widths((LONG * 30, FIGURE, SHORT))[2])
    twice = widths((LONG * 20, FIGURE, LONG * 10))
    assert twice[0] > twice[2] > figure


@pytest.mark.parametrize("figure", ["4件", "437件", f"{'1234' * 4}件", f"{'1234' * 12}件", "1" * 200])
@pytest.mark.parametrize(("label", "note"), [("甲", "乙"), ("甲", "备注很长" * 20), ("名称很长" * 20, "备注很长" * 20)])
def test_columns_fill_the_type_area_whatever_they_hold(label: str, figure: str, note: str) -> None:
    """Where the others need little, a long figure has the rest."""
    found = widths((label, figure, note))
    assert sum(found) == pytest.approx(SHEET.area.width)
    assert min(found) > 0


@pytest.mark.parametrize(
    ("natural", "least", "across", "given"),
    [
        ([50, 50, 50], 40, 300, [100, 100, 100]),
        ([50, 80, 110], 40, 300, [70, 100, 130]),
        ([400, 100, 100], 40, 400, [200, 100, 100]),
        ([400, 50, 500], 180, 600, [200, 50, 350]),
        ([400, 200, 500], 180, 600, [200, 200, 200]),
        ([400, 300, 500], 180, 600, [200, 175, 225]),
        ([400, 300, 500], 220, 600, [220, 166.25, 213.75]),
        ([400, 300, 500], 400, 600, [300, 131.25, 168.75]),
        ([120, 300, 500], 180, 600, [120, 210, 270]),
    ],
)
def test_how_columns_share_a_width(natural: list[float], least: float, across: float, given: list[float]) -> None:
    """The first of figures: an equal part, what its numbers ask for, half of all at most; then who needs little."""
    assert _by_content(natural, 0, least, across) == pytest.approx(given)

"""Cards of metrics in redlines: those that shift are moves, and every one comes back into its cell."""

import pytest

from tests.docx.reading import WORD, part, style_of
from tests.docx.test_redline import assert_round_trip
from tests.docx.tracked import changes
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

CARDS = "metrics:\n" + "".join(
    f"  数{number}: {{label: 指标{number}{number}, value: {number}00, unit: 件}}\n" for number in range(1, 8)
)
CHARTED = CARDS.replace("unit: 件", "unit: 件, history: {2023: 1, 2024: 2}")
"""In plenary metrics are cards where there are charts to show, three in a row."""


@pytest.mark.parametrize("gone", [1, 4, 7])
def test_rows_of_charted_cards_before_a_shift_stay(gone: int) -> None:
    old = MINIMAL + CHARTED
    line = f"  数{gone}: {{label: 指标{gone}{gone}, value: {gone}00, unit: 件, history: {{2023: 1, 2024: 2}}}}\n"
    made = assert_round_trip(old, old.replace(line, ""), "plenary")
    first = (gone - 1) // 3 * 3 + 1
    for kind in ("moveFrom", "moveTo"):
        assert [each[2] for each in _moved(made.data, kind)] == [
            str(number) for number in range(first, 8) if number != gone
        ]
    struck = [each for each in changes(made.data) if each.startswith("del")]
    assert struck[:2] == [f"del 指标{gone}{gone}", f"del {gone}00件"]


def test_a_figure_that_changed_has_a_line_of_its_own() -> None:
    """Struck and new side by side the large numbers of a card would be broken anywhere."""
    made = assert_round_trip(MINIMAL + CHARTED, MINIMAL + CHARTED.replace("value: 400", "value: 450"), "plenary")
    cell = next(each for each in part(made.data).iter(f"{WORD}tc") if "指标44" in "".join(each.itertext()))
    shown = [(style_of(each), "".join(each.itertext())) for each in cell.iter(f"{WORD}p")]
    assert shown[:3] == [("CardLabel", "指标44"), ("CardFigure", "400件"), ("CardFigure", "450件")]
    assert changes(made.data)[:3] == ["del 400件", "ins 450", "ins 件"]


@pytest.mark.parametrize("charts", [", history: {2023: 1, 2024: 2}", ""])
def test_a_figure_that_ends_its_cell_is_struck_with_its_unit(charts: str) -> None:
    """As on the card of a first year and in a row of ``figure_rows``: the line ends between 件 and the new number."""
    old = MINIMAL + "metrics:\n  甲: {label: 首年, value: 2043, unit: 件}\n"
    old += f"  乙: {{label: 往年, value: 900, unit: 件{charts}}}\n"
    made = assert_round_trip(old, old.replace("2043", "2437"), "plenary")
    styles = {style_of(each) for each in part(made.data).iter(f"{WORD}p")}
    assert {"CardFigure", "RowFigure"} & styles == {"CardFigure" if charts else "RowFigure"}
    assert changes(made.data) == ["del 2043件", "ins 2437", "ins 件"]


def test_a_figure_of_a_first_year_is_struck_before_one_with_a_chart() -> None:
    old = MINIMAL + CHARTED.replace("value: 100, unit: 件, history: {2023: 1, 2024: 2}", "value: 2043, unit: 件")
    new = old.replace("value: 2043, unit: 件", "value: 2437, unit: 件, history: {2023: 1, 2024: 2}")
    for one, other, struck in ((old, new, ["del 2043件", "ins 2437"]), (new, old, ["del 2437件", "del ▲ 121750.0%"])):
        assert changes(assert_round_trip(one, other, "plenary").data)[:2] == struck


def test_one_metric_gone_is_one_card_struck() -> None:
    """Cards behind it moved up: their rows went and came, and they are moves, not deletions."""
    old, new = MINIMAL + CARDS, MINIMAL + CARDS.replace("  数3: {label: 指标33, value: 300, unit: 件}\n", "")
    made = assert_round_trip(old, new, "classic")
    struck = [each for each in changes(made.data) if each.startswith("del")]
    assert struck == ["del 300件", "del 指标33", *struck[2:]]
    assert all("3" in each for each in struck)  # the table of metrics strikes its row
    moved = [f"{number}00件 指标{number}{number}" for number in (4, 5, 6, 7)]
    assert _moved(made.data, "moveFrom") == _moved(made.data, "moveTo") == moved
    back = assert_round_trip(new, old, "classic")
    assert [each for each in changes(back.data) if each.startswith("ins")][:3] == ["ins 300", "ins 件", "ins 指标33"]
    assert _moved(back.data, "moveTo") == moved


def _moved(data: bytes, kind: str) -> list[str]:
    """What lies in each range of moves, paragraphs apart."""
    return [
        " ".join("".join(each.itertext()) for each in cell.iter(f"{WORD}p"))
        for cell in part(data).iter(f"{WORD}tc")
        if next(cell.iter(f"{WORD}{kind}RangeStart"), None) is not None
    ]


@pytest.mark.parametrize("gone", [1, 4, 7])
def test_rows_of_cards_before_a_shift_stay(gone: int) -> None:
    """Two cards in a row: those before the row of the one that went are as they were."""
    old = MINIMAL + CARDS
    new = old.replace(f"  数{gone}: {{label: 指标{gone}{gone}, value: {gone}00, unit: 件}}\n", "")
    made = assert_round_trip(old, new, "classic")
    first = (gone - 1) // 2 * 2 + 1
    assert [each[:1] for each in _moved(made.data, "moveFrom")] == [
        str(number) for number in range(first, 8) if number != gone
    ]


def test_a_card_whose_number_changed_while_it_moved_shows_both() -> None:
    old = MINIMAL + CARDS
    new = old.replace("  数1: {label: 指标11, value: 100, unit: 件}\n", "").replace("value: 200,", "value: 250,")
    made = assert_round_trip(old, new, "classic")
    edits = [each for each in changes(made.data) if each.startswith(("del", "ins"))]
    assert edits[:4] == ["del 100件", "del 指标11", "del 200", "ins 250"]


def test_a_card_in_place_of_another_goes_back_exactly() -> None:
    old = MINIMAL + CARDS
    new = old.replace("数3: {label: 指标33, value: 300, unit: 件}", "新: {label: 别的一项, value: 9, unit: 场}")
    made = assert_round_trip(old, new, "classic")
    assert _moved(made.data, "moveFrom") == []
    gone = [each for each in changes(made.data) if each.startswith("del")]
    assert gone[:2] == ["del 300件", "del 指标33"]

"""The year in figures: cards with their history, rows of those without, what speaks of each and on which page."""

import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, Entry, Grid, Paragraph, inline_text, with_pages
from reportgen.document.metric_cards import untold_notes
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from tests.support import examine, fitted, sheet_named

SHEET = sheet_named("plenary")
BOOK, _ = open_fonts(SHEET, bundled_library())
HEAD = "schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n"
REVIEW = "reviews:\n  title: 工作回顾\n  sections:\n    - title: 提案更有质量\n      items:\n"


def composed(metrics: str, review: str = "reviews: {title: 回顾, intro: 有。}\n") -> Document:
    return examine(f"{HEAD}{metrics}{review}", style=SHEET).composed


def grid_of(document: Document) -> Grid:
    (found,) = (block for block in document.blocks if isinstance(block, Grid))
    return found


def printed(entry: Entry) -> list[str]:
    """What is on a card from the top, a chart as its form."""
    return [block.form if isinstance(block, Chart) else inline_text(block.inlines) for block in entry.blocks]


def cards_of(metrics: str) -> list[list[str]]:
    return [printed(entry) for entry in grid_of(composed(metrics)).entries]


def test_with_history_cards_have_label_number_change_and_chart() -> None:
    first = "  甲: {label: 提案, value: 437, unit: 件, history: {2024: 421}}\n"
    metrics = f"{first}  乙: {{label: 车位, value: 9, unit: 个, note: 新。}}\n"
    assert cards_of(metrics) == [["提案", "437件", "▲ 3.8%", "columns"], ["车位", "9个", "新。"]]
    assert grid_of(composed(metrics)).across == 3


def test_a_sheet_may_have_cards_without_charts() -> None:
    assert SHEET.cards is not None
    bare = replace(SHEET, cards=replace(SHEET.cards, chart=None))
    metrics = "  甲: {label: 提案, value: 437, unit: 件, history: {2024: 421}}\n"
    document = examine(f"{HEAD}{metrics}reviews: {{title: 回顾, intro: 有。}}\n", style=bare).composed
    assert [printed(entry) for entry in grid_of(document).entries] == [["437件", "提案", "▲ 3.8%"]]


@pytest.mark.parametrize(
    ("notes", "on_cards", "elsewhere"),
    [("甲", False, True), ("甲乙", False, True), ("", False, False), ("甲", True, False), ("甲", None, True)],
)
def test_notes_that_no_card_shows_are_printed_elsewhere(notes: str, on_cards: bool | None, elsewhere: bool) -> None:
    """Be it of one metric among others; a sheet may have no cards at all."""
    assert SHEET.cards is not None
    sheet = replace(SHEET, cards=None if on_cards is None else replace(SHEET.cards, notes=on_cards))
    metrics = "".join(
        f"  {name}: {{label: {name}, value: 5, unit: 件{', note: 有注。' if name in notes else ''}}}\n"
        for name in "甲乙"
    )
    assert untold_notes(examine(f"{HEAD}{metrics}reviews: {{title: 回顾}}\n").report, sheet) == elsewhere


@pytest.mark.parametrize(
    ("metric", "change"),
    [
        ("value: 52, unit: 天, history: {2024: 57}", "▼ 8.8%"),
        ("value: 57, unit: 天, history: {2024: 57}", "持平"),
        ('value: 98.6, unit: "%", history: {2024: 98.1}', "▲ 0.5个百分点"),
        ("value: 5, qualifier: 余, unit: 件, history: {2024: 4}", "▲ 约25.0%"),
        ("value: -3, unit: 万元, history: {2024: -1}", "▼ 2万元"),
        ("value: 3, unit: 位, rank: true, history: {2024: 5}", "▲ 2位"),
        ("value: 5, unit: 件, change: 首次统计, history: {2024: 4}", "首次统计"),
    ],
)
def test_a_change_has_a_sign_where_it_has_a_direction(metric: str, change: str) -> None:
    (card,) = cards_of(f"  甲: {{label: 甲, {metric}}}\n")
    assert change in card


@pytest.mark.parametrize(
    ("better", "value", "adverse"),
    [("up", 3, True), ("up", 5, False), ("down", 5, True), ("down", 3, False), ("down", 4, False)],
)
def test_only_a_change_for_the_worse_stands_out(better: str, value: int, adverse: bool) -> None:
    document = composed(f"  甲: {{label: 甲, value: {value}, unit: 件, better: {better}, history: {{2024: 4}}}}\n")
    (change,) = (each for each in grid_of(document).paragraphs if each.role == "card-change")
    assert ("adverse" in change.inlines[0].roles) == adverse


@pytest.mark.parametrize(
    ("metrics", "legend"),
    [
        ("  甲: {label: 甲, value: 5, unit: 件, history: {2024: 4}}\n", "柱形自零起；▲▼为与上年相比。"),
        ('  甲: {label: 甲, value: 98, unit: "%", history: {2024: 98}}\n', "折线只示走向，不自零起。"),
        ("  甲: {label: 甲, value: 5, unit: 件}\n", None),
    ],
)
def test_the_legend_says_what_is_there(metrics: str, legend: str | None) -> None:
    lines = [each for each in composed(metrics).blocks if isinstance(each, Paragraph) and each.role == "card-legend"]
    assert [inline_text(each.inlines) for each in lines] == ([legend] if legend else [])


def without_history(count: int) -> str:
    return "".join(
        f"  项{number}: {{label: 指标{number}, value: {number}, unit: 件}}\n" for number in range(1, count + 1)
    )


@pytest.mark.parametrize(("count", "kind", "across"), [(1, "figure_rows", 1), (8, "figure_rows", 1), (9, "cards", 3)])
def test_few_without_history_have_a_row_each(count: int, kind: str, across: int) -> None:
    grid = grid_of(composed(without_history(count)))
    assert (grid.kind, grid.across, len(grid.entries)) == (kind, across, count)


def test_one_with_history_makes_all_of_them_cards() -> None:
    document = composed(f"{without_history(2)}  甲: {{label: 甲, value: 5, unit: 件, history: {{2024: 4}}}}\n")
    assert grid_of(document).kind == "cards"


@pytest.mark.parametrize(
    ("item", "caption"),
    [
        ("{title: 提案办理提质增效。, text: 全年【项1】。}", "提案办理提质增效"),
        ("{text: 全年【项1】。}", "提案更有质量"),
    ],
)
def test_a_row_names_the_item_that_speaks_of_it(item: str, caption: str) -> None:
    """By its own title, else by that above it; none where no text shows it."""
    first, second = grid_of(composed(without_history(2), f"{REVIEW}        - {item}\n")).entries
    assert printed(first) == ["1件", "指标1", caption]
    assert printed(second) == ["2件", "指标2"]


@pytest.mark.parametrize(
    ("history", "roles"),
    [
        (", history: {2024: 4}", ["card-label", "card-figure", "card-change", "card-note"]),
        (", change: 首次统计", ["row-figure", "row-label", "row-change", "row-note"]),
    ],
)
def test_what_is_printed_of_a_metric_has_the_looks_of_its_kind(history: str, roles: list[str]) -> None:
    notes = replace(SHEET, cards=replace(SHEET.cards, notes=True) if SHEET.cards else None)
    text = (
        f"{HEAD}  甲: {{label: 甲, value: 5, unit: 件, note: 新。{history}}}\nreviews: {{title: 回顾, intro: 有。}}\n"
    )
    (entry,) = grid_of(examine(text, style=notes).composed).entries
    assert [each.role for each in entry.paragraphs] == roles


def laid_out(document: Document) -> Layout:
    assert BOOK is not None
    return lay_out(document, fitted(SHEET, document), BOOK)


def test_its_page_is_the_one_the_item_begins_on() -> None:
    """Known before the row is set, and the same in the PDF as for the field in Word."""
    filler = "".join(f"        - {{title: 事项{number}, text: {'办了很多实事。' * 60}}}\n" for number in range(8))
    document = composed(without_history(1), f"{REVIEW}{filler}        - {{title: 最后一项, text: 全年【项1】。}}\n")
    layout = laid_out(document)
    (row,) = (each for each in grid_of(document).paragraphs if each.role == "row-item")
    label = layout.page_labels()[row.inlines[-1].page_of or ""]
    assert int(label) > 2
    beside = [
        piece.text for page in layout.pages for each in page.fragments for piece in each.texts if piece.slot == -2
    ]
    assert beside == [label]
    (numbered,) = (
        each for each in grid_of(with_pages(document, layout.page_labels())).paragraphs if each.role == "row-item"
    )
    assert inline_text(numbered.inlines) == f"最后一项{label}"


def test_the_unit_stands_three_points_after_the_number() -> None:
    """Of Han, of Latin letters with a blank before them, and of a sign alike."""
    for unit in ("件", '" kg"', '"%"', "万元"):
        fragments = [
            each
            for page in laid_out(
                composed(f"  甲: {{label: 甲, value: 41.7, unit: {unit}, history: {{2024: 40}}}}\n")
            ).pages
            for each in page.fragments
        ]
        pieces = [piece for each in fragments for piece in each.texts]
        (number,) = (piece for piece in pieces if piece.size == 34.0)
        after = next(piece for piece in pieces[pieces.index(number) + 1 :] if piece.text.strip())
        end = number.x + sum(number.setting.advances[each] for each in number.text) * number.size
        blanks = len(after.text) - len(after.text.lstrip())
        start = after.x + blanks * (after.setting.advances[" "] * after.size + after.tracking)
        assert start - end == pytest.approx(3.0, abs=0.01), unit

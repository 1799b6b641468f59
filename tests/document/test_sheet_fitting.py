"""A style sheet made to fit: how small the longest number is, where a signature goes, when a plan splits."""

from collections.abc import Sequence

import pytest

from reportgen.document import Document, FittedSheet
from reportgen.style import BlockRole
from tests.support import MINIMAL, examine, fitted, sheet_named

HEAD = "schema: 1\nyear: 2025\ntitle: 报告\n"
REVIEWS = "reviews: {title: 回顾, intro: 有。}\n"


def fit_to(text: str, style: str) -> FittedSheet:
    document: Document = examine(text, style=style).composed
    return fitted(sheet_named(style), document)


def size_of(role: BlockRole, style: str, numbers: Sequence[str], more: str = "") -> float:
    """The size of the numbers of metrics, each written as in 437件."""
    metrics = ""
    for place, number in enumerate(numbers):
        digits = number.rstrip("件户万人次每年平均天以上")
        metrics += f"  项{place}: {{label: 指标, value: {digits}, unit: '{number[len(digits) :]}'{more}}}\n"
    return round(fit_to(f"{HEAD}metrics:\n{metrics}{REVIEWS}", style).looks.block(role).size, 2)


@pytest.mark.parametrize(
    ("style", "numbers", "size"),
    [
        ("classic", ["437件"], 42.0),
        ("classic", ["123456件"], 37.53),
        ("classic", ["12345678901件"], 21.05),
        ("classic", ["123456789"], 28.9),
        ("classic", ["437万人次以上户"], 40.78),
        ("classic", ["437万人次以上户每年平均每人每天每年平均"], 42.0),
        ("classic", ["437件", "1234567件", "5件"], 32.45),
        ("plenary", ["437件"], 34.0),
        ("plenary", ["1234567件"], 23.99),
        ("plenary", ["123456789"], 21.36),
        ("handout", ["123456件"], 26.0),
        ("handout", ["1234567件"], 22.86),
    ],
)
def test_the_numbers_of_cards_are_as_small_as_the_longest_asks_for(style: str, numbers: list[str], size: float) -> None:
    """With its unit beside it; where it would be less than half as large, the unit turns over. Bold ones are wider."""
    assert size_of("card-figure", style, numbers, ", history: {2024: 1}") == size


@pytest.mark.parametrize(
    ("shown", "size"), [("甲甲", 24.0), ("甲乙", 11.29), ("乙甲", 11.29), ("甲丙", 24.0), ("甲", 24.0)]
)
def test_figures_in_the_side_column_are_all_as_small_as_the_longest_asks_for(shown: str, size: float) -> None:
    """Of those that are shown there, one a section."""
    numbers = "".join(
        f"  {name}: {{label: 指标, value: {value}, unit: 元}}\n" for name, value in (("甲", 437), ("乙", 123456789012))
    )
    sections = "".join(
        f"    - {{title: 节, lead: {f'有【{each}】。' if each in '甲乙' else '没有。'}}}\n" for each in shown
    )
    text = f"{HEAD}metrics:\n{numbers}reviews:\n  title: 回顾\n  sections:\n{sections}"
    assert round(fit_to(text, "plenary").looks.block("side-figure").size, 2) == size


@pytest.mark.parametrize(("number", "size"), [("437件", 54.0), ("123456件", 44.52), ("12345678901件", 27.42)])
def test_numbers_of_rows_have_the_first_column(number: str, size: float) -> None:
    assert size_of("row-figure", "plenary", [number]) == size


@pytest.mark.parametrize(
    ("style", "count", "of_plan", "of_task"),
    [
        ("classic", 10, 22.0, 14.0),
        ("classic", 11, 12.05, 14.0),
        ("classic", 21, 8.03, 14.0),
        ("plenary", 10, 12.0, 26.0),
        ("plenary", 11, 12.0, 20.88),
        ("plenary", 21, 12.0, 13.92),
        ("handout", 11, 13.62, 26.0),
    ],
)
def test_ordinals_of_tasks_are_as_small_as_the_longest_asks_for(
    style: str, count: int, of_plan: float, of_task: float
) -> None:
    """The tenth is 十, the eleventh 十一, the twenty-first 二十一."""
    looks = fit_to(tasks([("任务", ["点"])] * count), style).looks
    sizes = looks.block("plan-ordinal").size, looks.run("task", ("task-ordinal",)).size
    assert tuple(round(size, 2) for size in sizes) == (of_plan, of_task)


def tasks(rows: Sequence[tuple[str, Sequence[str]]]) -> str:
    """A report with tasks, each a title and points."""
    sections = "".join(f"    - {{title: {title}, items: [{', '.join(points)}]}}\n" for title, points in rows)
    return f"{MINIMAL}  intro: 一句。\ntasks:\n  title: 任务\n  sections:\n{sections}"


SHORT = ("任务", ("点",))


@pytest.mark.parametrize(
    ("rows", "splits"),
    [
        ([SHORT] * 15, False),
        ([SHORT] * 16, True),
        ([*[SHORT] * 14, ("任务", "点" * 2)], False),
        ([*[SHORT] * 14, ("任务", "点" * 3)], True),
        ([*[SHORT] * 13, ("题" * 50, "点")], False),
        ([*[SHORT] * 13, ("题" * 51, "点")], True),
        ([*[SHORT] * 13, ("任务", ("点" * 55,))], False),
        ([*[SHORT] * 13, ("任务", ("点" * 56,))], True),
    ],
)
def test_a_plan_that_no_page_can_hold_splits_between_rows(rows: list[tuple[str, Sequence[str]]], splits: bool) -> None:
    """With the heading above it on a page of 685 points: a short row takes 39, a line of a title 21, of a point 17."""
    looks = fit_to(tasks(rows), "classic").looks
    assert {looks.block(role).keep_next for role in ("plan-ordinal", "plan-title", "plan-point")} == {not splits}


@pytest.mark.parametrize(
    ("name", "date", "left"),
    [
        ("云溪", "2026-01-09", 260.41),
        ("云溪", "2026-11-11", 246.91),
        ("云溪", "2026-12-30", 242.79),
        ("云溪市政协2026年", "2026-01-09", 272.71),
        ("政协云溪市委员会常务委员会", "2026-01-09", 205.31),
        ("政协" * 20, "2026-01-09", 0.0),
    ],
)
def test_signature_and_date_begin_where_the_longer_of_them_asks_for(name: str, date: str, left: float) -> None:
    """In points from the left edge, both alike; digits are as wide as ours, among which 1 is narrower.

    An em beyond the right edge is free for wider ones.
    """
    text = f"{MINIMAL}date: {date}\nsignature: {name}\nclosing: 完。\n"
    looks = fit_to(text, "official").looks
    assert [round(looks.block(role).left, 2) for role in ("signature", "signature-date", "base")] == [left, left, 0]
    assert [round(looks.block(role).right, 2) for role in ("signature", "signature-date", "base")] == [
        -15.79,
        -15.79,
        0,
    ]

"""What a change is called, and where it is."""

import pytest

from reportgen.compare import Change, Kind, Location
from reportgen.compare.change_words import what, where

PATH = ("reviews", "sections", 0, "items", 0)
TITLES = ("工作回顾", "民生", "提案")


def moved(path: tuple[str | int, ...], titles: tuple[str, ...]) -> Change:
    """An entry moved from the place above to another."""
    return Change(Kind.MOVED, Location(PATH, TITLES), Location(path, titles))


@pytest.mark.parametrize(
    ("path", "titles", "words"),
    [
        (("reviews", "sections", 0, "items", 3), TITLES, "次序变动"),
        (("reviews", "sections", 2, "items", 0), TITLES, "次序变动"),
        (("reviews", "sections", 0, "items", 3), ("工作回顾", "民生新篇", "提案"), "次序变动"),
        (("reviews", "sections", 2, "items", 0), ("工作回顾", "信息", "提案"), "由“民生”移来"),
        (("tasks", "items", 0), ("主要任务", "提案"), "由“民生”移来"),
    ],
)
def test_a_move_names_where_it_came_from_unless_the_list_is_the_same(
    path: tuple[str | int, ...], titles: tuple[str, ...], words: str
) -> None:
    """A section that moves takes its items along; one that is renamed keeps them."""
    assert what(moved(path, titles), "zh") == words


@pytest.mark.parametrize(
    ("path", "titles", "zh", "en"),
    [
        (PATH, TITLES, "民生 › 提案", "民生 › 提案"),
        ((*PATH, "text"), TITLES, "民生 › 提案（正文）", "民生 › 提案 (text)"),
        (("reviews", "title"), ("工作回顾",), "标题", "title"),
        (("metrics", "提案"), ("征集提案",), "征集提案", "征集提案"),
        (("metrics", "提案", "unit"), ("征集提案",), "征集提案（单位）", "征集提案 (unit)"),
        (("metrics", "提案", "history", "2024"), ("征集提案",), "征集提案（往年数 2024）", "征集提案 (history 2024)"),
        (
            (*PATH, "title"),
            ("工作回顾", "民生", "提案\u2028办理"),
            "民生 › 提案／办理（标题）",
            "民生 › 提案／办理 (title)",
        ),
        (("glossary", 0, "meaning"), ("三融",), "三融（解释）", "三融 (meaning)"),
        (("title",), (), "标题", "title"),
    ],
)
def test_a_place_is_its_titles_below_the_part_and_its_field(
    path: tuple[str | int, ...], titles: tuple[str, ...], zh: str, en: str
) -> None:
    assert (where(Location(path, titles), "zh"), where(Location(path, titles), "en")) == (zh, en)


def test_another_name_of_a_metric_is_not_another_label() -> None:
    def renamed(*path: str) -> Change:
        return Change(Kind.RENAMED, Location(path, ("征集提案",)), Location(path, ("征集提案",)))

    assert what(renamed("metrics", "提案数"), "zh") == "指标名变动"
    assert what(renamed("metrics", "提案数", "label"), "zh") == "改题"

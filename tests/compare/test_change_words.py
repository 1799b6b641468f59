"""What a change is called, and where it is."""

import pytest

from reportgen.compare import Change, DiffSpan, Kind, Location
from reportgen.compare.change_words import address, grouped, what, where

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
        (("reviews", "sections", 0), ("工作回顾", "民生"), "民生", "民生"),
        (("reviews", "sections", 0, "lead"), ("工作回顾", "民生"), "民生（导语）", "民生 (lead)"),
        (("reviews",), ("工作回顾",), "", ""),
        (("glossary", 0), ("三融",), "三融", "三融"),
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


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (Kind.ADDED, "增加", "added"),
        (Kind.REMOVED, "删去", "removed"),
        (Kind.RENAMED, "改题", "renamed"),
        (Kind.REWORDED, "改写", "reworded"),
        (Kind.RENUMBERED, "序号变动", "renumbered"),
        (Kind.METRIC, "数据变动", "figure changed"),
        (Kind.RELINKED, "所回应的任务变动", "other tasks followed"),
        (Kind.KEPT, "已有回应", "reported on"),
        (Kind.FORGOTTEN, "没有回应", "not reported on"),
    ],
)
def test_each_kind_of_change_has_its_name(kind: Kind, zh: str, en: str) -> None:
    """With the rate where a number has one; words that differ in emphasis alone are not reported as other words."""
    place = Location(PATH, TITLES)
    words = DiffSpan("甲", "乙"), DiffSpan("丙", "丙", same=True)
    change = Change(kind, place, place, words)
    assert (what(change, "zh"), what(change, "en")) == (zh, en)
    rated = Change(kind, place, place, words, "增长4.8%")
    assert (what(rated, "zh"), what(rated, "en")) == (f"{zh}，增长4.8%", f"{en}, 增长4.8%")
    emphasized = Change(kind, place, place, (DiffSpan("甲", "甲"), DiffSpan("丙", "丙", same=True)))
    expected = ("着重变动", "emphasis changed") if kind is Kind.REWORDED else (zh, en)
    assert (what(emphasized, "zh"), what(emphasized, "en")) == expected


@pytest.mark.parametrize(
    ("kind", "path", "titles", "zh", "en"),
    [
        (Kind.REWORDED, PATH, TITLES, "工作回顾", "工作回顾"),
        (Kind.REWORDED, ("reviews", "intro"), (), "reviews", "reviews"),
        (Kind.METRIC, ("metrics", "提案"), ("征集提案",), "指标", "metrics"),
        (Kind.REWORDED, ("glossary", 0), ("三融",), "名词解释", "glossary"),
        (Kind.REWORDED, ("title",), (), "报告本身", "the report itself"),
        (Kind.KEPT, ("tasks", "sections", 0), ("主要任务", "提案"), "上年任务的落实", "last year's tasks"),
        (Kind.FORGOTTEN, ("tasks", "sections", 0), ("主要任务", "提案"), "上年任务的落实", "last year's tasks"),
    ],
)
def test_changes_are_listed_under_the_heading_they_belong_to(
    kind: Kind, path: tuple[str | int, ...], titles: tuple[str, ...], zh: str, en: str
) -> None:
    change = Change(kind, Location(path, titles), None)
    assert (grouped([change], "zh"), grouped([change], "en")) == ([(zh, [change])], [(en, [change])])


def test_a_part_is_called_as_the_new_report_calls_it() -> None:
    """By its title there where anything of it is left there; headings come in the order of their first change."""
    old, new = Location(PATH, ("回顾", "民生")), Location(PATH, ("工作回顾", "民生"))
    removed, reworded = Change(Kind.REMOVED, old, None), Change(Kind.REWORDED, old, new)
    title = Change(Kind.REWORDED, Location(("title",), ()), Location(("title",), ()))
    assert grouped([removed, title, reworded], "zh") == [("工作回顾", [removed, reworded]), ("报告本身", [title])]
    assert grouped([removed], "zh") == [("回顾", [removed])]


@pytest.mark.parametrize(
    ("path", "counted"),
    [
        (("reviews", "sections", 2, "items", 0, "text"), "工作回顾第3节第1条"),
        (("reviews", "sections", 2, "lead"), "工作回顾第3节"),
        (("tasks", "items", 0), "主要任务第1条"),
        (("insights", "title"), "感悟"),
        (("glossary", 0), ""),
        (("title",), ""),
    ],
)
def test_a_place_is_counted_as_the_file_counts(path: tuple[str | int, ...], counted: str) -> None:
    assert address(path) == counted

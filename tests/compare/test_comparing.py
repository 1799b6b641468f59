"""What a comparison finds, kind by kind, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.compare import Kind, Side, compare
from reportgen.report import Item, Number, Report, Section
from tests.compare.reports import between, marked, reported, reports, side, side_of, with_sections, year
from tests.support import MINIMAL

WITHOUT_IDS = (
    MINIMAL
    + """\
  sections:
    - title: 坚持学在前头
      items: [{title: 读书活动常态开展, text: 建起书屋六处。}, {title: 宣讲进基层, text: 宣讲八场。}]
    - title: 办好身边小事
      lead: 心里装着群众。
      items: [{title: 菜场换新颜, text: 改造五处。}]
    - title: 画好同心圆
"""
)


def _changes(*edits: tuple[str, str]) -> list[tuple[str, str, str]]:
    text = WITHOUT_IDS
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return reported(compare(side_of(WITHOUT_IDS), side_of(text)))


def test_a_title_much_alike_is_the_same_entry_renamed() -> None:
    assert _changes(("读书活动常态开展", "读书活动常态化开展")) == [
        ("renamed", "reviews.sections.0.items.0.title", "读书活动常态{+化+}开展")
    ]


def test_an_entry_with_another_title_is_known_by_its_text() -> None:
    assert _changes(("title: 菜场换新颜", "title: 便民市场提质")) == [
        ("renamed", "reviews.sections.1.items.0.title", "[-菜场换新颜-]{+便民市场提质+}")
    ]


def test_another_title_and_another_text_are_another_entry() -> None:
    assert _changes(("{title: 菜场换新颜, text: 改造五处。}", "{title: 雨夜清淤, text: 疏通沟渠九段。}")) == [
        ("added", "reviews.sections.1.items.0", "{+雨夜清淤\n疏通沟渠九段。+}"),
        ("removed", "reviews.sections.1.items.0", "[-菜场换新颜\n改造五处。-]"),
    ]


@pytest.mark.parametrize(
    ("title", "here", "elsewhere"),
    [
        ("读书活动常见做法", "renamed", "added removed"),  # alike by 0.56
        ("读书活动常态推进", "renamed", "moved renamed"),  # by 0.67
        ("读书活动有声有色", "added removed", "added removed"),  # by 0.44
    ],
)
def test_an_entry_under_another_heading_must_be_more_alike(title: str, here: str, elsewhere: str) -> None:
    old = "{title: 读书活动常态开展, text: 建起书屋六处。}"
    new = f"{{title: {title}, text: 疏通沟渠九段。}}"
    renamed = _changes((old, new))
    moved = _changes((f"{old}, ", ""), ("{title: 菜场换新颜", f"{new}, {{title: 菜场换新颜"))
    shown = [" ".join(sorted({kind for kind, _, _ in each} - {"reworded"})) for each in (renamed, moved)]
    assert shown == [here, elsewhere]


@pytest.mark.parametrize(
    ("term", "kinds"), [("读书活动常见做法", ["renamed", "reworded"]), ("读书活动有声有色", ["added", "removed"])]
)
def test_a_term_is_found_again_like_an_entry_under_its_heading(term: str, kinds: list[str]) -> None:
    old, new = (
        side_of(f"{MINIMAL}  intro: 文。\nglossary: [{{term: {name}, meaning: {meaning}}}]\n")
        for name, meaning in (("读书活动常态开展", "建起书屋六处。"), (term, "疏通沟渠九段。"))
    )
    assert sorted(kind for kind, _, _ in reported(compare(old, new))) == kinds


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("建起书屋六处，读书成风。", "建起书屋六处，读书成风。"),
        ("建起书屋六十处，读书成风。", "建起书屋六十处，读书成风…"),
    ],
)
def test_an_entry_without_a_title_is_called_by_its_beginning(text: str, called: str) -> None:
    """Twelve characters at most."""
    old, new = (side_of(f"{MINIMAL}  items: [{listed}]\n") for listed in ("甲乙丙丁", f"甲乙丙丁, {{text: {text}}}"))
    (added,) = compare(old, new)
    assert added.location.titles == ("工作回顾", called)


@pytest.mark.parametrize(
    ("kept", "marked"),
    [
        ((), "市政[-协-]{+府+}办公[-室420件-]{+厅428件+}"),
        (("协办", "府办"), "市政[-协办公室420件-]{+府办公厅428件+}"),
        (("协", "件"), "市政[-协-]{+府+}办公[-室420件-]{+厅428件+}"),
    ],
)
def test_names_that_are_kept_have_two_characters_at_least(kept: tuple[str, ...], marked: str) -> None:
    old, new = (
        side(side_of(f"{MINIMAL}  intro: {text}\n").report, None, kept)
        for text in ("市政协办公室420件", "市政府办公厅428件")
    )
    assert reported(compare(old, new)) == [("reworded", "reviews.intro", marked)]


def test_two_ids_are_two_entries_unless_the_titles_are_the_same() -> None:
    item = "{title: 菜场换新颜, text: 改造五处。}"
    old = WITHOUT_IDS.replace(item, "{id: 菜场, title: 菜场换新颜}")
    like, same = (
        old.replace("id: 菜场, title: 菜场换新颜", f"id: 市场, title: {title}")
        for title in ("菜场焕新颜", "菜场换新颜")
    )
    assert [kind for kind, _, _ in reported(compare(side_of(old), side_of(like)))] == ["added", "removed"]
    assert reported(compare(side_of(old), side_of(same))) == [
        ("reworded", "reviews.sections.1.items.0.id", "[-菜-]{+市+}场")
    ]


def test_the_most_alike_are_one_entry() -> None:
    items = "items: [{title: 一网通办协商监督}, {title: 一网通办协商调研}]"
    old = f"{MINIMAL}  {items}\n"
    new = f"{MINIMAL}  items: [{{title: 一网通办协商调研会}}, {{title: 一网通办协商监督会}}]\n"
    assert {text for _, _, text in reported(compare(side_of(old), side_of(new)))} >= {
        "一网通办协商监督{+会+}",
        "一网通办协商调研{+会+}",
    }


def test_an_entry_moves_to_another_section() -> None:
    moved = ", {title: 宣讲进基层, text: 宣讲八场。}"
    assert _changes(
        (moved, ""), ("{title: 菜场换新颜", "{title: 宣讲进基层, text: 宣讲八场。}, {title: 菜场换新颜")
    ) == [("moved", "reviews.sections.1.items.0", "宣讲进基层")]


def test_an_entry_moves_within_its_list_and_only_it() -> None:
    last = "    - title: 画好同心圆\n"
    assert _changes((last, ""), ("  sections:\n", f"  sections:\n{last}")) == [
        ("moved", "reviews.sections.0", "画好同心圆")
    ]


def test_a_section_that_goes_takes_its_items_along_and_leaves_those_that_stay() -> None:
    gone = (
        "    - title: 坚持学在前头\n"
        "      items: [{title: 读书活动常态开展, text: 建起书屋六处。}, {title: 宣讲进基层, text: 宣讲八场。}]\n"
    )
    assert _changes(
        (gone, ""), ("{title: 菜场换新颜", "{title: 宣讲进基层, text: 宣讲八场。}, {title: 菜场换新颜")
    ) == [
        ("removed", "reviews.sections.0", "[-坚持学在前头\n读书活动常态开展\n建起书屋六处。-]"),
        ("moved", "reviews.sections.0.items.0", "宣讲进基层"),
    ]


def test_a_text_that_comes_or_goes() -> None:
    assert _changes(("      lead: 心里装着群众。\n", "")) == [
        ("removed", "reviews.sections.1.lead", "[-心里装着群众。-]")
    ]


def test_only_a_printed_ordinal_that_shifts_is_renumbered() -> None:
    def numbered(text: str) -> Side:
        figures = side_of(text).figures
        assert figures.report.reviews is not None
        sections = range(len(figures.report.reviews.sections))
        return Side(figures, {("reviews", "sections", index): f"{index + 1}." for index in sections})

    gone = (
        "    - title: 办好身边小事\n      lead: 心里装着群众。\n      items: [{title: 菜场换新颜, text: 改造五处。}]\n"
    )
    changes = compare(numbered(WITHOUT_IDS), numbered(WITHOUT_IDS.replace(gone, "")))
    assert [(each.kind, each.location.path) for each in changes] == [
        (Kind.REMOVED, ("reviews", "sections", 1)),
        (Kind.RENUMBERED, ("reviews", "sections", 1)),
    ]
    assert changes[1].old is not None
    assert (changes[1].old.ordinal, changes[1].location.ordinal) == ("3.", "2.")


def test_the_promises_of_last_year() -> None:
    changes = reported(between(year(2024), year(2025)))
    assert ("kept", "reviews.sections.2.items.1", "[-合力破解停车难-]{+错时停车惠民+}") in changes
    assert ("forgotten", "tasks.sections.2", "[-守护青岚文脉-]") in changes
    assert not {"kept", "forgotten"} & {kind for kind, _, _ in reported(between(year(2023), year(2025)))}


def test_a_part_that_is_left_counts_from_one_again() -> None:
    """A part that comes or goes is not reported as renumbered."""
    both = f"{MINIMAL}  intro: 文。\ntasks: {{title: 任务, intro: 文。}}\n"
    figures = [side_of(text).figures for text in (both, both.replace(MINIMAL, MINIMAL.replace("reviews", "insights")))]
    old = Side(figures[0], {("reviews",): "一、", ("tasks",): "二、"})
    new = Side(figures[1], {("insights",): "二、", ("tasks",): "一、"})
    renumbered = [each for each in compare(old, new) if each.kind is Kind.RENUMBERED]
    assert [(marked(each), each.location.path) for each in renumbered] == [("[-二、-]{+一、+}任务", ("tasks",))]


def test_a_hundred_reviews_of_a_promise_are_named_at_most() -> None:
    """The items of a section share its own: a thousand that all review a thousand tasks would be a million."""
    tasks = "tasks: {title: 任务, sections: [{id: 停车, title: 停车}]}\n"
    items = ", ".join(f"{{title: 条目{number}, follows: [停车]}}" for number in range(101))
    old = side_of(f"{MINIMAL.replace('2025', '2024')}  intro: 文。\n{tasks}", 2024)
    new = side_of(f"{MINIMAL}  items: [{items}]\n")
    (kept,) = (each for each in compare(old, new) if each.kind is Kind.KEPT)
    assert len(kept.reports) == 100
    assert kept.new == kept.reports[0]


def test_a_metric_over_the_years_shows_its_rate() -> None:
    rates = {each.location.path[1]: each.rate for each in between(year(2024), year(2025)) if each.kind is Kind.METRIC}
    assert rates == {"提案": "增长4.0%", "信息": "增长8.9%", "服务群众": "增长14.3%", "办复率": "提高0.5个百分点"}


def test_a_number_corrected_in_one_year_has_no_rate() -> None:
    old = year(2025)
    metric = replace(
        old.metrics["提案"],
        value=Number(old.metrics["提案"].value.digits + 1),
        history={"2024": Number(old.metrics["提案"].value.digits)},
    )
    changes = between(old, replace(old, metrics={**old.metrics, "提案": metric}))
    assert [(each.kind, each.before, each.after, each.rate) for each in changes] == [
        (Kind.METRIC, "437件", "438件", ""),
        (Kind.METRIC, "", "437件", ""),
    ]


@pytest.mark.parametrize(
    ("before", "after", "told", "places"),
    [
        ("", ", history: {2024: 1240}", "{+1240件+}", (False, True)),
        (", history: {2024: 1240}", "", "[-1240件-]", (True, False)),
        (", history: {2024: 1240}", ", history: {2024: 1250}", "[-1240件-]{+1250件+}", (True, True)),
    ],
)
def test_a_number_of_earlier_years_is_a_change_where_it_is(
    before: str, after: str, told: str, places: tuple[bool, bool]
) -> None:
    """Of two reports of one year; those of two years remember different ones."""
    place = ("metrics", "提案", "history", "2024")

    def with_history(history: str, year: int) -> Side:
        metric = f"metrics: {{提案: {{label: 征集提案, value: 5, unit: 件{history}}}}}\n"
        return side_of(f"{MINIMAL.replace('2025', str(year))}  intro: 【提案】。\n{metric}", year)

    (change,) = compare(with_history(before, 2025), with_history(after, 2025))
    assert (change.kind, marked(change)) == (Kind.METRIC, told)
    assert tuple(each is not None and each.path == place for each in (change.old, change.new)) == places
    assert (change.old is None, change.new is None) == (not places[0], not places[1])
    assert not [
        each for each in compare(with_history(before, 2025), with_history(after, 2027)) if each.kind is Kind.METRIC
    ]


def test_other_promises_followed_are_reported_within_a_year_only() -> None:
    old = year(2025)
    assert old.reviews is not None
    first, second, *rest = old.reviews.sections
    changed = with_sections(old, (first, replace(second, follows=("数字", "文脉")), *rest))
    assert reported(between(old, changed)) == [("relinked", "reviews.sections.1.follows", "[-数字-]{+数字、文脉+}")]


def test_ids_are_compared_within_a_year_only() -> None:
    """Next year's entries have ids of their own, and its metrics names."""
    old = year(2025)
    assert old.reviews is not None
    first, *rest = old.reviews.sections
    named = with_sections(old, (replace(first, id="学习"), *rest))
    assert reported(between(old, named)) == [("reworded", "reviews.sections.0.id", "[-思想政治-]{+学习+}")]
    metrics = {"提案数" if name == "提案" else name: metric for name, metric in old.metrics.items()}
    again = replace(named, metrics=metrics, year=2027)
    assert reported(between(old, again)) == [("reworded", "year", "[-2025-]{+2027+}")]


def test_a_metric_under_another_name_is_the_same_in_texts() -> None:
    old, new = (
        side_of(f"{MINIMAL}  intro: 征集【{name}】。\nmetrics: {{{name}: {{label: 征集提案, value: 5, unit: 件}}}}\n")
        for name in ("提案", "提案数")
    )
    assert reported(compare(old, new)) == [("renamed", "metrics.提案数", "[-提案-]{+提案数+}")]


def test_the_next_year_goes_without_saying_unless_nothing_else_changed() -> None:
    old = replace(year(2025), tasks=None)
    later = replace(old, year=2026)
    assert reported(between(old, later)) == [("reworded", "year", "[-2025-]{+2026+}")]
    assert reported(between(old, replace(later, place="青岚"))) == [("added", "place", "{+青岚+}")]


def test_a_draft_with_references_to_nothing_can_be_compared() -> None:
    old, new = (side_of(f"{MINIMAL}  intro: {text}\n") for text in ("共甲件。", "共乙件。"))
    report = new.report
    assert report.reviews is not None
    left = replace(report, reviews=replace(report.reviews, intro="共【待填】件。"))
    assert reported(compare(old, side(left))) == [("reworded", "reviews.intro", "共[-甲-]{+【待填】+}件。")]


@pytest.mark.slow
@given(reports())
def test_nothing_differs_from_itself(report: Report) -> None:
    assert compare(side(report), side(report)) == ()


def test_nothing_differs_from_itself_on_real_reports() -> None:
    for number in (2022, 2023, 2024, 2025):
        assert between(year(number), year(number)) == ()


@pytest.mark.slow
@given(reports(), st.randoms(use_true_random=False))
def test_lists_in_another_order_differ_in_order_only(report: Report, shuffling: object) -> None:
    from random import Random

    assert isinstance(shuffling, Random)
    assert report.reviews is not None
    sections = list(report.reviews.sections)
    shuffling.shuffle(sections)
    names = list(report.metrics)
    shuffling.shuffle(names)
    other = replace(with_sections(report, tuple(sections)), metrics={name: report.metrics[name] for name in names})
    assert {each.kind for each in between(report, other)} <= {Kind.MOVED}
    assert bool(between(report, other)) == (list(report.metrics) != names or list(report.reviews.sections) != sections)


@pytest.mark.slow
@given(reports(), st.data())
def test_planned_edits_come_back_and_nothing_else(report: Report, data: st.DataObject) -> None:
    assert report.reviews is not None
    sections = list(report.reviews.sections)
    plan: set[tuple[Kind, tuple[str | int, ...]]] = set()
    metrics = dict(report.metrics)
    if data.draw(st.booleans(), "rename") and sections:
        sections[0] = replace(sections[0], title=f"{sections[0].title}改名")
        plan.add((Kind.RENAMED, ("reviews", "sections", 0, "title")))
    if data.draw(st.booleans(), "reword") and sections[0].items:
        first, *rest = sections[0].items
        sections[0] = replace(sections[0], items=(replace(first, text=f"另说。{first.text}"), *rest))
        plan.add((Kind.REWORDED, ("reviews", "sections", 0, "items", 0, "text")))
    if data.draw(st.booleans(), "remove") and len(sections) > 1:
        plan.add((Kind.REMOVED, ("reviews", "sections", len(sections) - 1)))
        sections.pop()
    if data.draw(st.booleans(), "add"):
        plan.add((Kind.ADDED, ("reviews", "sections", len(sections))))
        sections.append(Section(id="新来", title="全新的一节", items=(Item(id="新来条目", title="其中一条"),)))
    for name in list(metrics)[: data.draw(st.integers(0, len(metrics)), "metrics")]:
        metrics[name] = replace(metrics[name], value=Number(metrics[name].value.digits + 1))
        plan.add((Kind.METRIC, ("metrics", name)))
    edited = replace(with_sections(report, tuple(sections)), metrics=metrics)
    changes = between(report, edited)
    assert {(each.kind, each.location.path) for each in changes} == plan
    assert len(changes) == len(plan)


@pytest.mark.slow
@given(reports(), reports())
def test_swapping_sides_swaps_what_came_and_what_went(one: Report, other: Report) -> None:
    there, back = between(one, other), between(other, one)
    swapped = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}
    assert sorted((each.kind, each.before, each.after) for each in there if each.kind in swapped) == sorted(
        (swapped[each.kind], each.after, each.before) for each in back if each.kind in swapped
    )


def test_swapping_the_years_swaps_what_came_and_what_went() -> None:
    there, back = between(year(2024), year(2025)), between(year(2025), year(2024))
    added, removed = (
        [each.after for each in there if each.kind is Kind.ADDED],
        [each.before for each in there if each.kind is Kind.REMOVED],
    )
    assert sorted(removed) == sorted(each.after for each in back if each.kind is Kind.ADDED)
    assert sorted(added) == sorted(each.before for each in back if each.kind is Kind.REMOVED)

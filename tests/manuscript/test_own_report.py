"""What each style of Word files made by reportgen means, line by line: where a paragraph goes in the report file."""

import re
from collections.abc import Iterator

import pytest

from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.manuscript_types import Bookmark, Cell
from reportgen.manuscript.own_report import own_report
from reportgen.manuscript.recognised import RecognisedItem, RecognisedPart, RecognisedReport

NUMBER = re.compile(r"\[(.+?)=(.+?)\]")


def paragraph(line: str) -> Paragraph:
    """A role and a text: ``[name=printed]`` is a metric, ``<style>text`` a run, ``@table,row,column`` its cell."""
    role, _, text = line.partition(" ")
    role, _, place = role.partition("@")
    bookmarks: list[Bookmark] = []
    while (match := NUMBER.search(text)) is not None:
        name, printed = match.groups()
        text = text[: match.start()] + printed + text[match.end() :]
        bookmarks.append(Bookmark(f"指标_{name}", match.start(), match.start() + len(printed)))
    runs = re.findall(r"(?:<(.*?)>)?([^<]+)", text)
    spans = tuple(Span(said, Look(style=style)) for style, said in runs)
    cell = Cell(*map(int, place.split(","))) if place else None
    return Paragraph(spans, (role,), cell=cell, bookmarks=tuple(bookmarks))


def report_of(*lines: str, charts: tuple[tuple[str, ...], ...] = ()) -> RecognisedReport:
    """The report of paragraphs."""
    paragraphs = tuple(map(paragraph, lines))
    roles = {each.styles[0]: each.styles[0] for each in paragraphs}
    return own_report(Manuscript(paragraphs, charts=charts), roles)


def shown(*lines: str) -> list[str]:
    """The texts of the report: ``#`` parts, ``##`` sections, ``-`` items as title｜claim｜texts."""
    report = report_of(*lines)
    return [
        *(f"{name}: {text}" for name, text in report.fields),
        *(f"opening: {text}" for text in report.opening),
        *(line for part in report.parts for line in _part(part)),
        *(f"closing: {text}" for text in report.closing),
        *(f"term: {each.term}：{each.meaning}" for each in report.glossary),
        *(f"left: {text}" for text in report.end),
    ]


def _part(part: RecognisedPart) -> Iterator[str]:
    yield f"# {part.kind} {part.title}"
    yield from part.intro
    yield from map(_item, part.items)
    for section in part.sections:
        yield f"## {section.title}"
        yield from section.lead
        yield from map(_item, section.items)
    yield from (f"end: {text}" for text in part.closing)


def _item(item: RecognisedItem) -> str:
    return f"- {item.title}｜{item.claim}｜{'/'.join(item.text)}"


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["text 致辞。", "heading-1 工作回顾"], ["opening: 致辞。", "# reviews 工作回顾"]),
        (["band 工作回顾", "text 本年。", "lead 去年。"], ["# reviews 工作回顾", "本年。", "去年。"]),
        (
            ["heading-1 工作回顾", "heading-2 学习", "text 抓好。", "task 协商", "text 抓实。"],
            ["# reviews 工作回顾", "## 学习", "抓好。", "## 协商", "抓实。"],
        ),
        (["heading-1 三点体会", "heading-2 讲政治", "text 甲。"], ["# insights 三点体会", "- 讲政治｜｜甲。"]),
        (
            ["heading-1 三点体会", "statement 讲政治", "statement-claim 是根本", "statement-text 甲。"],
            ["# insights 三点体会", "- 讲政治｜是根本｜甲。"],
        ),
        (
            ["heading-1 工作回顾", "heading-3 学习", "claim 是根本", "text 甲。", "text 乙。"],
            ["# reviews 工作回顾", "- 学习｜是根本｜甲。/乙。"],
        ),
        (
            ["heading-1 工作回顾", "item <条目标题>学习。<论断文字>是根本，<>甲。", "text 乙。"],
            ["# reviews 工作回顾", "- 学习。｜是根本，｜甲。/乙。"],
        ),
        (["heading-1 工作回顾", "item 甲。", "text 乙。"], ["# reviews 工作回顾", "- ｜｜甲。/乙。"]),
        (["heading-1 工作回顾", "item <条目标题>学习。"], ["# reviews 工作回顾", "- 学习。｜｜"]),
        (["heading-1 工作回顾", "point 甲。", "claim 是根本"], ["# reviews 工作回顾", "- ｜是根本｜甲。"]),
        (["heading-1 工作回顾", "claim 是根本", "text 甲。"], ["# reviews 工作回顾", "是根本", "甲。"]),
        (["heading-1 工作回顾", "item-title 甲。", "task-text 乙。"], ["# reviews 工作回顾", "- ｜｜甲。/乙。"]),
        (["heading-1 工作回顾", "task-point 甲。", "other 乙。"], ["# reviews 工作回顾", "乙。", "- ｜｜甲。"]),
        (
            ["heading-1 工作回顾", "item-title <条目标题>学习", "sentence 一句。", "sentence 又一句。", "text 二段。"],
            ["# reviews 工作回顾", "- 学习｜｜一句。又一句。/二段。"],
        ),
        (
            ["heading-1 工作回顾", "closing 回顾完。", "heading-1 主要任务", "closing 让我们奋斗！"],
            ["# reviews 工作回顾", "end: 回顾完。", "# tasks 主要任务", "closing: 让我们奋斗！"],
        ),
        (
            ["heading-1 主要任务", "plan-title 学习", "plan-point 读书", "plan-point 调研", "plan-title 协商"],
            ["# tasks 主要任务", "## 学习", "- 读书｜｜", "- 调研｜｜", "## 协商"],
        ),
        (
            ["plan-title 学习", "heading-1 主要任务", "plan-point 读书", "plan-title 协商", "task 团结"],
            ["# tasks 主要任务", "## 团结"],
        ),
        (
            ["heading-1 工作回顾", "text 甲。", "heading-1 主要数据", "text 乙。", "heading-1 总结", "text 丙。"],
            ["# reviews 工作回顾", "甲。", "left: 乙。", "left: 丙。"],
        ),
        (
            ["heading-1 主要数据", "text 甲。", "heading-1 主要任务", "text 乙。"],
            ["opening: 甲。", "# tasks 主要任务", "乙。"],
        ),
        (
            [
                "cover-title 报告",
                "body-title 报告二",
                "salutation 各位委员：",
                "cover-session （三次会议）",
                "text 甲。",
            ],
            ["title: 报告", "salutation: 各位委员：", "session: 三次会议", "opening: 甲。"],
        ),
        (
            ["glossary <名词>提案：<>意见。", "glossary 又一段。", "glossary <名词>社情：<>民意。"],
            ["term: 提案：意见。\n\n又一段。", "term: 社情：民意。"],
        ),
        (["glossary 没有名词。"], []),
        (["text 全年<strong>认真<>履职[1]<note mark>②", "minutes 3分钟"], ["opening: 全年**认真**履职[1]②"]),
        (["text \u3000 甲\t乙 \u3000", "text \u3000"], ["opening: 甲乙"]),
    ],
)
def test_where_a_paragraph_goes(lines: list[str], texts: list[str]) -> None:
    assert shown(*lines) == texts


@pytest.mark.parametrize(
    ("lines", "text", "metrics"),
    [
        (["text 收到[提案=546件]。"], "收到【提案】。", ["提案 546 件"]),
        (["text 约[提案=546件]、[提案__2=546]。"], "约【提案】、【提案：数值】。", ["提案 546 件"]),
        (["text [提案=546件]，[提案__2=9.2%]。"], "【提案】，9.2%。", ["提案 546 件"]),
        (["text 收到[别的=许多]【甲】。"], "收到许多【【甲】。", []),
        (["side-figure 9件", "side-figure [提案=547]", "text 有[提案=546件]。"], "有【提案】。", ["提案 546 件"]),
        (
            [
                "card-figure@0,0,0 [提案=546件]", "card-label@0,0,0 收到提案",
                "card-note@0,0,0 含", "card-note@0,0,0 联名",
            ],
            "",
            ["收到提案 546 件 含联名"],
        ),
        (
            ["card-label@0,0,0 收到提案", "card-figure@0,0,0 [提案=546件]", "card-figure@0,0,1 [视察=4次]"],
            "",
            ["收到提案 546 件", "视察 4 次"],
        ),
        (
            [
                "row-figure@0,0,0 [提案=546件]", "row-label@0,0,1 收到提案", "row-note@0,0,1 含联名",
                "row-label@0,1,1 视察", "row-figure@1,0,0 [走访=9户]", "row-label@1,0,1 走访",
            ],
            "",
            ["收到提案 546 件 含联名", "走访 9 户"],
        ),
        (
            [
                "table-cell@0,0,0 收到提案", "table-figure@0,0,1 [提案=546件]",
                "table-cell@0,0,2 增长", "table-cell@0,0,3 含",
                "table-cell@0,1,0 视察", "table-figure@0,1,1 [视察=4次]", "table-cell@0,1,2 持平", "table-cell@0,1,3 ",
            ],
            "",
            ["收到提案 546 件 含", "视察 4 次"],
        ),
    ],
)  # fmt: skip
def test_numbers_of_metrics(lines: list[str], text: str, metrics: list[str]) -> None:
    """Cards, rows and tables say a metric's label and note; a text, its number; what is beside the text, nothing."""
    report = report_of(*lines)
    assert "".join(report.opening) == text
    shown = (f"{each.label} {each.value} {each.unit} {each.note}".strip() for each in report.metrics)
    assert list(shown) == metrics


@pytest.mark.parametrize(
    ("chart", "history"),
    [
        (("提案", "2023年", "2024年", "2025年", "241.0", "258", "274"), [("2023", "241"), ("2024", "258")]),
        (("提案（件）", "2023年", "2025年", "241.5", "274"), [("2023", "241.5")]),
        (("提案", "2023年", "2024年", "2025年", "", "258", "274"), [("2024", "258")]),
        (("视察", "2024年", "2025年", "258", "274"), []),
        (("提案", "2024年", "2025年", "258", "274", "274"), []),
        (("提案", "2025年", "274"), []),
        ((), []),
    ],
)
def test_years_before_come_from_the_chart_of_the_same_name(
    chart: tuple[str, ...], history: list[tuple[str, str]]
) -> None:
    (metric,) = report_of("text [提案=274件]", charts=(chart,)).metrics
    assert list(metric.history) == history
    (metric,) = report_of("text [提案=3.8万人]", charts=(chart,)).metrics
    assert list(metric.history) == [(year, f"{number}万") for year, number in history]


def test_paragraphs_that_say_nothing_of_the_report_are_counted() -> None:
    report = report_of("text 甲。", "contents-title 目录", "caption 图一", "text ", "heading-1 工作回顾", "text 乙。")
    assert (report.read, report.dropped) == (6, 3)

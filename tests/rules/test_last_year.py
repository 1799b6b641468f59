"""The two rules that hold a report against last year's: promises passed over, paragraphs taken over."""

import pytest

from tests.support import MINIMAL, Examined, examine

LAST_YEAR = """\
schema: 1
year: 2024
title: 工作报告
tasks:
  title: 【下年】年主要任务
  items: [{id: 换届, title: 做好换届}, 一般工作]
  sections:
    - {id: 学习, title: 加强学习, items: [{id: 读书, title: 委员读书}, {id: 培训, title: 委员培训}]}
    - {title: 服务大局, items: [{id: 调研, title: 开展调研}, 建言献策]}
    - {title: 没有编号的一节, items: [一条, 两条]}
"""


def _forgotten(follows: str) -> list[str]:
    sections = f"  sections:\n    - {{title: 回顾, items: [{{title: 一条, follows: [{follows}]}}]}}\n"
    examined = examine(MINIMAL + sections, last_year=LAST_YEAR)
    return [str(each.words["title"]) for each in examined.found if each.code == "promise-forgotten"]


@pytest.mark.parametrize(
    ("follows", "forgotten"),
    [
        ("", ["做好换届", "加强学习", "开展调研"]),
        ("学习, 读书, 培训, 换届, 调研", []),
        ("换届, 读书, 调研", ["加强学习"]),
        ("学习, 读书", ["做好换届", "委员培训", "开展调研"]),
    ],
)
def test_a_promise_is_kept_by_whoever_follows_it(follows: str, forgotten: list[str]) -> None:
    """A section and an item with an id each want an answer; what has no id cannot be followed and is not asked for."""
    assert _forgotten(follows) == forgotten


@pytest.mark.parametrize(
    ("review", "hints"),
    [
        ("{title: 学在前头, follows: [学习]}", [("write-review",)]),
        ("{title: 学在前头, items: [{title: （待填）, follows: [学习]}]}", []),
        ("{title: 学在前头, items: [{title: 读书会五十二场, follows: [学习]}]}", []),
        ("{title: 学在前头, lead: 建起书屋六处。, follows: [学习]}", []),
    ],
)
def test_a_review_that_says_nothing_is_asked_for_words(review: str, hints: list[tuple[str, ...]]) -> None:
    """Unless it is marked as still to be written, which is a finding of its own."""
    last_year = LAST_YEAR.replace(", items: [{id: 读书, title: 委员读书}, {id: 培训, title: 委员培训}]", "")
    examined = examine(f"{MINIMAL}  sections: [{review}]\n", last_year=last_year)
    found = [each for each in examined.found if each.code == "promise-forgotten" and each.words["id"] == "学习"]
    assert [each.hints for each in found] == hints


def test_without_last_year_or_without_reviews_nothing_is_asked() -> None:
    assert not examine(MINIMAL).found
    tasks = "schema: 1\nyear: 2025\ntitle: 工作报告\ntasks: {title: 主要任务, intro: 要做的事。}\n"
    assert not examine(tasks, last_year=LAST_YEAR).found


def _copied(old: str, new: str, part: str = "reviews") -> list[str]:
    def report(year: int, text: str) -> Examined | str:
        return f"schema: 1\nyear: {year}\ntitle: 工作报告\n{part}:\n  title: 一年工作\n  intro: >-\n    {text}\n"

    examined = examine(str(report(2025, new)), last_year=str(report(2024, old)))
    return [str(each.words["typed"]) for each in examined.found if each.code == "copy-stale"]


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("组建宣讲团三个，走进社区宣讲一百二十场。", "组建宣讲团四个，走进社区宣讲一百二十场。", ["一百二十场"]),
        ("2024年，共走访委员企业64家，协调难题。", "2024年，共走访委员企业81家，协调难题。", ["2024年"]),
        ("认真落实市政协三届四次会议的各项部署。", "认真落实市政协三届四次会议的各项部署。", ["三届四次会议"]),
        (
            "走访企业64家，办理提案1,204件，满意率98.5%。",
            "走访企业64家，办理提案1,204件，满意率98.5%。",
            ["64家、1,204件、98.5%"],
        ),
    ],
)
def test_what_belongs_to_last_year_is_in_a_copy(old: str, new: str, typed: list[str]) -> None:
    assert _copied(old, new) == typed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("团结和民主两大主题，汇聚起共襄伟业的强大力量。", "团结和民主两大主题，汇聚起共襄伟业的强大力量。"),
        ("“十四五”规划收官，二十届三中全会精神深入人心。", "“十四五”规划收官，二十届三中全会精神深入人心。"),
        ("提案办复率100%，组建三个专题小组逐件跟踪督办。", "提案办复率100%，组建三个专题小组逐件跟踪督办。"),
        ("到2035年基本建成现代化强市，这是我们的目标。", "到2035年基本建成现代化强市，这是我们的目标。"),
        ("组建宣讲团三个，走进社区宣讲一百二十场。", "围绕老城改造开展调研，召开座谈会一百二十场。"),
        ("宣讲一百二十场。", "宣讲一百二十场。"),
        ("展望2025年，任务更加繁重，我们信心百倍。", "展望2025年，任务更加繁重，我们信心百倍。"),
    ],
)
def test_standing_phrases_and_other_paragraphs_are_left_alone(old: str, new: str) -> None:
    assert _copied(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [(15, 15, ["64家"]), (14, 14, []), (14, 15, []), (15, 14, [])],
)
def test_a_copy_has_fifteen_characters(old: int, new: int, typed: list[str]) -> None:
    """What is shorter is similar by chance."""
    assert _copied("走访企业64家".ljust(old, "好"), "走访企业64家".ljust(new, "好")) == typed


@pytest.mark.parametrize(
    ("new", "typed"),
    [
        ("走访企业64家，统调了用地和用工问题。", ["64家"]),
        ("走访企业64家，统调了用水和用工问题。", []),
    ],
)
def test_how_much_of_a_copy_may_be_new(new: str, typed: list[str]) -> None:
    """A fifth of the pairs of neighbours, of which its ends are some."""
    assert _copied("走访企业64家，协调了用地和用工难题。", new) == typed


def test_the_paragraph_that_is_most_like_a_text_is_its_original() -> None:
    copy = "走访企业64家，协调用地和用工难题。"
    others = [f"{start}一共64家单位参加了这一次活动。" for start in ("先后", "前后")]
    assert _copied(f"{others[0]}\n\n    {copy}\n\n    {others[1]}", copy) == ["64家"]


def test_in_the_tasks_next_year_moves_on_too() -> None:
    text = "2025年是换届之年，任务更加繁重，我们信心百倍。"
    assert _copied(text, text, "tasks") == ["2025年"]


def test_each_paragraph_of_a_text_is_looked_at_by_itself() -> None:
    old = "走访企业六十四家，协调用地和用工难题。"
    examined = examine(
        f"{MINIMAL}  intro: |-\n    这一年与往年大不相同。\n\n    {old}\n",
        last_year=f"schema: 1\nyear: 2024\ntitle: 工作报告\nreviews:\n  title: 回顾\n  intro: {old}\n",
    )
    (found,) = examined.found
    assert found.place is not None
    assert (found.place.line, found.words["typed"]) == (9, "六十四家")

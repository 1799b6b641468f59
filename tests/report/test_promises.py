"""Which of last year's tasks which reviews report on."""

import pytest

from reportgen.diagnostics import FieldPath
from reportgen.report.promises import ledger
from tests.support import MINIMAL, examine

TASKS = """\
schema: 1
year: 2024
title: 工作报告
tasks:
  title: 【下年】年主要任务
  items: [{id: 换届, title: 做好换届}, 一般工作]
  sections:
    - {id: 学习, title: 加强学习, items: [{id: 读书, title: 委员读书}, 宣讲]}
    - {title: 服务大局, items: [{id: 调研, title: 开展调研}, 建言献策]}
    - {title: 没有编号的一节, items: [一条, 两条]}
"""


def _ledger(*reviews: str) -> dict[str, list[str]]:
    """The tasks with the titles of the reviews that report on them."""
    sections = "".join(f"    - {review}\n" for review in reviews) or "    - {title: 别的, lead: 别的事。}\n"
    report = examine(f"{MINIMAL}  sections:\n{sections}", draft=True).report
    assert report.reviews is not None
    titles: dict[FieldPath, str] = {}
    for number, section in enumerate(report.reviews.sections):
        path = ("reviews", "sections", number)
        titles |= {(*path, "items", index): item.title or "" for index, item in enumerate(section.items)}
        titles[path] = section.title
    promises = ledger(examine(TASKS, year=2024).report, report)
    return {each.title: [titles[path] for path in each.followers.reports] for each in promises}


def test_what_a_review_can_follow_is_a_promise_and_so_is_a_section_without_any_id() -> None:
    assert list(_ledger()) == ["做好换届", "加强学习", "委员读书", "宣讲", "开展调研", "没有编号的一节"]


def test_promises_and_what_follows_them_have_their_places_in_both_files() -> None:
    review = "{title: 回顾, items: [{title: 换届了, text: 换了。, follows: [换届]}]"
    sections = "[{title: 学, lead: 学了。, follows: [学习], items: [{title: 读, text: 读了。, follows: [读书]}]}]"
    this_year = examine(MINIMAL.partition("reviews:")[0] + f"reviews: {review}, sections: {sections}}}\n").report
    promises = ledger(examine(TASKS, year=2024).report, this_year)
    assert {each.path: each.followers.reports for each in promises} == {
        ("tasks", "items", 0): (("reviews", "items", 0),),
        ("tasks", "sections", 0): (("reviews", "sections", 0),),
        ("tasks", "sections", 0, "items", 0): (("reviews", "sections", 0, "items", 0),),
        ("tasks", "sections", 0, "items", 1): (("reviews", "sections", 0),),
        ("tasks", "sections", 1, "items", 0): (),
        ("tasks", "sections", 2): (),
    }


@pytest.mark.parametrize(
    ("review", "answered"),
    [
        ("{title: 学, lead: 学了。, follows: [学习]}", {"加强学习": ["学"], "宣讲": ["学"]}),
        ("{title: 读, lead: 读了。, follows: [读书]}", {"委员读书": ["读"]}),
        ("{title: 读, lead: 读了。, follows: [读书, 学习]}", {"加强学习": ["读"], "委员读书": ["读"], "宣讲": ["读"]}),
        ("{title: 大局, items: [{title: 调研九次, follows: [调研]}]}", {"开展调研": ["调研九次"]}),
    ],
)
def test_a_follower_answers_what_it_names_and_no_more(review: str, answered: dict[str, list[str]]) -> None:
    """Neither the items of a section that have an id of their own, nor the section of an item."""
    assert {task: reviews for task, reviews in _ledger(review).items() if reviews} == answered


@pytest.mark.parametrize(
    "review",
    [
        "{title: 学, follows: [学习]}",
        "{title: （待填）加强学习, lead: （待填）, follows: [学习], items: [{title: （待填）读书, text: （待填）}]}",
        "{title: 学, items: [{title: 读书, text: （待填）, follows: [读书]}]}",
        "{title: 学, items: [{title: （待填）读书, follows: [读书]}]}",
    ],
)
def test_a_review_in_which_nothing_is_written_answers_nothing(review: str) -> None:
    assert not any(_ledger(review).values())


def test_a_started_review_answers() -> None:
    answered = _ledger("{title: 学, items: [{title: （待填）读书, text: 读了（待填）本。, follows: [读书]}]}")
    assert answered["委员读书"] == ["（待填）读书"]

"""What checkers look up beside a draft: the value a year ago, the note, and the tasks that a review answers."""

from reportgen.document.checkers_notes import CheckersNotes, checkers_notes
from reportgen.report import resolve
from tests.support import MINIMAL, examine

LAST_YEAR = """\
schema: 1
year: 2024
title: 报告
metrics:
  提案: {label: 提案, value: 420, unit: 件}
  合计: {label: 合计, value: 5.8万, unit: 人次}
reviews: {title: 回顾, intro: 【提案】【合计】}
tasks:
  title: 任务
  items:
    - {id: 停车, title: 破解停车难, text: 一句。}
    - {id: 上学, title: 解决上学难, text: 一句。}
    - {title: 没有名称, text: 一句。}
"""
THIS_YEAR = MINIMAL.replace(
    "reviews:",
    """\
metrics:
  提案: {label: 提案, value: 437, unit: 件, note: 含【合计】的。}
  合计: {label: 合计, value: 6万, unit: 人次}
  新的: {label: 新的, value: 3, unit: 项}
reviews:""",
    1,
)
REVIEWS = """\
  items:
    - {title: 停车, text: 建成【提案】【合计】【新的】。, follows: [停车, 上学]}
    - {title: 上学, text: 建成。, follows: [上学]}
    - {title: 其他, text: 建成。}
"""


def notes(last_year: str | None) -> CheckersNotes:
    report = examine(THIS_YEAR + REVIEWS, last_year=last_year).report
    before = examine(last_year, year=2024).report if last_year else None
    return checkers_notes(resolve(report, before), before)


def test_a_metric_has_its_name_its_value_a_year_ago_and_its_note() -> None:
    assert notes(LAST_YEAR).metrics == {
        "提案": "指标：提案\n上年：420件\n备注：含6万人次的。",
        "合计": "指标：合计\n上年：5.8万人次",
        "新的": "指标：新的\n上年：没有数",
    }


def test_a_review_has_every_task_of_last_year_that_it_answers() -> None:
    assert notes(LAST_YEAR).reviews == {
        ("reviews", "items", 0): "回应上年任务：破解停车难；解决上学难",
        ("reviews", "items", 1): "回应上年任务：解决上学难",
    }


def test_without_last_years_report_there_is_nothing_to_answer() -> None:
    assert notes(None).reviews == {}

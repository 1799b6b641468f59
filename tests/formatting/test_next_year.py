"""What next year's file begins with, word for word, before it is formatted."""

import pytest
from msgspec.structs import replace

from reportgen.formatting.next_year import next_year_text
from tests.compare.reports import year
from tests.support import MINIMAL, examine


@pytest.mark.parametrize(
    ("title", "moved"),
    [
        ("市政协十四届五次会议工作报告", "市政协十四届六次会议工作报告"),
        ("第三届青岚市委员会第九次会议", "第三届青岚市委员会第十次会议"),
        ("十届十九次全体会议", "十届二十次全体会议"),
        ("十届九十九次会议", "十届一百次会议"),
        ("十届九千九百九十八次会议", "十届九千九百九十九次会议"),
        ("十届九千九百九十九次会议", "十届九千九百九十九次会议"),
        ("十届一二次会议", "十届一二次会议"),
        ("2025年工作报告", "2026年工作报告"),
        ("【本年】年工作报告", "【本年】年工作报告"),
        ("五次三番的努力", "五次三番的努力"),
    ],
)
def test_titles_move_on_and_ask_to_be_checked(title: str, moved: str) -> None:
    text = next_year_text(replace(year(2025), title=title))
    assert f"title: {moved}（待核对）\n" in text


LAST_YEAR = """\
schema: 1
year: 2025
title: 2025年工作报告
label: 图解
organization: 政协青岚市委员会
session: 第三届青岚市委员会第九次会议
date: 2026-01-16
place: 青岚
speaker: 张三
salutation: 各位委员：
opening: |
  第一段。

  第二段。
reviews:
  title: 2025年回顾
  intro: 一年来。
  closing: 成绩来之不易。
tasks:
  title: 2026年任务，抓落实
  intro: 新的一年。
  items:
    - {id: 甲, title: 办好提案, claim: 提办并重。, text: 一件一件办。}
    - 没有编号
  sections:
    - id: 乙
      title: 一、二
      lead: 着力推进。
      items: [{title: 三}]
  closing: 任务光荣。
insights:
  title: 感悟
  intro: 我们体会到。
  items: [必须实干]
  closing: 这些要坚持。
closing: 完。
signature: 政协青岚市委员会
"""
NEXT_YEAR = """\
schema: 1
year: 2026
title: 2026年工作报告（待核对）
label: 图解
organization: 政协青岚市委员会
session: 第三届青岚市委员会第十次会议（待核对）
# date: 上年是2026年1月16日，定了再写
# 上年：青岚
place: （待填）
# 上年：张三
speaker: （待填）
# 上年：各位委员：
salutation: （待填）
# 上年：第一段。
# 上年：第二段。
opening: （待填）

reviews:
  title: 2026年回顾
  # 上年：一年来。
  intro: （待填）
  items:
    # 上年任务：提办并重。
    # 上年任务：一件一件办。
    - {id: 甲, title: （待填）办好提案, text: （待填）, follows: [甲]}
    - {title: （待填）没有编号, text: （待填）}
  sections:
    # 上年任务：着力推进。
    - id: 乙
      title: （待填）一、二
      lead: （待填）
      follows: [乙]
      items:
        - {title: （待填）三, text: （待填）}
  # 上年：成绩来之不易。
  closing: （待填）

tasks:
  title: 2027年任务，抓落实
  # 上年：新的一年。
  intro: （待填）
  sections:
    - title: （待填）
      items: [（待填）]
  # 上年：任务光荣。
  closing: （待填）

insights:
  title: 感悟
  # 上年：我们体会到。
  intro: （待填）
  items:
    # 上年：必须实干
    - {title: （待填）, text: （待填）}
  # 上年：这些要坚持。
  closing: （待填）
# 上年：完。
closing: （待填）
signature: 政协青岚市委员会
"""


def test_the_text_of_last_year_is_above_the_one_to_be_written() -> None:
    """Each paragraph in a line; the cover is as it was, but for what changes every year."""
    text = next_year_text(examine(LAST_YEAR).report)
    assert text.split("\n", 2)[2] == NEXT_YEAR


def test_parts_without_anything_to_follow_begin_empty() -> None:
    """A section to be filled in takes the place of what last year did not have."""
    empty = "\n  sections:\n    - title: （待填）\n      items: [（待填）]\n"
    text = next_year_text(examine(f"{MINIMAL}insights: {{title: 感悟}}\n").report)
    parts = {"reviews": "工作回顾", "tasks": "【下年】年主要任务", "insights": "感悟"}
    assert text.endswith("".join(f"\n{name}:\n  title: {title}{empty}" for name, title in parts.items()))


def test_a_metric_keeps_what_it_is_and_leaves_what_was_of_the_year() -> None:
    """Its note, its qualifier and a change that was typed; its number becomes history, beside those still known."""
    kept = "unit: 件, decimals: 1, group: 履职, better: up, rank: true, parts: [甲, 乙], of: 丙"
    dropped = "qualifier: 余, qualifier_position: before, note: 不含集体提案。, change: 增长5%"
    fields = f"value: 5465000, scale: 万, {kept}, {dropped}, history: {{2024: 5万, 2023: 待填}}"
    others = "".join(f"  {name}: {{label: {name}, value: 1, unit: 件}}\n" for name in "甲乙丙")
    report = examine(f"{MINIMAL}metrics:\n  提案: {{label: 征集提案, {fields}}}\n{others}", draft=True).report
    begun = next(line for line in next_year_text(report).splitlines() if "提案: {" in line)
    history = "history: {2024: 50000, 2025: 5465000}"
    assert begun == f"  提案: {{label: 征集提案, value: 待填, scale: 万, {kept}, {history}}} # 上年：546.5余万件"

"""A report as lines for git: comments and unknown fields are shown in their places."""

import pytest
from hypothesis import given

from reportgen.report import Report
from reportgen.report.readable_text import readable_text
from reportgen.workflows.textconv import readable_report
from tests.compare.reports import reports
from tests.support import ROOT

COMMENTED = """\
# yaml-language-server: $schema=report.schema.json

# 送审稿
schema: 1
year: 2025
title: 工作报告 # 待核对
speaker: 张三
remark: 李四
metrics:
  # 由提案委提供
  提案: {label: 征集提案, value: 437, unit: 件, better: up} # 上年 420
reviews: # 第一部分
  title: 工作回顾
  intro: | # 要短
    一年来，成绩来之不易。
    又有新的进展。

    再上台阶。
  sections:
    # 领导要求放在最前
    - id: 民生
      title: 办好身边小事
      items:
        - 读书活动 # 并入下条？
        - {title: 错时停车, follows: [停车]}
      # 再补一条
  # 结语要短
  closing: 一句。两句。三句。
# 完
"""

EXPECTED = """\
（注释：yaml-language-server: $schema=report.schema.json）
（注释：送审稿）
# 2025年
标题：工作报告
（注释：待核对）
报告人：张三

（没有这个字段：remark: 李四）
## 指标
（注释：由提案委提供）
【提案】征集提案：437件（好的方向：up）
（注释：上年 420）

## 工作回顾
（注释：第一部分）
一年来，成绩来之不易。
又有新的进展。

再上台阶。
（注释：要短）

（注释：领导要求放在最前）
### 办好身边小事
（编号：民生）
· 读书活动
（注释：并入下条？）
· 错时停车
（回应：停车）
（注释：再补一条）
（注释：结语要短）
一句。
两句。
三句。
（注释：完）
"""


def test_comments_and_unknown_fields_keep_their_places() -> None:
    assert readable_report(COMMENTED.encode()) == EXPECTED


def test_a_comment_on_the_first_line_is_shown_below_it() -> None:
    text = "title: 工作报告 # 待核对\nschema: 1\nyear: 2025\nreviews:\n  title: 回顾\n"
    assert readable_report(text.encode()) == "# 2025年\n标题：工作报告\n（注释：待核对）\n\n## 回顾\n"


def test_every_comment_of_a_file_is_shown_once() -> None:
    for path in sorted((ROOT / "tests" / "years").glob("*.yaml")):
        text = path.read_text("utf-8")
        typed = [line.partition("#")[2].lstrip("# ") for line in text.splitlines() if "#" in line]
        shown = readable_report(text.encode())
        assert sorted(typed) == sorted(line[4:-1] for line in shown.splitlines() if line.startswith("（注释：")), path


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("value: 437, unit: 件", "437件"),
        ("value: 437, unit: 件, note: 不含集体提案", "437件（不含集体提案）"),
        ("value: 43700, unit: 件, qualifier: 余, scale: 万", "4.37万余件"),
        (
            "value: 4.8万, unit: 人次, history: {2024: 42000, 2023: 3.6万}",
            "4.8万人次（2023年3.6万人次；2024年42000人次）",
        ),
        (
            "value: 437, unit: 件, history: {2024: 420}, note: 不含集体提案, better: up",
            "437件（2024年420件；不含集体提案；好的方向：up）",
        ),
    ],
)
def test_a_metric_is_followed_by_what_it_remembers_and_its_note(fields: str, line: str) -> None:
    text = f"schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n  提案: {{label: 征集提案, {fields}}}\n"
    assert readable_report(text.encode()).splitlines()[-1] == f"【提案】征集提案：{line}"


COMMENTED_ABOVE = """\
schema: 1
year: 2025
# 关于标题
title: 工作报告
# 关于单位
organization: 市政协
# 关于开场白
opening: 现在报告工作。
metrics:
  # 关于提案
  提案: {label: 征集提案, value: 437, unit: 件}
reviews:
  # 关于回顾
  title: 工作回顾
  # 关于引言
  intro: 一年来。
  sections:
    - title: 民生
      # 关于导语
      lead: 心系民生。
      items:
        - title: 提案
          # 关于论断
          claim: 提质
          # 关于正文
          text: 征集【提案】。
# 关于结束语
closing: 完。
glossary:
  # 关于名词
  - term: 提案
    # 关于解释
    meaning: 建议。
"""

EXPECTED_ABOVE = """\
# 2025年
（注释：关于标题）
标题：工作报告
（注释：关于单位）
单位：市政协
（注释：关于开场白）
开场白：现在报告工作。

## 指标
（注释：关于提案）
【提案】征集提案：437件

## 工作回顾
（注释：关于回顾）
（注释：关于引言）
一年来。

### 民生
（注释：关于导语）
心系民生。
· 提案　提质
（注释：关于论断）
（注释：关于正文）
征集【提案】。

（注释：关于结束语）
结束语：完。

## 名词解释
（注释：关于名词）
提案：建议。
（注释：关于解释）
"""


def test_a_comment_above_a_field_is_shown_above_its_text() -> None:
    """Also in the middle of a part, a section or an item."""
    assert readable_report(COMMENTED_ABOVE.encode()) == EXPECTED_ABOVE


@pytest.mark.slow
@given(reports())
def test_no_line_is_of_blanks_alone(report: Report) -> None:
    lines = readable_text(report).split("\n")
    assert lines[-1] == ""
    assert all(line == line.strip() for line in lines)

"""One slip of the hand in any line of a report is one finding, there or beside it, whose repair leaves no other."""

import re
from collections.abc import Iterator

import pytest

from reportgen.diagnostics import apply_edits
from tests.support import examine

pytestmark = pytest.mark.slow

REPORT = """\
schema: 1
year: 2025
title: 工作报告
metrics:
  提案:
    label: 征集提案
    value: 546
    unit: 件
  信息: {label: 报送信息, value: 120, unit: 篇}
reviews:
  title: 工作回顾
  intro: >-
    征集【提案】，报送【信息】。
    又一句话在这里。
  sections:
    - id: 甲
      title: 围绕中心
      lead: 这是导语。
      items:
        - title: 走访委员
          text: 走访了委员。
        - title: 联系群众
          text: >-
            联系了群众。
            又一句话。
    - id: 乙
      title: 服务大局
      items: [政治协商, 民主监督, "参政：议政"]
  closing: "完成了任务。"
tasks:
  title: 主要任务
  items:
    - 学习理论
    - 深入调研
"""

# What one slip makes of a mark or an indent.
SLIPS = {
    "no colon": (r":(?= |\n)", ""),
    "no space": (r"(?<=:) (?=\S)", ""),
    "full-width colon": (r": ", "："),
    "a dash made a space": (r"- ", "  "),
    "no dash": (r"- ", ""),
    "no space after the dash": (r"- ", "-"),
    "one space less": (r"(?m)^ ", ""),
    "two spaces less": (r"(?m)^  ", ""),
    "one space more": (r"(?m)^(?= )", " "),
    "two spaces more": (r"(?m)^(?= )", "  "),
    "no quote": (r"\"", ""),
    "no bracket": (r"[\[\]{}]", ""),
    "no comma": (r",", ""),
}
SOUND = {
    ("one space less", 13), ("one space less", 24), ("one space more", 14), ("one space more", 25),
    ("two spaces more", 14), ("two spaces more", 25),  # a text may be indented otherwise, its later lines too
    ("two spaces less", 29),  # a field of the report has the same name
    ("no comma", 28),  # a text may hold a space
}  # fmt: skip
SEVERAL = {
    ("two spaces less", 8),  # a field among metrics, whose own lacks it
    ("one space more", 9),  # a metric among the fields of the one above
    ("no bracket", 9),  # a brace that nothing opens
    ("two spaces more", 26),  # a section among the items of the one above
    ("no comma", 28),  # quotes in the middle of a text
    ("two spaces more", 29),  # as near to the fields of the section above as to its own
}
"""What still gives more than one finding."""


def slipped(slip: tuple[str, str], report: str) -> Iterator[tuple[int, str]]:
    """A report with a slip in each place there is for it, and its line."""
    pattern, typed = slip
    for match in re.finditer(pattern, report):
        yield (
            report.count("\n", 0, match.start()) + 1,
            report[: match.start()] + match.expand(typed) + report[match.end() :],
        )


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_one_finding_and_its_repair_leaves_none(slip: str) -> None:
    for line, text in slipped(SLIPS[slip], REPORT):
        examined = examine(text)
        found = [each for each in examined.found if each.code != "metric-unused"]  # what a slip takes out of use
        if not found:
            assert (slip, line) in SOUND, f"{slip} in line {line}: nothing found"
        elif len(found) > 1:
            assert (slip, line) in SEVERAL, f"{slip} in line {line}:\n{examined.listing()}"
        elif found[0].edits:
            fixed = examine(apply_edits(text, found[0].edits))
            left = [each for each in fixed.found if each.code != "metric-unused"]
            assert not left, f"{slip} in line {line}:\n{examined.listing()}\nthen:\n{fixed.listing()}"
            assert found[0].place is not None
            assert abs(found[0].place.line - line) <= 4, f"{slip} in line {line}:\n{examined.listing()}"


def test_the_report_is_sound() -> None:
    assert not examine(REPORT).found

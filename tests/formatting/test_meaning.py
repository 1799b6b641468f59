"""The last guard: whatever a broken formatter might do to a file is noticed."""

import pytest

from reportgen.formatting import same_meaning
from reportgen.report import Reading, read_report
from tests.support import nodes

BEFORE = """schema: 1
year: 2025
title: 工作报告  # 注
metrics:
  提案: {label: 提案, value: 546, unit: 件}
reviews:
  title: 回顾
  intro: >-
    全年【提案】。
    the PDF
    file.

    另一段。
  items: [一, 二]
"""


def _reading(text: str) -> Reading:
    return read_report(nodes(text), 2025)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("。\n    the", "。the"),
        ("PDF\n    file", "PDF file"),
        ("title: 工作报告", "title: '工作报告'"),
        ("title: 回顾\n", "title: 回顾 \n"),
        ("[一, 二]", "\n  - 一\n  - 二"),
    ],
)
def test_what_prints_the_same_is_the_same(old: str, new: str) -> None:
    changed = BEFORE.replace(old, new)
    assert changed != BEFORE
    assert same_meaning(_reading(BEFORE), _reading(changed))


@pytest.mark.parametrize("year", ["2025", "这一年"], ids=["report", "no report"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  # 注", ""),
        ("\n  title: 回顾\n", "\n  # 注\n  title: 回顾\n"),
        ("【提案】", "【提案：】"),
        ("# 注", "# 住"),
        ("。\n    the", "。 the"),
        ("PDF\n    file", "PDFfile"),
        ("\n\n    另", "\n    另"),
        ("[一, 二]", "[二, 一]"),
        ("[一, 二]", "[一, 三]"),
        ("[一, 二]", "[三, 二]"),
        ("[一, 二]", "[一]"),
        ("[一, 二]", "[一, 二, 三]"),
        ("[一, 二]", "一, 二"),
        ("[一, 二]", "{一: 二}"),
        ("[一, 二]", "[一, [二]]"),
        ("[一, 二]", "[一, {title: 二}]"),
        ("title: 回顾", "title: {回顾: 甲}"),
        ("value: 546", "value: 546.0"),
        ("【提案】", "【提案：名称】"),
        ("  items", "  sections"),
        ("title: 工作报告", "title: '工作报告 '"),
        ("unit: 件", "unit: ~"),
    ],
)
def test_what_means_or_prints_something_else_is_not(old: str, new: str, year: str) -> None:
    """Whichever of the two is written first, and also where the nodes are all there is to compare."""
    before = BEFORE.replace("year: 2025", f"year: {year}")
    changed = before.replace(old, new)
    assert changed != before
    one, other = _reading(before), _reading(changed)
    assert (one.report is None) == (year != "2025")
    assert same_meaning(one, one)
    assert not same_meaning(one, other)
    assert not same_meaning(other, one)


def test_nothing_is_not_a_text_even_where_there_is_no_report() -> None:
    faulty = BEFORE.replace("year: 2025", "year: 这一年") + "label: ~\n"
    assert not same_meaning(_reading(faulty), _reading(faulty.replace("~", "'~'")))

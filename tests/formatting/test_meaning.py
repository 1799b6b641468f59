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
        ("[一, 二]", "[一]"),
        ("value: 546", "value: 546.0"),
        ("【提案】", "【提案：名称】"),
        ("  items", "  sections"),
        ("title: 工作报告", "title: '工作报告 '"),
        ("unit: 件", "unit: ~"),
    ],
)
def test_what_means_or_prints_something_else_is_not(old: str, new: str) -> None:
    changed = BEFORE.replace(old, new)
    assert changed != BEFORE
    assert not same_meaning(_reading(BEFORE), _reading(changed))


def test_nothing_is_not_a_text_even_where_there_is_no_report() -> None:
    faulty = BEFORE.replace("year: 2025", "year: 这一年") + "label: ~\n"
    assert _reading(faulty).report is None
    assert not same_meaning(_reading(faulty), _reading(faulty.replace("~", "'~'")))

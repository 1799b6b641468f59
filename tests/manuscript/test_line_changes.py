"""What a line of a document becomes in the report file: text of its field, the value of a metric, or a question."""

from collections.abc import Sequence

import pytest

from reportgen.manuscript.line_changes import LineChanges, line_changes
from reportgen.manuscript.printed_lines import Cell, printed_lines
from reportgen.report import resolve
from tests.support import MINIMAL, examine

REPORT = f"""{MINIMAL}  intro: 全年征集【提案】，比上年【提案：变化】，得到肯定。
metrics:
  提案: {{label: 提案总数, value: 546, unit: 件, history: {{2024: 500}}}}
"""
"""Prints 全年征集546件，比上年增长9.2%，得到肯定。"""


def line_of(style: str, role: str) -> Sequence[Cell]:
    """The first line of a role."""
    examined = examine(REPORT, style=style)
    lines = printed_lines(examined.composed, resolve(examined.report, None))
    return next(line.cells for line in lines if line.role == role)


def shown(changes: LineChanges) -> str:
    """The changes, one after another, offsets being those of the field."""
    return " | ".join(
        (
            *(f"{each.start}-{each.end}→{each.text}" for each in changes.fields),
            *(f"{each.metric} {each.old}→{each.number}" for each in changes.metrics),
            *(f"{each.reason.name} {each.old}→{each.new}" for each in changes.left),
        )
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("全年征集546件，比上年增长9.2%，得到肯定。", ""),
        ("一年征集546件，比上年增长9.2%，得到肯定。", "0-1→一"),
        ("全年共征集546件，比上年增长9.2%，得到肯定。", "2-2→共"),
        ("征集546件，比上年增长9.2%，得到肯定。", "0-2→"),
        ("全年征集547件，比上年增长9.2%，得到肯定。", "提案 546→547"),
        ("全年征集546多件，比上年增长9.2%，得到肯定。", "提案 546→546多"),
        ("全年征集547篇，比上年增长9.2%，得到肯定。", "UNIT 546件→547篇"),
        ("全年征集546篇，比上年增长9.2%，得到肯定。", "UNIT 件→篇"),
        ("全年征集许多，比上年增长9.2%，得到肯定。", "4-8→许多"),
        ("全年征集许多件，比上年增长9.2%，得到肯定。", "NUMBER_GONE 546→许多"),
        ("全年征集，比上年增长9.2%，得到肯定。", "4-8→"),
        ("全年征集546件，比上年增长9.3%，得到肯定。", "DERIVED 9.2→9.3"),
        ("全年征集546件，比上年下降，得到肯定。", "DERIVED 增长9.2%→下降"),
        ("全年征集546件，得到肯定。", "9-12→ | 12-19→ | 19-20→"),
        ("全年征集546整件，比上年增长9.2%，得到肯定。", "UNIT →整"),
        ("全年征集546件，比上年增长约9.2%，得到肯定。", "DERIVED 9.2→约9.2"),
        ("全年征集546件，比上年又增长9.2%，得到肯定。", "12-12→又"),
        ("全年办理547件，比上年增长9.2%，得到肯定。", "2-4→办理 | 提案 546→547"),
        ("总计547件，比上年增长9.2%，得到肯定。", "0-4→总计 | 提案 546→547"),
        ("全年征集547件多，比上年增长9.2%，得到肯定。", "8-8→多 | 提案 546→547"),
        ("", "0-4→ | 4-8→ | 8-12→ | 12-19→ | 19-25→"),
        ("全年征集547件，比上年增长9.2%，得到充分肯定！", "22-22→充分 | 24-25→！ | 提案 546→547"),
    ],
)
def test_a_sentence_with_a_metric_and_its_change(typed: str, found: str) -> None:
    assert shown(line_changes(line_of("official", "intro"), typed)) == found


@pytest.mark.parametrize(
    ("role", "typed", "found"),
    [
        ("card-figure", "547件", "提案 546→547"),
        ("card-figure", "547篇", "UNIT 546件→547篇"),
        ("card-figure", "许多", "NUMBER_GONE 546件→许多"),
        ("card-label", "提案数", "2-3→"),
        ("card-change", "▲ 9.3%", "DERIVED 9.2→9.3"),
        ("card-legend", "柱形。", ""),
        ("card-legend", "柱形自零起；新的；▲▼为与上年相比。", "FIXED →；新的"),
        ("card-legend", "新柱形自零起；▲▼为与上年相比。", "FIXED →新"),
        ("card-legend", "柱形自零起；▲▼为与上年相比。新", "FIXED →新"),
        ("card-label", "新提案总数", "0-0→新"),
        ("card-label", "提案总数新", "4-4→新"),
    ],
)
def test_a_card_whose_number_no_text_prints(role: str, typed: str, found: str) -> None:
    """Words cannot replace it; what the style sheet prints may go."""
    assert shown(line_changes(line_of("plenary", role), typed)) == found

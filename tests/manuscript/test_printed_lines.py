"""What the lines of a document are made of: typed text, metrics, and what is worked out."""

import pytest

from reportgen.manuscript.printed_lines import Kind, printed_lines
from reportgen.report import resolve
from tests.manuscript.conftest import REPORT
from tests.support import MINIMAL, examine


@pytest.mark.parametrize("style", ["plenary", "classic", "handout"])
def test_figures_beside_the_text_are_their_metrics_and_labels_are_text(style: str) -> None:
    examined = examine(REPORT, style=style)
    assert examined.document is not None
    found: dict[str, set[str]] = {}
    for line in printed_lines(examined.document, resolve(examined.report, None)):
        place, _, what = str(line.role).partition("-")
        if place in ("card", "row", "side") and line.path is not None and line.path[0] == "metrics":
            found.setdefault(what, set()).update(cell.kind.name for cell in line.cells)
    found.pop("note", None)
    assert found == {"figure": {"METRIC"}, "label": {"TEXT"}, "change": {"DERIVED"}}


def test_so_are_those_of_rows_where_no_metric_has_a_history() -> None:
    text = REPORT.replace(", history: {2023: 241, 2024: 258}", "").replace("比上年【提案：变化】，", "")
    examined = examine(text, style="plenary")
    assert examined.document is not None
    lines = printed_lines(examined.document, resolve(examined.report, None))
    kinds = {(str(line.role), cell.kind.name) for line in lines for cell in line.cells if line.role.startswith("row-")}
    assert kinds >= {("row-figure", "METRIC"), ("row-label", "TEXT")}
    assert not kinds & {("row-figure", "DERIVED"), ("row-label", "DERIVED")}


REPEATED = f"""{MINIMAL}  intro: 提案，【提案】提案，又是【提案】提案。**提案**，提案。
  closing: 提案，提案。
metrics:
  提案: {{label: 提案, value: 546, unit: 件}}
"""


@pytest.mark.parametrize("style", ["official", "plenary", "lectern"])
def test_a_word_that_a_text_prints_again_is_the_one_that_comes_next(style: str) -> None:
    """Each character is where it is in the text of its field; all of a reference are where that is."""
    examined = examine(REPEATED, style=style)
    texts = {
        "intro": "提案，【提案】提案，又是【提案】提案。**提案**，提案。",
        "closing": "提案，提案。",
    }
    printed = dict.fromkeys(texts, "")
    ends = dict.fromkeys(texts, 0)
    for line in printed_lines(examined.composed, resolve(examined.report, None)):
        for cell in line.cells:
            if cell.path is None or cell.path[0] != "reviews" or cell.path[-1] not in texts:
                continue
            field = str(cell.path[-1])
            if cell.kind is Kind.TEXT:
                assert cell.start >= ends[field]
                assert texts[field][cell.start : cell.end] == cell.character
                ends[field] = cell.end
            printed[field] += cell.character
    assert printed == {"intro": "提案，546件提案，又是546件提案。提案，提案。", "closing": "提案，提案。"}

"""Cases of proofreading as report files: sentences of invented places, and what is to be reported in each."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from reportgen.diagnostics import Edit
from tests.support import Examined, examine

_TABLE = json.loads(Path(__file__).with_name("proofreading.json").read_text(encoding="utf-8"))
_LEXICONS: dict[str, str] = {
    row["id"]: json.dumps(row["setup"]["lexicon"], ensure_ascii=False)
    for row in _TABLE
    if row["rule"] == "setup" and "lexicon" in row["setup"]
}
_METRICS: dict[str, dict[str, Any]] = {
    row["id"]: row["setup"]["metrics"] for row in _TABLE if row["rule"] == "setup" and "metrics" in row["setup"]
}


class Expected(NamedTuple):
    """A stretch of a text that is to be reported; ``suggestion`` is what is right there, where that is one thing."""

    start: int
    length: int
    certainty: str
    suggestion: str | None


class Case(NamedTuple):
    """A text in a field of a report (text, head, title or task), and what is wrong with it.

    ``setup`` names a table of metrics or a lexicon.
    """

    id: str
    rule: str
    text: str
    field: str
    setup: str
    expected: tuple[Expected, ...]


class Reported(NamedTuple):
    """A finding inside the text of a case, offsets counted in the text."""

    code: str
    severity: str
    start: int
    end: int
    edits: tuple[Edit, ...]


def cases() -> list[Case]:
    """The cases of the table."""
    return [_case(row) for row in _TABLE if row["rule"] != "setup"]


def _case(row: dict[str, Any]) -> Case:
    expected = (
        Expected(each["start"], each["length"], each["certainty"], each["suggestion"]) for each in row["expect"]
    )
    return Case(row["id"], row["rule"], row["text"], row["field"], row.get("with", ""), tuple(expected))


def report_of(text: str, field: str = "text", setup: str = "") -> str:
    """A sound report with a text in one field; ``setup`` names a table of metrics, and then years are said."""
    typed = "'" + text.replace("'", "''") + "'"
    item = {"text": f"{{title: 小标题, text: {typed}}}", "head": f"{{title: {typed}}}"}.get(field, "一条")
    title = typed if field == "title" else "一节"
    task = f"{{title: 小标题, text: {typed}}}" if field == "task" else "一项"
    reviews, tasks = ("【本年】年工作回顾", "【下年】年主要任务") if setup else ("工作回顾", "主要任务")
    return (
        "schema: 1\nyear: 2025\ntitle: 工作报告\n"
        + (
            f"organization: 政协云溪市委员会\nmetrics: {json.dumps(_METRICS.get(setup, {}), ensure_ascii=False)}\n"
            if setup
            else ""
        )
        + f"reviews:\n  title: {reviews}\n  sections:\n    - title: {title}\n      items: [{item}]\n"
        + f"tasks:\n  title: {tasks}\n  items: [{task}]\n"
    )


def reported_in(text: str, field: str = "text", setup: str = "", lexicon: str | None = None) -> list[Reported]:
    """What is reported of a text, findings elsewhere in the file left out."""
    lexicon = lexicon or _LEXICONS.get(setup)
    return _inside(examine(report_of(text, field, setup), lexicon=lexicon), "'" + text.replace("'", "''") + "'")


def _inside(examined: Examined, typed: str) -> list[Reported]:
    assert examined.source is not None
    found: list[Reported] = []
    lines = examined.source.text.split("\n")
    for each in examined.found:
        if each.place is None or typed not in lines[each.place.line - 1]:
            continue
        first = lines[each.place.line - 1].index(typed) + 1
        start, end = (column - 1 - first for column in (each.place.column, each.place.end_column))
        offset = examined.source.text.index(typed) + 1
        edits = tuple(Edit(edit.start - offset, edit.end - offset, edit.text) for edit in each.edits)
        found.append(Reported(each.code, each.severity.value, start, end, edits))
    return found

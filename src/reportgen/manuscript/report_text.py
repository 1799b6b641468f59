"""A recognised report as the text of a report file, not formatted yet."""

import itertools
import re
from collections.abc import Iterator, Sequence

from reportgen.manuscript.field_text import escaped
from reportgen.manuscript.figure_tables import split_figure
from reportgen.manuscript.printed_figure import PRINTED_FIGURE
from reportgen.manuscript.recognised import (
    Folded,
    RecognisedItem,
    RecognisedMetric,
    RecognisedPart,
    RecognisedReport,
    RecognisedSection,
    Texts,
)
from reportgen.report import PENDING
from reportgen.report.report_types import is_word
from reportgen.rules.import_unplaced import MARK
from reportgen.source import quoted
from reportgen.text.dates import read_date

_MODELINE = "# yaml-language-server: $schema=report.schema.json"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ORDER = ("title", "label", "organization", "session", "date", "place", "speaker", "salutation")


def report_text(report: RecognisedReport, year: int) -> str:
    """The text of the file."""
    return "".join(f"{line}\n" for line in _lines(report, year))


def _lines(report: RecognisedReport, year: int) -> Iterator[str]:
    fields = dict(report.fields)
    yield from (_MODELINE, "schema: 1", f"year: {year}", f"title: {_value(fields.pop('title', PENDING))}")
    for name in _ORDER:
        if name in fields:
            yield f"{name}: {_date(fields[name]) if name == 'date' else _value(fields[name])}"
    yield from _left(report.front, "")
    yield from _passage("opening", report.opening, "")
    if report.metrics:
        yield "metrics:"
        yield from _metrics(report.metrics)
    for part in report.parts:
        yield from _part(part)
    if not report.parts:
        yield from ("reviews:", f"  title: {PENDING}", f"  items: [{PENDING}]")
    yield from _passage("closing", report.closing, "")
    if "signature" in fields:
        yield f"signature: {_value(fields['signature'])}"
    if report.glossary:
        yield "glossary:"
        for entry in report.glossary:
            yield f"  - term: {_literal(entry.term)}"
            yield f"    meaning: {_value(entry.meaning)}"
    yield from _left(report.end, "")


def _date(text: str) -> str:
    date = read_date(text)
    return text if date is None else date.isoformat()


def _metrics(metrics: Sequence[RecognisedMetric]) -> Iterator[str]:
    names: set[str] = set()
    for metric in metrics:
        name = metric.name or "".join(each for each in metric.label if is_word(each)) or "指标"
        numbered = (f"{name}-{number}" for number in itertools.count(2))
        unique = next(each for each in itertools.chain((name,), numbered) if each not in names)
        names.add(unique)
        yield f"  {unique}:"
        yield f"    label: {_literal(metric.label)}"
        match = PRINTED_FIGURE.fullmatch(metric.value)
        assert match is not None, metric.value
        yield f"    value: {match['digits']}{match['scale'] or match['late']}"
        if qualifier := match["before"] or match["after"]:
            yield f"    qualifier: {qualifier}"
        yield f"    unit: {_literal(metric.unit)}"
        if metric.note:
            yield f"    note: {_value(metric.note)}"
        if metric.history:
            yield "    history:"
            yield from (f"      {past}: {split_figure(value)[0]}" for past, value in metric.history)


def _part(part: RecognisedPart) -> Iterator[str]:
    yield f"{part.kind}:"
    yield f"  title: {_value(part.title)}"
    yield from _passage("intro", part.intro, "  ")
    if part.items or not (part.intro or part.sections):
        yield from _items(part.items, "  ")
    if part.sections:
        yield "  sections:"
        for section in part.sections:
            yield from _section(section)
    yield from _passage("closing", part.closing, "  ")
    yield from _left(part.unplaced, "  ")


def _section(section: RecognisedSection) -> Iterator[str]:
    yield f"    - title: {_value(section.title)}"
    yield from _passage("lead", section.lead, "      ")
    if section.items:
        yield from _items(section.items, "      ")
    yield from _left(section.unplaced, "      ")


def _items(items: Sequence[RecognisedItem], indent: str) -> Iterator[str]:
    yield f"{indent}items:"
    for item in items or (RecognisedItem(PENDING),):
        if item.title and not (item.text or item.claim):
            yield f"{indent}  - {_value(item.title)}"
            continue
        yield f"{indent}  -"
        for name, text in (("title", item.title), ("claim", item.claim)):
            if text:
                yield f"{indent}    {name}: {_value(text)}"
        yield from _passage("text", item.text, f"{indent}    ")


def _passage(name: str, texts: Texts, indent: str) -> Iterator[str]:
    """Paragraphs as one field; a block, whose lines need no quotes."""
    if not texts:
        return
    yield f"{indent}{name}: |-"
    for count, text in enumerate(texts):
        if count:
            yield ""
        yield f"{indent}  {_escaped(text)}"


def _left(texts: Texts, indent: str) -> Iterator[str]:
    """Texts without a field, as comments."""
    return (f"{indent}{MARK}{_one_line(text)}" for text in texts)


def _value(text: str) -> str:
    return quoted(_escaped(text))


def _literal(text: str) -> str:
    """A text in which 【 and asterisks are what they are."""
    return quoted(_one_line(text))


def _escaped(text: str) -> str:
    """A text that prints as it is: no reference, no emphasis."""
    return _one_line(text) if isinstance(text, Folded) else escaped(_one_line(text))


def _one_line(text: str) -> str:
    """A text without line ends; a soft one is no more than a turn."""
    return _CONTROL.sub("", text.replace("\n", "").replace("\t", " "))

"""A report as lines for people: headings, a sentence a line, metrics; what ``git diff`` compares after git-setup.

References stay as typed, so that a number corrected shows once, at its metric. No ordinals, which shift without cause.
"""

import datetime
from collections.abc import Iterator

from reportgen.report import Item, Metric, Part, Report, Section, print_figure, print_number, quantity_of
from reportgen.report.descriptions import FIELDS
from reportgen.report.sentence_lines import sentence_lines
from reportgen.text.dates import chinese_date

_BEFORE = ("title", "label", "organization", "session", "date", "place", "speaker", "salutation", "opening")


def readable_text(report: Report) -> str:
    """The report as such lines; headings begin with ``#``, deeper ones with more."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {report.year}年"
    for name in _BEFORE:
        yield from _field(name, getattr(report, name))
    if report.metrics:
        yield from ("", f"## {FIELDS[Report]['metrics'].name}")
        yield from (_metric(metric) for metric in report.metrics.values())
    for _, part in report.parts:
        yield from ("", f"## {_one_line(part.title)}")
        yield from _part(part)
    yield from (("", *_field("closing", report.closing)) if report.closing else ())
    if report.glossary:
        yield from ("", f"## {FIELDS[Report]['glossary'].name}")
        for term in report.glossary:
            yield from _after(f"{term.term}：", term.meaning)


def _field(name: str, value: str | datetime.date | None) -> Iterator[str]:
    if value is None:
        return
    said = chinese_date(value) if isinstance(value, datetime.date) else value
    yield from _after(f"{FIELDS[Report][name].name}：", said)


def _metric(metric: Metric) -> str:
    said = f"{metric.label}：{print_figure(metric, quantity_of(metric, metric.value), 'none')}"
    known = (
        f"{year}年{print_number(quantity_of(metric, number), 'none')}{metric.unit}"
        for year, number in sorted(metric.history.items())
    )
    notes = [*known, *([_one_line(metric.note)] if metric.note else [])]
    return f"{said}（{'；'.join(notes)}）" if notes else said


def _part(part: Part) -> Iterator[str]:
    yield from _sentences(part.intro)
    yield from _items(part.items)
    for section in part.sections:
        yield from _section(section)
    yield from _sentences(part.closing)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"### {_one_line(section.title)}")
    yield from _follows(section.follows)
    yield from _sentences(section.lead)
    yield from _items(section.items)


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        heading = "　".join(_one_line(text) for text in (item.title, item.claim) if text)
        yield from ((f"· {heading}",) if heading else ())
        yield from _follows(item.follows)
        yield from _sentences(item.text)


def _follows(follows: tuple[str, ...]) -> Iterator[str]:
    if follows:
        yield f"（{FIELDS[Section]['follows'].name}：{'、'.join(follows)}）"


def _sentences(text: str | None) -> Iterator[str]:
    yield from sentence_lines(text) if text else ()


def _after(name: str, text: str) -> Iterator[str]:
    first, *rest = sentence_lines(text) or ("",)
    yield f"{name}{first}"
    yield from rest


def _one_line(text: str) -> str:
    return "".join(sentence_lines(text))

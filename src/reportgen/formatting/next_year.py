"""The file that next year begins with, made from this year's report; nothing in it could pass for finished.

Last year's tasks become the reviews that answer them, its numbers history; its own words stay beside as comments.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from reportgen.formatting.text_form import reads_plain
from reportgen.report import PENDING, Item, Metric, Report, Section, print_figure, quantity_of
from reportgen.report.fields import FIELDS, field_text
from reportgen.source import quoted
from reportgen.text.characters import LINE_SEPARATOR, close_joints
from reportgen.text.numerals import NUMERAL, chinese_numeral, chinese_value

_TO_COME = PENDING
_TO_COME_NUMBER = PENDING.strip("（）")
_MODELINE = "# yaml-language-server: $schema=report.schema.json"
_EMPTY = (f"- title: {_TO_COME}", f"  items: [{_TO_COME}]")
_TO_PROVE = "（待核对）"
_SESSION = re.compile(f"(届(?:[^第，。]{{0,20}}第)?)({NUMERAL}+)(?=次)")


def next_year_text(report: Report) -> str:
    """The text of next year's file, not yet in the one form."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield _MODELINE
    yield (
        f"# 由 {report.year} 年的报告起草。写着“{_TO_COME_NUMBER}”的都要填好或删去；"
        "# 后面是上年的原话，供参考，用完可删。"
    )
    for name in FIELDS[Report]:
        yield from _field(name, report)


def _field(name: str, report: Report) -> Iterator[str]:
    """A field of the report, as the table of fields says what becomes of it."""
    becomes = FIELDS[Report][name].next_year
    if becomes == "made":
        yield from _MADE[name](report)
        return
    text = field_text(getattr(report, name))
    if not text:
        return
    match becomes:
        case "moved-on":
            yield f"{name}: {_written(_moved_on(text, report.year) + _TO_PROVE)}"
        case "kept":
            yield f"{name}: {_written(_said(text))}"
        case "asked":
            yield f"# {name}: 上年是{text}"
        case "to-come":
            yield from _to_come(name, text)
        case "dropped":
            return
        case _:
            assert_never(becomes)


def _schema(report: Report) -> Iterator[str]:
    yield f"schema: {report.schema}"


def _year(report: Report) -> Iterator[str]:
    yield f"year: {report.year + 1}"


def _metrics(report: Report) -> Iterator[str]:
    if report.metrics:
        yield from ("", "metrics:")
        yield from _indented(_metric(name, metric, report.year) for name, metric in report.metrics.items())


def _glossary(report: Report) -> Iterator[str]:
    if report.glossary:
        yield ""
        yield "# glossary: 上年解释的名词，还用得着的，照下面的样子写回来"
        yield from _comment(*(f"- {{term: {each.term}, meaning: {_said(each.meaning)}}}" for each in report.glossary))


def _reviews(report: Report) -> Iterator[str]:
    """Reviews that answer last year's tasks, ids and all."""
    tasks, reviews = report.tasks, report.reviews
    yield from ("", "reviews:")
    title = _moved_on(reviews.title, report.year) if reviews else "【本年】年工作回顾"
    yield f"  title: {_written(title)}"
    yield from _indented(_to_come("intro", reviews.intro if reviews else None))
    if tasks and tasks.items:
        yield "  items:"
        yield from _indented((line for item in tasks.items for line in _answer_item(item)), 4)
    yield "  sections:"
    if tasks and tasks.sections:
        yield from _indented((line for section in tasks.sections for line in _answer(section)), 4)
    else:
        yield from _indented(_EMPTY, 4)
    yield from _indented(_to_come("closing", reviews.closing if reviews else None))


def _answer(section: Section) -> Iterator[str]:
    """A review section that answers a task section."""
    yield from _comment(*([f"上年任务：{_said(section.lead)}"] if section.lead else []))
    if not section.id:
        yield "# 上年这一节没有编号（id），无法用 follows 回应"
    fields = [f"title: {_written(_TO_COME + _said(section.title))}", f"lead: {_TO_COME}"]
    if section.id:
        fields = [f"id: {section.id}", *fields, f"follows: [{section.id}]"]
    first, *rest = fields
    yield f"- {first}"
    yield from _indented(rest)
    if section.items:
        yield "  items:"
        yield from _indented((line for item in section.items for line in _answer_item(item)), 4)


def _answer_item(item: Item) -> Iterator[str]:
    """A review item that answers a task item."""
    yield from _comment(*(f"上年任务：{_said(text)}" for text in (item.claim, item.text) if text and item.title))
    said = _said(item.title or item.claim or item.text or "")
    fields = [f"title: {_written(_TO_COME + said)}", f"text: {_TO_COME}"]
    if item.id:
        fields = [f"id: {item.id}", *fields, f"follows: [{item.id}]"]
    yield f"- {{{', '.join(fields)}}}"


def _tasks(report: Report) -> Iterator[str]:
    yield from ("", "tasks:")
    tasks = report.tasks
    yield f"  title: {_written(_moved_on(tasks.title, report.year) if tasks else '【下年】年主要任务')}"
    yield from _indented(_to_come("intro", tasks.intro if tasks else None))
    yield "  sections:"
    yield from _indented(_EMPTY, 4)
    yield from _indented(_to_come("closing", tasks.closing if tasks else None))


def _insights(report: Report) -> Iterator[str]:
    """As many places as last year had insights, their words beside them."""
    insights = report.insights
    if insights is None:
        return
    yield from ("", "insights:")
    yield f"  title: {_written(_moved_on(insights.title, report.year))}"
    yield from _indented(_to_come("intro", insights.intro))
    titles = [item.title or item.claim or item.text for item in insights.items]
    if titles:
        yield "  items:"
        for title in titles:
            yield from _indented(
                (*_comment(f"上年：{_said(title or '')}"), f"- {{title: {_TO_COME}, text: {_TO_COME}}}"), 4
            )
    else:
        yield from _indented(("sections:", *(f"  {line}" for line in _EMPTY)))
    yield from _indented(_to_come("closing", insights.closing))


def _metric(name: str, metric: Metric, year: int) -> str:
    """A metric with its number to come; what it was is history, a qualifier belonged to that number."""
    history = {**metric.history, str(year): metric.value}
    known = sorted((then, number) for then, number in history.items() if not number.pending)
    made = {
        "value": _TO_COME_NUMBER,
        "scale": metric.scale or metric.value.scale,
        "history": "{" + ", ".join(f"{then}: {number.amount:f}" for then, number in known) + "}" if known else None,
    }
    fields: dict[str, str | None] = {}
    for each, field in FIELDS[Metric].items():
        text = field_text(getattr(metric, each)) if field.next_year == "kept" else None
        fields[each] = made[each] if field.next_year == "made" else None if text is None else _written(text)
    written = ", ".join(f"{each}: {value}" for each, value in fields.items() if value is not None)
    return f"{name}: {{{written}}} # 上年：{print_figure(metric, quantity_of(metric, metric.value), 'none')}"


def _to_come(name: str, text: str | None) -> Iterator[str]:
    """A field still to be written, last year's words above it; nothing where last year had none."""
    if text:
        yield from _comment(*(f"上年：{_said(paragraph)}" for paragraph in text.split("\n\n")))
        yield f"{name}: {_TO_COME}"


def _comment(*lines: str) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _indented(lines: Iterator[str] | Sequence[str], by: int = 2) -> Iterator[str]:
    return (f"{' ' * by}{line}" for line in lines)


def _said(text: str) -> str:
    """A text on one line, as it stands in the file."""
    return close_joints(text.replace("\n\n", LINE_SEPARATOR)).replace(LINE_SEPARATOR, "")


def _written(text: str) -> str:
    """A text as YAML reads it wherever it stands; in the quotes that need no escapes where it must be."""
    said = _said(text)
    if reads_plain(said, "flow value"):
        return said
    return quoted(said)


def _moved_on(text: str, year: int) -> str:
    """A title a year later: the year and the next that are typed in it, and the number of the session (四次 → 五次)."""
    moved = re.sub(rf"(?<!\d)({year}|{year + 1})(?=年)", lambda match: str(int(match.group()) + 1), _said(text))
    return _SESSION.sub(lambda match: match.group(1) + _following(match.group(2)), moved)


def _following(numeral: str) -> str:
    """The next numeral; what is none stays as it is."""
    value = chinese_value(numeral)
    return numeral if value is None or value == 9999 else chinese_numeral(value + 1)


_MADE: dict[str, Callable[[Report], Iterator[str]]] = {
    "schema": _schema,
    "year": _year,
    "metrics": _metrics,
    "reviews": _reviews,
    "tasks": _tasks,
    "insights": _insights,
    "glossary": _glossary,
}
"""How the fields are made that the table of fields says are made."""

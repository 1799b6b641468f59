"""The first draft of next year's file, made from this year's report; nothing in it looks finished.

Tasks become the reviews that report on them, numbers become history; this year's words stay beside them as comments.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from reportgen.formatting.text_form import reads_plain
from reportgen.report import PENDING, Item, Metric, Report, Section, print_figure, quantity_of
from reportgen.report.fields import FIELDS, field_text
from reportgen.source import quoted
from reportgen.text.characters import LINE_SEPARATOR, PARAGRAPH_END, close_joints
from reportgen.text.numerals import NUMERAL, chinese_numeral, chinese_value

_TO_COME = PENDING
_TO_COME_NUMBER = PENDING.strip("（）")
_MODELINE = "# yaml-language-server: $schema=report.schema.json"
_EMPTY = (f"- title: {_TO_COME}", f"  items: [{_TO_COME}]")
_TO_CHECK = "（待核对）"
TO_BE_FILLED_IN = f"{_TO_COME_NUMBER}|{_TO_CHECK}"
"""A pattern for what somebody has to fill in or to look at."""

_SESSION = re.compile(f"(届(?:[^第，。]{{0,20}}第)?)({NUMERAL}+)(?=次)")


def next_year_text(report: Report) -> str:
    """The text of next year's file, not formatted yet."""
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
    """A field of the report, by what the table of fields says becomes of it."""
    becomes = FIELDS[Report][name].next_year
    if becomes == "made":
        yield from _MAKERS[name](report)
        return
    text = field_text(getattr(report, name))
    if not text:
        return
    match becomes:
        case "moved-on":
            yield f"{name}: {yaml_text(_next_year_title(text, report.year) + _TO_CHECK)}"
        case "kept":
            yield f"{name}: {yaml_text(_one_line(text))}"
        case "asked":
            yield f"# {name}: 上年是{text}，定了再写"
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
        terms = ((each.term, _one_line(each.meaning)) for each in report.glossary)
        yield from _comment(*(f"- {{term: {term}, meaning: {meaning}}}" for term, meaning in terms))


def _reviews(report: Report) -> Iterator[str]:
    """Reviews that report on last year's tasks, with their ids."""
    tasks, reviews = report.tasks, report.reviews
    yield from ("", "reviews:")
    title = _next_year_title(reviews.title, report.year) if reviews else "【本年】年工作回顾"
    yield f"  title: {yaml_text(title)}"
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
    """A review section that reports on a task section."""
    yield from _comment(*([f"上年任务：{_one_line(section.lead)}"] if section.lead else []))
    if not section.id:
        yield "# 上年这一节没有编号（id），无法用 follows 回应"
    fields = [f"title: {yaml_text(_TO_COME + _one_line(section.title))}", f"lead: {_TO_COME}"]
    if section.id:
        fields = [f"id: {section.id}", *fields, f"follows: [{section.id}]"]
    first, *rest = fields
    yield f"- {first}"
    yield from _indented(rest)
    if section.items:
        yield "  items:"
        yield from _indented((line for item in section.items for line in _answer_item(item)), 4)


def _answer_item(item: Item) -> Iterator[str]:
    """A review item that reports on a task item."""
    yield from _comment(*(f"上年任务：{_one_line(text)}" for text in (item.claim, item.text) if text and item.title))
    line = _one_line(item.caption)
    fields = [f"title: {yaml_text(_TO_COME + line)}", f"text: {_TO_COME}"]
    if item.id:
        fields = [f"id: {item.id}", *fields, f"follows: [{item.id}]"]
    yield f"- {{{', '.join(fields)}}}"


def _tasks(report: Report) -> Iterator[str]:
    yield from ("", "tasks:")
    tasks = report.tasks
    yield f"  title: {yaml_text(_next_year_title(tasks.title, report.year) if tasks else '【下年】年主要任务')}"
    yield from _indented(_to_come("intro", tasks.intro if tasks else None))
    yield "  sections:"
    yield from _indented(_EMPTY, 4)
    yield from _indented(_to_come("closing", tasks.closing if tasks else None))


def _insights(report: Report) -> Iterator[str]:
    """An empty entry for each insight of last year, its words in a comment above."""
    insights = report.insights
    if insights is None:
        return
    yield from ("", "insights:")
    yield f"  title: {yaml_text(_next_year_title(insights.title, report.year))}"
    yield from _indented(_to_come("intro", insights.intro))
    if insights.items:
        yield "  items:"
        for item in insights.items:
            yield from _indented(
                (*_comment(f"上年：{_one_line(item.caption)}"), f"- {{title: {_TO_COME}, text: {_TO_COME}}}"), 4
            )
    else:
        yield from _indented(("sections:", *(f"  {line}" for line in _EMPTY)))
    yield from _indented(_to_come("closing", insights.closing))


def _yaml_value(value: object) -> str | None:
    """A field's value between the braces of its metric; None where it is absent."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(yaml_text, value))}]" if value else None
    text = field_text(value)
    return None if text is None else yaml_text(text)


def _metric(name: str, metric: Metric, year: int) -> str:
    """A metric without its number; the old number becomes history, and its qualifier goes with it."""
    history = {**metric.history, str(year): metric.value}
    known = sorted((then, number) for then, number in history.items() if not number.pending)
    made = {
        "value": _TO_COME_NUMBER,
        "scale": metric.scale or metric.value.scale,
        "history": "{" + ", ".join(f"{then}: {number.amount:f}" for then, number in known) + "}" if known else None,
    }
    fields: dict[str, str | None] = {}
    for each, field in FIELDS[Metric].items():
        kept = _yaml_value(getattr(metric, each)) if field.next_year == "kept" else None
        fields[each] = made[each] if field.next_year == "made" else kept
    written = ", ".join(f"{each}: {value}" for each, value in fields.items() if value is not None)
    return f"{name}: {{{written}}} # 上年：{print_figure(metric, quantity_of(metric, metric.value), 'none')}"


def _to_come(name: str, text: str | None) -> Iterator[str]:
    """A field to be filled in, last year's words in comments above it; nothing where last year had none."""
    if text:
        yield from _comment(*(f"上年：{_one_line(paragraph)}" for paragraph in text.split(PARAGRAPH_END)))
        yield f"{name}: {_TO_COME}"


def _comment(*lines: str) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _indented(lines: Iterator[str] | Sequence[str], by: int = 2) -> Iterator[str]:
    return (f"{' ' * by}{line}" for line in lines)


def _one_line(text: str) -> str:
    """A text on one line, with references as typed."""
    return close_joints(text.replace(PARAGRAPH_END, LINE_SEPARATOR)).replace(LINE_SEPARATOR, "")


def yaml_text(text: str) -> str:
    """A text as a YAML value in any position, in quotes where it needs them."""
    line = _one_line(text)
    return line if reads_plain(line, "flow value") else quoted(line)


def _next_year_title(text: str, year: int) -> str:
    """A title a year later: typed years move on by one, and so does the number of the session (四次 → 五次)."""
    moved = re.sub(rf"(?<!\d)({year}|{year + 1})(?=年)", lambda match: str(int(match.group()) + 1), _one_line(text))
    return _SESSION.sub(lambda match: match.group(1) + _following(match.group(2)), moved)


def _following(numeral: str) -> str:
    """The numeral of the next number; what is not a numeral stays as it is."""
    value = chinese_value(numeral)
    return numeral if value is None or value == 9999 else chinese_numeral(value + 1)


_MAKERS: dict[str, Callable[[Report], Iterator[str]]] = {
    "schema": _schema,
    "year": _year,
    "metrics": _metrics,
    "reviews": _reviews,
    "tasks": _tasks,
    "insights": _insights,
    "glossary": _glossary,
}
"""For the fields that the table of fields calls ``made``: the lines of each."""

"""A report as lines for people: headings, a sentence a line, metrics; what ``git diff`` compares after git-setup.

References stay as typed, so that a number corrected shows once, at its metric. No ordinals, which shift without cause.
Fields without a place of their own follow their entry in brackets, so that no field of a report is left out.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.report.fields import FIELDS, field_text, simple_fields
from reportgen.report.metric_printing import print_figure, print_number, quantity_of
from reportgen.report.report_types import PARTS, Item, Metric, Part, Report, Section, Term
from reportgen.report.sentence_lines import sentence_lines
from reportgen.source import Node, find, key_at
from reportgen.source.comments import comments
from reportgen.source.shaped_nodes import unknown_entries
from reportgen.source.shapes import record_shape


class _Line(NamedTuple):
    """A line, and the path of what it shows; an empty line shows nothing."""

    text: str = ""
    path: FieldPath = ()


def readable_text(report: Report, root: Node | None = None) -> str:
    """The report as such lines; headings begin with ``#``, deeper ones with more.

    ``root``: the file's nodes, for its comments and for what is not of any field.
    """
    lines = list(_lines(report))
    texts = [line.text for line in lines] if root is None else _with_asides(lines, root)
    return "".join(f"{text}\n" for text in texts)


def _lines(report: Report) -> Iterator[_Line]:
    yield _Line(f"# {report.year}年", ("year",))
    simple = simple_fields(Report)
    in_sections = False
    for name in FIELDS[Report]:
        value, path = getattr(report, name), (name,)
        if name in simple:
            lines = list(_field(name, value)) if name not in ("schema", "year") else []
            yield from (_Line(), *lines) if lines and in_sections else lines
        elif value:
            in_sections = True
            title = _one_line(value.title) if name in PARTS else FIELDS[Report][name].name
            yield from (_Line(), _Line(f"## {title}", path))
            yield from _section_lines(name, value)


def _field(name: str, value: object) -> Iterator[_Line]:
    text = field_text(value)
    if text is not None:
        yield from _after(f"{FIELDS[Report][name].name}：", text, (name,))


def _section_lines(name: str, value: object) -> Iterator[_Line]:
    """What is under the heading of a part, of the metrics, of the glossary."""
    match value:
        case Part():
            yield from _part(value, (name,))
        case dict():
            yield from (_Line(_metric(each, metric), (name, each)) for each, metric in value.items())
        case _:
            assert isinstance(value, tuple)
            for index, term in enumerate(value):
                assert isinstance(term, Term)
                yield from _after(f"{term.term}：", term.meaning, (name, index))
                yield from _notes(term, ("term", "meaning"), (name, index))


def _metric(name: str, metric: Metric) -> str:
    shown = f"【{name}】{metric.label}：{print_figure(metric, quantity_of(metric, metric.value), 'none')}"
    notes = [
        f"{year}年{print_number(quantity_of(metric, number), 'none')}{metric.unit}"
        for year, number in sorted(metric.history.items())
    ]
    notes += [_one_line(metric.note)] if metric.note else []
    notes += _others(metric, ("label", "note"))
    return f"{shown}（{'；'.join(notes)}）" if notes else shown


def _part(part: Part, path: FieldPath) -> Iterator[_Line]:
    yield from _notes(part, ("title", "intro", "closing"), path)
    yield from _sentences(part.intro, (*path, "intro"))
    yield from _items(part.items, (*path, "items"))
    for index, section in enumerate(part.sections):
        yield from _section(section, (*path, "sections", index))
    yield from _sentences(part.closing, (*path, "closing"))


def _section(section: Section, path: FieldPath) -> Iterator[_Line]:
    yield from (_Line(), _Line(f"### {_one_line(section.title)}", path))
    yield from _notes(section, ("title", "lead"), path)
    yield from _sentences(section.lead, (*path, "lead"))
    yield from _items(section.items, (*path, "items"))


def _items(items: tuple[Item, ...], path: FieldPath) -> Iterator[_Line]:
    for index, item in enumerate(items):
        here = (*path, index)
        heading = "　".join(_one_line(text) for text in (item.title, item.claim) if text)
        yield from (_Line(f"· {heading}", here),) if heading else ()
        yield from _notes(item, ("title", "claim", "text"), here)
        yield from _sentences(item.text, (*here, "text"))


def _notes(record: Struct, shown: Sequence[str], path: FieldPath) -> Iterator[_Line]:
    """The line of the fields of an entry that are shown nowhere else, in brackets: ``（编号：民生；回应：停车）``."""
    others = list(_others(record, shown))
    if others:
        yield _Line(f"（{'；'.join(others)}）", path)


def _others(record: Struct, shown: Sequence[str]) -> Iterator[str]:
    for name, field in simple_fields(type(record)).items():
        text = field_text(getattr(record, name))
        if text is not None and name not in shown and field.compared != "figure":
            yield f"{field.name}：{_one_line(text)}"


def _sentences(text: str | None, path: FieldPath) -> Iterator[_Line]:
    for line in sentence_lines(text) if text else ():
        yield _Line(line, path)


def _after(name: str, text: str, path: FieldPath) -> Iterator[_Line]:
    first, *rest = sentence_lines(text) or ("",)
    yield _Line(f"{name}{first}", path)
    yield from (_Line(line, path) for line in rest)


def _one_line(text: str) -> str:
    return "".join(sentence_lines(text))


class _Aside(NamedTuple):
    """A line for something that is not in any field.

    ``start``: its offset in the file. ``beside``: it belongs to what precedes it there.
    """

    text: str
    start: int
    beside: bool = False


def _asides(root: Node) -> Iterator[_Aside]:
    """The comments of a file, and the entries whose key is unknown."""
    for comment in comments(root):
        yield _Aside(f"（注释：{comment.text.lstrip('# ')}）", comment.start, comment.beside)
    for entry in unknown_entries(root, record_shape(Report)):
        typed = " ".join(root.source.text[entry.key.start : entry.value.end].split())
        yield _Aside(f"（没有这个字段：{typed}）", entry.key.start)


def _with_asides(lines: Sequence[_Line], root: Node) -> list[str]:
    """The lines with what else is in their file: below the line it is beside, else above what follows it."""
    places: dict[int, tuple[int, int]] = {}
    for index, line in enumerate(lines):
        if line.path:
            start = _start(root, line.path)
            places[start] = places.get(start, (index, index))[0], index
    known = sorted(places)
    above: dict[int, list[str]] = {}
    for aside in sorted(_asides(root), key=lambda each: each.start):
        place = _place(aside, places, known)
        above.setdefault(len(lines) if place is None else place, []).append(aside.text)
    texts = [text for index, line in enumerate(lines) for text in (*above.get(index, ()), line.text)]
    return texts + above.get(len(lines), [])


def _start(root: Node, path: FieldPath) -> int:
    """Where the entry at a path begins: at its key, where it has one."""
    return (key_at(root, path) if isinstance(path[-1], str) else find(root, path)).start


def _place(aside: _Aside, places: Mapping[int, tuple[int, int]], known: Sequence[int]) -> int | None:
    """The index of the line above which something is shown; None at the end.

    ``places`` are the first and the last line of what begins at an offset.
    """
    following = bisect_left(known, aside.start)
    if aside.beside and following:
        return places[known[following - 1]][1] + 1
    if following < len(known):
        return places[known[following]][0]
    return None

"""Reads a file's nodes into a Report, and reports everything that prevents one."""

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FieldPath, Place
from reportgen.report.guesses import GUESSES, OTHER_YEARS
from reportgen.report.numbers import POWERS, Number, read_number
from reportgen.report.reference_slips import bracket_slips, bracketed_reference, closed_otherwise
from reportgen.report.references import Aspect, Reference, Unclosed, parse_text
from reportgen.report.report_types import PARTS, RESERVED_NAMES, Metric, Report, is_metric_name
from reportgen.source import UNREADABLE, Mapping, Node, Reader, Scalar, Sequence, field_names, find
from reportgen.text.characters import printable
from reportgen.text.dates import read_date
from reportgen.text.lazy_pattern import LazyPattern

_LATER = LazyPattern("[2-9]|[1-9][0-9]{1,3}", re.ASCII)
_TEXT_FIELDS = ("title", "claim", "text")
_NEAR_ENOUGH = 0.4
"""How similar a metric's name must be to be suggested: names are short, so one character of two may differ."""


class Reading(Struct, frozen=True):
    """What a file contains: the report if it could be read, the nodes, the printed texts, the diagnostics.

    ``year`` and ``metrics`` hold what could be read even if there is no report.
    """

    report: Report | None
    root: Node
    year: int
    metrics: dict[str, Metric]
    prose: tuple[tuple[FieldPath, Scalar], ...]
    found: tuple[Diagnostic, ...]


_MOST_PRINTED = 10_000_000
"""Characters that all references print; a few bytes of them could stand for gigabytes. Reports print some thousands."""


def names_in_reports() -> frozenset[str]:
    """The names of a report's fields, and those that people write for them."""
    return field_names(Report) | GUESSES.keys()


def read_report(root: Node, year: int) -> Reading:
    """Reads a report; ``year`` is the one the file is named for. The diagnostics decide whether it may be printed."""
    reader = Reader({Number: read_number, datetime.date: _read_date}, GUESSES)
    report = reader.read(root, Report)
    if isinstance(root, Mapping):
        _check_parts(root, reader)
        _check_year(root, year, reader)
        for name, node in _mappings(root.get("metrics")):
            _check_scale(node, ("metrics", name), reader)
        for part in PARTS:
            _check_part(part, root.get(part), reader)
        if not _check_references(root, reader):
            report = None
        _check_terms(root.get("glossary"), reader)
    misnamed = {each.place.path for each in reader.found if each.place and each.code == "metric-name-invalid"}
    metrics = {
        str(path[1]): each
        for path, each in reader.records.items()
        if isinstance(each, Metric) and path[0] == "metrics" and path not in misnamed
    }
    stated = report.year if report else year
    return Reading(report, root, stated, metrics, tuple(reader.prose), tuple(reader.found))


def _read_date(node: Scalar, path: FieldPath) -> tuple[object, tuple[Diagnostic, ...]]:
    date = read_date(node.text)
    if date is not None:
        return date, ()
    return UNREADABLE, (Diagnostic("date-unreadable", node.place(path), {"text": node.text}),)


def _check_parts(root: Mapping, reader: Reader) -> None:
    here = [entry for entry in root.entries if entry.key.text in PARTS]
    if not here and not root.damaged and reader.misspelt.isdisjoint((part,) for part in PARTS):
        reader.report("report-without-parts", root.entries[0].key if root.entries else root, ())
    for entry in here:
        if isinstance(entry.value, Scalar) and entry.value.absent:
            reader.report("part-empty", entry.key, (entry.key.text,), part=entry.key.text)


def _check_year(root: Mapping, year: int, reader: Reader) -> None:
    node = root.get("year")
    faulty = any(found.place and found.place.path == ("year",) for found in reader.found)
    if not isinstance(node, Scalar) or node.absent or node.alias or faulty:
        return
    if int(node.text) != year:
        reader.report("year-not-of-file", node, ("year",), text=node.text, year=str(year))


def _check_scale(metric: Mapping, path: FieldPath, reader: Reader) -> None:
    value, scale = metric.get("value"), metric.get("scale")
    if not (isinstance(value, Scalar) and isinstance(scale, Scalar)) or scale.absent:
        return
    typed = next((each for each in sorted(POWERS, key=len, reverse=True) if value.text.strip().endswith(each)), "")
    if typed and typed != scale.text:
        reader.report("scale-conflict", scale, (*path, "scale"), typed=typed, scale=scale.text)


def _check_part(name: str, part: Node | None, reader: Reader) -> None:
    if not isinstance(part, Mapping):
        return
    seen: dict[str, int] = {}
    path: FieldPath = (name,)
    for here, entry in (
        *_entries(part, path, "items"),
        *((where, section) for where, section in _entries(part, path, "sections")),
    ):
        _check_entry(entry, here, seen, reader)
        for inner, item in _entries(entry, here, "items"):
            _check_entry(item, inner, seen, reader)


def _check_entry(entry: Mapping, path: FieldPath, seen: dict[str, int], reader: Reader) -> None:
    """Checks a section or item: its id is unique, an item has a text, and ``follows`` is only in reviews."""
    empty = not entry.damaged and not any(
        _present(entry.get(key)) or (*path, key) in reader.misspelt for key in _TEXT_FIELDS
    )
    if path[-2] == "items" and empty:
        reader.report("item-empty", entry.entries[0].key if entry.entries else entry, path)
    follows = next((each.key for each in entry.entries if each.key.text == "follows"), None)
    if follows is not None and path[0] != "reviews":
        reader.report("follows-outside-reviews", follows, (*path, "follows"))
    name = entry.get("id")
    if isinstance(name, Scalar) and not name.absent:
        if name.text in seen:
            reader.report("id-duplicate", name, (*path, "id"), id=name.text, line=str(seen[name.text]))
        else:
            seen[name.text] = name.place().line


def _check_terms(glossary: Node | None, reader: Reader) -> None:
    """Reports duplicate terms, which would get two numbers."""
    seen: dict[str, Scalar] = {}
    for index, entry in enumerate(glossary.items if isinstance(glossary, Sequence) else ()):
        term = entry.get("term") if isinstance(entry, Mapping) else None
        if isinstance(term, Scalar) and not term.absent:
            earlier = seen.setdefault(term.text, term)
            if earlier is not term:
                path: FieldPath = ("glossary", index, "term")
                reader.report("term-duplicate", term, path, term=term.text, line=str(earlier.place().line))


def _present(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Scalar) and node.absent)


def _check_references(root: Mapping, reader: Reader) -> bool:
    """Reports what is wrong with references; whether what they print is within bounds."""
    metrics = root.get("metrics")
    unsure = ("metrics",) in reader.misspelt or root.damaged or (isinstance(metrics, Mapping) and metrics.damaged)
    elsewhere = (str(found.words["text"]) for found in reader.found if found.code == "key-unknown")
    names = None if unsure else {name: name for name in (*(each for each, _ in _named(metrics)), *elsewhere)}
    reader.found = [_as_reference(_as_newer(found), root, names or {}) for found in reader.found]
    _check_part_names(metrics, names, reader)
    lengths = {name: _length_of(metric) for name, metric in _mappings(metrics)}
    printed = 0
    for path, node in reader.prose:
        if not printable(node.text).strip():
            reader.report("text-empty", node, path)
        reader.found += bracket_slips(node, path, names or {})
        if "【" not in node.text:
            continue
        for piece in parse_text(node.text):
            if isinstance(piece, Unclosed) and not closed_otherwise(node.text, piece.start, names or {}):
                place = node.place_of(piece.start, piece.end, path)
                reader.found.append(Diagnostic("reference-unclosed", place, {}, ("print-bracket",)))
            elif isinstance(piece, Reference):
                place = node.place_of(piece.start, piece.end, path)
                reader.found += _check_reference(piece, place, names, reader)
                printed += lengths.get(piece.name, 0)
        if printed > _MOST_PRINTED:
            reader.report("references-too-long", node, path, most=str(_MOST_PRINTED // 1_000_000))
            return False
    return True


def _check_part_names(metrics: Node | None, names: dict[str, str] | None, reader: Reader) -> None:
    """Reports names of parts and wholes that no metric has; ``names`` is None where the metrics could not be read."""
    for name, metric in _mappings(metrics) if names is not None else ():
        for where, node in _named_parts(metric, ("metrics", name)):
            if names is not None and node.text not in names and is_metric_name(node.text):
                near = reader.nearest(node.text, names, _NEAR_ENOUGH)
                hint = "nearest" if near else "define-metric"
                reader.report("metric-unknown", node, where, hint, name=node.text, near=near or "")


def _named_parts(metric: Mapping, path: FieldPath) -> Iterator[tuple[FieldPath, Scalar]]:
    """The names of metrics that a metric consists of or is a part of, with their paths."""
    parts, whole = metric.get("parts"), metric.get("of")
    for index, node in enumerate(parts.items if isinstance(parts, Sequence) else ()):
        if isinstance(node, Scalar) and not node.absent:
            yield (*path, "parts", index), node
    if isinstance(whole, Scalar) and not whole.absent:
        yield (*path, "of"), whole


def _length_of(metric: Mapping) -> int:
    """How many characters a metric prints, at most."""
    return sum(len(entry.value.text) for entry in metric.entries if isinstance(entry.value, Scalar))


def _as_newer(found: Diagnostic) -> Diagnostic:
    """The diagnostic, or another where the file is in a later format than this program reads."""
    match found:
        case Diagnostic(code="choice-unknown", place=Place(path=("schema",)), words={"text": str(written)}):
            return Diagnostic("schema-newer", found.place, found.words) if _LATER.fullmatch(written) else found
    return found


def _as_reference(found: Diagnostic, root: Mapping, names: dict[str, str]) -> Diagnostic:
    """The diagnostic, with a better hint where a text is just a metric's name in brackets that YAML reads."""
    if found.code != "type-not-text" or found.place is None:
        return found
    node = find(root, found.place.path)
    raw = node.source.text[node.start : node.end]
    name = bracketed_reference(raw, names)
    if name is None:
        return found
    edits = (Edit(node.start, node.end, f"【{name}】"),)
    return Diagnostic(found.code, found.place, {**found.words, "name": name}, ("write-reference",), edits)


def _check_reference(
    reference: Reference, place: Place, names: dict[str, str] | None, reader: Reader
) -> Iterator[Diagnostic]:
    """Reports what is wrong with one reference; ``names`` is None where the metrics could not be read."""
    name = reference.name
    year = name in RESERVED_NAMES
    if not year and names is not None and name not in names:
        near = OTHER_YEARS.get(name) or reader.nearest(name, names, _NEAR_ENOUGH)
        hints = ("nearest" if near else "define-metric", "print-bracket") if name else ("print-bracket",)
        yield Diagnostic("metric-unknown", place, {"name": name, "near": near or ""}, hints)
    elif reference.aspect is None or (year and reference.aspect is not Aspect.PRINTED):
        words = {"name": name, "aspect": reference.aspect_word}
        hint = "write-plain-year" if year else "known-aspects"
        yield Diagnostic("reference-aspect-unknown", place, words, (hint,))
    if reference.spaced:
        yield Diagnostic("reference-spaced", place, {"name": name})


def _named(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((entry.key.text, entry.value) for entry in node.entries)


def _mappings(node: Node | None) -> Iterator[tuple[str, Mapping]]:
    yield from ((name, value) for name, value in _named(node) if isinstance(value, Mapping))


def _entries(node: Mapping, path: FieldPath, key: str) -> Iterator[tuple[FieldPath, Mapping]]:
    """The mappings of a list under a key, with their paths."""
    values = node.get(key)
    if isinstance(values, Sequence):
        for index, value in enumerate(values.items):
            if isinstance(value, Mapping):
                yield (*path, key, index), value

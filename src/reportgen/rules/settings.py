"""Reads ``reportgen.yaml`` and the comments of a report file, and gives diagnostics the severities these set."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import CODES, Diagnostic, FieldPath, Severity
from reportgen.rules.settings_types import NamedFormat, NamedStyle, Settings, Weight
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Reader, Scalar, Source, field_names, parse
from reportgen.source import Sequence as SequenceNode
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.similarity import Guesses


class Ignored(Struct, frozen=True):
    """Codes that are not reported for some lines of a file, from ``first`` to ``last``."""

    first: int
    last: int
    codes: frozenset[str]


_COMMENT = LazyPattern(r"#[ \t]*reportgen:[ \t]*ignore\b[ \t:：]*([^\r\n#]*)")
_BLANK = re.compile(r"\s*+")
_CODE = LazyPattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def read_settings(source: Source) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings of a workspace; what cannot be read is reported and ignored."""
    root, found = parse(source, field_names(Settings))
    if root is None:
        return Settings(), tuple(each for each in found if each.code != "file-empty")
    reader = Reader({NamedStyle: partial(_named, NamedStyle), NamedFormat: partial(_named, NamedFormat)})
    settings = reader.read(root, Settings)
    checks = root.get("checks") if isinstance(root, MappingNode) else None
    guesses = Guesses()
    for entry in checks.entries if isinstance(checks, MappingNode) else ():
        code = _unsettable(entry.key.text)
        if code is not None:
            reader.found.append(_setting_diagnostic(code, entry.key, guesses))
    return settings or Settings(), (*found, *reader.found)


def _named(
    kind: type[NamedStyle | NamedFormat], node: Scalar, path: FieldPath
) -> tuple[NamedStyle | NamedFormat, tuple[Diagnostic, ...]]:
    """Reads a name that only a later stage knows."""
    return kind(node.text.strip(), node.place(path)), ()


def read_ignored(source: Source, root: Node) -> tuple[tuple[Ignored, ...], tuple[Diagnostic, ...]]:
    """The comments ``# reportgen: ignore CODE`` of a file: each for its line, or for the next if alone on its line.

    The whole value that begins on that line belongs to it. Inside a text such words are text.
    """
    if "reportgen:" not in source.text:
        return (), ()
    values = tuple(_values(root))
    texts = sorted((value for value in values if isinstance(value, Scalar)), key=_start)
    last_lines: dict[int, int] = {}
    for value in values:
        first = value.place().line
        last_lines[first] = max(last_lines.get(first, first), _last_line(value))
    ignored: list[Ignored] = []
    found: list[Diagnostic] = []
    for match in _COMMENT.finditer(source.text):
        line = source.place(match.start(), match.start()).line
        before = bisect_right(texts, match.start(), key=_start)
        if before and _is_text(texts[before - 1], match.start(), line):
            continue
        if _BLANK.fullmatch(source.text, source.line_start(match.start()), match.start()):
            line += 1
        last = last_lines.get(line, line)
        codes = [code for code in _CODE.finditer(match.group(1)) if _is_code(code.group())]
        ignored.append(Ignored(line, last, frozenset(code.group() for code in codes)))
        for code in codes:
            unsettable = _unsettable(code.group())
            if unsettable is not None:
                start = match.start(1) + code.start()
                place = source.place(start, start + len(code.group()))
                found.append(Diagnostic(unsettable, place, {"text": code.group()}))
    return tuple(ignored), tuple(found)


def _is_code(word: str) -> bool:
    """Whether a word of a comment is meant as a code, and not as the reason for it."""
    return "-" in word or (word in CODES and not CODES[word].fixed)


def apply_severities(
    found: tuple[Diagnostic, ...],
    settings: Settings,
    ignored: Mapping[str, tuple[Ignored, ...]],
    *,
    draft: bool,
    strict: bool,
) -> tuple[Diagnostic, ...]:
    """The diagnostics to report, with the severity that workspace, line, draft and strictness give them.

    ``ignored`` is by the display name of a report file. Codes that are ``fixed`` in the table keep their severity, and
    so do errors in other files: a style sheet with a gap cannot be used, in a draft no more than in print.
    """
    reported: list[Diagnostic] = []
    errors = _error_columns(found)  # a warning about something unreadable would report it twice
    silent = _ignored_lines(ignored)
    for each in found:
        if CODES[each.code].severity != "error" and _is_inside(each, errors):
            continue
        elsewhere = _is_error_elsewhere(each, ignored)
        weight = "error" if elsewhere else _weight(each, settings, draft=draft)
        if weight == "off" or _is_ignored(each, silent):
            continue
        severity = Severity.ERROR if strict and weight == "warning" else Severity(weight)
        weighed = each if severity is each.severity else replace(each, override=severity)
        may_wait = weight == "error" and not (elsewhere or strict) and _weight(each, settings, draft=True) == "warning"
        reported.append(replace(weighed, hints=(*weighed.hints, "use-draft")) if may_wait else weighed)
    return tuple(reported)


class _Stretches:
    """Stretches, each from its first place to its last."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._firsts = [first for first, _ in ordered]
        self._lasts = list(accumulate((last for _, last in ordered), max))

    def contain(self, first: int, last: int) -> bool:
        """Whether one of them reaches from one place to another, or further."""
        index = bisect_right(self._firsts, first)
        return index > 0 and last <= self._lasts[index - 1]


def _error_columns(found: tuple[Diagnostic, ...]) -> dict[tuple[str, int], _Stretches]:
    """The columns of reading errors by file and line."""
    errors: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for each in found:
        place = each.place
        is_error = CODES[each.code].fixed and CODES[each.code].severity == "error"
        if is_error and place is not None and place.line == place.end_line > 0:
            errors.setdefault((place.file, place.line), []).append((place.column, place.end_column))
    return {where: _Stretches(columns) for where, columns in errors.items()}


def _ignored_lines(ignored: Mapping[str, tuple[Ignored, ...]]) -> dict[tuple[str, str], _Stretches]:
    """The lines for which a code is not reported, by file and code."""
    lines: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for file, comments in ignored.items():
        for each in comments:
            for code in each.codes:
                lines.setdefault((file, code), []).append((each.first, each.last))
    return {where: _Stretches(stretches) for where, stretches in lines.items()}


def _is_inside(diagnostic: Diagnostic, errors: Mapping[tuple[str, int], _Stretches]) -> bool:
    """Whether a diagnostic is about something that could not be read anyway."""
    place = diagnostic.place
    if place is None or place.line != place.end_line:
        return False
    here = errors.get((place.file, place.line))
    return here is not None and here.contain(place.column, place.end_column)


def _weight(diagnostic: Diagnostic, settings: Settings, *, draft: bool) -> Weight:
    code = CODES[diagnostic.code]
    if code.fixed:
        return code.severity
    usual = code.draft if draft and code.severity == "error" else code.severity
    return settings.checks.get(diagnostic.code, usual)


def _is_error_elsewhere(diagnostic: Diagnostic, reports: Container[str]) -> bool:
    """Whether it is an error in a file that is not a report."""
    place = diagnostic.place
    return CODES[diagnostic.code].severity == "error" and place is not None and place.file not in reports


def _is_ignored(diagnostic: Diagnostic, silent: Mapping[tuple[str, str], _Stretches]) -> bool:
    place = diagnostic.place
    if place is None or CODES[diagnostic.code].fixed:
        return False
    lines = silent.get((place.file, diagnostic.code))
    return lines is not None and lines.contain(place.line, place.line)


def _unsettable(code: str) -> str | None:
    """The code to report for a check that cannot be set; None where it can."""
    if code not in CODES:
        return "check-unknown"
    return "check-fixed" if CODES[code].fixed else None


def _setting_diagnostic(code: str, node: Scalar, guesses: Guesses) -> Diagnostic:
    near = guesses.nearest(node.text, CODES)
    hints = ("nearest",) if near and code == "check-unknown" else ()
    return Diagnostic(code, node.place(), {"text": node.text, "near": near or ""}, hints)


def _values(node: Node) -> Iterator[Node]:
    """The texts below a node, and its lists and fields in brackets."""
    if isinstance(node, Scalar) or node.source.text[node.start : node.start + 1] in ("[", "{"):
        yield node
    if isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _values(entry.value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _values(item)


def _is_text(scalar: Scalar, offset: int, line: int) -> bool:
    """Whether a ``#`` there is part of a text: inside it, and no comment after the ``|`` or ``>`` of a block."""
    header = scalar.source.text.startswith(("|", ">"), scalar.start) and scalar.place().line == line
    return scalar.start <= offset < scalar.end and not header


def _start(node: Node) -> int:
    return node.start


def _last_line(node: Node) -> int:
    return node.source.place(max(node.start, node.end - 1), node.end).line

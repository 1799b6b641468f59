"""Conflict markers that a merge leaves in a file."""

import re

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import LINE_END
from reportgen.source.nodes import Source
from reportgen.text.lazy_pattern import LazyPattern

_MARKER = LazyPattern(r"^[ \t]*(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|\Z)[^\r\n]*", re.MULTILINE)


def find_conflicts(source: Source) -> tuple[Diagnostic, ...]:
    """Every conflict, and every stray marker; reading goes on with the first of the two sides."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return ()
    found: list[Diagnostic] = []
    ours: re.Match[str] | None = None
    theirs: int | None = None
    for marker in _MARKER.finditer(source.text):
        kind = marker.group().strip()[0]
        if kind == "<":
            if ours is not None:
                found.append(_conflict(source, ours))
            ours, theirs = marker, None
        elif kind in "|=":
            theirs = marker.start() if ours is not None and theirs is None else theirs
        elif ours is not None and theirs is not None:
            found.append(_conflict(source, ours, Edit(theirs, marker.end(), "")))
            ours = theirs = None
        else:
            found += [_conflict(source, each) for each in (ours, marker) if each is not None]
            ours = theirs = None
    if ours is not None:
        found.append(_conflict(source, ours))
    return tuple(found)


def _conflict(source: Source, marker: re.Match[str], theirs: Edit | None = None) -> Diagnostic:
    """A conflict, reported at its first marker; the edits delete the lines of the markers and of the other side."""
    spans = (marker.span(), (theirs.start, theirs.end)) if theirs else (marker.span(),)
    line = str(source.place(spans[-1][1], spans[-1][1]).line)
    edits = tuple(Edit(start, _next_line(source.text, end), "") for start, end in spans)
    return Diagnostic("merge-conflict", source.place(*marker.span()), {"line": line}, (), edits)


def _next_line(text: str, end: int) -> int:
    """Where the next line begins after the end of one: an empty line left in a text would end a paragraph."""
    match = LINE_END.match(text, end)
    return match.end() if match else end

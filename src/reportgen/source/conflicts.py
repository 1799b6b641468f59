"""What a merge leaves in a file that two people changed in one place."""

import re

from reportgen.diagnostics import Diagnostic, Edit, Place
from reportgen.source.nodes import Source

_CONFLICT = re.compile(
    r"^(?P<ours><{7}[^\n]*)$(?:.*?)(?P<theirs>^(?:\|{7}|={7})[^\n]*$.*?^>{7}[^\n]*$)", re.MULTILINE | re.DOTALL
)
_STRAY = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)


def find_conflicts(source: Source) -> tuple[Diagnostic, ...]:
    """Every conflict, and every marker left alone; the file is read on with the first of the two sides."""
    if "<<<<<<<" not in source.text and ">>>>>>>" not in source.text:
        return ()
    found: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for match in _CONFLICT.finditer(source.text):
        taken.append(match.span())
        edits = tuple(Edit(*match.span(side), "") for side in ("ours", "theirs"))
        line = str(source.place(match.end(), match.end()).line)
        place = _place(source, *match.span("ours"))
        found.append(Diagnostic("merge-conflict", place, {"line": line}, (), edits))
    for match in _STRAY.finditer(source.text):
        if not any(start <= match.start() < end for start, end in taken):
            place = _place(source, *match.span())
            edit = Edit(*match.span(), "")
            found.append(Diagnostic("merge-conflict", place, {"line": str(place.line)}, (), (edit,)))
    return tuple(found)


def _place(source: Source, start: int, end: int) -> Place:
    """The place of a marker, without the carriage return of its line end."""
    return source.place(start, start + len(source.text[start:end].rstrip("\r")))

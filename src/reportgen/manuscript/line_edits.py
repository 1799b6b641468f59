"""The edits that printed lines ask for in the fields they print."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.line_changes import FieldEdit
from reportgen.manuscript.manuscript_types import Author
from reportgen.manuscript.printed_lines import Cell, PrintedLine


class LineEdits(NamedTuple):
    """The edits that one printed line asks for in a field, and the stretch of the field it prints."""

    start: int
    end: int
    edits: tuple[FieldEdit, ...]
    authors: tuple[Author, ...]


def field_end(line: PrintedLine, path: FieldPath) -> int:
    """Where the stretch of a field that a line prints ends."""
    return max((cell.end for cell in line.cells if cell.path == path), default=0)


def printed_fields(cells: Sequence[Cell]) -> Iterator[tuple[FieldPath, int, int]]:
    """The fields that characters were made from, and the stretch of each."""
    spans: dict[FieldPath, tuple[int, int]] = {}
    for cell in cells:
        if cell.path is not None:
            start, end = spans.get(cell.path, (cell.start, cell.end))
            spans[cell.path] = (min(start, cell.start), max(end, cell.end))
    yield from ((path, start, end) for path, (start, end) in spans.items())


def agreed_edits(prints: Sequence[LineEdits]) -> tuple[FieldEdit, ...] | None:
    """The edits of all prints of a field together; None where two prints of one stretch ask for different ones."""
    together: list[LineEdits] = []
    furthest = 0
    for each in prints:
        before = together if each.start < furthest else ()  # paragraphs come one after the other
        rivals = [other for other in before if each.start < other.end and other.start < each.end]
        if any(other.edits != each.edits for other in rivals):
            return None
        if not rivals:
            together.append(each)
            furthest = max(furthest, each.end)
    return tuple(edit for each in together for edit in each.edits)

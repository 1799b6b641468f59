"""The lines a report prints, with what each character was made from: a place of a field, a metric, or the style sheet.

This is what an edited Word file is compared with, so that an edit finds its way back.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple, assert_never

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.document import Block, Chart, Contents, Cover, Document, Grid, Heading, Paragraph, Run, Table
from reportgen.report import Aspect, Figures
from reportgen.report.printed_text import printed_pieces
from reportgen.report.references import Reference
from reportgen.text.characters import printable

_TURNS = str.maketrans("", "", "\n\t\u2028")
"""Line ends of titles and tabs of columns belong to the print."""


class Kind(Enum):
    """What a printed character is."""

    TEXT = auto()
    METRIC = auto()
    DERIVED = auto()
    """A change, a label or a year that a reference prints."""
    FIXED = auto()
    """A word of the style sheet: an ordinal, a separator, a note mark."""


class Cell(NamedTuple):
    """A printed character.

    ``start`` and ``end`` are offsets of the folded text of the field at ``path``, which is None where no field prints
    it; all characters of a reference have those of the reference. ``metric`` is the metric whose number it is of.
    """

    character: str
    kind: Kind
    path: FieldPath | None = None
    start: int = 0
    end: int = 0
    metric: str = ""


class PrintedLine(Struct, frozen=True):
    """A paragraph as it prints, without its ordinal; ``path`` is where its block was written, or None."""

    cells: tuple[Cell, ...]
    role: str
    path: FieldPath | None

    @property
    def text(self) -> str:
        """What it prints."""
        return "".join(cell.character for cell in self.cells)


def plain_line(text: str) -> str:
    """The text of a paragraph without what the print adds."""
    return text.translate(_TURNS)


def printed_lines(document: Document, figures: Figures) -> tuple[PrintedLine, ...]:
    """The lines of a document in the order in which a Word file has them; entries of contents are left out."""
    fields = _Fields(figures)
    return tuple(line for block in document.blocks for line in _block(block, fields))


def _block(block: Block, fields: "_Fields") -> Iterator[PrintedLine]:
    match block:
        case Cover():
            yield from (_line(line, fields) for line in block.paragraphs)
        case Heading() | Paragraph():
            if isinstance(block, Paragraph) and block.minutes:
                yield PrintedLine(tuple(_fixed(block.minutes)), "minutes", None)
            yield _line(block, fields)
            if isinstance(block, Heading):
                yield from (_line(line, fields) for line in block.lines_beside)
        case Grid():
            yield from (_line(line, fields) for line in block.paragraphs)
        case Table():
            yield from _table(block, fields)
        case Contents():
            yield PrintedLine(tuple(_fixed(block.title)), "contents-title", None)
        case Chart():
            return
        case _:
            assert_never(block)


def _line(block: Heading | Paragraph, fields: "_Fields") -> PrintedLine:
    origin = block.origin
    path = origin.path if origin.file == "report" else None
    if path is not None and len(path) == 2 and path[0] == "metrics":
        return _of_metric(str(block.role), block.inlines, str(path[1]), fields)
    name = block.ordinal.text if block.ordinal and block.ordinal.role == "cover-name" else ""  # typed, not counted
    cells = [cell for run in block.inlines for cell in fields.cells(run, path)]
    return PrintedLine((*_fixed(name), *cells), block.role, path)


def _of_metric(role: str, runs: Sequence[Run], name: str, fields: "_Fields") -> PrintedLine:
    """A line of a card or of the side column: the number, the label, or the change of a metric."""
    path: FieldPath = ("metrics", name)
    text = "".join(run.text for run in runs).translate(_TURNS)
    if role in ("card-figure", "row-figure", "side-figure"):
        return PrintedLine(tuple(Cell(each, Kind.METRIC, metric=name) for each in text), role, path)
    if role in ("card-label", "row-label", "side-label"):
        return PrintedLine(fields.literal(text, (*path, "label")), role, (*path, "label"))
    return PrintedLine(tuple(Cell(each, Kind.DERIVED, metric=name) for each in text), role, path)


def _table(table: Table, fields: "_Fields") -> Iterator[PrintedLine]:
    """The cells of a table of metrics, row by row; its head has words of the style sheet."""
    for cell in table.head:
        yield PrintedLine(tuple(_fixed("".join(run.text for run in cell))), "table-head", None)
    for origin, row in zip(table.origins, table.rows, strict=True):
        name = str(origin.path[-1])
        for column, runs in zip(table.columns, row, strict=True):
            text = "".join(run.text for run in runs).translate(_TURNS)
            path = (*origin.path, column)
            if origin.file != "report" or origin.path[0] != "metrics":
                yield PrintedLine(tuple(_fixed(text)), "table-cell", None)
            elif column == "figure":
                yield PrintedLine(tuple(Cell(each, Kind.METRIC, metric=name) for each in text), "table-figure", None)
            elif column == "label":
                yield PrintedLine(fields.literal(text, path), "table-cell", path)
            elif column == "note":
                yield PrintedLine(tuple(cell for run in runs for cell in fields.cells(run, path)), "table-cell", path)
            else:
                yield PrintedLine(tuple(Cell(each, Kind.DERIVED, metric=name) for each in text), "table-cell", None)


def _fixed(text: str) -> Iterator[Cell]:
    return (Cell(each, Kind.FIXED) for each in text.translate(_TURNS))


class _Fields:
    """The printed characters of every field, handed out in the order in which the document prints them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._cells: dict[FieldPath, tuple[Cell, ...]] = {}
        self._texts: dict[FieldPath, str] = {}
        self._positions: dict[FieldPath, int] = {}

    def cells(self, run: Run, block: FieldPath | None) -> Iterator[Cell]:
        """The characters of a run; what its field does not print is the style sheet's."""
        text = run.text.translate(_TURNS)
        path = block if run.origin is None else run.origin.path if run.origin.file == "report" else None
        if path is None:
            yield from _fixed(text)
            return
        if path not in self._cells:
            self._cells[path] = tuple(self._printed(path))
            self._texts[path] = "".join(cell.character for cell in self._cells[path])
        printed = self._texts[path]
        for length in range(len(text), 0, -1):
            begin = self._positions.get(path, 0)
            found = printed.find(text[:length], begin)
            start = found if found >= 0 else printed.find(text[:length])
            if start >= 0:
                self._positions[path] = start + length
                yield from self._cells[path][start : start + length]
                yield from _fixed(text[length:])
                return
        yield from _fixed(text)

    def literal(self, text: str, path: FieldPath) -> tuple[Cell, ...]:
        """The characters of a field in which nothing is resolved."""
        value = str(_value_at(self._figures, path))
        places = [place for place, each in enumerate(value) if printable(each).translate(_TURNS)]
        if len(places) != len(text):
            return tuple(_fixed(text))
        return tuple(Cell(each, Kind.TEXT, path, place, place + 1) for each, place in zip(text, places, strict=True))

    def _printed(self, path: FieldPath) -> Iterator[Cell]:
        value = _value_at(self._figures, path)
        if value is None:
            return
        if not isinstance(value, str):
            text = _shown(value)
            yield from (Cell(each, Kind.TEXT, path, 0, len(text)) for each in text)
            return
        for piece in printed_pieces(value, self._figures.printed_reference):
            if piece.ends_paragraph:
                continue
            if piece.reference is not None:
                yield from self._of_reference(piece.text, piece.reference, path)
            else:
                yield from _of_text(piece.text, value, piece.start, piece.end, path)

    def _of_reference(self, text: str, reference: Reference, path: FieldPath) -> Iterator[Cell]:
        known = reference.name in self._figures.report.metrics
        is_number = known and reference.aspect in (Aspect.PRINTED, Aspect.NUMBER)
        kind, metric = (Kind.METRIC, reference.name) if is_number else (Kind.DERIVED, "")
        start, end = reference.start, reference.end
        return (Cell(each, kind, path, start, end, metric) for each in text.translate(_TURNS))


def _of_text(printed: str, value: str, start: int, end: int, path: FieldPath) -> Iterator[Cell]:
    """The characters of a literal piece: one by one where they are in the field as they print, else as one."""
    places = [place for place in range(start, end) if printable(value[place])]
    if len(places) == len(printed) and all(value[place] == each for place, each in zip(places, printed, strict=True)):
        spans = [(place, place + 1) for place in places]
    else:
        spans = [(start, end)] * len(printed)
    for each, (first, last) in zip(printed, spans, strict=True):
        if each.translate(_TURNS):
            yield Cell(each, Kind.TEXT, path, first, last)


def _value_at(figures: Figures, path: FieldPath) -> object:
    """The value of a field of the report."""
    value: object = figures.report
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value


def _shown(value: object) -> str:
    import datetime

    from reportgen.text.dates import chinese_date

    return chinese_date(value) if isinstance(value, datetime.date) else str(value)

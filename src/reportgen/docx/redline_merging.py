"""Rows of blocks of two files as one row with tracked changes: paragraphs, and tables row by row and cell by cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Literal

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.diagnostics import FieldPath
from reportgen.document import Grid, Table
from reportgen.docx.names import WordStyle
from reportgen.docx.pairing import Traits
from reportgen.docx.pieces import as_text, content_of, style_of
from reportgen.docx.redline_cards import row_pairs
from reportgen.docx.redline_moves import CardMoves, Moves
from reportgen.docx.redline_steps import Knowledge, Step, steps_between
from reportgen.docx.redline_units import Entries, Shown, Unit, entry_of, units_of
from reportgen.docx.revisions import Place, Reviser

_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_WIDTH, _COLUMNS = f"{qn('w:tcPr')}/{qn('w:tcW')}", qn("w:tblGrid")
_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"
_FIGURES = frozenset(WordStyle(role).identifier for role in ("card-figure", "row-figure"))


class Untracked(StrEnum):
    """What two files differ in that tracked changes cannot say."""

    GROUNDS = "grounds"
    CONTENTS = "contents"
    FURNITURE = "furniture"
    BESIDE = "beside"
    SECTIONS = "sections"
    STYLES = "styles"
    LISTS = "lists"
    PROPERTIES = "properties"


class Merging:
    """Merges two rows of blocks; remembers what it could not track."""

    def __init__(self, reviser: Reviser, entries: Entries) -> None:
        self.untracked: set[Untracked] = set()
        self._reviser = reviser
        self._entries = entries
        self._knowledge = Knowledge(_canon_of_unit, _traits)

    def merge(self, old: Sequence[Unit], new: Sequence[Unit]) -> list[BaseOxmlElement]:
        """The blocks of the new row with what went between them."""
        merged: list[BaseOxmlElement] = []
        moves = Moves(self._reviser)
        for steps in _by_sections(steps_between(old, new, self._knowledge)):
            for number, step in enumerate(steps, 1):
                start = len(merged)
                merged += self._step(step, is_end=number == len(steps) and _is_paired(step))
                moves.note(step, merged[start:])
        moves.write(merged)
        return merged

    def _step(self, step: Step, *, is_end: bool) -> Iterator[BaseOxmlElement]:
        old, new, place, _ = step
        if old is not None and new is not None:
            yield from self._changed(old, new, place, is_end=is_end)
        elif new is not None:
            for block in new.blocks:
                yield from self._whole(block, "ins")
        elif old is not None:
            for block in old.blocks:
                if block.find(_SECTION) is not None:
                    self.untracked.add(Untracked.SECTIONS)
                else:
                    yield from self._whole(block, "del")

    def _changed(self, old: Unit, new: Unit, place: Place, *, is_end: bool) -> Iterator[BaseOxmlElement]:
        if old.blocks[0].tag == _TABLE:
            yield from (*self._reviser.before.get(new.blocks[0], ()), self._table(old, new))
        elif place == "here" and _canon_of_unit(old) == _canon_of_unit(new):
            for block in new.blocks:
                yield from (*self._reviser.before.get(block, ()), block)
        elif _is_figure(old) and _is_figure(new) and (not is_end or _text(old.blocks[0]) != _text(new.blocks[0])):
            yield from self._figure(old.blocks, new.blocks, is_end=is_end)
        else:
            yield from self._reviser.paragraphs(old.blocks, new.blocks, place, is_end=is_end)

    def _figure(
        self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement], *, is_end: bool
    ) -> Iterator[BaseOxmlElement]:
        """A large number that changed: struck on a line of its own, since side by side both would be broken anywhere.

        In the last paragraphs of a cell, whose mark never goes, the line ends between the old unit and the new number.
        """
        if is_end:
            yield from self._reviser.restated(old, new)
        else:
            yield from (*self._whole(old[0], "del"), *self._whole(new[0], "ins"))

    def _whole(self, block: BaseOxmlElement, name: Literal["ins", "del"]) -> Iterator[BaseOxmlElement]:
        if block.tag == _PARAGRAPH:
            yield from self._reviser.whole(block, name)
            return
        for row in block.findall(_ROW):
            block.replace(row, self._reviser.row(row, name))
        yield from (*self._reviser.before.get(block, ()), block)

    def _table(self, old: Unit, new: Unit) -> BaseOxmlElement:
        """A table row by row, or, where entries stand side by side, entry by entry."""
        if isinstance(old.shown, Grid) and isinstance(new.shown, Grid) and new.shown.across > 1:
            return self._cards(old, new, new.shown.across)
        table = new.blocks[0]
        if as_text(table.find(_COLUMNS)) != as_text(old.blocks[0].find(_COLUMNS)):
            self.untracked.add(Untracked.STYLES)
        rows = table.findall(_ROW)
        above = rows[0].getprevious()
        made: list[BaseOxmlElement] = []
        units = _row_units(old, self._entries), _row_units(new, None)
        for step in steps_between(*units, self._knowledge, may_move=False):
            if step.old is not None and step.new is not None:
                made.append(self._row(step.old, step.new))
            elif step.new is not None:
                made.append(self._reviser.row(step.new.blocks[0], "ins"))
            elif step.old is not None:
                made.append(self._reviser.row(_as_wide(step.old.blocks[0], rows[0]), "del"))
        for row in rows:
            table.remove(row)
        for row in reversed(made):
            above.addnext(row)
        return table

    def _row(self, old: Unit, new: Unit) -> BaseOxmlElement:
        row = new.blocks[0]
        cells = zip(old.blocks[0].findall(_CELL), row.findall(_CELL), _contents(old), _contents(new), strict=True)
        for before, after, olds, news in cells:
            self._fill(after, _units(before, olds, self._entries), _units(after, news, None))
        return row

    def _fill(self, cell: BaseOxmlElement, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """Gives a cell its own paragraphs merged with those that were there."""
        merged = self.merge(old, new)
        for paragraph in cell.findall(_PARAGRAPH):
            cell.remove(paragraph)
        cell.extend(merged)

    def _cards(self, old: Unit, new: Unit, across: int) -> BaseOxmlElement:
        """Entries side by side: rows whose cards kept their places are one, the others went and came whole.

        What is both in a row that went and in one that came moved.
        """
        table = new.blocks[0]
        olds, news = _card_units(old, self._entries), _card_units(new, None)
        old_rows, rows = old.blocks[0].findall(_ROW), table.findall(_ROW)
        moves = CardMoves(self._reviser, olds, news)
        for one, other in row_pairs(olds, news, across):
            if one is not None and other is not None:
                cells = zip(rows[other].findall(_CELL), olds[one * across :], news[other * across :], strict=False)
                for cell, before, after in cells:
                    self._fill(cell, _lines(before), _lines(after))
                table.append(rows[other])
            elif other is not None:
                table.append(self._reviser.row(rows[other], "ins", moves.of_row(other, across, "to")))
                table.remove(rows[other])
            elif one is not None:
                table.append(self._reviser.row(old_rows[one], "del", moves.of_row(one, across, "from")))
        return table


def _by_sections(steps: list[Step]) -> Iterator[list[Step]]:
    """The steps up to each end of a section that is in both files, and after the last; each row ended for itself.

    LibreOffice 7.4 takes the end of a section for the next paragraph's, and loses it with what goes before it. What
    moved to such an end or from it stays a move.
    """
    row: list[Step] = []
    for step in steps:
        if step.old is not None and step.new is not None and step.new.blocks[0].find(_SECTION) is not None:
            last = row[-1] if row else step
            yield from (row if last.move else _ended(row), [step])
            row = []
        else:
            row.append(step)
    yield _ended(row)


def _ended(steps: list[Step]) -> list[Step]:
    """The steps so that the last is of paragraphs that are in both files: the last mark of a row never goes."""
    tail = len(steps)
    while tail and not _is_paired(steps[tail - 1]):
        tail -= 1
    moves = {step.move for step in steps[tail:] if step.move}
    if moves:
        return _ended([part for step in steps for part in (_unmoved(step) if step.move in moves else (step,))])
    olds = [block for step in steps[tail:] if step.old for block in step.old.blocks]
    news = [block for step in steps[tail:] if step.new for block in step.new.blocks]
    if olds and news and olds[-1].tag == news[-1].tag == _PARAGRAPH:
        before = [Step(Unit(None, (), [each]), None) for each in olds[:-1]]
        came = [Step(None, Unit(None, (), [each])) for each in news[:-1]]
        return [*steps[:tail], *before, *came, Step(Unit(None, (), olds[-1:]), Unit(None, (), news[-1:]))]
    if tail == len(steps) or not tail or steps[tail - 1].new is None:
        return steps
    last = steps[tail - 1]
    assert last.old is not None
    assert last.new is not None
    whole = Step(Unit(None, (), [*last.old.blocks, *olds]), Unit(None, (), [*last.new.blocks, *news]))
    if {each.tag for unit in (whole.old, whole.new) if unit for each in unit.blocks} != {_PARAGRAPH}:
        return steps
    return [*steps[: tail - 1], whole]


def _is_paired(step: Step) -> bool:
    return step.place == "here" and step.old is not None and step.new is not None


def _unmoved(step: Step) -> tuple[Step]:
    """A step of what moved as one of what went or came."""
    return (Step(step.old, None) if step.place == "from" else Step(None, step.new),)


def _as_wide(row: BaseOxmlElement, like: BaseOxmlElement) -> BaseOxmlElement:
    """A row with the widths of the cells of another, where it has as many."""
    widths = [each.find(_WIDTH) for each in like.findall(_CELL)]
    cells = row.findall(_CELL)
    for cell, width in zip(cells, widths, strict=True) if len(cells) == len(widths) else ():
        cell.find(_WIDTH).set(qn("w:w"), width.get(qn("w:w")))
    return row


def _row_units(table: Unit, entries: Entries | None) -> list[Unit]:
    """The rows of a table, known by the entry each is about."""
    rows = table.blocks[0].findall(_ROW)
    match table.shown:
        case Table():
            paths: list[FieldPath] = [("head",), *(origin.path for origin in table.shown.origins)]
            return [_row_unit(row, path, None, entries) for row, path in zip(rows, paths, strict=True)]
        case Grid():
            kind, title, cards = table.shown.kind, table.shown.title, table.shown.entries
            alone = [Grid(kind, title, (card,)) for card in cards]
            paths = [entry_of(card.paragraphs[-1].origin.path) for card in cards]
            found = zip(rows, paths, alone, strict=True)
            return [_row_unit(row, path, grid, entries) for row, path, grid in found]
        case _:
            return [Unit(None, (), [row]) for row in rows]


def _row_unit(row: BaseOxmlElement, path: FieldPath, shown: Grid | None, entries: Entries | None) -> Unit:
    return Unit((entries.known_as(path) if entries else path) or None, path, [row], shown)


def _contents(row: Unit) -> list[Sequence[Shown | None]]:
    """What the paragraphs of every cell of a row show, as far as that is known."""
    cells = row.blocks[0].findall(_CELL)
    shown = [cell for entry in row.shown.entries for cell in entry.cells] if isinstance(row.shown, Grid) else []
    if len(shown) != len(cells):
        return [() for _ in cells]
    return list(shown)


def _units(cell: BaseOxmlElement, shown: Sequence[Shown | None], entries: Entries | None) -> list[Unit]:
    paragraphs = cell.findall(_PARAGRAPH)
    return units_of(paragraphs, shown if len(shown) == len(paragraphs) else [None] * len(paragraphs), entries)


def _card_units(table: Unit, entries: Entries | None) -> list[Unit]:
    """The cards of a grid, each known by the metric it shows; cells without one are left out."""
    assert isinstance(table.shown, Grid)
    cells = [cell for row in table.blocks[0].findall(_ROW) for cell in row.findall(_CELL)]
    found: list[Unit] = []
    for cell, card in zip(cells, table.shown.entries, strict=False):
        path = entry_of(card.paragraphs[0].origin.path)
        key = entries.known_as(path) if entries else path
        found.append(Unit(key, path, cell.findall(_PARAGRAPH)))
    return found


def _lines(card: Unit) -> list[Unit]:
    """The paragraphs of a card, each known by what it is: its figure, its label, its chart."""
    counted: Counter[str] = Counter()
    found: list[Unit] = []
    for block in card.blocks:
        style = style_of(block)
        counted[style] += 1
        found.append(Unit((style, counted[style]), (), [block]))
    return found


def _is_figure(line: Unit) -> bool:
    """Whether a line is the large number of a card or row, which is not read with another one struck before it."""
    return style_of(line.blocks[0]) in _FIGURES


def _canon_of_unit(unit: Unit) -> str:
    return "\0".join(map(_canon, unit.blocks))


def _canon(block: BaseOxmlElement) -> str:
    """A block as a text that is the same for what prints the same, wherever its runs are cut and bookmarks lie."""
    if block.tag == _PARAGRAPH:
        properties = block.find(qn("w:pPr"))
        head = as_text(properties) if properties is not None else ""
        return "\n".join((head, *content_of(block).pieces))
    return "\n".join(
        _canon(child) if child.tag in (_PARAGRAPH, _ROW, _CELL, _TABLE) else as_text(child) for child in block
    )


def _traits(unit: Unit) -> Traits:
    """A table is of one kind with any of as many columns, a row of as many cells; a paragraph by its style."""
    first = unit.blocks[0]
    if first.tag == _TABLE:
        return Traits((first.tag, len(first.find(_COLUMNS))), _text(first))
    if first.tag == _ROW:
        return Traits((first.tag, len(first.findall(_CELL))), _text(first.find(_CELL)))
    if first.find(_SECTION) is not None:
        return Traits((first.tag, "section"), "")
    return Traits((first.tag, "paragraph", style_of(first)), "".join(map(_text, unit.blocks)))


def _text(block: BaseOxmlElement) -> str:
    return "".join(block.itertext(qn("w:t")))

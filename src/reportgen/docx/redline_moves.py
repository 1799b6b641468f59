"""What moved in a redline lies in two ranges of one name, where it was and where it is (ISO/IEC 29500-1 17.13.5.22)."""

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.diagnostics import FieldPath
from reportgen.docx.redline_cards import shared_cards
from reportgen.docx.redline_steps import Step
from reportgen.docx.redline_units import Unit
from reportgen.docx.revisions import ChangeName, Place, Reviser

_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"
_CHANGED_MARK = f"{qn('w:pPr')}/{qn('w:rPr')}"


class Moves:
    """Which blocks of a merged row moved together."""

    def __init__(self, reviser: Reviser) -> None:
        self._reviser = reviser
        self._found: dict[tuple[FieldPath, Place], list[BaseOxmlElement]] = {}

    def note(self, step: Step, blocks: Sequence[BaseOxmlElement]) -> None:
        """Remembers what became of one step."""
        if step.move:
            self._found.setdefault((step.move, step.place), []).extend(blocks)

    def write(self, merged: list[BaseOxmlElement]) -> None:
        """Puts the ranges into the row."""
        names = {move: self._reviser.move_name() for move in dict.fromkeys(move for move, _ in self._found)}
        places = {block: number for number, block in enumerate(merged)}
        ends: dict[int, BaseOxmlElement] = {}
        for (move, place), blocks in self._found.items():
            start, end = _range(self._reviser, names[move], place)
            first = places[blocks[0]]
            is_edited = any(block.find(qn("w:ins")) is not None for block in blocks)
            if first and is_edited and _is_unmarked(merged[first - 1]):
                self._reviser.insert_before(merged[first - 1], blocks[-1])
            _begin(blocks[0], start)
            ends[places[blocks[-1]]] = end
        merged[:] = [
            each for number, block in enumerate(merged) for each in (block, ends.get(number)) if each is not None
        ]


class CardMoves:
    """Cards of a grid that are in a row that went and in one that came; each is a move of its own."""

    def __init__(self, reviser: Reviser, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        self._reviser = reviser
        self._old, self._new = old, new
        self._shared = shared_cards(old, new)
        self._names: dict[int, str] = {}

    def of_row(self, row: int, across: int, place: Place) -> dict[int, list[BaseOxmlElement]]:
        """The paragraphs of the cards that moved from or to a row, by the cell they are in."""
        pairs = self._shared.items()
        cells = {(one if place == "from" else other): (one, other) for one, other in pairs}
        start = row * across
        return {cell - start: self._card(*cells[cell], place) for cell in range(start, start + across) if cell in cells}

    def _card(self, one: int, other: int, place: Place) -> list[BaseOxmlElement]:
        """The paragraphs of a card at one of its places; the range ends inside the last, with which its cell ends."""
        if one not in self._names:
            self._names[one] = self._reviser.move_name()
        made = self._reviser.paragraphs(self._old[one].blocks, self._new[other].blocks, place)
        start, end = _range(self._reviser, self._names[one], place)
        _begin(made[0], start)
        made[-1].append(end)
        return made


def _range(reviser: Reviser, name: str, place: Place) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """The marks that begin and end a range."""
    kind: ChangeName = "moveFrom" if place == "from" else "moveTo"
    start = reviser.mark(f"{kind}RangeStart")
    start.set(qn("w:name"), name)
    end = OxmlElement(f"w:{kind}RangeEnd")
    end.set(qn("w:id"), start.get(qn("w:id")))
    return start, end


def _begin(paragraph: BaseOxmlElement, start: BaseOxmlElement) -> None:
    """Puts the mark that begins a range behind the properties of a paragraph."""
    paragraph.insert(0 if paragraph.find(qn("w:pPr")) is None else 1, start)


def _is_unmarked(block: BaseOxmlElement) -> bool:
    """Whether a block is a paragraph whose mark is in both files."""
    return block.tag == qn("w:p") and block.find(_SECTION) is None and block.find(_CHANGED_MARK) is None

"""Paragraphs that are in neither file, where LibreOffice would lose changes; Word drops them, whatever is decided."""

from collections.abc import Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.revisions import Reviser
from reportgen.docx.word_units import LOWEST_LINE

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_FRAME = f"{qn('w:pPr')}/{qn('w:framePr')}"
_CHANGES = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange"))
_MARKS = {name: f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{name}')}" for name in ("ins", "moveTo", "del", "moveFrom")}
_CAME, _WENT = ("ins", "moveTo"), ("del", "moveFrom")


def with_spacers(blocks: Sequence[BaseOxmlElement], reviser: Reviser) -> Iterator[BaseOxmlElement]:
    """The blocks of a body, so that LibreOffice 7.4 leaves nothing of what it should, and what it leaves not seen.

    It forgets the changes of a paragraph that follows a frame without space. Of paragraphs that go before a table it
    leaves one, with the properties of the first if they are rejected, of what follows if they are accepted.
    """
    last: BaseOxmlElement | None = None
    firsts: list[BaseOxmlElement] = []
    for block in blocks:
        kind = _kind(block)
        if last is not None and (_is_lost(last, block) or (block.tag == _TABLE and _kind(last) in _WENT)):
            yield _spacer(reviser)
        if block.tag == _TABLE:
            for first in firsts:
                reviser.formatted(first, _low())
        yield block
        if block.tag in (_PARAGRAPH, _TABLE):
            if kind not in _CAME:
                firsts = []
            elif last is None or kind != _kind(last):
                firsts = [*firsts, block]
            last = block


def _kind(block: BaseOxmlElement) -> str:
    """What became of the mark of a paragraph; empty for one that is in both files, and for a table."""
    return next((name for name, path in _MARKS.items() if block.find(path) is not None), "")


def _is_lost(last: BaseOxmlElement, block: BaseOxmlElement) -> bool:
    """Whether changes of a block would be, behind another."""
    is_framed = last.find(_FRAME) is not None and block.find(_FRAME) is None
    return is_framed and next(block.iter(*_CHANGES), None) is not None


def _spacer(reviser: Reviser) -> BaseOxmlElement:
    """An empty paragraph that came and went: Word drops it either way, LibreOffice keeps it where it is not seen.

    Were it hidden, so would be a frame before it.
    """
    paragraph, mark = OxmlElement("w:p"), OxmlElement("w:rPr")
    mark.extend((reviser.mark("ins"), reviser.mark("del")))
    properties = _low()
    properties.append(mark)
    paragraph.append(properties)
    return paragraph


def _low() -> BaseOxmlElement:
    """The properties of a paragraph that takes no room worth seeing."""
    properties, spacing = OxmlElement("w:pPr"), OxmlElement("w:spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", LOWEST_LINE), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), str(value))
    properties.append(spacing)
    return properties

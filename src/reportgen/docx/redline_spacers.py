"""Paragraphs that are in neither file, where LibreOffice would lose changes; Word drops them, whatever is decided."""

from collections.abc import Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.revisions import Reviser

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_FRAME = f"{qn('w:pPr')}/{qn('w:framePr')}"
_CHANGES = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange"))


def with_spacers(blocks: Sequence[BaseOxmlElement], reviser: Reviser) -> Iterator[BaseOxmlElement]:
    """The blocks of a body; LibreOffice 7.4 forgets the changes of a paragraph that follows a frame without space."""
    last: BaseOxmlElement | None = None
    for block in blocks:
        if last is not None and _is_lost(last, block):
            yield _spacer(reviser)
        yield block
        if block.tag in (_PARAGRAPH, _TABLE):
            last = block


def _is_lost(last: BaseOxmlElement, block: BaseOxmlElement) -> bool:
    """Whether changes of a block would be, behind another."""
    is_framed = last.find(_FRAME) is not None and block.find(_FRAME) is None
    return is_framed and next(block.iter(*_CHANGES), None) is not None


def _spacer(reviser: Reviser) -> BaseOxmlElement:
    """An empty, hidden paragraph that came and went: Word drops it either way, LibreOffice does not show it."""
    paragraph, properties, mark = (OxmlElement(f"w:{name}") for name in ("p", "pPr", "rPr"))
    mark.extend((reviser.mark("ins"), reviser.mark("del"), OxmlElement("w:vanish")))
    properties.append(mark)
    paragraph.append(properties)
    return paragraph

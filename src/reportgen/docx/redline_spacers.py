"""Paragraphs that are in neither file, where LibreOffice would lose changes; Word drops them, whatever is decided."""

from collections.abc import Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.revisions import Reviser

_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_FRAME = f"{qn('w:pPr')}/{qn('w:framePr')}"
_GONE = tuple(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{name}')}" for name in ("del", "moveFrom"))
_CAME = tuple(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{name}')}" for name in ("ins", "moveTo"))
_CHANGES = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange"))


def with_spacers(blocks: Sequence[BaseOxmlElement], reviser: Reviser) -> Iterator[BaseOxmlElement]:
    """The blocks of a body, apart where LibreOffice 7.4 needs them to be.

    It forgets the changes of the paragraph that follows a frame, and leaves a paragraph that goes in front of a table,
    empty and numbered: those that are rejected there lose their number as a change of properties is taken back.
    """
    last: BaseOxmlElement | None = None
    came: list[BaseOxmlElement] = []
    for block in blocks:
        if last is not None and _is_lost(last, block):
            yield _spacer(reviser)
        for paragraph in came if block.tag == _TABLE else ():
            reviser.properties_changed(paragraph, OxmlElement("w:p"))
        yield block
        if block.tag in (_PARAGRAPH, _TABLE):
            last = block
            came = [*came, block] if _has_any(block, _CAME) else []


def _has_any(block: BaseOxmlElement, marks: Sequence[str]) -> bool:
    return any(block.find(each) is not None for each in marks)


def _is_lost(last: BaseOxmlElement, block: BaseOxmlElement) -> bool:
    """Whether changes of one of two neighbours would be."""
    if block.tag == _TABLE and _has_any(last, _GONE):
        return True
    is_framed = last.find(_FRAME) is not None and block.find(_FRAME) is None
    return is_framed and next(block.iter(*_CHANGES), None) is not None


def _spacer(reviser: Reviser) -> BaseOxmlElement:
    """An empty, hidden paragraph that came and went: Word drops it either way, LibreOffice does not show it."""
    paragraph, properties, mark = (OxmlElement(f"w:{name}") for name in ("p", "pPr", "rPr"))
    mark.extend((reviser.mark("ins"), reviser.mark("del"), OxmlElement("w:vanish")))
    properties.append(mark)
    paragraph.append(properties)
    return paragraph

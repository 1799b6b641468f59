"""Charts and pictures in redlines: what went is drawn as it was, from a part of its own, until that is settled."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.chart_parts import CHART_RELATIONSHIPS, WORKBOOK, add_chart, chart_name, chart_relationship
from reportgen.docx.pieces import as_text

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_WENT = (qn("w:del"), qn("w:moveFrom"))
_ROW_WENT = f"{qn('w:trPr')}/{qn('w:del')}"
_DRAWING, _CHART, _PROPERTIES, _LINK = qn("w:drawing"), qn("c:chart"), qn("wp:docPr"), qn("r:id")


def share_drawings(old: WordDocument, new: WordDocument) -> None:
    """Makes what is drawn alike in both files the same in both, and gives the new file the other charts of the old.

    Alike is what has the same size and words, and of charts what has the same numbers and look.
    """
    twins: dict[str, list[BaseOxmlElement]] = {}
    for drawing in new.element.body.iter(_DRAWING):
        twins.setdefault(_canon(drawing, new), []).append(drawing)
    for drawing in list(old.element.body.iter(_DRAWING)):
        alike, part = twins.get(_canon(drawing, old)), _chart_part(drawing, old)
        if alike:
            drawing.getparent().replace(drawing, deepcopy(alike.pop(0)))
        elif part is not None:
            _show_copy(drawing, part, new)


def part_drawings(document: WordDocument) -> None:
    """Gives every chart that is drawn a part and a number of its own, as Word does: what moved is drawn twice."""
    drawn: set[str] = set()
    numbers: set[int] = set()
    for drawing in list(document.element.body.iter(_DRAWING)):
        _hide_from_libreoffice(drawing)
    for drawing in document.element.body.iter(_DRAWING):
        part, properties = _chart_part(drawing, document), next(drawing.iter(_PROPERTIES))
        if part is not None:
            if _link(drawing) in drawn:
                _show_copy(drawing, part, document)
            drawn.add(_link(drawing))
        elif int(properties.get("id")) in numbers:
            properties.set("id", str(max(numbers) + 1))
        numbers.add(int(properties.get("id")))


def _hide_from_libreoffice(drawing: BaseOxmlElement) -> None:
    """Shows what went only to programs that settle it: LibreOffice 7.4 does so in rows that went, nowhere else.

    It would cross out what came instead, and keep what went. Word understands all of these names since 2010, and takes
    the choice (ISO/IEC 29500-3 10.2); there is nothing else for those that do not.
    """
    went = next(drawing.iterancestors(*_WENT), None)
    row = next(drawing.iterancestors(qn("w:tr")), None)
    if went is None or (row is not None and row.find(_ROW_WENT) is not None):
        return
    alternate = parse_xml(
        f'<mc:AlternateContent xmlns:mc="{_MC}" xmlns:wp14="{_WP14}"><mc:Choice Requires="wp14"/></mc:AlternateContent>'
    )
    drawing.addprevious(alternate)
    alternate[0].append(drawing)


def _canon(drawing: BaseOxmlElement, document: WordDocument) -> str:
    """A drawing as a text that is the same for what looks and says the same, whatever number it has."""
    copy, part = deepcopy(drawing), _chart_part(drawing, document)
    for properties in (each for each in copy.iter() if each.tag.endswith("Pr")):
        for name in ("id", "name"):
            properties.attrib.pop(name, None)
    for chart in copy.iter(_CHART):
        del chart.attrib[_LINK]
    return as_text(copy) + (part.blob.decode() if part is not None else "")


def _chart_part(drawing: BaseOxmlElement, document: WordDocument) -> Part | None:
    """The part of a chart; None for a picture."""
    if next(drawing.iter(_CHART), None) is None:
        return None
    part: Part = document.part.rels[_link(drawing)].target_part
    return part


def _link(drawing: BaseOxmlElement) -> str:
    return str(next(drawing.iter(_CHART)).get(_LINK))


def _show_copy(drawing: BaseOxmlElement, part: Part, document: WordDocument) -> None:
    """Makes a drawing show a copy of a chart, which the file gets as one more."""
    number = 1 + sum(link.reltype == CHART_RELATIONSHIPS for link in document.part.rels.values())
    add_chart(document, number, part.blob, part.rels[WORKBOOK].target_part.blob)
    next(drawing.iter(_CHART)).set(_LINK, chart_relationship(number))
    properties = next(drawing.iter(_PROPERTIES))
    properties.set("id", str(number))
    properties.set("name", chart_name(number))

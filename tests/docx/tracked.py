"""What Word makes of tracked changes: a body with all of them accepted, or all rejected (ISO/IEC 29500-1 17.13.5)."""

import copy
import re
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from reportgen.text.characters import is_chinese
from tests.docx.reading import WORD, attribute, part

_WENT, _CAME = ("del", "moveFrom"), ("ins", "moveTo")
_CONTAINERS = tuple(f"{WORD}{name}" for name in (*_WENT, *_CAME))
_RANGES = tuple(f"{WORD}{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End"))
_UNTRACKED = (f"{WORD}hyperlink", f"{WORD}framePr")
_SAID = (f"{WORD}t", f"{WORD}drawing")
_UNSAID = (f"{WORD}rPr", f"{WORD}fldChar", f"{WORD}instrText")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SIZE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_APART = tuple(f"{WORD}{name}" for name in ("numPr", "rPr", "keepNext", "keepLines", "pageBreakBefore", "spacing"))
"""What of a paragraph's properties is read apart, or is for the page alone."""

Line = tuple[str, str, str]
"""A paragraph: its properties, its list, its runs with their looks."""


def lines(data: bytes, settle: str | None = None) -> list[Line]:
    """The paragraphs of a body in order, those of cells marked; entries of contents lists and frames left out.

    ``settle``: ``accept`` or ``reject`` all changes first; without it there must not be any. A chart is its size, its
    part and its numbers; a reference to a page is that, whatever number it shows.
    """
    body = part(data).find(f"{WORD}body")
    assert body is not None
    if settle:
        _settle(body, settle == "accept")
    assert not [each for name in (*_CONTAINERS, f"{WORD}pPrChange") for each in body.iter(name)]
    for section in body.iter(f"{WORD}sectPr"):  # what names headers and footers is compared with these
        for reference in [each for each in section if each.tag.endswith("Reference")]:
            section.remove(reference)
    _read_drawings(body, data)
    definitions = _definitions(data)
    found: list[Line] = []
    for child in body:
        if child.tag == f"{WORD}p":
            found += _paragraph(child, definitions, "")
        for row in child.findall(f"{WORD}tr"):
            for number, cell in enumerate(row.findall(f"{WORD}tc")):
                for paragraph in cell.findall(f"{WORD}p"):
                    found += _paragraph(paragraph, definitions, f"cell {number} ")
    return found


def _paragraph(paragraph: ElementTree.Element, definitions: dict[str, str], where: str) -> list[Line]:
    if any(next(paragraph.iter(name), None) is not None for name in _UNTRACKED):
        return []
    properties = paragraph.find(f"{WORD}pPr")
    head, named = "", ""
    if properties is not None:
        number = attribute(properties.find(f"{WORD}numPr/{WORD}numId"), "val")
        named = (
            f"{definitions[number]} {attribute(properties.find(f'{WORD}numPr/{WORD}ilvl'), 'val')}" if number else ""
        )
        head = "".join(_text(each) for each in properties if each.tag not in _APART)
    return [(where + head, named, repr(_runs(paragraph)))]


def _runs(paragraph: ElementTree.Element) -> list[tuple[str, str]]:
    """What a paragraph says, by the look it has."""
    runs: list[tuple[str, str]] = []
    fields = [list(child) if child.tag == f"{WORD}fldSimple" else [child] for child in paragraph]
    for run in (each for field in fields for each in field if each.tag == f"{WORD}r"):
        look = run.find(f"{WORD}rPr")
        if look is not None and attribute(look.find(f"{WORD}rStyle"), "val") == "PageReference":
            runs.append(("", "<page>"))
            continue
        for character in "".join(map(_said, run)):
            printed = _look(look, character)
            if runs and runs[-1][0] == printed:
                runs[-1] = (printed, runs[-1][1] + character)
            else:
                runs.append((printed, character))
    return runs


def _said(child: ElementTree.Element) -> str:
    """What one child of a run says."""
    if child.tag in _UNSAID:
        return ""
    if child.tag == _ALTERNATE:  # what went, which Word draws and LibreOffice does not
        return "".join(each.text or "" for each in child.iter(f"{WORD}drawing"))
    return child.text or "" if child.tag in _SAID else f"<{child.tag[len(WORD) :]}>"


def _read_drawings(body: ElementTree.Element, data: bytes) -> None:
    """Writes into every drawing what is to be seen there."""
    with ZipFile(BytesIO(data)) as archive:
        links = _links(archive, "word/_rels/document.xml.rels")
        for drawing in body.iter(f"{WORD}drawing"):
            size = next(drawing.iter(_SIZE))
            drawing.text = f"<{size.get('cx')} by {size.get('cy')}"
            for chart in drawing.iter(_CHART):
                name = links[chart.get(_LINK, "")]
                (book,) = _links(archive, f"word/charts/_rels/{name.rpartition('/')[2]}.rels").values()
                numbers = ZipFile(BytesIO(archive.read(f"word/{book.removeprefix('../')}")))
                shown = (archive.read(f"word/{name}"), numbers.read("xl/worksheets/sheet1.xml"))
                drawing.text += f": {sha256(b''.join(shown)).hexdigest()}"
            drawing.text += ">"


def _links(archive: ZipFile, name: str) -> dict[str, str]:
    """Where the relationships of a part lead, by their identifiers."""
    return {each.get("Id", ""): each.get("Target", "") for each in ElementTree.fromstring(archive.read(name))}


def _look(look: ElementTree.Element | None, character: str) -> str:
    """How a character looks; the hint decides the font of marks that Chinese shares with Latin, and of no letter."""
    if look is None:
        return ""
    plain = copy.deepcopy(look)
    if character.isascii() or is_chinese(character):
        for fonts in plain.findall(f"{WORD}rFonts"):
            fonts.attrib.pop(f"{WORD}hint", None)
            if not fonts.attrib:
                plain.remove(fonts)
    return _text(plain) if len(plain) else ""


def _settle(element: ElementTree.Element, accept: bool) -> None:
    """Accepts or rejects every change below an element.

    A paragraph whose mark goes runs on into the next, which keeps its own properties; the last mark of all never goes.
    """
    gone, kept = (_WENT, _CAME) if accept else (_CAME, _WENT)
    carried: list[ElementTree.Element] = []
    for child in list(element):
        name = child.tag.removeprefix(WORD)
        in_text = element.tag in (f"{WORD}p", *_CONTAINERS)
        if child.tag in _RANGES or (name in gone and in_text):
            element.remove(child)
            continue
        mark = child.find(f"{WORD}pPr/{WORD}rPr") if name == "p" else child.find(f"{WORD}trPr")
        goes = mark is not None and any(mark.find(f"{WORD}{each}") is not None for each in gone)
        for each in list(mark) if mark is not None else ():
            if mark is not None and each.tag.removeprefix(WORD) in kept:
                mark.remove(each)
        _settle(child, accept)
        if name in kept and in_text:
            _unwrap(element, child)
        elif carried:
            assert name == "p", "only a paragraph follows a mark that went"
            child[1:1] = carried
            carried = []
        if goes:
            element.remove(child)
            carried = [each for each in child if each.tag == f"{WORD}r"] if name == "p" else []
        if name == "tbl" and child.find(f"{WORD}tr") is None:
            element.remove(child)
    for text in element.findall(f"{WORD}delText"):
        text.tag = f"{WORD}t"
    _settle_properties(element, accept)
    assert not carried, "the last mark cannot go"


def _unwrap(paragraph: ElementTree.Element, mark: ElementTree.Element) -> None:
    place = list(paragraph).index(mark)
    paragraph.remove(mark)
    for offset, inner in enumerate(mark):
        paragraph.insert(place + offset, inner)


def _settle_properties(element: ElementTree.Element, accept: bool) -> None:
    properties = element.find(f"{WORD}pPr")
    change = properties.find(f"{WORD}pPrChange") if properties is not None else None
    if properties is None or change is None:
        return
    properties.remove(change)
    if not accept:
        for each in list(properties):
            if each.tag != f"{WORD}sectPr":
                properties.remove(each)
        before = change.find(f"{WORD}pPr")
        assert before is not None
        for place, each in enumerate(before):
            properties.insert(place, each)


def furniture(data: bytes, settle: str | None = None) -> list[str]:
    """What every header and footer says, by part."""
    with ZipFile(BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if re.match("word/(header|footer)", name))
    found = []
    for name in names:
        root = part(data, name)
        if settle:
            _settle(root, settle == "accept")
        assert settle is None or not [each for change in _CONTAINERS for each in root.iter(change)]
        found.append(f"{name} " + "".join(each.text or "" for each in root.iter(f"{WORD}t")))
    return found


def _definitions(data: bytes) -> dict[str, str]:
    """What each list is, by number."""
    root = part(data, "word/numbering.xml")
    kinds = {}
    for definition in root.iter(f"{WORD}abstractNum"):
        levels = [each for each in definition if each.tag == f"{WORD}lvl"]
        for level in levels:
            for link in level.findall(f"{WORD}pStyle"):
                level.remove(link)
        kinds[attribute(definition, "abstractNumId")] = "".join(map(_text, levels))
    return {
        attribute(number, "numId"): kinds[attribute(number.find(f"{WORD}abstractNumId"), "val")]
        for number in root.iter(f"{WORD}num")
    }


def _text(element: ElementTree.Element) -> str:
    return ElementTree.tostring(element, encoding="unicode").strip()


def changes(data: bytes) -> list[str]:
    """Every change of a body as a word: its element, and what it says."""
    with ZipFile(BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    found = []
    for element in root.iter():
        if element.tag in _CONTAINERS and len(element):
            text = "".join(each.text or "" for each in element.iter() if each.tag in (f"{WORD}t", f"{WORD}delText"))
            found.append(f"{element.tag[len(WORD) :]} {text}")
    return found

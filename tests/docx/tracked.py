"""What Word makes of tracked changes: a body with all of them accepted, or all rejected (ISO/IEC 29500-1 17.13.5)."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.docx.reading import WORD, attribute, part

_CONTAINERS = (f"{WORD}ins", f"{WORD}del")
_IGNORED = (f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd")
_UNTRACKED = (f"{WORD}hyperlink", f"{WORD}drawing", f"{WORD}fldChar")

Line = tuple[str, str, str]
"""A paragraph: its properties, its list, its runs with their looks."""


def lines(data: bytes, apply_severities: str | None = None) -> list[Line]:
    """The paragraphs of a body in order, those of cells marked; entries of contents lists and charts left out.

    ``settle``: ``accept`` or ``reject`` all changes first; without it there must not be any.
    """
    body = part(data).find(f"{WORD}body")
    assert body is not None
    if apply_severities:
        _settle(body, apply_severities == "accept")
    assert not [each for name in (*_CONTAINERS, f"{WORD}pPrChange") for each in body.iter(name)]
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
        head = "".join(_text(each) for each in properties if each.tag not in (f"{WORD}numPr", f"{WORD}rPr"))
    runs: list[tuple[str, str]] = []
    for run in paragraph.findall(f"{WORD}r"):
        look = run.find(f"{WORD}rPr")
        said = "".join(
            each.text or "" if each.tag == f"{WORD}t" else f"<{each.tag[len(WORD) :]}>"
            for each in run
            if each is not look
        )
        looks = _text(look) if look is not None else ""
        if runs and runs[-1][0] == looks:
            runs[-1] = (looks, runs[-1][1] + said)
        else:
            runs.append((looks, said))
    return [(where + head, named, repr(runs))]


def _settle(element: ElementTree.Element, accept: bool) -> None:
    """Accepts or rejects every change below an element.

    A paragraph whose mark goes runs on into the next, which keeps its own properties; the last mark of all never goes.
    """
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    carried: list[ElementTree.Element] = []
    for child in list(element):
        if child.tag == f"{WORD}{gone}" and element.tag == f"{WORD}p":
            element.remove(child)
            continue
        mark = child.find(f"{WORD}pPr/{WORD}rPr") if child.tag == f"{WORD}p" else child.find(f"{WORD}trPr")
        goes = mark is not None and mark.find(f"{WORD}{gone}") is not None
        if mark is not None:
            for each in mark.findall(f"{WORD}{kept}"):
                mark.remove(each)
        _settle(child, accept)
        if child.tag == f"{WORD}{kept}" and element.tag == f"{WORD}p":
            _unwrap(element, child)
        elif child.tag == f"{WORD}p" and carried:
            child[1:1] = carried
            carried = []
        if goes:
            element.remove(child)
            carried = [each for each in child if each.tag == f"{WORD}r"] if child.tag == f"{WORD}p" else []
        if child.tag == f"{WORD}tbl" and child.find(f"{WORD}tr") is None:
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

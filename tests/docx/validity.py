"""What an OOXML validator misses: parts that are no XML, references to nowhere, pairs that are not closed."""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.docx.reading import WORD, attribute

_LEGAL_NAME = re.compile(r"[^\W\d]\w{0,39}")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def faults(data: bytes) -> list[str]:
    """Everything wrong with a file, as sentences."""
    with ZipFile(BytesIO(data)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    parts: dict[str, ElementTree.Element] = {}
    found: list[str] = []
    for name, raw in content.items():
        if name.endswith((".xml", ".rels")):
            try:
                parts[name] = ElementTree.fromstring(raw)
            except ElementTree.ParseError:
                found.append(f"{name} is no XML")
    found += _untyped(set(content), parts)
    found += _unrelated(set(content), parts)
    stories = {
        name: root
        for name, root in parts.items()
        if name.startswith(("word/document", "word/head", "word/foot", "word/endnotes"))
    }
    for name, root in stories.items():
        found += _unbalanced(name, root)
    found += _bookmarks(stories)
    found += _undefined(parts, stories)
    return found


def _untyped(names: set[str], parts: dict[str, ElementTree.Element]) -> Iterator[str]:
    types = parts.get("[Content_Types].xml")
    if types is None:
        yield "no content types"
        return
    overrides = {node.get("PartName", "") for node in types.iter(f"{_TYPES}Override")}
    defaults = {node.get("Extension") for node in types.iter(f"{_TYPES}Default")}
    for name in names - {"[Content_Types].xml"}:
        extension = name.rpartition(".")[2]
        general = extension in defaults and (extension != "xml" or name == "customXml/item1.xml")
        if f"/{name}" not in overrides and not general:
            yield f"{name} has no content type"
    yield from (f"{name} is typed and not there" for name in overrides if name[1:] not in names)


def _unrelated(names: set[str], parts: dict[str, ElementTree.Element]) -> Iterator[str]:
    reached: set[str] = set()
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.partition("_rels/")
        identifiers = [node.get("Id") for node in root]
        if len(set(identifiers)) < len(identifiers):
            yield f"{name} names two things alike"
        targets = {posixpath.normpath(posixpath.join(folder, node.get("Target", ""))) for node in root}
        reached |= targets
        yield from (f"{name} leads to {target}, which is not there" for target in targets - names)
        source = parts.get(folder + file.removesuffix(".rels"))
        used = {
            value
            for node in (source.iter() if source is not None else ())
            for key, value in node.attrib.items()
            if key.startswith(_RELATIONSHIP)
        }
        yield from (f"{name} has no {identifier}" for identifier in used - set(identifiers))
    for name in names - reached:
        if not name.endswith((".rels", "[Content_Types].xml")):
            yield f"nothing leads to {name}"


def _unbalanced(name: str, root: ElementTree.Element) -> Iterator[str]:
    """Fields begin, separate and end, one inside the other."""
    expected: list[str] = []
    for mark in root.iter(f"{WORD}fldChar"):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            expected.append("separate")
        elif not expected or expected.pop() != kind:
            yield f"{name}: a field has {kind} out of place"
        elif kind == "separate":
            expected.append("end")
    if expected:
        yield f"{name}: a field does not end"


def _bookmarks(stories: dict[str, ElementTree.Element]) -> Iterator[str]:
    names: set[str] = set()
    numbers: set[str] = set()
    for root in stories.values():
        ends = [attribute(end, "id") for end in root.iter(f"{WORD}bookmarkEnd")]
        for start in root.iter(f"{WORD}bookmarkStart"):
            number, name = attribute(start, "id"), attribute(start, "name")
            if ends.count(number) != 1:
                yield f"bookmark {name} has {ends.count(number)} ends"
            if name.casefold() in names or number in numbers:
                yield f"bookmark {name} is there twice"
            if not _LEGAL_NAME.fullmatch(name) or len(name.encode("utf-16-le")) > 80:
                yield f"bookmark {name} is no name Word takes"
            names.add(name.casefold())
            numbers.add(number)
        yield from (f"bookmark {end} has no start" for end in ends if end not in numbers)
    links = {attribute(link, "anchor") for root in stories.values() for link in root.iter(f"{WORD}hyperlink")}
    codes = [code.text or "" for root in stories.values() for code in root.iter(f"{WORD}instrText")]
    links |= {code.split()[1] for code in codes if code.split()[0] == "PAGEREF"}
    fields = [attribute(each, "instr") for root in stories.values() for each in root.iter(f"{WORD}fldSimple")]
    links |= {code.split()[0] for code in fields}
    yield from (f"a link leads to {link}, which is nowhere" for link in links if link.casefold() not in names)


def _undefined(parts: dict[str, ElementTree.Element], stories: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Styles and lists that are named and not defined."""
    styles, numbering = parts["word/styles.xml"], parts["word/numbering.xml"]
    defined = {attribute(style, "styleId") for style in styles.iter(f"{WORD}style")}
    everywhere = [styles, numbering, *stories.values()]
    kinds = {f"{WORD}{kind}" for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")}
    named = {attribute(node, "val") for root in everywhere for node in root.iter() if node.tag in kinds}
    yield from (f"style {name} is not defined" for name in named - defined)
    lists = {attribute(number, "numId") for number in numbering.iter(f"{WORD}num")}
    used = {attribute(node, "val") for root in everywhere for node in root.iter(f"{WORD}numId")} - {"0"}
    yield from (f"list {number} is not defined" for number in used - lists)
    definitions = {attribute(each, "abstractNumId") for each in numbering.iter(f"{WORD}abstractNum")}
    kept = {attribute(number.find(f"{WORD}abstractNumId"), "val") for number in numbering.iter(f"{WORD}num")}
    yield from (f"definition {number} is not there" for number in kept - definitions)
    linked = [attribute(node, "val") for node in numbering.iter(f"{WORD}pStyle")]
    yield from (f"style {name} is linked twice" for name in set(linked) if linked.count(name) > 1)

"""Reads a DOCX back as Word would show it: numbering counted from the XML, fields by their stored results."""

import re
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

NO_TEXT = ("SectionEnd", "ReportChart", "SmallChart", "ReportMinutes", "SideLabel", "SideFigure", "SideChange")
"""Styles of paragraphs that print no text of the document: minutes and figures stand beside it."""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    """One part of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def paragraphs(data: bytes) -> list[ElementTree.Element]:
    """Every paragraph of the body in order, those of tables included."""
    return list(part(data).iter(f"{WORD}p"))


def tag(name: str) -> str:
    """The name of an element of WordprocessingML."""
    return f"{WORD}{name}"


def value(element: ElementTree.Element, path: str, name: str = "val") -> str:
    """An attribute of the element at a path of names."""
    return attribute(element.find("/".join(tag(step) for step in path.split("/"))), name)


def attribute(element: ElementTree.Element | None, name: str) -> str:
    """The value of a ``w:`` attribute, empty where the element or the attribute is missing."""
    return "" if element is None else element.get(f"{WORD}{name}", "")


def style_of(paragraph: ElementTree.Element) -> str:
    """The style identifier of a paragraph."""
    return attribute(paragraph.find(f"{WORD}pPr/{WORD}pStyle"), "val")


class Level(NamedTuple):
    """A level of a list: how it counts, and what it prints."""

    kind: str
    text: str
    start: int


class Counter:
    """Counts list paragraphs as Word does (ISO/IEC 29500-1 17.9).

    A paragraph is in the list it names itself, else in its style's; list 0 is none. A level begins again where a higher
    one was counted since; lists of one definition count together, but for one that says where it starts.

    ``by_next``: only the level right above begins a level again, as in docx-preview.
    """

    def __init__(self, data: bytes, *, by_next: bool = False) -> None:
        self._by_next = by_next
        root = part(data, "word/numbering.xml")
        self._levels: dict[tuple[str, int], Level] = {}
        self._linked: dict[str, dict[str, int]] = {}
        for definition in root.iter(f"{WORD}abstractNum"):
            self._define(attribute(definition, "abstractNumId"), definition)
        self._lists = {
            attribute(number, "numId"): attribute(number.find(f"{WORD}abstractNumId"), "val")
            for number in root.iter(f"{WORD}num")
        }
        self._starts = {
            (attribute(number, "numId"), int(attribute(override, "ilvl"))): int(attribute(start, "val"))
            for number in root.iter(f"{WORD}num")
            for override in number.iter(f"{WORD}lvlOverride")
            if (start := override.find(f"{WORD}startOverride")) is not None
        }
        self._styles = {
            attribute(style, "styleId"): style for style in part(data, "word/styles.xml").iter(f"{WORD}style")
        }
        self._values: dict[str, dict[int, int]] = {}

    def _define(self, identifier: str, definition: ElementTree.Element) -> None:
        for level in definition.iter(f"{WORD}lvl"):
            number = int(attribute(level, "ilvl"))
            kind, text, start = (
                attribute(level.find(f"{WORD}{name}"), "val") for name in ("numFmt", "lvlText", "start")
            )
            self._levels[identifier, number] = Level(kind, text.replace("\u00a0", ""), int(start or 1))
            linked = attribute(level.find(f"{WORD}pStyle"), "val")
            if linked:
                self._linked.setdefault(identifier, {})[linked] = number

    def place(self, paragraph: ElementTree.Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, None where it is in no list."""
        own = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        style = style_of(paragraph)
        properties = own
        while properties is None and style in self._styles:
            properties = self._styles[style].find(f"{WORD}pPr/{WORD}numPr")
            if properties is None:
                style = attribute(self._styles[style].find(f"{WORD}basedOn"), "val")
        identifier = attribute(properties.find(f"{WORD}numId"), "val") if properties is not None else ""
        if identifier in ("", "0") or properties is None:
            return None
        level = attribute(properties.find(f"{WORD}ilvl"), "val")
        linked = self._linked.get(self._lists[identifier], {})
        return identifier, int(level) if own is not None or style not in linked else linked[style]

    def text(self, paragraph: ElementTree.Element) -> str:
        """The ordinal Word puts before a paragraph, empty where it has none."""
        place = self.place(paragraph)
        if place is None:
            return ""
        identifier, at = place
        definition = self._lists[identifier]
        values = self._values.setdefault(definition, {})
        start = self._starts.pop(place, None)
        values[at] = start if start is not None else values.get(at, self._levels[definition, at].start - 1) + 1
        for deeper in [number for number in values if (number == at + 1 if self._by_next else number > at)]:
            del values[deeper]
        level = self._levels[definition, at]
        if level.kind in ("bullet", "none"):
            return level.text
        return re.sub("%([1-9])", lambda match: self._counted(definition, int(match.group(1)) - 1), level.text)

    def _counted(self, definition: str, at: int) -> str:
        level = self._levels[definition, at]
        return counted(self._values[definition].get(at, level.start), level.kind)


def counted(value: int, kind: str) -> str:
    """A value in one of Word's number formats (ISO/IEC 29500-1 17.18.59)."""
    if kind == "chineseCountingThousand":
        digits = "零一二三四五六七八九"
        tens, ones = divmod(value % 100, 10)
        head = f"{digits[value // 100]}百" if value >= 100 else ""
        middle = f"{digits[tens]}十" if tens else ("零" if head and ones else "")
        text = head + middle + (digits[ones] if ones else "")
        return text[1:] if text.startswith("一十") else text
    assert kind == "decimal", kind
    return str(value)


def run_text(element: ElementTree.Element) -> str:
    """The characters of an element's runs; field codes and page references left out, tabs and line breaks nothing."""
    text = ""
    skipping = 0
    stack: list[str] = []
    for node in element.iter():
        if node.tag == f"{WORD}fldChar":
            kind = attribute(node, "fldCharType")
            if kind == "begin":
                stack.append("")
            elif kind == "end" and stack:
                skipping -= stack.pop().strip().startswith("PAGEREF")
        elif node.tag == f"{WORD}instrText" and stack:
            stack[-1] += node.text or ""
            skipping += (node.text or "").strip().startswith("PAGEREF")
        elif node.tag == f"{WORD}t" and not skipping:
            text += node.text or ""
    return text


def bookmarks(data: bytes) -> dict[str, str]:
    """The text inside every bookmark, by name."""
    found: dict[str, str] = {}
    for paragraph in paragraphs(data):
        open_names: dict[str, str] = {}
        for node in paragraph.iter():
            if node.tag == f"{WORD}bookmarkStart":
                open_names[attribute(node, "id")] = attribute(node, "name")
                found[attribute(node, "name")] = ""
            elif node.tag == f"{WORD}bookmarkEnd":
                open_names.pop(attribute(node, "id"))
            elif node.tag == f"{WORD}t":
                for name in open_names.values():
                    found[name] += node.text or ""
    return found


def docx_text(data: bytes) -> str:
    """The printed text, one line a paragraph, as ``document_text`` gives it; page numbers and furniture left out."""
    counter = Counter(data)
    lines = [
        counter.text(paragraph) + run_text(paragraph)
        for paragraph in paragraphs(data)
        if style_of(paragraph) not in NO_TEXT
    ]
    return "".join(f"{line}\n" for line in lines)

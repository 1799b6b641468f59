"""Reads a DOCX back as Word would show it: numbering counted from the XML, fields by their stored results."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    """One part of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def paragraphs(data: bytes) -> list[ElementTree.Element]:
    """Every paragraph of the body in order, those of tables included."""
    return list(part(data).iter(f"{WORD}p"))


def attribute(element: ElementTree.Element | None, name: str) -> str:
    """The value of a ``w:`` attribute, empty where the element or the attribute is missing."""
    return "" if element is None else element.get(f"{WORD}{name}", "")


def style_of(paragraph: ElementTree.Element) -> str:
    """The style identifier of a paragraph."""
    return attribute(paragraph.find(f"{WORD}pPr/{WORD}pStyle"), "val")


class Counter:
    """Counts list paragraphs as Word does: a list with a start override begins at 1, each use adds one."""

    def __init__(self, data: bytes) -> None:
        root = part(data, "word/numbering.xml")
        self._levels = {
            attribute(definition, "abstractNumId"): definition.find(f"{WORD}lvl")
            for definition in root.iter(f"{WORD}abstractNum")
        }
        self._lists = {
            attribute(number, "numId"): attribute(number.find(f"{WORD}abstractNumId"), "val")
            for number in root.iter(f"{WORD}num")
        }
        self._values: dict[str, int] = {}

    def text(self, paragraph: ElementTree.Element) -> str:
        """The ordinal Word puts before a paragraph, empty where it is in no list."""
        identifier = attribute(paragraph.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId"), "val")
        if not identifier:
            return ""
        level = self._levels[self._lists[identifier]]
        assert level is not None
        value = self._values[identifier] = self._values.get(identifier, 0) + 1
        kind = attribute(level.find(f"{WORD}numFmt"), "val")
        shown = attribute(level.find(f"{WORD}lvlText"), "val").replace("\u00a0", "")
        return shown if kind == "bullet" else shown.replace("%1", counted(value, kind))


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


def docx_text(data: bytes) -> str:
    """The printed text, one line a paragraph, as ``document_text`` gives it; page numbers and furniture left out."""
    counter = Counter(data)
    lines = [
        counter.text(paragraph) + run_text(paragraph)
        for paragraph in paragraphs(data)
        if style_of(paragraph) != "SectionEnd"
    ]
    return "".join(f"{line}\n" for line in lines)

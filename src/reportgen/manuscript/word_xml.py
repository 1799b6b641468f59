"""Parts of a Word file as trees: transitional and strict names alike, and nothing that reaches outside."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The names of ISO/IEC 29500 Strict, and what everyone else writes."""

_OFF = frozenset(("0", "false", "off", "none"))


class DamagedPartError(Exception):
    """A part of the file is no XML, or has a document type."""


def parse_part(content: bytes) -> Element:
    """The root of a part.

    Raises:
        DamagedPartError: the part is not well-formed, or declares a document type.

    """
    for strict, transitional in _STRICT.items():
        content = content.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise DamagedPartError(str(fault)) from None
    if root.getroottree().docinfo.doctype:
        raise DamagedPartError("DOCTYPE")
    return root


def value_of(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child, None where there is no such child or it has none."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on (ISO/IEC 29500-1 17.17.4); None where it is not set."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in _OFF


def whole(value: str | None) -> int | None:
    """A whole number as Word reads it; None for anything else, which Word ignores."""
    try:
        return None if value is None else int(value)
    except ValueError:
        return None


def hexadecimal(value: str | None) -> int:
    """A hexadecimal number; 0 for anything else."""
    try:
        return int(value or "0", 16)
    except ValueError:
        return 0


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """The children of one name."""
    return iter(()) if parent is None else parent.iterchildren(W + name)

"""Which part of a Word file is which: by the relationships of the package, not by names ([MS-OE376], OPC 9.3)."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from lxml.etree import _Element as Element
from msgspec import Struct

from reportgen.manuscript.word_xml import DamagedPartError, parse_part

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class WordPackage(Struct, frozen=True):
    """The parts of a Word file by name, and those of its document by kind (``styles``, ``header``, …)."""

    parts: Mapping[str, bytes]
    document: str
    related: tuple[tuple[str, str], ...]

    def part(self, kind: str) -> Element | None:
        """The part of a kind of which there is one; None where the file has none.

        Raises:
            DamagedPartError: the part is no XML.

        """
        return next(self.parts_of(kind), None)

    def parts_of(self, kind: str) -> Iterator[Element]:
        """All parts of a kind, in the order of the file.

        Raises:
            DamagedPartError: a part is no XML.

        """
        return (parse_part(self.parts[name]) for each, name in self.related if each == kind)


def open_package(parts: Mapping[str, bytes]) -> WordPackage:
    """The package of a Word file.

    Raises:
        DamagedPartError: there is no document in it.

    """
    documents = (name for kind, name in _relations(parts, "") if kind == "officeDocument")
    document = next(documents, None)
    if document is None:
        raise DamagedPartError("officeDocument")
    return WordPackage(parts, document, tuple(_relations(parts, document)))


def _relations(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """The kinds and names of the parts that a part names, as far as they are in the file."""
    folder = dirname(name)
    relations = parts.get(join(folder, "_rels", f"{name.rpartition('/')[2]}.rels"))
    if relations is None:
        return
    for each in parse_part(relations).iter(_RELATION):
        if each.get("TargetMode") == "External":
            continue
        target = normpath(join("/", folder, each.get("Target", ""))).lstrip("/")
        if target in parts:
            yield each.get("Type", "").rpartition("/")[2], target

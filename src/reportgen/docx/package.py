"""The file as a package: opened from the template, written with the same bytes for the same parts."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.pkgwriter import PackageWriter

from reportgen.docx.xml import NAMESPACES

_TEMPLATE = Path(__file__).with_name("template")

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP file can name; every entry has it."""

_LONGEST_PROPERTY = 255
"""Characters of a core property that Word and python-docx take."""

_MADE_ON_UNIX = 3
_READABLE_FILE = 0o644 << 16


def property_text(text: str) -> str:
    """A text as a core property has it."""
    return text[:_LONGEST_PROPERTY]


def open_template() -> WordDocument:
    """An empty document with the parts of our template, a folder of them, and nothing else."""
    return docx.Document(str(_TEMPLATE))


def part_content(part: XmlPart, inner: str) -> bytes:
    """New content of a part, in the form in which lxml would write it, had it parsed it."""
    name = part.element.tag.rpartition("}")[2]
    inner = inner.replace("<w:r></w:r>", "<w:r/>")  # all that a writer of ours leaves empty
    ends = f">{inner}</w:{name}>" if inner else "/>"
    return f"{_DECLARATION}<w:{name} {NAMESPACES}{ends}".encode()


def set_fonts(document: WordDocument, inner: str) -> None:
    """Fills the font table, a part python-docx keeps as bytes."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    empty = part.blob.decode()
    part._blob = empty.replace("/>", f">{inner}</w:fonts>").encode()


def set_theme(document: WordDocument, filled: Callable[[str], str]) -> None:
    """Fills the theme, a part python-docx keeps as bytes."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = filled(part.blob.decode()).encode()


def package_bytes(document: WordDocument, contents: Mapping[PackURI, bytes]) -> bytes:
    """The file; parts in python-docx's order, times and flags fixed.

    ``contents`` are of parts that have others than python-docx knows, by their names.
    """
    package = document.part.package
    for part in package.iter_parts():
        part.before_marshal()
    writer = _FixedZip(contents)
    parts = list(package.iter_parts())
    # The three steps of PackageWriter.write, which itself stamps every entry with the present time.
    steps: Any = PackageWriter
    steps._write_content_types_stream(writer, parts)
    steps._write_pkg_rels(writer, package.rels)
    steps._write_parts(writer, parts)
    return writer.close()


class _FixedZip:
    """Takes the place of python-docx's ZIP writer."""

    def __init__(self, contents: Mapping[PackURI, bytes]) -> None:
        self._contents = contents
        self._file = BytesIO()
        self._archive = ZipFile(self._file, "w", ZIP_DEFLATED)

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        """Adds one part."""
        entry = ZipInfo(pack_uri.membername, _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = _MADE_ON_UNIX
        entry.external_attr = _READABLE_FILE
        self._archive.writestr(entry, self._contents.get(pack_uri, blob))

    def close(self) -> bytes:
        """The finished file."""
        self._archive.close()
        return self._file.getvalue()

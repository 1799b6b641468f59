"""The file as a package: opened from the template, written with the same bytes for the same parts."""

from collections.abc import Callable
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
from docx.oxml import parse_xml

from reportgen.docx.xml import NAMESPACES

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
    """An empty document with the parts of our template and nothing else."""
    package = BytesIO()
    with ZipFile(package, "w") as archive:
        _add_folder(archive, Path(__file__).with_name("template"), "")
    package.seek(0)
    return docx.Document(package)


def replace_content(part: XmlPart, inner: str) -> None:
    """Gives a part new content; parsed in its place, since lxml moves large trees in quadratic time."""
    name = part.element.tag.rpartition("}")[2]
    part._element = parse_xml(f"<w:{name} {NAMESPACES}>{inner}</w:{name}>")


def set_fonts(document: WordDocument, inner: str) -> None:
    """Fills the font table, a part python-docx keeps as bytes."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    empty = part.blob.decode()
    part._blob = empty.replace("/>", f">{inner}</w:fonts>").encode()


def set_theme(document: WordDocument, filled: Callable[[str], str]) -> None:
    """Fills the theme, a part python-docx keeps as bytes."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = filled(part.blob.decode()).encode()


def _add_folder(archive: ZipFile, folder: Path, prefix: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            _add_folder(archive, entry, f"{prefix}{entry.name}/")
        else:
            archive.writestr(ZipInfo(f"{prefix}{entry.name}", _EPOCH), entry.read_bytes())


def package_bytes(document: WordDocument) -> bytes:
    """The file; parts in python-docx's order, times and flags fixed."""
    package = document.part.package
    for part in package.iter_parts():
        part.before_marshal()
    writer = _FixedZip()
    parts = list(package.iter_parts())
    # The three steps of PackageWriter.write, which itself stamps every entry with the present time.
    steps: Any = PackageWriter
    steps._write_content_types_stream(writer, parts)
    steps._write_pkg_rels(writer, package.rels)
    steps._write_parts(writer, parts)
    return writer.close()


class _FixedZip:
    """Takes the place of python-docx's ZIP writer."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self._archive = ZipFile(self._file, "w", ZIP_DEFLATED)

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        """Adds one part."""
        entry = ZipInfo(pack_uri.membername, _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        entry.create_system = _MADE_ON_UNIX
        entry.external_attr = _READABLE_FILE
        self._archive.writestr(entry, blob)

    def close(self) -> bytes:
        """The finished file."""
        self._archive.close()
        return self._file.getvalue()

"""The stamp that a finished file carries. The file may be anyone's: no more of it is unpacked than is needed."""

import re
from html import unescape

from reportgen.diagnostics import Diagnostic, Place
from reportgen.diagnostics.hints import ARCHIVE_FAULTS
from reportgen.document import Stamp, read_stamp
from reportgen.manuscript.archive import ArchiveError, read_archive

_LONGEST = 65536
"""Bytes of a stamp; one of a report with thirty style sheets has a thousand."""

_PDF_STAMP = re.compile(rb"<dc:source>([^<]{0,%d})</dc:source>" % _LONGEST)
_HTML_STAMP = re.compile(rb'<meta name="dcterms.identifier" content="([^"]{0,%d})">' % _LONGEST)
_DOCX_STAMP = re.compile(rb"<dc:identifier>([^<]{0,%d})</dc:identifier>" % _LONGEST)

_CORE = "docProps/core.xml"
_LARGEST_CORE = 1 << 20
"""Bytes, unpacked; ours has a thousand."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a Word file with a password begins, and one of Word 97."""


def format_of(content: bytes) -> str:
    """The format of a file that carries a stamp, by how it begins."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    return "docx" if content.startswith((b"PK", _COMPOUND)) else "html"


def stamp_in(content: bytes, place: Place) -> Stamp | Diagnostic:
    """The stamp a PDF or an HTML page has in its metadata, a DOCX in its properties; why there is none at ``place``."""
    try:
        match format_of(content):
            case "docx":
                found = _DOCX_STAMP.search(_core_of(content))
            case "pdf":
                found = _PDF_STAMP.search(content)
            case _:
                found = _HTML_STAMP.search(content)
    except ArchiveError as failure:
        return Diagnostic("archive-unreadable", place, {"reason": ARCHIVE_FAULTS[failure.fault]})
    stamp = read_stamp(unescape(found[1].decode("utf-8", "replace"))) if found else None
    return stamp or Diagnostic("file-unstamped", place)


def _core_of(content: bytes) -> bytes:
    """The properties of a DOCX; nothing where it has none."""
    if content.startswith(_COMPOUND):
        raise ArchiveError("protected")
    return read_archive(content, lambda name: name == _CORE, _LARGEST_CORE).get(_CORE, b"")

"""The stamp that a finished file carries. The file may be anyone's: no more of it is unpacked than is needed."""

import re

from reportgen.diagnostics import Diagnostic, Place
from reportgen.diagnostics.hints import ARCHIVE_FAULTS
from reportgen.document import Stamp, read_stamp
from reportgen.document.stamp import LONGEST_STAMP

_PDF_STAMP = re.compile(rb"<dc:source>([^<]{0,%d})</dc:source>" % LONGEST_STAMP)
_HTML_STAMP = re.compile(rb'<meta name="dcterms.identifier" content="([^"]{0,%d})">' % LONGEST_STAMP)
_LARGEST_PROPERTIES = 1 << 20
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
    text: str | Diagnostic
    match format_of(content):
        case "docx":
            text = _text_of_word(content, place)
        case "pdf":
            text = _text(_PDF_STAMP.search(content))
        case _:
            text = _text(_HTML_STAMP.search(content))
    if isinstance(text, Diagnostic):
        return text
    return read_stamp(text) or Diagnostic("file-unstamped", place)


def _text(found: re.Match[bytes] | None) -> str:
    from html import unescape

    return unescape(found[1].decode("utf-8", "replace")) if found else ""


def _text_of_word(content: bytes, place: Place) -> str | Diagnostic:
    """The stamp in the properties of a DOCX, empty without one; why these cannot be read at ``place``."""
    from reportgen.manuscript.archive import ArchiveError, read_archive
    from reportgen.manuscript.word_stamp import STAMPED_PARTS, stamp_text

    try:
        if content.startswith(_COMPOUND):
            raise ArchiveError("protected")
        return stamp_text(read_archive(content, lambda name: name in STAMPED_PARTS, _LARGEST_PROPERTIES))
    except ArchiveError as failure:
        return Diagnostic("archive-unreadable", place, {"reason": ARCHIVE_FAULTS[failure.fault]})

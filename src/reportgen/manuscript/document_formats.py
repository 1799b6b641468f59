"""Which kind of document a file is, by its bytes; its name tells only Markdown from plain text."""

from enum import Enum

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_HEAD = 100


class DocumentFormat(Enum):
    """What a file is, as far as it decides how to read it."""

    WORD = "docx"
    ENCRYPTED = "encrypted"
    OFFICE = "office"
    """An older or another office format, which LibreOffice turns into a Word file."""
    MARKDOWN = "markdown"
    TEXT = "text"


def format_of(content: bytes, name: str) -> DocumentFormat:
    """The format of a file; ``.doc`` and ``.wps`` are the same inside, whatever their names."""
    if content.startswith(_OLE):
        return DocumentFormat.ENCRYPTED if _ENCRYPTED in content else DocumentFormat.OFFICE
    if content.startswith(_ZIP):
        return DocumentFormat.OFFICE if _OPEN_DOCUMENT in content[:_HEAD] else DocumentFormat.WORD
    if content.startswith(b"{\\rtf"):
        return DocumentFormat.OFFICE
    return DocumentFormat.MARKDOWN if name.lower().endswith((".md", ".markdown")) else DocumentFormat.TEXT

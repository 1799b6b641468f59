"""Which kind of document a file is, whatever it is called."""

import pytest

from reportgen.manuscript.document_formats import DocumentFormat, format_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OPEN = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (b"PK\x03\x04 word/document.xml", "a.docx", DocumentFormat.WORD),
        (b"PK\x03\x04 word/document.xml", "a.md", DocumentFormat.WORD),
        (OPEN, "a.odt", DocumentFormat.OFFICE),
        (b"PK\x03\x04" + bytes(200) + OPEN, "a.docx", DocumentFormat.WORD),
        (OLE + bytes(600), "a.doc", DocumentFormat.OFFICE),
        (OLE + bytes(600), "a.docx", DocumentFormat.OFFICE),
        (OLE + bytes(600) + ENCRYPTED, "a.docx", DocumentFormat.ENCRYPTED),
        (b"{\\rtf1 a}", "a.doc", DocumentFormat.OFFICE),
        (b"a {\\rtf", "a.txt", DocumentFormat.TEXT),
        (b"# a", "a.md", DocumentFormat.MARKDOWN),
        (b"# a", "A.MD", DocumentFormat.MARKDOWN),
        (b"# a", "a.Markdown", DocumentFormat.MARKDOWN),
        (b"# a", "a.txt", DocumentFormat.TEXT),
        (b"# a", "md", DocumentFormat.TEXT),
        (b"", "a.docx", DocumentFormat.TEXT),
    ],
)
def test_what_a_file_is(content: bytes, name: str, found: DocumentFormat) -> None:
    assert format_of(content, name) is found

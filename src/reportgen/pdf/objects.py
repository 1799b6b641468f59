"""The few PDF objects ReportLab does not write the way an archive wants them."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class Stream(PDFObject):  # type: ignore[misc]
    """A stream; ``entries`` are the entries of its dictionary but for its length, ready to write.

    ReportLab's own stream lacks the line end before ``endstream`` that ISO 19005-2 6.1.7.1 demands.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The stream as bytes of the file."""
        head = f"<< {self._entries} /Length {len(self._data)} >>\nstream\n"
        return head.encode("ascii") + self._data + b"\nendstream"


class FlateStream(Stream):
    """A compressed stream."""

    def __init__(self, data: bytes, entries: str = "") -> None:
        super().__init__(zlib.compress(data), f"{entries} /Filter /FlateDecode".strip())

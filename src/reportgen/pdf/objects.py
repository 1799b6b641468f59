"""The few PDF objects ReportLab does not write the way an archive wants them."""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class FlateStream(PDFObject):  # type: ignore[misc]
    """A compressed stream; ``entries`` are the further entries of its dictionary, ready to write.

    ReportLab's own stream lacks the line end before ``endstream`` that ISO 19005-2 6.1.7.1 demands.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str = "") -> None:
        self._data = zlib.compress(data)
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The stream as bytes of the file."""
        head = f"<< {self._entries} /Filter /FlateDecode /Length {len(self._data)} >>\nstream\n"
        return head.encode("ascii") + self._data + b"\nendstream"

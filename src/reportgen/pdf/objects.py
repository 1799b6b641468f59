"""The few PDF objects ReportLab does not write the way an archive wants them."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

from reportgen.memory import NOTHING_KEPT, Memory


def indirect(entries: Mapping[str, object]) -> PDFDictionary:
    """A dictionary that other objects refer to; ReportLab asks only whether it has the attribute."""
    dictionary = PDFDictionary(dict(entries))
    dictionary.__RefOnly__ = None
    return dictionary


class Stream(PDFObject):  # type: ignore[misc]
    """A stream; ``entries`` are the entries of its dictionary but for its length, ready to write.

    ReportLab's own stream lacks the line end before ``endstream`` that ISO 19005-2 6.1.7.1 demands.
    """

    __RefOnly__ = None

    def __init__(self, data: bytes, entries: str) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The stream as bytes of the file."""
        head = f"<< {self._entries} /Length {len(self._data)} >>\nstream\n"
        return head.encode("ascii") + self._data + b"\nendstream"


class FlateStream(Stream):
    """A compressed stream."""

    def __init__(self, data: bytes, entries: str = "", memory: Memory = NOTHING_KEPT) -> None:
        compressed = memory.recall(("deflated", data), lambda: zlib.compress(data))
        super().__init__(compressed, f"{entries} /Filter /FlateDecode".strip())

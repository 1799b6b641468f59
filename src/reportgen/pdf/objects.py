"""The objects of a PDF that ReportLab does not write the way an archive wants them, or not fast enough."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

from reportgen.memory import NOTHING_KEPT, Memory


def indirect(entries: Mapping[str, object]) -> PDFDictionary:
    """A dictionary that other objects refer to; ReportLab asks only whether it has the attribute."""
    dictionary = PDFDictionary(dict(entries))
    dictionary.__RefOnly__ = None
    return dictionary


def number_of(document: PDFDocument, made: PDFObject) -> int:
    """The number of an object of ReportLab's, which gives it one where it has none."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(made).name][0]
    return number


def text_string(text: str) -> str:
    """A text as PDF writes it (ISO 32000-1 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class ReadyObjects:
    """Objects that are text already. They are numbered in one row with those of ReportLab, and cost it nothing."""

    def __init__(self, document: PDFDocument) -> None:
        self.texts: dict[int, bytes] = {}
        self._document = document

    def number(self) -> int:
        """The number of an object that is still to be added."""
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def give_back(self, number: int) -> None:
        """Takes back the number that was given last: its object is not wanted."""
        assert number == self._document.objectcounter
        self._document.objectcounter -= 1

    def add(self, number: int, text: str) -> None:
        """Adds an object under its number."""
        self.texts[number] = text.encode("ascii")


class Stream(PDFObject):  # type: ignore[misc]
    """A stream; ``entries`` are the entries of its dictionary but for its length, ready to write.

    ReportLab's own stream lacks the line end before ``endstream`` that ISO 19005-2 6.1.7.1 demands.
    """

    __RefOnly__ = None

    def __init__(self, data: bytes, entries: str) -> None:
        self._data = data
        self._entries = entries

    def format(self, document: PDFDocument | None = None) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The stream as bytes of the file."""
        head = f"<< {self._entries} /Length {len(self._data)} >>\nstream\n"
        return head.encode("ascii") + self._data + b"\nendstream"


class FlateStream(Stream):
    """A compressed stream."""

    def __init__(self, data: bytes, entries: str = "", memory: Memory = NOTHING_KEPT) -> None:
        compressed = memory.recall(("deflated", data), lambda: zlib.compress(data))
        super().__init__(compressed, f"{entries} /Filter /FlateDecode".strip())

"""The objects of a PDF as the bytes of its file.

Everything but streams is gathered in compressed ones (ISO 32000-1 7.5.7), and the table of where things are is one too
(7.5.8), as PDF/A-2 and later allow. ReportLab writes every object by itself and in the clear: two thirds of a long
report.
"""

import struct
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFDocument

from reportgen.pdf.objects import FlateStream, ReadyObjects, Stream, number_of

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and bytes beyond ASCII, which say that the file is no text (ISO 19005-2 6.1.2)."""

_SHARE = 256
"""Objects of one stream; a reader unpacks all of them for one."""

_ALONE, _SHARED = 1, 2
"""How an object is found: by its offset in the file, or by a stream and its number in it (ISO 32000-1 table 18)."""


def assemble(document: PDFDocument, ready: ReadyObjects, identifier: str) -> bytes:
    """The file of ReportLab's objects and of those that are ready.

    ``identifier``: hexadecimal digits that no other file has.
    """
    catalog, info = number_of(document, document.Catalog), number_of(document, document.info)
    file = _File()
    number = 0
    while number < document.objectcounter:  # grows: objects number those they refer to when they are written
        number += 1
        if number in ready.texts:
            file.share(number, ready.texts[number])
            continue
        made = document.idToObject[document.numberToId[number]]
        (file.add if isinstance(made, Stream) else file.share)(number, made.format(document))
    file.add_shared(number + 1)
    return file.close(f"/Root {catalog} 0 R /Info {info} 0 R /ID [<{identifier}> <{identifier}>]")


class _File:
    """The bytes of a file, and where in them its objects are."""

    def __init__(self) -> None:
        self._chunks = [_HEAD]
        self._size = len(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._shared: list[tuple[int, bytes]] = []

    def add(self, number: int, content: bytes) -> None:
        """Adds an object by itself."""
        self._places[number] = _ALONE, self._size, 0
        chunk = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        self._chunks.append(chunk)
        self._size += len(chunk)

    def share(self, number: int, content: bytes) -> None:
        """Keeps an object for a stream with others."""
        self._shared.append((number, content))

    def add_shared(self, number: int) -> None:
        """Adds the streams of those that were kept, under numbers from ``number`` on."""
        for stream, start in enumerate(range(0, len(self._shared), _SHARE), number):
            objects = self._shared[start : start + _SHARE]
            offsets = accumulate((len(content) + 1 for _, content in objects), initial=0)
            index = b"".join(b"%d %d " % (each, offset) for (each, _), offset in zip(objects, offsets, strict=False))
            entries = f"/Type /ObjStm /N {len(objects)} /First {len(index)}"
            self.add(stream, FlateStream(index + b"\n".join(content for _, content in objects), entries).format())
            self._places |= {each: (_SHARED, stream, place) for place, (each, _) in enumerate(objects)}

    def close(self, trailer: str) -> bytes:
        """Adds the table of all objects; the bytes of the file."""
        start, number = self._size, len(self._places) + 1
        self._places[number] = _ALONE, start, 0
        rows = [(0, 0, 0xFFFF), *(self._places[each] for each in range(1, number + 1))]
        table = _less_row_above(b"".join(struct.pack(">BIH", *row) for row in rows), 7)
        entries = f"/Type /XRef /Size {number + 1} /W [1 4 2] /DecodeParms << /Predictor 12 /Columns 7 >> {trailer}"
        self.add(number, FlateStream(table, entries).format())
        return b"".join([*self._chunks, b"startxref\n%d\n%%%%EOF\n" % start])


def _less_row_above(table: bytes, columns: int) -> bytes:
    """The rows of a table as what each adds to the one above it (ISO 32000-1 7.4.4.4): a twentieth when compressed."""
    added = bytes([(byte - above) & 0xFF for byte, above in zip(table, bytes(columns) + table, strict=False)])
    return b"".join([b"\2" + added[start : start + columns] for start in range(0, len(added), columns)])

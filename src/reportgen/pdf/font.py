"""A face in a PDF: a composite font with a code for every character a page shows, embedded as a subset.

Several characters share one glyph in Noto (· and •, space and U+00A0), so a code names a glyph and its text together,
and a CMap of our own leads from codes to glyphs: text copied from the page is the text of the source, exactly.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName

from reportgen.fonts import DASH, Face, ScriptGlyphs, Subset, subset_face
from reportgen.pdf.objects import FlateStream, indirect

_CMAP_BLOCK = 100
"""Entries one block of a CMap may hold (Adobe Technical Note 5014)."""

_SYSTEM = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
_SYSTEM_IN_CMAP = (
    "/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def"
)
_SYMBOLIC = 4
"""The font descriptor flag of faces with characters beyond Latin (ISO 32000-1 table 123)."""


class PdfFont:
    """One face of one PDF. ReportLab calls ``addObjects`` when all pages are drawn."""

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}
        self._encoders: dict[int, _Encoder] = {}

    def encode(self, text: str, setting: ScriptGlyphs) -> str:
        """The codes of a text in a setting of this face, in hexadecimal."""
        encoder = self._encoders.get(id(setting))
        if encoder is None:
            encoder = self._encoders[id(setting)] = _Encoder(self._codes, setting)
        if setting.joins_dash and DASH in text:
            return encoder[DASH].join(self._plain(part, encoder) for part in text.split(DASH))
        return self._plain(text, encoder)

    def _plain(self, text: str, encoder: "_Encoder") -> str:
        return "".join(map(encoder.__getitem__, text))

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802 - ReportLab calls it so
        """Adds the font with its subset, widths and CMaps to the document."""
        subset = subset_face(self._face, {glyph for glyph, _ in self._codes})
        tag = _tag(subset.data)
        base = f"{tag}+{_base_name(self._face)}"
        cids = {code: subset.numbers[glyph] for (glyph, _), code in self._codes.items()}
        texts = {code: text for (_, text), code in self._codes.items()}
        descendant = _descendant(base, subset)
        font = indirect(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": FlateStream(_code_map(f"{tag}-H", cids), f"/Type /CMap /CMapName /{tag}-H {_SYSTEM}"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": FlateStream(_unicode_map(texts)),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)


class _Encoder(dict[str, str]):
    """Codes in hexadecimal by character, given out as characters are met."""

    def __init__(self, codes: dict[tuple[int, str], int], setting: ScriptGlyphs) -> None:
        super().__init__()
        self._codes = codes
        self._glyphs = setting.glyphs

    def __missing__(self, text: str) -> str:
        code = self._codes.setdefault((self._glyphs[text], text), len(self._codes) + 1)
        self[text] = f"{code:04X}"
        return self[text]


def _tag(data: bytes) -> str:
    """Six capital letters that name a subset (ISO 32000-1 9.6.4), from its bytes, so that they repeat."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters


def _base_name(face: Face) -> str:
    """The PostScript name of a face, in the characters one may have; of a variable one, its family and the weight.

    As Adobe Technical Note 5902 names instances.
    """
    name = re.sub(r"[^A-Za-z0-9_.-]", "", face.file.postscript) or "Font"
    return name if face.weight is None else f"{name.split('-')[0]}_{face.weight}wght"


def _descendant(base: str, subset: Subset) -> PDFDictionary:
    """The font itself, by glyph numbers (ISO 32000-1 9.7.4)."""
    descendant = indirect(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if subset.kind == "cff" else "CIDFontType2"),
            "BaseFont": PDFName(base),
            "CIDSystemInfo": PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
            "FontDescriptor": _descriptor(base, subset),
            "DW": 1000,
            "W": _widths(subset),
        }
    )
    if subset.kind == "truetype":
        descendant.dict["CIDToGIDMap"] = PDFName("Identity")
    return descendant


def _descriptor(base: str, subset: Subset) -> PDFDictionary:
    if subset.kind == "cff":
        program = {"FontFile3": FlateStream(subset.data, "/Subtype /CIDFontType0C")}
    else:
        program = {"FontFile2": FlateStream(subset.data, f"/Length1 {len(subset.data)}")}
    return indirect(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([0, subset.descent, 1000, subset.ascent]),
            "ItalicAngle": 0,
            "Ascent": subset.ascent,
            "Descent": subset.descent,
            "CapHeight": subset.cap_height,
            "StemV": subset.stem,
            **program,
        }
    )


def _widths(subset: Subset) -> PDFArray:
    """The widths that are not 1000, by glyph number, as runs (ISO 32000-1 9.7.4.3)."""
    entries: list[object] = []
    run: list[float] = []
    for number, advance in enumerate((*subset.advances, 1000)):
        if advance != 1000:
            run.append(advance)
        elif run:
            entries += [number - len(run), PDFArray(run)]
            run = []
    return PDFArray(entries)


def _code_map(name: str, cids: dict[int, int]) -> bytes:
    """The CMap from codes to glyph numbers."""
    lines = [*_head(name, "/WMode 0 def"), *_blocks("cid", (f"<{code:04X}> {cids[code]}" for code in sorted(cids)))]
    return "\n".join([*lines, *_TAIL]).encode("ascii")


def _unicode_map(texts: dict[int, str]) -> bytes:
    """The CMap from codes to the text they stand for."""
    entries = (f"<{code:04X}> <{texts[code].encode('utf-16-be').hex().upper()}>" for code in sorted(texts))
    return "\n".join([*_head("Adobe-Identity-UCS", "/CMapType 2 def"), *_blocks("bf", entries), *_TAIL]).encode("ascii")


def _head(name: str, kind: str) -> tuple[str, ...]:
    return (
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin begincmap",
        _SYSTEM_IN_CMAP,
        f"/CMapName /{name} def",
        kind,
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    )


_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end end")


def _blocks(kind: str, entries: Iterable[str]) -> Iterator[str]:
    waiting = list(entries)
    for start in range(0, len(waiting), _CMAP_BLOCK):
        block = waiting[start : start + _CMAP_BLOCK]
        yield f"{len(block)} begin{kind}char"
        yield from block
        yield f"end{kind}char"

"""A face in a PDF: composite fonts of its glyphs, embedded as subsets, whose codes are the numbers of the glyphs.

That is the encoding every reader knows (Identity-H). A code has one text there, while several characters share one
glyph in Noto (· and •, space and U+00A0): each text beyond the first is shown in one more font of the same face, so
text copied from the page is the text of the source, exactly.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from operator import itemgetter

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName

from reportgen.fonts import DASH, Face, ScriptGlyphs, Subset, subset_face
from reportgen.memory import Memory
from reportgen.pdf.objects import FlateStream, indirect

_CMAP_BLOCK = 100
"""Entries one block of a CMap may hold (Adobe Technical Note 5014)."""

_SYMBOLIC = 4
"""The font descriptor flag of faces with characters beyond Latin (ISO 32000-1 table 123)."""


class _Subfont(Struct, frozen=True):
    """A font of the PDF: a subset of a face, and the text of each of its glyphs, by the number in the subset."""

    name: str
    subset: Subset
    texts: dict[int, str]


class PdfFont:
    """One face of one PDF.

    ``shown`` is all that pages show in each setting of the face: characters, and whole dashes (see ``units``). The
    ``memory`` keeps subsets.

    Raises:
        FontDamagedError: the glyphs cannot be taken from the file.

    """

    def __init__(self, face: Face, name: str, shown: Mapping[ScriptGlyphs, Collection[str]], memory: Memory) -> None:
        self.name = name
        self._face = face
        self._memory = memory
        self._subfonts = tuple(_subfonts(face, name, shown, memory))
        self._codes = {setting: self._codes_of(setting, texts) for setting, texts in shown.items()}
        self._elsewhere = {setting: self._texts_elsewhere(codes) for setting, codes in self._codes.items()}
        self._digits = {
            setting: {text: code for text, (_, code) in codes.items()} for setting, codes in self._codes.items()
        }

    def _codes_of(self, setting: ScriptGlyphs, texts: Collection[str]) -> dict[str, tuple[str, str]]:
        """The font and the code, in hexadecimal, of each text of a setting."""
        codes: dict[str, tuple[str, str]] = {}
        for text in texts:
            for font in self._subfonts:
                number = font.subset.numbers.get(setting.glyphs[text])
                if number is not None and font.texts[number] == text:
                    codes[text] = font.name, f"{number:04X}"
        return codes

    def _texts_elsewhere(self, codes: Mapping[str, tuple[str, str]]) -> frozenset[str]:
        """The texts of a setting that further fonts of the face show."""
        return frozenset(text for text, (name, _) in codes.items() if name != self.name)

    def show(self, text: str, setting: ScriptGlyphs, size: float) -> str:
        """The operators that show a text; this font is selected before and after them, at a size in points."""
        if not text:
            return ""
        shown, elsewhere = units(text, setting), self._elsewhere[setting]
        if not elsewhere or elsewhere.isdisjoint(shown):
            return f"<{''.join(map(self._digits[setting].__getitem__, shown))}> Tj "
        codes = self._codes[setting]
        operators = ""
        for name, run in groupby((codes[unit] for unit in shown), key=itemgetter(0)):
            string = f"<{''.join(code for _, code in run)}> Tj "
            operators += string if name == self.name else f"/{name} {size:.3f} Tf {string}/{self.name} {size:.3f} Tf "
        return operators

    def add_objects(self, document: PDFDocument) -> None:
        """Adds the fonts with their subsets, widths and texts to the document."""
        for font in self._subfonts:
            base = f"{_tag(font.subset.data)}+{_base_name(self._face)}"
            descendant = _descendant(base, font.subset, self._memory)
            composite = indirect(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": PDFName(base),
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.Reference(descendant)]),
                    "ToUnicode": FlateStream(_unicode_map(font.texts), memory=self._memory),
                }
            )
            document.idToObject["BasicFonts"].dict[font.name] = document.Reference(composite)


def units(text: str, setting: ScriptGlyphs) -> Sequence[str]:
    """What has a glyph each: characters, and whole dashes where the face draws them as one."""
    if not setting.joins_dash or DASH not in text:
        return text
    first, *others = text.split(DASH)
    return [*first, *chain.from_iterable((DASH, *other) for other in others)]


def _subfonts(
    face: Face, name: str, shown: Mapping[ScriptGlyphs, Collection[str]], memory: Memory
) -> Iterator[_Subfont]:
    """The font with the first text of each glyph, and those with a further one of glyphs that have several."""
    texts: dict[int, set[str]] = defaultdict(set)
    for setting, of_setting in shown.items():
        for text in of_setting:
            texts[setting.glyphs[text]].add(text)
    for rank in range(max(map(len, texts.values()))):
        glyphs = {glyph: sorted(several)[rank] for glyph, several in texts.items() if len(several) > rank}
        subset = memory.recall(("subset", face, frozenset(glyphs)), partial(subset_face, face, glyphs))
        named = {subset.numbers[glyph]: text for glyph, text in glyphs.items()}
        yield _Subfont(f"{name}-{rank}" if rank else name, subset, named)


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


def _descendant(base: str, subset: Subset, memory: Memory) -> PDFDictionary:
    """The font itself, by glyph numbers (ISO 32000-1 9.7.4)."""
    descendant = indirect(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if subset.kind == "cff" else "CIDFontType2"),
            "BaseFont": PDFName(base),
            "CIDSystemInfo": PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
            "FontDescriptor": _descriptor(base, subset, memory),
            "DW": 1000,
            "W": _widths(subset),
        }
    )
    if subset.kind == "truetype":
        descendant.dict["CIDToGIDMap"] = PDFName("Identity")
    return descendant


def _descriptor(base: str, subset: Subset, memory: Memory) -> PDFDictionary:
    if subset.kind == "cff":
        program = {"FontFile3": FlateStream(subset.data, "/Subtype /CIDFontType0C", memory)}
    else:
        program = {"FontFile2": FlateStream(subset.data, f"/Length1 {len(subset.data)}", memory)}
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


def _unicode_map(texts: dict[int, str]) -> bytes:
    """The CMap from codes to the text they stand for."""
    entries = [f"<{code:04X}> <{texts[code].encode('utf-16-be').hex().upper()}>" for code in sorted(texts)]
    blocks: list[str] = []
    for start in range(0, len(entries), _CMAP_BLOCK):
        block = entries[start : start + _CMAP_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*_CMAP_HEAD, *blocks, *_CMAP_TAIL]).encode("ascii")


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin begincmap",
    "/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (UCS) def /Supplement 0 def end def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange <0000> <FFFF> endcodespacerange",
)
_CMAP_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end end")

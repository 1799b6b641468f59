"""One face: its characters and their widths."""

from collections.abc import Mapping
from functools import cached_property

import uharfbuzz

from reportgen.fonts.font_files import REGULAR, FaceFile
from reportgen.text.characters import SHARED_MARKS, SMALL_FIGURES

EM_TOP = 0.88
"""Height of the Han em box above the baseline, in em; the other 0.12 lie below (OpenType ``ideo`` baseline).

The same for all faces, since faces on one line share its baseline; older TrueType faces draw some 0.02 em lower.
"""

DASH = "——"
"""The Chinese dash: two code points, one glyph of 2 em in the faces that draw it joined (T26)."""

MISSING = 0
"""The glyph that every font shows for characters it lacks."""

_FULL_MARKS = frozenset("“”‘’—…")
"""The shared marks that take one em in Chinese; · takes half an em (GB/T 15834 5.1.7)."""

_FULL = 0.9
"""em; a mark of at least this width counts as full-width."""

_SAMPLES = 64
"""How many glyphs of a face are looked at, evenly spread."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters of other scripts that are blank by design."""


class Face:
    """A face for measuring and for subsetting, opened at its first use.

    ``han`` and ``latin`` differ in the glyphs of the marks both scripts share, “ ” ‘ ’ — … · (T33). ``weight`` is the
    weight that a variable font is pinned to, None for any other font.
    """

    def __init__(self, file: FaceFile, weight: int | None = None) -> None:
        self.file = file
        self.name = file.name
        self.weight = _pinned(file, weight)
        self._covered: set[str] = set()

    @cached_property
    def hb_face(self) -> uharfbuzz.Face:
        """The HarfBuzz face."""
        return uharfbuzz.Face(self.file.content.blob, self.file.index)

    @cached_property
    def hb_font(self) -> uharfbuzz.Font:
        """The HarfBuzz font at the face's own units, a variable one at its pinned weight."""
        font = uharfbuzz.Font(self.hb_face)
        if self.weight is not None:
            font.set_variations({"wght": self.weight})
        return font

    @cached_property
    def units(self) -> int:
        """Units to the em."""
        return int(self.hb_face.upem)

    @cached_property
    def han(self) -> "ScriptGlyphs":
        """Its glyphs in Chinese text."""
        return ScriptGlyphs(self, _shared_glyphs(self, "zh-Hans", {}))

    @cached_property
    def latin(self) -> "ScriptGlyphs":
        """Its glyphs in Latin text."""
        return ScriptGlyphs(self, _shared_glyphs(self, "en", {"pwid": True}))

    @cached_property
    def small_figures(self) -> "ScriptGlyphs":
        """Its figures as superscripts and subscripts, to be set in a smaller size."""
        return ScriptGlyphs(self, {small: self.han.glyphs[figure] for small, figure in SMALL_FIGURES.items()})

    @cached_property
    def narrow(self) -> frozenset[str]:
        """The marks it has, but narrower than Chinese text needs them."""
        return frozenset(mark for mark in _FULL_MARKS if self._has(mark) and self.han.advances[mark] < _FULL)

    @cached_property
    def draws(self) -> bool:
        """Whether any of a sample of glyphs has an outline; if none has, the table of outlines is damaged.

        Our own files are sound, and not read before they print.
        """
        if self.file.trusted:
            return True
        count = self.hb_face.glyph_count
        return any(self._draws(count * each // _SAMPLES) for each in range(1, _SAMPLES))

    def lacking(self, text: str) -> set[str]:
        """The characters of a text for which the face has no glyph or an empty one."""
        if all(map(self._covered.__contains__, text)):  # a third of the time that the set of its characters takes
            return set()
        unknown = set(text) - self._covered
        lacking = {character for character in unknown if not self._has(character)}
        self._covered |= unknown - lacking
        return lacking

    def _has(self, character: str) -> bool:
        """Whether a character prints. Some faces have empty glyphs; the bundled ones have none."""
        glyph = self.han.glyphs[character]
        if glyph == MISSING or self.file.trusted:
            return glyph != MISSING
        return self._draws(glyph) or not character.isprintable() or character.isspace() or character in _BLANK

    def _draws(self, glyph: int) -> bool:
        extents = self.hb_font.get_glyph_extents(glyph)
        return extents is not None and bool(extents.width and extents.height)


class ScriptGlyphs:
    """The glyphs and advances of a face in Han or in Latin text, each character looked up once.

    ``glyphs`` and ``advances`` fill themselves; ``advances[character]`` is in em. ``joins_dash``: ``glyphs[DASH]`` is
    one glyph for both halves of a dash.
    """

    def __init__(self, face: Face, shared: dict[str, int]) -> None:
        self.face = face
        self.joins_dash = shared.get(DASH, MISSING) != MISSING
        self.glyphs = _Glyphs(face.hb_font, shared)
        self.advances = _Advances(face, self.glyphs)
        self._widths: dict[float, _Widths] = {}

    def widths(self, size: float) -> Mapping[str, float]:
        """The advances in points at a size, each worked out once."""
        widths = self._widths.get(size)
        if widths is None:
            widths = self._widths[size] = _Widths(self.advances, size)
        return widths


class _Glyphs(dict[str, int]):
    def __init__(self, font: uharfbuzz.Font, shared: dict[str, int]) -> None:
        super().__init__(shared)
        self._font = font

    def __missing__(self, character: str) -> int:
        glyph = self._font.get_nominal_glyph(ord(character)) or MISSING
        self[character] = glyph
        return glyph


class _Advances(dict[str, float]):
    def __init__(self, face: Face, glyphs: _Glyphs) -> None:
        super().__init__()
        self._font = face.hb_font
        self._units = face.units
        self._glyphs = glyphs

    def __missing__(self, character: str) -> float:
        advance: float = self._font.get_glyph_h_advance(self._glyphs[character]) / self._units
        self[character] = advance
        return advance


class _Widths(dict[str, float]):
    def __init__(self, advances: _Advances, size: float) -> None:
        super().__init__()
        self._advances = advances
        self._size = size

    def __missing__(self, character: str) -> float:
        width = self[character] = self._advances[character] * self._size
        return width


def _pinned(file: FaceFile, weight: int | None) -> int | None:
    """The weight that a variable font is pinned to: the nearest it has to the one asked for, else to regular."""
    if file.weights is None:
        return None
    least, most = file.weights
    return round(min(max(weight or REGULAR, least), most))


def _shared_glyphs(face: Face, language: str, features: dict[str, bool]) -> dict[str, int]:
    """The glyphs of the shared marks in a language, and of the dash where it is one glyph.

    In Chinese, the full-width form of a narrow mark is taken where the font has one (T33).
    """
    font, chinese = face.hb_font, language == "zh-Hans"
    glyphs: dict[str, int] = {}
    for mark in (*SHARED_MARKS, DASH):
        glyph = _shaped(font, mark, language, features)
        if glyph is None:
            continue
        if chinese and mark in _FULL_MARKS and font.get_glyph_h_advance(glyph) < _FULL * face.units:
            wide = _shaped(font, mark, language, {"fwid": True})
            if wide is not None and font.get_glyph_h_advance(wide) >= _FULL * face.units:
                glyph = wide
        glyphs[mark] = glyph
    return glyphs


def _shaped(font: uharfbuzz.Font, text: str, language: str, features: dict[str, bool]) -> int | None:
    """The glyph for a text, None where it takes several."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Hani" if language == "zh-Hans" else "Latn", language
    uharfbuzz.shape(font, buffer, features)
    return int(buffer.glyph_infos[0].codepoint) if len(buffer.glyph_infos) == 1 else None

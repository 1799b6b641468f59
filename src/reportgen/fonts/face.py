"""One font file: which characters it has and how wide they are."""

from pathlib import Path

import uharfbuzz

from reportgen.characters import SHARED_MARKS

EM_TOP = 0.88
"""Height of the Han em box above the baseline, in em; the other 0.12 lie below (OpenType ``ideo`` baseline)."""

DASH = "——"
"""The Chinese dash: two code points, one glyph of 2 em in the faces that draw it joined (T26)."""

MISSING = 0
"""The glyph every font shows where it lacks a character."""


class Face:
    """A face opened for measuring and for subsetting.

    ``han`` and ``latin`` are its two settings: they differ in the marks both scripts share, “ ” ‘ ’ — … · (T33).
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self.hb_face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self.hb_font = uharfbuzz.Font(self.hb_face)
        self.units = self.hb_face.upem
        self._covered: set[str] = set()
        self.han = Setting(self, _shared_glyphs(self.hb_font, "zh-Hans", {}))
        self.latin = Setting(self, _shared_glyphs(self.hb_font, "en", {"pwid": True}))

    def lacking(self, text: str) -> set[str]:
        """The characters of a text that the face has no glyph for."""
        unknown = set(text) - self._covered
        if unknown:
            lacking = {character for character in unknown if self.han.glyphs[character] == MISSING}
            self._covered |= unknown - lacking
            return lacking
        return unknown


class Setting:
    """The glyphs and advances of a face in Han or in Latin text, looked up once a character.

    ``glyphs`` and ``advances`` fill themselves: ``advances[character]`` is in em. ``joins_dash`` tells whether
    ``glyphs[DASH]`` stands for two dashes at once.
    """

    def __init__(self, face: Face, shared: dict[str, int]) -> None:
        self.face = face
        self.joins_dash = shared.get(DASH, MISSING) != MISSING
        self.glyphs = _Glyphs(face.hb_font, shared)
        self.advances = _Advances(face, self.glyphs)


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


def _shared_glyphs(font: uharfbuzz.Font, language: str, features: dict[str, bool]) -> dict[str, int]:
    """The glyphs of the shared marks, and of the dash where it is one glyph, as the font sets them in a language."""
    glyphs: dict[str, int] = {}
    for mark in (*SHARED_MARKS, DASH):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(mark)
        buffer.direction, buffer.script, buffer.language = "ltr", "Hani" if language == "zh-Hans" else "Latn", language
        uharfbuzz.shape(font, buffer, features)
        if len(buffer.glyph_infos) == 1:
            glyphs[mark] = buffer.glyph_infos[0].codepoint
    return glyphs

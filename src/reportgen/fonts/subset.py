"""The part of a face that a document uses, as a bare CFF table."""

from collections.abc import Iterable

import uharfbuzz
from msgspec import Struct

from reportgen.fonts.face import Face

_USUAL_STEM = 80
"""1/1000 em; what a font descriptor needs and a CFF face of this kind does not tell (ISO 32000-1 table 122)."""

_KEPT_TABLES = ("CFF ", "head", "hhea", "hmtx", "maxp")


class Subset(Struct, frozen=True):
    """An OpenType CFF table whose character identifiers are its glyph numbers.

    ``numbers`` gives the new number of every old glyph; ``advances`` the widths by new number; these and the
    measures of the face are in 1/1000 em. ``stem`` is the usual thickness of an upright stroke.
    """

    data: bytes
    numbers: dict[int, int]
    advances: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    stem: int


def subset_face(face: Face, glyphs: Iterable[int]) -> Subset:
    """The subset of a CFF face that has the given glyphs.

    Raises:
        RuntimeError: HarfBuzz cannot subset the file.

    """
    used = sorted({0, *glyphs})
    wanted = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).set(set(used))
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    kept = {_tag(name) for name in _KEPT_TABLES}
    dropped.set({_tag(name) for name in face.hb_face.table_tags} - kept)
    small = uharfbuzz.subset(face.hb_face, wanted)
    font = uharfbuzz.Font(small)
    scale = 1000 / face.units
    extents = face.hb_font.get_font_extents("ltr")
    return Subset(
        data=bytes(small.reference_table("CFF ").data),
        numbers={glyph: number for number, glyph in enumerate(used)},
        advances=tuple(round(font.get_glyph_h_advance(number) * scale) for number in range(len(used))),
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        cap_height=round(face.hb_font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT) * scale),
        stem=_USUAL_STEM,
    )


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")

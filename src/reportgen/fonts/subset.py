"""The part of a face that a document uses, in the form that a PDF embeds: a bare CFF table or a TrueType file."""

from collections.abc import Iterable
from typing import Literal

import uharfbuzz
from msgspec import Struct

from reportgen.fonts.face import Face

_USUAL_STEM = 80
"""1/1000 em; font descriptors need it, but these faces do not have it (ISO 32000-1 table 122)."""

_KEPT = frozenset(("CFF ", "CFF2", "glyf", "loca", "head", "hhea", "hmtx", "maxp"))
"""What the subset has; its outlines and widths are pinned by tables it does not have."""


class FontDamagedError(Exception):
    """A font file with damaged tables; ``face`` is the face that was needed."""

    def __init__(self, face: Face) -> None:
        super().__init__(face.file.shown)
        self.face = face


class Subset(Struct, frozen=True):
    """A font whose character identifiers are its glyph numbers.

    ``data`` is an OpenType CFF table or, for ``truetype``, a whole file. ``numbers`` maps old glyph numbers to new
    ones; ``advances`` are widths by new number. They and the other measures are in 1/1000 em. ``stem`` is the usual
    thickness of a vertical stroke.
    """

    kind: Literal["cff", "truetype"]
    data: bytes
    numbers: dict[int, int]
    advances: tuple[float, ...]
    ascent: int
    descent: int
    cap_height: int
    stem: int


def subset_face(face: Face, glyphs: Iterable[int]) -> Subset:
    """The subset of a face with the given glyphs, a variable font at its pinned weight.

    Raises:
        FontDamagedError: HarfBuzz cannot make the subset.

    """
    used = sorted({0, *glyphs})
    kind: Literal["cff", "truetype"] = "truetype" if "glyf" in face.hb_face.table_tags else "cff"
    small, numbers = _small_face(face, used)
    data = bytes((small.blob if kind == "truetype" else small.reference_table("CFF ")).data)
    if not data or not numbers.keys() >= set(used):
        raise FontDamagedError(face)
    font = uharfbuzz.Font(small)
    scale = 1000 / face.units
    extents = face.hb_font.get_font_extents("ltr")
    return Subset(
        kind=kind,
        data=data,
        numbers=numbers,
        advances=tuple(_rounded(font.get_glyph_h_advance(number) * scale) for number in range(small.glyph_count)),
        ascent=round(extents.ascender * scale),
        descent=round(extents.descender * scale),
        cap_height=round(face.hb_font.get_metric_position_with_fallback(uharfbuzz.OTMetricsTag.CAP_HEIGHT) * scale),
        stem=_USUAL_STEM,
    )


def _small_face(face: Face, used: list[int]) -> tuple[uharfbuzz.Face, dict[int, int]]:
    """The subset as a face, and the new numbers of its glyphs, including the parts of composite TrueType glyphs."""
    subset_input = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    subset_input.flags = flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    subset_input.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).set(set(used))
    if "CFF2" in face.hb_face.table_tags:  # PDF does not support CFF2
        subset_input.flags |= flags.DOWNGRADE_CFF2
    if face.weight is not None:
        subset_input.pin_all_axes_to_default(face.hb_face)
        if any(axis.tag == "wght" for axis in face.hb_face.axis_infos):
            subset_input.pin_axis_location(face.hb_face, "wght", face.weight)
    dropped = subset_input.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    dropped.set({_tag(name) for name in set(face.hb_face.table_tags) - _KEPT})
    try:
        plan = uharfbuzz.SubsetPlan(face.hb_face, subset_input)
        return plan.execute(), dict(plan.old_to_new_glyph_mapping)
    except (RuntimeError, uharfbuzz.HarfBuzzError):
        raise FontDamagedError(face) from None


def _rounded(advance: float) -> float:
    """An advance for a PDF: whole if it is, else to 1/1000 of its unit, or lines would drift."""
    return round(advance) if advance == round(advance) else round(advance, 3)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("latin-1"), "big")

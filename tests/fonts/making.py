"""Small fonts of every kind, made for one test from the outlines of the bundled serif."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict, Unpack

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from reportgen.fonts import Face, bundled_library

SAMPLE = "工作报告回顾提案全年征集办结委员甲乙丙丁一二三年月日“”‘’—…·，。：、（）0123456789.,%ABCabc -"
"""What the fonts have unless told otherwise."""

AXIS = ("wght", 100, 400, 900, "Weight")
_MADE = 3_800_000_000
"""Seconds from 1904: some day, always the same."""

WIDER = 100
"""1/1000 em; how much wider every glyph of a variable font is at its heaviest than at 400."""


class Description(TypedDict, total=False):
    """What a font says of itself."""

    name: str
    chinese: str
    style: str
    weight: int
    embedding: int
    licence: str


def _serif() -> Face:
    return Face(bundled_library().bundled[0])


def truetype(
    path: Path, characters: str = SAMPLE, *, units: int = 1000, blank: str = "", **description: Unpack[Description]
) -> Path:
    """A TrueType file; ``blank`` characters have glyphs with nothing in them."""
    _truetype(characters, units, blank, **description).save(path)
    return path


def collection(path: Path, *names: str) -> Path:
    """A collection of TrueType faces, the first with ASCII alone."""
    fonts = TTCollection()
    for number, name in enumerate(names):
        fonts.fonts.append(_truetype(SAMPLE if number else "ABC", 1000, "", name=name).font)
    fonts.save(path)
    return path


def variable_truetype(path: Path, characters: str = SAMPLE, name: str = "Test Variable") -> Path:
    """A TrueType file whose glyphs grow wider with their weight."""
    builder = _truetype(characters, 1000, "", name=name)
    builder.setupFvar([AXIS], [])
    variations = {}
    for glyph in builder.font.getGlyphOrder():
        points = len(builder.font["glyf"][glyph].getCoordinates(builder.font["glyf"])[0])
        deltas = [(0, 0)] * points + [(0, 0), (WIDER, 0), (0, 0), (0, 0)]
        variations[glyph] = [TupleVariation({"wght": (0, 1, 1)}, deltas)]
    builder.setupGvar(variations)
    builder.save(path)
    return path


def opentype(path: Path, characters: str = SAMPLE, name: str = "Test CFF") -> Path:
    """An OpenType file with a CFF table."""
    builder, order = _started(characters, 1000, is_truetype=False)
    serif = _serif()
    strings = {glyph: _empty().getCharString() for glyph in order}
    for character in characters:
        pen = T2CharStringPen(1000, None)
        serif.hb_font.draw_glyph_with_pen(serif.han.glyphs[character], pen)
        strings[_glyph_name(character)] = pen.getCharString()
    builder.setupCFF(name.replace(" ", ""), {"FullName": name}, strings, {})
    _finish(builder, characters, 1000, name=name)
    builder.save(path)
    return path


def variable_opentype(path: Path, characters: str = SAMPLE, name: str = "Test CFF2") -> Path:
    """An OpenType file with a CFF2 table: a box for every character, wider with its weight."""
    builder, order = _started(characters, 1000, is_truetype=False)
    box = [100, 0, "rmoveto", 500, WIDER, 1, "blend", "hlineto", 700, "vlineto", -500, -WIDER, 1, "blend", "hlineto"]
    strings = {glyph: T2CharString(program=[] if glyph in (".notdef", "u0020") else list(box)) for glyph in order}
    _finish(builder, characters, 1000, name=name)
    builder.setupFvar([AXIS], [])
    builder.setupCFF2(strings, regions=[{"wght": (0, 1, 1)}])
    builder.save(path)
    return path


def _truetype(characters: str, units: int, blank: str, **description: Unpack[Description]) -> FontBuilder:
    builder, order = _started(characters, units, is_truetype=True)
    serif = _serif()
    glyphs = {glyph: TTGlyphPen(None).glyph() for glyph in order}
    for character in set(characters) - set(blank):
        pen = TTGlyphPen(None)
        scale = units / 1000
        outline = TransformPen(Cu2QuPen(pen, 1, reverse_direction=True), (scale, 0, 0, scale, 0, 0))
        serif.hb_font.draw_glyph_with_pen(serif.han.glyphs[character], outline)
        glyphs[_glyph_name(character)] = pen.glyph()
    builder.setupGlyf(glyphs)
    _finish(builder, characters, units, **description)
    return builder


def _started(characters: Iterable[str], units: int, *, is_truetype: bool) -> tuple[FontBuilder, list[str]]:
    builder = FontBuilder(units, isTTF=is_truetype)
    order = [".notdef", *(_glyph_name(character) for character in dict.fromkeys(characters))]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(character): _glyph_name(character) for character in characters})
    return builder, order


def _finish(
    builder: FontBuilder,
    characters: Iterable[str],
    units: int,
    *,
    name: str = "Test Song",
    chinese: str = "",
    style: str = "Regular",
    weight: int = 400,
    embedding: int = 0,
    licence: str = "A licence. It goes on.",
) -> None:
    serif = _serif()
    metrics = {".notdef": (units, 0)}
    for character in characters:
        glyph = _glyph_name(character)
        left = getattr(builder.font["glyf"][glyph], "xMin", 0) if "glyf" in builder.font else 0
        metrics[glyph] = (round(serif.han.advances[character] * units), left)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=round(0.88 * units), descent=-round(0.12 * units))
    full = name if style == "Regular" else f"{name} {style}"

    def both(english: str, han: str) -> dict[str, str]:
        return {"en": english, "zh": han} if chinese else {"en": english}

    builder.setupNameTable(
        {
            "familyName": both(name, chinese),
            "styleName": {"en": style},
            "fullName": both(full, chinese),
            "psName": {"en": f"{name.replace(' ', '')}-{style}"},
            "licenseDescription": {"en": licence},
        },
        mac=False,
    )
    builder.setupOS2(usWeightClass=weight, fsType=embedding, sTypoAscender=round(0.88 * units))
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = _MADE
    builder.font.recalcTimestamp = False


def _glyph_name(character: str) -> str:
    return f"u{ord(character):04X}"


def _empty() -> T2CharStringPen:
    return T2CharStringPen(1000, None)

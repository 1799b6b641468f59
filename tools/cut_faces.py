"""Cuts the faces that come with the program out of Debian's fonts-noto-cjk, once a release of that package.

``python -m tools.cut_faces FONTS`` reads the collections of a folder, such as /usr/share/fonts/opentype/noto, and the
tables of Debian's unicode-data; it writes ``src/reportgen/fonts/faces/`` and prints what each face weighs.
"""

import argparse
import bz2
import sys
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

from reportgen.fonts.face import DASH
from reportgen.text.characters import SHARED_MARKS

FACES = Path(__file__).parent.parent / "src" / "reportgen" / "fonts" / "faces"
COLLECTIONS = {
    "NotoSerifSC-Regular": "NotoSerifCJK-Regular.ttc",
    "NotoSansSC-Regular": "NotoSansCJK-Regular.ttc",
    "NotoSerifSC-Bold": "NotoSerifCJK-Bold.ttc",
    "NotoSansSC-Bold": "NotoSansCJK-Bold.ttc",
}
SIMPLIFIED_CHINESE = 2
"""The place of its face in each collection."""

FEATURES = ("ccmp", "fwid", "locl", "pwid")
SCRIPTS: tuple[tuple[str, dict[str, bool]], ...] = (
    ("zh-Hans", {}),
    ("zh-Hans", {"fwid": True}),
    ("en", {"pwid": True}),
)
"""How layout asks for the glyphs of marks that Chinese and Latin text share."""

UNUSED = ("DSIG", "VORG", "vhea", "vmtx")
KEPT_NAMES = (0, 5, 7, 8, 9, 11, 13, 14)
"""Copyright, version, trademark, makers, licence (OpenType ``name``)."""

ENGLISH_FOR_WINDOWS = (3, 1, 0x409)
FURTHER = set(map(ord, "𰻝𰻞𱁬"))
"""Han in the names of dishes, which no source of Unihan counts as mainland."""

_HAN = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")


def main() -> int:
    """Cuts the four faces."""
    parser = argparse.ArgumentParser(description="Cuts the bundled faces out of Debian's fonts-noto-cjk.")
    parser.add_argument("fonts", type=Path, help="the folder of the collections")
    parser.add_argument("--unihan", type=Path, default=Path("/usr/share/unicode"), help="the folder of unicode-data")
    arguments = parser.parse_args()
    common = _common_han(arguments.unihan)
    mainland = FURTHER | _unihan(arguments.unihan / "Unihan_IRGSources.txt.bz2", "kIRG_GSource")
    for name, collection in COLLECTIONS.items():
        source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(arguments.fonts / collection)), SIMPLIFIED_CHINESE)
        kept = common if name.endswith("Bold") else mainland
        characters = {character for character in source.unicodes if _is_kept(character, kept, bold=kept is common)}
        (FACES / f"{name}.otf").write_bytes(_named(_cut(source, characters), name))
        size = (FACES / f"{name}.otf").stat().st_size
        print(f"{name}: {len(characters):,} characters, {size:,} bytes")
    return 0


def _is_kept(character: int, han: set[int], *, bold: bool) -> bool:
    """Whether a character goes into a face: Han as far as they are listed, no Hangul, everything else.

    A regular face has all Han of plane 0 as well, whatever country they are from.
    """
    name = unicodedata.name(chr(character), "")
    if name.startswith(_HAN):
        return character in han or (not bold and character < 0x10000)
    return not name.startswith("HANGUL")


def _common_han(folder: Path) -> set[int]:
    """The 8,105 characters of the 通用规范汉字表 and those of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    older = {ord(text) for pair in cells if (text := pair.decode("gb2312", "ignore"))}
    return older | _unihan(folder / "Unihan_OtherMappings.txt.bz2", "kTGH")


def _unihan(path: Path, field: str) -> set[int]:
    """The characters for which a table of the Unihan database has a field (UAX #38)."""
    with bz2.open(path, "rt", encoding="utf-8") as table:
        rows = (line.split("\t") for line in table if line.startswith("U+"))
        return {int(f"0x{row[0][2:]}", base=0) for row in rows if row[1] == field}


def _cut(source: uharfbuzz.Face, characters: set[int]) -> bytes:
    """The face with some characters, and the glyphs that the marks of both scripts have in Chinese and in Latin text.

    Without the forms for other languages and for vertical text, which would double it.
    """
    flags = uharfbuzz.SubsetFlags
    kept = uharfbuzz.SubsetInput()
    kept.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    kept.sets(uharfbuzz.SubsetInputSets.UNICODE).set(characters)
    kept.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).set(set(_glyphs_of_marks(source)))
    kept.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).set({_tag(name) for name in UNUSED})
    kept.sets(uharfbuzz.SubsetInputSets.NAME_ID).set(set(KEPT_NAMES))
    features = kept.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.set({_tag(name) for name in FEATURES})
    return bytes(uharfbuzz.SubsetPlan(source, kept).execute().blob.data)


def _named(content: bytes, postscript: str) -> bytes:
    """The font file with the names of the faces it stands for, in place of those of the collection."""
    family, _, style = postscript.partition("-")
    family = family.replace("Noto", "Noto ").replace("SC", " SC")
    texts = {1: family, 2: style, 3: f"{postscript}, cut", 4: f"{family} {style}", 6: postscript}
    with TTFont(BytesIO(content), recalcTimestamp=False) as font:
        names = font["name"]
        texts |= {number: text for number in KEPT_NAMES if (text := names.getDebugName(number))}
        names.names = []
        for number, text in sorted(texts.items()):
            names.setName(text, number, *ENGLISH_FOR_WINDOWS)
        written = BytesIO()
        font.save(written)
        return written.getvalue()


def _glyphs_of_marks(source: uharfbuzz.Face) -> Iterator[int]:
    font = uharfbuzz.Font(source)
    for text, (language, features) in product((*SHARED_MARKS, DASH), SCRIPTS):
        shaped = uharfbuzz.Buffer()
        shaped.add_str(text)
        shaped.direction, shaped.script, shaped.language = "ltr", "Hani" if language == "zh-Hans" else "Latn", language
        uharfbuzz.shape(font, shaped, features)
        yield from (info.codepoint for info in shaped.glyph_infos)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


if __name__ == "__main__":
    sys.exit(main())

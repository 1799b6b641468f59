"""Which names of a font file count, and how much of a file is believed."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from reportgen.fonts import FaceFile, FontContent, read_font_file
from tests.fonts.making import truetype, variable_truetype
from tests.fonts.test_files import described, faces_in

ENGLISH, FRENCH, CHINESE, SINGAPORE, TAIWAN = 0x409, 0x40C, 0x804, 0x1004, 0x404


def named(path: Path, names: list[tuple[int, int, str]]) -> FaceFile:
    """A face that has these names and no others: each with its number and language."""
    with TTFont(truetype(path, "甲")) as font:
        font["name"].names = []
        for number, language, name in names:
            font["name"].setName(name, number, 3, 1, language)
        font.save(path)
    return described(path)


def test_families_full_and_postscript_names_count_and_no_others(tmp_path: Path) -> None:
    """OpenType name: 1, 16 and 21 are families, 4, 6 and 18 names of the face."""
    face = named(tmp_path / "a.ttf", [(number, ENGLISH, f"N{number}") for number in range(26)])
    assert face.families == {"n1", "n16", "n21"}
    assert face.full_names == {"n4", "n6", "n18", "a"}
    assert (face.name, face.postscript) == ("N4", "N6")


def test_a_face_without_names_goes_by_that_of_its_file(tmp_path: Path) -> None:
    face = named(tmp_path / "Own Song.ttf", [(1, ENGLISH, "")])
    assert (face.name, face.postscript) == ("Own Song", "Own Song")
    assert not face.families
    assert face.full_names == {"ownsong"}


@pytest.mark.parametrize(
    ("languages", "shown"),
    [
        ((ENGLISH, CHINESE), CHINESE),
        ((ENGLISH, SINGAPORE), SINGAPORE),
        ((SINGAPORE, CHINESE), CHINESE),
        ((FRENCH, ENGLISH), ENGLISH),
        ((FRENCH,), FRENCH),
        ((TAIWAN, ENGLISH), ENGLISH),
    ],
)
def test_a_face_is_shown_by_its_chinese_name_else_the_english_else_any(
    languages: tuple[int, ...], shown: int, tmp_path: Path
) -> None:
    """Of the full names alone."""
    names = [(number, language, f"{number}-{language}") for number in (1, 4, 6) for language in languages]
    assert named(tmp_path / "a.ttf", names).name == f"4-{shown}"


def test_a_variable_font_without_weights_is_regular(tmp_path: Path) -> None:
    path = variable_truetype(tmp_path / "a.ttf", "甲")
    with TTFont(path) as font:
        font["fvar"].axes[0].axisTag = "wdth"
        font.save(path)
    assert described(path).weights == (400, 400)


class _Long(BytesIO):
    """A file that says it is so long, and holds less."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self._size = size

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._size if whence == 2 else super().seek(offset, whence)


def faces_of(content: bytes, size: int | None = None) -> int:
    """How many faces are read from a file of this content."""
    file = FontContent(Path("a.ttf"), lambda _: _Long(content, size or len(content)))
    return len(read_font_file(file, "a.ttf"))


def test_a_font_file_has_256_mb_at_most(tmp_path: Path) -> None:
    content = truetype(tmp_path / "a.ttf", "甲").read_bytes()
    assert [faces_of(content, 256 * 1024 * 1024 + more) for more in (0, 1)] == [1, 0]


def test_a_table_ends_where_the_file_ends_at_the_latest(tmp_path: Path) -> None:
    content = truetype(tmp_path / "a.ttf", "甲").read_bytes()
    records = range(12, 12 + 16 * int.from_bytes(content[4:6], "big"), 16)
    end = max(sum(int.from_bytes(content[at + each : at + each + 4], "big") for each in (8, 12)) for at in records)
    assert [faces_of(content, end), faces_of(content, end - 1)] == [1, 0]


@pytest.mark.parametrize(("more", "faces"), [(0, 1), (1, 0)])
def test_a_table_that_describes_a_face_has_16_mb_at_most(more: int, faces: int, tmp_path: Path) -> None:
    content = bytearray(truetype(tmp_path / "a.ttf", "甲").read_bytes())
    record = content.index(b"name")
    start, length = len(content), 16 * 1024 * 1024 + more
    own, size = (int.from_bytes(content[record + each : record + each + 4], "big") for each in (8, 12))
    content[record + 8 : record + 16] = start.to_bytes(4, "big") + length.to_bytes(4, "big")
    assert faces_of(bytes(content + content[own : own + size].ljust(length, b"\0"))) == faces


@pytest.mark.parametrize(("count", "faces"), [(256, 1), (257, 0)])
def test_a_face_has_256_tables_at_most(count: int, faces: int, tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲")
    with TTFont(path) as font:
        for number in range(count - len(font.reader.keys())):
            table = DefaultTable(f"x{number:03}")
            table.data = b"x"
            font[table.tableTag] = table
        font.save(path)
    assert len(faces_in(path)) == faces


@pytest.mark.parametrize(("count", "faces"), [(64, 64), (65, 0)])
def test_a_collection_has_64_faces_at_most(count: int, faces: int, tmp_path: Path) -> None:
    with TTFont(truetype(tmp_path / "a.ttf", "甲")) as font:
        fonts = TTCollection()
        fonts.fonts = [font] * count
        fonts.save(tmp_path / "a.ttc")
    assert [face.index for face in faces_in(tmp_path / "a.ttc")] == list(range(faces))

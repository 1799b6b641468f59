"""What font files say of themselves, and files that are none."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._n_a_m_e import makeName
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from reportgen.fonts import (
    EMBEDDABLE,
    Face,
    FaceFile,
    FontContent,
    FontDamagedError,
    bundled_library,
    font_files,
    read_font_file,
    subset_face,
)
from reportgen.fonts.font_files import MappedContent
from reportgen.workspace.reading import open_regular
from tests.fonts.making import AXIS, collection, opentype, truetype, variable_opentype, variable_truetype


def described(path: Path) -> FaceFile:
    """The only face of a file."""
    (face,) = faces_in(path)
    return face


def faces_in(path: Path) -> tuple[FaceFile, ...]:
    """The faces of a file."""
    return read_font_file(FontContent(path, open_regular), path.name)


def test_the_files_of_the_program_are_mapped_as_they_are() -> None:
    for face in bundled_library().bundled:
        assert bytes(face.content.blob.data) == face.content.path.read_bytes()


def test_a_file_of_the_program_that_is_gone_draws_nothing(tmp_path: Path) -> None:
    assert bytes(MappedContent(tmp_path / "gone.otf", open_regular).blob.data) == b""


def test_a_face_goes_by_every_name_it_has(tmp_path: Path) -> None:
    """English and Chinese, family, full and PostScript name, and what the file is called."""
    face = described(truetype(tmp_path / "FZTEST.TTF", name="Test Song", chinese="测试宋体"))
    assert face.name == "测试宋体"
    assert face.postscript == "TestSong-Regular"
    assert face.families | face.full_names == {"testsong", "测试宋体", "testsong-regular", "fztest"}
    assert (face.weight, face.weights, face.slanted) == (400, None, False)


@pytest.mark.slow
def test_every_kind_of_file_is_read(tmp_path: Path) -> None:
    assert [face.index for face in faces_in(collection(tmp_path / "a.ttc", "One", "Two"))] == [0, 1]
    assert [face.index for face in faces_in(collection(tmp_path / "a.ttc", "One"))] == [0]
    assert described(opentype(tmp_path / "a.otf")).name == "Test CFF"
    for path in (variable_truetype(tmp_path / "b.ttf"), variable_opentype(tmp_path / "b.otf")):
        assert described(path).weights == (AXIS[1], AXIS[3])


@pytest.mark.parametrize(
    ("flags", "embedding"),
    [
        (0, "installable"), (2, "restricted"), (4, "preview"), (8, "editable"), (0x0C, "editable"), (6, "preview"),
        (0x100, "whole"), (0x104, "whole"), (0x200, "bitmaps"), (1, "installable"),
    ],
)  # fmt: skip
def test_what_the_maker_allows(tmp_path: Path, flags: int, embedding: str) -> None:
    """OpenType OS/2 fsType."""
    face = described(truetype(tmp_path / "a.ttf", "甲", embedding=flags))
    assert face.embedding == embedding
    assert (embedding in EMBEDDABLE) == (flags not in (2, 0x100, 0x104, 0x200))


def test_a_file_as_large_as_fonts_may_be_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = truetype(tmp_path / "a.ttf")
    monkeypatch.setattr(font_files, "LARGEST_FONT_FILE", path.stat().st_size)
    assert described(path).name == "Test Song"
    monkeypatch.setattr(font_files, "LARGEST_FONT_FILE", path.stat().st_size - 1)
    assert faces_in(path) == ()


@pytest.mark.slow
def test_a_file_says_no_more_faces_and_tables_than_fonts_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = collection(tmp_path / "a.ttc", "One", "Two")
    tables = max(len(TTFont(path, fontNumber=number).keys()) - 1 for number in range(2))  # without GlyphOrder
    monkeypatch.setattr(font_files, "_MOST_FACES", 2)
    monkeypatch.setattr(font_files, "_MOST_TABLES", tables)
    assert [face.index for face in faces_in(path)] == [0, 1]
    monkeypatch.setattr(font_files, "_MOST_TABLES", tables - 1)
    assert len(faces_in(path)) < 2
    monkeypatch.setattr(font_files, "_MOST_TABLES", tables)
    monkeypatch.setattr(font_files, "_MOST_FACES", 1)
    assert faces_in(path) == ()


@pytest.mark.parametrize("count", [0, 0x01000002])
def test_a_collection_says_how_many_faces_it_has_in_four_bytes(tmp_path: Path, count: int) -> None:
    path = collection(tmp_path / "a.ttc", "One", "Two")
    content = path.read_bytes()
    path.write_bytes(content[:8] + count.to_bytes(4, "big") + content[12:])
    assert faces_in(path) == ()


@pytest.mark.parametrize(
    ("declared", "weight"), [(0, 400), (1, 100), (9, 900), (10, 10), (350, 350), (1000, 1000), (1001, 400)]
)
def test_weights(tmp_path: Path, declared: int, weight: int) -> None:
    """Old fonts count in hundreds; what is no weight is regular."""
    assert described(truetype(tmp_path / "a.ttf", "甲", weight=declared)).weight == weight


@pytest.mark.parametrize(("flags", "slanted"), [(0x40, False), (0x41, True), (1, True), (0x100, False)])
def test_a_face_is_slanted_where_it_says_so(tmp_path: Path, flags: int, slanted: bool) -> None:
    """OpenType OS/2 fsSelection, bit 0; 0x40 is regular, and the lowest bit of the upper byte is something else."""
    path = truetype(tmp_path / "a.ttf", "甲")
    with TTFont(path) as font:
        font["OS/2"].fsSelection = flags
        font.save(path)
    assert described(path).slanted == slanted


def test_names_longer_than_any_are_passed_over(tmp_path: Path) -> None:
    """255 characters are a name."""
    for length, known in ((255, True), (256, False)):
        name = "a" * length
        face = described(truetype(tmp_path / f"{length}.ttf", "甲", name=name))
        assert (name in face.families) == known


def test_advances_are_kept_to_a_thousandth_of_a_unit_of_a_pdf(tmp_path: Path) -> None:
    """Of 1000 to the em: 1/3 em is 333.333, or the lines of a long paragraph would drift."""
    path = truetype(tmp_path / "a.ttf", "AB", units=3000)
    font = TTFont(path)
    font["hmtx"]["u0041"], font["hmtx"]["u0042"] = (1000, 0), (1500, 0)
    font.save(path)
    font.close()
    face = Face(described(path))
    subset = subset_face(face, {face.latin.glyphs[each] for each in "AB"})
    assert sorted(subset.advances[1:]) == [333.333, 500]


@pytest.mark.slow
def test_files_that_are_not_fonts(tmp_path: Path) -> None:
    """Nothing, text, a picture, a font cut short anywhere, a folder, nothing at all: no face and no crash."""
    whole = truetype(tmp_path / "whole.ttf").read_bytes()
    held = collection(tmp_path / "held.ttc", "One", "Two").read_bytes()
    cuts = [content[:length] for content in (whole, held) for length in range(0, len(content) - 4, 97)]
    for content in (b"", b"text\n" * 99, b"\x89PNG\r\n\x1a\n" + bytes(99), b"ttcf" + b"\xff" * 40, b"OTTO", *cuts):
        path = tmp_path / "a.ttf"
        path.write_bytes(content)
        assert faces_in(path) == ()
    assert faces_in(tmp_path) == ()
    assert faces_in(tmp_path / "none.ttf") == ()


@pytest.mark.slow
def test_a_font_with_wrong_bytes_is_never_a_crash(tmp_path: Path) -> None:
    """HarfBuzz takes what it can of a table; what is left has no face, or one that can be asked."""
    path = tmp_path / "a.ttf"
    for make in (truetype, opentype, variable_truetype, variable_opentype):
        content = make(path, "工作A").read_bytes()
        for position in (*range(4, 300, 7), *range(300, len(content), 53)):
            path.write_bytes(content[:position] + bytes(255 - byte for byte in content[position : position + 9])
                             + content[position + 9 :])  # fmt: skip
            for file in faces_in(path):
                face = Face(file)
                face.lacking("工作A“")
                try:
                    subset_face(face, {face.han.glyphs[character] for character in "工作A"})
                except FontDamagedError:
                    continue


@pytest.mark.slow
def test_many_records_of_one_long_name_are_not_all_read(tmp_path: Path) -> None:
    """120 KB that stand for 150 million characters; HarfBuzz believes a table in proportion to its length."""
    path = truetype(tmp_path / "a.ttf", "工作")
    with TTFont(path) as font:
        font["name"].names += [makeName("长" * 30_000, 1, 3, 1, 0x0400 + number) for number in range(5000)]
        padded = DefaultTable("name")
        padded.data = font["name"].compile(font) + bytes(6_000_000)
        font["name"] = padded
        font.save(path)
    tracemalloc.start()
    try:
        assert described(path).families == {"testsong"}
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("make", [truetype, opentype, variable_truetype])
def test_a_file_cut_short_while_it_is_used_is_not_a_crash(tmp_path: Path, make: Callable[[Path, str], Path]) -> None:
    """Mapped into memory it would end the process; what was read stays, what was not is a face that draws nothing."""
    path = make(tmp_path / "a.ttf", "工作")
    opened, unopened = Face(described(path)), Face(described(path))
    glyphs = {opened.han.glyphs[character] for character in "工作"}
    for content in (b"", None):
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
        assert opened.lacking("工作") == set()
        assert subset_face(opened, glyphs).data
        assert not unopened.draws
    assert Face(described(make(path, "工作"))).draws


def test_the_programs_own_files_are_as_it_says() -> None:
    """Their names and weights stand in the program, so that a build need not read them."""
    for known in bundled_library().bundled:
        reported = described(known.content.path)
        assert known.families == reported.families | reported.full_names
        assert (known.trusted, reported.trusted) == (True, False)
        assert (known.weight, known.weights, known.embedding) == (reported.weight, reported.weights, reported.embedding)

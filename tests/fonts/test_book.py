"""Which face prints what: the order of faces and of places, weights, Latin text, figures, characters a face lacks."""

from copy import copy
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from reportgen.fonts import Face, FontBook, FontLibrary, bundled_library, font_library, open_fonts
from reportgen.fonts.subset import subset_face
from reportgen.style import FaceChoice, FontStyle, RunStyle, StyleSheet
from reportgen.workspace.reading import open_regular
from tests.fonts.making import WIDER, collection, truetype, variable_truetype
from tests.support import STYLES, sheet_named

SERIF = FaceChoice("Noto Serif SC")
SERIF_BOLD = "Noto Serif SC Bold"


def sheet_with(**fonts: FontStyle) -> StyleSheet:
    """The official sheet with other fonts, and without bold."""
    return replace(sheet_named("official"), fonts=fonts, runs={})


def style(*faces: FaceChoice | str, **further: tuple[FaceChoice, ...]) -> FontStyle:
    choices = tuple(FaceChoice(face) if isinstance(face, str) else face for face in faces)
    return FontStyle(faces=choices, word="宋体", word_latin="宋体", **further)


def library(*workspace: Path, installed: tuple[Path, ...] = ()) -> FontLibrary:
    own, theirs = ([(path, path.name) for path in paths] for paths in (workspace, installed))
    return font_library(own, theirs, open_regular)


def book_of(shelves: FontLibrary, **fonts: FontStyle) -> FontBook:
    book, found = open_fonts(sheet_with(**fonts), shelves)
    assert book is not None, found
    return book


def printed(book: FontBook, text: str, marks: list[tuple[int, int]] | None = None) -> list[tuple[str, str]]:
    """The stretches of a text with the names of their faces."""
    stretches = book.stretches("a", text, 0, len(text), marks or [])
    return [(text[start:end], face.name if face else "") for start, end, face in stretches]


def test_the_first_face_that_can_be_had_prints(tmp_path: Path) -> None:
    """Whatever case and blanks it is written with, by any of its names."""
    song = truetype(tmp_path / "x.ttf", name="Test Song", chinese="测试宋体")
    for name in ("Test Song", "testsong", "测试 宋体", "TestSong-Regular", "X"):
        assert book_of(library(song), a=style("没有的字体", name, SERIF)).roles["a"].name == "测试宋体"
    assert book_of(library(song), a=style(SERIF, "Test Song")).roles["a"].name == "Noto Serif SC"


def test_a_workspaces_files_come_before_installed_ones_and_these_before_ours(tmp_path: Path) -> None:
    for folder in ("own", "system"):
        (tmp_path / folder).mkdir()
    own = truetype(tmp_path / "own" / "a.ttf", name="Noto Serif SC")
    theirs = truetype(tmp_path / "system" / "b.ttf", name="Noto Serif SC")
    for shelves, path in (
        (library(own, installed=(theirs,)), own),
        (library(installed=(theirs,)), theirs),
        (library(), bundled_library().bundled[0].content.path),
    ):
        assert book_of(shelves, a=style(SERIF)).roles["a"].file.content.path == path


def test_bold_is_the_bold_face_of_the_same_name_else_of_the_next(tmp_path: Path) -> None:
    """Characters that a bold face lacks are printed in regular."""
    own, bold = truetype(tmp_path / "a.ttf", name="Own"), truetype(tmp_path / "b.ttf", style="Bold", weight=700)
    sheet = sheet_with(a=style("Own", "Test Song", SERIF), b=style("Own", SERIF))
    book, _ = open_fonts(replace(sheet, runs={"strong": RunStyle(bold=True)}), library(own, bold))
    assert book is not None
    assert [book.roles[role].name for role in ("a", "a bold", "b bold")] == ["Own", "Test Song Bold", SERIF_BOLD]
    stretches = book.stretches("b bold", "中𰻞", 0, 2, [])
    assert [face.name if face else "" for _, _, face in stretches] == [SERIF_BOLD, "Noto Serif SC"]


def test_a_sheet_without_bold_has_no_bold_faces() -> None:
    assert book_of(library(), a=style(SERIF)).roles.keys() == {"a"}


def test_a_family_is_its_regular_face_unless_a_weight_is_asked_for(tmp_path: Path) -> None:
    bold = truetype(tmp_path / "a.ttf", name="Test Song", style="Bold", weight=700)
    regular = truetype(tmp_path / "b.ttf", name="Test Song")
    for name, weight, path in (
        ("Test Song", None, regular),
        ("Test Song", 700, bold),
        ("Test Song", 680, bold),
        ("Test Song Bold", None, bold),
        ("Test Song", 900, bundled_library().bundled[0].content.path),
    ):
        book = book_of(library(bold, regular), a=style(FaceChoice(name, weight), SERIF))
        assert book.roles["a"].file.content.path == path, (name, weight)


def test_a_variable_font_is_pinned_where_the_sheet_says(tmp_path: Path) -> None:
    """Measured at that weight too; 400 by default, and no weight it has not."""
    path = variable_truetype(tmp_path / "a.ttf")
    faces = {
        weight: book_of(library(path), a=style(FaceChoice("Test Variable", weight), SERIF)).roles["a"]
        for weight in (None, 400, 900, 50)
    }
    assert {weight: face.weight for weight, face in faces.items()} == {None: 400, 400: 400, 900: 900, 50: None}
    assert [faces[weight].han.advances["工"] for weight in (None, 900)] == [1.0, 1.0 + WIDER / 1000]


def test_a_face_of_a_collection(tmp_path: Path) -> None:
    held = collection(tmp_path / "a.ttc", "Test One", "Test Two")
    face = book_of(library(held), a=style("Test Two")).roles["a"]
    assert (face.name, face.file.index, face.lacking("工")) == ("Test Two", 1, set())


def test_one_face_is_opened_once(tmp_path: Path) -> None:
    book = book_of(library(), a=style(SERIF), b=style("Noto Sans SC", SERIF))
    assert book.chains["b"] == (book.roles["a"],)
    assert len(book.faces) == 2


def test_a_role_without_any_face_is_reported_with_the_fonts_it_names() -> None:
    sheet = sheet_with(正文=style(SERIF), 标题=style("方正小标宋简体", FaceChoice("另一种", 700)))
    book, (found,) = open_fonts(sheet, bundled_library())
    assert book is None
    assert (found.code, found.status) == ("face-unknown", 3)
    assert found.words["wanted"] == ("方正小标宋简体、另一种 700", "方正小标宋简体, 另一种 700")
    assert "bring-font" in found.hints


@pytest.mark.parametrize("flags", [2, 0x100, 0x200])
def test_a_face_that_may_not_be_embedded_is_passed_over_with_a_warning(tmp_path: Path, flags: int) -> None:
    path = truetype(tmp_path / "a.ttf", embedding=flags)
    book, (found,) = open_fonts(sheet_with(a=style("Test Song", SERIF)), library(path))
    assert book is not None
    assert book.roles["a"].name == "Noto Serif SC"
    assert "Test Song" not in {face.name for face in book.faces}
    assert (found.code, found.severity) == ("font-file-restricted", "warning")
    assert found.place is not None
    assert found.place.file == "a.ttf"
    book, found_twice = open_fonts(sheet_with(a=style("Test Song")), library(path))
    assert book is None
    assert [each.code for each in found_twice] == ["face-unknown", "font-file-restricted"]


def test_a_damaged_file_of_the_workspace_is_reported_and_an_installed_one_not(tmp_path: Path) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(b"no font")
    _, (found,) = open_fonts(sheet_with(a=style(SERIF)), library(path))
    assert (found.code, found.severity) == ("font-file-damaged", "warning")
    assert open_fonts(sheet_with(a=style(SERIF)), library(installed=(path,)))[1] == ()


def test_a_character_a_face_lacks_prints_in_the_next_that_has_it(tmp_path: Path) -> None:
    """First the faces its role names, then the others of the sheet, then what lies in the workspace, then ours."""
    own = truetype(tmp_path / "own.ttf", "甲乙", name="Own")
    second = truetype(tmp_path / "second.ttf", "甲丙", name="Second")
    other = truetype(tmp_path / "other.ttf", "丙丁", name="Other")
    loose = truetype(tmp_path / "loose.ttf", "丁一\U00020001", name="Loose")
    book = book_of(library(own, second, other, loose), a=style("Own", "Second"), b=style("Other"))
    text = "甲乙丙丁一二㛃𬭎䶮\U00020001𪚥"
    assert printed(book, text) == [
        ("甲乙", "Own"), ("丙", "Second"), ("丁", "Other"), ("一", "Loose"), ("二㛃𬭎䶮", "Noto Serif SC"),
        ("\U00020001", "Loose"), ("𪚥", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_rare_characters_come_from_the_fonts_windows_has_for_them(tmp_path: Path, name: str) -> None:
    """Named last in the program's style sheets, they lend to every role, and print nothing else."""
    path = truetype(tmp_path / "a.ttf", "甲\U00020002", name="SimSun-ExtB")
    book, found = open_fonts(sheet_named(name), library(installed=(path,)))
    assert book is not None, found
    for role in book.roles:
        lent = [book.face_for(role, character) for character in "甲\U00020002"]
        assert [face.name for face in lent if face] == [book.roles[role].name, "SimSun-ExtB"]


def test_a_glyph_with_nothing_drawn_is_none(tmp_path: Path) -> None:
    """Unfinished faces map characters to empty glyphs; a space is empty on purpose."""
    path = truetype(tmp_path / "a.ttf", "甲乙 ", blank="乙 ")
    assert printed(book_of(library(path), a=style("Test Song", SERIF)), "甲乙 甲") == [
        ("甲", "Test Song"), ("乙", "Noto Serif SC"), (" 甲", "Test Song"),
    ]  # fmt: skip


def test_latin_text_and_figures_may_have_faces_of_their_own(tmp_path: Path) -> None:
    latin = truetype(tmp_path / "l.ttf", "ABC abc(),.-“0123456789", name="Latin")
    figures = truetype(tmp_path / "f.ttf", "0123456789.,%", name="Figures")
    shelves = library(latin, figures)
    both = {"latin": (FaceChoice("没有"), FaceChoice("Latin")), "figures": (FaceChoice("Figures"),)}
    assert printed(book_of(shelves, a=style(SERIF, **both)), "全年1,234.5%，A 3。中Z") == [
        ("全年", "Noto Serif SC"), ("1,234.5%", "Figures"), ("，", "Noto Serif SC"), ("A ", "Latin"), ("3", "Figures"),
        ("。中", "Noto Serif SC"), ("Z", "Noto Serif SC"),
    ]  # fmt: skip
    assert printed(book_of(shelves, a=style(SERIF, latin=both["latin"])), "二3") == [
        ("二", "Noto Serif SC"),
        ("3", "Latin"),
    ]
    assert printed(book_of(shelves, a=style(SERIF, latin=both["latin"])), "a“b一“", [(1, 2)])[0] == ("a“b", "Latin")
    assert printed(book_of(shelves, a=style(SERIF, latin=(FaceChoice("没有"),))), "二3") == [("二3", "Noto Serif SC")]


@pytest.mark.parametrize(
    ("start", "end", "latin"),
    [(0, 4, [(1, 3)]), (1, 4, [(1, 3)]), (2, 4, [(2, 3)]), (0, 2, [(1, 2)]), (3, 4, [])],
)
def test_a_stretch_of_latin_marks_may_begin_before_a_run_and_end_after_it(
    start: int, end: int, latin: list[tuple[int, int]], tmp_path: Path
) -> None:
    shelves = library(truetype(tmp_path / "l.ttf", "“”", name="Latin"))
    book = book_of(shelves, a=style(SERIF, latin=(FaceChoice("Latin"),)))
    runs = book.stretches("a", "一“”二", start, end, [(1, 3)])
    assert [(first, last) for first, last, face in runs if face and face.name == "Latin"] == latin


def test_a_weight_has_the_advances_of_its_own_in_the_subset(tmp_path: Path) -> None:
    """Also of a font with an axis besides the weight, which stays where the font has it."""
    path = variable_truetype(tmp_path / "a.ttf")
    font = TTFont(path)
    font["fvar"].axes.append(copy(font["fvar"].axes[0]))
    font["fvar"].axes[1].axisTag = "opsz"
    font.save(tmp_path / "b.ttf")
    font.close()
    for file in library(path, tmp_path / "b.ttf").workspace:
        regular, heavy = (Face(file, weight) for weight in (400, 900))
        glyph = regular.han.glyphs["甲"]
        before, after = (subset_face(face, [glyph]) for face in (regular, heavy))
        assert after.advances[after.numbers[glyph]] == before.advances[before.numbers[glyph]] + WIDER


def test_marks_in_chinese_text_are_full_width(tmp_path: Path) -> None:
    """A face that draws “ ” narrow lends its letters only; in Latin text its own marks are right (T33)."""
    path = truetype(tmp_path / "a.ttf", "甲", name="Narrow")
    font = TTFont(truetype(tmp_path / "b.ttf", "甲“A", name="Narrow"))
    font["hmtx"]["u201C"] = (400, 0)
    font.save(path)
    font.close()
    book = book_of(library(path), a=style("Narrow", SERIF))
    assert book.roles["a"].narrow == {"“"}
    assert printed(book, "甲“甲") == [("甲", "Narrow"), ("“", "Noto Serif SC"), ("甲", "Narrow")]
    assert printed(book, "A“A", [(1, 2)]) == [("A“A", "Narrow")]
    alone = FontLibrary(workspace=library(path).workspace)
    assert printed(book_of(alone, a=style("Narrow")), "甲“甲") == [("甲“甲", "Narrow")]


def test_a_mark_that_is_narrow_by_itself_is_asked_for_in_full_width(tmp_path: Path) -> None:
    """The feature fwid of the face's own; its Latin setting keeps the narrow one."""
    path = truetype(tmp_path / "a.ttf", "甲“A＂", name="Narrow")
    font = TTFont(path)
    font["hmtx"]["u201C"] = (400, 0)
    addOpenTypeFeaturesFromString(font, "feature fwid { sub u201C by uFF02; } fwid;")
    font.save(path)
    font.close()
    face = book_of(library(path), a=style("Narrow", SERIF)).roles["a"]
    assert (face.han.advances["“"], face.latin.advances["“"], face.narrow) == (1.0, 0.4, frozenset())


@pytest.mark.parametrize(
    "features",
    [
        "feature pwid { sub u201C by uFF02; } pwid;",
        "feature locl { script latn; language ENG; sub u201C by uFF02; } locl;",
    ],
    ids=["proportional", "English"],
)
def test_latin_text_has_the_marks_that_the_font_has_for_it(tmp_path: Path, features: str) -> None:
    path = truetype(tmp_path / "a.ttf", "甲“A＂", name="Wide")
    font = TTFont(path)
    font["hmtx"]["uFF02"] = (400, 0)
    addOpenTypeFeaturesFromString(font, features)
    font.save(path)
    font.close()
    face = book_of(library(path), a=style("Wide", SERIF)).roles["a"]
    assert (face.han.advances["“"], face.latin.advances["“"]) == (1.0, 0.4)


def test_rare_characters_of_names_in_the_bundled_faces() -> None:
    """㛃 𬭎 䶮 are in both; of the extensions B to G some 800, among them 𰻞, but not 𠮷."""
    book = book_of(library(), a=style("Noto Serif SC"), b=style("Noto Sans SC"))
    serif, sans = (book.roles[role] for role in "ab")
    assert not serif.lacking("㛃𬭎䶮𰻞") | sans.lacking("㛃𬭎䶮𰻞")
    assert printed(book, "𠮷") == [("𠮷", "")]


def test_of_superscripts_side_by_side_all_are_drawn_or_none(tmp_path: Path) -> None:
    """None is drawn by a face that lacks one of them: made smaller from figures, they are of one height."""
    shelves = FontLibrary(workspace=library(truetype(tmp_path / "a.ttf", "甲2-²", name="Squares")).workspace)
    book = book_of(shelves, a=style("Squares"))
    assert printed(book, "甲²⁻甲²甲⁻²") == [("甲", "Squares"), ("²⁻", ""), ("甲²甲", "Squares"), ("⁻²", "")]
    stretches = book.stretches("a", "²甲⁻²甲", 1, 4, [])
    assert [(start, end, face.name if face else "") for start, end, face in stretches] == [
        (1, 2, "Squares"),
        (2, 4, ""),
    ]

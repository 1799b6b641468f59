"""The faces of bold text, what replaces small figures, and what is reported of faces that are missing."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic
from reportgen.fonts import FontBook, FontLibrary, bundled_library, open_fonts
from reportgen.fonts.describing import lending
from reportgen.style import FaceChoice, FontStyle, RunStyle, StyleSheet, TextStyle
from tests.fonts.making import truetype, variable_truetype
from tests.fonts.test_book import SERIF, SERIF_BOLD, book_of, library, sheet_with, style

STRONG = {"strong": RunStyle(bold=True)}


def book_in(sheet: StyleSheet, shelves: FontLibrary) -> FontBook:
    book, found = open_fonts(sheet, shelves)
    assert book is not None, found
    return book


@pytest.mark.parametrize(
    ("asked", "bold"), [(None, 700), (100, 400), (350, 650), (400, 700), (600, 900), (601, 900), (700, 900), (900, 900)]
)
def test_bold_is_300_heavier_and_900_at_most(asked: int | None, bold: int, tmp_path: Path) -> None:
    """Usual text of 400 has the 700 of bold faces (OpenType usWeightClass)."""
    sheet = replace(sheet_with(a=style(FaceChoice("Test Variable", asked))), runs=STRONG)
    assert book_in(sheet, library(variable_truetype(tmp_path / "a.ttf"))).roles["a bold"].weight == bold


@pytest.mark.parametrize(
    ("text", "runs", "roles"),
    [
        ({"body": TextStyle(font="a", bold=True)}, {}, ["a", "b", "a bold"]),
        ({"body": TextStyle(font="a"), "title": TextStyle(font="b", bold=True)}, {}, ["a", "b", "b bold"]),
        ({"body": TextStyle(bold=True)}, {}, ["a", "b", "a bold", "b bold"]),
        ({"body": TextStyle(font="a", bold=False)}, {}, ["a", "b"]),
        ({}, {"strong": RunStyle(font="b", bold=True)}, ["a", "b", "b bold"]),
        ({}, {"strong": RunStyle(bold=True)}, ["a", "b", "a bold", "b bold"]),
        ({}, {"strong": RunStyle(bold=False)}, ["a", "b"]),
    ],
)
def test_bold_faces_are_opened_for_the_fonts_that_print_bold(
    text: dict[str, TextStyle], runs: dict[str, RunStyle], roles: list[str]
) -> None:
    """Of all where a style names none."""
    sheet = replace(sheet_with(a=style(SERIF), b=style("Noto Sans SC")), text=text, runs=runs)
    assert [*book_in(sheet, library()).roles] == roles


def test_latin_text_and_figures_have_bold_faces_too(tmp_path: Path) -> None:
    """Else their own: bold Latin text is rather light than Chinese."""
    plain, heavy, figures = (
        truetype(tmp_path / "a.ttf", "AB1", name="Latin"),
        truetype(tmp_path / "b.ttf", "AB1", name="Latin", style="Bold", weight=700),
        truetype(tmp_path / "c.ttf", "12", name="Figures"),
    )
    fonts = style(SERIF, latin=(FaceChoice("Latin"),), figures=(FaceChoice("Figures"),))
    book = book_in(replace(sheet_with(a=fonts, b=style(SERIF)), runs=STRONG), library(plain, heavy, figures))
    assert {role: face.name for role, face in book.latin.items()} == {"a": "Latin", "a bold": "Latin Bold"}
    assert {role: face.name for role, face in book.figures.items()} == {"a": "Figures", "a bold": "Figures"}


def test_what_no_bold_face_has_is_printed_in_the_faces_of_the_role(tmp_path: Path) -> None:
    own, second = truetype(tmp_path / "a.ttf", "甲", name="Own"), truetype(tmp_path / "b.ttf", "乙", name="Second")
    sheet = replace(sheet_with(a=style("Own", "Second", SERIF)), runs=STRONG)
    book = book_in(sheet, library(own, second))
    faces = (book.roles["a bold"], *book.chains["a bold"])
    assert [face.name for face in faces] == [SERIF_BOLD, "Own", "Second", "Noto Serif SC"]


def test_a_small_figure_that_no_face_has_is_made_from_the_figures_of_its_text(tmp_path: Path) -> None:
    """Those of the face for figures, else for Latin text, else of the first that has them."""
    figures = truetype(tmp_path / "f.ttf", "12", name="Figures")
    latin = truetype(tmp_path / "l.ttf", "A3", name="Latin")
    both = {"latin": (FaceChoice("Latin"),), "figures": (FaceChoice("Figures"),)}
    book = book_of(library(figures, latin), a=style(SERIF, **both), b=style(SERIF, latin=both["latin"]), c=style(SERIF))

    def names(role: str) -> list[str | None]:
        faces = (book.face_for_small_figure(role, character) for character in "²₃⁴2甲")
        return [face.name if face else None for face in faces]

    ours = "Noto Serif SC"
    assert names("a") == ["Figures", ours, ours, None, None]
    assert names("b") == [ours, "Latin", ours, None, None]
    assert names("c") == [ours, ours, ours, None, None]


@pytest.mark.parametrize(
    ("preferred", "missed"),
    [
        ("方正小标宋简体", ("方正小标宋简体",)),
        ("仿宋_GB2312", ("仿宋_GB2312",)),
        ("华文楷体", ("华文楷体",)),
        ("宋体", ()),
        ("黑体", ()),
        ("Noto Serif SC", ()),
    ],
)
def test_a_kind_of_type_that_no_bundled_face_is_of_is_missed(
    preferred: str, missed: tuple[str, ...], tmp_path: Path
) -> None:
    """When a bundled one is used instead: not if the workspace has it, or another face of its own."""
    assert book_of(library(), a=style(preferred, SERIF)).missed == missed
    own = truetype(tmp_path / "a.ttf", name=preferred, chinese=preferred)
    assert book_of(library(own), a=style(preferred, SERIF)).missed == ()
    assert book_of(library(truetype(tmp_path / "b.ttf")), a=style(preferred, "Test Song", SERIF)).missed == ()


def reported(shelves: FontLibrary, font: FontStyle) -> list[Diagnostic]:
    return list(open_fonts(sheet_with(a=font), shelves)[1])


def test_missing_faces_are_named_with_those_there_are(tmp_path: Path) -> None:
    (found,) = reported(library(truetype(tmp_path / "a.ttf")), style("没有", "None"))
    ours = ["Noto Serif SC", "Noto Sans SC", SERIF_BOLD, "Noto Sans SC Bold"]
    assert (found.words["name"], found.words["wanted"]) == ("a", ("没有、None", "没有, None"))
    assert found.words["known"] == ("、".join(["Test Song", *ours]), ", ".join(["Test Song", *ours]))
    assert found.hints[:2] == ("known-names", "bring-font")


def test_a_file_that_may_not_be_embedded_and_one_that_draws_nothing_are_reported_once(tmp_path: Path) -> None:
    restricted = truetype(tmp_path / "a.ttf", embedding=2, name="Restricted")
    empty = truetype(tmp_path / "b.ttf", "甲乙", blank="甲乙", name="Empty")
    found = reported(library(restricted, empty), style("Restricted", "Empty", "Restricted", "Empty", SERIF))
    assert [(each.code, each.place.file if each.place else "", each.words["file"]) for each in found] == [
        ("font-file-restricted", "a.ttf", "a.ttf"),
        ("font-file-damaged", "b.ttf", "b.ttf"),
    ]
    assert found[0].words["name"] == "Restricted"
    assert found[0].words["permission"] != ""


def test_characters_that_other_faces_lend_are_remembered(tmp_path: Path) -> None:
    own = truetype(tmp_path / "a.ttf", "甲", name="Own")
    book = lending(book_of(library(own), a=style("Own", SERIF)))
    assert [getattr(book.face_for("a", each), "name", None) for each in "甲乙𠮷"] == ["Own", "Noto Serif SC", None]
    lent = {key: face.name if face else None for key, face in book.lent.items()}
    assert lent == {("a", "乙"): "Noto Serif SC", ("a", "𠮷"): None}
    assert lending(book).lent == {}


def test_a_narrow_mark_is_lent_to_chinese_text_alone(tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲“", name="Narrow")
    with TTFont(path) as font:
        font["hmtx"]["u201C"] = (400, 0)
        font.save(path)
    for book in (plain := book_of(library(path), a=style("Narrow", SERIF)), lending(plain)):
        faces = (book.face_for("a", "“"), book.face_for("a", "“", wide=True), book.face_for("a", "甲", wide=True))
        assert [face.name for face in faces if face] == ["Narrow", "Noto Serif SC", "Narrow"]


def test_the_bundled_faces_go_by_their_families_and_full_names() -> None:
    """A family is its regular face; each file has one."""
    assert {file.index for file in bundled_library().bundled} == {0}
    told = {file.shown: (file.name, file.postscript, {*file.full_names}) for file in bundled_library().bundled}
    assert told == {
        "NotoSerifSC-Regular.otf": (
            "Noto Serif SC", "NotoSerifSC", {"notoserifsc", "notoserifscregular", "notoserifsc-regular"},
        ),
        "NotoSansSC-Regular.otf": (
            "Noto Sans SC", "NotoSansSC", {"notosanssc", "notosansscregular", "notosanssc-regular"},
        ),
        "NotoSerifSC-Bold.otf": (SERIF_BOLD, "NotoSerifSC-Bold", {"notoserifscbold", "notoserifsc-bold"}),
        "NotoSansSC-Bold.otf": ("Noto Sans SC Bold", "NotoSansSC-Bold", {"notosansscbold", "notosanssc-bold"}),
    }  # fmt: skip

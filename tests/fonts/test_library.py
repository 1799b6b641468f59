"""Which face of a place is taken: by names, slant, weight and kind; and which lend the characters others lack."""

from pathlib import Path

import pytest

from reportgen.fonts import FaceFile, FontContent, FontLibrary
from reportgen.fonts.font_files import Embedding
from reportgen.style import FaceChoice
from reportgen.workspace.reading import open_regular


def face(
    shown: str,
    weight: int = 400,
    *,
    full: str = "",
    weights: tuple[float, float] | None = None,
    slanted: bool = False,
    embedding: Embedding = "installable",
) -> FaceFile:
    """A face of the family Song; nothing of its file is read."""
    return FaceFile(
        content=FontContent(Path(shown), open_regular),
        shown=shown,
        name=shown,
        postscript=shown,
        families=frozenset(("song",)),
        full_names=frozenset((full or shown,)),
        weight=weight,
        weights=weights,
        slanted=slanted,
        embedding=embedding,
    )


BOLD_NAMED = face("named", 700, full="song")
VARIABLE = face("variable", weights=(100, 900))


@pytest.mark.parametrize(
    ("weight", "best", "other"),
    [
        (None, BOLD_NAMED, face("family")),
        (None, face("upright", 700), face("slanted", slanted=True)),
        (None, face("light", 350), face("medium", 451)),
        (None, face("medium", 450), face("thin", 349)),
        (None, face("static"), VARIABLE),
        (700, face("bold", 700), face("heavier", 710, full="song")),
        (700, face("upright", 660), face("slanted", 700, slanted=True)),
        (700, VARIABLE, face("static", 699)),
        (700, face("static", 700), VARIABLE),
    ],
    ids=lambda value: value.shown if isinstance(value, FaceFile) else str(value),
)
def test_the_best_of_two_faces_of_a_name(weight: int | None, best: FaceFile, other: FaceFile) -> None:
    """Of its full name where no weight is asked for, upright, nearest to the weight, static; in any order of files."""
    for files in ((best, other), (other, best)):
        assert FontLibrary(workspace=files).find(FaceChoice("Song", weight)) == (best, ())


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (face("static", 650), True),
        (face("static", 750), True),
        (face("static", 649), False),
        (face("static", 751), False),
        (face("variable", weights=(100, 700)), True),
        (face("variable", weights=(700, 900)), True),
        (face("variable", weights=(100, 699)), False),
        (face("variable", weights=(701, 900)), False),
    ],
)
def test_how_far_a_weight_may_be_from_the_one_asked_for(one: FaceFile, found: bool) -> None:
    """By 50 where a font has one weight, not at all where it has a range."""
    assert FontLibrary(workspace=(one,)).find(FaceChoice("Song", 700)) == (one if found else None, ())


def test_a_face_of_another_name_is_none() -> None:
    assert FontLibrary(workspace=(face("a"), face("b", full="c"))).find(FaceChoice("Kai")) == (None, ())


def test_of_each_place_the_best_face_that_may_not_be_embedded_is_reported() -> None:
    forbidden = [face(name, embedding="restricted") for name in ("a", "b", "c")]
    ours = face("ours")
    library = FontLibrary(workspace=(forbidden[0], forbidden[1]), installed=(forbidden[2],), bundled=(ours,))
    assert library.find(FaceChoice("Song")) == (ours, (forbidden[0], forbidden[2]))


def test_characters_are_lent_by_the_workspace_first_and_by_upright_regular_faces_first() -> None:
    """Of ours by the regular ones alone; by none that may not be embedded, and none that is installed."""
    library = FontLibrary(
        workspace=(
            face("slanted", slanted=True),
            face("bold", 700),
            face("light", 350),
            face("regular"),
            face("forbidden", embedding="whole"),
        ),
        installed=(face("installed"),),
        bundled=(face("our bold", 700), face("ours")),
    )
    assert [each.shown for each in library.stand_ins()] == ["regular", "light", "bold", "slanted", "ours"]


def test_faces_are_listed_each_once_and_installed_ones_not() -> None:
    library = FontLibrary(workspace=(face("a"), face("b"), face("a")), installed=(face("c"),), bundled=(face("d"),))
    assert library.names() == ("a", "b", "d")

"""The pictures of README are there, of every style sheet, and small. ``make gallery`` draws them."""

import re

import pytest
from PIL import Image

from tests.support import ROOT, SHEETS

GALLERY = ROOT / "docs" / "gallery"
READMES = ("README.md", "README.zh.md")
LARGEST = 120 * 1024
"""Bytes: README loads all of them."""


@pytest.mark.parametrize("name", READMES)
def test_a_readme_shows_every_picture_that_there_is_and_no_other(name: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert sorted(shown) == [f"docs/gallery/{path.name}" for path in sorted(GALLERY.iterdir())]


def test_every_style_sheet_has_a_picture() -> None:
    assert {path.stem for path in SHEETS.glob("*.yaml")} <= {path.stem for path in GALLERY.iterdir()}


def test_pictures_are_small_and_of_few_colours() -> None:
    for path in GALLERY.iterdir():
        assert path.stat().st_size < LARGEST
        with Image.open(path) as picture:
            assert (picture.format, picture.mode) == ("PNG", "P")

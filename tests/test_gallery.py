"""The pictures of README and the guides exist, one per style sheet, and are small. ``make gallery`` draws them."""

import re

import pytest
from PIL import Image

from tests.support import ROOT, SHEETS

GALLERY = ROOT / "docs" / "gallery"
IMAGES = ROOT / "docs" / "images"
GUIDES = ("docs/guide.md", "docs/guide.zh.md")
READMES = ("README.md", "README.zh.md")
LARGEST = 120 * 1024
"""Bytes: a guide loads all of them."""

_SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_shows_every_picture_and_no_other(name: str) -> None:
    shown = _SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))
    assert sorted(shown) == [f"gallery/{path.name}" for path in sorted(GALLERY.iterdir())]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_shows_the_default_style_and_the_preview(name: str) -> None:
    shown = _SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))
    assert shown == ["docs/gallery/plenary.png", "docs/images/preview.png"]


def test_every_style_sheet_has_a_picture() -> None:
    assert {path.stem for path in SHEETS.glob("*.yaml")} <= {path.stem for path in GALLERY.iterdir()}


def test_pictures_are_small_and_of_few_colours() -> None:
    for path in (*GALLERY.iterdir(), *IMAGES.iterdir()):
        assert path.stat().st_size < LARGEST
        with Image.open(path) as picture:
            assert (picture.format, picture.mode) == ("PNG", "P")

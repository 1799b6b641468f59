"""What ``reportgen fonts`` says of a face: its kind, its weight and its licence in few words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import Face
from reportgen.fonts.describing import describe
from tests.fonts.making import opentype, truetype, variable_opentype, variable_truetype
from tests.fonts.test_files import described


@pytest.mark.parametrize(
    ("make", "asked", "facts"),
    [
        (truetype, None, ("TrueType", False, 400)),
        (opentype, None, ("CFF", False, 400)),
        (variable_truetype, None, ("TrueType", True, 400)),
        (variable_truetype, 700, ("TrueType", True, 700)),
        (variable_opentype, 950, ("CFF", True, 900)),
    ],
)
def test_kind_and_weight(
    make: Callable[[Path], Path], asked: int | None, facts: tuple[str, bool, int], tmp_path: Path
) -> None:
    found = describe(Face(described(make(tmp_path / "a.font")), asked))
    assert (found.kind, found.variable, found.weight) == facts


@pytest.mark.parametrize(
    ("names", "licence"),
    [
        ({13: "This Font Software is licensed under the SIL Open Font License, Version 1.1."}, "SIL OFL"),
        ({13: "see the address", 14: "https://scripts.sil.org/OFL"}, "see the address"),
        ({14: "https://scripts.sil.org/OFL"}, "SIL OFL"),
        ({13: "Licensed under the Apache License, Version 2.0"}, "Apache"),
        ({13: "仅供办公使用。不得转让。"}, "仅供办公使用"),
        ({13: "Free for\tall use. Ask us."}, "Free for all use"),
        ({13: "x" * 40}, "x" * 40),
        ({13: "x" * 41}, "x" * 39 + "…"),
        ({14: "https://example.org/a.html"}, "https://example.org/a.html"),
        ({0: "Copyright 2020 Someone. All rights reserved."}, "Copyright 2020 Someone"),
        ({13: " ", 0: "Copyright 2020 Someone"}, "Copyright 2020 Someone"),
        ({}, ""),
    ],
)
def test_the_licence_is_told_in_few_words(names: dict[int, str], licence: str, tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf")
    font = TTFont(path)
    for number in (0, 13, 14):
        font["name"].removeNames(nameID=number)
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(path)
    font.close()
    assert describe(Face(described(path))).licence == licence

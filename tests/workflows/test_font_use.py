"""What ``fonts`` looks up: the faces of every role that has one, and what the report asks for besides."""

from pathlib import Path

import pytest

from reportgen.workflows.fonts import FontUse, fonts_of
from reportgen.workspace.files import find_workspace
from tests.support import MINIMAL

SOUND = "extends: official\n"
WITHOUT = "extends: official\nfonts:\n  黑体: {faces: [没有的字体], word: 黑体}\n"
WRONG = "extends: official\npage: {size: 七开}\n"
RARE = "𠀀"


def used(folder: Path, sheet: str, year: int | None, text: str = MINIMAL) -> FontUse:
    for name, content in (("data/2025.yaml", text), ("styles/ours.yaml", sheet)):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(content, "utf-8")
    return fonts_of(find_workspace(folder, exact=True), year, "ours", ())


@pytest.mark.parametrize(("year", "composed"), [(2025, True), (None, False)])
def test_a_report_is_looked_at_where_there_is_a_year(tmp_path: Path, year: int | None, composed: bool) -> None:
    use = used(tmp_path, SOUND, year, MINIMAL.replace("回顾", RARE))
    assert use.book is not None
    assert use.sheet is not None
    assert set(use.sheet.style.fonts) <= set(use.book.roles)
    assert use.composed is composed
    assert {character for _, character in use.lent} == ({RARE} if composed else set())


def test_a_character_of_no_face_is_reported_where_it_is_written(tmp_path: Path) -> None:
    """In the report or in the style sheet; what a draft may lack is left out, and so are warnings."""
    text = f"{MINIMAL}  intro: 全年，，ش视察XX件。\n"
    use = used(tmp_path, "extends: official\nfooter: {text: '{page} ش'}\n", 2025, text)
    assert use.composed
    found = [(each.code, each.place and (each.place.file, each.place.line)) for each in use.findings]
    assert found == [
        ("character-missing", (file, line)) for file, line in (("data/2025.yaml", 6), ("styles/ours.yaml", 2))
    ]


def test_roles_that_have_a_face_are_shown_beside_one_that_has_none(tmp_path: Path) -> None:
    use = used(tmp_path, WITHOUT, 2025)
    assert use.book is not None
    assert use.sheet is not None
    assert set(use.sheet.style.fonts) - set(use.book.roles) == {"黑体"}
    assert (use.lent, use.composed) == ({}, False)
    assert [each.code for each in use.findings] == ["face-unknown"]


def test_a_sheet_or_a_report_with_errors_has_nothing_looked_up(tmp_path: Path) -> None:
    wrong = used(tmp_path / "a", WRONG, 2025)
    assert (wrong.sheet, wrong.book, wrong.lent, wrong.composed) == (None, None, {}, False)
    assert wrong.findings
    unread = used(tmp_path / "b", SOUND, 2025, f"{MINIMAL}  items: [")
    assert unread.book is not None
    assert (unread.lent, unread.composed) == ({}, False)
    assert unread.findings

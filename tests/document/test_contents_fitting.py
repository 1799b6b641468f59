"""Contents that close up where that saves a page: how many lines they take, counted without fonts."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from reportgen.style import BlockRole, Length, TextStyle
from tests.support import MINIMAL, examine, fitted, sheet_named

CLOSE = 28.0
"""Points from line to line of official contents that close up; 29.61 else."""


def pitch(entries: int, letters: int, role: BlockRole, changes: Mapping[str, Length]) -> float:
    """The pitch of contents of a part and so many sections, whose titles have so many letters; a role is changed."""
    sheet = sheet_named("official")
    text = {**sheet.text, role: replace(sheet.text.get(role, TextStyle()), **changes)}
    sheet = replace(sheet, text=text)
    sections = "".join(f"    - {{title: {'题' * letters}, lead: 一句。}}\n" for _ in range(entries))
    document = examine(f"{MINIMAL}  sections:\n{sections}", style=sheet).composed
    return fitted(sheet, document).looks.block("contents-2").line


@pytest.mark.parametrize(
    ("changes", "longest"),
    [
        ({}, 22),
        ({"right": Length(4, "em")}, 18),
        ({"left": Length(6, "em")}, 18),
        ({"hang": Length(4, "em")}, 22),
    ],
    ids=["as it is", "right", "left", "hung"],
)
def test_an_entry_turns_over_where_its_title_is_longer_than_its_room(changes: dict[str, Length], longest: int) -> None:
    """Twenty entries of one line fit on a page that closes up, of two lines they take two pages all the same."""
    assert [pitch(20, letters, "contents-2", changes) == CLOSE for letters in (longest, longest + 1)] == [True, False]


@pytest.mark.parametrize(
    ("entries", "role", "changes", "closes"),
    [
        (19, "contents-2", {}, False),
        (20, "contents-2", {}, True),
        (21, "contents-2", {}, False),
        (19, "contents-1", {"before": Length(29.61, "pt")}, True),
        (20, "contents-1", {"before": Length(29.61, "pt")}, False),
        (19, "contents-1", {"after": Length(29.61, "pt")}, True),
        (19, "contents-title", {"after": Length(29.61, "pt")}, True),
    ],
)
def test_the_space_around_lines_counts(entries: int, role: BlockRole, changes: dict[str, Length], closes: bool) -> None:
    assert (pitch(entries, 2, role, changes) == CLOSE) == closes

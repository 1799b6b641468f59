"""The names of styles in a Word file, by which later versions of the program, macros and templates find them."""

from pathlib import Path
from typing import get_args

import pytest

from reportgen.docx.names import (
    GRID_STYLES,
    PartVariant,
    Variant,
    WordStyle,
    part_variant,
    roles_by_name,
    run_style_id,
    run_style_name,
)
from reportgen.style import HEADING_ROLES, BlockRole, GridKind, RunRole
from tests.goldens import Goldens

GOLDEN = Path(__file__).parent / "goldens" / "style-names.txt"
DRAWN: tuple[BlockRole, ...] = ("watermark", "cover-mark")
"""Roles that are not paragraphs in Word."""

VARIANTS: tuple[tuple[BlockRole, Variant], ...] = (
    ("point", "numbered"),
    ("table-cell", "figure"),
    ("glossary", "endnote"),
    ("header", "even"),
    ("footer", "even"),
    ("draft-mark", "even"),
)
STYLES = (
    *(WordStyle(role) for role in get_args(BlockRole) if role not in DRAWN),
    *(WordStyle(role, part) for role in HEADING_ROLES.values() for part in get_args(PartVariant)),
    *(WordStyle(role, variant) for role, variant in VARIANTS),
)


def test_styles_keep_their_names(goldens: Goldens) -> None:
    """A name that changed would be another style to whoever has a file of an earlier version."""
    paragraphs = [
        f"{each.role:<18} {each.variant or '-':<9} {each.identifier:<18} {each.name:<22}"
        f" {each.parent.identifier if each.parent else ''}".rstrip()
        for each in STYLES
    ]
    runs = [f"{role:<20} {run_style_id((role,)):<18} {run_style_name((role,))}" for role in get_args(RunRole)]
    tables = [f"{kind:<12} {GRID_STYLES[kind].identifier:<16} {GRID_STYLES[kind].name}" for kind in get_args(GridKind)]
    goldens.check({GOLDEN: "\n".join(("Paragraphs", *paragraphs, "", "Runs", *runs, "", "Tables", *tables, ""))})


def test_each_style_has_a_name_of_its_own() -> None:
    assert len({each.identifier for each in STYLES}) == len({each.name.lower() for each in STYLES}) == len(STYLES)


@pytest.mark.parametrize("role", DRAWN)
def test_what_is_drawn_has_no_style(role: BlockRole) -> None:
    with pytest.raises(AssertionError, match=role):
        assert WordStyle(role).name


def test_the_role_of_a_paragraph_is_known_by_its_style() -> None:
    """In lower case, since programs write ``Heading 1`` for ``heading 1``."""
    assert roles_by_name() == {each.name.lower(): each.role for each in STYLES}


def test_runs_of_several_roles_have_the_names_of_all() -> None:
    assert (run_style_id(("run-in", "strong")), run_style_name(("run-in", "strong"))) == (
        "RunInStrong",
        "条目标题 Strong",
    )
    assert run_style_id(()) is None


def test_a_part_has_headings_of_its_own_and_nothing_else() -> None:
    assert part_variant(WordStyle("heading-1"), "tasks") == WordStyle("heading-1", "tasks")
    assert part_variant(WordStyle("heading-1"), "glossary") is None
    assert part_variant(WordStyle("intro"), "tasks") is None

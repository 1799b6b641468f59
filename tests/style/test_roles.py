"""What roles are for: where each is set, its depth in the outline, and how its lines turn over (T9)."""

import pytest

from reportgen.style.roles import (
    CONTENTS_ROLES,
    COVER_ROLES,
    FRAMING_ROLES,
    HEADING_ROLES,
    ROLES,
    SIDE_COLUMN_ROLES,
    SIGNATURE_ROLES,
    UNIT_ROLES,
)

CARDS = "card-figure card-label card-change card-note"
ROWS = "row-figure row-label row-change row-item row-note"
PLAN = "plan-ordinal plan-title plan-point"
MARGINS = "header footer minutes draft-mark line-number watermark"
LABELS = (
    "card-figure card-label card-change row-figure row-label row-change row-item table-head table-cell "
    "chart-label chart-year caption header footer draft-mark"
)
SIDE = "side-ordinal side-number side-label side-figure side-change"


def words(*texts: str) -> set[str]:
    """The words of some texts."""
    return set(" ".join(texts).split())


@pytest.mark.parametrize(
    ("area", "roles"),
    [
        ("cover", words(*COVER_ROLES.values())),
        ("contents", {"contents-title", *CONTENTS_ROLES.values()}),
        (
            "apart",
            words(CARDS, ROWS, PLAN, MARGINS, SIDE, "table-head table-cell chart-label chart-year cover-mark")
            | {"task-point", "task-text"},
        ),
    ],
)
def test_what_is_in_cells_and_margins_on_the_cover_or_in_the_contents_is_not_in_the_type_area(
    area: str, roles: set[str]
) -> None:
    assert {role for role, traits in ROLES.items() if traits.area == area} == roles


@pytest.mark.parametrize(
    ("depth", "roles"),
    [
        (1, "heading-1 band annex-title"),
        (2, "heading-2 statement task"),
        (3, "heading-3"),
        (4, "item item-title"),
        (5, "point"),
    ],
)
def test_headings_items_and_points_are_the_outline(depth: int, roles: str) -> None:
    assert {role for role, traits in ROLES.items() if traits.depth == depth} == words(roles)


@pytest.mark.parametrize(
    ("turn", "roles"),
    [
        ("shaped", words("body-title", *COVER_ROLES.values())),
        (
            "centred",
            words(*HEADING_ROLES.values(), "band annex-title statement statement-claim contents-title colophon-title"),
        ),
        (
            "words",
            words(LABELS, "side-label side-figure side-change", *CONTENTS_ROLES.values()),
        ),
        ("clauses", words("plan-title plan-point task")),
    ],
)
def test_titles_and_labels_turn_over_at_their_words(turn: str, roles: set[str]) -> None:
    assert {role for role, traits in ROLES.items() if traits.turn == turn} == roles


def test_points_and_terms_are_entries_of_lists() -> None:
    assert {role for role, traits in ROLES.items() if traits.listed} == {"point", "glossary"}


def test_an_entry_of_the_contents_is_of_the_level_of_its_heading() -> None:
    assert {level: f"contents-{level}" for level in HEADING_ROLES} == CONTENTS_ROLES


def test_fields_of_the_report_print_in_roles_of_their_name() -> None:
    assert all(role == f"cover-{field}" for field, role in COVER_ROLES.items())
    assert FRAMING_ROLES == {"salutation": "salutation", "opening": "body", "closing": "closing"}
    assert SIGNATURE_ROLES == {"signature": "signature", "date": "signature-date"}
    assert set(SIDE_COLUMN_ROLES) == words(SIDE)
    assert {"card-unit", "row-unit", "side-unit"} == UNIT_ROLES

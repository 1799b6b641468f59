"""Lists between which an entry moved are one unit: they change together or not at all."""

import time

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.entry_changes import list_units
from reportgen.manuscript.entry_tree import EntryNode, Level

MANY = 20_000
SECONDS = 10
"""Of the processor; a twentieth is usual."""

FIRST, SECOND, THIRD = (("reviews", "sections", number) for number in range(3))
PRINTED: list[FieldPath] = [
    ("reviews",), FIRST, (*FIRST, "items", 0), (*FIRST, "items", 1), SECOND, (*SECOND, "items", 0), THIRD,
]  # fmt: skip


def section(old: FieldPath, *items: FieldPath) -> EntryNode:
    """A section with items of the base."""
    return EntryNode(Level.SECTION, old, items=[EntryNode(Level.ITEM, item) for item in items])


def units(*sections: EntryNode) -> list[set[str]]:
    """The units of more than one list, each list as it would be written."""
    found: dict[FieldPath, set[str]] = {}
    for path, unit in list_units([EntryNode(Level.PART, ("reviews",), sections=[*sections])], PRINTED).items():
        found.setdefault(unit, set()).add(".".join(map(str, path)))
    return sorted((unit for unit in found.values() if len(unit) > 1), key=sorted)


def test_lists_whose_entries_stayed_are_units_of_their_own() -> None:
    assert units(section(FIRST, PRINTED[2], PRINTED[3]), section(SECOND, PRINTED[5]), section(THIRD)) == []


def test_lists_between_which_an_entry_moved_are_one() -> None:
    assert units(section(FIRST, PRINTED[2]), section(SECOND, PRINTED[5]), section(THIRD, PRINTED[3])) == [
        {"reviews.sections.0.items", "reviews.sections.2.items"}
    ]


def test_a_chain_of_moves_is_one_unit() -> None:
    assert units(section(FIRST, PRINTED[2]), section(SECOND, PRINTED[3]), section(THIRD, PRINTED[5])) == [
        {"reviews.sections.0.items", "reviews.sections.1.items", "reviews.sections.2.items"}
    ]


def test_the_items_of_a_section_that_is_gone_go_with_the_list_it_was_in() -> None:
    assert units(section(FIRST, PRINTED[2], PRINTED[3]), section(THIRD)) == [
        {"reviews.sections", "reviews.sections.1.items", "reviews.sections.1.items.0.items"}
    ]


def test_many_entries_take_no_more_than_their_share() -> None:
    items: list[FieldPath] = [(*FIRST, "items", number) for number in range(MANY)]
    part = EntryNode(Level.PART, ("reviews",), sections=[section(FIRST), section(SECOND, *items)])
    began = time.process_time()
    found = list_units([part], [("reviews",), FIRST, SECOND, *items])
    assert time.process_time() - began < SECONDS
    assert found[*FIRST, "items"] == found[*SECOND, "items"]

"""Applying the edits that diagnostics carry, with diagnostics made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import CODES, FIX_KINDS, Diagnostic, Edit, apply_edits
from reportgen.formatting import AppliedFix, apply_fixes
from reportgen.source import Source
from tests.support import ROOT, examine

SOURCE = Source("2025.yaml", "schema: 1\ntitle：工作报告\nlabel: 图解,全\n")
COLON = Edit(15, 16, ": ")
COMMA = Edit(30, 31, "，")
AUTHORS_CHOICE = {
    "block-unindented",
    "bracket-in-comment",
    "bracket-wrong",
    "character-control",
    "dash-missing",
    "entries-joined",
    "indent-crooked",
    "indent-uneven",
    "key-misplaced",
    "line-without-colon",
    "quote-backslash",
    "slip-colon-missing",
    "slip-comma-doubtful",
    "slip-comma-missing",
    "slip-dash-missing",
    "structure-in-text",
    "text-beside-mark",
    "text-unquoted",
    "quote-unclosed",
    "bracket-unclosed",
    "merge-conflict",
    "text-cut-in-brackets",
    "escape-typed",
    "metric-contradicted",
    "metric-typed",
    "more-after-tens",
    "more-misplaced",
    "unit-scaled",
    "unit-twice",
    "yaml-syntax",
    "text-without-stop",
    "year-relative",
}
"""Their edits let YAML read on, and guess what the author meant."""


def _found(code: str, *edits: Edit) -> Diagnostic:
    return Diagnostic(code, SOURCE.place(0, 0), edits=edits)


def test_each_fix_is_listed_with_its_place_in_the_order_of_the_file() -> None:
    fixed = apply_fixes(SOURCE, (_found("slip-comma", COMMA), _found("slip-colon", COLON)), {"ime"})
    assert fixed.text == "schema: 1\ntitle: 工作报告\nlabel: 图解，全\n"
    assert fixed.fixes == (AppliedFix(2, 6, "：", ": "), AppliedFix(3, 10, ",", "，"))


def test_only_the_kinds_asked_for_are_applied() -> None:
    found = (_found("slip-colon", COLON), _found("punctuation-half-width", COMMA), _found("key-unknown", COMMA))
    assert len(apply_fixes(SOURCE, found, {"ime"}).fixes) == 1
    assert apply_fixes(SOURCE, found, {"punctuation"}).fixes == (AppliedFix(3, 10, ",", "，"),)
    assert len(apply_fixes(SOURCE, found, {"ime", "punctuation"}).fixes) == 2
    assert apply_fixes(SOURCE, found, ()).text == SOURCE.text


def test_a_diagnostic_whose_place_is_taken_is_left_out_whole() -> None:
    both = _found("slip-hash", COMMA, Edit(14, 16, "E: "))
    fixed = apply_fixes(SOURCE, (_found("slip-colon", COLON), both), {"ime"})
    assert fixed.fixes == (AppliedFix(2, 6, "：", ": "),)


_EDITS = st.tuples(st.integers(0, 20), st.integers(0, 4)).map(lambda at: Edit(at[0], at[0] + at[1], "x"))
_OF_ONE = st.lists(_EDITS, min_size=1, max_size=2).filter(
    lambda edits: len(edits) == 1 or not _meet(*edits)  # those of one diagnostic never do
)


def _meet(one: Edit, other: Edit) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


@given(st.lists(_OF_ONE, max_size=12))
def test_what_is_applied_is_what_overlaps_nothing_that_came_first(found: list[list[Edit]]) -> None:
    """As comparing each edit with all others would have it."""
    accepted: list[Edit] = []
    for edits in found:
        new = [edit for edit in edits if edit not in accepted]
        if not any(_meet(edit, other) for edit in new for other in accepted):
            accepted += new
    source = Source("2025.yaml", "一二三四五六七八九十" * 3)
    fixed = apply_fixes(source, [_found("slip-comma", *edits) for edits in found], {"ime"})
    assert fixed.text == apply_edits(source.text, accepted)


def test_two_diagnostics_with_the_same_edit_make_it_once() -> None:
    fixed = apply_fixes(SOURCE, (_found("slip-colon", COLON), _found("slip-dash", COLON, COMMA)), {"ime"})
    assert len(fixed.fixes) == 2


def test_two_insertions_at_one_place_are_not_both_made() -> None:
    found = (_found("slip-tab", Edit(10, 10, "a")), _found("slip-hash", Edit(10, 10, "b")))
    assert apply_fixes(SOURCE, found, {"ime"}).text.startswith("schema: 1\natitle")


@pytest.mark.slow
def test_whoever_carries_edits_is_fixed_by_a_kind_or_left_to_the_author() -> None:
    """Over every report of the cases: a new code with edits must say which of the two it is."""
    reports = (ROOT / "tests" / "cases").glob("*/2*.yaml")
    found = [each for path in reports for each in examine(path.read_bytes()).found]
    assert {each.code for each in found if each.edits} == set(FIX_KINDS) | AUTHORS_CHOICE
    assert set(FIX_KINDS) <= set(CODES)

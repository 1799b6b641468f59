"""Where what layout found was written: in the report, else in the words that a style sheet puts into it."""

import pytest

from reportgen.diagnostics import FieldPath, Place
from reportgen.document import Origin
from reportgen.layout import LooseLine, MissingCharacter
from reportgen.writers.text_places import Roots, loose_lines, missing_characters
from tests.support import nodes

RARE = "\U0002a6a5"
INTRO: FieldPath = ("reviews", "intro")
"""Where the text of the report below is."""


def roots(sheet: str, intro: str = "甲乙丙") -> Roots:
    report = nodes(f"reviews:\n  intro: {intro}\n")
    return {"report": report, "old": report, "sheet": nodes(sheet)}


@pytest.mark.parametrize(
    ("sheet", "path"),
    [
        ("reviews: {items: {separator: 𪚥}}\n", ("reviews", "items", "separator")),
        ("tasks: {items: {separator: 𪚥}}\n", ("tasks", "items", "separator")),
        ("insights: {items: {separator: 𪚥}}\n", ("insights", "items", "separator")),
        ("metrics: {title: 数𪚥}\n", ("metrics", "title")),
        ("contents: {page_number: 𪚥}\n", ("contents", "page_number")),
        ("body_page_number: 第𪚥页\n", ("body_page_number",)),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else "",
)
def test_words_of_a_sheet_that_print_inside_others_are_found_there(sheet: str, path: FieldPath) -> None:
    (found,) = missing_characters([MissingCharacter(RARE, Origin(INTRO))], roots(sheet))
    column = sheet.index(RARE) + 1
    assert found.place == Place("2025.yaml", 1, column, 1, column + 1, path)


@pytest.mark.parametrize(
    ("intro", "column", "end"),
    [("甲𪚥乙", 11, 12), ("甲乙丙", 10, 13)],
)
def test_a_character_is_looked_for_in_its_own_text_first(intro: str, column: int, end: int) -> None:
    """The whole text is its place where the character is nowhere."""
    sheet = f"metrics: {{title: {RARE if RARE in intro else '数'}}}\n"
    (found,) = missing_characters([MissingCharacter(RARE, Origin(INTRO))], roots(sheet, intro))
    assert found.place == Place("2025.yaml", 2, column, 2, end, INTRO)
    assert found.words == {"character": RARE, "code_point": "U+2A6A5"}


@pytest.mark.parametrize(
    ("intro", "column", "step"),
    [("[甲, 乙𪚥]", 15, 1), ("{lead: 甲, text: 乙𪚥}", 27, "text"), ("{lead: 𪚥, text: 乙}", 17, "lead")],
)
def test_a_character_is_found_in_the_text_of_a_field_that_has_it(intro: str, column: int, step: int | str) -> None:
    """Where a paragraph is made of several of them."""
    (found,) = missing_characters([MissingCharacter(RARE, Origin(INTRO))], roots("{}", intro))
    assert found.place == Place("2025.yaml", 2, column, 2, column + 1, (*INTRO, step))


@pytest.mark.parametrize(
    ("line", "named", "column", "end"),
    [
        ("我们请各位委员在", "我们请各位委", 13, 19),
        ("阅读", "阅读", 21, 23),
        ("共5件", "共5件", 10, 23),
    ],
)
def test_a_loose_line_is_named_and_found_by_its_first_characters(line: str, named: str, column: int, end: int) -> None:
    """By six at most, since a metric may follow; where it begins with one, its place is the whole text."""
    texts = roots("{}", "全年来我们请各位委员在阅读")
    (found,) = loose_lines([LooseLine(line, Origin(INTRO))], texts)
    assert found.words == {"line": named}
    assert found.place == Place("2025.yaml", 2, column, 2, end, INTRO)

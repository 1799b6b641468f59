"""Ordinals in Word: counted by its own lists, as the document counts them."""

from random import Random
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from reportgen.document import inline_text
from reportgen.style import ItemForm, PartStyle, SectionStyle, StyleSheet
from tests.docx.made import (
    CASES,
    BuildResult,
    made,
    made_of,
    pairs,
    style_elements,
)
from tests.docx.reading import WORD, Counter, attribute, paragraphs, part, run_text, style_of
from tests.docx.validity import faults
from tests.support import MINIMAL, PLAIN, STYLES, sheet_named

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@pytest.mark.parametrize(("style", "report"), CASES)
def test_word_counts_every_ordinal_as_the_document_does(style: str, report: str) -> None:
    """A secretary who moves a section gets the next number by herself; so none may be typed, none counted wrong."""
    each = made(style, report)
    counter = Counter(each.data)
    found = [(counter.text(paragraph), run_text(paragraph)) for paragraph, _ in pairs(each)]
    named = {"cover-name"}  # these count nothing, and are typed
    expected = [
        ("", block.ordinal.text + inline_text(block.inlines))
        if block.ordinal and block.ordinal.role in named
        else (block.ordinal.text if block.ordinal else "", inline_text(block.inlines))
        for _, block in pairs(each)
    ]
    assert found == expected
    assert any(ordinal for ordinal, _ in expected)


@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_level_of_a_list_is_passed_over(style: str, report: str) -> None:
    """Else programs that begin a level again after the one right above it count items on through the report."""
    each = made(style, report)
    one, other = Counter(each.data), Counter(each.data, by_next=True)
    found = [(one.text(paragraph), other.text(paragraph)) for paragraph, _ in pairs(each)]
    assert [by_next for _, by_next in found] == [by_any for by_any, _ in found]


@pytest.mark.parametrize("style", STYLES)
def test_numbers_past_ten_are_counted_too(style: str) -> None:
    """十一, 二十 and 二十一 are where number formats part ways."""
    sections = "".join(f"    - title: 第{number}节\n" for number in range(1, 23))
    each = made_of(
        f"schema: 1\nyear: 2025\ntitle: 报告\ntasks:\n  title: 任务\n  sections:\n{sections}", sheet_named(style)
    )
    counter = Counter(each.data)
    heads = ("heading-2", "task")
    counted = [counter.text(paragraph) for paragraph, block in pairs(each) if block.role in heads]
    assert counted == [block.ordinal.text for _, block in pairs(each) if block.role in heads and block.ordinal]
    if sheet_named(style).tasks.show == "title":  # the sections are in the plan, whose ordinals are its text
        assert counted == []
        assert "二十一" in [run_text(paragraph) for paragraph in paragraphs(each.data)]
    else:
        assert any("二十一" in ordinal for ordinal in counted)


def lists_named_by_paragraphs(each: BuildResult) -> list[str]:
    """The styles of the paragraphs that name a list of their own, besides the one their style is linked to."""
    return [
        style_of(paragraph)
        for paragraph in paragraphs(each.data)
        if paragraph.find(f"{WORD}pPr/{WORD}numPr") is not None
    ]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_headings_are_levels_of_one_list_that_their_styles_are_linked_to(style: str, report: str) -> None:
    """A new section then counts by itself; a list that only paragraphs know is lost with the next paste."""
    each = made(style, report)
    styles = style_elements(each.data)
    numbering = part(each.data, "word/numbering.xml")
    outline = next(iter(numbering.iter(f"{WORD}abstractNum")))
    assert attribute(outline.find(f"{WORD}multiLevelType"), "val") == "multilevel"
    linked = {
        attribute(level.find(f"{WORD}pStyle"), "val"): attribute(level, "ilvl")
        for level in outline.iter(f"{WORD}lvl")
        if level.find(f"{WORD}pStyle") is not None
    }
    assert {"Heading1": "0", "Heading2": "1"}.items() <= linked.items()
    for name, level in linked.items():
        properties = styles[name].find(f"{WORD}pPr/{WORD}numPr")
        assert properties is not None
        assert (attribute(properties[0], "val"), attribute(properties[1], "val")) == (level, "1")


def test_official_needs_no_list_but_those_of_its_styles() -> None:
    """一、, （一）, 1. throughout: no paragraph says anything of numbers itself."""
    assert lists_named_by_paragraphs(made("official")) == []


def test_headings_that_a_part_numbers_otherwise_have_a_style_of_their_own() -> None:
    """In plenary the first part's sections are 1 2 3, those of the second 一 二; no heading names a list itself."""
    assert lists_named_by_paragraphs(made("classic")) == []
    assert lists_named_by_paragraphs(made(PLAIN)) == ["Heading2"] * 3
    data = made("classic").data
    style = style_elements(data)["Heading2Tasks"]
    assert attribute(style.find(f"{WORD}name"), "val") == "标题 2（任务）"
    assert attribute(style.find(f"{WORD}basedOn"), "val") == "Heading2"


TYPED = f'<w:p xmlns:w="{WORD[1:-1]}"><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>新添的一节</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("style", "typed", "expected"),
    [("classic", "Heading2Tasks", "二"), ("official", "Heading2", "（二）"), ("lectern", "Heading2", "（二）")],
)
def test_a_heading_typed_among_tasks_has_their_next_number(style: str, typed: str, expected: str) -> None:
    """By its style alone: nothing is copied, no list is chosen."""
    each = made(style)
    found = list(part(each.data).iter(f"{WORD}p"))
    tasks = {inline_text(block.inlines) for _, block in pairs(each) if block.origin.path[:2] == ("tasks", "sections")}
    first = next(
        number
        for number, paragraph in enumerate(found)
        if style_of(paragraph) == typed and run_text(paragraph) in tasks
    )
    counter = Counter(each.data)
    counted = [
        (counter.text(paragraph), style_of(paragraph))
        for paragraph in (*found[: first + 1], ElementTree.fromstring(TYPED % typed), *found[first + 1 :])
    ]
    assert counted[first + 1] == (expected, typed)
    after = [text for text, name in counted[first:] if name == typed]
    assert after[:3] == [text.replace("二", number) for text, number in zip([expected] * 3, "一二三", strict=True)]


@pytest.mark.parametrize("style", STYLES)
def test_a_section_added_in_word_moves_the_numbers_after_it_on(style: str) -> None:
    """The point of automatic numbers: copying a heading is all a secretary does."""
    each = made(style)
    found = list(part(each.data).iter(f"{WORD}p"))
    second = [index for index, paragraph in enumerate(found) if style_of(paragraph) == "Heading2"][1]
    numbers: list[list[str]] = []
    for shown in (found, [*found[:second], found[second], *found[second:]]):
        counter = Counter(each.data)
        texts = [(style_of(paragraph), counter.text(paragraph)) for paragraph in shown]
        numbers.append([text for name, text in texts if name == "Heading2"])
    before, after = numbers
    assert after[:6] == before[:6]
    assert after[6] == {"plenary": "7", "official": "（七）", "lectern": "（七）", "handout": "7"}[style]
    assert after[7:] == before[6:]


MIXED = """schema: 1
year: 2025
title: 报告
reviews:
  title: 回顾
  items: [甲, {text: 乙。}, 丙]
  sections:
    - {title: 一节, items: [甲, {title: 乙, text: "二段\\n\\n三段"}]}
    - {title: 二节, items: [甲]}
tasks:
  title: 任务
  items: [甲]
  sections: [{title: 三节, items: [甲, 乙]}, {title: 四节}, {title: 五节, items: [甲]}]
insights:
  title: 感悟
  items: [甲, {text: 无题。}, 丙]
  sections: [{title: 六节, items: [甲, {text: 无题。}]}]
glossary:
  - {term: 甲, meaning: "一。\\n\\n二。"}
"""


@pytest.mark.parametrize("style", STYLES)
def test_items_before_sections_and_without_titles_keep_their_numbers(style: str) -> None:
    """Where one series runs through several styles, or two through one, Word's own counting is not enough."""
    each = made_of(MIXED, sheet_named(style))
    counter = Counter(each.data)
    found = [(counter.text(paragraph), run_text(paragraph)) for paragraph, _ in pairs(each)]
    assert found == [
        (block.ordinal.text if block.ordinal else "", inline_text(block.inlines)) for _, block in pairs(each)
    ]


FORMATS = ("{1}", "{一}、", "（{一}）", "{1}.", "第{一}节", None)


def of_parts(base: StyleSheet, chance: Random) -> StyleSheet:
    """A sheet whose parts number in ways of their own."""

    def section(style: SectionStyle | None) -> SectionStyle | None:
        return style and replace(style, ordinal=chance.choice(FORMATS), badge=chance.random() < 0.3)

    def part_style(style: PartStyle) -> PartStyle:
        form: ItemForm = chance.choice(("run-in", "points", "headings"))
        items = replace(style.items, form=form, ordinal=chance.choice(FORMATS))
        return replace(style, ordinal=chance.choice(FORMATS), sections=section(style.sections), items=items)

    parts = {name: part_style(getattr(base, name)) for name in ("reviews", "tasks", "insights")}
    return replace(base, **parts)


@pytest.mark.parametrize("seed", range(12))
def test_however_parts_number_word_counts_as_the_document(seed: int) -> None:
    """Headings with bullets and none among them."""
    chance = Random(seed)
    each = made_of(MIXED, of_parts(sheet_named(chance.choice(("plenary", "official", "handout"))), chance))
    counter = Counter(each.data)
    found = [(counter.text(paragraph), run_text(paragraph)) for paragraph, _ in pairs(each)]
    assert found == [
        (block.ordinal.text if block.ordinal else "", inline_text(block.inlines)) for _, block in pairs(each)
    ]
    assert faults(each.data) == []


def test_headings_without_ordinals_are_levels_that_print_nothing() -> None:
    """What is below them begins again under each of them, in Word as on our pages."""
    given = sheet_named("official")
    assert given.reviews.sections is not None
    bare = replace(given.reviews, sections=replace(given.reviews.sections, ordinal=None))
    report = f"{MINIMAL}  sections: [{{title: 甲, items: [一, 二]}}, {{title: 乙, items: [三]}}]\n"
    data = made_of(report, replace(given, reviews=bare)).data
    outline = next(iter(part(data, "word/numbering.xml").iter(f"{WORD}abstractNum")))
    values = [
        [attribute(level.find(f"{WORD}{name}"), "val") for name in ("pStyle", "numFmt", "lvlText")]
        for level in outline.iter(f"{WORD}lvl")
    ]
    assert values == [
        ["Heading1", "chineseCountingThousand", "%1、"],
        ["Heading2", "none", ""],
        ["ReportItem", "decimal", "%3."],
    ]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_definitions_come_before_lists(style: str, report: str) -> None:
    """Word refuses another order; no validator at hand tells."""
    kinds = [child.tag.removeprefix(WORD) for child in part(made(style, report).data, "word/numbering.xml")]
    assert kinds == sorted(kinds)
    assert set(kinds) == {"abstractNum", "num"}


# Contents

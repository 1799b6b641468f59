"""What is worked out of a style sheet once: the type area, looks, the form of drafts."""

import re
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

import reportgen
from reportgen.style import Length, PreparedSheet, TextStyle, TypeArea, prepare
from reportgen.style.prepared import SideArea, SideAreas, Strip
from reportgen.style.roles import HEADING_ROLES, PARENT_ROLES, ROLES, BlockRole, HeadingLevel
from reportgen.style.sheet_types import ContentsStyle, GlossaryStyle
from tests.beside import side_sheet
from tests.style.test_changed_sheets import read as read_changed
from tests.support import nodes, prepared, sheet_named

SOURCE = Path(next(iter(reportgen.__path__)))
MILLIMETRE = 72 / 25.4


def read(page: str) -> PreparedSheet:
    """The official sheet with other lengths of its page."""
    style = sheet_named("official")
    lengths = {key: Length(float(value), "mm") for key, value in re.findall(r"(\w+) (\d+)", page)}
    return prepare(replace(style, page=replace(style.page, **lengths)), nodes("{}"))


def in_millimetres(area: TypeArea) -> list[float]:
    found = (area.left, area.right, area.top, area.bottom, area.width, area.height)
    return [round(each / MILLIMETRE, 6) for each in found]


def test_the_type_area_is_what_the_margins_leave() -> None:
    sheet = read("width 210, height 297, left 28, right 26, top 37, bottom 35")
    assert in_millimetres(sheet.area) == [28, 26, 37, 35, 156, 225]


@pytest.mark.parametrize(("facing", "left"), [(True, 28), (False, 27)])
def test_a_cover_is_in_the_middle_of_its_page_where_pages_do_not_face(facing: bool, left: int) -> None:
    sheet = read("width 210, height 297, left 28, right 26, top 37, bottom 35")
    page = replace(sheet.style.page, facing=facing)
    area = prepare(replace(sheet.style, page=page), nodes("{}")).area
    assert round(area.cover_left / MILLIMETRE, 6) == left


@pytest.mark.parametrize(("shift", "left", "right"), [(12, 16, 38), (28, 0, 54), (100, 0, 54)])
def test_a_draft_moves_the_type_area_to_the_binding_edge_as_far_as_it_can(shift: int, left: int, right: int) -> None:
    """So wide and high as before, so that no line breaks otherwise; all looks stay."""
    sheet = read("width 210, height 297, left 28, right 26, top 37, bottom 35")
    assert sheet.style.draft is not None
    draft = replace(sheet.style.draft, shift=Length(float(shift), "mm"))
    sheet = replace(sheet, style=replace(sheet.style, draft=draft))
    moved = sheet.for_draft(3)
    assert in_millimetres(moved.area) == [left, right, 37, 35, 156, 225]
    assert (moved.looks, moved.style.draft) == (sheet.looks, draft)
    assert moved.area == prepare(moved.style, moved.nodes.root).area


def test_a_draft_moves_the_side_column_with_the_type_area_and_no_further_than_the_edge() -> None:
    """It begins 8 mm left of the type area, 16 mm from the edge of the paper."""
    sheet = prepared(side_sheet())
    assert sheet.style.draft is not None
    draft = replace(sheet.style.draft, shift=Length(20.0, "mm"))
    moved = replace(sheet, style=replace(sheet.style, draft=draft)).for_draft(3)
    assert in_millimetres(moved.area)[:2] == [8, 40]
    assert moved.side == sheet.side


@pytest.mark.parametrize(
    "side", ["inner: 30pt, width: 20pt, gap: 10pt, outer: 30pt", "inner: 3em, width: 1行, gap: 1em, outer: 3em"]
)
def test_the_side_column_and_the_text_beside_it_are_measured_from_the_edges_of_the_paper(side: str) -> None:
    """The type area is 300 pt wide, 50 pt from the edges; ems are those of ``base``."""
    sheet, found, _ = read_changed(f"side: {{texts: [reviews], {side}}}, text: {{body: {{size: 20pt}}}}")
    assert sheet is not None, found
    assert sheet.side == SideAreas(
        SideArea(Strip(-20, 20, 320), Strip(10, 310, -30), Strip(-20, 340, 0)),
        SideArea(Strip(0, 0, 300), Strip(10, 290, -10), Strip(0, 300, 0)),
    )
    assert sheet.side.beyond == 20


def test_a_side_column_within_the_type_area_is_not_beyond_it() -> None:
    sheet, found, _ = read_changed("side: {texts: [reviews], inner: 60pt, width: 20pt, gap: 10pt, outer: 50pt}")
    assert sheet is not None, found
    assert sheet.side is not None
    assert sheet.side.beyond == 0


@pytest.mark.parametrize(("share", "before"), [(1.0, 10.0), (0.5, 5.0), (0.0, 0.0)])
def test_a_cover_with_less_space_has_it_between_its_lines_alone(share: float, before: float) -> None:
    space = "{before: 10pt, after: 20pt}"
    sheet, found, _ = read_changed(f"text: {{cover-title: {space}, contents-1: {space}, body: {space}}}")
    assert sheet is not None, found
    looks = sheet.with_cover_share(share).looks
    assert [looks.block("cover-title").before, looks.block("cover-title").after] == [before, 2 * before]
    assert [(looks.block(role).before, looks.block(role).after) for role in ("contents-1", "body")] == [(10, 20)] * 2


def test_a_sheet_is_changed_in_one_thing_at_a_time() -> None:
    change = "glossary: {title: 名词, notes: endnotes}, contents: {title: 目录, least: 6}, text: {body: {before: 2行}}"
    sheet, found, _ = read_changed(change)
    plain, _, _ = read_changed("footer: ~")
    assert sheet is not None, found
    assert plain is not None
    listed, any_contents, pitched = sheet.with_listed_notes(), sheet.with_any_contents(), sheet.with_pitch(25.0)
    assert listed.style.glossary == GlossaryStyle(title="名词", notes="list")
    assert any_contents.style.contents == ContentsStyle(title="目录", least=1)
    assert (pitched.looks.line(), pitched.looks.block("body").before) == (25.0, 50.0)
    assert (plain.with_listed_notes(), plain.with_any_contents()) == (plain, plain)
    assert plain.for_draft(3) == plain


def test_what_is_final_has_nothing_of_a_draft() -> None:
    sheet = prepared(sheet_named("official"))
    assert sheet.style.draft is not None
    assert sheet.for_draft(0) == replace(sheet, style=replace(sheet.style, draft=None))


def test_other_texts_have_other_looks() -> None:
    sheet = prepared(sheet_named("official"))
    larger = sheet.with_text({"body": TextStyle(size=Length(30.0, "pt"))})
    assert (larger.looks.block("body").size, larger.style.text["body"].size) == (30.0, Length(30.0, "pt"))
    assert larger.looks.block("heading-1") == sheet.looks.block("heading-1")
    assert (larger.area, larger.nodes) == (sheet.area, sheet.nodes)


def test_looks_and_margins_are_worked_out_in_one_place() -> None:
    """Whoever needs them gets the prepared sheet; lengths of the page are read nowhere else."""
    pattern = re.compile(r"(?<!class )\bLooks\(|\bpage\.(?:width|height|left|right|top|bottom)\b")
    places = {
        path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if pattern.search(path.read_text("utf-8"))
    }
    assert places == {"style/prepared.py"}


@pytest.mark.parametrize("role", ["band", "statement", "annex-title"])
def test_a_heading_with_a_look_of_its_own_is_of_the_level_it_looks_like(role: BlockRole) -> None:
    """As to page starts, depth and turned lines it is the heading whose look it takes what it leaves out from."""
    assert ROLES[role] == ROLES[PARENT_ROLES[role]]


def test_what_is_beside_the_parts_is_in_no_section_of_theirs() -> None:
    assert {role for role, traits in ROLES.items() if traits.beside_parts} == {
        "body-title", "signature", "signature-date", "annex-note", "annex-note-next", "annex-label", "colophon-title",
        "colophon",
    }  # fmt: skip


def test_the_cover_is_in_the_middle_of_the_paper_unless_pages_face() -> None:
    """The lectern's texts leave room for notes at one side; official is bound at the left."""
    middle = {
        name: prepared(sheet_named(name)).area.cover_left / MILLIMETRE for name in ("lectern", "official", "classic")
    }
    assert middle == {"lectern": pytest.approx(39), "official": pytest.approx(28), "classic": pytest.approx(30.92)}


def test_a_heading_of_every_level_has_a_role_of_that_name() -> None:
    assert {level: f"heading-{level}" for level in get_args(HeadingLevel)} == HEADING_ROLES

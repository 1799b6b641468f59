"""Everything can be read: in colour and printed in grey, by those who see little contrast, and at the size it has."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, get_args

import pytest

from reportgen.style import COVER_ROLES, BlockRole, Colour, Looks, RunRole, StyleSheet
from reportgen.style.roles import PARENT_ROLES
from tests.layout.printed import printed_pages
from tests.pdf.test_pdf import made
from tests.support import ROOT, STYLES, sheet_named

WHITE = Colour("ffffff")
DECORATION = ("watermark", "cover-mark", "base")
"""The watermark and the year on the cover are meant to be read past; base is what others take from."""

EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text(encoding="utf-8")
SMALLEST = 8.0
"""Points of the smallest text, numbers beside the lines of drafts."""

SMALLEST_IN_FIGURES = 7.5
"""Points of the years below small charts."""

ENOUGH, ENOUGH_LARGE, LARGE = 4.5, 3.0, 18.0
"""WCAG 2.1 1.4.3, AA: the ratio for text, and for text of 18 pt and more."""


class Print(NamedTuple):
    """A kind of text on a kind of paper."""

    name: str
    colour: Colour
    paper: Colour
    size: float


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.1): what is left of a colour in grey."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def paper_of(role: str, sheet: StyleSheet) -> Colour:
    """What lies behind a paragraph that has no fill of its own."""
    fill = None
    if role == "table-head":
        fill = sheet.tables.head_fill
    elif role.startswith("card-") and sheet.cards:
        fill = sheet.cards.fill
    elif role.startswith("plan-") and sheet.plan:
        fill = sheet.plan.fill
    elif sheet.cover_ground and role in on_ground(sheet):
        fill = sheet.cover_ground.colour
    return sheet.colours[fill] if fill else WHITE


def on_ground(sheet: StyleSheet) -> set[str]:
    """The roles of the lines of a cover that are on the ground behind it, each of them of one colour."""
    lines, ground = sheet.cover, sheet.cover_ground
    if ground is None or not sheet.cover_page:
        return set()
    below = next((i for i, line in enumerate(lines) if line.at and line.at.points() >= ground.height.points()), None)
    return {COVER_ROLES[line.field] for line in lines[:below]}


def prints(sheet: StyleSheet) -> Iterator[Print]:
    """Every text of every role, plain and in every role of runs that may stand in it."""
    looks = Looks(sheet)
    of_one_colour = on_ground(sheet)
    for role in get_args(BlockRole):
        if role in DECORATION:
            continue
        look = looks.block(role)
        paper = look.fill or paper_of(role, sheet)
        yield Print(role, look.colour, paper, look.size)
        for run in sheet.runs:
            if may_be_used(run, role) and not (run == "metric" and role in of_one_colour):
                in_run = looks.run(role, (run,))
                size = in_run.size if not in_run.rise else SMALLEST  # raised marks are as small as such marks are
                yield Print(f"{role} {run}", in_run.colour, in_run.fill or paper, size)


PLAIN_TEXT = ("card-", "header", "footer", "draft-", "line-", "chart-", "contents-", "minutes", "plan-ordinal")
"""Roles whose texts are of one run."""

TITLES = ("cover-", "heading-1", "colophon")
"""Roles of lines that may emphasize a word or name a metric, no more."""


def may_be_used(run: RunRole, role: BlockRole) -> bool:
    """Whether a run of this role is in such a paragraph, or in what it takes after."""
    if run == "card-unit":
        return role == "card-figure"
    like = PARENT_ROLES.get(role, role)
    if like.startswith(PLAIN_TEXT) or role.startswith(PLAIN_TEXT):
        return False
    if like.startswith(TITLES):
        return run in ("strong", "metric")
    return not like.startswith("heading-") or run in ("ordinal", "badge", "strong", "metric")


def as_it_is(colour: Colour) -> Colour:
    return colour


def as_printers_grey(colour: Colour) -> Colour:
    """The grey of drivers and of poppler (ITU-R BT.601), where red is lighter than to the eye."""
    red, green, blue = colour.rgb
    return Colour(f"{round(255 * (0.299 * red + 0.587 * green + 0.114 * blue)):02x}" * 3)


@pytest.mark.parametrize("printed", [as_it_is, as_printers_grey])
@pytest.mark.parametrize("style", STYLES)
def test_text_stands_out_from_its_paper(style: str, printed: Callable[[Colour], Colour]) -> None:
    found = [
        (each.name, contrast(printed(each.colour), printed(each.paper)), each.size)
        for each in prints(sheet_named(style))
    ]
    assert len(found) > 100
    faint = [
        f"{name}: {ratio:.2f}" for name, ratio, size in found if ratio < (ENOUGH_LARGE if size >= LARGE else ENOUGH)
    ]
    assert faint == []


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_smaller_than_can_be_read(style: str) -> None:
    least = {"chart-year": SMALLEST_IN_FIGURES}
    assert [each.name for each in prints(sheet_named(style)) if each.size < least.get(each.name, SMALLEST)] == []


NOT_SPOKEN = (
    "base", "contents-", "table-", "card-", "plan-", "caption", "chart-", "glossary", "annex-", "colophon", "header",
    "draft-", "line-", "watermark",
)  # fmt: skip
"""Roles of what the lectern sheet leaves out, or prints in drafts and comparisons only."""


def test_the_lectern_can_be_read_standing() -> None:
    """22 pt and more in everything a final report prints: by its roles, and by what is in the PDF."""
    sheet = sheet_named("lectern")
    left_out = (sheet.contents, sheet.cards, sheet.plan, sheet.metrics, sheet.glossary, sheet.header)
    assert (set(left_out), sheet.colophon) == ({None}, ())
    small = [each.name for each in prints(sheet) if each.size < 22 and not each.name.startswith(NOT_SPOKEN)]
    assert [name for name in small if not name.endswith("note-mark")] == [], "there is no glossary for marks to lead to"
    for report in ("", EVERY_FIELD):
        for page in printed_pages(made("lectern", report)[2]):
            assert all(each.size >= 22 for each in (*page.text, *page.furniture) if not each.character.isspace())


@pytest.mark.parametrize("style", STYLES)
def test_paper_differs_from_the_page_in_grey(style: str) -> None:
    """What went, in a comparison, and the last column of a chart are told by their grey alone."""
    sheet = sheet_named(style)
    looks = Looks(sheet)
    deleted = looks.run("table-cell", ("deleted",)).fill
    assert deleted is not None
    assert contrast(deleted, WHITE) > 1.2
    charts = (sheet.metrics.chart if sheet.metrics else None, sheet.small_charts)
    for chart in (each for each in charts if each is not None):
        now, past, line = (
            as_printers_grey(sheet.colours[name])
            for name in (chart.colour, chart.past, chart.line_colour or chart.past)
        )
        assert contrast(now, past) > 3
        assert contrast(past, WHITE) > 1.5
        assert contrast(line, WHITE) > 3  # WCAG 2.1 1.4.11: it is thin
        assert contrast(now, line) > 2, "the last dot, which is larger too"


@pytest.mark.parametrize("style", STYLES)
def test_a_change_for_the_worse_is_told_without_colour(style: str) -> None:
    """▲ in the accent is as dark as ▲ in the colour of other changes on many printers."""
    looks = Looks(sheet_named(style))
    for role in ("card-change", "row-change", "side-change"):
        plain, adverse = looks.run(role, ()), looks.run(role, ("adverse",))
        assert plain.colour == adverse.colour or adverse.bold > plain.bold


def test_a_faint_colour_would_be_found() -> None:
    assert contrast(Colour("767676"), WHITE) > ENOUGH > contrast(Colour("777777"), WHITE)
    assert contrast(Colour("000000"), WHITE) == pytest.approx(21)

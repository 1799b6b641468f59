"""Everything can be read: in colour and printed in grey, by those who see little contrast, and at the size it has."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

import pytest

from reportgen.style import BlockRole, Colour, Looks, RunRole, StyleSheet
from tests.support import sheet_named

STYLES = ("plenary", "official")
WHITE = Colour("ffffff")
DECORATION = ("watermark", "base")
"""The watermark is meant to be read past; base is what others take from."""

SMALLEST = 8.0
"""Points of the smallest text, numbers beside the lines of drafts."""

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
    if role == "table-head" and sheet.tables.head_fill:
        return sheet.colours[sheet.tables.head_fill]
    if role.startswith("card-") and sheet.cards:
        return sheet.colours[sheet.cards.fill]
    return WHITE


def prints(sheet: StyleSheet) -> Iterator[Print]:
    """Every text of every role, plain and in every role of runs that may stand in it."""
    looks = Looks(sheet)
    for role in get_args(BlockRole):
        if role in DECORATION:
            continue
        look = looks.block(role)
        paper = look.fill or paper_of(role, sheet)
        yield Print(role, look.colour, paper, look.size)
        for run in sheet.runs:
            if may_stand(run, role):
                in_run = looks.run(role, (run,))
                size = in_run.size if not in_run.rise else SMALLEST  # raised marks are as small as such marks are
                yield Print(f"{role} {run}", in_run.colour, in_run.fill or paper, size)


def may_stand(run: RunRole, role: str) -> bool:
    """Whether a run of this role stands in such a paragraph."""
    if run == "card-unit":
        return role == "card-figure"
    if role.startswith(("card-", "cover-", "heading-1", "header", "footer", "draft-", "line-", "chart-", "contents-")):
        return False
    return not role.startswith("heading-") or run in ("ordinal", "badge", "metric")


@pytest.mark.parametrize("style", STYLES)
def test_text_stands_out_from_its_paper(style: str) -> None:
    found = list(prints(sheet_named(style)))
    assert len(found) > 100
    faint = [
        f"{each.name}: {contrast(each.colour, each.paper):.2f}"
        for each in found
        if contrast(each.colour, each.paper) < (ENOUGH_LARGE if each.size >= LARGE else ENOUGH)
    ]
    assert faint == []


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_smaller_than_can_be_read(style: str) -> None:
    assert [each.name for each in prints(sheet_named(style)) if each.size < SMALLEST] == []


@pytest.mark.parametrize("style", STYLES)
def test_paper_can_be_told_from_the_page_in_grey(style: str) -> None:
    """What went, in a comparison, and the last column of a chart are told by their grey alone."""
    sheet = sheet_named(style)
    looks = Looks(sheet)
    deleted = looks.run("table-cell", ("deleted",)).fill
    assert deleted is not None
    assert contrast(deleted, WHITE) > 1.2
    chart = sheet.metrics.chart if sheet.metrics else None
    if chart is not None:
        assert contrast(sheet.colours[chart.colour], sheet.colours[chart.past]) > 3
        assert contrast(sheet.colours[chart.line_colour or chart.past], WHITE) > 3  # WCAG 2.1 1.4.11: it is thin


def test_a_faint_colour_would_be_found() -> None:
    assert contrast(Colour("767676"), WHITE) > ENOUGH > contrast(Colour("777777"), WHITE)
    assert contrast(Colour("000000"), WHITE) == pytest.approx(21)

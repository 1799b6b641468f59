"""How paragraphs, runs, grids and charts look under a sheet: every key of it, in points, and what is left out."""

import pytest
from msgspec.structs import replace

from reportgen.style import Colour, Looks, bold_role
from reportgen.style.looks import BlockLook, DotsLook, RuleLook, RunLook
from reportgen.style.papers import Paper, papers_behind
from tests.style.test_changed_sheets import read

GREY, BLACK, RED = Colour("808080"), Colour("000000"), Colour("ff0000")
RED_TOO = 'colours: {red: "#ff0000"}, '
PLAIN = BlockLook(
    font="黑", bold=False, size=10.0, line=20.0, colour=BLACK, align="justify", first_line=0.0, hang=0.0, left=0.0,
    right=0.0, before=0.0, after=0.0, start="none", keep_next=False, keep_lines=False, fill=None, pad=0.0, rule=None,
)  # fmt: skip
"""A text of which the sheet says nothing: 10 pt on lines of 20 pt."""


def looks(change: str) -> Looks:
    """The looks under the sheet of ``test_changed_sheets`` with some keys changed."""
    sheet, found, _ = read(change)
    assert sheet is not None, found
    return sheet.looks


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("{}", PLAIN),
        ("{size: 12pt, line: 1.5行}", replace(PLAIN, size=12.0, line=30.0)),
        ("{size: 1.2em, line: 2em}", replace(PLAIN, size=12.0, line=24.0)),
        ("{bold: true, align: centre}", replace(PLAIN, bold=True, align="centre")),
        ("{first_line: 2em, hang: 1em}", replace(PLAIN, first_line=20.0, hang=10.0)),
        ("{size: 12pt, left: 2em, right: 1em}", replace(PLAIN, size=12.0, left=24.0, right=12.0)),
        ("{before: 0.5行, after: 3pt}", replace(PLAIN, before=10.0, after=3.0)),
        ("{start: odd, keep_next: true}", replace(PLAIN, start="odd", keep_next=True)),
        ("{keep_lines: true}", replace(PLAIN, keep_lines=True)),
        ("{colour: red, fill: grey, pad: 4pt}", replace(PLAIN, colour=RED, fill=GREY, pad=4.0)),
        (
            "{size: 12pt, rule: {colour: red, thickness: 1pt, gap: 1em}}",
            replace(PLAIN, size=12.0, rule=RuleLook(1.0, RED, 12.0, False, None)),
        ),
        (
            "{rule: {colour: grey, thickness: 0.1em, gap: 0.5行, side: above, width: 3行}}",
            replace(PLAIN, rule=RuleLook(1.0, GREY, 10.0, True, 60.0)),
        ),
    ],
)
def test_a_paragraph_looks_as_its_keys_say(text: str, look: BlockLook) -> None:
    assert looks(f"{RED_TOO}text: {{item: {text}}}").block("item") == look


def test_what_a_role_leaves_out_comes_from_its_parent_then_from_base() -> None:
    found = looks(
        "text: {base: {left: 1pt, right: 1pt, hang: 1pt}, item: {right: 2pt, hang: 2pt}, item-title: {hang: 3pt}}"
    )
    text, item, title = found.block("text"), found.block("item"), found.block("item-title")
    assert [(look.left, look.right, look.hang) for look in (text, item, title)] == [(1, 1, 1), (1, 2, 2), (1, 2, 3)]


BODY = RunLook("黑", 12.0, RED, None, 0.0, 0.0, None, False, None)
"""What has no role of its own in a paragraph of 12 pt, red, on lines of 20 pt."""


@pytest.mark.parametrize(
    ("runs", "look"),
    [
        ("", BODY),
        ("strong: {}", BODY),
        ("strong: {bold: true}", replace(BODY, bold=True)),
        ("strong: {bold: true}, metric: {bold: false}", BODY),
        ("strong: {bold: true}, metric: {colour: grey}", replace(BODY, bold=True, colour=GREY)),
        ("strong: {size: 1.5em}", replace(BODY, size=18.0)),
        ("strong: {size: 1行}, metric: {scale: 0.5}", replace(BODY, size=10.0)),
        ("strong: {scale: 0.5}, metric: {scale: 0.5}", replace(BODY, size=3.0)),
        ("strong: {fill: grey, pad: 2pt}, metric: {pad: 0.5em}", replace(BODY, fill=GREY, pad=8.0)),
        ("strong: {rise: 0.5em}, metric: {rise: -0.25em}", replace(BODY, rise=3.0)),
        ("strong: {gap: 1em}, metric: {colour: grey}", replace(BODY, gap=12.0, colour=GREY)),
        ("strong: {gap: 1em}, metric: {gap: 2pt}", replace(BODY, gap=2.0)),
        ("strong: {dots: {size: 0.5em, gap: 0.25em}}", replace(BODY, dots=DotsLook(6.0, 3.0))),
        ("metric: {font: 楷}", replace(BODY, font="楷")),
    ],
)
def test_a_run_looks_as_its_roles_say_one_after_the_other(runs: str, look: RunLook) -> None:
    fonts = "fonts: {楷: {faces: [Noto Serif SC], word: 楷体, word_latin: Arial}}, "
    found = looks(f"{RED_TOO}{fonts}text: {{body: {{size: 12pt, colour: red}}}}, runs: {{{runs}}}")
    assert found.run("body", ("strong", "metric")) == look


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        ("", None),
        ("strong: {bold: true}", True),
        ("strong: {bold: true}, metric: {colour: grey}", True),
        ("strong: {bold: true}, metric: {bold: false}", False),
        ("strong: {bold: false}, metric: {bold: true}", True),
    ],
)
def test_the_last_role_that_says_so_makes_a_text_bold(runs: str, bold: bool | None) -> None:
    assert looks(f"runs: {{{runs}}}").weight(("strong", "metric")) is bold


def test_bold_text_is_printed_by_another_face() -> None:
    found = looks("runs: {strong: {bold: true}}")
    assert [found.run("body", roles).face_role for roles in ((), ("strong",))] == ["黑", bold_role("黑")]


def test_a_grid_has_its_lengths_in_ems_of_base() -> None:
    text = "text: {body: {size: 20pt}}"
    found = looks(f"{RED_TOO}plan: {{fill: grey, gap: 1em, pad: 0.25行, left: 1em, rule: 1pt}}, {text}").grid("plan")
    assert (found.fill, found.gap, found.pad, found.inset, found.left) == (GREY, 10.0, 5.0, 5.0, 10.0)
    assert (found.rule, found.shares) == (RuleLook(1.0, BLACK, 0.0, False, None), (1.0, 5.0, 4.0))
    found = looks(f"{RED_TOO}plan: {{pad: 1pt, inset: 1em, rule: 0.1em, rule_colour: red}}").grid("plan")
    assert (found.fill, found.pad, found.inset, found.rule) == (None, 1.0, 10.0, RuleLook(1.0, RED, 0.0, False, None))


def test_a_gap_is_stretched_in_ems_of_its_own_text() -> None:
    found = looks("loosest: 0.5em, text: {body: {size: 12pt}}")
    assert (found.loosest("body"), found.loosest("item"), found.line()) == (6.0, 5.0, 20.0)


LARGE = "colour: grey, past: red, axis: grey, height: 6行, slot: 3em, bar: 2em, stroke: 2pt, dot: 4pt, rule: 1pt"
SMALL = "colour: grey, past: red, axis: grey, bar: 0.5, stroke: 2pt, dot: 4pt, last_dot: 6pt, rule: 1pt"
TEXT = "text: {chart-label: {size: 8pt, line: 10pt}, chart-year: {size: 6pt, line: 8pt}}"
CARDS = "cards: {title: 数, inset: 0pt, chart: {width: 12em, height: 2行}}"
SIDE = "side: {texts: [reviews], inner: 30pt, width: 20pt, gap: 10pt, outer: 30pt, chart: {width: 10em, height: 1行}}"


def test_a_large_chart_has_its_lengths_in_ems_of_its_labels() -> None:
    chart = looks(f"{RED_TOO}metrics: {{chart: {{{LARGE}}}}}, {TEXT}").chart()
    assert chart is not None
    assert (chart.role, chart.small, chart.label, chart.pitch) == ("chart-label", False, 8.0, 10.0)
    assert (chart.height, chart.slot, chart.bar, chart.line) == (120.0, 24.0, 16.0, 2.0)
    assert (chart.dot, chart.last_dot, chart.rule) == (4.0, 4.0, 1.0)
    assert (chart.colour, chart.past, chart.axis, chart.line_colour) == (GREY, RED, GREY, RED)
    other = looks(f"{RED_TOO}metrics: {{chart: {{{LARGE}, line_colour: grey}}}}, {TEXT}").chart("page")
    assert other == replace(chart, line_colour=GREY)


def test_small_charts_are_as_large_as_their_place_says() -> None:
    found = looks(f"{RED_TOO}small_charts: {{{SMALL}}}, {CARDS}, {SIDE}, {TEXT}")
    card, side = found.chart("card"), found.chart("side")
    assert found.chart("page") is None
    assert card is not None
    assert side is not None
    assert (card.role, card.small, card.label, card.pitch) == ("chart-year", True, 6.0, 8.0)
    assert (card.width, card.height, side.width, side.height) == (72.0, 40.0, 60.0, 20.0)
    assert (card.slot, card.bar, side.slot, side.bar) == (18.0, 9.0, 15.0, 7.5)
    assert (card.line, card.dot, card.last_dot, card.rule) == (2.0, 4.0, 6.0, 1.0)
    assert (card.colour, card.past, card.axis, card.line_colour) == (GREY, RED, GREY, RED)


@pytest.mark.parametrize("change", [CARDS, f"{RED_TOO}small_charts: {{{SMALL}}}"])
def test_there_are_no_small_charts_without_a_style_or_a_size(change: str) -> None:
    found = looks(change)
    assert [found.chart("card"), found.chart("side")] == [None, None]


KINDS = {
    "-": None,
    ".": PLAIN,
    "g": replace(PLAIN, fill=GREY),
    "r": replace(PLAIN, fill=RED),
    "p": replace(PLAIN, fill=GREY, pad=4.0),
    "l": replace(PLAIN, fill=GREY, left=4.0),
    "R": replace(PLAIN, fill=GREY, right=4.0),
    "s": replace(PLAIN, fill=GREY, start="page"),
}
"""No text, a text without a fill, and texts that lie on papers of several kinds, the last on a new page."""


@pytest.mark.parametrize(
    ("series", "papers"),
    [
        ("g", "(0)"),
        ("ggg", "(0 0 0)"),
        ("ggr", "(0 0) (2)"),
        ("grg", "(0) (1) (2)"),
        ("g.gg", "(0) (1) (2 2)"),
        ("g-g", "(0) (1) (2)"),
        ("gplR", "(0) (1) (2) (3)"),
        ("gsg", "(0) (1 1)"),
        ("", ""),
    ],
)
def test_neighbours_of_one_kind_lie_on_one_paper(series: str, papers: str) -> None:
    shown = " ".join(_shown(each) for each in papers_behind([KINDS[letter] for letter in series]))
    assert shown == papers


def _shown(paper: Paper) -> str:
    """The key of a paper, in brackets where it begins and ends."""
    return f"{'(' if paper.opens else ''}{paper.key}{')' if paper.closes else ''}"

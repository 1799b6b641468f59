"""Two hundred pages in the report's manner, and the report itself: what no page may show, looked for in the PDF."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pytest

from reportgen.document import Document, Grid, Heading, Paragraph, inline_text, side_of
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.pdf import write_pdf
from reportgen.style import BlockRole, Looks, SideArea, StyleSheet
from tests.layout.generated import generated_report
from tests.layout.printed import EM_TOP, HALF, OPENING, WIDE, Printed, PrintedPage, printed_pages
from tests.support import ROOT, STYLES, examine, fitted, prepared, sheet_named

NOT_FIRST = "、，；：。！？．‼⁇⁈⁉”’）〕］】〗｝》〉」』～–·/"
NOT_LAST = OPENING + "/"
SECTIONS = {"plenary": 330, "official": 190, "lectern": 90, "handout": 275}
"""What makes two hundred pages in each style; in the handout, which prints their heads only, a few."""

SLACK = 0.5
"""Points."""

CASES = [
    *((style, "real") for style in STYLES),
    *(pytest.param(style, "generated", marks=pytest.mark.slow) for style in STYLES),
]


class Line(NamedTuple):
    """One printed line: its page, whether it is the first or the last there, its text and characters."""

    page: int
    first: bool
    last: bool
    text: str
    characters: list[Printed]


class BuildResult(NamedTuple):
    """A report, its layout and its PDF as pdfium reads it."""

    sheet: StyleSheet
    document: Document
    layout: Layout
    pages: list[PrintedPage]

    def body(self) -> list[Line]:
        """The lines of the body in order."""
        begins = [page.label for page in self.layout.pages].index("1")
        lines: list[Line] = []
        for number, page in enumerate(self.pages[begins:], begins):
            found = page.lines()
            for index, characters in enumerate(found):
                text = "".join(each.character for each in characters).strip()
                lines.append(Line(number, index == 0, index == len(found) - 1, text, characters))
        return lines

    def blocks(self) -> list[tuple[Heading | Paragraph, list[Line]]]:
        """Every heading and paragraph of the body with its lines, up to the first table."""
        lines = iter(self.body())
        found: list[tuple[Heading | Paragraph, list[Line]]] = []
        for block in self.document.blocks:
            if isinstance(block, Grid):
                said = sum(len(solid(inline_text(each.inlines))) for each in block.paragraphs)
                while said > 0:
                    said -= len(solid(next(lines).text))
            if not isinstance(block, Heading | Paragraph):
                continue
            wanted = solid((block.ordinal.text if block.ordinal else "") + inline_text(block.inlines))
            taken: list[Line] = []
            while len(solid("".join(line.text for line in taken))) < len(wanted):
                taken.append(next(lines))
            assert solid("".join(line.text for line in taken)) == wanted
            found.append((block, taken))
        return found


def solid(text: str) -> str:
    """The text without blanks."""
    return re.sub(r"\s", "", text)


@cache
def made(style: str, report: str) -> BuildResult:
    """A report under a sheet, through the PDF and back."""
    sheet = sheet_named(style)
    real = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    document = examine(
        real if report == "real" else generated_report(7, SECTIONS[style]), style=sheet, draft=True
    ).composed
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    layout = lay_out(document, fitted(sheet, document), book)
    return BuildResult(sheet, document, layout, printed_pages(write_pdf(layout, document)))


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_the_generated_report_is_long(style: str) -> None:
    assert len(made(style, "generated").pages) >= (150 if made(style, "generated").sheet.reviews.show == "all" else 6)


@pytest.mark.slow
@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_line_begins_or_ends_with_a_forbidden_mark(style: str, report: str) -> None:
    """T21, T22."""
    for line in made(style, report).body():
        assert line.text[0] not in NOT_FIRST, line.text
        assert not re.match(r"—(?!—)|-(?!\d)", line.text), line.text
        assert line.text[-1] not in NOT_LAST, line.text


@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_heading_is_last_on_a_page(style: str, report: str) -> None:
    """T55: two lines of what follows stand below it, or all of it where it is shorter."""
    each = made(style, report)
    blocks = each.blocks()
    looks = Looks(each.sheet)
    before_cards = [one for one, other in pairwise(each.document.blocks) if isinstance(other, Grid)]
    for (block, lines), following in zip(blocks, [*blocks[1:], None], strict=True):
        if not isinstance(block, Heading) or following is None or block in before_cards:
            continue
        if not looks.block(block.role).keep_next:
            assert (style, block.role) == ("handout", "heading-2"), "no text follows a section's head there"
            continue
        assert following[1][0].page == lines[-1].page, lines
        if len(following[1]) > 1:
            assert following[1][1].page == lines[-1].page, lines


@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_paragraph_ends_in_one_character(style: str, report: str) -> None:
    """T52: two Han characters at least, or a number or word as wide as two."""
    for block, lines in made(style, report).blocks():
        if len(lines) > 1 and isinstance(block, Paragraph):
            last = [each for each in lines[-1].characters if each.character not in NOT_FIRST + NOT_LAST + " "]
            han = [each for each in last if ord(each.character) > 0x2E80]
            assert len(han) >= 2 or len(last) >= 3, [line.text for line in lines[-2:]]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_line_of_a_paragraph_is_alone_at_the_edge_of_a_page(style: str, report: str) -> None:
    """T53: neither its last at the head nor its first at the foot."""
    for _, lines in made(style, report).blocks():
        if len(lines) > 1:
            assert lines[0].page == lines[1].page, lines[0].text
            assert lines[-1].page == lines[-2].page, lines[-1].text


@pytest.mark.slow
@pytest.mark.parametrize(("style", "report"), CASES)
def test_no_line_is_stretched_beyond_the_limit_without_a_finding(style: str, report: str) -> None:
    """The gap between neighbouring Han, measured in the PDF, against the sheet's ``loosest``."""
    each = made(style, report)
    reported = {solid(line.text) for line in each.layout.loose}
    limit = each.sheet.loosest.points(1.0)
    for block, number, line in (
        (block, number, line) for block, lines in each.blocks() for number, line in enumerate(lines)
    ):
        badge = block.ordinal.text if number == 0 and block.ordinal and block.ordinal.role == "badge" else ""
        for place, (before, after) in enumerate(pairwise(line.characters), 1):
            if place == len(badge):  # what is wide there is the badge
                continue
            if before.size == after.size and min(ord(before.character), ord(after.character)) >= 0x4E00:
                wide = (after.x - before.x) / before.size - 1 > limit + 0.01
                assert not wide or solid(line.text).endswith(tuple(reported)), (line.text, before.character)


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_line_but_the_last_ends_at_the_edge(style: str, report: str) -> None:
    """T40: the last characters stand one below the other in the PDF, in all justified paragraphs of one role and strip.

    But those of lines that would have to be spread over a quarter em: they stay ragged, and are reported.
    """
    each = made(style, report)
    reported = {solid(line.text) for line in each.layout.loose}
    looks = Looks(each.sheet)
    area = each.sheet.page
    shift = area.right.points() - area.left.points() if area.facing else 0.0
    edges: dict[tuple[BlockRole, SideArea | None], list[tuple[float, Line]]] = {}
    for block, lines in each.blocks():
        side = side_of(block, prepared(each.sheet))
        moved = shift + (side.text.mirror if side else 0.0)
        for line in lines[:-1] if isinstance(block, Paragraph) and looks.block(block.role).align == "justify" else ():
            last = [character for character in line.characters if not character.character.isspace()][-1]
            if ord(last.character) > WIDE or last.character in HALF:
                edges.setdefault((block.role, side), []).append((last.right - (moved if line.page % 2 else 0.0), line))
    assert bool(edges) == (style in ("plenary", "official")), "lectern sets text flush left, handout prints none"
    for found in edges.values():
        edge = max(right for right, _ in found)
        ragged = [(line, edge - right) for right, line in found if right < edge - SLACK]
        for line, slack in ragged:
            assert slack / line.characters[0].size / (len(line.characters) - 1) > 0.2, line.text
            assert solid(line.text).endswith(tuple(reported))  # an ordinal may come before what is reported


@pytest.mark.slow
@pytest.mark.parametrize(("style", "report"), CASES)
def test_characters_of_a_line_are_one_after_another(style: str, report: str) -> None:
    """So that no other test here looks at places that are not those of the ink; a dash is one glyph for two."""
    for line in made(style, report).body():
        for before, after in pairwise(line.characters):
            is_ordinal = before.size > after.size  # it is on the other side of a left-hand page
            assert before.left < after.left or is_ordinal or before.character == after.character == "—", line.text


@pytest.mark.parametrize(("style", "report"), CASES)
def test_nothing_is_printed_outside_the_type_area(style: str, report: str) -> None:
    """T2, T39, T40: on no page, the cover and the contents among them; half a point is what rounding may do."""
    each = made(style, report)
    area = each.sheet.page
    left, right = area.left.points() - SLACK, area.width.points() - area.right.points() + SLACK
    top, bottom = area.top.points() - SLACK, area.height.points() - area.bottom.points() + SLACK
    shift = area.right.points() - area.left.points() if area.facing else 0.0
    side = prepared(each.sheet).side
    beyond = side.beyond if side else 0.0
    looks = Looks(each.sheet)
    base, beside = looks.block("base").size, looks.block("side-number").size
    for number, page in enumerate(each.pages):
        left_hand = area.facing and number % 2
        by = shift if number % 2 else 0.0
        begins, ends = left - (0.0 if left_hand else beyond), right + (beyond if left_hand else 0.0)
        if number == 0 and each.sheet.cover_page:
            by = prepared(each.sheet).area.cover_left - area.left.points()
        for character in page.text:
            if character.character.isspace():
                continue
            assert begins + by <= character.left < character.right <= ends + by, (number, character)
            # Larger type may rise above the line of the text it is in: its middle is where that line's is.
            # Ordinals beside heads share their baseline instead.
            size = base if side and character.size == beside else character.size
            middle = character.y - (EM_TOP - 0.5) * size
            half = min(base, size) / 2
            assert top + half <= middle <= bottom - half, (number, character)

"""What no page may show, looked for in the finished PDF."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Literal, NamedTuple, get_args

from reportgen.fonts import EM_TOP
from reportgen.style import Looks, StyleSheet
from reportgen.style.roles import BlockRole
from tests.pages.finished import Block, FinishedPdf, Line, Paper, ends_at
from tests.support import prepared

Kind = Literal[
    "page-empty", "lines-alone", "line-loose", "line-torn", "number-apart", "number-torn", "off-grid", "heading-last",
    "torn", "overlap", "outside",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)

FILLED = 0.35
"""The share of a page that is full at least, but where a part ends on the page that it begins on."""

LOOSE, TORN = 0.12, 0.25
"""Em between two Han characters: what only a reported line may have, and what none may."""

FEW = 2
"""Lines, or rows of a table, too few to stand alone on a page."""

SLACK = 0.3
"""Points, as much as places in a PDF are rounded."""

EDGE = 0.5
"""Points that ink may be beyond the edge of the type area."""

FIGURE_HEIGHT = 0.7
"""Em that figures are high."""

NUMBER = re.compile(r"\d[余多来]?[十百千万亿]*[余多]?$")
MEASURED = re.compile(
    "[余多来]?[十百千万亿]*[余多]?(?:[年月日号时分秒个名位人次件项场条篇部份批期届家户村镇县市区所处座间栋辆台套吨斤亩元米天周倍度岁"
    "种类级层章节页字卷册本幅支组队班轮起宗例款万亿余多%％℃]|公里|公顷|公斤|千米|平方|立方|小时|百分)"
)
"""What a line ends with, and what the next then may not begin with: a typed number and its measure word."""

SPELLED = re.compile("[二三四五六七八九十百千]$")
MORE_SPELLED = re.compile("[〇零一二三四五六七八九十百千万亿]")
"""The same of a number in words."""

DIGITS = re.compile(r"(?<![\w/.?=&#:~%-])\d[\d.,]*$", re.ASCII)
MORE_DIGITS = re.compile(r"[.,]?\d")
"""What a line ends with, and what the next then never begins with: a number, none in an address or name (T28)."""

TEXT_ROLES: tuple[BlockRole, ...] = (
    "body", "salutation", "intro", "lead", "item", "text", "point", "claim", "closing", "statement-claim",
)  # fmt: skip


class Ground(NamedTuple):
    """What a sheet says of its pages, in points: the type area, its grid, the sizes of type that keep to that.

    ``back`` is how far the type area of left-hand pages is to the right of that of right-hand ones. A side column
    reaches ``beyond`` it, on the left, or on left-hand pages on the right where these are ``mirrored``.
    """

    top: float
    height: float
    left: float
    width: float
    back: float
    pitch: float
    sizes: frozenset[float]
    beyond: float = 0.0
    mirrored: bool = False


class Fault(NamedTuple):
    """Something that can be pointed at: its kind, its page from 1, what stands there."""

    kind: Kind
    page: int
    text: str


def ground_of(sheet: StyleSheet) -> Ground:
    """The type area of a sheet, and the sizes of type that are set in whole lines of its grid wherever they are."""
    looks, page = Looks(sheet), sheet.page
    pitch = looks.line()
    off = {
        look.size for look in map(looks.block, TEXT_ROLES) if abs(look.line / pitch - round(look.line / pitch)) > 0.01
    }
    on = {looks.block(role).size for role in TEXT_ROLES} - off
    area, side = prepared(sheet).area, prepared(sheet).side
    beyond = side.beyond if side else 0.0
    back = area.right - area.left if page.facing else 0.0
    return Ground(area.top, area.height, area.left, area.width, back, pitch, frozenset(on), beyond, page.facing)


def faults(pdf: FinishedPdf, ground: Ground, loose: frozenset[str], *, spoken: bool) -> Iterator[Fault]:
    """Everything that can be pointed at; ``loose`` are the lines that were reported, ``spoken``: it is read aloud."""
    body = body_of(pdf.blocks)
    yield from pages_empty(body, ground)
    yield from lines_alone(body, ground)
    for block in pdf.blocks:
        yield from lines_spread(block, loose)
        yield from numbers_torn(block)
        yield from numbers_apart(block) if spoken else ()
    yield from lines_off_the_grid(body, pdf.papers, ground)
    yield from headings_last(body)
    yield from rows_torn(pdf.blocks)
    yield from lines_overlapping(pdf.blocks)
    yield from lines_outside(body, ground)


def body_of(blocks: list[Block]) -> list[Block]:
    """What is neither on the cover nor in the contents: those are Parts without a head of level 1."""
    headed = {_part(block) for block in blocks if block.type == "H1"}
    return [block for block in blocks if _part(block) is None or _part(block) in headed]


def _part(block: Block) -> int | None:
    return next((number for name, number in block.around if name == "Part"), None)


def pages_empty(body: list[Block], ground: Ground) -> Iterator[Fault]:
    """Pages under a third full; the last of the file may be so, and a part that ends on the page it begins."""
    lines, shares = _by_page(body), page_shares(body, ground)
    for page, following in pairwise(sorted(lines)):
        share = shares[page]
        ends = _opens(lines[following][0][0], following) or _begins_low(lines[following], ground)
        begins = _opens(lines[page][0][0], page) or (page == min(lines) and _has_head(lines[page]))
        whole = begins and ends
        if share < FILLED and not whole and not _begins_low(lines[page], ground):
            yield Fault("page-empty", page + 1, f"{share:.0%} {_excerpt(lines[page])}")


def _has_head(lines: list[tuple[Block, Line]]) -> bool:
    """Whether a part begins on a page, below the title or the opening words."""
    return any(block.type == "H1" for block, _ in lines)


def page_shares(body: list[Block], ground: Ground) -> dict[int, float]:
    """How far down the type area the last line of each page ends that has any, as a share of its height."""
    return {
        page: (max(ends_at(line) for _, line in lines) - ground.top) / ground.height
        for page, lines in _by_page(body).items()
    }


def _opens(block: Block, page: int) -> bool:
    """Whether a part or an annex begins with a block, on a page."""
    return block.first_page == page and (block.type == "H1" or bool(re.match(r"附件\d*$", block.text)))


def _begins_low(lines: list[tuple[Block, Line]], ground: Ground) -> bool:
    """Whether a page is the closing one of a sheet, whose lines stand at its foot."""
    return lines[0][1].y > ground.top + ground.height / 2


def lines_alone(body: list[Block], ground: Ground) -> Iterator[Fault]:
    """Pages that show no more than two lines, or two rows of a table, of something longer; the last among them."""
    lines = _by_page(body)
    for page in sorted(lines)[1:]:
        heights = {round(line.y, 1) for _, line in lines[page]}
        if len(heights) <= FEW and not _opens(lines[page][0][0], page) and not _begins_low(lines[page], ground):
            yield Fault("lines-alone", page + 1, _excerpt(lines[page]))


def _by_page(body: list[Block]) -> dict[int, list[tuple[Block, Line]]]:
    """The lines of each page that has any, in reading order, with their blocks."""
    lines: dict[int, list[tuple[Block, Line]]] = {}
    for block in body:
        for line in block.lines:
            lines.setdefault(line.page, []).append((block, line))
    return lines


def _excerpt(lines: list[tuple[Block, Line]]) -> str:
    return "".join(line.text for _, line in lines)[:24]


def lines_spread(block: Block, loose: frozenset[str]) -> Iterator[Fault]:
    """Lines whose characters stand apart: so far that it must be reported, and so far that nothing excuses it."""
    for line in block.lines:
        spread = line.spread()
        if spread > TORN:
            yield Fault("line-torn", line.page + 1, f"{spread:.2f} em {line.text}")
        elif spread > LOOSE and not line.text.endswith(tuple(loose)):  # an ordinal may be before what was reported
            yield Fault("line-loose", line.page + 1, f"{spread:.2f} em {line.text}")


def numbers_apart(block: Block) -> Iterator[Fault]:
    """Typed numbers at the end of a line whose measure words begin the next, and numbers in words on two lines."""
    for line, following in pairwise(block.lines):
        figures = NUMBER.search(line.text) and MEASURED.match(following.text)
        if figures or (SPELLED.search(line.text) and MORE_SPELLED.match(following.text)):
            yield Fault("number-apart", line.page + 1, f"{line.text[-6:]}|{following.text[:4]}")


def numbers_torn(block: Block) -> Iterator[Fault]:
    """Numbers that a line ends within; the numbers of a figure stand where they belong."""
    for line, following in pairwise(block.lines if block.type != "Figure" else ()):
        if DIGITS.search(line.text) and MORE_DIGITS.match(following.text):
            yield Fault("number-torn", line.page + 1, f"{line.text[-8:]}|{following.text[:4]}")


def lines_off_the_grid(body: list[Block], papers: list[list[Paper]], ground: Ground) -> Iterator[Fault]:
    """Lines of running text that are not on the grid that the others of the report are on (T51)."""
    lines = [
        line
        for block in body
        if block.type in ("P", "LBody") and not block.is_within("LBody")
        for line in block.lines
        if line.size in ground.sizes and not _on_paper(line, papers[line.page], ground)
    ]
    places = Counter(round(_middle(line) % ground.pitch, 1) % ground.pitch for line in lines)
    if not places:
        return
    usual = places.most_common(1)[0][0]
    for line in lines:
        off = (_middle(line) - usual + ground.pitch / 2) % ground.pitch - ground.pitch / 2
        if abs(off) > SLACK:
            yield Fault("off-grid", line.page + 1, f"{off:+.1f} pt {line.text}")


def _middle(line: Line) -> float:
    """The middle of a line's type: lines of several sizes are on the same grid by it."""
    return line.y - (EM_TOP - 0.5) * line.size


def _on_paper(line: Line, papers: list[Paper], ground: Ground) -> bool:
    """Whether a line is on paper of its own, which is wider than it and higher than a mark behind a word."""
    left, right = line.glyphs[0].printed.x, line.glyphs[-1].printed.right
    return any(
        paper.left <= left and right <= paper.right and paper.top < line.y < paper.bottom
        for paper in papers
        if paper.bottom - paper.top > ground.pitch or paper.right - paper.left > 20 * line.size
    )


def headings_last(body: list[Block]) -> Iterator[Fault]:
    """Heads that what they are over does not follow on the same page (T55)."""
    for block, following in pairwise(body):
        heads = block.type in ("H1", "H2", "H3")
        empty = following.type in ("H1", "H2", "H3") and following.type <= block.type
        outside = _part(block) != _part(following)
        if heads and not empty and not outside and following.first_page != block.last_page:
            yield Fault("heading-last", block.last_page + 1, block.text)


def rows_torn(blocks: list[Block]) -> Iterator[Fault]:
    """Rows of tables, cells, cards and figures that are on two pages, and so the cover."""
    pages: dict[int, set[int]] = {}
    texts: dict[int, str] = {}
    headed = {_part(block) for block in blocks if block.type == "H1"}
    for block in blocks:
        cover = block.type == "P" and _part(block) is not None and _part(block) not in headed
        whole = [number for name, number in block.around if name == "TR" or (name == "LI" and block.type == "P")]
        whole += [number for name, number in block.around if name == "Part" and cover]
        for number in whole:
            pages.setdefault(number, set()).update(line.page for line in block.lines)
            texts[number] = texts.get(number, "") + block.text
        if block.type == "Figure" and block.first_page != block.last_page:
            yield Fault("torn", block.first_page + 1, block.text[:24])
    for number, found in pages.items():
        if len(found) > 1:
            yield Fault("torn", min(found) + 1, texts[number][:24])


def lines_overlapping(blocks: list[Block]) -> Iterator[Fault]:
    """Lines printed over one another, each as high as its figures."""
    for lines in _by_page(blocks).values():
        boxes = [(ink, line) for _, line in lines if line.text for ink in _inks(line)]
        for (first, line), (second, other) in combinations(boxes, 2):
            if line is other:
                continue
            across = min(first.right, second.right) - max(first.left, second.left)
            down = min(first.bottom, second.bottom) - max(first.top, second.top)
            if min(across, down) > SLACK:
                yield Fault("overlap", line.page + 1, f"{line.text[:12]}|{other.text[:12]}")


def _inks(line: Line) -> Iterator[Paper]:
    """Where a line has ink, by its sizes: an ordinal in the side column is larger than its title, and lower."""
    shown = [glyph.printed for glyph in line.glyphs if not glyph.printed.character.isspace()]
    for size in {each.size for each in shown}:
        alike = [each for each in shown if each.size == size]
        left, right = min(each.left for each in alike), max(each.right for each in alike)
        yield Paper(left, min(each.y for each in alike) - FIGURE_HEIGHT * size, right, max(each.y for each in alike))


def lines_outside(body: list[Block], ground: Ground) -> Iterator[Fault]:
    """Lines that begin or end beyond the type area (T2, T39)."""
    for line in (line for block in body for line in block.lines if line.text):
        left = ground.left + (ground.back if line.page % 2 else 0.0)
        right = left + ground.width
        if ground.mirrored and line.page % 2:
            right += ground.beyond
        else:
            left -= ground.beyond
        if any(ink.left < left - EDGE or ink.right > right + EDGE for ink in _inks(line)):
            yield Fault("outside", line.page + 1, line.text)

"""FittedSheet → CSS: a class for each role, with nothing in it that is not in the style sheet."""

from collections.abc import Iterator
from math import ceil

from reportgen.document import Document, FittedSheet, Grid
from reportgen.html.css_frame import MOST_BESIDE, STRUCTURE, above, colour_rules, frame_rules
from reportgen.html.css_letters import Letters
from reportgen.html.css_print import print_rules
from reportgen.html.css_text import media, points, rule, sides, text_align
from reportgen.html.palette import Palette, is_light
from reportgen.html.word_ends import KEEP_WORDS, keeps_words
from reportgen.style import (
    ROLES,
    SIDE_COLUMN_ROLES,
    BlockLook,
    BlockRole,
    Colour,
    CoverGroundStyle,
    GridLook,
    RuleLook,
    RunRole,
)

_CELL_ROLES: dict[str, BlockRole] = {"th": "table-head", "td": "table-cell"}

_MOST_PADDING = "6vw"
"""The most that a paper has around its text in a narrow window."""

_CELL_GAP = "0.75em"
"""Between the cells of an entry in a narrow window, where the first is only as wide as what it says."""

_FAR, _WIDE = 0.25, 3
"""From so much of the width on, a left margin is a place on the page and no indent; from so many ems on, an indent is
smaller in narrow windows."""


class StyleRules:
    """The rules of one page: for those roles, grids and papers that it uses. Lengths are points, as in print."""

    def __init__(self, sheet: FittedSheet) -> None:
        self._sheet = sheet
        self._style = sheet.style
        self._looks = sheet.looks
        self._area = sheet.area
        self._roles: dict[BlockRole, BlockLook] = {}
        self._papers: dict[str, str] = {}
        self._grids: dict[str, Grid] = {}
        self._faces = Letters(sheet)
        self.palette = Palette()
        self._has_side_column = False
        self._under_cover: CoverGroundStyle | None = None

    def use(self, role: BlockRole) -> BlockLook:
        """The look of a role, which the page then has a class for."""
        self._roles[role] = self._looks.block(role)
        return self._roles[role]

    def use_grid(self, grid: Grid) -> None:
        """Gives the page a class for the grids of this kind that are as wide."""
        self._grids[grid_class(grid)] = grid

    def use_side_column(self) -> None:
        """Gives the page a side column in wide windows."""
        self._has_side_column = True

    def use_cover_ground(self) -> None:
        """Gives the page a class for the ground behind the cover."""
        self._under_cover = self._style.cover_ground

    def paper(self, first: BlockLook, last: BlockLook) -> str:
        """The class of the paper behind some paragraphs, by the looks of the first and the last of them."""
        others = sides(first.right - first.pad, last.after, first.left - first.pad)
        margin = f"margin: {self._above(first)} {others}"
        padding = f"padding: min({points(first.pad)}, {_MOST_PADDING})"
        declarations = "; ".join((self._ground(first.fill), padding, margin, *_breaks(first)))
        return self._papers.setdefault(declarations, f"paper-{len(self._papers) + 1}")

    def text(self, document: Document) -> str:
        """All rules of the page of a document; later ones override earlier ones."""
        base = self._looks.block("base")
        rules = [
            *self._faces.faces(),
            *frame_rules(self._sheet, self.palette, self._faces.font(base)),
            STRUCTURE,
            *self._blocks(),
            *self._side_column(),
            *self._cover(),
            *self._charts(),
            *self._tables(),
            *self._runs(),
            *print_rules(self._sheet, document, self._faces, self._overhang()),
        ]
        return "\n".join((*colour_rules(self.palette), *rules))

    def _blocks(self) -> Iterator[str]:
        for role, look in self._roles.items():
            yield rule(f".{role}", *self._block(look), KEEP_WORDS if keeps_words(role) else "")
            if look.hang:
                indent = f"text-indent: {points(look.first_line - look.hang)}"
                yield rule(f".{role}.numbered", f"padding-left: {points(look.hang)}", indent)
                yield rule(f".{role} .number", f"min-width: {points(look.hang)}")
            if role in SIDE_COLUMN_ROLES:
                yield rule(f".{role}.number", f"margin: 0 {points(look.size / 2)} 0 0")
        for declarations, name in self._papers.items():
            yield rule(f".{name}", declarations)
            yield rule(f".{name} > :first-child", "margin-top: 0", "break-before: auto")
            yield rule(f".{name} > :last-child", "margin-bottom: 0")
        for grid in self._grids.values():
            yield from self._grid(f".{grid_class(grid)}", grid.across, self._looks.grid(grid.kind))
        yield from self._minutes()

    def _block(self, look: BlockLook) -> Iterator[str]:
        yield from self._letters(look)
        yield text_align(look.align)
        yield f"margin: {self._above(look)} {self._beside(look)}"
        yield f"text-indent: {points(look.first_line)}"
        if look.rule:
            yield from self._rule(look.rule, on_dark=is_light(look.colour))
        yield from _breaks(look)

    def _minutes(self) -> Iterator[str]:
        """The minutes beside a speech, which narrow windows have no room for."""
        if not self._style.speech or "minutes" not in self._roles:
            return
        look = self._roles["minutes"]
        gap = self._style.speech.gap.points(look.size, look.line)
        place = ("position: absolute", "left: 100%", "top: 0", f"margin-left: {points(gap)}")
        letters = (*self._letters(look), "white-space: nowrap", "text-indent: 0")
        yield rule("[data-minutes]::after", "content: attr(data-minutes)", *place, *letters)
        room = points(self._area.width + 2 * (gap + 2 * look.size))
        yield media(f"(max-width: {room})", rule("[data-minutes]::after", "content: none"))

    def _grid(self, name: str, across: int, look: GridLook) -> Iterator[str]:
        """The rules of one kind of grid: entries side by side, the cells of an entry too; half as many when narrow."""
        line = self._border(look.rule) if look.rule else ""
        cells = f"grid-template-columns: {' '.join(f'{share:g}fr' for share in look.shares)}"
        entries = f"grid-template-columns: repeat({across}, 1fr)"
        gap = points(look.gap)
        margin = f"margin: 0 0 {gap} {points(look.left)}" if look.left else f"margin-bottom: {gap}"
        yield rule(name, "display: grid", entries, f"gap: {gap}", margin)
        top = f"border-top: {line}" if line else ""
        yield rule(f"{name} > li", "display: grid", cells, self._ground(look.fill), top, "break-inside: avoid")
        if line:
            yield rule(f"{name} > li:last-child", f"border-bottom: {line}")
        yield rule(f"{name} > li > div", f"padding: {sides(look.pad, look.inset)}")
        yield rule(f"{name} p", "margin: 0", "text-indent: 0", "break-after: auto")
        narrow = [rule(name, f"grid-template-columns: repeat({ceil(across / 2)}, 1fr)")]
        if len(look.shares) > 1:
            narrow.append(rule(f"{name} > li", "grid-template-columns: auto 1fr", f"column-gap: {_CELL_GAP}"))
            narrow.append(rule(f"{name} > li > :nth-child(n+2)", "grid-column: 2"))
        yield media(f"(max-width: {points(self._area.width)})", *narrow)

    def _side_column(self) -> Iterator[str]:
        """Figures and ordinals beside the text where the window has room for the paper's width, else above it."""
        side = self._sheet.side
        if side is None or not self._has_side_column:
            return
        column, text = side.texts.column, side.texts.text
        gap = text.left - column.left - column.width
        yield rule("aside", "display: flex", "flex-wrap: wrap", "align-items: baseline", f"gap: 0 {points(gap)}")
        edge = self._area.width - text.left - text.width
        place = ("float: left", "clear: left", f"width: {points(column.width)}")
        yield media(
            f"(min-width: {points(self._area.paper_width)})",
            rule(".beside-column", f"padding-left: {points(text.left)}", f"padding-right: {points(max(edge, 0.0))}"),
            rule(".beside-column section", "display: flow-root"),
            rule("aside", "display: block", *place, f"margin-left: {points(column.left - text.left)}"),
            *(
                rule(f".beside-column .{role}.number", "float: left", f"margin-left: {points(column.left - text.left)}")
                for role in SIDE_COLUMN_ROLES
                if role in self._roles
            ),
        )

    def _overhang(self) -> float:
        """How far the side column is left of the text, in points."""
        side = self._sheet.side
        return max(-side.texts.column.left, 0.0) if side and self._has_side_column else 0.0

    def _cover(self) -> Iterator[str]:
        if self._under_cover:
            edges = sides(self._area.top, self._area.right, self._area.top, self._area.left)
            colour = self._style.colours[self._under_cover.colour]
            yield rule(".cover-ground", self._ground(colour), f"padding: {edges}")
            narrow = rule(".cover-ground", f"padding: {_MOST_PADDING}")
            yield media(f"print, screen and (max-width: {points(self._area.paper_width)})", narrow)

    def _charts(self) -> Iterator[str]:
        roles: tuple[BlockRole, ...] = ("chart-label", "chart-year")
        for role in (role for role in roles if role in self._roles):
            look = self._roles[role]
            size = f"font-size: {look.size:g}px"  # units of the plot
            yield rule(f"svg.{role} text", f"fill: {self.palette.ink(look.colour)}", size)

    def _tables(self) -> Iterator[str]:
        if "table-cell" not in self._roles:
            return
        style, colours = self._style.tables, self._style.colours
        thickness = style.rule.points(line=self._roles["table-cell"].line)
        border = self._border(RuleLook(thickness, colours[style.colour]))
        for tag, role in _CELL_ROLES.items():
            look = self._looks.block(role)
            inset = f"padding: {sides(0.0, style.inset.points(look.size, look.line))}"
            yield rule(
                tag,
                *self._letters(look),
                text_align(look.align),
                inset,
                f"border-bottom: {border}",
                KEEP_WORDS if keeps_words(role) else "",
            )
        fill = colours[style.head_fill] if style.head_fill else None
        yield rule("th", f"border-top: {border}", self._ground(fill))

    def _runs(self) -> Iterator[str]:
        for role in sorted(self._style.runs):
            yield rule(f".{run_class(role)}", *self._run(role))

    def _run(self, role: RunRole) -> Iterator[str]:
        """How a run differs from the paragraph it is in, whatever that is."""
        style, look, base = self._style.runs[role], self._looks.run("base", (role,)), self._looks.block("base")
        if style.font:
            yield f"font-family: {self._faces.family(look.font)}"
        if style.bold is not None:
            yield f"font-weight: {'bold' if style.bold else 'normal'}"
        if style.colour:
            yield f"color: {self.palette.ink(look.colour)}"
        yield self._ground(look.fill)
        if look.size != base.size:
            yield f"font-size: {points(look.size) if style.size else f'{look.size / base.size:.2f}em'}"
        if look.rise:
            yield f"vertical-align: {look.rise / look.size:.2f}em"
            yield "line-height: 0"
        if look.pad:
            yield f"padding: 0 {look.pad / look.size:.2f}em"
        if look.gap is not None:
            yield f"margin-left: {points(look.gap)}"
        if look.dots:
            yield "text-emphasis: dot"
            yield "text-emphasis-position: under right"
        if role in ("inserted", "deleted"):
            yield "text-decoration: none"

    def _letters(self, look: BlockLook) -> tuple[str, str]:
        return self._faces.font(look), f"color: {self.palette.ink(look.colour)}"

    def _ground(self, fill: Colour | None) -> str:
        return f"background: {self.palette.fill(fill)}" if fill else ""

    def _rule(self, look: RuleLook, *, on_dark: bool) -> Iterator[str]:
        """A line as long as the paragraph is wide, or painted as far as its sheet has it."""
        edge, slices = ("top", "1 0 0 0") if look.above else ("bottom", "0 0 1 0")
        colour = self.palette.ink(look.colour) if on_dark else self.palette.line(look.colour)
        yield f"border-{edge}: {points(look.thickness)} solid {colour}"
        yield f"padding-{edge}: {points(look.gap)}"
        if look.width is not None:
            yield f"border-image: linear-gradient(90deg, {colour} {points(look.width)}, transparent 0) {slices}"

    def _border(self, look: RuleLook) -> str:
        return f"{points(look.thickness)} solid {self.palette.line(look.colour)}"

    def _beside(self, look: BlockLook) -> str:
        """The margins right, below and left; in a narrow window, what begins far right keeps its distance from there.

        What has a fill has them on its paper.
        """
        if look.fill:
            return sides(0.0, look.after, 0.0)
        width, most = self._area.width, self._looks.block("base").size
        left = points(look.left)
        if look.left > width * _FAR:
            left = f"max(0px, 100% - {points(width - look.left)})"
        elif look.left > _WIDE * most:
            left = f"min({left}, {look.left / width:.1%})"
        right = points(look.right) if look.right >= 0 else f"max({points(max(look.right, -most))}, -{MOST_BESIDE})"
        return f"{right} {points(look.after)} {left}"

    def _above(self, look: BlockLook) -> str:
        return above(look, self._area.top)


def grid_class(grid: Grid) -> str:
    """The class of a grid; those of tasks have one for each number of columns."""
    return f"task-rows-{grid.across}" if grid.kind == "task_rows" else grid.kind


def run_class(role: RunRole) -> str:
    """The class of a run; one that is named like a block role has another."""
    return f"{role}-run" if role in ROLES else role


def _breaks(look: BlockLook) -> Iterator[str]:
    """Where pages may end when the page is printed."""
    if look.start in ("page", "odd"):
        yield "break-before: page"
    if look.keep_next:
        yield "break-after: avoid"
    if look.keep_lines:
        yield "break-inside: avoid"

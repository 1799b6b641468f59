"""FittedSheet → CSS: a class for each role, with nothing in it that is not in the style sheet."""

import re
from collections.abc import Iterator
from math import ceil

from reportgen.document import FittedSheet, Grid
from reportgen.style import ROLES, Align, BlockLook, BlockRole, Colour, GridLook, RuleLook, RunRole
from reportgen.text.characters import SHARED_MARKS, printable

_ALIGN: dict[Align, str] = {"justify": "justify", "left": "left", "centre": "center", "right": "right"}

_PAGE_TOP = "--page-top"

_CELL_ROLES: dict[str, BlockRole] = {"th": "table-head", "td": "table-cell"}

_SANS = re.compile("sans|hei|gothic|arial|黑|圆", re.IGNORECASE)
"""In the names of fonts without serifs; a browser that has none of them then takes one of its own."""

_NOT_IN_STRINGS = re.compile(r"[\\'\"<>&\n\r\f]")

_STRUCTURE = """\
p, h1, h2, h3, h4, th, td, li { white-space: pre-wrap; overflow-wrap: break-word }
ul { margin: 0; padding: 0; list-style: none }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th, td { vertical-align: top }
caption { position: absolute; clip-path: inset(50%) }
figure { margin: 0 }
svg { max-width: 100%; height: auto }
svg text { text-anchor: middle; dominant-baseline: central }
a { color: inherit; text-decoration: none }
a:hover, a:focus-visible { text-decoration: underline }
.number, .figure { display: inline-block; text-indent: 0 }
.figure { text-align: right; font-variant-numeric: tabular-nums }
[data-minutes] { position: relative }"""
"""What the elements of the page need before any style sheet."""


class StyleRules:
    """The rules of one page: for those roles, grids and papers that it uses. Lengths are points, as in print."""

    def __init__(self, sheet: FittedSheet) -> None:
        self._style = sheet.style
        self._looks = sheet.looks
        self._area = sheet.area
        self._roles: dict[BlockRole, BlockLook] = {}
        self._papers: dict[str, str] = {}
        self._grids: dict[str, Grid] = {}

    def use(self, role: BlockRole) -> BlockLook:
        """The look of a role, which the page then has a class for."""
        self._roles[role] = self._looks.block(role)
        return self._roles[role]

    def use_grid(self, grid: Grid) -> None:
        """Gives the page a class for the grids of this kind."""
        self._grids[grid.kind] = grid

    def paper(self, first: BlockLook, last: BlockLook) -> str:
        """The class of the paper behind some paragraphs, by the looks of the first and the last of them."""
        sides = _all(first.right - first.pad, last.after, first.left - first.pad)
        margin = f"margin: {_above(first)} {sides}"
        declarations = "; ".join((_background(first.fill), f"padding: {_points(first.pad)}", margin, *_breaks(first)))
        return self._papers.setdefault(declarations, f"paper-{len(self._papers) + 1}")

    def text(self) -> str:
        """All rules; later ones override earlier ones."""
        rules = (
            self._faces(),
            self._page(),
            (_STRUCTURE,),
            self._blocks(),
            self._charts(),
            self._tables(),
            self._runs(),
        )
        return "\n".join(rule for group in rules for rule in group)

    def _page(self) -> Iterator[str]:
        area, base = self._area, self._looks.block("base")
        edges = _all(area.top, area.right, area.bottom, area.left)
        yield _rule("@page", f"size: {_all(area.paper_width, area.paper_height)}", f"margin: {edges}")
        yield _rule("body", "margin: 0", *self._letters(base), "line-break: strict", "text-autospace: normal")
        column = (f"max-width: {_points(self._area.width)}", f"padding: 0 {_points(base.size)}")
        yield _rule("main", *column, f"margin: var({_PAGE_TOP}) auto")
        if self._style.draft:
            yield _rule("body > .draft-mark", *column, f"margin: calc(var({_PAGE_TOP}) / 2) auto")
        if self._style.contents and self._style.contents.start != "none":
            yield _rule("nav", f"margin: var({_PAGE_TOP}) 0", "break-before: page")
        yield _rule(":root", f"{_PAGE_TOP}: {_points(area.top)}")
        on_paper = (_rule(":root", f"{_PAGE_TOP}: 0pt"), _rule("main", "margin: 0", "padding: 0", "max-width: none"))
        yield _rule("@media print", " ".join(on_paper))

    def _blocks(self) -> Iterator[str]:
        for role, look in self._roles.items():
            yield _rule(f".{role}", *self._block(look))
            if look.hang:
                indent = f"text-indent: {_points(look.first_line - look.hang)}"
                yield _rule(f".{role}.numbered", f"padding-left: {_points(look.hang)}", indent)
                yield _rule(f".{role} .number", f"min-width: {_points(look.hang)}")
        for declarations, name in self._papers.items():
            yield _rule(f".{name}", declarations)
            yield _rule(f".{name} > :first-child", "margin-top: 0", "break-before: auto")
            yield _rule(f".{name} > :last-child", "margin-bottom: 0")
        for grid in self._grids.values():
            yield from self._grid(f".{grid.kind}", grid.across, self._looks.grid(grid.kind))
        yield from self._minutes()

    def _block(self, look: BlockLook) -> Iterator[str]:
        yield from self._letters(look)
        yield f"text-align: {_ALIGN[look.align]}"
        left, right = (0.0, 0.0) if look.fill else (look.left, look.right)
        yield f"margin: {_above(look)} {_all(right, look.after, left)}"
        yield f"text-indent: {_points(look.first_line)}"
        if look.rule:
            edge = "top" if look.rule.above else "bottom"
            yield f"border-{edge}: {_border(look.rule)}"
            yield f"padding-{edge}: {_points(look.rule.gap)}"
        yield from _breaks(look)

    def _minutes(self) -> Iterator[str]:
        """The minutes beside a speech, which narrow windows have no room for."""
        if not self._style.speech or "minutes" not in self._roles:
            return
        look = self._roles["minutes"]
        gap = self._style.speech.gap.points(look.size, look.line)
        place = ("position: absolute", "left: 100%", "top: 0", f"margin-left: {_points(gap)}")
        letters = (*self._letters(look), "white-space: nowrap", "text-indent: 0")
        yield _rule("[data-minutes]::after", "content: attr(data-minutes)", *place, *letters)
        room = _points(self._area.width + 2 * (gap + 2 * look.size))
        yield _rule(f"@media (max-width: {room})", _rule("[data-minutes]::after", "content: none"))

    def _grid(self, name: str, across: int, look: GridLook) -> Iterator[str]:
        """The rules of one kind of grid: entries side by side, the cells of an entry too; half as many when narrow."""
        rule = _border(look.rule) if look.rule else ""
        cells = f"grid-template-columns: {' '.join(f'{share:g}fr' for share in look.shares)}"
        entries = f"grid-template-columns: repeat({across}, 1fr)"
        gap = _points(look.gap)
        yield _rule(name, "display: grid", entries, f"gap: {gap}", f"margin-bottom: {gap}")
        above = f"border-top: {rule}" if rule else ""
        yield _rule(f"{name} > li", "display: grid", cells, _background(look.fill), above, "break-inside: avoid")
        if rule:
            yield _rule(f"{name} > li:last-child", f"border-bottom: {rule}")
        yield _rule(f"{name} > li > div", f"padding: {_all(look.pad, look.inset)}")
        yield _rule(f"{name} p", "margin: 0", "text-indent: 0")
        narrow = [_rule(name, f"grid-template-columns: repeat({ceil(across / 2)}, 1fr)")]
        if len(look.shares) > 1:
            narrow.append(_rule(f"{name} > li", "grid-template-columns: auto 1fr"))
            narrow.append(_rule(f"{name} > li > :nth-child(n+2)", "grid-column: 2"))
        yield f"@media (max-width: {_points(self._area.width)}) {{ {' '.join(narrow)} }}"

    def _charts(self) -> Iterator[str]:
        if "chart-label" in self._roles:
            look = self._roles["chart-label"]
            yield _rule("svg text", f"fill: {_colour(look.colour)}", f"font-size: {look.size:g}px")  # units of the plot

    def _tables(self) -> Iterator[str]:
        if "table-cell" not in self._roles:
            return
        style, colours = self._style.tables, self._style.colours
        thickness = style.rule.points(line=self._roles["table-cell"].line)
        border = _border(RuleLook(thickness, colours[style.colour]))
        for tag, role in _CELL_ROLES.items():
            look = self._looks.block(role)
            inset = f"padding: {_all(0.0, style.inset.points(look.size, look.line))}"
            yield _rule(
                tag, *self._letters(look), f"text-align: {_ALIGN[look.align]}", inset, f"border-bottom: {border}"
            )
        fill = colours[style.head_fill] if style.head_fill else None
        yield _rule("th", f"border-top: {border}", _background(fill))

    def _runs(self) -> Iterator[str]:
        for role in sorted(self._style.runs):
            yield _rule(f".{run_class(role)}", *self._run(role))

    def _run(self, role: RunRole) -> Iterator[str]:
        """How a run differs from the paragraph it is in, whatever that is."""
        style, look, base = self._style.runs[role], self._looks.run("base", (role,)), self._looks.block("base")
        if style.font:
            yield f"font-family: {self._family(look.font)}"
        if style.bold:
            yield "font-weight: bold"
        if style.colour:
            yield f"color: {_colour(look.colour)}"
        yield _background(look.fill)
        if look.size != base.size:
            yield f"font-size: {_points(look.size) if style.size else f'{look.size / base.size:.2f}em'}"
        if look.rise:
            yield f"vertical-align: {look.rise / look.size:.2f}em"
            yield "line-height: 0"
        if look.pad:
            yield f"padding: 0 {look.pad / look.size:.2f}em"
        if look.dots:
            yield "text-emphasis: dot"
            yield "text-emphasis-position: under right"
        if role in ("inserted", "deleted"):
            yield "text-decoration: none"

    def _letters(self, look: BlockLook) -> tuple[str, str]:
        size = f"{_points(look.size)}/{look.line / look.size:.2f}"
        weight = "bold " if look.bold else ""
        return f"font: {weight}{size} {self._family(look.font)}", f"color: {_colour(look.colour)}"

    def _faces(self) -> Iterator[str]:
        """The Latin faces without the marks that Chinese text shares with them, which are full-width there (T33)."""
        for font, style in self._style.fonts.items():
            if style.word_latin != style.word:
                source = f"src: local({_string(style.word_latin)})"
                yield _rule(
                    "@font-face", f"font-family: {_string(f'{font} latin')}", source, f"unicode-range: {_LATIN_RANGE}"
                )

    def _family(self, font: str) -> str:
        style = self._style.fonts[font]
        latin = [f"{font} latin"] if style.word_latin != style.word else []
        names = list(dict.fromkeys((style.word, *(face.name for face in style.faces))))
        generic = "sans-serif" if any(map(_SANS.search, names)) else "serif"
        return ", ".join((*map(_string, (*latin, *names)), generic))


def run_class(role: RunRole) -> str:
    """The class of a run; one that is named like a block role has another."""
    return f"{role}-run" if role in ROLES else role


def _latin_range() -> str:
    """Everything before Chinese but the shared marks, as CSS writes ranges of characters."""
    marks = sorted(map(ord, SHARED_MARKS))
    edges = zip((0, *(mark + 1 for mark in marks)), (*marks, 0x2E80), strict=True)
    return ", ".join(f"U+{start:X}-{end - 1:X}" for start, end in edges if start < end)


_LATIN_RANGE = _latin_range()


def _breaks(look: BlockLook) -> Iterator[str]:
    """Where pages may end when the page is printed."""
    if look.start in ("page", "odd"):
        yield "break-before: page"
    if look.keep_next:
        yield "break-after: avoid"
    if look.keep_lines:
        yield "break-inside: avoid"


def _above(look: BlockLook) -> str:
    """The space above: on a screen, what begins a page has as much more as a page has above its text."""
    return f"calc({_points(look.before)} + var({_PAGE_TOP}))" if look.start in ("page", "odd") else _points(look.before)


def _string(text: str) -> str:
    """A text as a string of CSS: whatever could end it, or the element that holds the rules, as its code."""
    escaped = _NOT_IN_STRINGS.sub(lambda match: f"\\{ord(match.group()):x} ", printable(text))
    return f"'{escaped}'"


def _background(fill: Colour | None) -> str:
    return f"background: {_colour(fill)}" if fill else ""


def _all(*lengths: float) -> str:
    return " ".join(map(_points, lengths))


def _border(rule: RuleLook) -> str:
    return f"{_points(rule.thickness)} solid {_colour(rule.colour)}"


def _colour(colour: Colour) -> str:
    return f"#{colour.hexadecimal}"


def _points(length: float) -> str:
    return f"{round(length, 2) + 0.0:g}pt"


def _rule(selector: str, *declarations: str) -> str:
    """A rule of CSS; declarations that are empty are left out."""
    return f"{selector} {{ {'; '.join(filter(None, declarations))} }}"

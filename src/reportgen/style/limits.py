"""Checks of lengths: each within its range, and with room for at least one character of text."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from math import ceil, floor

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.source import Node, Scalar, find
from reportgen.style.grid_types import CardsStyle, GridStyle
from reportgen.style.length_ranges import length_range
from reportgen.style.lengths import POINTS_PER_MILLIMETRE, Length
from reportgen.style.looks import BlockLook
from reportgen.style.prepared import PreparedSheet
from reportgen.style.roles import CONTENTS_ROLES, PARENT_ROLES, ROLES, SIDE_COLUMN_ROLES, BlockRole, GridKind
from reportgen.style.sheet_types import (
    FurnitureStyle,
)
from reportgen.text.characters import rough_width

_GRIDS: dict[GridKind, tuple[tuple[BlockRole, ...], ...]] = {
    "cards": (("card-figure", "card-label", "card-change", "card-note"),),
    "figure_rows": (("row-figure",), ("row-label", "row-change", "row-item", "row-note")),
    "plan": (("plan-ordinal",), ("plan-title",), ("plan-point",)),
    "task_rows": (("task-point", "task-text"),),
}
"""The roles in each cell of an entry of a grid."""

_POINTS: tuple[BlockRole, ...] = ("plan-point", "task-point", "task-text")
"""The roles of which a cell may have several paragraphs; of others it has one at most."""

_MOST_POINTS = 8
"""Points of a task for which there must be room in a cell."""

_TABLES = (("label", "figure", "change", "note"), ("old", "new", "change"))
"""The columns of the two kinds of tables, all that may occur."""

_CHART_LINES = 3
"""Lines that a chart needs: the number, some of a column, the year."""

_MINUTES = "99"
"""The longest speech."""

_DIGITS = 1.5
"""Ems of a line number, at the most."""


_Placed = tuple[FieldPath, type[Struct], Length]
"""A length, its path, and the struct that has it as a field."""


def check_measures(sheet: PreparedSheet) -> Iterator[Diagnostic]:
    """Checks every length of a sheet without unknown names; those that depend on others only if these are in range."""
    lengths = tuple(_lengths(sheet.style, ()))
    units = tuple(each for each in lengths if each[0][0] == "page" or each[0][-1] == "size")
    for step in (_ranges(units, sheet), _ranges(lengths, sheet), _Rooms(sheet).faults()):
        found = tuple(step)
        yield from found
        if found:
            return


def _ranges(lengths: Iterable[_Placed], sheet: PreparedSheet) -> Iterator[Diagnostic]:
    looks, grid = sheet.looks, sheet.looks.line()
    for path, owner, length in lengths:
        is_of_text = path[0] == "text" and path[-1] != "size"
        em = looks.block(path[1] if is_of_text else "base").size  # type: ignore[arg-type]  # a key of ``text`` is a role
        least, most = length_range(owner, str(path[-1]))
        if not least.points(em, grid) <= length.points(em, grid) <= most.points(em, grid):
            yield _out_of_range(sheet.nodes.root, path, least, most)


def _lengths(value: object, path: FieldPath) -> Iterator[_Placed]:
    """Every length in a value."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _lengths(each, (*path, key))
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            each = getattr(value, name)
            if isinstance(each, Length):
                yield (*path, name), type(value), each
            else:
                yield from _lengths(each, (*path, name))


def _out_of_range(root: Node, path: FieldPath, least: Length, most: Length) -> Diagnostic:
    node = find(root, path)
    text = node.text if isinstance(node, Scalar) else str(path[-1])
    bounds = {"least": f"{_hundredths(least, ceil)}{least.unit}", "most": f"{_hundredths(most, floor)}{most.unit}"}
    return Diagnostic("length-out-of-range", node.place(path), {"text": text, **bounds})


def _hundredths(length: Length, rounded: Callable[[float], int]) -> str:
    return f"{rounded(round(length.value * 100, 6)) / 100:g}"


def _points(value: float) -> str:
    return f"{round(value, 1):g}pt"


def _indents(look: BlockLook) -> float:
    """What the indents of a paragraph take of the width of its first line or of the others, in points."""
    return look.left + look.right + look.hang + look.first_line


class _Rooms:
    """The room that the lengths of a sheet leave for text; all in points."""

    def __init__(self, sheet: PreparedSheet) -> None:
        self._prepared = sheet
        self._sheet = sheet.style
        self._looks = sheet.looks
        self._root = sheet.nodes.root
        self._area = sheet.area
        self._width = sheet.area.width
        sides = (sheet.side.texts, sheet.side.indented) if sheet.side else ()
        self._text = min(self._width, *(side.text.width for side in sides)) if sides else self._width
        self._height = sheet.area.height

    def faults(self) -> Iterator[Diagnostic]:
        """Reports everything without room; only the page if the page itself has none."""
        base = self._looks.block("base")
        if self._width < base.size or self._height < base.line:
            width, height = (f"{round(each / POINTS_PER_MILLIMETRE)}" for each in (self._width, self._height))
            place = find(self._root, ("page",)).place(("page",))
            yield Diagnostic("area-too-small", place, {"width": width, "height": height}, ("lessen-margins",))
            return
        if self._text < base.size:
            yield from self._narrow(("side",), self._text, base.size, "change-side")
            return
        yield from self._paragraphs()
        yield from self._grids()
        yield from self._logo()
        yield from self._mark()
        yield from self._minutes()
        yield from self._side()
        yield from self._chart()
        yield from self._tables()
        yield from self._furniture()

    def _paragraphs(self) -> Iterator[Diagnostic]:
        """Reports every role, but for those that may have inherited the fault."""
        faults = {role: tuple(self._paragraph(role)) for role in self._sheet.text}
        for role, found in faults.items():
            lenders = {"base", PARENT_ROLES.get(role, "base")} - {role}
            if not any(faults.get(lender) for lender in lenders):
                yield from found

    def _paragraph(self, role: BlockRole) -> Iterator[Diagnostic]:
        look = self._looks.block(role)
        if look.size > look.line:
            words = {"size": _points(look.size), "line": _points(look.line)}
            yield self._at("size-over-line", ("text", role, "size"), words, "write-line")
        if ROLES[role].area == "apart":
            yield from self._in_cell(role, look)
            return
        width = self._text if ROLES[role].area == "type-area" else self._width
        room = width - _indents(look)
        if role in CONTENTS_ROLES.values() and self._sheet.contents:
            room -= self._sheet.contents.leader.room.points(look.size, look.line)
        yield from self._narrow(("text", role), room, look.size, "lessen-indents")
        margins = (self._area.left, self._area.right)
        left, right = (min(margins),) * 2 if self._sheet.page.facing else margins
        for key, margin, indent in (("left", left, look.left), ("right", right, look.right)):
            yield from self._off_page(("text", role, key), margin + indent - (look.pad if look.fill else 0.0))
        yield from self._tall(role, look)

    def _in_cell(self, role: BlockRole, look: BlockLook) -> Iterator[Diagnostic]:
        """Reports indents and spaces that leave no room in a cell which has enough without them."""
        for name, cells in _GRIDS.items():
            style: GridStyle | None = getattr(self._sheet, name)
            for room, roles in zip(self._cell_widths(name, style), cells, strict=False) if style else ():
                if role not in roles or room < look.size:
                    continue
                yield from self._narrow(("text", role), room - _indents(look), look.size, "lessen-indents")
                spare = self._height - self._lines(roles) - 2 * self._looks.grid(name).pad
                most = spare / (2 * (_MOST_POINTS if role in _POINTS else len(roles)))
                for key, space in (("before", look.before), ("after", look.after)):
                    if space > most >= 0:  # else the grid itself is too high
                        yield _out_of_range(self._root, ("text", role, key), Length(0.0, "pt"), Length(most, "pt"))

    def _cell_widths(self, name: GridKind, style: GridStyle) -> list[float]:
        """The width of each cell of an entry, without what is free at its edges."""
        look = self._looks.grid(name)
        across = style.columns if isinstance(style, CardsStyle) else 1
        width = (self._width - look.left - look.gap * (across - 1)) / across
        return [width * share / sum(look.shares) - 2 * look.inset for share in look.shares]

    def _tall(self, role: BlockRole, look: BlockLook) -> Iterator[Diagnostic]:
        """Reports a line that does not fit on a page with the space above it and the rule below it."""
        rule = look.rule.thickness if look.rule else 0.0
        rest = self._height - look.line
        heights = (
            ("line", look.line, self._height - rule),
            ("before", look.before, rest - rule),
            ("after", look.after, rest),
        )
        for key, length, most in heights:
            if length > most:
                yield _out_of_range(self._root, ("text", role, key), Length(0.0, "pt"), Length(most, "pt"))
                return
        most = rest - rule - look.before
        if look.rule and look.rule.gap > most:
            yield _out_of_range(self._root, ("text", role, "rule", "gap"), Length(0.0, "pt"), Length(most, "pt"))

    def _grids(self) -> Iterator[Diagnostic]:
        for name, cells in _GRIDS.items():
            style: GridStyle | None = getattr(self._sheet, name)
            if style is None:
                continue
            hint = "fewer-columns" if isinstance(style, CardsStyle) and style.columns > 1 else "widen-column"
            narrow: list[Diagnostic] = []
            for room, roles in zip(self._cell_widths(name, style), cells, strict=False):
                size = max(self._looks.block(role).size for role in roles)
                narrow += self._narrow((name,), room, size, hint)
            yield from narrow[:1]
            yield from self._high(name, max(cells, key=self._lines)) if not narrow else ()

    def _high(self, name: GridKind, roles: tuple[BlockRole, ...]) -> Iterator[Diagnostic]:
        """Reports a cell that does not fit on a page: its highest line, or what is free above and below it."""
        spare = self._height - self._lines(roles)
        if spare < 0:
            role = max(roles, key=lambda each: self._looks.block(each).line)
            most = Length(self._looks.block(role).line + spare, "pt")
            yield _out_of_range(self._root, ("text", role, "line"), Length(0.0, "pt"), most)
        elif self._looks.grid(name).pad > spare / 2:
            yield _out_of_range(self._root, (name, "pad"), Length(0.0, "pt"), Length(spare / 2, "pt"))

    def _lines(self, roles: tuple[BlockRole, ...]) -> float:
        """The height of a line of each role."""
        return sum(self._looks.block(role).line for role in roles)

    def _logo(self) -> Iterator[Diagnostic]:
        """Reports a logo too small to be seen or too high for a page."""
        logo = self._sheet.logo
        look = self._looks.block("cover-logo")
        if logo and not POINTS_PER_MILLIMETRE <= logo.height.points(look.size, look.line) <= self._height:
            most = Length(self._height / POINTS_PER_MILLIMETRE, "mm")
            yield _out_of_range(self._root, ("logo", "height"), Length(1.0, "mm"), most)

    def _mark(self) -> Iterator[Diagnostic]:
        """Reports a mark on the ground of the cover whose line or right edge is beyond the paper."""
        ground = self._sheet.cover_ground
        if ground and ground.mark:
            inset = ground.inset.points(self._looks.block("cover-mark").size, self._looks.line())
            edge = min(ground.height.points(line=self._looks.line()), self._area.paper_width)
            yield from self._off_page(("cover_ground",), edge - inset, "raise-ground")

    def _minutes(self) -> Iterator[Diagnostic]:
        """Reports minutes that do not fit into the right margin."""
        speech = self._sheet.speech
        if speech:
            look = self._looks.block("minutes")
            gap = speech.gap.points(look.size, look.line)
            width = rough_width(speech.minutes.replace("{}", _MINUTES)) * look.size
            yield from self._off_page(("speech", "gap"), self._area.right - gap - width)

    def _side(self) -> Iterator[Diagnostic]:
        """Reports a side column without room for a character of what is in it."""
        side = self._prepared.side
        if side:
            size = max(self._looks.block(role).size for role in SIDE_COLUMN_ROLES)
            room = side.texts.column.width
            if self._sheet.side and self._sheet.side.indented:
                room = min(room, side.indented.column.width)
            yield from self._narrow(("side", "width"), room, size, "change-side")

    def _chart(self) -> Iterator[Diagnostic]:
        chart = self._sheet.metrics.chart if self._sheet.metrics else None
        if chart is None:
            return
        look = self._looks.block("chart-label")
        least = _CHART_LINES * look.line
        if not least <= chart.height.points(look.size, self._looks.line()) <= self._height:
            most = Length(max(least, self._height), "pt")
            yield _out_of_range(self._root, ("metrics", "chart", "height"), Length(least, "pt"), most)

    def _tables(self) -> Iterator[Diagnostic]:
        style = self._sheet.tables
        looks = [self._looks.block(role) for role in ("table-head", "table-cell")]
        found: dict[str, Diagnostic] = {}
        for columns in _TABLES:
            shares = {column: float(getattr(style, column)) for column in columns}
            for (column, share), look in product(shares.items(), looks):
                room = self._width * share / sum(shares.values()) - 2 * style.inset.points(look.size, look.line)
                for fault in self._narrow(("tables", column), room, look.size, "widen-column"):
                    found.setdefault(column, fault)
        yield from found.values()

    def _furniture(self) -> Iterator[Diagnostic]:
        draft = self._sheet.draft
        lines: list[tuple[FieldPath, FurnitureStyle | None, BlockRole, float]] = [
            (("header",), self._sheet.header, "header", self._area.top),
            (("footer",), self._sheet.footer, "footer", self._area.bottom),
            (("draft", "mark"), draft.mark if draft else None, "draft-mark", self._area.bottom),
        ]
        for path, style, role, margin in lines:
            if style is None:
                continue
            look = self._looks.block(role)
            gap = style.gap.points(look.size, self._looks.line())
            yield from self._off_page((*path, "gap"), margin - gap - look.line / 2)
            inset = style.inset.points(self._looks.block("base").size, self._looks.line())
            yield from self._narrow((*path, "inset"), self._width - 2 * inset, look.size, "lessen-indents")
        if draft:
            look = self._looks.block("line-number")
            left = self._prepared.for_draft(1).area.left - (self._prepared.side.beyond if self._prepared.side else 0.0)
            gap = draft.lines.gap.points(look.size, self._looks.line())
            yield from self._off_page(("draft", "lines", "gap"), left - gap - _DIGITS * look.size)

    def _narrow(self, path: FieldPath, room: float, size: float, hint: str) -> Iterator[Diagnostic]:
        if room < size:
            yield self._at("room-too-narrow", path, {"room": _points(room), "size": _points(size)}, hint)

    def _off_page(self, path: FieldPath, left: float, hint: str = "lessen-or-widen") -> Iterator[Diagnostic]:
        """Reports text that leaves the paper; ``left`` is its distance from the edge."""
        if left < 0:
            yield self._at("off-page", path, {"over": _points(-left)}, hint)

    def _at(self, code: str, path: FieldPath, words: dict[str, str], hint: str) -> Diagnostic:
        return Diagnostic(code, find(self._root, path).place(path), words, (hint,))

"""A style sheet with what layout and all writers need of it worked out once: looks, type area, places of words."""

from collections.abc import Callable
from functools import cached_property
from typing import Self, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from reportgen.source import Node
from reportgen.style.colours import Colour
from reportgen.style.lengths import Length
from reportgen.style.looks import Looks
from reportgen.style.margin_types import SideStyle
from reportgen.style.roles import ROLES, BlockRole, RunRole
from reportgen.style.sheet_types import PageStyle, StyleSheet
from reportgen.style.text_styles import RunStyle, TextStyle
from reportgen.text.characters import printable

T = TypeVar("T")


class TypeArea(Struct, frozen=True):
    """The paper and the type area of right-hand pages; all in points.

    ``left``, ``right``, ``top`` and ``bottom`` are the margins, ``width`` and ``height`` those of the type area.
    ``cover_left`` is the left margin of the cover, which is in the middle of the paper, whatever room notes have beside
    texts; where pages face, the binding keeps its side (T2).
    """

    paper_width: float
    paper_height: float
    left: float
    right: float
    top: float
    bottom: float
    cover_left: float

    @property
    def width(self) -> float:
        """The width of the type area."""
        return self.paper_width - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the type area."""
        return self.paper_height - self.top - self.bottom


class Strip(Struct, frozen=True):
    """A part of the type area's width, or beyond it: its left edge from that of the type area, in points.

    On left-hand pages that mirror right-hand ones it is ``mirror`` points further right.
    """

    left: float
    width: float
    mirror: float


class SideArea(Struct, frozen=True):
    """The side column, the text beside it, and the strip from the outer edge of one to that of the other."""

    column: Strip
    text: Strip
    both: Strip


class SideAreas(Struct, frozen=True):
    """The area of texts beside the side column, and that of texts which are only indented as they are."""

    texts: SideArea
    indented: SideArea

    @property
    def beyond(self) -> float:
        """How far the column reaches into the binding margin, in points."""
        return max(0.0, -self.texts.column.left)


class SheetNodes(Struct, frozen=True, dict=True, eq=False):
    """The nodes of a style sheet, which give the places of its words; of a ready-made one they are seldom asked for."""

    read: Callable[[], Node]

    @cached_property
    def root(self) -> Node:
        """The sheet merged with those it extends; every node knows its own file."""
        return self.read()


def _no_nodes() -> Node:
    raise LookupError("nodes")


class PreparedSheet(Struct, frozen=True):
    """A style sheet, its nodes, its looks, and its type area."""

    style: StyleSheet
    nodes: SheetNodes
    looks: Looks
    area: TypeArea
    side: SideAreas | None = None

    def without_nodes(self) -> Self:
        """The sheet for another process, which has no files to find places in."""
        return replace(self, nodes=SheetNodes(_no_nodes))

    def for_draft(self, number: int) -> Self:
        """The sheet for a draft of this number: its type area is moved to the binding edge, as far as it can be.

        0 is the final version, whose pages show nothing of a draft.
        """
        draft = self.style.draft
        if not number or draft is None:
            return replace(self, style=replace(self.style, draft=None))
        free = self.area.left - (self.side.beyond if self.side else 0.0)
        shift = min(draft.shift.points(line=self.looks.line()), free)
        left, right = (Length(margin, "pt") for margin in (self.area.left - shift, self.area.right + shift))
        page = replace(self.style.page, left=left, right=right)
        area = replace(_type_area(page), cover_left=self.area.cover_left - shift)
        return replace(self, style=replace(self.style, page=page), area=area)

    def with_cover_share(self, share: float) -> Self:
        """The sheet with the spaces between the lines of its cover reduced to a share of them."""
        if share >= 1:
            return self
        text: dict[BlockRole, TextStyle] = {}
        for role in (role for role, traits in ROLES.items() if traits.area == "cover"):
            look = self.looks.block(role)
            before, after = (Length(space * share, "pt") for space in (look.before, look.after))
            text[role] = replace(self.style.text.get(role, TextStyle()), before=before, after=after)
        return self.with_text(text)

    def with_listed_notes(self) -> Self:
        """The sheet with the glossary as a list in every format."""
        if self.style.glossary is None:
            return self
        return replace(self, style=replace(self.style, glossary=replace(self.style.glossary, notes="list")))

    def with_any_contents(self) -> Self:
        """The sheet with a list of contents however few entries it has."""
        if self.style.contents is None:
            return self
        return replace(self, style=replace(self.style, contents=replace(self.style.contents, least=1)))

    def with_pitch(self, points: float) -> Self:
        """The sheet with another pitch of its lines, and of all that is measured in them."""
        style = replace(self.style, page=replace(self.style.page, line=Length(points, "pt")))
        return replace(self, style=style, looks=Looks(style))

    def with_run(self, role: RunRole, run: RunStyle) -> Self:
        """The sheet with another style for runs of a role."""
        style = replace(self.style, runs={**self.style.runs, role: run})
        return replace(self, style=style, looks=Looks(style))

    def with_colours(self, colours: dict[str, Colour]) -> Self:
        """The sheet with other colours by the same names."""
        style = replace(self.style, colours=colours)
        return replace(self, style=style, looks=Looks(style))

    def with_text(self, text: dict[BlockRole, TextStyle]) -> Self:
        """The sheet with other styles for some roles."""
        style = replace(self.style, text={**self.style.text, **text})
        return replace(self, style=style, looks=Looks(style))


def prepare(style: StyleSheet, root: Node) -> PreparedSheet:
    """Prepares a style sheet that was read from ``root``; its words are as outputs print them.

    Its looks raise a KeyError for colours that are not defined; reading has reported these.
    """
    return prepare_printable(_with_printable_texts(style), SheetNodes(lambda: root))


def prepare_printable(style: StyleSheet, nodes: SheetNodes) -> PreparedSheet:
    """Prepares a style sheet whose words are as outputs print them already."""
    looks, area = Looks(style), _type_area(style.page)
    return PreparedSheet(style, nodes, looks, area, _side_areas(style.side, looks, area) if style.side else None)


def _with_printable_texts(value: T) -> T:
    """A value of a style sheet, all texts in it printable."""
    changed: object = value
    match value:
        case str():
            changed = printable(value)
        case tuple():
            changed = tuple(map(_with_printable_texts, value))
        case dict():
            changed = {key: _with_printable_texts(each) for key, each in value.items()}
        case Struct():
            fields = {name: _with_printable_texts(getattr(value, name)) for name in value.__struct_fields__}
            changed = replace(value, **fields)
    return cast("T", changed)


def _type_area(page: PageStyle) -> TypeArea:
    left, right = page.left.points(), page.right.points()
    return TypeArea(
        page.width.points(),
        page.height.points(),
        left,
        right,
        page.top.points(),
        page.bottom.points(),
        cover_left=left if page.facing else (left + right) / 2,
    )


def _side_areas(style: SideStyle, looks: Looks, area: TypeArea) -> SideAreas:
    """The side column and the text beside it, once as far as they go, once within the type area."""
    base = looks.block("base")
    inner, width, gap, outer = (
        length.points(base.size, base.line) for length in (style.inner, style.width, style.gap, style.outer)
    )
    left, begins, end = inner - area.left, inner + width + gap - area.left, area.paper_width - outer - area.left

    def strip(left: float, width: float) -> Strip:
        return Strip(left, width, area.width - 2 * left - width)

    def side(left: float, width: float, right: float) -> SideArea:
        return SideArea(strip(left, width), strip(begins, right - begins), strip(left, right - left))

    return SideAreas(side(left, width, end), side(0.0, begins - gap, area.width))

"""Pages and what is on them. Points; x from the left edge of the sheet, y from its top, downwards."""

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Origin, Outline, Paging
from reportgen.fonts import ScriptGlyphs
from reportgen.pictures import Picture
from reportgen.style import BlockRole, Colour

Titled = tuple[BlockRole, Origin | None, str]
"""A title by its role, the text it came from, which may be printed twice, and what it says."""

LABEL, ASIDE = -1, -2
"""The slots of an ordinal or bullet, and of what is beside a text and is not of it."""


class TextPiece(Struct, frozen=True, gc=False):
    """Characters set one after another from ``x`` on the baseline ``y``, ``tracking`` points added after each.

    ``slot``: what they are of their part: LABEL, ASIDE, a column of a table, 1 for the page number of a contents entry,
    odd numbers for the marks of a paragraph that lead to the glossary, even ones for the text between them.
    ``is_hyphen``: a hyphen that nobody typed, which is shown and not read.
    """

    x: float
    y: float
    text: str
    setting: ScriptGlyphs
    size: float
    colour: Colour
    tracking: float
    slot: int = 0
    is_hyphen: bool = False


def piece_width(piece: TextPiece) -> float:
    """How wide some characters are, in points."""
    return sum(piece.setting.advances[each] * piece.size + piece.tracking for each in piece.text)


class Rectangle(Struct, frozen=True, gc=False):
    """A filled box; ``y`` is its top."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Polyline(Struct, frozen=True):
    """Straight strokes from point to point, round where they meet and end."""

    points: tuple[tuple[float, float], ...]
    thickness: float
    colour: Colour


class Disc(Struct, frozen=True):
    """A filled circle around ``x``, ``y``."""

    x: float
    y: float
    diameter: float
    colour: Colour


class Dots(Struct, frozen=True, gc=False):
    """A dotted leader from ``x`` to ``end`` at height ``y``; dots of ``size``, ``pitch`` from one to the next."""

    x: float
    end: float
    y: float
    size: float
    pitch: float
    colour: Colour


class Link(Struct, frozen=True, gc=False):
    """A box that leads to a heading, or over the mark in a ``slot`` to an entry of the glossary."""

    x: float
    y: float
    width: float
    height: float
    anchor: str
    title: str
    slot: int | None = None


class PlacedPicture(Struct, frozen=True):
    """A picture in a box; ``y`` is its top."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture


class Fragment(Struct, frozen=True, gc=False):
    """What one block of the document, or the page's furniture, puts on one page.

    ``block`` is the index of the block in the document; None for furniture, such as a head repeated. ``part`` is the
    line of a cover, the row of a table from its head, or the entry of a list of contents from its title.
    ``is_figure``: its boxes and ``pictures`` are content in ``slot``, not decoration; ``polylines`` and ``discs`` stand
    in a figure only. On left-hand pages that mirror right-hand ones it is ``mirror`` points further right.
    """

    block: int | None
    texts: tuple[TextPiece, ...] = ()
    rectangles: tuple[Rectangle, ...] = ()
    dots: tuple[Dots, ...] = ()
    links: tuple[Link, ...] = ()
    part: int = 0
    is_figure: bool = False
    polylines: tuple[Polyline, ...] = ()
    discs: tuple[Disc, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    mirror: float = 0.0
    slot: int = 0


class Watermark(Struct, frozen=True):
    """A text behind everything on a page, turned by ``angle`` degrees to the left around the page's middle.

    Its pieces stand as if the origin were that middle and nothing were turned.
    """

    texts: tuple[TextPiece, ...]
    angle: float


class Page(Struct, frozen=True, gc=False):
    """One side of a sheet; ``label`` is the number printed on it, empty where none is."""

    label: str
    fragments: tuple[Fragment, ...]
    watermark: Watermark | None = None


class Target(Struct, frozen=True):
    """Where a heading is: the index of its page from 0, and its top."""

    page: int
    y: float


class MissingCharacter(Struct, frozen=True):
    """A character that no face has, and the text it came from."""

    character: str
    origin: Origin


class LooseLine(Struct, frozen=True):
    """A line stretched beyond the style sheet's limit, and the text it came from."""

    text: str
    origin: Origin


class Layout(Struct, frozen=True):
    """A whole document on pages. ``targets`` by the anchors of headings.

    ``turns`` is where shaped titles turn over, in their text; ``cover_share`` is what is left of the spaces of the
    cover, so that it fits on its page. ``paging`` is of the blocks whose style does not say where they are, by index.
    ``cover_taken``: what the spaces above lines of the cover lack to those of their styles, by line, in points.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    targets: dict[str, Target]
    missing: tuple[MissingCharacter, ...]
    loose: tuple[LooseLine, ...]
    turns: dict[Titled, tuple[int, ...]]
    cover_share: float = 1.0
    paging: dict[int, Paging] = {}
    cover_taken: dict[int, float] = {}
    mark: Outline = ()
    """The outline of the mark on the ground of the cover."""

    def page_labels(self) -> dict[str, str]:
        """The printed page number of every heading, by its anchor."""
        return {anchor: self.pages[target.page].label for anchor, target in self.targets.items()}

    def bare(self) -> "Layout":
        """Without what is on the pages: what a writer takes that makes lines and pages by itself."""
        return replace(self, pages=tuple(Page(page.label, ()) for page in self.pages))

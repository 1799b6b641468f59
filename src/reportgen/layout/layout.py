"""Document + StyleSheet + fonts → Layout."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Document, Run, furniture_text
from reportgen.fonts import FontBook
from reportgen.layout.blocks import Stacker
from reportgen.layout.contents import ContentsSetter
from reportgen.layout.lines import Measure
from reportgen.layout.model import Fragment, Layout, Page, Target
from reportgen.layout.pages import EMPTY, Filled, Frame, fill_pages, shifted, targets
from reportgen.layout.rows import Row
from reportgen.layout.setting import Setter
from reportgen.style import (
    Align,
    BlockRole,
    FurnitureStyle,
    Looks,
    PageStart,
    StyleSheet,
    ordinal_format,
)


def lay_out(document: Document, sheet: StyleSheet, book: FontBook) -> Layout:
    """Breaks a document into pages: cover, contents, body, each numbered for itself.

    Page numbers of the contents are known before it is set, since the body's pages do not depend on it.
    """
    layouter = _Layouter(document, sheet, book)
    return layouter.lay_out()


class _Area(Struct, frozen=True):
    """The page in points; left-hand pages stand ``facing`` to the right of the frame."""

    width: float
    height: float
    frame: Frame
    measure: float
    top: float
    bottom: float
    facing: float


class _Layouter:
    """Lays out one document."""

    def __init__(self, document: Document, sheet: StyleSheet, book: FontBook) -> None:
        self._document = document
        self._sheet = sheet
        self._looks = Looks(sheet)
        self._setter = Setter(self._looks, book, document.kept)
        self._area = _area(sheet)
        self._stacker = Stacker(sheet, self._looks, self._setter, self._area.measure, self._area.frame.height)

    def lay_out(self) -> Layout:
        """The pages of cover, contents and body, in this order."""
        frame, sheet = self._area.frame, self._sheet
        body = fill_pages(self._stacker.body(self._document), frame)
        labels = _labels(sheet.body_page_number, body)
        anchors = targets(body)
        contents = fill_pages(self._contents_rows({anchor: labels[at.page] for anchor, at in anchors.items()}), frame)
        sides: list[tuple[Filled, str | None]] = [
            (page, None) for page in fill_pages(self._stacker.cover(self._document), frame)
        ]
        if sheet.contents and contents:
            sides += _padding(len(sides), sheet.contents.start)
            sides += zip(contents, _labels(sheet.contents.page_number, contents), strict=True)
        sides += _padding(len(sides), sheet.body_start)
        before = len(sides)
        sides += zip(body, labels, strict=True)
        sides += [(EMPTY, None)] * (-len(sides) % sheet.page.multiple)
        return Layout(
            self._area.width,
            self._area.height,
            tuple(self._page(page, label, index) for index, (page, label) in enumerate(sides)),
            {anchor: Target(at.page + before, at.y) for anchor, at in anchors.items()},
            tuple(self._setter.missing),
            tuple(self._setter.loose),
            self._setter.turns,
        )

    def _contents_rows(self, labels: Mapping[str, str]) -> list[Row]:
        contents = self._sheet.contents
        if contents is None:
            return []
        setter = ContentsSetter(self._looks, self._setter, contents.leader, labels, self._area.measure)
        return setter.rows(self._document)

    def _page(self, filled: Filled, label: str | None, index: int) -> Page:
        """One side, the first of all having ``index`` 0; without a label or anything on it, it has no furniture."""
        left_hand = index % 2 == 1
        shift = self._area.facing if left_hand else 0.0
        fragments = tuple(shifted(fragment, shift) for fragment in filled.fragments) if shift else filled.fragments
        if label is None or not fragments:
            return Page("", fragments)
        furniture = [
            shifted(self._furniture(style, role, label, left_hand=left_hand), shift)
            for style, role in ((self._sheet.header, "header"), (self._sheet.footer, "footer"))
            if style is not None and not ("{page}" in style.text and not label)
        ]
        return Page(label, (*fragments, *furniture))

    def _furniture(self, style: FurnitureStyle, role: str, label: str, *, left_hand: bool) -> Fragment:
        block_role: BlockRole = "header" if role == "header" else "footer"
        look = self._looks.block(block_role)
        frame = self._area.frame
        text = furniture_text(style.text.replace("{page}", label), self._document.metadata)
        outside: Align = "left" if left_hand else "right"
        align: Align = outside if style.side == "outside" else style.side
        inset = style.inset.points(self._looks.block("base").size, self._looks.line())
        room = Measure(inset, inset, self._area.measure - inset, align, look.line)
        line = self._setter.lines((Run(text),), block_role, (), room)[0]
        gap = style.gap.points(look.size, self._looks.line())
        middle = self._area.top - gap if role == "header" else self._area.bottom + gap
        top = middle - look.line / 2
        texts = tuple(replace(piece, x=frame.left + piece.x, y=top + piece.y) for piece in line.texts)
        return Fragment(None, texts)


def _area(sheet: StyleSheet) -> _Area:
    """The type area is filled by ink: half of the first line's leading lies above it, half of the last below (T7)."""
    page = sheet.page
    width, height = page.width.points(), page.height.points()
    top, bottom, left, right = (length.points() for length in (page.top, page.bottom, page.left, page.right))
    leading = Looks(sheet).block("base").line - Looks(sheet).block("base").size
    frame = Frame(left, top - leading / 2, height - top - bottom + leading, page.line.points())
    facing = right - left if page.facing else 0.0
    return _Area(width, height, frame, width - left - right, top, height - bottom, facing)


def _labels(number_format: str | None, pages: Sequence[Filled]) -> list[str]:
    """The printed numbers of some pages; a blank one counts and has none (T14)."""
    numbers = ordinal_format(number_format or "")
    return [numbers.text(index) if numbers and page.fragments else "" for index, page in enumerate(pages, 1)]


def _padding(count: int, start: PageStart) -> list[tuple[Filled, str | None]]:
    """The blank page that lets what follows so many pages begin on a right-hand page."""
    return [(EMPTY, None)] if start == "odd" and count % 2 else []

"""Document + StyleSheet + fonts → Layout."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Document, Run
from reportgen.fonts import FontBook
from reportgen.layout.blocks import Stacker
from reportgen.layout.contents import ContentsSetter
from reportgen.layout.lines import Measure
from reportgen.layout.model import Fragment, Layout, Page, Target
from reportgen.layout.pages import Filled, Frame, fill_pages, targets
from reportgen.layout.rows import Row
from reportgen.layout.setting import Setter
from reportgen.style import (
    Align,
    BlockRole,
    FurnitureStyle,
    Looks,
    OrdinalFormat,
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
    """The page in points."""

    width: float
    height: float
    frame: Frame
    measure: float
    top: float
    bottom: float


class _Layouter:
    """Lays out one document."""

    def __init__(self, document: Document, sheet: StyleSheet, book: FontBook) -> None:
        self._document = document
        self._sheet = sheet
        self._looks = Looks(sheet)
        self._setter = Setter(self._looks, book, document.kept)
        self._area = _area(sheet)
        self._stacker = Stacker(sheet, self._looks, self._setter, self._area.measure)

    def lay_out(self) -> Layout:
        """The pages of cover, contents and body, in this order."""
        frame, sheet = self._area.frame, self._sheet
        body = fill_pages(self._stacker.body(self._document), frame)
        format_of_body = ordinal_format(sheet.body_page_number)
        labels = [_label(format_of_body, index) for index in range(len(body))]
        anchors = targets(body)
        by_anchor = {anchor: labels[target.page] for anchor, target in anchors.items()}
        cover = fill_pages(self._stacker.cover(self._document), frame)
        contents = fill_pages(self._contents_rows(by_anchor), frame)
        front = [*(self._page(page, "", -1) for page in cover)]
        if sheet.contents and contents:
            front += _padding(front, sheet.contents.start)
            format_of_contents = ordinal_format(sheet.contents.page_number or "")
            front += [self._page(page, _label(format_of_contents, index), index) for index, page in enumerate(contents)]
        front += _padding(front, sheet.body_start)
        pages = [self._page(page, labels[index], index) for index, page in enumerate(body)]
        return Layout(
            self._area.width,
            self._area.height,
            (*front, *pages),
            {anchor: Target(target.page + len(front), target.y) for anchor, target in anchors.items()},
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

    def _page(self, filled: Filled, label: str, index: int) -> Page:
        """A page with its furniture; ``index`` from 0 decides which side is outside, below 0 there is none."""
        if index < 0:
            return Page("", filled.fragments)
        furniture = [
            self._furniture(style, role, label, index)
            for style, role in ((self._sheet.header, "header"), (self._sheet.footer, "footer"))
            if style is not None and not ("{page}" in style.text and not label)
        ]
        return Page(label, (*filled.fragments, *furniture))

    def _furniture(self, style: FurnitureStyle, role: str, label: str, index: int) -> Fragment:
        block_role: BlockRole = "header" if role == "header" else "footer"
        look = self._looks.block(block_role)
        frame = self._area.frame
        text = style.text.replace("{page}", label).replace("{title}", self._document.metadata.title)
        outside: Align = "right" if index % 2 == 0 else "left"
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
    frame = Frame(left, top - leading / 2, height - top - bottom + leading)
    return _Area(width, height, frame, width - left - right, top, height - bottom)


def _label(number_format: OrdinalFormat | None, index: int) -> str:
    return number_format.text(index + 1) if number_format else ""


def _padding(pages: Sequence[Page], start: PageStart) -> list[Page]:
    """The blank page that lets what follows begin on a right-hand page."""
    return [Page("", ())] if start == "odd" and len(pages) % 2 else []

"""Document + StyleSheet + fonts → Layout."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.document import Document, fitted
from reportgen.fonts import FontBook
from reportgen.layout.contents_list import ContentsTypesetter
from reportgen.layout.cover import fit_cover
from reportgen.layout.page_furniture import FurnitureTypesetter, Side
from reportgen.layout.page_types import Layout, Page, Target
from reportgen.layout.pages import EMPTY, Filled, Frame, fill_pages, shifted, targets
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.layout.stacking import BlockStacker
from reportgen.pictures import Picture
from reportgen.style import Looks, PageStart, StyleSheet, ordinal_format, sheet_for


def lay_out(document: Document, sheet: StyleSheet, book: FontBook, logo: Picture | None = None) -> Layout:
    """Breaks a document into pages: cover, contents, body, each numbered for itself.

    Page numbers of the contents are known before it is set, since the body's pages do not depend on it. The ``logo``
    stands where the cover names it.
    """
    layouter = _Layouter(document, sheet, book, logo)
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

    def __init__(self, document: Document, sheet: StyleSheet, book: FontBook, logo: Picture | None) -> None:
        sheet = fitted(sheet_for(sheet, document.metadata.draft), document)
        self._document = document
        self._logo = logo
        self._sheet = sheet
        self._looks = Looks(sheet)
        self._setter = Typesetter(self._looks, book, document.kept, whole_words=sheet.speech is not None)
        self._area = _area(sheet)
        area = self._area
        self._furniture = FurnitureTypesetter(
            sheet, self._looks, self._setter, document.metadata, area.frame.left, area.measure, area.top, area.bottom
        )
        self._watermark = self._furniture.watermark()
        self._stacker = BlockStacker(sheet, self._looks, self._setter, self._area.measure, self._area.frame.height)

    def lay_out(self) -> Layout:
        """The pages of cover, contents and body, in this order."""
        frame, sheet = self._area.frame, self._sheet
        body = fill_pages(self._stacker.body(self._document), frame)
        labels = _labels(sheet.body_page_number, body)
        anchors = targets(body)
        contents = fill_pages(self._contents_rows({anchor: labels[at.page] for anchor, at in anchors.items()}), frame)
        cover_height = self._area.bottom - self._area.top  # whole lines, as Word counts
        cover, share = fit_cover(self._stacker.cover(self._document, self._logo), cover_height)
        sides: list[tuple[Filled, str | None]] = [(page, None) for page in fill_pages(cover, frame)]
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
            tuple(self._page(page, label, index, is_body=index >= before) for index, (page, label) in enumerate(sides)),
            {anchor: Target(at.page + before, at.y) for anchor, at in anchors.items()},
            tuple(self._setter.missing),
            tuple(self._setter.loose),
            self._setter.turns,
            share,
        )

    def _contents_rows(self, labels: Mapping[str, str]) -> list[Row]:
        contents = self._sheet.contents
        if contents is None:
            return []
        setter = ContentsTypesetter(self._looks, self._setter, contents.leader, labels, self._area.measure)
        return setter.rows(self._document)

    def _page(self, filled: Filled, label: str | None, index: int, *, is_body: bool) -> Page:
        """One side, the first of all having ``index`` 0; what has nothing on it has no furniture either."""
        left_hand = index % 2 == 1
        shift = self._area.facing if left_hand else 0.0
        if not filled.fragments:
            return Page("", ())
        side = Side(label, left_hand, filled.lines if is_body else ())
        fragments = (*filled.fragments, *self._furniture.fragments(side))
        if shift:
            fragments = tuple(shifted(fragment, shift) for fragment in fragments)
        return Page(label or "", fragments, self._watermark)


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

"""Document + FittedSheet + fonts → Layout."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat

from msgspec.structs import replace

from reportgen.document import (
    Block,
    Cover,
    Document,
    FittedSheet,
    Heading,
    Paging,
    front_numbers,
    ground_mark,
    inline_text,
    pages_named,
    with_pages,
)
from reportgen.fonts import FontBook
from reportgen.layout.contents_list import ContentsTypesetter
from reportgen.layout.cover import fit_cover
from reportgen.layout.grounds import colophon_ground, cover_ground, mark_outline
from reportgen.layout.page_ends import Frame, Paged, paged
from reportgen.layout.page_furniture import FurnitureTypesetter, NumberedLine, Side
from reportgen.layout.page_types import Fragment, Layout, Page, Target
from reportgen.layout.pages import BLANK, Filled, PageRows, anchor_pages, fill_page, page_rows, shifted
from reportgen.layout.paging import block_paging, contents_paging
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.layout.spreading import begun_together, spread
from reportgen.layout.stacking import BlockStacker
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.pictures import Picture
from reportgen.style import COLOPHON_ROLES, PageStart, ordinal_format

_Side = tuple[PageRows, Frame, str | None]
"""A page before it is filled, where its rows go, and its printed number; None on the cover."""


def lay_out(
    document: Document,
    sheet: FittedSheet,
    book: FontBook,
    logo: Picture | None = None,
    memory: Memory = NOTHING_KEPT,
) -> Layout:
    """Breaks a document into pages: cover, contents, body, each numbered for itself.

    Page numbers of the contents are known before it is set, since the body's pages do not depend on it. The ``logo``
    is where the cover names it. The ``memory`` keeps the lines of paragraphs.
    """
    layouter = _Layouter(document, sheet, book, logo, memory)
    return layouter.lay_out()


class _Layouter:
    """Lays out one document."""

    def __init__(
        self, document: Document, sheet: FittedSheet, book: FontBook, logo: Picture | None, memory: Memory
    ) -> None:
        self._document = document
        self._logo = logo
        self._sheet = sheet
        self._frame = _frame(sheet)
        whole_words = sheet.style.speech is not None
        kept, terms = document.kept, document.terms
        lines = memory.repeated("lines", sheet.style, book, kept, terms)
        self._setter = Typesetter(sheet.looks, book, kept, terms, whole_words=whole_words, memory=lines)
        self._furniture = FurnitureTypesetter(sheet, self._setter, document.metadata)
        self._watermark = self._furniture.watermark()
        self._stacker = BlockStacker(sheet, self._setter, self._frame.height)
        self._parts = _parts(document)

    def lay_out(self) -> Layout:
        """The pages of cover, contents and body, in this order."""
        area = self._sheet.area
        stacked, placed = self._body()
        body = page_rows(placed)
        listed = self._contents(self._numbers(body))
        stacked_cover = self._stacker.cover(self._document, self._logo)
        cover, share = fit_cover(stacked_cover, area.height)  # as Word counts lines
        sides = self._front(cover, listed)
        before = len(sides)
        body = self._filled_up(body, -(before + len(body)) % self._sheet.style.page.multiple)
        sides += zip(body, repeat(self._frame), self._labels(body), strict=False)
        pages: list[Page] = []
        targets: dict[str, Target] = {}
        for index, (rows, frame, label) in enumerate(sides):
            page, anchors = self._page(rows, frame, label, index, is_body=index >= before)
            pages.append(page)
            targets |= {anchor: Target(index, top) for anchor, top in anchors.items()}
        return Layout(
            area.paper_width,
            area.paper_height,
            tuple(pages),
            targets,
            tuple(self._setter.missing),
            tuple(self._setter.loose),
            self._setter.turns,
            share,
            self._paging(stacked, placed) | contents_paging(self._document, listed),
            {part: taken * share for part, taken in self._stacker.cover_taken.items()},
            mark_outline(self._cover_ground()),
        )

    def _front(self, cover: Sequence[Row], listed: Paged) -> list[_Side]:
        """Cover and contents, and the blank pages that other programs add."""
        frame, style = self._frame, self._sheet.style
        middle = replace(frame, left=self._sheet.area.cover_left)
        sides: list[_Side] = [(page, middle, None) for page in page_rows(paged(cover, middle))]
        numbers = front_numbers(self._document, style)
        last = numbers.cover + len(sides) - 1 if sides else 0
        contents = page_rows(listed)
        if style.contents and contents:
            first = _first(numbers.contents or last + 1, style.contents.start)
            sides += self._padding(len(sides), last, first)
            sides += zip(contents, repeat(frame), _labels(style.contents.page_number, contents, first), strict=False)
            last = first + len(contents) - 1
        return sides + self._padding(len(sides), last, 1)

    def _padding(self, before: int, last: int, first: int) -> list[_Side]:
        """The blank page that other programs too put between two pages with odd or even numbers both (T112)."""
        return [(BLANK, self._frame, None)] if before and (first - last) % 2 == 0 else []

    def _labels(self, body: Sequence[PageRows]) -> list[str]:
        return _labels(self._sheet.style.body_page_number, body, 1)

    def _numbers(self, body: Sequence[PageRows]) -> dict[str, str]:
        """The printed number of the page of every heading, by its anchor."""
        labels = self._labels(body)
        return {anchor: labels[page] for anchor, page in anchor_pages(body).items()}

    def _paging(self, stacked: Sequence[Row], placed: Paged) -> dict[int, Paging]:
        stacker = self._stacker
        return block_paging(self._document, stacked, placed, self._sheet.looks, stacker.bound, stacker.below)

    def _body(self) -> tuple[list[Row], Paged]:
        """The rows of the body, before pages ended and after; where it names its own pages, with their numbers."""
        document = self._document
        if pages_named(document):
            _, placed = self._paged(document)
            numbers = self._numbers(page_rows(placed))
            del placed  # the rows of the first time are not kept while those of the second are made
            document = with_pages(document, numbers)
        return self._paged(document)

    def _paged(self, document: Document) -> tuple[list[Row], Paged]:
        stacked = self._stacker.body(document)
        placed = spread(paged(begun_together(stacked, self._frame), self._frame), self._frame)
        return stacked, placed

    def _filled_up(self, body: list[PageRows], blanks: int) -> list[PageRows]:
        """The pages of the body and some blank ones: before the page of the colophon, which is the back, else last."""
        is_back = bool(body) and self._is_back(row.content.block for row in body[-1].rows[body[-1].span.start :])
        place = len(body) - is_back
        return [*body[:place], *[BLANK] * blanks, *body[place:]]

    def _is_back(self, blocks: Iterable[int | None]) -> bool:
        """Whether a page with something of some blocks on it, in this order, is that of the colophon."""
        first = next((block for block in blocks if block is not None), None)
        return first is not None and getattr(self._document.blocks[first], "role", None) in COLOPHON_ROLES

    def _part(self, page: Filled) -> str:
        """The title of the part that begins on a page, of the first of them; else of the one that goes on there."""
        blocks = sorted({each.block for each in page.fragments if each.block is not None})
        own = (_part_title(self._document.blocks[index]) for index in blocks)
        return next(filter(None, own), self._parts[blocks[0]] if blocks else "")

    def _listed(self) -> str:
        """What stands for a part on the pages of the contents."""
        return self._sheet.style.contents.title if self._sheet.style.contents else ""

    def _ground(self, index: int, *, is_back: bool) -> tuple[Fragment, ...]:
        """What is behind a page from edge to edge: that of the cover, which is the first, and the back."""
        if is_back:
            return colophon_ground(self._sheet)
        return () if index else self._cover_ground()

    def _cover_ground(self) -> tuple[Fragment, ...]:
        cover = next((block for block in self._document.blocks if isinstance(block, Cover)), None)
        if cover is None:
            return ()
        mark = ground_mark(cover, self._sheet, self._document.metadata)
        return cover_ground(mark, self._sheet, self._setter)

    def _contents(self, labels: Mapping[str, str]) -> Paged:
        contents = self._sheet.style.contents
        if contents is None:
            return Paged((), ())
        setter = ContentsTypesetter(self._sheet.looks, self._setter, contents, labels, self._sheet.area.width)
        return paged(setter.rows(self._document), self._frame)

    def _page(
        self, rows: PageRows, frame: Frame, label: str | None, index: int, *, is_body: bool
    ) -> tuple[Page, Mapping[str, float]]:
        """One side, the first of all having ``index`` 0, and the tops of its headings by their anchors.

        What has nothing on it has no furniture either.
        """
        if not rows.span:
            return Page("", ()), {}
        left_hand = index % 2 == 1
        area = self._sheet.area
        mirrored = left_hand and self._sheet.style.page.facing
        further = area.right - area.left
        filled = fill_page(rows, frame, further if mirrored else None)
        is_back = self._is_back(each.block for each in filled.fragments)
        ground = self._ground(index, is_back=is_back)
        bare = ground and is_back
        counted = filled.lines if is_body and not bare else ()
        lines = [NumberedLine(line.y, line.left + line.mirror * mirrored) for line in counted]
        side = Side(None if bare else label, left_hand, self._part(filled) if is_body else self._listed(), lines)
        furniture: Iterable[Fragment] = self._furniture.fragments(side)
        if mirrored:
            furniture = (shifted(each, further + each.mirror) for each in furniture)
        covered = ground and not is_back
        page = Page(label or "", (*ground, *filled.fragments, *furniture), None if covered else self._watermark)
        return page, filled.anchors


def _frame(sheet: FittedSheet) -> Frame:
    """The type area is filled by ink: half of the first line's leading lies above it, half of the last below (T7)."""
    area, base = sheet.area, sheet.looks.block("base")
    leading = base.line - base.size
    return Frame(area.left, area.top - leading / 2, area.height + leading, sheet.looks.line())


def _parts(document: Document) -> list[str]:
    """For each block, the title of the part it is in."""
    titles: list[str] = []
    for block in document.blocks:
        titles.append(_part_title(block) or (titles[-1] if titles else ""))
    return titles


def _part_title(block: Block) -> str:
    return inline_text(block.inlines) if isinstance(block, Heading) and block.level == 1 else ""


def _labels(number_format: str | None, pages: Sequence[PageRows], first: int) -> list[str]:
    """The printed numbers of some pages, the first of them given; a blank one counts and has none (T14)."""
    numbers = ordinal_format(number_format or "")
    return [numbers.text(index) if numbers and page.span else "" for index, page in enumerate(pages, first)]


def _first(number: int, start: PageStart) -> int:
    """The number of the page that some text begins on, from a number on."""
    return number + 1 if start == "odd" and number % 2 == 0 else number

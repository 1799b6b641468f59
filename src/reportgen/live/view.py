"""A report as the page shows it: pages, findings, and where on the pages everything is that the files say."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings, Language, Place
from reportgen.diagnostics.render import hints_of, sentence_of
from reportgen.live.page_keys import page_keys
from reportgen.live.printed_lines import PrintedLine, printed_lines
from reportgen.source import Source

if TYPE_CHECKING:
    from reportgen.document import Document
    from reportgen.layout import Layout
    from reportgen.live.written_texts import Roots, Spot

_NEAR = 1.5
"""Points that a click may miss a line by."""

_APART = 1.0
"""Points between two changed lines that are marked as one."""


class ShownPage(Struct, frozen=True):
    """A page: its printed number, its key, and from where to where it has changed since the last build, in points."""

    label: str
    key: str
    changed: tuple[tuple[float, float], ...] = ()


class Spotted(Struct, frozen=True):
    """A place on a page, by the page's index and the distance from its top in points."""

    page: int
    top: float


class ShownFinding(Struct, frozen=True):
    """A finding in the language of the page; ``at`` is where the text it is about is printed, if it is."""

    severity: str
    code: str
    message: str
    hints: tuple[str, ...]
    file: str
    line: int
    column: int
    at: Spotted | None


class Drawn(Struct, frozen=True):
    """The pages of one build: the PDF, and its lines by page."""

    pdf: bytes
    width: float
    height: float
    pages: tuple[ShownPage, ...]
    lines: tuple[tuple[PrintedLine, ...], ...]

    def spot_at(self, page: int, x: float, y: float) -> Spot | None:
        """Where the character at a point of a page was written; None where there is none, or in no file."""
        lines = self.lines[page] if 0 <= page < len(self.lines) else ()
        for line in lines:
            if line.top - _NEAR <= y <= line.top + line.height + _NEAR and line.left <= x <= line.right:
                return line.spots[line.index_at(x)]
        return None


def drawn(pdf: bytes, layout: Layout, document: Document, roots: Roots, before: Drawn | None) -> Drawn:
    """The pages of a build, with what is new on them since the one before."""
    lines = printed_lines(layout, document, roots)
    known = Counter(line.text for page in before.lines for line in page) if before else None
    pages = tuple(
        ShownPage(page.label, key, tuple(changed_stretches(on_page, known)) if known is not None else ())
        for page, key, on_page in zip(layout.pages, page_keys(layout), lines, strict=True)
    )
    return Drawn(pdf, layout.width, layout.height, pages, lines)


def changed_stretches(lines: Sequence[PrintedLine], known: Counter[str]) -> Iterator[tuple[float, float]]:
    """The stretches of a page whose lines were on no page before."""
    stretch: tuple[float, float] | None = None
    for line in sorted(lines, key=lambda line: line.top):
        if known[line.text] > 0:
            known[line.text] -= 1
            continue
        bottom = line.top + line.height
        if stretch and line.top - stretch[1] < line.height + _APART:
            stretch = stretch[0], max(bottom, stretch[1])
            continue
        if stretch:
            yield stretch
        stretch = line.top, bottom
    if stretch:
        yield stretch


class FileMap:
    """Where on the pages the characters of files are printed."""

    def __init__(self, pages: Drawn) -> None:
        spots: dict[str, dict[int, Spotted]] = {}
        self._sources: dict[str, Source] = {}
        for index, lines in enumerate(pages.lines):
            for line in lines:
                at = Spotted(index, line.top)
                for source, offset in filter(None, line.spots):
                    spots.setdefault(source.file, {}).setdefault(offset, at)
                    self._sources[source.file] = source
        self._spots = {file: sorted(of_file.items()) for file, of_file in spots.items()}

    def near(self, file: str, offset: int) -> Spotted | None:
        """Where the character at an offset is printed, or the last one before it that is."""
        spots = self._spots.get(file)
        if not spots:
            return None
        return spots[max(0, bisect_right(spots, offset, key=lambda each: each[0]) - 1)][1]

    def of_place(self, place: Place) -> Spotted | None:
        """Where the text at a place is printed."""
        source = self._sources.get(place.file)
        if source is None or not 0 < place.line <= len(source.lines):
            return None
        return self.near(place.file, source.offset(place.line, place.column))


def shown_findings(findings: Findings, files: FileMap | None, language: Language) -> tuple[ShownFinding, ...]:
    """Findings in their order, each with where it is on the pages."""
    return tuple(_shown(each, files, language) for each in findings)


def _shown(each: Diagnostic, files: FileMap | None, language: Language) -> ShownFinding:
    place = each.place or Place("")
    at = files.of_place(place) if files else None
    hints = tuple(hints_of(each, language))
    message = sentence_of(each, language)
    return ShownFinding(each.severity, each.code, message, hints, place.file, place.line, place.column, at)


def edited_offset(before: str, after: str) -> int | None:
    """Where a text begins to differ from what it was; None where it does not."""
    if before == after:
        return None
    pairs = zip(before, after, strict=False)
    return next((index for index, (old, new) in enumerate(pairs) if old != new), min(len(before), len(after)))

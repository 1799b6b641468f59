"""What a press would stop at, page by page (ISO 15930-1 and what printers ask for)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct
from pikepdf import Page, Pdf, PdfError

from reportgen.diagnostics import Diagnostic, Place
from reportgen.press.content_size import ContentTooLargeError
from reportgen.press.content_walk import Mark, marks_on
from reportgen.press.inks import PROCESS
from reportgen.press.pages import SeenPage, box_of, seen_page
from reportgen.style.lengths import POINTS_PER_MILLIMETRE

LEAST_TEXT = 5.0
"""Points."""
LEAST_LINE = 0.1
"""Millimetres."""
LEAST_RESOLUTION = 200.0
"""Pixels an inch."""
MOST_INK = 3.0
"""300 %: more does not dry."""
LEAVES = 4
"""Pages of a folded sheet."""
_ROUNDING = 0.01
_SAME_SIZE = 0.5 * POINTS_PER_MILLIMETRE
"""Points that pages of one size may differ."""


class PageInspection(Struct, frozen=True):
    """What a page is like: its size as seen in millimetres, its inks, the most of all together in per cent.

    Sizes are None where the page has nothing of the kind.
    """

    page: int
    width: float
    height: float
    inks: tuple[str, ...]
    most_ink: int
    is_empty: bool
    least_text: float | None = None
    least_line: float | None = None
    least_resolution: int | None = None


class Inspection(Struct, frozen=True):
    """The pages of a PDF and what was found on them, in the order of the pages."""

    pages: tuple[PageInspection, ...]
    found: tuple[Diagnostic, ...]


class _Fault(NamedTuple):
    code: str
    words: Mapping[str, str]


def inspect(pdf: Pdf, place: Place) -> Inspection:
    """Looks at every page; what is found is reported once a page and kind."""
    pages: list[PageInspection] = []
    found: list[Diagnostic] = []
    first: SeenPage | None = None
    for number, page in enumerate(pdf.pages, 1):
        words = {"page": str(number)}
        try:
            seen = seen_page(page)
            marks = tuple(marks_on(page))
            faults = (*_box_faults(page, seen, first or seen), *_mark_faults(marks))
        except (PdfError, ValueError, TypeError, ContentTooLargeError):
            found.append(Diagnostic("pdf-page-unreadable", place, words))
            continue
        first = first or seen
        pages.append(_inspected(number, seen, marks))
        found += [Diagnostic(fault.code, place, {**words, **fault.words}) for fault in faults]
    total, is_upright = len(pdf.pages), first is not None and first.size[0] <= first.size[1]
    if total % LEAVES and is_upright:
        found.append(Diagnostic("print-pages-uneven", place, {"pages": str(total), "blanks": str(-total % LEAVES)}))
    return Inspection(tuple(pages), tuple(found))


def _inspected(number: int, seen: SeenPage, marks: tuple[Mark, ...]) -> PageInspection:
    width, height = (round(side / POINTS_PER_MILLIMETRE, 1) for side in seen.size)
    used = {ink for mark in marks for ink in mark.paint.used}
    spots = sorted(used.difference(PROCESS))
    return PageInspection(
        number,
        width,
        height,
        (*(ink for ink in PROCESS if ink in used), *spots),
        round(100 * _most_ink(marks)),
        not used,
        _least(mark.size for mark in marks if mark.kind == "text"),
        _least(mark.size for mark in marks if mark.kind == "line"),
        _whole(_least(mark.resolution for mark in marks if mark.kind == "picture")),
    )


def _most_ink(marks: tuple[Mark, ...]) -> float:
    """The most ink in one place, all inks together; what a picture has where is not looked at."""
    return max((mark.paint.total for mark in marks if mark.kind != "picture"), default=0.0)


def _least(sizes: Iterable[float]) -> float | None:
    least = min(sizes, default=None)
    return None if least is None else round(least, 2)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _box_faults(page: Page, seen: SeenPage, first: SeenPage) -> Iterator[_Fault]:
    """Pages of another size, and boxes that do not lie within each other (ISO 32000-1 14.11.2)."""
    differences = (abs(here - there) for here, there in zip(seen.size, first.size, strict=True))
    if max(differences) > _SAME_SIZE:
        yield _Fault("print-page-size", {"size": _millimetres(seen.size), "first": _millimetres(first.size)})
    trim, bleed, media = (box_of(box) for box in (page.trimbox, page.bleedbox, page.mediabox))
    if not (_lies_in(trim, bleed) and _lies_in(bleed, media)):
        yield _Fault("print-boxes", {})


def _lies_in(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    starts = all(inner[side] >= outer[side] - _ROUNDING for side in (0, 1))
    return starts and all(inner[side] <= outer[side] + _ROUNDING for side in (2, 3))


def _millimetres(size: tuple[float, float]) -> str:
    return " × ".join(f"{side / POINTS_PER_MILLIMETRE:.0f}" for side in size)


def _mark_faults(marks: tuple[Mark, ...]) -> Iterator[_Fault]:
    """What is wrong with what a page paints, each kind once, by the worst of it."""
    if not any(mark.paint.used for mark in marks):
        yield _Fault("print-page-empty", {})
        return
    texts = [mark for mark in marks if mark.kind == "text"]
    for font in dict.fromkeys(mark.font for mark in texts if mark.font):
        yield _Fault("print-font-missing", {"font": font})
    yield from _too_small("print-text-small", (mark.size for mark in texts), LEAST_TEXT, "pt")
    lines = (mark.size / POINTS_PER_MILLIMETRE for mark in marks if mark.kind == "line" and mark.paint.used)
    yield from _too_small("print-line-thin", lines, LEAST_LINE, "mm")
    resolutions = (mark.resolution for mark in marks if mark.kind == "picture")
    yield from _too_small("print-picture-coarse", resolutions, LEAST_RESOLUTION, "dpi")
    most = _most_ink(marks)
    if most > MOST_INK + _ROUNDING:
        yield _Fault("print-ink-heavy", {"share": f"{most:.0%}"})
    yield from _ink_faults(texts)
    if any(mark.is_transparent for mark in marks):
        yield _Fault("print-transparency", {})


def _too_small(code: str, sizes: Iterable[float], least: float, unit: str) -> Iterator[_Fault]:
    """The smallest of what is too small, if anything is."""
    smallest = min(sizes, default=least)
    if smallest < least * (1 - _ROUNDING):
        yield _Fault(code, {"size": f"{smallest:.3g} {unit}", "least": f"{least:g} {unit}"})


def _ink_faults(texts: Iterable[Mark]) -> Iterator[_Fault]:
    """Grey and black text that is not of black alone, and coloured text of several inks."""
    several = [mark.paint for mark in texts if len(mark.paint.used) > 1]
    for code, neutral in (("print-text-inks", True), ("print-text-coloured", False)):
        paint = next((paint for paint in several if paint.is_neutral is neutral), None)
        if paint is not None:
            yield _Fault(code, {"inks": " ".join(paint.inks)})

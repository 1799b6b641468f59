"""What GB/T 9704 says of the page, measured from the finished PDF; nothing here asks our own layout."""

import re
from collections.abc import Callable
from functools import cache

from reportgen.document import Document
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from tests.layout.printed import EM_TOP, Printed, PrintedPage, printed_pages
from tests.support import MINIMAL, examine, sheet_named

MILLIMETRE = 72 / 25.4

PLAIN = f"{MINIMAL}  intro: {'国家' * 9000}\n"
"""Some thirty full pages of plain Chinese."""

Measurement = Callable[["Geometry"], float]


@cache
def official_pages() -> list[PrintedPage]:
    """The plain report in the official style, as pdfium reads its PDF."""
    document: Document = examine(PLAIN, style="official").composed
    sheet = sheet_named("official")
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return printed_pages(write_pdf(lay_out(document, sheet, book), document))


class Geometry:
    """Measures in points, of full pages of the body; odd ones are right-hand pages."""

    def __init__(self, pages: list[PrintedPage]) -> None:
        body = [(index, page) for index, page in enumerate(pages) if len(page.lines()) > 15]
        self.all = pages
        self.right = [page for index, page in body[2:-1] if index % 2 == 0]
        self.left = [page for index, page in body[2:-1] if index % 2 == 1]
        self.page = self.right[0]
        self.line = self.page.lines()[3]
        self.size = self.line[0].size
        self.em = (self.line[-1].x - self.line[0].x) / (len(self.line) - 1)

    def top(self) -> float:
        """From the head of the paper to the em boxes of the first line."""
        return self.page.lines()[0][0].y - EM_TOP * self.em

    def bottom(self) -> float:
        """From the em boxes of the last line to the foot of the paper."""
        return self.page.height - self.page.lines()[-1][0].y - (1 - EM_TOP) * self.em

    def binding(self) -> float:
        """The margin at the spine of right-hand pages."""
        return self.line[0].x

    def outer(self) -> float:
        """The margin opposite the spine of right-hand pages."""
        return self.page.width - self.line[-1].x - self.em

    def width(self) -> float:
        """The type area's."""
        return self.page.width - self.binding() - self.outer()

    def height(self) -> float:
        """The type area's."""
        return self.page.height - self.top() - self.bottom()

    def pitch(self) -> float:
        """From baseline to baseline."""
        lines = self.page.lines()
        return (lines[-1][0].y - lines[0][0].y) / (len(lines) - 1)

    def indent(self) -> float:
        """Of the first line of a paragraph, in characters."""
        first = next(page for page in self.all if len(page.lines()) > 15)
        lines = [line for line in first.lines() if len(line) > 20]
        return (lines[0][0].x - lines[1][0].x) / self.em

    def number(self, page: PrintedPage) -> list[Printed]:
        """The page number with its dashes."""
        return sorted(page.furniture, key=lambda each: each.x)

    def from_outer_edge(self, page: PrintedPage, *, left_hand: bool) -> float:
        """From the outer edge of the type area to the outer dash, in characters."""
        number, line = self.number(page), page.lines()[3]
        if left_hand:
            return (number[0].x - line[0].x) / self.em
        return (line[-1].x + self.em - number[-1].x - number[-1].size) / self.em

    def dash_below(self) -> float:
        """From the foot of the type area to the middle of the dash, where its stroke is: the em box's own middle."""
        dash = self.number(self.page)[0]
        return dash.y - (EM_TOP - 0.5) * dash.size - (self.page.height - self.bottom())

    def facing_error(self) -> float:
        """How much higher one page's number stands than the other's."""
        return abs(self.number(self.right[0])[0].y - self.number(self.left[0])[0].y)

    def register(self) -> float:
        """How far type areas lie apart on the two sides of a leaf, seen through the paper."""
        back = self.left[0]
        return abs(self.binding() - (back.width - back.lines()[3][-1].x - self.em))

    def title(self) -> float:
        """The size of the largest type: titles."""
        return max(character.size for page in self.all for character in page.text)


MEASUREMENTS: list[tuple[str, str, Measurement]] = [
    (r"page width", "pt", lambda g: g.page.width),
    (r"page height", "pt", lambda g: g.page.height),
    (r"22 lines.*16 ?pt|16 ?pt.*22 lines|height.*16 ?pt", "pt", lambda g: (21 * g.pitch() / g.em + 1) * 16),
    (r"largest line pitch", "pt", lambda g: g.height() / 22),
    (r"width of 28 characters at 16 pt", "pt", lambda g: 28 * 16 * g.em / g.size),
    (r"characters.*16 ?pt|16 ?pt.*fit", "characters", lambda g: g.width() / (16 * g.em / g.size)),
    (r"21 pitches", "pt", lambda g: g.height()),
    (r"top margin|天头", "pt", lambda g: g.top()),
    (r"bottom|地脚", "pt", lambda g: g.bottom()),
    (r"binding|订口|left margin", "pt", lambda g: g.binding()),
    (r"right margin|fore-edge|切口|翻口|outer margin", "pt", lambda g: g.outer()),
    (r"register|skew", "pt", lambda g: g.register()),
    (r"type area width|版心.*宽", "pt", lambda g: g.width()),
    (r"type area height|版心.*高", "pt", lambda g: g.height()),
    (r"characters? per|characters in a", "characters", lambda g: float(len(g.line))),
    (r"lines per", "lines", lambda g: float(len(g.page.lines()))),
    (r"page.number error", "pt", lambda g: g.facing_error()),
    (r"page.number size|size of.*page number", "pt", lambda g: g.number(g.page)[0].size),
    (r"even page", "characters", lambda g: g.from_outer_edge(g.left[0], left_hand=True)),
    (r"odd page", "characters", lambda g: g.from_outer_edge(g.right[0], left_hand=False)),
    (r"dash|below the type area|under the type area|page.number", "pt", lambda g: g.dash_below()),
    (r"first.line indent|paragraph.*indent|heading.*indent", "characters", lambda g: g.indent()),
    (r"title.*size|size.*title|2号", "pt", lambda g: g.title()),
    (r"body size|3号|size of (the )?body|text size", "pt", lambda g: g.size),
    (r"line pitch|line spacing|行", "pt", lambda g: g.pitch()),
    (r"pitch|one character|character width|字", "pt", lambda g: g.em),
]
"""What the wording of a quantity asks for, its own unit, and how it is measured; the first that fits."""

SAME = "the same in points"
"""Stands under another quantity; the rule says which: T6 a character, T7 a line."""

NOT_PRINTED = {
    r"date|signature|organi[sz]ation": "a report is no signed document",
    r"attach|附件": "a report has no attachments",
    r"stapl|stitch|saw|trim|spine": "how copies are bound is the printer's",
    r"red|版头|发文字号|份号|密级|签发|separator": "a report has no red head",
    r"版记|record|抄送|印发": "a report has no closing record",
    r"addressee|主送|seal|印章": "a report is addressed by its salutation",
}
"""What a 公文 has and a report has not."""


def measure(case: dict[str, str]) -> float:
    """The quantity of a case in its own unit.

    Raises:
        LookupError: no measurement is known for the quantity.

    """
    geometry = Geometry(official_pages())
    quantity, wanted = case["quantity"], case["unit"]
    if quantity == SAME:
        quantity = "line pitch" if case["rule"] == "T7" else "one character"
    for pattern, unit, measurement in MEASUREMENTS:
        if re.search(pattern, quantity, re.IGNORECASE):
            value = measurement(geometry)
            if unit == "pt" and wanted == "mm":
                return value / MILLIMETRE
            if unit == "pt" and wanted == "characters":
                return value / geometry.em
            assert unit == wanted, (quantity, unit, wanted)
            return value
    message = f"nothing measures: {quantity}"
    raise LookupError(message)


def is_not_printed(case: dict[str, str]) -> bool:
    """Whether the quantity belongs to a part of a 公文 that a report has not."""
    return any(re.search(pattern, case["quantity"], re.IGNORECASE) for pattern in NOT_PRINTED)

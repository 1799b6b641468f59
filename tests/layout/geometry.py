"""What GB/T 9704 says of the page, measured from the finished PDF; nothing here asks our own layout."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from reportgen.document import Document
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from tests.layout.printed import EM_TOP, Printed, PrintedPage, printed_pages
from tests.support import MINIMAL, examine, fitted, sheet_named

MILLIMETRE = 72 / 25.4

PLAIN = f"{MINIMAL}  intro: {'国家' * 9000}\n"
"""Some thirty full pages of plain Chinese."""

SIGNED = f"""\
{MINIMAL}date: 2026-01-16
metrics: {{提案: {{label: 征集提案, value: 546, unit: 件}}}}
closing: 完。
signature: 政协云溪市委员会常务委员会
glossary: [{{term: 提案, meaning: 一种意见。}}]
"""
"""A report that is signed and has annexes; its date is shorter than who signs."""

Measurement = Callable[["Geometry", list[float]], float]
"""What is measured, given the numbers that stand in the wording of the quantity."""


@cache
def official_pages(report: str = PLAIN) -> list[PrintedPage]:
    """A report in the official style, the plain one or another, as pdfium reads its PDF."""
    document: Document = examine(report, style="official", draft=True).composed
    sheet = sheet_named("official")
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return printed_pages(write_pdf(lay_out(document, fitted(sheet, document), book), document))


_LARGER = 1.0
"""Points by which a title is larger than headings."""


class Place(NamedTuple):
    """A line of a page: its text, its characters, how many lines below the first of the page it is, the page's edge."""

    text: str
    characters: list[Printed]
    below: float
    right: float


class Ends:
    """Where signature, date, and annexes stand; lines and characters are those of the page ``geometry`` measures."""

    def __init__(self, geometry: "Geometry", report: str = SIGNED) -> None:
        self._em, self._pitch = geometry.em, geometry.pitch()
        self._binding, self._first = geometry.binding(), geometry.page.lines()[0][0].y
        self._widths = geometry.width()
        self._places = [place for page in official_pages(report) for place in self._of(page)]

    def _of(self, page: PrintedPage) -> Iterator[Place]:
        on_left = bool(page.furniture) and min(each.x for each in page.furniture) < page.width / 2
        right = page.width - self._binding if on_left else self._binding + self._widths
        for line in page.lines():
            text = "".join(each.character for each in line)
            yield Place(text, line, (line[0].y - self._first) / self._pitch, right)

    def _line(self, beginning: str, after: str = "") -> Place:
        """The last line with a beginning; with ``after``, the one under the line that begins so."""
        starts = beginning or after
        index = max(number for number, place in enumerate(self._places) if place.text.startswith(starts))
        return self._places[index if beginning else index + 1]

    def _from_right(self, place: Place) -> float:
        return (place.right - place.characters[-1].right) / self._em

    def _indent(self, place: Place) -> float:
        return (place.characters[0].left - (place.right - self._widths)) / self._em

    def signature_from_right(self) -> float:
        """Characters from its end to the edge of the type area."""
        return self._from_right(self._line("政协云溪"))

    def signature_below(self) -> float:
        """The empty lines between what is above and the signature."""
        above = self._places[self._places.index(self._line("政协云溪")) - 1]
        return self._line("政协云溪").below - above.below - 1

    def date_after_signature(self) -> float:
        """How many characters further right it starts."""
        return (self._line("2026年").characters[0].x - self._line("政协云溪").characters[0].x) / self._em

    def date_below(self) -> float:
        """How many lines under the signature it is."""
        return self._line("2026年").below - self._line("政协云溪").below

    def note_below(self) -> float:
        """The empty lines between the text and the note of the annexes."""
        return self._line("附件：").below - self._line("完。").below - 1

    def note_indent(self) -> float:
        """Of the note of the annexes, in characters."""
        return self._indent(self._line("附件："))

    def names_apart(self) -> float:
        """How far the names of two annexes start apart, in characters."""
        first, second = self._line("附件：").characters, self._line("2.").characters
        return abs(first[3].x - second[0].x) / self._em

    def label_line(self) -> float:
        """On which line of its page the label of an annex is."""
        return self._line("附件1").below + 1

    def label_indent(self) -> float:
        """Of that label, in characters."""
        return self._indent(self._line("附件1"))

    def label_size(self) -> float:
        """Of that label."""
        return self._line("附件1").characters[0].size

    def annex_title_line(self) -> float:
        """On which line of its page the title of an annex is: the middle of its em boxes decides."""
        title = self._line("", after="附件1")
        middle = (EM_TOP - 0.5) * (title.characters[0].size - self._em)
        return round(title.below - middle / self._pitch + 1)


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

    def turnover(self) -> float:
        """How far the later lines of a paragraph stand in, in characters."""
        return max(abs(line[0].x - self.binding()) for page in self.right for line in page.lines()) / self.em

    def heading(self) -> float:
        """The indent of the first heading of the body, in characters."""
        page, (line, *_) = self._headed()
        left = page.lines()[-1][0].x
        return (line[0].x - left) / self.em

    def heading_size(self) -> float:
        """The size of the first heading of the body."""
        return self._headed()[1][0][0].size

    def _headed(self) -> tuple[PrintedPage, list[list[Printed]]]:
        """The first page of the body, and its lines between the title of the report and the plain text."""
        page = next(page for page in self.all if len(page.lines()) > 15)
        headings = (line for line in page.lines() if not {each.character for each in line} <= {"国", "家"})
        return page, [line for line in headings if line[0].size < self.title() - _LARGER]

    def numbers_on_blank_pages(self) -> int:
        """How many characters the blank pages carry between them."""
        return sum(len(page.furniture) for page in self.all if not page.text)

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
        """How much higher one page's number is than the other's."""
        return abs(self.number(self.right[0])[0].y - self.number(self.left[0])[0].y)

    def register(self) -> float:
        """How far type areas lie apart on the two sides of a leaf, seen through the paper."""
        back = self.left[0]
        return abs(self.binding() - (back.width - back.lines()[3][-1].x - self.em))

    @property
    def ends(self) -> Ends:
        """Those of a report that is signed and has annexes."""
        return Ends(self)

    def title(self) -> float:
        """The size of the largest type: titles."""
        return max(character.size for page in self.all for character in page.text)


MEASUREMENTS: list[tuple[str, str, Measurement]] = [
    (r"(?:signature|署名).*(?:lines? |below|under|above)", "lines", lambda g, _: g.ends.signature_below()),
    (r"\bdate.*(?:next|following) line|\bdate.*lines? (?:below|under)", "lines", lambda g, _: g.ends.date_below()),
    (r"\bdate\b.*(?:signature|organi[sz]ation)|日期", "characters", lambda g, _: g.ends.date_after_signature()),
    (r"signature|organi[sz]ation|署名", "characters", lambda g, _: g.ends.signature_from_right()),
    (r"(?:attach|annex|附件).*(?:turnover|align|names)", "characters", lambda g, _: g.ends.names_apart()),
    (r"(?:attach|annex|附件).*note.*\blines?\b", "lines", lambda g, _: g.ends.note_below()),
    (r"(?:attach|annex|附件).*note", "characters", lambda g, _: g.ends.note_indent()),
    (r"(?:attach|annex|附件).*title.*\bline\b", "lines", lambda g, _: g.ends.annex_title_line()),
    (r"(?:attach|annex|附件).*title", "pt", lambda g, _: g.title()),
    (r"(?:attach|annex|附件).*(?:size|3号)", "pt", lambda g, _: g.ends.label_size()),
    (r"(?:attach|annex|附件).*(?:indent|edge|flush|left)", "characters", lambda g, _: g.ends.label_indent()),
    (r"attach|annex|附件", "lines", lambda g, _: g.ends.label_line()),
    (r"page width", "pt", lambda g, _: g.page.width),
    (r"page height", "pt", lambda g, _: g.page.height),
    (r"width of [\d.]+ characters at [\d.]+ ?pt", "pt", lambda g, n: n[0] * n[1] * g.em / g.size),
    (r"(?<=\()\d+ (?:line )?pitches", "pt", lambda g, n: n[1] * g.pitch() + g.em),
    (r"\d+ (?:line )?pitches", "pt", lambda g, n: n[0] * g.pitch() + g.em),
    (r"[\d.]+ lines.*[\d.]+ ?pt", "pt", lambda g, n: ((n[0] - 1) * g.pitch() / g.em + 1) * n[1]),
    (r"[\d.]+ ?pt.*[\d.]+ lines", "pt", lambda g, n: ((n[1] - 1) * g.pitch() / g.em + 1) * n[0]),
    (r"largest line pitch.*\d+ (?:full |whole )?(?:cells|lines)", "pt", lambda g, n: g.height() / n[0]),
    (r"characters (?:of|at) [\d.]+ ?pt|[\d.]+ ?pt.*\bfit", "characters", lambda g, n: g.width() * g.size / g.em / n[0]),
    (r"\bskew|\bregister|type area.*error", "pt", lambda g, _: g.register()),
    (r"blank page", "characters", lambda g, _: float(g.numbers_on_blank_pages())),
    (r"page.number.*error|position error|facing", "pt", lambda g, _: g.facing_error()),
    (r"page.number.*(?:size|digits?\b|4号)|size of.*page number", "pt", lambda g, _: g.number(g.page)[0].size),
    (r"even page.*(?:number|dash)", "characters", lambda g, _: g.from_outer_edge(g.left[0], left_hand=True)),
    (r"odd page.*(?:number|dash)", "characters", lambda g, _: g.from_outer_edge(g.right[0], left_hand=False)),
    (r"\bdash|page.number|(?:below|under) .*the type area", "pt", lambda g, _: g.dash_below()),
    (r"even page.*(?:left|outer)|(?:left|outer) margin.*even page", "pt", lambda g, _: g.left[0].lines()[3][0].x),
    (r"top margin|天头", "pt", lambda g, _: g.top()),
    (r"bottom margin|地脚|下边距", "pt", lambda g, _: g.bottom()),
    (r"binding|订口|left margin", "pt", lambda g, _: g.binding()),
    (r"right margin|fore-edge|切口|翻口|outer margin", "pt", lambda g, _: g.outer()),
    (r"type area.*width|width of the type area|版心.*宽", "pt", lambda g, _: g.width()),
    (r"type area.*height|height of the type area|版心.*高", "pt", lambda g, _: g.height()),
    (r"characters? (?:per|in a|to a)", "characters", lambda g, _: float(len(g.line))),
    (r"lines (?:per|on a)", "lines", lambda g, _: float(len(g.page.lines()))),
    (r"(?:later|turnover|following|other|second|further|remaining|continuation|subsequent) lines?", "characters",
     lambda g, _: g.turnover()),
    (r"heading.*indent|indent of.*heading", "characters", lambda g, _: g.heading()),
    (r"first.line indent|paragraph.*indent|indent of", "characters", lambda g, _: g.indent()),
    (r"title.*size|size of.*title|2号", "pt", lambda g, _: g.title()),
    (r"heading.*size|size of.*heading", "pt", lambda g, _: g.heading_size()),
    (r"\bbody\b|3号|size of.*text|text size", "pt", lambda g, _: g.size),
    (r"line pitch|line spacing|lines? pitch|行", "pt", lambda g, _: g.pitch()),
    (r"pitch|one character|character width|\bem\b|字", "pt", lambda g, _: g.em),
]  # fmt: skip
"""What the wording of a quantity asks for, its own unit, and how it is measured; the first that fits."""

TOLERANCES = {"mm": 0.5, "pt": 0.05, "characters": 0.02, "lines": 0.01}
"""Where a case gives none."""

SAME = re.compile("the same in|same, in")
"""Stands under another quantity; the rule says which: T6 a character, T7 a line."""

NOT_PRINTED: list[tuple[str, set[str], str]] = [
    (r"\bseal", {"T13"}, "a report carries no seal"),
    (r"\bstapl|stitch|\bsaw\b|\btrim", {"T17"}, "how copies are bound is the printer's"),
    (r"\bred\b|版头|发文|份号|密级|签发|separator", {"T8", "T12", "T14"}, "a report has no red head"),
    (r"版记|closing.record|抄送|印发", {"T14"}, "a report has no closing record"),
    (r"addressee|主送", {"T8", "T12"}, "a report is addressed by its salutation"),
    (r"\btable.*sideways|sideways.*\btable", {"T16"}, "no table is set sideways"),
]
"""What a 公文 has and a report has not: the wording, the rules that speak of it, and why."""


def measure(case: dict[str, str]) -> float:
    """The quantity of a case in its own unit.

    Raises:
        LookupError: no measurement is known for the quantity.

    """
    geometry = Geometry(official_pages())
    quantity, wanted = case["quantity"], case["unit"]
    if SAME.search(quantity):
        quantity = {"T6": "one character", "T7": "line pitch"}[case["rule"]]
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", quantity)]
    for pattern, unit, measurement in MEASUREMENTS:
        if re.search(pattern, quantity, re.IGNORECASE):
            return in_unit(measurement(geometry, numbers), unit, wanted, geometry)
    message = f"nothing measures: {quantity}; add it to {__name__}"
    raise LookupError(message)


def in_unit(value: float, unit: str, wanted: str, geometry: "Geometry") -> float:
    """A measurement in the unit of the case."""
    if unit == "pt" and wanted == "mm":
        return value / MILLIMETRE
    if unit == "pt" and wanted == "characters":
        return value / geometry.em
    if unit == "characters" and wanted in {"mm", "pt"}:
        return in_unit(value * geometry.em, "pt", wanted, geometry)
    assert unit == wanted, f"a measurement in {unit} is not one in {wanted}"
    return value


def why_not_printed(case: dict[str, str]) -> str | None:
    """To which part of a 公文 that a report has not the quantity belongs."""
    for pattern, rules, reason in NOT_PRINTED:
        if re.search(pattern, case.get("quantity", ""), re.IGNORECASE) and case.get("rule") in rules:
            return reason
    return None

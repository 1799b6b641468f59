"""The types of a report file. Field names are the file's own; every field is declared here and nowhere else.

The JSON Schema for editors, the reading of files, the messages about unknown keys and the order of keys that ``fmt``
writes all follow from these types.
"""

import datetime
import re
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from reportgen.report.numbers import Number, Scale
from reportgen.source import Passage, Prose, pattern

# The characters themselves, not escapes: editors read the pattern in the JSON Schema as JavaScript does.
_WORD = "[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd_-]+"
_PLAIN = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
RESERVED_NAMES = ("本年", "下年", "上年", "year", "next_year", "last_year")
"""References to years; no metric may have such a name."""

_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))


def is_word(text: str) -> bool:
    """Whether a text matches _WORD, which takes milliseconds to compile; a test compares the two."""
    for character in text:
        code = ord(character)
        if not (character in _PLAIN or any(first <= code <= last for first, last in _HAN)):
            return False
    return bool(text)


def is_metric_name(text: str) -> bool:
    """Whether a text is a valid name that is not a reference to a year."""
    return text not in RESERVED_NAMES and is_word(text)


Identifier = Annotated[str, pattern(_WORD, "id-invalid", is_word)]
MetricName = Annotated[
    str, pattern(rf"(?!(?:{'|'.join(RESERVED_NAMES)})$){_WORD}", "metric-name-invalid", is_metric_name)
]
Year = Annotated[int, Meta(ge=1949, le=2999)]
_YEAR = "[12][0-9]{3}"
YearName = Annotated[str, pattern(_YEAR, "year-name-invalid")]
Words = Annotated[str, pattern(r"[\s\S]*\S[\s\S]*", "text-empty")]
"""A text printed literally, without references and emphasis; it must not be empty."""
Date = datetime.date
NO_CHANGE = "none"
"""What ``change`` says of a metric whose change is withheld."""


class Metric(Struct, frozen=True, kw_only=True):
    """A named number that texts refer to as 【name】: written once, shown everywhere."""

    label: Words
    value: Number
    scale: Scale | None = None
    qualifier: Literal["余", "多", "约", "近", "超", "逾"] | None = None
    qualifier_position: Literal["before", "after"] | None = None
    unit: str
    decimals: Annotated[int, Meta(ge=0, le=6)] | None = None
    group: str | None = None
    note: Passage | None = None
    better: Literal["up", "down"] | None = None
    rank: bool = False
    change: Words | None = None
    parts: tuple[MetricName, ...] = ()
    of: MetricName | None = None
    history: dict[YearName, Number] = {}

    def remembered(self) -> dict[int, Number]:
        """The history by years; a name that is not a year has a finding of its own, and is left out."""
        return {int(name): number for name, number in self.history.items() if re.fullmatch(_YEAR, name)}


class Item(Struct, frozen=True, kw_only=True):
    """A titled paragraph or point; at least one of title, claim and text. A plain string is a title."""

    shorthand: ClassVar[str] = "title"

    id: Identifier | None = None
    title: Prose | None = None
    claim: Prose | None = None
    text: Passage | None = None
    follows: tuple[Identifier, ...] = ()

    @property
    def caption(self) -> str:
        """What the item is called: its title, else its claim, else its text."""
        return self.title or self.claim or self.text or ""


class Section(Struct, frozen=True, kw_only=True):
    """A numbered unit of a part."""

    id: Identifier | None = None
    title: Prose
    lead: Passage | None = None
    follows: tuple[Identifier, ...] = ()
    items: tuple[Item, ...] = ()


class Part(Struct, frozen=True, kw_only=True):
    """Reviews, tasks or insights: intro, items, sections and closing print in this order."""

    title: Prose
    intro: Passage | None = None
    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: Passage | None = None


class Term(Struct, frozen=True, kw_only=True):
    """A term explained at the end of the report."""

    term: Words
    meaning: Passage


class Report(Struct, frozen=True, kw_only=True):
    """One year's report as its file holds it: texts unresolved, folded as ``source`` folds them."""

    schema: Literal[1]
    year: Year
    title: Prose
    label: Prose | None = None
    organization: Prose | None = None
    session: Prose | None = None
    date: Date | None = None
    place: Prose | None = None
    speaker: Prose | None = None
    salutation: Prose | None = None
    opening: Passage | None = None
    metrics: dict[MetricName, Metric] = {}
    reviews: Part | None = None
    tasks: Part | None = None
    insights: Part | None = None
    closing: Passage | None = None
    signature: Prose | None = None
    glossary: tuple[Term, ...] = ()

    @property
    def dated(self) -> Date:
        """The date its files carry; a report without one counts as of the last day of its year."""
        return self.date or datetime.date(self.year, 12, 31)

    @property
    def parts(self) -> tuple[tuple[str, Part], ...]:
        """The parts there are, with their names, in the order they print."""
        named = (("reviews", self.reviews), ("tasks", self.tasks), ("insights", self.insights))
        return tuple((name, part) for name, part in named if part is not None)


PARTS = ("reviews", "tasks", "insights")

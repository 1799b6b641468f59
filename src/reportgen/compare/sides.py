"""One of the two reports that are compared: its texts as they print, its entries by path, where each stands."""

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from reportgen.compare.changes import Location
from reportgen.compare.matching import Entry
from reportgen.compare.text_diff import Token, kept_pattern, printed_text, tokens_of
from reportgen.diagnostics import FieldPath
from reportgen.report import Aspect, Figures, Item, Metric, Part, Report, Section, Term
from reportgen.text.dates import chinese_date

_BEGINNING = 12
"""Characters of an untitled entry that stand for its title."""


class Side(Struct, frozen=True):
    """A report with its figures, the ordinals its entries print with by path, and names that stay whole."""

    figures: Figures
    ordinals: Mapping[FieldPath, str] = {}
    kept: tuple[str, ...] = ()

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.figures.report


class ComparedEntry(NamedTuple):
    """An entry with its texts by field, in print order, what it follows, and what says it all where texts do not."""

    entry: Entry
    texts: tuple[tuple[str, str | None], ...]
    follows: tuple[str, ...] = ()
    summary: str = ""


class SideTexts:
    """The texts of one side, each read once."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._kept = kept_pattern(side.kept)
        self._titles: dict[FieldPath, str] = {}
        self.report = side.report
        self.sections: dict[str, tuple[ComparedEntry, ...]] = {}
        self.items: dict[str, tuple[ComparedEntry, ...]] = {}
        for name, part in side.report.parts:
            self._titles[name,] = self.printed(part.title)
            self.sections[name] = tuple(self._sections(name, part))
            self.items[name] = tuple(self._items(name, part))
        self.terms = tuple(self._term(index, term) for index, term in enumerate(side.report.glossary))
        self.metrics = tuple(self._metric(name, metric) for name, metric in side.report.metrics.items())
        lists = (*self.sections.values(), *self.items.values(), self.terms, self.metrics)
        self.compared_entries = {compared.entry.path: compared for each in lists for compared in each}

    def tokens(self, text: str | None) -> list[Token]:
        """The tokens of a text."""
        return tokens_of(text, self._side.figures, self._kept)

    def printed(self, text: str | None) -> str:
        """A text as it prints."""
        return printed_text(text, self._side.figures)

    def figure(self, name: str) -> str:
        """A metric's number as it prints."""
        return self._side.figures.printed(name, Aspect.PRINTED)

    def location(self, path: FieldPath) -> Location:
        """Where a path leads: the titles on the way, and the ordinal of the entry itself."""
        ways = (path[:length] for length in range(1, len(path) + 1))
        titles = tuple(self._titles[way] for way in ways if way in self._titles)
        return Location(path, titles, self._side.ordinals.get(path, ""))

    def top_texts(self) -> Iterator[tuple[str, str | None]]:
        """The fields of the report that are texts, before and after its parts, as they stand in the file."""
        report = self.report
        for name in ("title", "label", "organization", "session", "date", "place", "speaker", "salutation", "opening"):
            value = getattr(report, name)
            yield name, chinese_date(value) if isinstance(value, datetime.date) else value

    def _sections(self, name: str, part: Part) -> Iterator[ComparedEntry]:
        for index, section in enumerate(part.sections):
            path = (name, "sections", index)
            title = self._titles[path] = self.printed(section.title)
            whole = "".join(self.printed(text) for text in (section.lead, *_item_texts(section)))
            entry = Entry(path, (name,), section.id, title, whole)
            yield ComparedEntry(entry, (("title", section.title), ("lead", section.lead)), section.follows)

    def _items(self, name: str, part: Part) -> Iterator[ComparedEntry]:
        for index, item in enumerate(part.items):
            yield self._item((name,), index, item)
        for number, section in enumerate(part.sections):
            for index, item in enumerate(section.items):
                yield self._item((name, "sections", number), index, item)

    def _item(self, parent: FieldPath, index: int, item: Item) -> ComparedEntry:
        path = (*parent, "items", index)
        title = self.printed(item.title)
        text = self.printed(item.claim) + self.printed(item.text)
        self._titles[path] = title or _beginning(text)
        texts = (("title", item.title), ("claim", item.claim), ("text", item.text))
        return ComparedEntry(Entry(path, parent, item.id, title, text), texts, item.follows)

    def _term(self, index: int, term: Term) -> ComparedEntry:
        path = ("glossary", index)
        self._titles[path] = term.term
        entry = Entry(path, ("glossary",), None, term.term, self.printed(term.meaning))
        return ComparedEntry(entry, (("term", term.term), ("meaning", term.meaning)))

    def _metric(self, name: str, metric: Metric) -> ComparedEntry:
        path = ("metrics", name)
        self._titles[path] = metric.label
        texts = (("label", metric.label), ("group", metric.group), ("note", metric.note), ("better", metric.better))
        summary = f"{metric.label}{self.figure(name)}"
        return ComparedEntry(Entry(path, ("metrics",), name, metric.label, ""), texts, summary=summary)


def _item_texts(section: Section) -> Iterator[str | None]:
    for item in section.items:
        yield from (item.title, item.claim, item.text)


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"

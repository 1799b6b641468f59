"""One of the two reports of a comparison: its texts as they print, its entries by path, their places."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from reportgen.compare.changes import Location
from reportgen.compare.matching import Entry
from reportgen.compare.text_diff import Token, printed_text, tokens_of
from reportgen.diagnostics import FieldPath
from reportgen.report import Aspect, Figures, Item, Metric, Part, Report, Term
from reportgen.report.fields import Compared, field_text, simple_fields
from reportgen.text.names import Names

_BEGINNING = 12
"""Characters of its text that serve as the title of an untitled entry."""

_TEXTS: tuple[Compared, ...] = ("text", "name")


class Side(Struct, frozen=True):
    """A report with its figures, the printed ordinals of its entries by path, and names that are not split."""

    figures: Figures
    ordinals: Mapping[FieldPath, str] = {}
    kept: tuple[str, ...] = ()

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.figures.report


class ComparedEntry(NamedTuple):
    """An entry with its record, and a summary where its texts do not describe it."""

    entry: Entry
    record: Struct
    summary: str = ""


def texts_of(record: Struct) -> dict[str, str]:
    """The non-empty fields of a record that are compared as texts, in print order."""
    fields = simple_fields(type(record))
    texts = {name: field_text(getattr(record, name)) for name, field in fields.items() if field.compared in _TEXTS}
    return {name: text for name, text in texts.items() if text is not None}


class SideTexts:
    """The texts of one side, each parsed once."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._kept = Names(name for name in side.kept if len(name) > 1)
        self._titles: dict[FieldPath, str] = {}
        self.report = side.report
        self.metric_names: Mapping[str, str] = {}
        """The names of metrics on the other side, where they differ."""
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
        return tokens_of(text, self._side.figures, self._kept, self.metric_names)

    def printed(self, text: str | None) -> str:
        """A text as it prints."""
        return printed_text(text, self._side.figures)

    def figure(self, name: str) -> str:
        """A metric's number as it prints."""
        return self._side.figures.printed(name, Aspect.PRINTED)

    def location(self, path: FieldPath) -> Location:
        """The location of a path: the titles on the way, and the ordinal of the entry."""
        ways = (path[:length] for length in range(1, len(path) + 1))
        titles = tuple(self._titles[way] for way in ways if way in self._titles)
        return Location(path, titles, self._side.ordinals.get(path, ""))

    def _sections(self, name: str, part: Part) -> Iterator[ComparedEntry]:
        for index, section in enumerate(part.sections):
            path = (name, "sections", index)
            title = self._titles[path] = self.printed(section.title)
            whole = self._beside_title(section) + "".join(map(self._whole, section.items))
            yield ComparedEntry(Entry(path, (name,), section.id, title, whole), section)

    def _items(self, name: str, part: Part) -> Iterator[ComparedEntry]:
        for index, item in enumerate(part.items):
            yield self._item((name,), index, item)
        for number, section in enumerate(part.sections):
            for index, item in enumerate(section.items):
                yield self._item((name, "sections", number), index, item)

    def _item(self, parent: FieldPath, index: int, item: Item) -> ComparedEntry:
        path = (*parent, "items", index)
        title = self.printed(item.title)
        text = self._beside_title(item)
        self._titles[path] = title or _beginning(text)
        return ComparedEntry(Entry(path, parent, item.id, title, text), item)

    def _whole(self, record: Struct) -> str:
        return "".join(map(self.printed, texts_of(record).values()))

    def _beside_title(self, record: Struct) -> str:
        return "".join(self.printed(text) for name, text in texts_of(record).items() if name != "title")

    def _term(self, index: int, term: Term) -> ComparedEntry:
        path = ("glossary", index)
        self._titles[path] = term.term
        return ComparedEntry(Entry(path, (), None, term.term, self.printed(term.meaning)), term)

    def _metric(self, name: str, metric: Metric) -> ComparedEntry:
        path = ("metrics", name)
        self._titles[path] = metric.label
        entry = Entry(path, (), name, metric.label, "")
        return ComparedEntry(entry, metric, f"{metric.label}{self.figure(name)}")


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"

"""Two reports → the changes between them, in the order of the new one; removals where the entry was."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from reportgen.compare.changes import Change, DiffSpan, Kind
from reportgen.compare.matching import match_entries
from reportgen.compare.sides import ComparedEntry, Side, SideTexts, texts_of
from reportgen.compare.text_diff import compare_wording
from reportgen.diagnostics import FieldPath
from reportgen.report import PARTS, Metric, Part, Report, changes_of, print_number, quantity_of
from reportgen.report.fields import FIELDS, field_text, simple_fields
from reportgen.report.promises import ledger
from reportgen.text.sequences import longest_ascent

_MOST_REPORTS = 100
"""Reviews named for one task; the items of a section share its own, so that all of them could fill the memory."""

Recorded = tuple[FieldPath, Struct | None]
"""A record with its path; None where one side has none."""


def compare(old: Side, new: Side) -> tuple[Change, ...]:
    """The changes from one report to another; none between a report and itself.

    Where the new one is the next year's, they include the promises of the old one, kept or forgotten, and its year only
    where nothing else changed.
    """
    changes = tuple(_Comparison(old, new).changes())
    if new.report.year == old.report.year + 1 and len(changes) > 1:
        return tuple(change for change in changes if change.location.path != ("year",))
    return changes


def pair_entries(old: Side, new: Side) -> Mapping[FieldPath, FieldPath]:
    """The paths of the entries of one report that are in another too, with their paths there."""
    return _Comparison(old, new).matched


class _Comparison:
    """Walks both reports side by side; ``matched`` are the paths of old entries with those of their counterparts."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old = SideTexts(old)
        self._new = SideTexts(new)
        self._years = old.report.year, new.report.year
        self.matched: dict[FieldPath, FieldPath] = {}
        self._back: dict[FieldPath, FieldPath] = {}
        self._match(self._old.metrics, self._new.metrics)
        self._new.metric_names = {str(there[-1]): str(here[-1]) for here, there in self.matched.items()}
        for name in PARTS:
            self._match(self._old.sections.get(name, ()), self._new.sections.get(name, ()), (name,))
            self._match(self._old.items.get(name, ()), self._new.items.get(name, ()), (name,))
        self._match(self._old.terms, self._new.terms)

    def changes(self) -> Iterator[Change]:
        """All changes, in the order of the reports."""
        for name in FIELDS[Report]:
            if name in PARTS:
                yield from self._part_changes(name)
            else:
                yield from self._field_changes(Report, name, ((), self._old.report), ((), self._new.report))
        yield from self._metric_changes()
        yield from self._list_changes(self._old.terms, self._new.terms)
        yield from self._promise_changes()

    def _part_changes(self, name: str) -> Iterator[Change]:
        before, after = getattr(self._old.report, name), getattr(self._new.report, name)
        path: FieldPath = (name,)
        sections = self._old.sections.get(name, ()), self._new.sections.get(name, ())
        items = self._old.items.get(name, ()), self._new.items.get(name, ())
        olds, news = (_by_parent(each) for each in items)
        yield from self._renumbered(path, path)
        for field in FIELDS[Part]:
            if field == "items":
                yield from self._list_changes(olds.get(path, ()), news.get(path, ()))
            elif field == "sections":
                yield from self._list_changes(*sections, olds, news)
            else:
                yield from self._field_changes(Part, field, (path, before), (path, after))

    def _match(self, old: Sequence[ComparedEntry], new: Sequence[ComparedEntry], parent: FieldPath = ()) -> None:
        """Finds the counterparts of entries; their parents have theirs already."""
        entries = tuple(each.entry for each in old), tuple(each.entry for each in new)
        found = match_entries(*entries, {parent: parent, **self.matched})
        self.matched |= found
        self._back |= {path: other for other, path in found.items()}

    def _list_changes(
        self,
        old: Sequence[ComparedEntry],
        new: Sequence[ComparedEntry],
        old_items: Mapping[FieldPath, Sequence[ComparedEntry]] | None = None,
        new_items: Mapping[FieldPath, Sequence[ComparedEntry]] | None = None,
        *,
        reported: bool = False,
    ) -> Iterator[Change]:
        """The changes of a list and of the items of its entries; ``reported`` where their addition is reported already.

        Moved are the fewest entries that explain the new order, and those that come from another list.
        """
        places = {each.entry.path: index for index, each in enumerate(old)}
        origins = [places.get(self._back.get(each.entry.path, ()), -1) for each in new]
        steady = longest_ascent(origins)
        removed = deque(index for index, each in enumerate(old) if each.entry.path not in self.matched)
        for index, each in enumerate(new):
            while index in steady and removed and removed[0] < origins[index]:
                yield self._removed(old[removed.popleft()], old_items or {})
            before = self._old.compared_entries.get(self._back.get(each.entry.path, ()))
            if before is not None:
                yield from self._entry_changes(before, each, moved=index not in steady)
            elif not reported:
                yield self._added(each, new_items or {})
            if new_items is not None:
                inner = (old_items or {}).get(before.entry.path, ()) if before else ()
                yield from self._list_changes(inner, new_items.get(each.entry.path, ()), reported=before is None)
        for index in removed:
            yield self._removed(old[index], old_items or {})

    def _entry_changes(self, old: ComparedEntry, new: ComparedEntry, *, moved: bool) -> Iterator[Change]:
        here, there = old.entry.path, new.entry.path
        if moved:
            title = DiffSpan(old.entry.title, new.entry.title, same=True)
            yield Change(Kind.MOVED, self._old.location(here), self._new.location(there), (title,))
        else:
            yield from self._renumbered(here, there)
        record = type(new.record)
        for field in FIELDS[record]:
            yield from self._field_changes(record, field, (here, old.record), (there, new.record))

    def _field_changes(self, record: type[Struct], name: str, old: Recorded, new: Recorded) -> Iterator[Change]:
        """The change of a simple field of a record; lists and tables are compared entry by entry."""
        field = simple_fields(record).get(name)
        if field is None:
            return
        here, there = (*old[0], name), (*new[0], name)
        before, after = getattr(old[1], name, None), getattr(new[1], name, None)
        match field.compared:
            case "text":
                yield from self._text_changes(here, there, field_text(before), field_text(after))
            case "name":
                yield from self._text_changes(here, there, field_text(before), field_text(after), renamed=True)
            case "link":
                yield from self._link_changes(here, there, before, after)
            case "figure":
                return
            case _:
                assert_never(field.compared)

    def _link_changes(self, here: FieldPath, there: FieldPath, before: object, after: object) -> Iterator[Change]:
        """Another id, or other tasks followed, in whatever order; another year has its own."""
        if self._years[0] != self._years[1]:
            return
        if not (isinstance(before, tuple) and isinstance(after, tuple)):
            yield from self._text_changes(here, there, field_text(before), field_text(after))
        elif set(before) != set(after):
            named = DiffSpan(field_text(before) or "", field_text(after) or "")
            yield Change(Kind.RELINKED, self._old.location(here), self._new.location(there), (named,))

    def _renumbered(self, here: FieldPath, there: FieldPath) -> Iterator[Change]:
        old, new = self._old.location(here), self._new.location(there)
        if old.ordinal and new.ordinal and old.ordinal != new.ordinal:
            title = DiffSpan(old.titles[-1], new.titles[-1], same=True)
            yield Change(Kind.RENUMBERED, old, new, (DiffSpan(old.ordinal, new.ordinal), title))

    def _text_changes(
        self, here: FieldPath, there: FieldPath, before: str | None, after: str | None, *, renamed: bool = False
    ) -> Iterator[Change]:
        if before == after:
            return
        old, new = self._old.tokens(before), self._new.tokens(after)
        if old == new:
            return
        locations = self._old.location(here) if old else None, self._new.location(there) if new else None
        changed = Kind.RENAMED if renamed else Kind.REWORDED
        kind = Kind.ADDED if not old else Kind.REMOVED if not new else changed
        yield Change(kind, *locations, compare_wording(old, new))

    def _added(self, entry: ComparedEntry, items: Mapping[FieldPath, Sequence[ComparedEntry]]) -> Change:
        inner = [each for each in items.get(entry.entry.path, ()) if each.entry.path not in self._back]
        text = _whole_text(self._new, entry, inner)
        return Change(Kind.ADDED, None, self._new.location(entry.entry.path), (DiffSpan("", text),))

    def _removed(self, entry: ComparedEntry, items: Mapping[FieldPath, Sequence[ComparedEntry]]) -> Change:
        inner = [each for each in items.get(entry.entry.path, ()) if each.entry.path not in self.matched]
        text = _whole_text(self._old, entry, inner)
        return Change(Kind.REMOVED, self._old.location(entry.entry.path), None, (DiffSpan(text, ""),))

    def _metric_changes(self) -> Iterator[Change]:
        yield from self._list_changes(self._old.metrics, self._new.metrics)
        for each in self._new.metrics:
            path = self._back.get(each.entry.path)
            if path is not None:
                yield from self._metric_name_changes(path, each.entry.path)
                yield from self._figure_changes(path, each.entry.path)

    def _metric_name_changes(self, here: FieldPath, there: FieldPath) -> Iterator[Change]:
        """Another name by which texts refer to a metric; another year has its own, as with ids."""
        if here != there and self._years[0] == self._years[1]:
            names = (DiffSpan(str(here[-1]), str(there[-1])),)
            yield Change(Kind.RENAMED, self._old.location(here), self._new.location(there), names)

    def _figure_changes(self, here: FieldPath, there: FieldPath) -> Iterator[Change]:
        """The change of a metric's number, and of its history where both reports are of one year."""
        old, new = self._old.report.metrics[str(here[-1])], self._new.report.metrics[str(there[-1])]
        before, after = self._old.figure(str(here[-1])), self._new.figure(str(there[-1]))
        if before != after:
            rate = ""
            if self._years[0] < self._years[1]:
                rate = changes_of({"": new}, self._years[1], {"": old})[""].text
            locations = self._old.location(here), self._new.location(there)
            yield Change(Kind.METRIC, *locations, (DiffSpan(before, after),), rate)
        if self._years[0] == self._years[1]:
            for year in sorted({*old.history, *new.history}):
                yield from self._history_changes(year, (here, old), (there, new))

    def _history_changes(
        self, year: str, old: tuple[FieldPath, Metric], new: tuple[FieldPath, Metric]
    ) -> Iterator[Change]:
        before, after = (_printed_history(metric, year) for _, metric in (old, new))
        if before != after:
            here = self._old.location((*old[0], "history", year)) if before else None
            there = self._new.location((*new[0], "history", year)) if after else None
            yield Change(Kind.METRIC, here, there, (DiffSpan(before, after),))

    def _promise_changes(self) -> Iterator[Change]:
        if self._years[0] + 1 != self._years[1]:
            return
        for promise in ledger(self._old.report, self._new.report):
            location = self._old.location(promise.path)
            reports = tuple(map(self._new.location, promise.followers.reports[:_MOST_REPORTS]))
            titles = (DiffSpan(location.titles[-1], "\n".join(report.titles[-1] for report in reports)),)
            kind, first = (Kind.KEPT, reports[0]) if reports else (Kind.FORGOTTEN, None)
            yield Change(kind, location, first, titles, reports=reports)


def _by_parent(compared_entries: Sequence[ComparedEntry]) -> dict[FieldPath, list[ComparedEntry]]:
    found: dict[FieldPath, list[ComparedEntry]] = {}
    for each in compared_entries:
        found.setdefault(each.entry.parent, []).append(each)
    return found


def _whole_text(texts: SideTexts, entry: ComparedEntry, items: Sequence[ComparedEntry]) -> str:
    """All texts of an entry and its items as they print, one a line."""
    if entry.summary:
        return entry.summary
    printed = (texts.printed(text) for each in (entry, *items) for text in texts_of(each.record).values())
    return "\n".join(text for text in printed if text)


def _printed_history(metric: Metric, year: str) -> str:
    number = metric.history.get(year)
    return print_number(quantity_of(metric, number), "none") + metric.unit if number is not None else ""

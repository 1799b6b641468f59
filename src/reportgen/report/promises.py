"""Last year's tasks and the reviews that follow them up: the ledger of promises (DESIGN, Promises)."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.report import Report


class Promise(Struct, frozen=True):
    """A task section, or a task item with an id of its own: its place in last year's file, and who reports on it.

    ``id`` is None where nothing can follow it itself; ``nameable`` where it or an item of it has an id. ``title`` is
    what the task is called. ``reports`` are the paths of this year's review sections and items that follow it or an
    item of it; for an item, also those that follow its section.
    """

    path: FieldPath
    id: str | None
    title: str
    nameable: bool
    reports: tuple[FieldPath, ...]


def ledger(last_year: Report, this_year: Report) -> tuple[Promise, ...]:
    """Every promise of last year's tasks, in print order."""
    tasks = last_year.tasks
    if tasks is None:
        return ()
    reports = _reports(this_year)
    promises = [
        Promise(("tasks", "items", index), item.id, item.caption, nameable=True, reports=reports.get(item.id, ()))
        for index, item in enumerate(tasks.items)
        if item.id
    ]
    for number, section in enumerate(tasks.sections):
        path = ("tasks", "sections", number)
        own = reports.get(section.id, ()) if section.id else ()
        ids = [item.id for item in section.items if item.id]
        of_items = (report for each in ids for report in reports.get(each, ()))
        everything = tuple(dict.fromkeys((*own, *of_items)))
        promises.append(Promise(path, section.id, section.title, nameable=bool(section.id or ids), reports=everything))
        for index, item in enumerate(section.items):
            if item.id:
                both = tuple(dict.fromkeys((*reports.get(item.id, ()), *own)))
                promises.append(Promise((*path, "items", index), item.id, item.caption, nameable=True, reports=both))
    return tuple(promises)


def _reports(report: Report) -> Mapping[str, tuple[FieldPath, ...]]:
    """The paths of the reviews that follow each id."""
    found: dict[str, tuple[FieldPath, ...]] = {}
    for path, follows in _followers(report):
        for each in follows:
            found[each] = (*found.get(each, ()), path)
    return found


def _followers(report: Report) -> Iterator[tuple[FieldPath, tuple[str, ...]]]:
    reviews = report.reviews
    if reviews is None:
        return
    for index, item in enumerate(reviews.items):
        yield ("reviews", "items", index), item.follows
    for number, section in enumerate(reviews.sections):
        yield ("reviews", "sections", number), section.follows
        for index, item in enumerate(section.items):
            yield ("reviews", "sections", number, "items", index), item.follows

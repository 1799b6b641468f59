"""Last year's tasks and the reviews that follow them up: the ledger of promises (DESIGN, Promises)."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.report import PENDING, Item, Report, Section


class Followers(Struct, frozen=True):
    """The paths of this year's reviews that follow a task: those that report on it, and those that say nothing yet."""

    reports: tuple[FieldPath, ...] = ()
    unwritten: tuple[FieldPath, ...] = ()


_NOBODY = Followers()


class Promise(Struct, frozen=True):
    """A task: its place in last year's file, its own id, what it is called, and who follows it.

    An item without an id of its own is followed by what follows its section.
    """

    path: FieldPath
    id: str | None
    title: str
    followers: Followers


def ledger(last_year: Report, this_year: Report) -> tuple[Promise, ...]:
    """Every promise of last year's tasks that a review can follow, and sections none can, in print order."""
    tasks = last_year.tasks
    if tasks is None:
        return ()
    followers = _followers(this_year)
    promises = [*_item_promises(("tasks",), tasks.items, followers, None)]
    for number, section in enumerate(tasks.sections):
        path = ("tasks", "sections", number)
        own = followers.get(section.id, _NOBODY) if section.id else None
        if own is not None or not any(item.id for item in section.items):
            promises.append(Promise(path, section.id, section.title, own or _NOBODY))
        promises += _item_promises(path, section.items, followers, own)
    return tuple(promises)


def _item_promises(
    parent: FieldPath, items: tuple[Item, ...], followers: Mapping[str, Followers], of_section: Followers | None
) -> Iterator[Promise]:
    """The items that a review can follow; ``of_section`` is None where none can follow their section."""
    for index, item in enumerate(items):
        own = followers.get(item.id, _NOBODY) if item.id else of_section
        if own is not None:
            yield Promise((*parent, "items", index), item.id, item.caption, own)


def _followers(report: Report) -> Mapping[str, Followers]:
    """The reviews that follow each id."""
    found: dict[str, tuple[list[FieldPath], list[FieldPath]]] = {}
    for path, review in _reviews(report):
        for each in review.follows:
            reports, unwritten = found.setdefault(each, ([], []))
            (reports if _is_written(review) else unwritten).append(path)
    return {each: Followers(tuple(reports), tuple(unwritten)) for each, (reports, unwritten) in found.items()}


def _reviews(report: Report) -> Iterator[tuple[FieldPath, Section | Item]]:
    reviews = report.reviews
    if reviews is None:
        return
    for index, item in enumerate(reviews.items):
        yield ("reviews", "items", index), item
    for number, section in enumerate(reviews.sections):
        yield ("reviews", "sections", number), section
        for index, item in enumerate(section.items):
            yield ("reviews", "sections", number, "items", index), item


def _is_written(review: Section | Item) -> bool:
    """Whether a review says something: a section below its heading, an item in its text, or else in its title."""
    if isinstance(review, Section):
        return _has_words(review.lead) or any(map(_is_written, review.items))
    if review.text or review.claim:
        return _has_words(review.text) or _has_words(review.claim)
    return PENDING not in (review.title or "")


def _has_words(text: str | None) -> bool:
    return bool(text and text.replace(PENDING, "").strip())

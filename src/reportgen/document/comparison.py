"""The changes between two reports, and the ledger of promises, as documents: tables of three columns (对照表).

Chinese, whatever the language of messages: they are handed to those who read the reports.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from reportgen.compare import PROMISE_KINDS, Change, Kind, Location
from reportgen.compare.change_words import address, grouped, what, where
from reportgen.document.block_types import (
    Block,
    Document,
    Heading,
    Inlines,
    Metadata,
    Paragraph,
    Run,
    Table,
    inline_text,
)
from reportgen.document.inline_composer import compose_line
from reportgen.document.origins import Origin, in_sheet
from reportgen.report import Figures
from reportgen.style import ComparisonStyle, LedgerStyle, PreparedSheet, RunRole
from reportgen.text.characters import LINE_SEPARATOR, printable, visible_breaks, visible_line

_COLUMNS = ("old", "new", "change")


class Named(NamedTuple):
    """One of the two reports, as people name the file it came from."""

    name: str
    figures: Figures


def compose_comparison(changes: Sequence[Change], old: Named, new: Named, sheet: PreparedSheet) -> Document:
    """A table for every group of changes, the old wording beside the new; what differs is marked in both."""
    style = sheet.style.comparison
    legend = style.legend if changes else "两份报告没有不同。"
    below = Paragraph("body", (Run(legend),), in_sheet("comparison", "legend"))
    opening = (*_opening("comparison", style, old, new), below)
    return _document("comparison", style, opening, grouped(changes, "zh"), new, sheet)


def compose_ledger(changes: Sequence[Change], old: Named, new: Named, sheet: PreparedSheet) -> Document:
    """Last year's tasks, each with what reports on it; the changes are those of promises alone."""
    style = sheet.style.ledger
    kept = sum(each.kind is Kind.KEPT for each in changes)
    count = f"共{len(changes)}项，已有回应{kept}项，没有回应{len(changes) - kept}项。"
    locations = [each.old.titles[0] for each in changes if each.old]
    groups = [(locations[0], list(changes))] if locations else []
    below = Paragraph("body", (Run(count),), in_sheet("ledger"))
    return _document("ledger", style, (*_opening("ledger", style, old, new), below), groups, new, sheet)


def _opening(key: str, style: ComparisonStyle | LedgerStyle, old: Named, new: Named) -> Iterator[Paragraph]:
    for side, head, each in (("old", style.old, old), ("new", style.new, new)):
        text = f"{head}：{each.figures.report.year}年报告（{visible_line(each.name)}）"
        yield Paragraph("body", (Run(text),), in_sheet(key, side))


def _document(
    key: str,
    style: ComparisonStyle | LedgerStyle,
    opening: Sequence[Paragraph],
    groups: Sequence[tuple[str, Sequence[Change]]],
    new: Named,
    sheet: PreparedSheet,
) -> Document:
    titled = in_sheet(key, "title")
    blocks: list[Block] = [Heading(1, (Run(style.title),), "heading-1", titled)]
    blocks += (each for each in opening if inline_text(each.inlines))
    head = tuple((Run(str(getattr(style, column)), origin=in_sheet(key, column)),) for column in _COLUMNS)
    for number, (name, members) in enumerate(groups, 2):
        origins = tuple(_origin(each) for each in members)
        rows = tuple(_row(each) for each in members)
        blocks.append(Heading(2, (Run(printable(name)),), f"heading-{number}", _anywhere(members[0])))
        blocks.append(Table(printable(name), _COLUMNS, head, rows, origins))
    metadata = replace(_metadata(style.title, new.figures), title_origin=titled)
    return Document(metadata, tuple(blocks), sheet.style.keep)


def _metadata(title: str, figures: Figures) -> Metadata:
    """What the file says of itself; a report in which something is still open leaves it unsaid."""
    report = figures.report
    author = report.organization or ""
    authors = "" if "【" in author else inline_text(compose_line(author, figures))
    return Metadata(f"{title}（{report.year}年）", authors, title, (), report.dated, "zh-CN")


def _origin(change: Change) -> Origin:
    """Where a change is: in the new report, or in the old one where the new has nothing."""
    return Origin(change.new.path) if change.new else Origin(change.location.path, "old")


def _anywhere(change: Change) -> Origin:
    """The file that the titles around a change are from."""
    return Origin((), "old" if change.kind in PROMISE_KINDS else _origin(change).file)


def _row(change: Change) -> tuple[Inlines, Inlines, Inlines]:
    match change.kind.shown_as:
        case "promise":
            return _promise_row(change)
        case "figure":
            label = Run(printable(change.location.titles[-1]))
            return _changed_row(change, (label,))
        case "wording":
            return _changed_row(change)
        case shown_as:
            assert_never(shown_as)


def _changed_row(change: Change, before: Inlines = ()) -> tuple[Inlines, Inlines, Inlines]:
    """Both sides of a change and what happened; ``before`` precedes the text of either side."""
    old, new = (tuple(_side(change, old=old)) for old in (True, False))
    old, new = ((*before, *side) if side else () for side in (old, new))
    happened = [Run(what(change, "zh"), ("strong",))]
    place = printable(where(_nearest(change.location), "zh"))
    wording = inline_text(before) + visible_breaks((change.after or change.before).split("\n", 1)[0])
    counted = address(change.location.path)
    if counted:
        was = "" if change.new else "原"
        happened.append(Run(f"{LINE_SEPARATOR}{was}{counted}", origin=in_sheet("comparison")))
    if place and not wording.startswith(place.removesuffix("（标题）")):
        happened.append(Run(f"{LINE_SEPARATOR}{place}", origin=_anywhere(change)))
    return old, new, tuple(happened)


def _promise_row(change: Change) -> tuple[Inlines, Inlines, Inlines]:
    """A task section stands out from its items, and what nothing reports on from what is kept."""
    assert change.old is not None
    section: tuple[RunRole, ...] = () if "items" in change.old.path else ("strong",)
    state: tuple[RunRole, ...] = ("strong",) if change.kind is Kind.FORGOTTEN else ()
    reports = printable(change.after.replace("\n", LINE_SEPARATOR))
    new = (Run(reports),) if reports else ()
    task = Run(printable(change.before), section, None, Origin(change.old.path, "old"))
    return (task,), new, (Run(what(change, "zh"), state),)


def _nearest(location: Location) -> Location:
    """The place without the headings above its own, which a narrow column has no room for."""
    return replace(location, titles=(*location.titles[:1], *location.titles[1:][-1:]))


def _side(change: Change, *, old: bool) -> Iterator[Run]:
    """One side of the stretches; what differs carries the role of what went or came, a line break there a sign."""
    role: RunRole = "deleted" if old else "inserted"
    origin = Origin(change.old.path, "old") if old and change.old else None
    for span in change.spans:
        text = span.before if old else span.after
        if text:
            shown = printable(text if span.same else visible_breaks(text))
            yield Run(shown.replace("\n", LINE_SEPARATOR), () if span.same else (role,), None, origin)

"""Tasks told once, each a row: the title parted at its comma, the lead, the points side by side where they fit."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from reportgen.document.block_types import Entry, Grid, Inlines, Ordinal, Paragraph, Run, inline_text
from reportgen.document.origins import in_sheet
from reportgen.style import BlockRole, PreparedSheet, RunRole, TaskRowsStyle
from reportgen.text.characters import BOLD_DIGIT_WIDTH, rough_width

_COMMAS = "，,"
_HEAD: RunRole = "task-head"
_POINT: BlockRole = "task-point"

_SPARE = 1.5
"""Points: what Word rounds, half a point of size and a twip of width."""


def task_title(inlines: Inlines) -> Inlines:
    """A title whose beginning up to the first comma, or all of it where there is none, has a role of its own."""
    text = "".join(run.text for run in inlines)
    end = next((place for place, each in enumerate(text, 1) if each in _COMMAS), len(text))
    parted: list[Run] = []
    for run in inlines:
        here = min(max(end, 0), len(run.text))
        end -= here
        parted += [replace(run, text=run.text[:here], roles=(*run.roles, _HEAD))] if here else []
        parted += [replace(run, text=run.text[here:])] if here < len(run.text) else []
    return tuple(parted)


def task_points(title: str, paragraphs: Sequence[Paragraph], sheet: PreparedSheet) -> Grid | None:
    """The points of a task, a cell each; None where it has none.

    ``paragraphs`` are those of its items one after another, each item's first with a bullet.
    """
    style = sheet.style.task_rows
    assert style is not None
    entries = tuple(_entries(paragraphs, style))
    return Grid("task_rows", title, entries, _across(entries, style, sheet)) if entries else None


def _entries(paragraphs: Sequence[Paragraph], style: TaskRowsStyle) -> Iterator[Entry]:
    """A cell for every item: its first paragraph has a bullet, where the sheet has one."""
    bullet = Ordinal(style.bullet, "tasks.items", style.bullet, 0, in_sheet("task_rows", "bullet"))
    for _, group in groupby(paragraphs, key=lambda each: each.origin.path[:-1]):
        first, *others = group
        marked = replace(first, role=_POINT, ordinal=bullet if style.bullet else None)
        yield Entry(((marked, *(replace(each, role="task-text") for each in others)),))


def _across(entries: Sequence[Entry], style: TaskRowsStyle, sheet: PreparedSheet) -> int:
    """How many points are side by side: as many as leave each of them on one line, one where one takes several."""
    if any(len(entry.paragraphs) > 1 for entry in entries):
        return 1
    look, grid = sheet.looks.block(_POINT), sheet.looks.grid("task_rows")
    indent = look.left + look.right + (look.hang or look.size) + 2 * grid.inset + _SPARE
    widest = max(rough_width(inline_text(entry.paragraphs[0].inlines), BOLD_DIGIT_WIDTH) for entry in entries)
    room = sheet.area.width - grid.left
    for columns in range(style.columns, 1, -1):
        if (room - grid.gap * (columns - 1)) / columns >= widest * look.size + indent:
            return columns
    return 1

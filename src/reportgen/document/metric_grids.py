"""What is seen at one glance: large numbers with their units; next year's tasks with their points."""

from collections.abc import Iterator

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import Entry, Grid, Inlines, Paragraph, Run, inline_text
from reportgen.document.inline_composer import compose_line
from reportgen.document.origins import Origin, in_sheet
from reportgen.document.plain_text import number_end
from reportgen.report import PENDING, Aspect, Figures, Part, Section
from reportgen.style import RunRole
from reportgen.text.characters import printable


def metric_figure(name: str, figures: Figures, unit: RunRole) -> Inlines:
    """The number, large, with what comes before and after it: 约, 余, 万 and the unit; one still open is small."""
    printed = printable(figures.printed(name, Aspect.PRINTED))
    before, is_open, after = printed.partition(PENDING)
    if is_open:
        pieces = (Run(before, (unit,)), Run(PENDING, (unit,), name), Run(after, (unit,)))
        return tuple(piece for piece in pieces if piece.text)
    end = number_end(printed)
    start = next((place for place, character in enumerate(printed[:end]) if character.isdigit()), 0)
    if start and printed[start - 1] in "+-":
        start -= 1
    pieces = (Run(printed[:start], (unit,)), Run(printed[start:end], (), name), Run(printed[end:], (unit,)))
    return tuple(piece for piece in pieces if piece.text)


def plan(part: Part, ordinals: Iterator[str], figures: Figures) -> Grid | None:
    """The sections of a part at a glance: ordinal, title, and what its items are called; None without sections."""
    entries = tuple(
        _task(index, section, ordinal, figures)
        for index, (section, ordinal) in enumerate(zip(part.sections, ordinals, strict=False))
    )
    return Grid("plan", inline_text(compose_line(part.title, figures)), entries) if entries else None


def _task(index: int, section: Section, ordinal: str, figures: Figures) -> Entry:
    path: FieldPath = ("tasks", "sections", index)
    number = Paragraph("plan-ordinal", (Run(ordinal),), in_sheet("tasks", "sections", "ordinal"))
    title = Paragraph("plan-title", compose_line(section.title, figures), Origin((*path, "title")))
    points = tuple(
        Paragraph("plan-point", compose_line(text, figures), Origin((*path, "items", place, key)))
        for place, item in enumerate(section.items)
        for key, text in (("title", item.title) if item.title else ("claim", item.claim),)
        if text
    )
    return Entry(((number,), (title,), points))

"""The list of contents as rows: title, leader, page number, and a link over all of it."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportgen.document import Contents, Document, Heading, Run, contents_headings, inline_text
from reportgen.layout.lines import Measure, break_lines
from reportgen.layout.model import Dots, Link
from reportgen.layout.numbered import Setting, numbered_lines
from reportgen.layout.rows import Row, line_row
from reportgen.layout.setting import Setter
from reportgen.style import BlockRole, Looks

_ROLES: dict[int, BlockRole] = {1: "contents-1", 2: "contents-2", 3: "contents-3"}


def contents_rows(
    document: Document, labels: Mapping[str, str], looks: Looks, setter: Setter, width: float
) -> list[Row]:
    """The rows of the contents across ``width`` points; ``labels`` are the printed page numbers by anchor."""
    rows: list[Row] = []
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Contents):
            continue
        look = looks.block("contents-title")
        measured = setter.set((Run(block.title),), "contents-title", ())
        room = Measure(look.left, look.left, width - look.right, look.align, look.line)
        for line in break_lines(measured, room):
            rows.append(replace(line_row(line, index, look.line), joined=bool(rows)))
        after = look.after
        joined = look.keep_next
        for heading in contents_headings(document, block.levels):
            entry = _entry(heading, labels.get(heading.anchor, ""), index, looks, setter, width)
            look = looks.block(_ROLES[heading.level])
            entry[0] = replace(entry[0], space=after + look.before, joined=joined)
            after, joined = look.after, look.keep_next
            rows += entry
    return rows


def _entry(heading: Heading, label: str, block: int, looks: Looks, setter: Setter, width: float) -> list[Row]:
    role = _ROLES[heading.level]
    look = looks.block(role)
    ordinal = replace(heading.ordinal, badge=False) if heading.ordinal else None
    number = setter.set((Run(label),), role, heading.origin)
    number_width = number.sums[-1]
    gap = look.size
    end = width - look.right
    # Room for the widest number of a long report, so that titles of all entries turn over at one edge.
    setting = Setting(role, heading.origin, width - 3 * gap)
    lines = numbered_lines(ordinal, _plain(heading), setting, looks, setter)
    figure = next(iter(break_lines(number, Measure(end - number_width, 0.0, end, "left", look.line))))
    rows: list[Row] = []
    for number_of_line, line in enumerate(lines):
        row = line_row(line, block, look.line)
        link = Link(look.left, 0.0, end - look.left, look.line, heading.anchor, inline_text(heading.inlines))
        row = replace(row, joined=number_of_line > 0, links=(link,))
        if number_of_line == len(lines) - 1:
            dots = Dots(
                look.left + (look.hang if ordinal else 0.0) + line.width + gap / 2,
                end - number_width - gap / 2,
                _leader_height(row),
                gap / 3,
                look.colour,
            )
            row = replace(row, texts=(*row.texts, *figure.texts), dots=(dots,) if label else ())
        rows.append(row)
    return rows


def _plain(heading: Heading) -> tuple[Run, ...]:
    """A heading's runs in the look of the contents: no highlights, no author's line ends."""
    return (Run(inline_text(heading.inlines)),)


def _leader_height(row: Row) -> float:
    return row.texts[0].y if row.texts else row.height

"""A document made to take fewer pages, step by step, where a style sheet limits how many there may be."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.document.block_types import Block, Document, Entry, Grid, Paragraph, Run
from reportgen.style import BlockRole, PreparedSheet, TextStyle

_CLOSER = (0.95, 0.9, 0.85)
"""The pitches of lines that are tried, as shares of the style sheet's."""

_PLAN_ROLES: tuple[BlockRole, ...] = ("plan-ordinal", "plan-title", "plan-point")


def shorter(sheet: PreparedSheet, document: Document) -> Iterator[tuple[PreparedSheet, Document]]:
    """The document and its sheet in less and less room; each step keeps what the ones before it saved.

    Tasks at a glance go on over a page, a row has one card more, points share a line, lines move closer.
    """
    freed: dict[BlockRole, TextStyle] = {
        role: replace(sheet.style.text.get(role, TextStyle()), keep_next=False) for role in _PLAN_ROLES
    }
    sheet = sheet.with_text(freed)
    yield sheet, document
    document = replace(document, blocks=tuple(_with_more_across(block) for block in document.blocks))
    yield sheet, document
    separator = sheet.style.plan.separator if sheet.style.plan else ""
    document = replace(document, blocks=tuple(_with_points_in_a_line(block, separator) for block in document.blocks))
    yield sheet, document
    for share in _CLOSER:
        yield sheet.with_pitch(sheet.looks.line() * share), document


def _with_more_across(block: Block) -> Block:
    if isinstance(block, Grid) and block.kind == "cards":
        return replace(block, across=block.across + 1)
    return block


def _with_points_in_a_line(block: Block, separator: str) -> Block:
    if isinstance(block, Grid) and block.kind == "plan":
        cells = (tuple(_joined(cell, separator) for cell in entry.texts) for entry in block.entries)
        return replace(block, entries=tuple(map(Entry, cells)))
    return block


def _joined(cell: tuple[Paragraph, ...], separator: str) -> tuple[Paragraph, ...]:
    """A cell whose points are one paragraph; each keeps its place in the file."""
    if len(cell) < 2 or any(each.role != "plan-point" for each in cell):
        return cell
    runs: list[Run] = []
    for paragraph in cell:
        runs += [Run(separator)] if runs else []
        runs += (replace(run, origin=run.origin or paragraph.origin) for run in paragraph.inlines)
    return (replace(cell[0], inlines=tuple(runs)),)

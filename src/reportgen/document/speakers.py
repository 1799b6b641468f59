"""Which item speaks of a metric that has a row of its own, and on which page."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportgen.document.block_types import Block, Document, Entry, Grid, Heading, Paragraph, Run, TextBlock, text_block
from reportgen.document.origins import in_sheet

_ENDS = "。：；，、:;, \u3000"
"""What parts a run-in title from its text, and is no part of what the item is called."""


def with_speakers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the item that first shows it under the label of every metric in a row, and that item anchored.

    Texts of the report only; what shows no metric stays as it is.
    """
    rows = [block for block in blocks if isinstance(block, Grid) and block.kind == "figure_rows"]
    names = {str(entry.cells[0][0].origin.path[1]) for grid in rows for entry in grid.entries}
    found = _speakers(blocks, names)
    anchors = {index: f"item-{number}" for number, index in enumerate(sorted(set(found.values())), 1)}
    speakers = {name: _caption(blocks, index, anchors[index]) for name, index in found.items()}
    return tuple(
        _with_captions(block, speakers)
        if isinstance(block, Grid) and block.kind == "figure_rows"
        else replace(block, anchor=anchors[index])
        if isinstance(block, Paragraph) and index in anchors
        else block
        for index, block in enumerate(blocks)
    )


def _speakers(blocks: tuple[Block, ...], names: set[str]) -> dict[str, int]:
    """The first block of a text that shows each metric, by its index."""
    found: dict[str, int] = {}
    for index, block in enumerate(blocks):
        text = text_block(block)
        if text is not None and text.origin.path[0] in ("reviews", "tasks", "insights"):
            for run in text.inlines:
                if run.metric in names:
                    found.setdefault(run.metric, index)
    return found


def _caption(blocks: tuple[Block, ...], index: int, anchor: str) -> Paragraph:
    """What an item is called: its run-in title, else the title above it; then its page."""
    block = blocks[index]
    assert isinstance(block, Heading | Paragraph)
    title = "".join(run.text for run in block.inlines if "run-in" in run.roles) or _above(blocks, index, block)
    page = Run("", ("item-page",), page_of=block.anchor if isinstance(block, Heading) else anchor)
    return Paragraph("row-item", (Run(title.rstrip(_ENDS)), page), in_sheet("figure_rows"))


def _above(blocks: tuple[Block, ...], index: int, block: TextBlock) -> str:
    headings = (each for each in reversed(blocks[: index + 1]) if isinstance(each, Heading))
    heading = next(headings, block)
    return "".join(run.text for run in heading.inlines).replace("\u2028", "")


def _with_captions(grid: Grid, speakers: Mapping[str, Paragraph]) -> Grid:
    entries: list[Entry] = []
    for entry in grid.entries:
        number, (label, *others) = entry.cells
        speaker = speakers.get(str(label.origin.path[1]))
        entries.append(Entry((number, (label, speaker, *others) if speaker else (label, *others))))
    return replace(grid, entries=tuple(entries))


def pages_named(document: Document) -> frozenset[str]:
    """The anchors of blocks whose page a text of the document names, and which must be known before that can be set."""
    grids = (block for block in document.blocks if isinstance(block, Grid))
    runs = (run for grid in grids for paragraph in grid.paragraphs for run in paragraph.inlines)
    return frozenset(run.page_of for run in runs if run.page_of)


def with_pages(document: Document, labels: Mapping[str, str]) -> Document:
    """The document with the page numbers that its grids name; ``labels`` by anchor."""
    return replace(
        document, blocks=tuple(_paged(each, labels) if isinstance(each, Grid) else each for each in document.blocks)
    )


def _paged(grid: Grid, labels: Mapping[str, str]) -> Grid:
    entries = (
        Entry(
            tuple(
                tuple(
                    replace(block, inlines=tuple(_numbered(run, labels) for run in block.inlines))
                    if isinstance(block, Paragraph)
                    else block
                    for block in cell
                )
                for cell in entry.cells
            )
        )
        for entry in grid.entries
    )
    return replace(grid, entries=tuple(entries))


def _numbered(run: Run, labels: Mapping[str, str]) -> Run:
    return replace(run, text=labels.get(run.page_of, "")) if run.page_of else run

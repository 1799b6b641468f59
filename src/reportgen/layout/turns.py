"""The document as its layout broke its titles, for a writer that breaks lines by itself (T109)."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from reportgen.document import Block, Cover, Document, Entry, Grid, Heading, Inlines, Logo, Paragraph, Run
from reportgen.layout.page_types import Titled
from reportgen.text.characters import LINE_SEPARATOR

Turns = Mapping[Titled, tuple[int, ...]]
Text = TypeVar("Text", bound=Heading | Paragraph)


def with_turns(document: Document, turns: Turns) -> Document:
    """The document with a line end where each shaped title turns over; its text is the same otherwise."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Cover):
            blocks.append(
                Cover(tuple(line if isinstance(line, Logo) else _turned(line, turns) for line in block.lines))
            )
        elif isinstance(block, Heading | Paragraph):
            blocks.append(_turned(block, turns))
        elif isinstance(block, Grid):
            blocks.append(replace(block, entries=tuple(_entry(entry, turns) for entry in block.entries)))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _entry(entry: Entry, turns: Turns) -> Entry:
    return Entry(tuple(tuple(_turned(paragraph, turns) for paragraph in cell) for cell in entry.cells))


def _turned(block: Text, turns: Turns) -> Text:
    places = turns.get((block.role, block.origin, "".join(run.text for run in block.inlines)))
    return replace(block, inlines=_parted(block.inlines, places)) if places else block


def _parted(inlines: Inlines, places: tuple[int, ...]) -> Inlines:
    """The runs with a line end at each of some places of their text, ascending."""
    parted: list[Run] = []
    position = 0
    for run in inlines:
        text = ""
        for index, character in enumerate(run.text, position):
            text += LINE_SEPARATOR + character if index in places else character
        parted.append(replace(run, text=text))
        position += len(run.text)
    return tuple(parted)

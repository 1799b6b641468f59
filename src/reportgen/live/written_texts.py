"""Where each character of a document was written: the texts of its blocks beside the files they came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from reportgen.document import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Origin,
    OriginFile,
    Paragraph,
    Run,
    Table,
    contents_headings,
)
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Source, find
from reportgen.text.characters import LINE_SEPARATOR, printable

Roots = Mapping[OriginFile, Node]

Spot = tuple[Source, int]
"""A file, and the offset in it of a character."""

Runs = tuple[tuple[Run, ...], Origin]
"""Some runs, and the origin of those that have none of their own."""


class WrittenText:
    """One text of a document, and for each of its characters the spot it was written at, as far as that is known.

    ``cursor`` is up to where pages have shown it so far.
    """

    def __init__(self, runs: Sequence[Run], origin: Origin, roots: Roots) -> None:
        self.cursor = 0
        self.text = ""
        self._spots: list[Spot | None] = []
        reader = _Reader(roots)
        for run in runs:
            text = printable(run.text)
            self.text += text
            self._spots += reader.spots(text, run.written_at or origin)

    def take(self, piece: str) -> tuple[Spot | None, ...] | None:
        """The spots of what a page shows next of this text; None where it is not of it."""
        start = self.text.find(piece, self.cursor)
        if start < 0:
            return None
        self.cursor = start + len(piece)
        return tuple(self._spots[start : self.cursor])

    def begins_with(self, piece: str) -> bool:
        """Whether that is what comes next."""
        return self.text.startswith(piece, self.cursor) or self.text.startswith(LINE_SEPARATOR + piece, self.cursor)

    @property
    def first(self) -> Spot | None:
        """The first spot that is known."""
        return next((spot for spot in self._spots if spot), None)


class _Reader:
    """Reads on in each text of the files, so that words that stand there twice are found in their order."""

    def __init__(self, roots: Roots) -> None:
        self._roots = roots
        self._read: dict[tuple[str, int], int] = {}

    def spots(self, text: str, origin: Origin) -> list[Spot | None]:
        """The spots of some characters that were written at an origin; all at its beginning where it says otherwise."""
        if origin.file not in self._roots:
            return [None] * len(text)
        node = find(self._roots[origin.file], origin.path)
        for typed in (text, text[:-1]):  # a style may end a title with a mark of its own
            for scalar in _scalars(node):
                offsets = self._offsets(typed, scalar) if typed.strip() else []
                if offsets:
                    offsets += offsets[-1:] * (len(text) - len(offsets))
                    return [(scalar.source, offset) for offset in offsets]
        value = node.get("value") if isinstance(node, MappingNode) else None  # of a metric
        shown = value or node
        return [(shown.source, shown.start)] * len(text)

    def _offsets(self, text: str, scalar: Scalar) -> list[int]:
        """The offsets of a text except its last spaces, from where a scalar was read to; empty if it does not occur."""
        key = (scalar.source.file, scalar.start)
        typed = text.strip()
        pattern = re.compile(r"\s*".join(f"({re.escape(each)})" for each in typed))
        match = pattern.search(scalar.text, self._read.get(key, 0))
        if match is None:
            return []
        self._read[key] = match.end()
        offsets = [scalar.offset(match.start(number)) for number in range(1, len(typed) + 1)]
        return [*offsets[:1] * (len(text) - len(text.lstrip())), *offsets]


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)


def texts_of_no_block(document: Document) -> list[Runs]:
    """The texts of fragments without a block: the title in heads and feet, figures in the side column."""
    metadata = document.metadata
    headings = (block for block in document.blocks if isinstance(block, Heading))
    beside = ((each.inlines, each.origin) for heading in headings for each in heading.lines_beside)
    return [((Run(metadata.title),), metadata.title_origin), *beside]


def texts_of_part(document: Document, block: Block, part: int) -> list[Runs]:
    """The texts that a fragment can show: of a block, or of its part where it has parts (see ``Fragment.part``)."""
    match block:
        case Paragraph():
            return [(block.inlines, block.origin)]
        case Heading():
            return [(block.inlines, block.origin), *((each.inlines, each.origin) for each in block.lines_beside)]
        case Cover():
            line = block.lines[part]
            return [(line.inlines, line.origin)] if isinstance(line, Paragraph) else []
        case Contents():
            headings = contents_headings(document, block.levels)
            if not part:
                return [((Run(block.title),), block.origin)]
            return [(headings[part - 1].inlines, headings[part - 1].origin)]
        case Table():
            if not part:
                return [(cell, block.origins[0]) for cell in block.head]  # whose words have origins of their own
            return [(cell, block.origins[part - 1]) for cell in block.rows[part - 1]]
        case Grid():
            return [(each.inlines, each.origin) for entry in block.rows[part] for each in entry.paragraphs]
        case Chart():
            return [((Run(block.label),), block.origin)]
        case _:
            assert_never(block)

"""What the blocks of a Word file of ours show, as units that two files can be paired by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.diagnostics import FieldPath
from reportgen.document import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Paragraph,
    Table,
    inline_text,
)

Shown = Heading | Paragraph | Table | Grid | Chart
"""What one block of a file shows: a text, a table, or a chart."""

_TEXT, _PARAGRAPH, _TABLE, _CHART = qn("w:t"), qn("w:p"), qn("w:tbl"), qn("c:chart")


class Unit(NamedTuple):
    """Neighbouring blocks that show one thing: the texts of an item, a heading, a table.

    ``key`` is the same for what shows the same in both files, None where that is not known; ``path`` is where it was
    written, empty for a table, which never moves.
    """

    key: FieldPath | None
    path: FieldPath
    blocks: list[BaseOxmlElement]
    shown: Shown | None = None


class Entries(NamedTuple):
    """Which entry of the old report is which of the new, by path."""

    matched: Mapping[FieldPath, FieldPath]

    def known_as(self, path: FieldPath) -> FieldPath:
        """The path in the new report of what is at a path of the old one; that of an entry that went is no other's."""
        entry = entry_of(path)
        if not entry:
            return path
        twin = self.matched.get(entry)
        return ("gone", *path) if twin is None else (*twin, *path[len(entry) :])


NO_ENTRIES = Entries({})


def entry_of(path: FieldPath) -> FieldPath:
    """The entry of a list that a path is of or leads into; empty for a field of the report or of a part."""
    for name in ("items", "sections"):
        if name in path:
            return path[: path.index(name) + 2]
    return path[:2] if path[:1] in (("metrics",), ("glossary",)) else ()


def section_of(path: FieldPath) -> FieldPath:
    """The section that a path is of or leads into; empty where there is none."""
    return path[: path.index("sections") + 2] if "sections" in path else ()


def units_of(
    blocks: Sequence[BaseOxmlElement], shown: Sequence[Shown | None], entries: Entries | None = None
) -> list[Unit]:
    """Blocks as units; ``entries`` where the blocks are those of the old file."""
    units: list[Unit] = []
    counted: Counter[FieldPath] = Counter()
    for block, what in zip(blocks, shown, strict=True):
        path = _path(what)
        key = _key(what, entries.known_as(path) if entries else path) if what is not None else None
        last = units[-1] if units else None
        if key is not None and last and last.key == (*key, counted[key]) and isinstance(what, Paragraph):
            last.blocks.append(block)
            continue
        if key is not None:
            counted[key] += 1
            key = (*key, counted[key])
        units.append(Unit(key, () if isinstance(what, Grid) else path, [block], what))
    return units


def _path(shown: Shown | None) -> FieldPath:
    """Where it was written; of the points of a task the task."""
    if isinstance(shown, Grid) and shown.kind == "task_rows":
        return section_of(shown.paragraphs[0].origin.path)
    if not isinstance(shown, Heading | Paragraph | Chart):
        return ()
    return shown.origin.path if shown.origin.file == "report" else ("sheet", *shown.origin.path)


def _key(shown: Shown, path: FieldPath) -> FieldPath:
    """What a block is known by; the texts of an item or a term are one, whichever of its fields they are."""
    match shown:
        case Heading():
            return (*path, "heading")
        case Paragraph():
            entry = entry_of(path)
            is_text = "items" in entry or entry[:1] == ("glossary",) or path[:1] == ("gone",)
            return (*(entry if is_text and entry else path), "text")
        case Table():
            return ("table",)
        case Grid():
            return ("grid", shown.kind, *path)
        case Chart():
            return (*path, "chart")
        case _:
            assert_never(shown)


def shown_blocks(document: Document, blocks: Sequence[BaseOxmlElement]) -> list[Shown | None]:
    """What each block of the body of a document's file shows; None for ends of sections and contents."""
    found: list[Shown | None] = [None] * len(blocks)
    written = [_label(block) for block in blocks]
    place = 0
    for block in _written(document.blocks):
        text = inline_text(block.inlines) if isinstance(block, Heading | Paragraph) else None
        label = _TABLE if isinstance(block, Table | Grid) else _CHART if text is None else text
        here = next((each for each in range(place, len(blocks)) if written[each] == label), None)
        if here is not None:
            found[here] = block
            place = here + 1
    return found


def _written(blocks: Sequence[Block]) -> Iterator[Shown]:
    """The texts, tables and charts of a document in the order its file has them."""
    for block in blocks:
        match block:
            case Cover():
                yield from block.paragraphs
            case Heading() | Paragraph() | Table() | Grid() | Chart():
                yield block
            case Contents():
                continue
            case _:
                assert_never(block)


def _label(block: BaseOxmlElement) -> str:
    """The text of a paragraph; of a chart or a table, which have none of their own, its tag."""
    if block.tag != _PARAGRAPH:
        return str(block.tag)
    return _CHART if next(block.iter(_CHART), None) is not None else "".join(block.itertext(_TEXT))

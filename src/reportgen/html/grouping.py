"""Blocks in the elements that hold them: sections by their headings, papers, lists, figures with their captions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from reportgen.document import Block, Chart, Grid, Heading, Logo, Paragraph
from reportgen.style import ROLES, BlockLook, BlockRole, papers_behind

Leaf = Block | Logo


class ListGroup(Struct, frozen=True):
    """Entries of one list, each of them one paragraph or several."""

    entries: tuple[tuple[Paragraph, ...], ...]

    @property
    def is_numbered(self) -> bool:
        """Whether its entries count on."""
        ordinals = [entry[0].ordinal for entry in self.entries]
        return all(ordinal and ordinal.value for ordinal in ordinals)


class FigureGroup(Struct, frozen=True):
    """A chart or a grid under its caption."""

    caption: Paragraph
    shown: Chart | Grid


class PaperGroup(Struct, frozen=True):
    """What lies on one paper, with the looks of the first and the last paragraph on it."""

    first: BlockLook
    last: BlockLook
    parts: tuple[Group, ...]


class SectionGroup(Struct, frozen=True):
    """A heading, which its first part holds, with all that is under it."""

    level: int
    parts: tuple[Group, ...]


Group = Leaf | ListGroup | FigureGroup | PaperGroup | SectionGroup


class SideGroup(Struct, frozen=True):
    """Groups that follow one another and are beside the side column."""

    parts: tuple[Group, ...]


def grouped(blocks: Sequence[Leaf], look_of: Callable[[BlockRole], BlockLook]) -> tuple[Group, ...]:
    """The groups of a series of blocks, in its order."""
    roles = [each.role if isinstance(each, Heading | Paragraph) else None for each in blocks]
    looks = [look_of(role) if role else None for role in roles]
    papers = [
        paper.key if look and look.fill else None for paper, look in zip(papers_behind(looks), looks, strict=True)
    ]
    groups: list[Group] = []
    start = 0
    for paper, together in groupby(papers):
        stop = start + len(list(together))
        parts = tuple(_in_lists(blocks[start:stop]))
        if paper is None:
            groups += parts
        else:
            first, last = looks[start], looks[stop - 1]
            assert first  # what lies on a paper has a look
            assert last
            groups.append(PaperGroup(first, last, parts))
        start = stop
    return _in_sections(groups)


def parted_by_side(groups: Sequence[Group], is_beside: Callable[[Leaf], bool]) -> Iterator[Group | SideGroup]:
    """The groups, those together whose first block is beside the side column."""
    for beside, together in groupby(groups, lambda group: is_beside(_first_block(group))):
        if beside:
            yield SideGroup(tuple(together))
        else:
            yield from together


def _first_block(group: Group) -> Leaf:
    match group:
        case SectionGroup() | PaperGroup():
            return _first_block(group.parts[0])
        case ListGroup():
            return group.entries[0][0]
        case FigureGroup():
            return group.caption
        case _:
            return group


def _in_lists(blocks: Sequence[Leaf]) -> Iterator[Group]:
    """Blocks with those of one list in one group, and charts and grids with their captions."""
    start = 0
    while start < len(blocks):
        block, following = blocks[start], blocks[start + 1] if start + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and block.role == "caption" and isinstance(following, Chart | Grid):
            yield FigureGroup(block, following)
            start += 2
        elif isinstance(block, Paragraph) and ROLES[block.role].listed:
            entries = _entries(block, blocks, start + 1)
            yield ListGroup(entries)
            start += sum(map(len, entries))
        else:
            yield block
            start += 1


def _entries(first: Paragraph, blocks: Sequence[Leaf], start: int) -> tuple[tuple[Paragraph, ...], ...]:
    """The entries of the list that a paragraph begins and the blocks from ``start`` on may go on with."""
    entries = [[first]]
    for place in range(start, len(blocks)):
        block = blocks[place]
        if not isinstance(block, Paragraph):
            break
        if block.ordinal is None and _entry(block) == _entry(entries[-1][0]):
            entries[-1].append(block)
        elif block.role == first.role:
            entries.append([block])
        else:
            break
    return tuple(map(tuple, entries))


def _entry(block: Paragraph) -> tuple[object, ...]:
    """Which entry of the file a paragraph is from: its path down to the last number in it."""
    path = list(block.origin.path)
    while path and not isinstance(path[-1], int):
        path.pop()
    return (block.origin.file, *path)


def _in_sections(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Groups with all that is under a heading in one group, those of deeper headings inside."""
    open_parts: list[tuple[int, list[Group]]] = [(0, [])]

    def close(level: int) -> None:
        while open_parts[-1][0] >= level:
            depth, parts = open_parts.pop()
            open_parts[-1][1].append(SectionGroup(depth, tuple(parts)))

    for group in groups:
        level = _level(group)
        if level or _is_beside_parts(group):
            close(level or 1)
        if level:
            open_parts.append((level, []))
        open_parts[-1][1].append(group)
    close(1)
    return tuple(open_parts[0][1])


def _level(group: Group) -> int:
    """The level of the heading that a group is or begins with; 0 without one."""
    first = _first(group)
    return first.level if isinstance(first, Heading) else 0


def _is_beside_parts(group: Group) -> bool:
    first = _first(group)
    return isinstance(first, Paragraph) and ROLES[first.role].beside_parts


def _first(group: Group) -> Group:
    return group.parts[0] if isinstance(group, PaperGroup) else group

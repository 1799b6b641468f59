"""Entries that came, went, moved, or changed their level, as edits of the lists of the file."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as TypingMapping
from typing import TypeVar

from msgspec import Struct

from reportgen.diagnostics import Edit, FieldPath
from reportgen.manuscript.absorbed import AbsorbedChange, Hand, HandReason
from reportgen.manuscript.base_paths import EarlierPaths
from reportgen.manuscript.entry_text import (
    ConvertedEntry,
    ListChild,
    NewEntry,
    block_lines,
    field_after,
    list_edit,
    passage_text,
    raw_node,
    value_text,
    without_field,
)
from reportgen.manuscript.entry_tree import EntryNode, EntryTree, Level, level_of
from reportgen.source import Mapping, Node, Scalar, find, line_start
from reportgen.source import Sequence as ListNode
from reportgen.text.characters import PARAGRAPH_END
from reportgen.text.sequences import opcodes

_LISTS = ("sections", "items")
_T = TypeVar("_T")

PathsNow = TypingMapping[FieldPath, FieldPath]
"""Where entries of the base are in the file, as far as they are."""


class EntryChanges(Struct, frozen=True):
    """Edits of the file, what they change, and what could not be done."""

    edits: tuple[Edit, ...]
    changes: tuple[AbsorbedChange, ...]
    hands: tuple[Hand, ...]


class Printed(Struct, frozen=True):
    """The entries that the base printed, in order; ``partly``: those with text that it did not print."""

    entries: tuple[FieldPath, ...]
    partly: frozenset[FieldPath]


def printed_of(entries: tuple[FieldPath, ...], fields: frozenset[FieldPath], base: Node) -> Printed:
    """The printed entries; ``fields`` are all fields that were printed."""
    return Printed(entries, frozenset(entry for entry in entries if _has_more(find(base, entry), entry, fields)))


def entry_changes(
    tree: EntryTree, printed: Printed, base: Node, current: Node, refused: frozenset[FieldPath]
) -> EntryChanges:
    """The edits that give the file the entries of a tree, but for lists whose unit is refused.

    Entries that the base did not print stay after the one they follow, and those stay that have text it did not print.
    ``current`` is the file now, with all words already changed.
    """
    lists = _Lists(tree, printed, base, current, refused)
    lists.compare([part for part in tree.parts if part.old is not None])
    return EntryChanges(tuple(lists.edits), tuple(lists.changes), tuple(lists.hands))


class _Lists:
    def __init__(
        self, tree: EntryTree, printed: Printed, base: Node, current: Node, refused: frozenset[FieldPath]
    ) -> None:
        self._units = list_units(tree.parts, printed.entries)
        self._refused = refused
        self._printed: dict[FieldPath, list[FieldPath]] = {}
        for entry in printed.entries:
            self._printed.setdefault(entry[:-1], []).append(entry)
        self._partly = printed.partly
        self._base = base
        self._current = current
        self._earlier = EarlierPaths(base, current)
        self._kept = {node.old for part in tree.parts for node in _below(part) if node.old is not None}
        self.edits: list[Edit] = []
        self.changes: list[AbsorbedChange] = []
        self.hands: list[Hand] = []

    def compare(self, parts: Sequence[EntryNode]) -> None:
        """Compares the lists of all sections, then those of the parts, which take their sections along."""
        inner: list[Edit] = []
        for section in (section for part in parts for section in part.sections):
            if section.old is not None and section.level is level_of(section.old):
                inner += self._list(section, "items", section.items, ())
        for part in parts:
            self.edits += self._list(part, "sections", part.sections, inner)
            self.edits += self._list(part, "items", part.items, inner)
        covered = [(each.start, each.end) for each in self.edits]
        self.edits += (each for each in inner if not any(start <= each.start < end for start, end in covered))

    def _list(self, owner: EntryNode, key: str, nodes: Sequence[EntryNode], inner: Sequence[Edit]) -> Iterator[Edit]:
        """The edit of one list, if it is another one now."""
        assert owner.old is not None
        path = (*owner.old, key)
        before = self._printed.get(path, [])
        if [node.old for node in nodes] == before or self._units[path] in self._refused:
            return
        here = self._now(owner.old)
        holder = None if here is None else find(self._current, here)
        if not isinstance(holder, Mapping):
            self.hands.append(Hand(owner.old, HandReason.CHANGED_ON_BOTH_SIDES, "；".join(n.title for n in nodes)))
            return
        places = {each: now for each in before if (now := self._now(each)) is not None}
        ordered = _in_order(nodes, before, places)
        if ordered is None:
            titles = [_title(find(self._current, each)) for each in sorted(places.values())]
            words = "；".join(titles) + "→" + "；".join(node.title for node in nodes)
            self.hands.append(Hand(path, HandReason.CHANGED_ON_BOTH_SIDES, words))
            return
        listed = holder.get(key)
        items = listed.items if isinstance(listed, ListNode) else ()
        added = self._added(items, places)
        children = self._children(items, ordered, places, added)
        same = len(children) == len(items) and all(one is other for one, other in zip(children, items, strict=True))
        done = [same or _there(node, added) is not None for node in nodes]
        self._record(path, before, nodes, done, self._units[path])
        if same:
            return
        if isinstance(listed, ListNode) and listed.items and children:
            yield list_edit(listed, children, inner)
        elif children:
            yield field_after(holder, _last_text(holder), key, _new_list(children, holder, inner))
        elif isinstance(listed, ListNode) and (taken_out := without_field(holder, key)) is not None:
            yield taken_out

    def _now(self, entry: FieldPath) -> FieldPath | None:
        """Where an entry of the base is in the file."""
        return self._earlier.now(entry)

    def _added(self, items: Sequence[Node], places: PathsNow) -> dict[str, Node]:
        """The entries of the file that the base did not have, by their words; of those that say the same, the first."""
        old = {id(find(self._current, each)) for each in places.values()}
        return {_letters(_texts_of(each)): each for each in reversed(items) if id(each) not in old}

    def _record(
        self,
        path: FieldPath,
        before: Sequence[FieldPath],
        nodes: Sequence[EntryNode],
        done: Sequence[bool],
        unit: FieldPath,
    ) -> None:
        now = {node.old for node in nodes}
        moved = _moved([node.old for node in nodes if node.old is not None], before)
        for place, node in enumerate(nodes):
            if done[place]:
                continue
            if node.old is None:
                words = "\n".join((node.title, *node.texts))
                self.changes.append(AbsorbedChange((*path, place), "", words, node.authors, unit))
            elif node.old in moved:
                self.changes.append(AbsorbedChange((*path, place), node.title, node.title, node.authors, unit))
            if node.old is None or node.level is not level_of(node.old):
                self._record((*path, place, "items"), (), node.items, [False] * len(node.items), unit)
        self._record_gone([each for each in before if each not in now and each not in self._kept], unit)

    def _record_gone(self, gone: Sequence[FieldPath], unit: FieldPath) -> None:
        for each in gone:
            words = _words(find(self._base, each))
            if each in self._partly:
                self.hands.append(Hand(each, HandReason.PRINTED_ONLY, f"{words}→"))
            elif self._is_newer(each):
                self.hands.append(Hand(each, HandReason.CHANGED_ON_BOTH_SIDES, f"{words}→"))
            elif self._now(each) is not None:
                self.changes.append(AbsorbedChange(each, words, "", unit=unit))

    def _children(
        self, items: Sequence[Node], nodes: Sequence[EntryNode], places: PathsNow, added: TypingMapping[str, Node]
    ) -> list[ListChild]:
        """The entries of the list: those of the tree, and those the base did not print, after what they follow."""
        children: list[ListChild] = []
        for node in nodes:
            there = _there(node, added)
            children += self._child(node) if there is None else (there,)
        decided = (here for each, here in places.items() if each in self._kept or not self._stays(each))
        gone = {id(find(self._current, each)) for each in decided}.difference(map(id, children))
        return _with_others(children, [each for each in items if id(each) not in gone])

    def _stays(self, entry: FieldPath) -> bool:
        """Whether an entry stays though the document has it no longer."""
        return entry in self._partly or self._is_newer(entry)

    def _is_newer(self, entry: FieldPath) -> bool:
        """Whether an entry was changed in the file since."""
        here = self._now(entry)
        return here is not None and raw_node(find(self._base, entry)) != raw_node(find(self._current, here))

    def _child(self, node: EntryNode) -> Iterator[ListChild]:
        """An entry of the list: the one of the file where it has its old level, else a new one of the same words."""
        if node.old is None:
            yield _new_entry(node, [child for each in node.items for child in self._child(each)])
            return
        here = self._now(node.old)
        if here is None:
            self.hands.append(Hand(node.old, HandReason.CHANGED_ON_BOTH_SIDES, node.title))
            return
        found = find(self._current, here)
        if node.level is level_of(node.old):
            yield found
            return
        yield _converted(found, node.level, [child for each in node.items for child in self._child(each)])


def _moved(now: Sequence[FieldPath], before: Sequence[FieldPath]) -> set[FieldPath]:
    """The entries of a list that came from another, or stand elsewhere among those that stayed."""
    moved = set(now)
    stayed = [each for each in before if each in moved]
    return moved.difference(*(stayed[each.first : each.last] for each in opcodes(stayed, now) if each.tag == "equal"))


def _in_order(nodes: Sequence[EntryNode], before: Sequence[FieldPath], places: PathsNow) -> Sequence[EntryNode] | None:
    """Entries in the order of the document, or of the file if only that changed; None if both did, differently."""
    edited = [node.old for node in nodes if node.old in places]
    stayed = set(edited)
    base = [each for each in before if each in stayed]
    current = sorted(base, key=places.__getitem__)
    if edited != base:
        return nodes if current in (base, edited) else None
    if current == base:
        return nodes
    by_entry = {node.old: node for node in nodes}
    return _with_others([by_entry[each] for each in current], nodes)


def _with_others(ordered: Sequence[_T], listed: Sequence[_T]) -> list[_T]:
    """What is ordered, and whatever else is listed after the one that it follows there."""
    known = {id(each) for each in ordered}
    behind: dict[int, list[_T]] = {}
    above = 0
    for each in listed:
        if id(each) in known:
            above = id(each)
        else:
            behind.setdefault(above, []).append(each)
    first = behind.pop(0, [])
    return [*first, *(one for each in ordered for one in (each, *behind.pop(id(each), ())))]


def _texts(node: Node, path: FieldPath) -> Iterator[FieldPath]:
    """The fields with text in an entry and in what is below it."""
    if isinstance(node, Scalar):
        yield path
    elif isinstance(node, Mapping):
        for each in node.entries:
            if each.key.text not in ("id", "follows"):
                yield from _texts(each.value, (*path, each.key.text))
    else:
        for number, item in enumerate(node.items):
            yield from _texts(item, (*path, number))


def _has_more(node: Node, entry: FieldPath, fields: frozenset[FieldPath]) -> bool:
    """Whether an entry has text in no printed field; an item that is a title alone has no key for it."""
    return any(each not in fields and (*each, "title") not in fields for each in _texts(node, entry))


def list_units(parts: Sequence[EntryNode], printed: Sequence[FieldPath]) -> dict[FieldPath, FieldPath]:
    """The unit of every list of entries: lists between which an entry moved are one, named by one of them."""
    lists = frozenset((*entry, key) for entry in printed for key in _LISTS)
    units = _Units()

    def join(path: FieldPath, nodes: Sequence[EntryNode]) -> None:
        for node in nodes:
            if node.old is not None:
                units.join(node.old[:-1], path)
            if node.old is None or node.level is not level_of(node.old):
                join(path, node.items)
            elif node.level is Level.SECTION:
                join((*node.old, "items"), node.items)

    kept = {node.old for part in parts for node in (part, *_below(part))}
    for entry in printed:
        if entry not in kept:  # what was in it is elsewhere, or goes with it
            units.join((*entry, "items"), entry[:-1] if entry[:-1] in lists else entry)
    for part in parts:
        if part.old is not None:
            join((*part.old, "sections"), part.sections)
            join((*part.old, "items"), part.items)
    return {each: units.name(each) for each in lists}


class _Units:
    """Sets of paths, each known by one of them, to which all others lead (union-find)."""

    def __init__(self) -> None:
        self._above: dict[FieldPath, FieldPath] = {}

    def name(self, path: FieldPath) -> FieldPath:
        """That of the set a path is in; of its own, if it was joined with none."""
        name = path
        while name in self._above:
            name = self._above[name]
        while path != name:  # the way is short from now on
            self._above[path], path = name, self._above[path]
        return name

    def join(self, one: FieldPath, other: FieldPath) -> None:
        """Makes the set of the one part of that of the other, whose name it takes."""
        old, new = self.name(one), self.name(other)
        if old != new:
            self._above[old] = new


def _below(part: EntryNode) -> Iterator[EntryNode]:
    for node in (*part.sections, *part.items):
        yield node
        yield from node.items


def _last_text(holder: Mapping) -> str:
    """The last field that is no list, which other edits may replace."""
    return next(each.key.text for each in reversed(holder.entries) if isinstance(each.value, Scalar))


def _new_list(children: Sequence[ListChild], holder: Mapping, inner: Sequence[Edit]) -> str:
    """A list that its entry did not have, below its key."""
    first = holder.entries[0].key
    column = first.start - line_start(first.source.text, first.start)
    return "\n" + "\n".join(line for child in children for line in block_lines(child, column + 2, inner))


def _new_entry(node: EntryNode, items: Sequence[ListChild]) -> NewEntry:
    texts = "lead" if node.level is Level.SECTION else "text"
    fields = [("title", value_text(node.title))]
    if node.texts:
        fields.append((texts, passage_text(node.texts, 0)))
    return NewEntry(tuple(fields), tuple(items), node.level is not Level.SECTION)


def _converted(node: Node, level: Level, items: Sequence[ListChild]) -> ConvertedEntry:
    """An entry at another level: a section's lead is an item's text, and an item's claim is of a section's lead."""
    short = level is not Level.SECTION
    if isinstance(node, Scalar):
        return ConvertedEntry(node, (), tuple(items), NewEntry((("title", raw_node(node)),), tuple(items), short))
    names = {"lead": "text"} if short else {"text": "lead"}
    entries = node.entries if isinstance(node, Mapping) else ()
    fields = [(names.get(each.key.text, each.key.text), raw_node(each.value)) for each in entries]
    kept = [(name, text) for name, text in fields if name != "items"]
    if isinstance(node, Mapping) and node.get("claim") is not None and not short:
        texts = [each.text for name in ("claim", "text") if isinstance(each := node.get(name), Scalar)]
        paragraphs = [line for text in texts for line in text.split(PARAGRAPH_END)]
        lead = "|-" + "\n".join(f"\n  {line}" for line in paragraphs)
        kept = [*((name, text) for name, text in kept if name not in ("claim", "lead")), ("lead", lead)]
    plain = NewEntry(tuple(kept), tuple(items), short)
    return ConvertedEntry(node, tuple(names.items()), tuple(items), plain)


def _there(node: EntryNode, added: TypingMapping[str, Node]) -> Node | None:
    """The entry that somebody has added to the file and that says what a new one does."""
    return added.get(_letters(_said(node))) if node.old is None else None


def _said(node: EntryNode) -> Iterator[str]:
    """All texts of a new entry."""
    yield from (node.title, *node.texts)
    for each in node.items:
        yield from _said(each)


def _texts_of(node: Node) -> Iterator[str]:
    """All texts of an entry of the file."""
    for path in _texts(node, ()):
        found = find(node, path)
        if isinstance(found, Scalar):
            yield found.text


def _letters(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def _title(node: Node) -> str:
    """What an entry is called."""
    return next(_texts_of(node), "")


def _words(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    entries = node.entries if isinstance(node, Mapping) else ()
    return "\n".join(each.value.text for each in entries if isinstance(each.value, Scalar) and each.key.text != "id")

"""The entries of an edited document: which are where, which are new, which paragraph came to which.

An entry keeps its identity by its words; its level is that of its style, where somebody gave it another.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.line_matching import Match
from reportgen.manuscript.lines import BLANKS
from reportgen.manuscript.manuscript_types import Author, Paragraph, Part, authors_of
from reportgen.manuscript.printed_lines import PrintedLine, plain_line
from reportgen.manuscript.typed_ordinals import without_ordinal
from reportgen.report import PARTS


class Level(IntEnum):
    """How deep an entry is."""

    PART = 0
    SECTION = 1
    ITEM = 2
    TEXT = 3


_LEVELS = {
    "heading-1": Level.PART, "band": Level.PART, "heading-2": Level.SECTION, "task": Level.SECTION,
    "heading-3": Level.ITEM, "statement": Level.ITEM, "item": Level.ITEM, "item-title": Level.ITEM,
    "point": Level.ITEM, "task-point": Level.ITEM,
}  # fmt: skip
"""The levels of roles; all others are text."""

_IN_CELLS = ("task-point", "task-text")
"""The roles of text that stands in cells."""

_COPIES = (
    "card-", "plan-", "table-", "cover-", "colophon", "caption", "contents-", "minutes", "side-", "signature",
    "body-title",
)  # fmt: skip
"""How the roles begin whose lines are in no part, and of which no paragraph is the next of a text."""

_APART = (*_COPIES, "annex-", "glossary")
"""How the roles begin whose lines are in no part."""


class EntryNode(Struct):
    """An entry of a part as the edited document has it; ``old`` is its path in the base, None for a new one.

    ``texts`` are paragraphs of a new entry. Items of a section, or of a part, are in its ``items``.
    """

    level: Level
    old: FieldPath | None
    title: str = ""
    texts: list[str] = []
    sections: list["EntryNode"] = []
    items: list["EntryNode"] = []
    authors: tuple[Author, ...] = ()


class AddedText(Struct, frozen=True):
    """A new paragraph of an entry that was there: after which line, whose number is of the printed lines."""

    after: int
    text: str
    authors: tuple[Author, ...] = ()


class EntryTree(Struct, frozen=True):
    """The parts with their entries, new paragraphs of old entries, and paragraphs that belong nowhere."""

    parts: tuple[EntryNode, ...]
    added: tuple[AddedText, ...]
    homeless: tuple[tuple[FieldPath, Paragraph], ...]


class Styles(Struct, frozen=True):
    """The roles of styles by their names in lower case; entries of ``fixed`` keep their level whatever their style."""

    roles: Mapping[str, str]
    fixed: frozenset[FieldPath] = frozenset()


def is_entry(role: str) -> bool:
    """Whether lines of a role begin an entry, which the style sheet may count."""
    return role in _LEVELS


def is_apart(role: str) -> bool:
    """Whether lines of a role repeat what is in the text, or belong to no part."""
    return role.startswith(_APART)


def entry_of(path: FieldPath | None) -> FieldPath | None:
    """The entry that a field is of; None for what is in no part."""
    if path is None or not path or path[0] not in PARTS:
        return None
    return path[:-1]


def level_of(entry: FieldPath) -> Level:
    """The level of an entry of the base."""
    if "items" in entry:
        return Level.ITEM
    return Level.SECTION if "sections" in entry else Level.PART


def printed_entries(lines: Sequence[PrintedLine]) -> tuple[FieldPath, ...]:
    """The entries that the lines of the text print, in order."""
    entries = (entry_of(line.path) for line in lines if not is_apart(line.role))
    return tuple(dict.fromkeys(entry for entry in entries if entry is not None))


def entry_tree(
    lines: Sequence[PrintedLine], paragraphs: Sequence[Paragraph], matches: Sequence[Match], styles: Styles
) -> EntryTree:
    """The entries of the edited document."""
    builder = _Builder(lines, {number: match for match in matches for number in match.new}, matches, styles)
    for number, paragraph in enumerate(paragraphs):
        builder.add(number, paragraph)
    return EntryTree(tuple(builder.parts), tuple(builder.added), tuple(builder.homeless))


class _Builder:
    def __init__(
        self,
        lines: Sequence[PrintedLine],
        by_paragraph: Mapping[int, Match],
        matches: Sequence[Match],
        styles: Styles,
    ) -> None:
        self.parts: list[EntryNode] = []
        self.added: list[AddedText] = []
        self.homeless: list[tuple[FieldPath, Paragraph]] = []
        self._lines = lines
        self._by_paragraph = by_paragraph
        self._gone = {number for match in matches if not match.new for number in match.old}
        self._roles = styles.roles
        self._fixed = styles.fixed
        self._first = _first_lines(lines)
        self._begun = {match.old[0] for match in matches if match.old and match.new}
        self._open: EntryNode | None = None
        self._last = -1
        self._furthest: dict[FieldPath, int] = {}

    def add(self, number: int, paragraph: Paragraph) -> None:
        """Places one paragraph."""
        match = self._by_paragraph[number]
        if match.old:
            if number == match.new[0]:
                self._add_old(match.old[0], paragraph, moved=match.moved)
            self._last = next((each for each in reversed(match.old) if self._is_there(each)), self._last)
        elif not self._is_in_text(paragraph):
            self.homeless.append((self._where(), paragraph))
        else:
            self._add_new(paragraph)

    def _is_in_text(self, paragraph: Paragraph) -> bool:
        """Whether a new paragraph is of the text: in no table but those of the points of tasks, and not beside it."""
        points = any(self._roles.get(name) in _IN_CELLS for name in paragraph.styles)
        beside = any(self._roles.get(name, "").startswith(_COPIES) for name in paragraph.styles[:1])
        return paragraph.part is Part.BODY and not beside and (paragraph.cell is None or points)

    def _is_there(self, number: int) -> bool:
        """Whether the entry of a line still begins somewhere; text of one that does not goes on with what is before."""
        entry = entry_of(self._lines[number].path)
        return entry is None or self._first.get(entry, number) in self._begun

    def _where(self) -> FieldPath:
        line = self._lines[self._last] if self._last >= 0 else None
        return (line.path or ()) if line else ()

    def _add_old(self, number: int, paragraph: Paragraph, *, moved: bool) -> None:
        line = self._lines[number]
        entry = entry_of(line.path)
        if entry is None or is_apart(line.role):
            self._open = self._open if is_apart(line.role) else None
            if entry is None and moved:
                self.homeless.append((line.path or (), paragraph))
        elif self._first[entry] == number:
            if self._open is None and level_of(entry) is not Level.PART:
                self.homeless.append((line.path or (), paragraph))
            level, title = self._level(number, entry, paragraph), plain_line(paragraph.text)
            self._begin(EntryNode(level, entry, title, authors=authors_of((paragraph,))))
            self._furthest[entry] = number
            if moved and level_of(entry) is Level.PART:
                self.homeless.append((line.path or (), paragraph))
        elif not self._is_there(number):
            self._continue(plain_line(paragraph.text).strip(BLANKS), paragraph, Level.TEXT)
        elif not self._is_at_home(line, entry, moved=moved) or self._is_out_of_order(number, entry):
            self.homeless.append((line.path or (), paragraph))

    def _is_at_home(self, line: PrintedLine, entry: FieldPath, *, moved: bool) -> bool:
        """Whether a line stands in its entry, or closes the part that it stands in, behind its sections."""
        ends_part = line.path == (*entry, "closing") and not moved
        here = self.parts[-1] if ends_part and self.parts else self._open
        return here is not None and here.old == entry

    def _is_out_of_order(self, number: int, entry: FieldPath) -> bool:
        """Whether a line is not after those of its entry that were before it."""
        before = self._furthest.get(entry, -1)
        self._furthest[entry] = max(number, before)
        return number < before

    def _level(self, number: int, entry: FieldPath, paragraph: Paragraph) -> Level:
        """The level of an old entry: its own, unless it has a style of another level now.

        A paragraph after one that was deleted may have taken that one's style, which nobody gave it: LibreOffice does
        so where the deletion is tracked.
        """
        line, own = self._lines[number], level_of(entry)
        role = self._roles.get(paragraph.styles[0] if paragraph.styles else "")
        if role is None or role == line.role or own is Level.PART or entry[0] == "insights":
            return own
        before, after = _LEVELS.get(line.role, Level.TEXT), _LEVELS.get(role, Level.TEXT)
        inherited = number - 1 in self._gone and self._lines[number - 1].role == role
        inherited = inherited or self._follows_deleted(paragraph, role)
        if before == after or inherited or after is Level.PART:
            return own
        if entry in self._fixed:
            self.homeless.append((entry, paragraph))
            return own
        return after

    def _follows_deleted(self, paragraph: Paragraph, role: str) -> bool:
        """Whether a line of the role was deleted right before a paragraph, its mark with it."""
        deleted = "".join(each.text for each in paragraph.changes if each.offset == 0 and not each.inserted)
        text = plain_line(deleted)
        return bool(text) and any(
            line.text and line.role == role and text.startswith(line.text) for line in self._lines
        )

    def _add_new(self, paragraph: Paragraph) -> None:
        text = plain_line(paragraph.text).strip(BLANKS)
        level = self._new_level(paragraph)
        part = self.parts[-1] if self.parts else None
        if level is Level.TEXT or part is None or self._open is None or level is Level.PART:
            self._continue(text, paragraph, level)
            return
        text = without_ordinal(text)
        lead = _lead(paragraph) if level is Level.ITEM else 0
        title, rest = (text[:lead].strip(BLANKS), text[lead:].strip(BLANKS)) if lead else (text, "")
        if level is Level.SECTION and part.old == ("insights",) and not part.sections:
            level = Level.ITEM
        self._begin(EntryNode(level, None, title, [rest] if rest else [], authors=authors_of((paragraph,))))

    def _continue(self, text: str, paragraph: Paragraph, level: Level) -> None:
        """Another paragraph of what is before it."""
        if self._open is not None and self._open.old is None:
            self._open.texts.append(text)
        elif level is Level.TEXT and self._last >= 0 and self._lines[self._last].path is not None:
            self.added.append(AddedText(self._last, text, authors_of((paragraph,))))
        else:
            self.homeless.append((self._where(), paragraph))

    def _new_level(self, paragraph: Paragraph) -> Level:
        """The level of a new paragraph: by its style if that is ours, else by outline and list."""
        role = next((self._roles[name] for name in paragraph.styles if name in self._roles), None)
        if role is not None and role in _LEVELS:
            return _LEVELS[role]
        if paragraph.outline is not None:
            return Level(min(paragraph.outline, Level.ITEM))
        return Level.ITEM if paragraph.list_level is not None else Level.TEXT

    def _begin(self, node: EntryNode) -> None:
        self._open = node
        if node.level is Level.PART:
            self.parts.append(node)
            return
        part = self.parts[-1] if self.parts else None
        if part is None:
            return
        if node.level is Level.SECTION:
            part.sections.append(node)
        else:
            (part.sections[-1] if part.sections else part).items.append(node)


def _first_lines(lines: Sequence[PrintedLine]) -> dict[FieldPath, int]:
    """The number of the first line of every entry in the text."""
    first: dict[FieldPath, int] = {}
    for number, line in enumerate(lines):
        entry = entry_of(line.path)
        if entry is not None and not is_apart(line.role):
            first.setdefault(entry, number)
    return first


def _lead(paragraph: Paragraph) -> int:
    """Where a bold beginning ends; 0 where there is none, or all is bold."""
    length = 0
    for span in paragraph.spans:
        if not span.look.bold:
            break
        length += len(plain_line(span.text))
    return length if 0 < length < len(plain_line(paragraph.text)) else 0


def nodes_in(tree: EntryTree) -> Iterator[EntryNode]:
    """All entries, parts first."""
    for part in tree.parts:
        yield part
        for node in (*part.items, *part.sections):
            yield node
            yield from node.items

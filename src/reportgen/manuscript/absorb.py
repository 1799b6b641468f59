"""An edited Word file back into the report file it was made from: the same words changed, nothing else touched."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Edit, FieldPath, apply_edits
from reportgen.document import Document
from reportgen.manuscript.absorbed import Absorbed, AbsorbedChange, Hand, HandReason
from reportgen.manuscript.base_paths import EarlierPaths
from reportgen.manuscript.comment_places import placed_comments, remark_hand
from reportgen.manuscript.date_edits import DATE_PATH, date_edit
from reportgen.manuscript.entry_changes import entry_changes, printed_of
from reportgen.manuscript.entry_text import new_field, without_field
from reportgen.manuscript.entry_tree import (
    EntryTree,
    Level,
    Styles,
    entry_of,
    entry_tree,
    is_apart,
    is_entry,
    level_of,
    nodes_in,
    printed_entries,
)
from reportgen.manuscript.field_text import (
    edited_text,
    emphasis_marks,
    moved_edits,
    same_words,
    source_edits,
    with_whole_emphasis,
)
from reportgen.manuscript.field_writes import FieldWrite, proven_edits
from reportgen.manuscript.furniture_changes import furniture_hands
from reportgen.manuscript.line_changes import PARAGRAPH_MARK, FieldEdit, MetricEdit, Reason, line_changes
from reportgen.manuscript.line_edits import LineEdits, agreed_edits, field_end, printed_fields
from reportgen.manuscript.line_matching import match_lines
from reportgen.manuscript.look_changes import look_changes
from reportgen.manuscript.manuscript_types import Author, Manuscript, Paragraph, authors_of
from reportgen.manuscript.metric_value import new_value
from reportgen.manuscript.note_marks import without_stray_marks
from reportgen.manuscript.printed_lines import Kind, PrintedLine, plain_line, printed_lines
from reportgen.manuscript.typed_ordinals import without_ordinal
from reportgen.report import Figures
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Source, find, parse
from reportgen.text.characters import PARAGRAPH_END

_REASONS = {
    Reason.DERIVED: HandReason.DERIVED,
    Reason.UNIT: HandReason.UNIT,
    Reason.NUMBER_GONE: HandReason.NUMBER,
    Reason.FIXED: HandReason.PRINTED_ONLY,
}


_PASSAGES = ("intro", "lead", "text", "closing", "opening", "meaning")
"""Fields of paragraphs."""

_TITLES = ("title", "claim")
_FIRST_TEXTS = {Level.PART: "intro", Level.SECTION: "lead", Level.ITEM: "text"}
"""The field of the paragraphs that follow the title of an entry."""


class Base(Struct, frozen=True):
    """The report an edited file was made from, as it was then: resolved, composed, its nodes, and its Word file.

    ``roles`` are the roles of the styles of a Word file, by their names in lower case.
    """

    figures: Figures
    document: Document
    root: Node
    manuscript: Manuscript
    roles: Mapping[str, str]


def absorb(base: Base, current: Source, edited: Manuscript, refused: frozenset[FieldPath] = frozenset()) -> Absorbed:
    """The changes of an edited file put into the text of now; those that are not clear are left to a person.

    Changes of the units ``refused`` are left out.
    """
    lines = [line for line in printed_lines(base.document, base.figures) if line.text.strip()]
    paragraphs = _with_notes(lines, edited)
    matches = match_lines([line.text for line in lines], [plain_line(each.text) for each in paragraphs])
    fields = frozenset(cell.path for line in lines for cell in line.cells if cell.path is not None)
    printed = printed_of(printed_entries(lines), fields, base.root)
    tree = entry_tree(lines, paragraphs, matches, Styles(base.roles, printed.partly))
    work = _Work(base, current, refused)
    for match in matches:
        if match.old and match.new:
            work.compare([lines[number] for number in match.old], [paragraphs[number] for number in match.new])
    for added in tree.added:
        work.add_paragraph(lines[added.after], added.text, added.authors)
    work.drop(tree, lines, {number for match in matches if not match.new for number in match.old})
    work.settle_fields()
    work.settle_entries()
    work.settle_metrics()
    for where, paragraph in tree.homeless:
        work.hands.append(Hand(where, HandReason.NO_FIELD, plain_line(paragraph.text)))
    work.hands += furniture_hands(base.manuscript, edited, paragraphs)
    done = work.result()
    root, _ = parse(Source(current.file, done.text))
    assert root is not None
    entries = entry_changes(tree, printed, base.root, root, refused)  # once all words are changed
    text = apply_edits(done.text, entries.edits)
    looks = tuple(look_changes(matches, lines, _with_notes(lines, base.manuscript), paragraphs))
    remarks = tuple(placed_comments(matches, lines, paragraphs, edited))
    hands = (*done.hands, *entries.hands, *(remark_hand(each, edited) for each in remarks))
    return Absorbed(text, (*done.changes, *entries.changes), hands, looks, remarks)


def _with_notes(lines: Sequence[PrintedLine], edited: Manuscript) -> list[Paragraph]:
    """The paragraphs of an edited file with text, its notes where the base has its glossary, if it has one."""
    paragraphs = [each for each in edited.paragraphs if not each.in_contents and plain_line(each.text).strip()]
    glossary = [number for number, line in enumerate(lines) if line.role == "glossary"]
    notes = [each for note in edited.notes for each in note if plain_line(each.text).strip()]
    if not glossary or not notes:
        return paragraphs
    title = lines[glossary[0] - 1].text
    texts = [plain_line(each.text) for each in paragraphs]
    behind = len(lines) - glossary[-1] - 1
    place = len(texts) - texts[::-1].index(title) if title in texts else max(0, len(texts) - behind)
    return [*paragraphs[:place], *notes, *paragraphs[place:]]


class _Work:
    """Collects the changes of one file."""

    def __init__(self, base: Base, current: Source, refused: frozenset[FieldPath]) -> None:
        self._base = base
        self._current = current
        self._refused = refused
        root, _ = parse(current)
        assert root is not None
        self._root = root
        self._paths = EarlierPaths(base.root, root)
        self._fields: dict[FieldPath, list[LineEdits]] = defaultdict(list)
        self._metrics: dict[str, list[tuple[MetricEdit, tuple[Author, ...]]]] = defaultdict(list)
        self._writes: list[FieldWrite] = []
        self._edits: list[Edit] = []
        self._changes: list[AbsorbedChange] = []
        self._new_fields: dict[tuple[FieldPath, str, str], list[str]] = {}
        self._dropped_fields: dict[FieldPath, str] = {}
        self.hands: list[Hand] = []

    def compare(self, lines: Sequence[PrintedLine], paragraphs: Sequence[Paragraph]) -> None:
        """Takes the changes of lines that have become paragraphs."""
        cells = [cell for line in lines for cell in line.cells]
        printed = "".join(cell.character for cell in cells)
        text = PARAGRAPH_MARK.join(plain_line(without_stray_marks(each, printed)) for each in paragraphs)
        if is_entry(lines[0].role) and without_ordinal(printed) == printed:
            text = without_ordinal(text)
        authors = authors_of(paragraphs)
        if lines[0].path == DATE_PATH:
            name = "".join(cell.character for cell in takewhile(lambda cell: cell.kind is Kind.FIXED, cells))
            self._compare_date(printed.removeprefix(name), text.removeprefix(name), authors)
            return
        found = line_changes(cells, text)
        for path, start, end in printed_fields(cells):
            edits = tuple(edit for edit in found.fields if edit.path == path)
            self._fields[path].append(LineEdits(start, end, edits, authors))
        for metric in found.metrics:
            self._metrics[metric.metric].append((metric, authors))
        self._join(lines)
        where = lines[0].path or ()
        for left in found.left:
            self.hands.append(Hand(where, _REASONS[left.reason], f"{left.old}→{left.new}", next(iter(authors), None)))

    def _compare_date(self, printed: str, text: str, authors: tuple[Author, ...]) -> None:
        """Takes the change of a line that says the date of the report."""
        node = find(self._base.root, DATE_PATH)
        edit = date_edit(printed, text, node) if isinstance(node, Scalar) else None
        if edit is not None and text != printed:
            self._fields[DATE_PATH].append(LineEdits(edit.start, edit.end, (edit,), authors))
        elif text != printed:
            self.hands.append(Hand(DATE_PATH, HandReason.NO_FIELD, f"{printed}→{text}", next(iter(authors), None)))

    def _join(self, lines: Sequence[PrintedLine]) -> None:
        """Lines that became one: paragraphs of a field are joined, another entry becomes text of the first."""
        for before, line in pairwise(lines):
            first, path = lines[0].path, line.path
            end = max((cell.end for cell in before.cells if cell.path == path), default=-1)
            if path is not None and before.path == path and end >= 0:
                start = min(cell.start for cell in line.cells if cell.path == path)
                self._fields[path].append(LineEdits(end, start, (FieldEdit(path, end, start, ""),), ()))
            elif _takes_in(first, path) and first is not None and not is_apart(line.role):
                words = "".join(self._stretch(*printed) for printed in printed_fields(line.cells))
                last = field_end(lines[0], first)
                self._fields[first].append(LineEdits(last, last, (FieldEdit(first, last, last, words, True),), ()))
            else:
                self.hands.append(
                    Hand(
                        path or first or (), HandReason.NO_FIELD, f"{before.text}⏎{line.text}→{before.text}{line.text}"
                    )
                )

    def _stretch(self, path: FieldPath, start: int, end: int) -> str:
        """The words of a stretch of a field, with the edits asked for in it so far."""
        node = find(self._base.root, path)
        asked = next((each.edits for each in self._fields[path] if each.edits), ())
        inside = (each for each in asked if start <= each.start and each.end <= end)
        moved = [each._replace(start=each.start - start, end=each.end - start) for each in inside]
        return "".join(edited_text(node.text[start:end], moved).split("\n")) if isinstance(node, Scalar) else ""

    def add_paragraph(self, line: PrintedLine, text: str, authors: tuple[Author, ...]) -> None:
        """A new paragraph after a line: of the line's own field, or of the one that follows a title."""
        path = line.path
        assert path is not None
        end = field_end(line, path)
        if path[-1] in _PASSAGES and end:
            self._fields[path].append(LineEdits(end, end, (FieldEdit(path, end, end, PARAGRAPH_MARK + text),), authors))
            return
        entry = path[:-1]
        name = _text_after(path)
        following = (*entry, name)
        node = find(self._base.root, following)
        holder = find(self._base.root, entry)
        before_claim = path[-1] == "title" and isinstance(holder, MappingNode) and holder.get("claim") is not None
        if not name or before_claim:
            self.hands.append(Hand(path, HandReason.NO_FIELD, text))
        elif isinstance(node, Scalar) and node is not find(self._base.root, entry):
            self._fields[following].append(
                LineEdits(0, 0, (FieldEdit(following, 0, 0, text + PARAGRAPH_MARK),), authors)
            )
        else:
            self._new_fields.setdefault((entry, str(path[-1]), name), []).append(text)

    def drop(self, tree: EntryTree, lines: Sequence[PrintedLine], gone: set[int]) -> None:
        """Takes out what lines printed that are gone, where their entry is still there."""
        kept = {node.old for node in nodes_in(tree)}
        left = {line.path for number, line in enumerate(lines) if number not in gone}
        for number in sorted(gone):
            line = lines[number]
            path, entry = line.path, entry_of(line.path)
            if line.role == "contents-title" or (entry is not None and entry not in kept and level_of(entry)):
                continue
            if path is None or entry not in (None, *kept) or path[-1] not in _PASSAGES or is_apart(line.role):
                self.hands.append(Hand(path or (), HandReason.PRINTED_ONLY, f"{line.text}→"))
            elif path in left:
                self._drop_paragraph(path, line)
            elif self._fields.get(path) and any(each.edits for each in self._fields[path]):
                self._replace_field(path)
            else:
                self._dropped_fields[path] = line.text

    def _replace_field(self, path: FieldPath) -> None:
        """Leaves of a field that is gone what was added to it."""
        node = find(self._base.root, path)
        end = len(node.text) if isinstance(node, Scalar) else 0
        added = "".join(edit.text for each in self._fields[path] for edit in each.edits if edit.end < end)
        edit = FieldEdit(path, 0, end, added.strip(PARAGRAPH_MARK))
        self._fields[path] = [LineEdits(0, end, (edit,), ())]

    def _drop_paragraph(self, path: FieldPath, line: PrintedLine) -> None:
        node = find(self._base.root, path)
        start = min(cell.start for cell in line.cells if cell.path == path)
        end = field_end(line, path)
        if isinstance(node, Scalar):
            rest, before = node.text[end:], node.text[:start]
            end += len(rest) - len(rest.lstrip("\n"))
            if end == len(node.text):
                start = len(before.rstrip("\n"))
        self._fields[path].append(LineEdits(start, end, (FieldEdit(path, start, end, ""),), ()))

    def settle_entries(self) -> None:
        """Writes fields that are new, and takes out those that are gone."""
        for (entry, after, name), texts in self._new_fields.items():
            here = self._paths.now(entry)
            node = None if here is None else find(self._root, here)
            there = node.get(name) if isinstance(node, MappingNode) else None
            if isinstance(there, Scalar):
                self._compare_new((*entry, name), there, PARAGRAPH_END.join(texts))
                continue
            edit = None if node is None else new_field(node, after, name, texts)
            if edit is None:
                self.hands.append(Hand(entry, HandReason.NO_FIELD, "\n".join(texts)))
                continue
            self._take((edit,), AbsorbedChange((*entry, name), "", "\n".join(texts)))
        for path, text in self._dropped_fields.items():
            here = self._paths.now(path)
            holder = None if here is None else find(self._root, here[:-1])
            edit = without_field(holder, str(path[-1])) if isinstance(holder, MappingNode) else None
            if edit is None:
                self.hands.append(Hand(path, HandReason.NO_FIELD, f"{text}→"))
                continue
            self._take((edit,), AbsorbedChange(path, text, ""))

    def _compare_new(self, path: FieldPath, there: Scalar, text: str) -> None:
        """A new field that the file has as well by now."""
        if not same_words(there.text, text):
            self.hands.append(Hand(path, HandReason.CHANGED_ON_BOTH_SIDES, f"{there.text}→{text}"))

    def settle_fields(self) -> None:
        """Decides what each field becomes: where it is printed more than once, all prints that differ must agree."""
        for path, prints in self._fields.items():
            node = find(self._base.root, path)
            text = node.text if isinstance(node, Scalar) else ""
            asked = [each for each in prints if each.edits]
            marks = emphasis_marks(text) if asked else []
            changed = [each._replace(edits=with_whole_emphasis(marks, each.edits)) for each in asked]
            if not changed:
                continue
            edits = agreed_edits(changed)
            if edits is not None and path[-1] not in _PASSAGES:
                edits = self._in_one_line(path, edits)
            if edits is None:
                words = "；".join(dict.fromkeys(self._edited(path, each.edits) for each in changed))
                self.hands.append(Hand(path, HandReason.TWO_WAYS, words))
                continue
            authors = tuple(dict.fromkeys(author for each in changed for author in each.authors))
            self._change_field(path, edits, authors)
        for write, proven in proven_edits(self._current, self._writes):
            if proven is None:
                self.hands.append(Hand(write.path, HandReason.NO_FIELD, write.text))
            else:
                self._take(proven, AbsorbedChange(write.path, write.node.text, write.text, write.authors))

    def _in_one_line(self, path: FieldPath, edits: Sequence[FieldEdit]) -> tuple[FieldEdit, ...]:
        """Edits of a title without the ends of paragraphs, which it cannot have; these are reported."""
        if any(PARAGRAPH_MARK in edit.text for edit in edits):
            self.hands.append(Hand(path, HandReason.NO_FIELD, self._edited(path, edits)))
        kept = (edit._replace(text=edit.text.replace(PARAGRAPH_MARK, "")) for edit in edits)
        return tuple(edit for edit in kept if edit.text or edit.start < edit.end)

    def _edited(self, path: FieldPath, edits: Sequence[FieldEdit]) -> str:
        node = find(self._base.root, path)
        return edited_text(node.text, edits) if isinstance(node, Scalar) else ""

    def _change_field(self, path: FieldPath, edits: tuple[FieldEdit, ...], authors: tuple[Author, ...]) -> None:
        before = find(self._base.root, path)
        here = self._paths.now(path)
        now = None if here is None else find(self._root, here)
        if not isinstance(before, Scalar) or not isinstance(now, Scalar) or here is None:
            self.hands.append(Hand(path, HandReason.CHANGED_ON_BOTH_SIDES, self._edited(path, edits)))
            return
        merged = edited_text(before.text, edits)
        has_moved_on = before.text != now.text
        if merged.strip() == now.text.strip() or (has_moved_on and same_words(merged, now.text)):
            return
        moved = moved_edits(before.text, now.text, edits)
        if moved is None:
            self.hands.append(Hand(here, HandReason.CHANGED_ON_BOTH_SIDES, f"{now.text}→{merged}"))
        elif moved:
            self._writes.append(FieldWrite(here, now, edited_text(now.text, moved), source_edits(now, moved), authors))

    def settle_metrics(self) -> None:
        """Decides what each metric becomes: every print that was changed must say the same number."""
        for name, changed in self._metrics.items():
            path: FieldPath = ("metrics", name)
            edits = [edit for edit, _ in changed]
            authors = tuple(dict.fromkeys(author for _, each in changed for author in each))
            numbers = tuple(dict.fromkeys(edit.number for edit in edits))
            metric = self._base.figures.report.metrics.get(name)
            node = find(self._root, (*path, "value"))
            if len(numbers) > 1:
                self.hands.append(Hand(path, HandReason.TWO_WAYS, "；".join(numbers)))
                continue
            value = None if metric is None else new_value(metric, numbers[0])
            if value is None or not isinstance(node, Scalar):
                self.hands.append(Hand(path, HandReason.NUMBER, f"{edits[0].old}→{numbers[0]}"))
            elif node.text.strip() != value:
                self._change_value((*path, "value"), node, value, authors)

    def _change_value(self, path: FieldPath, node: Scalar, value: str, authors: tuple[Author, ...]) -> None:
        before = find(self._base.root, path)
        if isinstance(before, Scalar) and before.text != node.text:
            self.hands.append(Hand(path, HandReason.CHANGED_ON_BOTH_SIDES, f"{node.text}→{value}"))
            return
        self._take((Edit(*node.span_of(0, len(node.text)), value),), AbsorbedChange(path, node.text, value, authors))

    def _take(self, edits: tuple[Edit, ...], change: AbsorbedChange) -> None:
        """Makes a change, unless it is refused; each is a unit of its own."""
        if change.path not in self._refused:
            self._edits += edits
            self._changes.append(replace(change, unit=change.path))

    def result(self) -> Absorbed:
        """All of it."""
        return Absorbed(apply_edits(self._current.text, self._edits), tuple(self._changes), tuple(self.hands))


def _takes_in(first: FieldPath | None, path: FieldPath | None) -> bool:
    """Whether a line of one entry may become text of another: a part stays, and so does what is in no part."""
    entry, other = entry_of(first), entry_of(path)
    return entry is not None and other is not None and entry != other and level_of(other) is not Level.PART


def _text_after(path: FieldPath) -> str:
    """The field of the paragraphs that follow a line: of a title, of the salutation, or of text not printed yet."""
    if path == ("salutation",):
        return "opening"
    if path[-1] in _PASSAGES:
        return str(path[-1])
    return _FIRST_TEXTS[level_of(path)] if len(path) > 1 and path[-1] in _TITLES else ""

"""A changed stretch of a field put into its file: only those characters move, in the quotes and lines they are in."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from reportgen.diagnostics import Edit, apply_edits
from reportgen.manuscript.line_changes import PARAGRAPH_MARK, FieldEdit
from reportgen.report.references import Emphasis, placed_pieces
from reportgen.source import Scalar, line_end, line_start, quoted
from reportgen.source.comments import is_block_text
from reportgen.text.characters import PARAGRAPH_END
from reportgen.text.sequences import Opcode, opcodes

_STRONG = "**"
_BLANKS = re.compile(r"\s+")


def edited_text(text: str, edits: Sequence[FieldEdit]) -> str:
    """The folded text of a field with edits made in it; what is typed prints as it is."""
    return apply_edits(text, (Edit(each.start, each.end, _folded(each)) for each in edits))


def emphasis_marks(text: str) -> list[tuple[int, bool]]:
    """Where each mark of emphasis is in a folded text, and whether it begins one."""
    return [(start, piece.begins) for start, piece in placed_pieces(text) if isinstance(piece, Emphasis)]


def with_whole_emphasis(marks: list[tuple[int, bool]], edits: Sequence[FieldEdit]) -> tuple[FieldEdit, ...]:
    """Edits of a text that leave its ``marks`` of emphasis in pairs: one of a pair stays, two around nothing go."""
    return tuple(_with_marks(edit, marks) for edit in edits) if marks else tuple(edits)


def _with_marks(edit: FieldEdit, marks: list[tuple[int, bool]]) -> FieldEdit:
    first, last = bisect_left(marks, (edit.start,)), bisect_left(marks, (edit.end,))
    new = edit.text if edit.folded else escaped(edit.text)
    opened = marks[max(0, first - 1) : first] == [(edit.start - len(_STRONG), True)]
    closed = marks[last : last + 1] == [(edit.end, False)]
    if (last - first) % 2:
        begins = marks[last - 1][1]
        if closed if begins else opened:
            return _beyond(edit, opened=not begins, closed=begins)
        return edit._replace(text=new + _STRONG if begins else _STRONG + new, folded=True)
    if PARAGRAPH_MARK in new and first == last > 0 and marks[first - 1][1]:
        return edit._replace(text=new.replace(PARAGRAPH_MARK, _STRONG + PARAGRAPH_MARK + _STRONG), folded=True)
    return _beyond(edit, opened=True, closed=True) if opened and closed and not new else edit


def _beyond(edit: FieldEdit, *, opened: bool, closed: bool) -> FieldEdit:
    """An edit that takes out the marks before and behind it as well."""
    return edit._replace(start=edit.start - len(_STRONG) * opened, end=edit.end + len(_STRONG) * closed)


def moved_edits(base: str, current: str, edits: Sequence[FieldEdit]) -> tuple[FieldEdit, ...] | None:
    """Edits of a text, for what it has become since; None where these or the words beside changed as well.

    Those that were made there in the same way are left out.
    """
    if base == current:
        return tuple(edits)
    spans = opcodes(base, current)
    made = {(each.first, each.last, current[each.start : each.end]) for each in spans if each.tag != "equal"}
    end = len(base)
    kept = [each for each in spans if each.tag == "equal"] + [Opcode("equal", end, end, len(current), len(current))]
    moved: list[FieldEdit] = []
    for edit in edits:
        if _least(base, edit) in made:
            continue
        block = next((each for each in kept if each.first <= edit.start and edit.end <= each.last), None)
        if block is None or any(_at_a_seam(each, block, end) for each in (edit.start, edit.end)):
            return None
        shift = block.start - block.first
        moved.append(edit._replace(start=edit.start + shift, end=edit.end + shift))
    return tuple(moved)


def _least(base: str, edit: FieldEdit) -> tuple[int, int, str]:
    """The stretch that an edit changes, without what is the same before and after, and its new text."""
    old, new = base[edit.start : edit.end], _folded(edit)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return edit.start + head, edit.end - tail, new[head : len(new) - tail]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _at_a_seam(place: int, kept: Opcode, length: int) -> bool:
    """Whether text was also changed right at a place."""
    return (place == kept.first and kept.first > 0) or (place == kept.last and place < length)


def source_edits(node: Scalar, edits: Sequence[FieldEdit]) -> tuple[Edit, ...]:
    """Edits of the folded text as edits of the file."""
    return tuple(_source_edit(node, edit) for edit in edits)


def whole_scalar(node: Scalar, text: str) -> Edit:
    """A scalar written anew, in quotes; for what cannot be written in its place."""
    end = node.start + len(node.source.text[node.start : node.end].rstrip())
    return Edit(node.start, end, quoted(text.replace(PARAGRAPH_END, "\n\n")))


def same_words(one: str, other: str) -> bool:
    """Whether two folded texts differ in their line ends only."""
    return _BLANKS.sub("", one) == _BLANKS.sub("", other) and one.count(PARAGRAPH_END) == other.count(PARAGRAPH_END)


def _folded(edit: FieldEdit) -> str:
    text = edit.text if edit.folded else escaped(edit.text)
    return text.replace(PARAGRAPH_MARK, PARAGRAPH_END)


def escaped(text: str) -> str:
    """A text in which brackets and asterisks are what they are."""
    return text.replace("【", "【【").replace("**", "\\*\\*")


def _source_edit(node: Scalar, edit: FieldEdit) -> Edit:
    source = node.source.text
    start, end = _span(node, edit.start, edit.end)
    text = _in_quotes(node, edit.text if edit.folded else escaped(edit.text))
    if text == PARAGRAPH_MARK and not source[end : line_end(source, end)].strip():
        return Edit(start, end, "\n")  # the line ends here already: an empty one after it is enough
    text = _paragraphs(node, text)
    if not text and is_block_text(node):
        start, end = _with_empty_line(source, start, end)
    return Edit(start, end, text)


def _span(node: Scalar, start: int, end: int) -> tuple[int, int]:
    """The offsets in the file of a stretch of the folded text; a line end in it reaches from text to text."""
    begins = start == end and 0 < start < len(node.text) and node.text[start - 1] == "\n"
    after = start and not begins and (start == end or node.text[start] == "\n")
    first = node.offset(start - 1) + 1 if after else node.offset(start)
    if start == end:
        return first, first
    last = node.offset(end) if node.text[end - 1] == "\n" and end < len(node.text) else node.offset(end - 1) + 1
    return first, max(first, last)


def _in_quotes(node: Scalar, text: str) -> str:
    mark = "" if node.plain else node.source.text[node.start]
    if mark == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if mark == "'" else text


def _paragraphs(node: Scalar, text: str) -> str:
    """A text whose paragraphs are parted as the file parts them: by an empty line, then the indent of the text."""
    if PARAGRAPH_MARK not in text:
        return text
    source = node.source.text
    first = node.offset(0)
    start = line_start(source, first)
    line = source[start : line_end(source, first)]
    indent = len(line) - len(line.lstrip(" "))
    column = indent if is_block_text(node) else indent + 2 * (1 + line[indent:].startswith("- "))
    return text.replace(PARAGRAPH_MARK, "\n\n" + " " * column)


def _with_empty_line(source: str, start: int, end: int) -> tuple[int, int]:
    """A deleted stretch with its line, where nothing else is on it."""
    first, last = line_start(source, start), line_end(source, end)
    if source[first:start].strip() or source[end:last].strip():
        return start, end
    before = source[:first]
    return len(before.removesuffix("\n").removesuffix("\r")), last

"""Lines whose place among the others a slip has changed: a colon left out, an indent too deep or too shallow."""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Edit
from reportgen.source.faults import Repair
from reportgen.source.marks import LINE_END, indent_of, line_end, line_start, next_line

HEAD = re.compile(r"[ ]*((?:-[ ]+)*+)(?:[^\s:#'\"\[{,][^:#]*?|\"[^\"]*\"|'[^']*'):(?:[ ]|$)")
"""A line that begins with a key, or with dashes and a key."""
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
_NAME = re.compile(r"[ ]*(?:- +)*+(?P<name>[A-Za-z_]+|\w+(?=[ \t]|$))(?P<gap>[ \t]*)(?P<value>[^\s:：].*)?$")
_BLOCK = re.compile(r"(?P<indent>[ ]*)(?P<dashes>(?:-[ ]+)*+)[^\s:#'\"\[{,][^:#]*:[ ]+(?P<mark>[>|][-+]?)[ ]*(?:#.*)?$")
_NO_TEXT = ("", *"{[|>")
_FAR = 20_000
"""How many characters above a fault are looked at."""


def missing_colon(text: str, start: int, names: frozenset[str]) -> Iterator[Repair]:
    """A colon after a known field name that has none, in the faulty line or the one above it."""
    for first, line in _here_and_above(text, start):
        match = _NAME.match(line)
        value = match.group("value") if match else None
        if match is None or match.group("name") not in names or ": " in (value or ""):
            continue
        at = first + match.end("name")
        edit = Edit(at, first + match.start("value"), ": ") if value else Edit(at, at, ":")
        span = first + match.start("name"), at
        yield Repair("slip-colon-missing", *span, (edit,), {"name": match.group("name")})


def _here_and_above(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The line that begins at an offset, and the last one above it that is neither empty nor a comment."""
    yield start, text[start : line_end(text, start)]
    above = start
    while above > max(0, start - _FAR):
        above = line_start(text, above - 2 if text[above - 2 : above] == "\r\n" else above - 1)
        line = text[above : line_end(text, above)]
        if line.strip() and not line.lstrip().startswith("#"):
            yield above, line
            return


def unindented_block(text: str, start: int) -> Iterator[Repair]:
    """The lines below a ``>`` or ``|`` that are not indented deeper than its field."""
    last = next((begin for begin, line in _lines_above(text, start) if not _continues(line)), start)
    header = _BLOCK.match(text, last, line_end(text, last))
    if header is None:
        return
    column = len(header.group("indent")) + len(header.group("dashes"))
    expected = column + 2
    edits: list[Edit] = []
    while (following := next_line(text, last)) is not None:
        last, line = following
        if not _continues(line):
            break
        expected = max(expected, 0 if edits else _length(line))
        missing = expected - _length(line)
        if missing > 0:
            edits.append(Edit(last, last, " " * missing))
    if edits:
        at = edits[0].start + _length(text[edits[0].start : line_end(text, edits[0].start)])
        words = {"mark": header.group("mark")}
        yield Repair("block-unindented", at, line_end(text, at), tuple(edits), words)


def _lines_above(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The line that begins at an offset and those above it, upwards; empty ones and comments left out."""
    yield start, text[start : line_end(text, start)]
    before = text[max(0, start - _FAR) : start]
    begins = [0, *(match.end() for match in LINE_END.finditer(before))]
    for begin, line in zip(reversed(begins), reversed(LINE_END.split(before)), strict=True):
        if line.strip() and not line.lstrip().startswith("#"):
            yield start - len(before) + begin, line


def _continues(line: str) -> bool:
    """Whether a line is text: neither a field nor an entry."""
    return not HEAD.match(line) and not line.lstrip().startswith(("- ", "#"))


def lines_above(text: str, start: int, line: str) -> Iterator[tuple[bool, Repair]]:
    """Fields above moved to the column of this line, each by itself; and whether it is sure that they belong there.

    One is right above, or holds all lines in between, or is a key whose fields stand beside it; it may lack its dash.
    """
    column = _length(line)
    if not HEAD.match(line) or _dash_column(line) == column:
        return
    right_above = next((each for each in _lines_above(text, start) if each[0] != start), None)
    outer = next((each for each in _lines_above(text, start) if _is_outer(each, start, column)), None)
    for candidate in dict.fromkeys((right_above, outer)):
        if candidate is not None:
            yield from _moved_alone(text, *candidate, column)
    first = next_line(text, outer[0]) if outer else None
    beside = next_line(text, first[0]) if first else None
    if first and beside and first[1].rstrip().endswith(":") and column < _inner(first[1]) == _inner(beside[1]):
        yield from ((True, repair) for _, repair in _moved_alone(text, *first, column))


def _is_outer(placed: tuple[int, str], start: int, column: int) -> bool:
    return placed[0] != start and _length(placed[1]) <= column


def _moved_alone(text: str, begin: int, field: str, column: int) -> Iterator[tuple[bool, Repair]]:
    """A field moved so that its key is in a column; sure where that is the column of the fields around it."""
    there, by = _length(field), column - _inner(field)
    if not by or there + by < 0 or not HEAD.match(field):
        return
    before = next((each for at, each in _lines_above(text, begin) if _is_outer((at, each), begin, column)), "")
    opens = before.rstrip().endswith(":") and _inner(before) + 2 == column
    sure = opens or (_inner(before) == column and there < column)
    edit = Edit(begin, begin, " " * by) if by > 0 else Edit(begin, begin - by, "")
    words = {"there": str(there), "wanted": str(there + by)}
    yield sure, Repair("indent-crooked", begin, begin + there + 1, (edit,), words)
    if by == 2 and _dash_column(field) < 0:
        yield False, _with_dash(text, begin, (Edit(begin + there, begin + there, "- "),))


def _length(line: str) -> int:
    """The length of the indent of a line."""
    return indent_of(line)[0]


def _inner(line: str) -> int:
    """The column of the key of a line, behind its dashes."""
    match = _DASHES.match(line)
    return match.end() if match else 0


def indent(text: str, start: int, line: str) -> Iterator[Repair]:
    """The line indented to the column of the fields or entries around it."""
    length, columns = indent_of(line)
    dashed = line[length : length + 1] == "-"
    if not dashed and not HEAD.match(line):
        return
    above = dict.fromkeys(_columns_above(text, start, columns, dashed=dashed))
    nearest = sorted(
        above, key=lambda column: abs(column - columns)
    )  # of two equally near, the column of the nearer line
    for column in nearest[:4]:
        if column != columns:
            words = {"there": str(columns), "wanted": str(column)}
            edits = tuple(_moved(text, start, line, column - columns, dashed=dashed))
            yield Repair("indent-crooked", start, start + length + 1, edits, words)


def _columns_above(text: str, start: int, columns: int, *, dashed: bool) -> Iterator[int]:
    """The columns of the keys or dashes in the lines above that a line may belong to."""
    reach = columns + 8
    for line in reversed(LINE_END.split(text[max(0, start - _FAR) : start])):
        length, column = indent_of(line)
        if not line[length:] or line[length] == "#":
            continue
        after = _DASHES.match(line)
        inner = len(after.group()) if after else column
        if column < reach:
            if dashed and line[length] == "-":
                yield column
            elif dashed:
                yield column + 2
            elif HEAD.match(line):
                yield inner
        reach = min(reach, column + 1 if column <= columns else reach)
        if not column:
            return


def _moved(text: str, start: int, line: str, by: int, *, dashed: bool) -> Iterator[Edit]:
    """Another indent for a line; for a list entry, for all lines of the entry."""
    columns = indent_of(line)[1]
    alone = not dashed or _fits_below(text, start, line, by)
    end = start if alone else block_end(text, start, line, max(columns, columns + by))
    while True:
        length, _ = indent_of(text[start : line_end(text, start)])
        if by > 0:
            yield Edit(start, start, " " * by)
        else:
            yield Edit(start, start + min(length, -by), "")
        match = LINE_END.search(text, start)
        if match is None or match.end() >= end:
            return
        start = match.end()


def _fits_below(text: str, start: int, line: str, by: int) -> bool:
    """Whether the fields below the first one of an entry already fit its dash once that is moved."""
    match = _DASHES.match(line)
    following = next_line(text, start)
    return match is not None and following is not None and _length(following[1]) == match.end() + by


def entries_too_deep(text: str, start: int, line: str) -> Iterator[Repair]:
    """The entries above a dash that are indented deeper than it and those below, with all their lines."""
    expected = _length(line)
    following = next_line(text, start)
    if line[expected : expected + 2] != "- " or (following and _dash_column(following[1]) > expected):
        return  # where the next entry is as deep as those above, this one is not deep enough
    entry: tuple[int, int] | None = None
    for begin, above in _lines_above(text, start):
        column = _length(above)
        if begin == start or column > expected:
            if above[column : column + 2] == "- " and begin != start and (entry is None or column <= entry[1]):
                entry = begin, column
            continue
        owner = _DASHES.match(above)
        if owner is None or not HEAD.match(above) or owner.end() not in (expected, expected - 2) or entry is None:
            return
        break
    else:
        return
    first, there = entry
    edits = tuple(
        Edit(match.start(), match.start() + there - expected, "")
        for match in re.compile(rf"(?m)^ {{{there - expected}}}").finditer(text, first, start)
    )
    words = {"there": str(there), "wanted": str(expected)}
    yield Repair("indent-uneven", first + there, first + there + 1, edits, words)


def missing_dash(text: str, start: int, line: str) -> Iterator[Repair]:
    """The dash of an entry: of the first in a list that goes on with this line, or of this line itself."""
    column = _length(line)
    dashed = _dash_column(line) == column
    first = None
    for begin, above in _lines_above(text, start):
        here = _length(above)
        if begin == start or here > column + 2 * dashed:
            continue
        if dashed and here > column:
            first = begin if here == column + 2 and HEAD.match(above) and _same_start(above, line) else None
            continue
        if dashed and first is not None and _dash_column(above) != column:
            yield _with_dash(text, first, (Edit(first + column, first + column + 2, "- "),))
        elif not dashed and _dash_column(above) == column and _same_start(line, above):
            yield _with_dash(text, start, tuple(_as_entry(text, start, line)))
        return


def _with_dash(text: str, start: int, edits: tuple[Edit, ...]) -> Repair:
    at = start + _length(text[start : line_end(text, start)])
    return Repair("slip-dash-missing", at, at + 1, edits)


def _same_start(line: str, above: str) -> bool:
    """Whether a line begins as an entry does: with the same field, or with a text after a whole one."""
    if not HEAD.match(line) and not HEAD.match(above):
        return above.rstrip()[-1] not in "，、；"
    key, first = (_DASHES.sub("", each, count=1).split(":")[0] for each in (line, above))
    return HEAD.match(line) is not None and key == first


def _as_entry(text: str, start: int, line: str) -> Iterator[Edit]:
    """A dash before a field, and the fields beside it indented to those of an entry."""
    column = _length(line)
    yield Edit(start + column, start + column, "- ")
    below = []
    while (following := next_line(text, start)) is not None:
        start, line = following
        here = _length(line)
        if here < column or (here == column and not HEAD.match(line)) or _dash_column(line) == column:
            break
        below.append((start, here))
    if any(here == column for _, here in below):
        yield from (Edit(begin, begin, "  ") for begin, _ in below)


def unnamed_entry(text: str, start: int, line: str) -> Iterator[Repair]:
    """The field name that a text needs in an entry with fields below it: that of the entries beside, if they have one.

    Otherwise the fields are left out.
    """
    column = _length(line)
    begin, entry = next((each for each in _lines_above(text, start) if each[0] != start), (start, ""))
    named = HEAD.match(entry) or entry[column : column + 1] in _NO_TEXT
    if not HEAD.match(line) or _dash_column(line) == column or _dash_column(entry) != column - 2 or named:
        return
    at, end = begin + column, line_end(text, begin)
    name = _name_beside(text, begin, column - 2)
    if name:
        yield Repair("line-without-colon", at, end, (Edit(at, at, f"{name}: "),))
    else:
        fields = Edit(start, block_end(text, start, line, column - 1), "")
        yield Repair("line-without-colon", at, end, (fields,), lost=True)


def _name_beside(text: str, begin: int, dash: int) -> str:
    """The field that other entries of a list begin with, their id aside; empty where there is none."""
    lines = [each for _, each in _lines_above(text, begin)]
    last = begin
    while (following := next_line(text, last)) is not None and last < begin + _FAR:
        last, below = following
        if _length(below) < dash:
            break
        lines.append(below)
    entries = (each for each in lines if _dash_column(each) == dash and HEAD.match(each))
    names = (_DASHES.sub("", each, count=1).split(":")[0] for each in entries)
    return next((name for name in names if name != "id"), "")


def _dash_column(line: str) -> int:
    """The column of the dash of a line; -1 where it has none."""
    length = _length(line)
    return length if line[length : length + 2] == "- " else -1


def carry_on(text: str, start: int, line: str) -> Iterator[Repair]:
    """A line of text indented to continue the text above it."""
    length, columns = indent_of(line)
    above = next((each for each in reversed(LINE_END.split(text[max(0, start - _FAR) : start])) if each.strip()), "")
    column = indent_of(above)[1]
    by = column + (2 if HEAD.match(above) else 0) - columns
    if by > 0 and column != columns and not HEAD.match(line) and line[length : length + 1] not in ("-", "#"):
        edit = Edit(start, start, " " * by)
        yield Repair("line-without-colon", start + length, start + len(line), (edit,))


def block_end(text: str, start: int, line: str, columns: int) -> int:
    """The end of the lines below that are indented by more than ``columns``."""
    end = start + len(line)
    while (following := next_line(text, end)) and indent_of(following[1])[1] > columns:
        end = following[0] + len(following[1])
    return end

"""Entries of a list that print as one: 、 or ； between them, or a dash that is missing.

中文：方括号里用“、”“；”隔开，或者下一条漏了“- ”，几条会印成一条。方括号里请用“, ”隔开，每条另起一行时都要有“- ”。

Wrong:

    reviews:
      title: 工作回顾
      items: [深学细悟、建言资政]

Right:

    reviews:
      title: 工作回顾
      items: [深学细悟, 建言资政]
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.rules.context import RuleContext
from reportgen.source import LINE_END, Mapping, Node, Scalar, Sequence, line_start
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("entries-joined", "dash-missing")

_SEPARATOR = LazyPattern("[；;、]")
_LONGEST_POINT = 24
"""Characters of a line that may be a point of its own."""
_ENDS = "，。；：、！？,;:"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports lists in brackets with one entry that reads as several, and short lines that continue an entry."""
    for node in _sequences(context.reading.root):
        if node.source.text.startswith("[", node.start):
            yield from _in_brackets(node)
        else:
            yield from _without_dash(node)


def _sequences(root: Node) -> Iterator[Sequence]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += (entry.value for entry in reversed(node.entries))
        elif isinstance(node, Sequence):
            yield node
            waiting += reversed(node.items)


def _in_brackets(node: Sequence) -> Iterator[Diagnostic]:
    """One entry with ； in it, or whose parts between 、 are of one length, as points beside one another are."""
    (entry,) = node.items if len(node.items) == 1 else (None,)
    if not isinstance(entry, Scalar) or not entry.plain:
        return
    parts = _SEPARATOR.split(entry.text)
    alike = len({len(part) for part in parts}) == 1 and len(parts[0]) > 2
    if len(parts) < 2 or not all(parts) or not (alike or "；" in entry.text):
        return
    raw = entry.source.text[entry.start : entry.end]
    separators = [match for match in _SEPARATOR.finditer(raw) if alike or match.group() != "、"]
    edits = tuple(Edit(entry.start + each.start(), entry.start + each.end(), ", ") for each in separators)
    words = {"mark": separators[0].group()}
    yield Diagnostic("entries-joined", entry.source.place(edits[0].start, edits[0].end), words, (), edits)


def _without_dash(node: Sequence) -> Iterator[Diagnostic]:
    """A bare entry over several short lines, none of which ends with a mark, among entries of one line."""
    texts = [item for item in node.items if isinstance(item, Scalar)]
    if len(texts) < len(node.items):
        return
    for each in texts:
        lines = LINE_END.split(each.source.text[each.start : each.end])
        if not each.plain or not _are_points([line.strip() for line in lines], alone=len(texts) == 1):
            continue
        below = LINE_END.search(each.source.text, each.start)
        assert below is not None
        start = below.end()
        indent = len(lines[1]) - len(lines[1].lstrip())
        dash = each.start - len("- ")
        place = each.source.place(start + indent, start + len(lines[1].rstrip()))
        edit = Edit(start, start + indent, " " * (dash - line_start(each.source.text, dash)) + "- ")
        yield Diagnostic("dash-missing", place, {}, (), (edit,) if each.source.text.startswith("- ", dash) else ())


def _are_points(lines: list[str], *, alone: bool) -> bool:
    """Whether the lines of an entry are points of their own; those of the only entry, where they are of one length."""
    if len(lines) < 2 or lines[1].startswith("- ") or (alone and len(set(map(len, lines))) > 1):
        return False
    return all(0 < len(line) <= _LONGEST_POINT and line[-1] not in _ENDS for line in lines)

"""The lines that differ between two texts, as a unified diff: what ``diff -u`` prints."""

from collections.abc import Iterator, Sequence

from reportgen.text.sequences import Opcode, opcodes

_CONTEXT = 3
"""Lines that are shown before and after those that differ."""


def unified_diff(old: Sequence[str], new: Sequence[str], name: str) -> Iterator[str]:
    """The lines of the diff, without line ends; none where nothing differs. Both texts have one name."""
    hunks: list[list[Opcode]] = []
    for code in opcodes(old, new):
        if code.tag == "equal":
            continue
        if hunks and code.first - hunks[-1][-1].last <= 2 * _CONTEXT:
            hunks[-1].append(code)
        else:
            hunks.append([code])
    if hunks:
        yield from (f"--- {name}", f"+++ {name}")
    for hunk in hunks:
        yield from _hunk_lines(old, new, hunk)


def _hunk_lines(old: Sequence[str], new: Sequence[str], hunk: Sequence[Opcode]) -> Iterator[str]:
    """Changes that are near each other, with the lines between and around them."""
    before, after = min(_CONTEXT, hunk[0].first), min(_CONTEXT, len(old) - hunk[-1].last)
    at, end = hunk[0].first - before, hunk[-1].last + after
    yield f"@@ -{_range(at, end)} +{_range(hunk[0].start - before, hunk[-1].end + after)} @@"
    for code in hunk:
        yield from (f" {line}" for line in old[at : code.first])
        yield from (f"-{line}" for line in old[code.first : code.last])
        yield from (f"+{line}" for line in new[code.start : code.end])
        at = code.last
    yield from (f" {line}" for line in old[at:end])


def _range(first: int, last: int) -> str:
    """Lines as a diff names them: the first and how many; an empty range by the line before it."""
    count = last - first
    return f"{first + 1}" if count == 1 else f"{first + min(1, count)},{count}"

"""Formats a report file, as edits to its text."""

from collections.abc import Iterator

from reportgen.diagnostics import Edit, apply_edits
from reportgen.formatting.block_form import block_lines
from reportgen.formatting.reference_form import normalize_references
from reportgen.formatting.remarks import read_remarks
from reportgen.report import Report
from reportgen.source import Mapping, Node, Source, parse, record_shape
from reportgen.text.sequences import opcodes


def format_text(source: Source, root: Node) -> tuple[Edit, ...]:
    """The edits that format a report file; none where it is formatted, or is not a report.

    ``root`` are the nodes of the file, read without faults. Check the result with ``same_meaning`` before writing it.
    """
    if not isinstance(root, Mapping):
        return ()
    shape = record_shape(Report)
    normalized = Source(source.file, apply_edits(source.text, normalize_references(root, shape)))
    normalized_root, _ = parse(normalized)
    if normalized_root is None:
        return ()
    lines = block_lines(normalized_root, shape, read_remarks(normalized, normalized_root))
    return _line_edits(source.text, "".join(f"{line}\n" for line in _without_blank_runs(lines)))


def _without_blank_runs(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines with runs of empty ones reduced to one, and none at either end."""
    blank = started = False
    for line in lines:
        if line:
            if blank and started:
                yield ""
            yield line
            started, blank = True, False
        else:
            blank = True


def _line_edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits from one text to another, in whole lines; neither has line endings unknown to YAML."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    offsets = [0]
    for line in old:
        offsets.append(offsets[-1] + len(line))
    return tuple(
        Edit(offsets[first], offsets[last], "".join(new[start:end]))
        for kind, first, last, start, end in opcodes(old, new)
        if kind != "equal"
    )

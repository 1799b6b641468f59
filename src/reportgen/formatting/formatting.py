"""A report file in the one form, as edits to its text."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from reportgen.diagnostics import Edit, apply_edits, has_errors
from reportgen.formatting.block_form import block_lines
from reportgen.formatting.reference_form import settle_references
from reportgen.formatting.remarks import read_remarks
from reportgen.report import Report
from reportgen.source import Mapping, Node, Source, parse, record_shape


def format_text(source: Source, root: Node) -> tuple[Edit, ...]:
    """The edits that give a report file its form; none where it has it, or is no report.

    ``root`` is what the file was read as without faults. Whoever writes the result asks ``same_meaning`` first.
    """
    if not isinstance(root, Mapping):
        return ()
    shape = record_shape(Report)
    settled = Source(source.file, apply_edits(source.text, settle_references(root, shape)))
    settled_root, found = parse(settled)
    if settled_root is None or has_errors(found):
        return ()
    lines = block_lines(settled_root, shape, read_remarks(settled, settled_root))
    return _line_edits(source.text, "".join(f"{line}\n" for line in _without_blank_runs(lines)))


def _without_blank_runs(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines with one empty line for several, and none at either end."""
    blank = begun = False
    for line in lines:
        if line:
            if blank and begun:
                yield ""
            yield line
            begun, blank = True, False
        else:
            blank = True


def _line_edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that make one text of another, whole lines each. No text holds a line end that YAML knows not."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    offsets = [0]
    for line in old:
        offsets.append(offsets[-1] + len(line))
    return tuple(
        Edit(offsets[first], offsets[last], "".join(new[start:end]))
        for kind, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes()
        if kind != "equal"
    )

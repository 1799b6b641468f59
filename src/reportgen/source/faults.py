"""Where YAML gave up on a text, and what may let it read on."""

import yaml
from msgspec import Struct
from yaml.scanner import ScannerError

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.nodes import Source
from reportgen.source.repairs import RepairedText


class Fault(Struct, frozen=True):
    """Where YAML gave up: the offset to report, and the problem in its own words."""

    offset: int
    problem: str


class Repair(Struct, frozen=True):
    """A diagnostic with edits that may let YAML read on, in offsets of the text YAML read.

    ``lost`` where the edits leave something out, so that nothing there is reported as missing.
    """

    code: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    words: dict[str, str] = {}
    lost: bool = False


def fault_of(failure: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault that YAML reports; an unclosed quote, key or bracket is placed where it opens, not lines later."""
    mark, start = failure.problem_mark or failure.context_mark, failure.context_mark
    if mark and start and start.line < mark.line:
        opened = isinstance(failure, ScannerError) or text[start.index : start.index + 1] in ("[", "{")
        mark = start if opened else mark
    return Fault(min(mark.index if mark else 0, len(text)), failure.problem or failure.context or "?")


def first_fault(text: str, loader: type) -> Fault | None:
    """The first fault YAML finds in a text."""
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as failure:
        return fault_of(failure, text)
    return None


def diagnostic_of(repair: Repair, repaired: RepairedText, source: Source) -> Diagnostic:
    """The diagnostic of a repair, at its place in the file."""
    start, end = repaired.original(repair.start), repaired.original(repair.end)
    edits = () if repair.lost else original_edits(repair, repaired)
    return Diagnostic(repair.code, source.place(start, max(start, end)), repair.words, (), edits)


def original_edits(repair: Repair, repaired: RepairedText) -> tuple[Edit, ...]:
    """The edits of a repair in offsets of the file."""
    return tuple(Edit(repaired.original(edit.start), repaired.original(edit.end), edit.text) for edit in repair.edits)

"""A file's text to nodes: slips mended first, then read by YAML as often as it takes to get past every fault."""

from typing import TYPE_CHECKING

import yaml
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Edit, Severity
from reportgen.source.composing import LOADER, Composer, Loss, TooMuchError
from reportgen.source.decoding import FORBIDDEN
from reportgen.source.marks import indent_of
from reportgen.source.nodes import Node, Source, path_at
from reportgen.source.repairs import Mended
from reportgen.source.slips import find_slips

if TYPE_CHECKING:  # a sound file never needs it
    from reportgen.source.recovery import Fault, Repair

_VAGUE = ("indent-crooked", "line-without-colon", "yaml-syntax")
"""What is said of a line only where nothing better has been."""
_PATIENCE = 2_000_000, 20_000_000
"""Characters that may be read again to get past faults: at least, and at most for files of more than a megabyte."""


def parse(source: Source, names: frozenset[str] = frozenset()) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file as nodes, with every slip, every fault of its syntax, and what no data may hold.

    ``names`` are those that fields may have: they tell a key with a slip from a text. What was found where YAML could
    not read on is mended or left out, so that the rest is read as well. Without a node where the file is empty.
    """
    # What decode has reported must not stop YAML: every fault of a file is told at once.
    slips = find_slips(source, names)
    readable = Mended(FORBIDDEN.sub("\ufffd", source.text))
    needed = [slip for slip in slips if _loads_otherwise(slip)]
    mended = readable.with_edits(edit for slip in needed for edit in slip.edits)
    parsing = _Parsing(source, mended, {slip.place.line for slip in needed if slip.place})
    root = parsing.compose()
    found = (*slips, *parsing.found)
    return root, tuple(_with_path(source, root, each) for each in found) if root is not None else found


def _with_path(source: Source, root: Node, diagnostic: Diagnostic) -> Diagnostic:
    place = diagnostic.place
    if place is None or place.path:
        return diagnostic
    path = path_at(root, source.offset(place.line, place.column))
    return replace(diagnostic, place=replace(place, path=path)) if path else diagnostic


def _loads_otherwise(slip: Diagnostic) -> bool:
    """Whether YAML needs the edits of a slip: warnings are of texts, which stay as they are."""
    return slip.severity is Severity.ERROR


class _Parsing:
    """The attempts to read one file."""

    def __init__(self, source: Source, mended: Mended, told: set[int]) -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._mended = mended
        self._losses: list[Loss] = []
        least, most = _PATIENCE
        self._patience = max(least, min(most, 10 * len(mended.text)))
        self._told = told

    def compose(self) -> Node | None:
        """The nodes; where YAML gives up, those of the text with every fault mended or left out."""
        try:
            return self._composed()
        except yaml.MarkedYAMLError as failure:
            from reportgen.source.recovery import fault_of

            fault: Fault | None = fault_of(failure, self._mended.text)
        while fault is not None:
            fault = self._mend(fault)
        return self._composed()

    def _composed(self) -> Node | None:
        composer = Composer(self._source, self._mended, self._losses)
        try:
            root = composer.compose()
        except TooMuchError:
            root = None
        if root is not None or not self.found:
            self.found += composer.found
        return root

    def _mend(self, fault: "Fault") -> "Fault | None":
        """Reports a fault and takes the first repair that lets YAML read past its line; returns the next fault."""
        from reportgen.source.recovery import first_fault, repairs

        for repair in repairs(self._mended.text, fault):
            last = repair
            if self._patience > 0:
                helps, following = self._try(repair, fault)
                if helps:
                    self._take(repair)
                    return following
        self._take(last)
        return first_fault(self._mended.text, LOADER)

    def _take(self, last: "Repair") -> None:
        """Reports a fault by its repair, and reads on with the repair made."""
        from reportgen.source.recovery import diagnostic_of, original_edits

        diagnostic = diagnostic_of(last, self._mended, self._source)
        assert diagnostic.place is not None
        known = last.code in _VAGUE and diagnostic.place.line in self._told
        if not known and not (last.lost and self._follows_loss(diagnostic.place.line)):
            self.found.append(diagnostic)
        self._told.add(diagnostic.place.line)
        if last.lost:
            line = self._source.lines[diagnostic.place.line - 1]
            self._losses.append((original_edits(last, self._mended)[0].start, indent_of(line)[1]))
        mended = self._mended.with_edits(original_edits(last, self._mended))
        # An edit that another one keeps out would be tried for ever: then nothing of the file can be read.
        unchanged = mended.text == self._mended.text
        self._mended = Mended(mended.base, (Edit(0, len(mended.base), ""),)) if unchanged else mended

    def _follows_loss(self, line: int) -> bool:
        """Whether the line above was left out already: one slip, many lines that mean nothing without it."""
        above = line - 1
        while above > 0 and not self._source.lines[above - 1].strip():
            above -= 1
        return any(self._source.place(offset, offset).line == above for offset, _ in self._losses)

    def _try(self, repair: "Repair", fault: "Fault") -> "tuple[bool, Fault | None]":
        """Whether YAML reads on past the line of the fault once the repair is made, and the next fault then."""
        from reportgen.source.recovery import first_fault, original_edits

        tried = self._mended.with_edits(original_edits(repair, self._mended))
        self._patience -= len(tried.text)
        following = first_fault(tried.text, LOADER)
        if following is None:
            return True, None
        line = self._source.place(self._mended.original(fault.offset), 0).line
        return self._source.place(tried.original(following.offset), 0).line > line, following

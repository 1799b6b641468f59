"""A file's text to nodes: slips repaired first, then read by YAML until it gets past every fault."""

from typing import TYPE_CHECKING

import yaml
from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Edit, Severity
from reportgen.source.composing import LOADER, Composer, Loss, TooMuchError
from reportgen.source.decoding import without_forbidden
from reportgen.source.marks import indent_of
from reportgen.source.nodes import Node, Source, path_at
from reportgen.source.repairs import RepairedText
from reportgen.source.slips import find_slips

if TYPE_CHECKING:  # a sound file never needs it
    from reportgen.source.faults import Fault, Repair

_VAGUE = ("indent-crooked", "line-without-colon", "yaml-syntax")
"""Reported for a line only where no clearer code has been."""
_REREAD_LIMITS = 4_000_000, 20_000_000
"""Characters that may be read again to get past faults: the least, and the most for files over a megabyte."""


def parse(source: Source, names: frozenset[str] = frozenset()) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file as nodes, with every slip, every syntax fault, and whatever data may not contain.

    ``names`` are the known field names, which tell a mistyped key from a text. Where YAML cannot read on, the text is
    repaired or left out, so that the rest is read too. The node is None where the file is empty.
    """
    # What decode has reported must not stop YAML: every fault of a file is reported at once.
    slips = find_slips(source, names)
    readable = RepairedText(without_forbidden(source.text))
    needed = [slip for slip in slips if _loads_otherwise(slip)]
    repaired = readable.with_edits(edit for slip in needed for edit in slip.edits)
    parsing = _Parsing(source, repaired, names, {slip.place.line for slip in needed if slip.place})
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
    """Whether YAML needs the edits of a slip: warnings concern texts, which stay as they are."""
    return slip.severity is Severity.ERROR


_MOVES = ("indent-crooked", "indent-uneven", "slip-dash-missing")
"""Repairs that move lines."""
_FAR = 12
"""Lines past a fault after which the next is one of its own; the end of the file is as far."""


class _Attempt(Struct, frozen=True):
    """A repair, the next fault with it, and how far YAML reads then: an offset, and lines past the fault."""

    repair: "Repair"
    following: "Fault | None"
    reach: int
    lines: int


class _Parsing:
    """The attempts to read one file."""

    def __init__(self, source: Source, repaired: RepairedText, names: frozenset[str], reported_lines: set[int]) -> None:
        self.found: list[Diagnostic] = []
        self._names = names
        self._split = True
        self._source = source
        self._repaired = repaired
        self._losses: list[Loss] = []
        least, most = _REREAD_LIMITS
        self._reread_budget = max(least, min(most, 10 * len(repaired.text)))
        self._reported_lines = reported_lines

    def compose(self) -> Node | None:
        """The nodes; where YAML gives up, those of the text with every fault repaired or left out."""
        try:
            return self._composed()
        except yaml.MarkedYAMLError as failure:
            from reportgen.source.faults import fault_of

            fault: Fault | None = fault_of(failure, self._repaired.text)
        while fault is not None:
            fault = self._get_past(fault)
        return self._composed()

    def _composed(self) -> Node | None:
        composer = Composer(self._source, self._repaired, self._losses, split=self._split)
        try:
            root = composer.compose()
        except TooMuchError:
            root = None
        if composer.missing_dashes:
            self._add_dashes(composer.missing_dashes)
            return self._composed()
        if root is not None or not self.found:
            self.found += composer.found
        return root

    def _add_dashes(self, missing: list[tuple[int, int]]) -> None:
        """Reports the dashes left out before entries, and writes them; if YAML cannot read that, looks for none."""
        from reportgen.source.faults import first_fault

        found = []
        for first, last in missing:
            edit = Edit(self._repaired.original(first), self._repaired.original(last), f"-{' ' * (last - first - 1)}")
            place = self._source.place(edit.end, edit.end + 1)
            found.append(Diagnostic("slip-dash-missing", place, {}, (), (edit,)))
        repaired = self._repaired.with_edits(edit for each in found for edit in each.edits)
        if repaired.text == self._repaired.text or first_fault(repaired.text, LOADER) is not None:
            self._split = False
            return
        self.found += found
        self._repaired = repaired

    def _get_past(self, fault: "Fault") -> "Fault | None":
        """Reports a fault and repairs it; returns the next fault.

        The first repair that lets YAML read past the line is taken; of those that move lines, the first with which it
        reads far, or else the farthest: where a line is moved that stands alone, no other has to be.
        """
        from reportgen.source.faults import first_fault
        from reportgen.source.recovery import repairs

        best: _Attempt | None = None
        for repair in repairs(self._repaired.text, fault, self._names):
            last = repair
            if best is not None and repair.code not in _MOVES:
                break
            attempt = self._try(repair, fault) if self._reread_budget > 0 else None
            if attempt is not None and (best is None or attempt.reach > best.reach):
                best = attempt
                if attempt.lines >= _FAR or repair.code not in _MOVES:
                    break
        if best is not None:
            self._apply(best.repair)
            return best.following
        self._apply(last)
        return first_fault(self._repaired.text, LOADER)

    def _apply(self, last: "Repair") -> None:
        """Applies a repair and reports the fault it repairs."""
        from reportgen.source.faults import diagnostic_of, original_edits

        diagnostic = diagnostic_of(last, self._repaired, self._source)
        assert diagnostic.place is not None
        known = last.code in _VAGUE and diagnostic.place.line in self._reported_lines
        if not known and not (last.lost and self._follows_loss(diagnostic.place.line)):
            self.found.append(diagnostic)
        self._reported_lines.add(diagnostic.place.line)
        if last.lost:
            line = self._source.lines[diagnostic.place.line - 1]
            self._losses.append((original_edits(last, self._repaired)[0].start, indent_of(line)[1]))
        repaired = self._repaired.with_edits(original_edits(last, self._repaired))
        # An edit that an earlier one blocks would be tried forever: then nothing of the file can be read.
        unchanged = repaired.text == self._repaired.text
        self._repaired = RepairedText(repaired.base, (Edit(0, len(repaired.base), ""),)) if unchanged else repaired

    def _follows_loss(self, line: int) -> bool:
        """Whether the line above was left out too: one slip can leave many lines without a meaning."""
        above = line - 1
        while above > 0 and not self._source.lines[above - 1].strip():
            above -= 1
        return any(self._source.place(offset, offset).line == above for offset, _ in self._losses)

    def _try(self, repair: "Repair", fault: "Fault") -> "_Attempt | None":
        """A repair with which YAML reads past the line of the fault; None where it does not."""
        from reportgen.source.faults import first_fault, original_edits

        tried = self._repaired.with_edits(original_edits(repair, self._repaired))
        self._reread_budget -= len(tried.text)
        following = first_fault(tried.text, LOADER)
        reach = tried.original(following.offset) if following else len(tried.base)
        lines = self._line(reach) - self._line(self._repaired.original(fault.offset)) if following else _FAR
        return _Attempt(repair, following, reach, lines) if lines > 0 else None

    def _line(self, offset: int) -> int:
        return self._source.place(offset, offset).line

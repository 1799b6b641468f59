"""The glossary's numbers: each term is marked where running text first uses it."""

import re

from reportgen.document.block_types import Inlines, Run
from reportgen.document.origins import in_sheet
from reportgen.report import Term
from reportgen.style import ordinal_format

_NOT_RUNNING = {"run-in", "claim"}
"""Titles and claims are not where a reader looks for a note (DESIGN, Glossary)."""


MARK_ORIGIN = in_sheet("glossary", "mark")


class TermMarks:
    """Numbers terms in the order running text first uses them.

    Longer terms win over shorter ones at the same place. Text inside metrics is not searched.
    """

    def __init__(self, terms: tuple[Term, ...], mark: str) -> None:
        self._format = ordinal_format(mark)
        self._waiting = {term.term for term in terms}
        self.numbered: list[str] = []
        self._pattern = self._waiting_pattern()

    def mark(self, inlines: Inlines) -> Inlines:
        """The runs with a mark after the first use of every term not yet marked."""
        if self._pattern is None:
            return inlines
        marked: list[Run] = []
        for run in inlines:
            silent = run.metric or _NOT_RUNNING.intersection(run.roles)
            marked += [run] if silent else self._mark_run(run)
        return tuple(marked)

    def _mark_run(self, run: Run) -> list[Run]:
        pieces: list[Run] = []
        text = run.text
        while self._pattern is not None and (match := self._pattern.search(text)):
            term = match.group()
            self.numbered.append(term)
            self._waiting.discard(term)
            self._pattern = self._waiting_pattern()
            assert self._format is not None
            pieces.append(Run(text[: match.end()], run.roles, None, run.origin))
            mark = self._format.text(len(self.numbered))
            pieces.append(Run(mark, (*run.roles, "note-mark"), None, MARK_ORIGIN))
            text = text[match.end() :]
        return [*pieces, Run(text, run.roles, None, run.origin)] if text else pieces

    def _waiting_pattern(self) -> re.Pattern[str] | None:
        if not self._waiting:
            return None
        longest_first = sorted(self._waiting, key=lambda term: (-len(term), term))
        return re.compile("|".join(re.escape(term) for term in longest_first))

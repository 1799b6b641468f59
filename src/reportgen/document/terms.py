"""The glossary's numbers: each term is marked where running text first uses it."""

from reportgen.document.block_types import Inlines, Run
from reportgen.document.origins import in_sheet
from reportgen.report import Report, Term
from reportgen.style import ordinal_format
from reportgen.text.characters import printable
from reportgen.text.names import Names

_NOT_RUNNING = {"run-in", "claim"}
"""Titles and claims are not where a reader looks for a note (DESIGN, Glossary)."""


MARK_ORIGIN = in_sheet("glossary", "mark")


class TermMarks:
    """Numbers terms in the order running text first uses them.

    Longer terms win over shorter ones at the same place. Text inside metrics is not searched.
    """

    def __init__(self, terms: tuple[Term, ...], mark: str) -> None:
        self._format = ordinal_format(mark)
        self._waiting = Names(term.term for term in terms)
        self.numbered: list[str] = []

    def mark(self, inlines: Inlines) -> Inlines:
        """The runs with a mark after the first use of every term not yet marked."""
        if not self._waiting:
            return inlines
        marked: list[Run] = []
        for run in inlines:
            silent = run.metric or _NOT_RUNNING.intersection(run.roles)
            marked += [run] if silent else self._mark_run(run)
        return tuple(marked)

    def _mark_run(self, run: Run) -> list[Run]:
        pieces: list[Run] = []
        done = 0
        while (found := self._waiting.search(run.text, done)) is not None:
            start, end = found
            self.numbered.append(run.text[start:end])
            self._waiting.discard(run.text[start:end])
            assert self._format is not None
            pieces.append(Run(run.text[done:end], run.roles, None, run.origin))
            mark = self._format.text(len(self.numbered))
            pieces.append(Run(mark, (*run.roles, "note-mark"), None, MARK_ORIGIN))
            done = end
        rest = run.text[done:]
        return [*pieces, Run(rest, run.roles, None, run.origin)] if rest else pieces


def names_and_terms(report: Report) -> tuple[str, ...]:
    """The names of metrics and the terms of the glossary, once each, in the order of the report."""
    labels = (printable(metric.label) for metric in report.metrics.values())
    terms = (printable(term.term) for term in report.glossary)
    return tuple(dict.fromkeys((*labels, *terms)))

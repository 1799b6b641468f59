"""Folded text to paragraphs of runs."""

from reportgen.document.block_types import Inlines, Run
from reportgen.report import Figures
from reportgen.report.printed_text import printed_pieces
from reportgen.style import RunRole
from reportgen.text.characters import LINE_SEPARATOR


def compose_inlines(text: str, figures: Figures, roles: tuple[RunRole, ...] = ()) -> tuple[Inlines, ...]:
    """The paragraphs of a text, each a tuple of runs; ``roles`` lie under every run. Empty paragraphs are left out.

    Raises:
        KeyError: a reference to no metric; reading the report has reported it.

    """
    if text.isalnum():  # no mark of any kind in it: the common case of titles and labels
        return ((Run(text, roles),),)
    paragraphs: list[Inlines] = []
    runs: list[Run] = []
    for piece in printed_pieces(text, figures.printed_reference):
        if piece.ends_paragraph:
            _close(runs, paragraphs)
            continue
        metric = piece.reference.name if piece.reference and piece.reference.name in figures.report.metrics else None
        strong: tuple[RunRole, ...] = ("strong",) if piece.strong else ()
        highlight: tuple[RunRole, ...] = ("metric",) if metric else ()
        _add(runs, piece.text, roles + strong + highlight, metric)
    _close(runs, paragraphs)
    return tuple(paragraphs)


def compose_line(text: str, figures: Figures, roles: tuple[RunRole, ...] = ()) -> Inlines:
    """A text of one line, as titles are; a blank line in it is a line end."""
    runs: list[Run] = []
    for paragraph in compose_inlines(text, figures, roles):
        runs += [Run(LINE_SEPARATOR, roles), *paragraph] if runs else paragraph
    return tuple(runs)


def _add(runs: list[Run], text: str, roles: tuple[RunRole, ...], metric: str | None = None) -> None:
    """Adds text to the last run if that is of the same kind, else as a run of its own."""
    last = runs[-1] if runs else None
    if last and metric is None and last.metric is None and last.roles == roles:
        runs[-1] = Run(runs[-1].text + text, roles)
    else:
        runs.append(Run(text, roles, metric))


def _close(runs: list[Run], paragraphs: list[Inlines]) -> None:
    if any(run.text.strip() for run in runs):
        paragraphs.append(tuple(runs))
    runs.clear()

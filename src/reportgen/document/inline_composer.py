"""Folded text to paragraphs of runs."""

from itertools import groupby

from reportgen.document.block_types import Inlines, Run
from reportgen.document.origins import Origin
from reportgen.report import Figures
from reportgen.report.printed_text import printed_pieces
from reportgen.style import RunRole
from reportgen.text.characters import LINE_SEPARATOR


def compose_inlines(
    text: str, figures: Figures, roles: tuple[RunRole, ...] = (), origin: Origin | None = None
) -> tuple[Inlines, ...]:
    """The paragraphs of a text, each a tuple of runs; ``roles`` lie under every run. Empty paragraphs are left out.

    ``origin`` is that of the text where it is not that of its block.

    Raises:
        KeyError: a reference to no metric; reading the report has reported it.

    """
    if text.isalnum():  # no mark of any kind in it: the common case of titles and labels
        return ((Run(text, roles, None, origin),),)
    paragraphs: list[Inlines] = []
    runs: list[Run] = []
    for piece in printed_pieces(text, figures.printed_reference):
        if piece.ends_paragraph:
            _close(runs, paragraphs)
            continue
        metric = piece.reference.name if piece.reference and piece.reference.name in figures.report.metrics else None
        strong: tuple[RunRole, ...] = ("strong",) if piece.strong else ()
        highlight: tuple[RunRole, ...] = ("metric",) if metric else ()
        runs.append(Run(piece.text, roles + strong + highlight, metric, origin))
    _close(runs, paragraphs)
    return tuple(paragraphs)


def compose_line(text: str, figures: Figures, roles: tuple[RunRole, ...] = (), origin: Origin | None = None) -> Inlines:
    """A text of one line, as titles are; a blank line in it is a line end."""
    runs: list[Run] = []
    for paragraph in compose_inlines(text, figures, roles, origin):
        runs += [Run(LINE_SEPARATOR, roles), *paragraph] if runs else paragraph
    return tuple(runs)


def _close(runs: list[Run], paragraphs: list[Inlines]) -> None:
    """Adds the runs as a paragraph, if they print anything; neighbours of one kind are one, metrics aside."""
    if any(run.text.strip() for run in runs):
        joined: list[Run] = []
        for (roles, metric), group in groupby(runs, lambda run: (run.roles, run.metric)):
            if metric is None:
                alike = list(group)
                joined.append(Run("".join(run.text for run in alike), roles, None, alike[0].origin))
            else:
                joined += group
        paragraphs.append(tuple(joined))
    runs.clear()

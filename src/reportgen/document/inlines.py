"""Folded text to paragraphs of runs: references printed, joints closed or spaced, terms numbered."""

from reportgen.characters import LINE_SEPARATOR, joint
from reportgen.document.model import Inlines, Run
from reportgen.report import (
    Emphasis,
    Figures,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Piece,
    Reference,
    parse_text,
)
from reportgen.style import RunRole


def compose_inlines(text: str, figures: Figures, roles: tuple[RunRole, ...] = ()) -> tuple[Inlines, ...]:
    """The paragraphs of a text, each a tuple of runs; ``roles`` lie under every run. Empty paragraphs are left out.

    Raises:
        KeyError: a reference to no metric; reading the report has reported it.

    """
    if text.isalnum():  # no mark of any kind in it: the common case of titles and labels
        return ((Run(text, roles),),)
    paragraphs: list[Inlines] = []
    runs: list[Run] = []
    strong: tuple[RunRole, ...] = ()
    waiting = False
    for piece in parse_text(text):
        if isinstance(piece, ParagraphEnd):
            _close(runs, paragraphs)
            waiting = False
        elif isinstance(piece, Emphasis):
            strong = ("strong",) if piece.begins else ()
        elif isinstance(piece, Joint):
            waiting = True
        else:
            printed, metric = _printed(piece, figures)
            if waiting and printed:
                gap = joint(runs[-1].text if runs else "", printed)
                if gap:
                    _add(runs, gap, roles + strong if runs[-1].roles == roles + strong else roles)
                waiting = False
            highlight: tuple[RunRole, ...] = ("metric",) if metric else ()
            _add(runs, printed, roles + strong + highlight, metric)
    _close(runs, paragraphs)
    return tuple(paragraphs)


def _printed(piece: Piece, figures: Figures) -> tuple[str, str | None]:
    """The characters of a piece, and the metric they show."""
    if isinstance(piece, Literal):
        return piece.text, None
    if isinstance(piece, LineBreak):
        return LINE_SEPARATOR, None
    assert isinstance(piece, Reference)
    assert piece.aspect is not None
    text = figures.printed(piece.name, piece.aspect)
    return text, piece.name if piece.name in figures.report.metrics else None


def _add(runs: list[Run], text: str, roles: tuple[RunRole, ...], metric: str | None = None) -> None:
    """Adds text to the last run where it is of the same kind, else as a run of its own."""
    if not text:
        return
    if runs and metric is None and runs[-1].metric is None and runs[-1].roles == roles:
        runs[-1] = Run(runs[-1].text + text, roles)
    else:
        runs.append(Run(text, roles, metric))


def _close(runs: list[Run], paragraphs: list[Inlines]) -> None:
    if any(run.text.strip() for run in runs):
        paragraphs.append(tuple(runs))
    runs.clear()

"""Folded text to paragraphs of runs: references printed, joints closed or spaced, terms numbered."""

from typing import assert_never

from reportgen.document.block_types import Inlines, Run
from reportgen.report import (
    Emphasis,
    Figures,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Reference,
    Unclosed,
    parse_text,
)
from reportgen.style import RunRole
from reportgen.text.characters import LINE_SEPARATOR, NEIGHBOUR, joint, printable

_JOINT = "\n"


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
    for piece in parse_text(text):
        if isinstance(piece, ParagraphEnd):
            _close(runs, paragraphs)
        elif isinstance(piece, Emphasis):
            strong = ("strong",) if piece.begins else ()
        elif isinstance(piece, Joint):
            runs.append(Run(_JOINT, roles + strong))
        elif isinstance(piece, Literal | LineBreak | Reference | Unclosed):
            printed, metric = _printed(piece, figures)
            printed = printable(printed)
            highlight: tuple[RunRole, ...] = ("metric",) if metric else ()
            _add(runs, printed, roles + strong + highlight, metric)
        else:
            assert_never(piece)
    _close(runs, paragraphs)
    return tuple(paragraphs)


def compose_line(text: str, figures: Figures, roles: tuple[RunRole, ...] = ()) -> Inlines:
    """A text of one line, as titles are; a blank line in it is a line end."""
    runs: list[Run] = []
    for paragraph in compose_inlines(text, figures, roles):
        runs += [Run(LINE_SEPARATOR, roles), *paragraph] if runs else paragraph
    return tuple(runs)


def _printed(piece: Literal | LineBreak | Reference | Unclosed, figures: Figures) -> tuple[str, str | None]:
    """The characters of a piece, and the metric they show.

    Raises:
        KeyError: a reference to no metric, or an unclosed one; reading the report has reported it.

    """
    match piece:
        case Literal():
            return piece.text, None
        case LineBreak():
            return LINE_SEPARATOR, None
        case Reference():
            assert piece.aspect is not None
            text = figures.printed(piece.name, piece.aspect)
            return text, piece.name if piece.name in figures.report.metrics else None
        case Unclosed():
            raise KeyError(piece)
        case _:
            assert_never(piece)


def _add(runs: list[Run], text: str, roles: tuple[RunRole, ...], metric: str | None = None) -> None:
    """Adds text to the last run where it is of the same kind, else as a run of its own."""
    if not text:
        return
    last = runs[-1] if runs else None
    if last and metric is None and last.metric is None and last.roles == roles and last.text != _JOINT:
        runs[-1] = Run(runs[-1].text + text, roles)
    else:
        runs.append(Run(text, roles, metric))


def _close(runs: list[Run], paragraphs: list[Inlines]) -> None:
    if any(run.text.strip() for run in runs):
        paragraphs.append(tuple(_joined(runs)))
    runs.clear()


def _joined(runs: list[Run]) -> list[Run]:
    """The runs of one paragraph, its joints closed or spaced as all that is printed on either side demands."""
    if not any(run.text == _JOINT for run in runs):
        return runs
    joined: list[Run] = []
    before = ""
    for index, run in enumerate(runs):
        text = run.text
        if text == _JOINT:
            text = joint(before, _text(runs[index + 1 :]))
        before = (before + text)[-NEIGHBOUR:]
        _add(joined, text, run.roles, run.metric)
    return joined


def _text(runs: list[Run]) -> str:
    """What the first runs print, as much as a joint may ask about."""
    text = ""
    for run in runs:
        text += run.text.replace(_JOINT, "")
        if len(text) >= NEIGHBOUR:
            break
    return text

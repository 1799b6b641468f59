"""The options of ``print`` as what is wished for. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from reportgen.cli.command_help import PROGRAM
from reportgen.cli.parsing import parse_choice
from reportgen.cli.usage_errors import UsageError, needs_option
from reportgen.diagnostics import Diagnostic
from reportgen.press.imposition import FOLDED, Duplex
from reportgen.press.plans import MOST_SIGNATURE, PAPERS, UPS, Wish
from reportgen.text.wording import same

_LENGTH = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,3})?)\s*(?:mm|毫米)?")
_MOST_CREEP, _MOST_BLEED = 2.0, 10.0
"""Millimetres."""

_COMMAND = f"{PROGRAM} print"


class SheetOptions(NamedTuple):
    """The options about sheets, as typed."""

    booklet: bool
    signatures: int
    up: int
    paper: str | None
    duplex: str
    creep: str
    cover: str | None
    bleed: str
    ink: str | None


def are_reports(targets: Sequence[str]) -> list[bool]:
    """Whether each of what is to be printed is a report, by its year, and not a PDF."""
    return [not target.lower().endswith(".pdf") for target in targets]


def parse_wish(options: SheetOptions, *, only_reports: bool) -> Wish:
    """What is asked for; only reports can change their colours.

    Raises:
        UsageError: ``value-unknown``, ``option-needed``, ``length-invalid``, ``signature-invalid`` or ``ink-foreign``.

    """
    if options.up:
        parse_choice("--up", str(options.up), [str(number) for number in UPS])
    if options.cover is not None:
        parse_choice("--cover", options.cover, ("separate",))
    if options.ink is not None:
        parse_choice("--ink", options.ink, ("black",))
        if not only_reports:
            raise UsageError(Diagnostic("ink-foreign"))
    wish = Wish(
        options.booklet,
        _signature(options.signatures),
        options.up,
        parse_choice("--paper", options.paper.lower(), tuple(PAPERS)) if options.paper else None,
        _duplex(options.duplex),
        _millimetres("--creep", options.creep, _MOST_CREEP),
        _millimetres("--bleed", options.bleed, _MOST_BLEED),
        separate_cover=options.cover is not None,
        black=options.ink is not None,
    )
    _insist_on_folding(wish)
    return wish


def _signature(pages: int) -> int:
    if pages and (pages % FOLDED or not FOLDED <= pages <= MOST_SIGNATURE):
        raise UsageError(Diagnostic("signature-invalid", None, {"pages": str(pages), "most": str(MOST_SIGNATURE)}))
    return pages


def _insist_on_folding(wish: Wish) -> None:
    """Options about folded sheets say nothing of others."""
    about_folds = {"--cover": wish.separate_cover, "--creep": wish.creep > 0, "--duplex": wish.duplex != "short"}
    for option, is_given in about_folds.items():
        if is_given and not wish.folds:
            raise needs_option(same(option), "--booklet", _COMMAND)


def _duplex(text: str) -> Duplex:
    parse_choice("--duplex", text, get_args(Duplex))
    return "long" if text == "long" else "short"


def _millimetres(option: str, text: str, most: float) -> float:
    match = _LENGTH.fullmatch(text.strip())
    if match is None or float(match[1]) > most:
        raise UsageError(Diagnostic("length-invalid", None, {"option": option, "text": text, "most": f"{most:g}"}))
    return float(match[1])

"""What was typed on the command line, as values. Pure: nothing here looks at files or the environment."""

import re
from collections.abc import Collection, Sequence

from reportgen.cli.lazy_commands import DASHES
from reportgen.cli.usage_errors import UsageError
from reportgen.diagnostics import Diagnostic
from reportgen.text.lazy_pattern import LazyPattern

YEAR = re.compile(r"[12]\d{3}")
_MOST_DRAFTS = 99
_TO = LazyPattern(rf"\s*(?:[-~～〜{''.join(DASHES)}]+|\.{{2,}}|至|到)\s*")
_SPAN = LazyPattern(rf"({YEAR.pattern})年?-({YEAR.pattern}|\d\d)年?")
_BETWEEN = LazyPattern(r"[\s,，、]+")


def parse_years(texts: Sequence[str]) -> list[int | range]:
    """The years given, in the order given; ``2016-2025``, with any dash or 至, is a range.

    Raises:
        UsageError: ``year-invalid``.

    """
    for text in texts:
        if not text or text != text.strip():
            raise UsageError(Diagnostic("year-invalid", None, {"text": text}))
    if all(map(YEAR.fullmatch, texts)):  # as nearly always, and then no other pattern is needed
        return [*map(int, texts)]
    words = _BETWEEN.split(_TO.sub("-", " ".join(texts)))
    return [_parse_span(word) or parse_year(word.removesuffix("年")) for word in words]


def _parse_span(text: str) -> range | None:
    """The years from one to another, in their order even if the later is written first; None for a year alone."""
    spanned = _SPAN.fullmatch(text)
    if spanned is None:
        return None
    ends = int(spanned[1]), int(spanned[1][: 4 - len(spanned[2])] + spanned[2])
    return range(min(ends), max(ends) + 1)


def parse_year(text: str) -> int:
    """A year of four digits.

    Raises:
        UsageError: ``year-invalid``.

    """
    if not YEAR.fullmatch(text):
        raise UsageError(Diagnostic("year-invalid", None, {"text": text}))
    return int(text)


def parse_draft(text: str | None) -> int:
    """The number of a draft, 0 where none is given.

    Raises:
        UsageError: ``draft-invalid``.

    """
    if text is None:
        return 0
    if not re.fullmatch("[0-9]{1,2}", text) or not 1 <= int(text) <= _MOST_DRAFTS:
        raise UsageError(Diagnostic("draft-invalid", None, {"number": text}))
    return int(text)


def parse_processes(text: str | None) -> int | None:
    """How many processes may run at once, None where it is left to the machine.

    Raises:
        UsageError: ``jobs-invalid``.

    """
    if text is None:
        return None
    if not re.fullmatch("[1-9][0-9]{0,2}", text):
        raise UsageError(Diagnostic("jobs-invalid", None, {"number": text}))
    return int(text)


def parse_names(text: str) -> tuple[str, ...]:
    """The names of a list separated by commas, also Chinese ones."""
    return tuple(name.strip() for name in text.replace("，", ",").replace("、", ",").split(","))


def parse_unique(text: str) -> tuple[str, ...]:
    """The same, each once."""
    return tuple(dict.fromkeys(parse_names(text)))


def parse_choice(option: str, name: str, known: Collection[str]) -> str:
    """One of the values an option has.

    Raises:
        UsageError: ``value-unknown``.

    """
    if name not in known:
        words = {"option": option, "name": name, "known": " ".join(known)}
        raise UsageError(Diagnostic("value-unknown", None, words, ("known-names",)))
    return name


def parse_format(name: str, known: Collection[str]) -> str:
    """One format.

    Raises:
        UsageError: ``format-unknown``.

    """
    if name not in known:
        words = {"name": name, "known": " ".join(known)}
        raise UsageError(Diagnostic("format-unknown", None, words, ("known-names",)))
    return name


def parse_formats(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The formats of a list separated by commas, also Chinese ones, each once, in the order given.

    Raises:
        UsageError: ``format-unknown``.

    """
    return tuple(dict.fromkeys(parse_format(name, known) for name in parse_names(text.lower())))

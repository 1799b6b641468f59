"""What was typed on the command line, as values. Pure: nothing here looks at files or the environment."""

import re
from collections.abc import Collection, Iterable

from reportgen.cli.usage_errors import UsageError
from reportgen.diagnostics import Diagnostic

YEAR = re.compile(r"[12]\d{3}")
_MOST_DRAFTS = 99


def parse_years(texts: Iterable[str]) -> list[int]:
    """The years given, each once, in the order given.

    Raises:
        UsageError: ``year-invalid``.

    """
    return list(dict.fromkeys(map(parse_year, texts)))


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


def parse_names(text: str) -> tuple[str, ...]:
    """The names of a list separated by commas, also Chinese ones."""
    return tuple(name.strip() for name in re.split("[,，、]", text))


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

"""The English of messages: the words that other compilers use, never a word-for-word mirror of the Chinese."""

import re
from collections.abc import Iterator

import pytest

from reportgen.cli.code_pages import page_of
from reportgen.diagnostics import CODES, HINTS, KINDS, PERMISSIONS, Wording
from reportgen.diagnostics.hints import INPUTS, UNTRACKED
from reportgen.report.fields import FIELDS, RECORDS
from tests.english import MIRRORED

_PLACEHOLDER = re.compile(r"\{\w+\}")


def _english() -> Iterator[tuple[str, str]]:
    """Every English sentence that people read about a report, with its name."""
    for code, row in CODES.items():
        yield code, row.wording.en
        page = page_of(code)
        if page is not None:
            yield f"{code}: page", f"{page.example.why.en} {page.note}"
    tables: dict[str, dict[str, Wording]] = {
        "hint": HINTS,
        "kind": KINDS,
        "permission": PERMISSIONS,
        "untracked": UNTRACKED,
        "input": INPUTS,
    }
    for title, table in tables.items():
        yield from ((f"{title}: {name}", wording.en) for name, wording in table.items())
    for record, description in RECORDS.items():
        yield record.__name__, description.en
        yield from ((f"{record.__name__}.{name}", field.en) for name, field in FIELDS[record].items())


ENGLISH = {name: _PLACEHOLDER.sub("…", sentence) for name, sentence in _english()}


def test_no_sentence_mirrors_the_chinese() -> None:
    assert {name: sentence for name, sentence in ENGLISH.items() if MIRRORED.search(sentence)} == {}


@pytest.mark.parametrize(
    "mirrored",
    [
        "“x” stands twice, first in line 3",
        "a number is wanted here, not “x”",
        "“x” is no year of four digits",
        "a Chinese comma “，” does not part entries",
        "a fault of ours (x); please report it",
        "what is to be printed cannot be had",
        "a blank is missing after the colon",
    ],
)
def test_a_mirrored_sentence_is_known(mirrored: str) -> None:
    assert MIRRORED.search(mirrored)


def test_apostrophes_are_plain() -> None:
    assert {name: sentence for name, sentence in ENGLISH.items() if re.search(r"\w’", sentence)} == {}


def test_messages_and_hints_begin_in_lower_case() -> None:
    """As in other compilers: place and severity come first."""
    messages = {name: ENGLISH[name] for name in (*CODES, *(f"hint: {name}" for name in HINTS))}
    assert {name: sentence for name, sentence in messages.items() if re.match(r"(?!YAML\b)[A-Z]", sentence)} == {}

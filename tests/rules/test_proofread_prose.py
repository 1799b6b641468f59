"""Prose of our own about invented places: sound texts in which nothing is found, and sentences with a slip each."""

import re
from pathlib import Path

import pytest

from reportgen.diagnostics import CODES
from tests.rules.proofreading import reported_in
from tests.support import examine

_HERE = Path(__file__).parent
_SOUND = (_HERE / "sound_prose.txt").read_text("utf-8").strip().split("\n\n")
"""Texts with an empty line between; each line of a text is a paragraph."""
_SLIPS = (_HERE / "slips.txt").read_text("utf-8").splitlines()
"""A code and a sentence: what is reported is in ⟦ ⟧, with what replaces it behind →."""
_SLIP = re.compile("⟦([^→⟧]*)(?:→([^⟧]*))?⟧")
_HEAD = (
    "schema: 1\nyear: 2025\ntitle: 工作报告\norganization: 政协云溪市委员会\nreviews:\n  title: 工作回顾\n  items:\n"
)


def _report(texts: list[str]) -> str:
    paragraphs = (text.replace("\n", "\n\n        ") for text in texts)
    return _HEAD + "".join(f"    - text: >-\n        {text}\n" for text in paragraphs)


def test_nothing_is_found_in_a_long_sound_text() -> None:
    assert sum(map(len, _SOUND)) > 20_000
    examined = examine(_report(_SOUND))
    assert {each.code for each in examined.found} <= {"year-relative"}, examined.listing()


def test_a_slip_in_the_long_text_is_found() -> None:
    examined = examine(_report([*_SOUND, "市委专门召开会议布署政协工作。"]))
    assert "misspelling" in examined.codes


@pytest.mark.parametrize("line", _SLIPS)
def test_a_slip_is_found_at_its_stretch_with_what_is_right(line: str) -> None:
    code, marked = line.split(": ", 1)
    text = _SLIP.sub(lambda match: match[1], marked)
    found = [each for each in reported_in(text) if each.code == code]
    for each in sorted(found, key=lambda each: each.start, reverse=True):
        right = f"→{each.edits[0].text}" if each.edits else ""
        text = f"{text[: each.start]}⟦{text[each.start : each.end]}{right}⟧{text[each.end :]}"
    assert text == marked


def test_the_slips_are_of_most_codes_of_proofreading() -> None:
    """A code without a sentence here would be held by its page alone."""
    assert {line.split(": ")[0] for line in _SLIPS} <= set(CODES)
    assert len({line.split(": ")[0] for line in _SLIPS}) > 40

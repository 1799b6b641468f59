"""The one table of codes: complete, used, and the same in both languages."""

import re
import string
from pathlib import Path

import pytest

import reportgen
from reportgen.diagnostics import CODES, FIX_KINDS, HINTS, Wording

SOURCES = [
    path
    for path in Path(next(iter(reportgen.__path__))).rglob("*.py")
    if not path.stem.startswith(("codes", "hints", "example", "fix_kinds", "code_pages"))  # which name every code
]
TEXT = "\n".join(path.read_text("utf-8") for path in SOURCES)
QUOTED = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', TEXT))

# Said by rooms that are being written: workspace, layout, cli.
PROMISED_CODES = {
    "file-is-folder", "file-missing", "file-too-large", "file-unreadable", "file-unwritable", "workspace-missing",
    "year-invalid", "style-unknown", "style-name-invalid", "format-unknown", "usage-wrong", "internal", "face-unknown",
    "character-missing", "glossary-unnumbered", "history-differs",
}  # fmt: skip
PROMISED_HINTS = {"make-workspace", "known-names"}


def _words(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("wording", [*(code.wording for code in CODES.values()), *HINTS.values()], ids=[*CODES, *HINTS])
def test_both_languages_say_the_same_words(wording: Wording) -> None:
    assert _words(wording.zh) == _words(wording.en)
    assert wording.zh.strip() == wording.zh
    assert wording.en.strip() == wording.en
    assert not wording.zh.endswith("。")
    assert not wording.en.endswith(".")


def test_every_code_and_hint_of_the_table_is_used() -> None:
    assert set(CODES) - QUOTED <= PROMISED_CODES
    always = {hint for code in CODES.values() for hint in code.hints}
    assert set(HINTS) - QUOTED - always <= PROMISED_HINTS
    assert always <= set(HINTS)


def test_every_code_and_hint_used_is_in_the_table() -> None:
    """Where a finding is made its code is the first argument; hints are a tuple or follow the path."""
    codes = set(re.findall(r'(?:Diagnostic|\breport|_report|pattern)\(\s*"([a-z]+(?:-[a-z]+)+)"', TEXT))
    assert len(codes) > 25
    assert codes <= set(CODES)
    tails = re.findall(r'Diagnostic\([^\n]*?(?<!path=)\(((?:"[a-z0-9-]+",? ?)+)\)\)', TEXT)
    hints = {word for tail in tails for word in re.findall(r'"([a-z0-9-]+)"', tail)}
    assert len(hints) > 5
    assert hints <= set(HINTS)


def test_a_code_says_no_more_than_three_severities() -> None:
    assert {code.severity for code in CODES.values()} == {"error", "warning", "note"}


def test_no_sentence_speaks_of_our_workshop() -> None:
    """Staff know no Python; what YAML itself says is quoted as such."""
    for code in CODES.values():
        assert not re.search(r"python|exception|struct|YAML|null|dict|str\b", code.wording.en, re.IGNORECASE)


def test_what_the_command_line_and_the_machine_get_wrong_ends_with_their_own_status() -> None:
    """Scripts tell a faulty report, 1, from a faulty command line, 2, and from a full disk, 3."""
    for code, status in (("format-unknown", 2), ("year-invalid", 2), ("file-unwritable", 3), ("metric-unknown", 1)):
        assert CODES[code].status == status, code


@pytest.mark.parametrize(
    ("code", "severity", "status", "draft", "can_be_changed"),
    [
        ("key-unknown", "error", 1, "error", False),
        ("metric-unknown", "error", 1, "error", False),
        ("entry-empty", "error", 1, "warning", True),
        ("year-invalid", "error", 2, "error", False),
        ("file-unwritable", "error", 3, "error", False),
        ("follows-unknown", "error", 1, "error", True),
        ("sum-differs", "warning", 1, "error", True),
        ("print-page-empty", "warning", 1, "error", False),
        ("reference-spaced", "note", 1, "error", True),
        ("findings-left-out", "note", 1, "error", False),
    ],
)
def test_a_code_weighs_what_its_row_says(
    code: str, severity: str, status: int, draft: str, *, can_be_changed: bool
) -> None:
    """``draft`` is not advised for anything but errors."""
    row = CODES[code]
    assert (row.severity, row.status, row.draft, not row.fixed) == (severity, status, draft, can_be_changed)


def test_the_kind_of_a_fix_is_in_the_name_of_its_code() -> None:
    """Slips are of input methods, what was typed for the style sheet is ordinals; the others are named here."""
    others = {
        "indent-tabs": "ime",
        "type-not-text": "ime",
        "look-alike": "punctuation",
        "punctuation-half-width": "punctuation",
        "punctuation-quotes": "punctuation",
        "stop-doubled": "punctuation",
    }
    kinds = {code: "ime" if code.startswith("slip-") else "ordinals" for code in FIX_KINDS if code not in others}
    assert {code for code, kind in kinds.items() if kind == "ordinals"} == {"bullet-typed", "ordinal-typed"}
    assert kinds | others == FIX_KINDS

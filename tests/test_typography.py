"""Rules are cited by number; whoever meets a citation can look the rule up."""

import re
from pathlib import Path

import pytest

from reportgen.rules.checking import RULES
from reportgen.rules.sources import LAW, numbers_of
from tests.support import ROOT

PAGES = {"T": "typography.md", "P": "proofreading.md"}
"""Where the rules of each letter are written down, in ``docs/``."""

_CITING = ("src/**/*.py", "tests/**/*.py", "tests/layout/cases/*.json", "styles/*.yaml", "docs/**/*.md")
_CITATION = re.compile(r"\b([TP])([1-9]\d{0,2})(?:[–-]\1([1-9]\d{0,2}))?\b")
_RULE = re.compile(r"^- \*\*([TP]\d+)\*\* (.+)$", re.MULTILINE)


def _cited_in(text: str) -> set[str]:
    """The rules a text cites, those inside a range among them."""
    return {
        f"{letter}{number}"
        for letter, first, last in _CITATION.findall(text)
        for number in range(int(first), int(last or first) + 1)
    }


def _citations() -> dict[str, Path]:
    """Every rule that is cited, with one file that does so."""
    files = [path for pattern in _CITING for path in sorted(ROOT.glob(pattern)) if path != Path(__file__)]
    return {rule: path for path in files for rule in _cited_in(path.read_text("utf-8"))}


def _rules(page: str) -> list[tuple[str, str]]:
    path = ROOT / "docs" / page
    return _RULE.findall(path.read_text("utf-8")) if path.exists() else []


def test_every_rule_that_is_cited_is_written_down() -> None:
    citations = _citations()
    assert len(citations) > 50
    written = {rule for page in PAGES.values() for rule, _ in _rules(page)}
    assert {rule: path.as_posix() for rule, path in citations.items() if rule not in written} == {}


@pytest.mark.parametrize("page", PAGES.values())
def test_every_rule_is_written_once_in_order_and_names_its_source(page: str) -> None:
    rules = _rules(page)
    numbers = [int(rule[1:]) for rule, _ in rules]
    assert numbers == sorted(set(numbers))
    assert [rule for rule, text in rules if not re.search(r"\*[^*]+\*$", text)] == []


def test_the_sources_that_pages_of_rules_name_are_those_written_down() -> None:
    written = {rule: re.findall(r"\*([^*]+)\*$", text)[0] for rule, text in _rules("proofreading.md")}
    assert written == LAW


def test_every_rule_of_proofreading_is_one_that_a_page_names() -> None:
    named = {number for rule in RULES for number in numbers_of(rule.page)}
    assert set(LAW) - named == {"P63"}, "invisible characters are found when a file is read"


def test_what_is_a_citation() -> None:
    assert _cited_in("(T7) T25, T40–T42; P3.") == {"T7", "T25", "T40", "T41", "T42", "P3"}
    assert _cited_in("2026-01-16T00:00:00Z, 4T5, T1a, UTF8") == set()

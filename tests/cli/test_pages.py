"""The pages of codes, on the terminal and in ``docs/``."""

import re
from pathlib import Path

import pytest

from reportgen.cli.code_pages import THEMES, checks_page, explain, page_of
from reportgen.cli.rule_list import rule_lines
from reportgen.diagnostics import CODES, Language
from reportgen.rules.checking import RULES
from tests.cli.scenes import Runner
from tests.goldens import Goldens
from tests.support import ROOT

DOCUMENTS: dict[str, Language] = {"checks.md": "en", "checks.zh.md": "zh"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_of_all_codes_is_the_generated_one(name: str, goldens: Goldens) -> None:
    """``make goldens`` renews it; a change of a sentence and of the document go together."""
    goldens.check({ROOT / "docs" / name: checks_page(DOCUMENTS[name])})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_document_has_every_code_once_under_the_themes_of_the_table(language: Language) -> None:
    headings = re.findall(r"^(##+) (.+)$", checks_page(language), re.MULTILINE)
    assert [name for marks, name in headings if marks == "###"] == list(CODES)
    assert len([name for marks, name in headings if marks == "##"]) == len(THEMES)
    assert next(iter(CODES)) in THEMES


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_contents_lead_to_every_heading(name: str) -> None:
    page = checks_page(DOCUMENTS[name])
    headings = re.findall(r"^##+ (.+)$", page, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]
    assert re.findall(r"\]\(#([^)]+)\)", page) == anchors


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_of_rules_has_every_code_with_its_weight_and_its_source(language: Language) -> None:
    _, *lines = rule_lines(language)
    assert [line.split()[0] for line in lines] == [code for rule in RULES for code in rule.codes]
    (line,) = (line for line in lines if line.startswith("numeral-comma "))
    weight, source = {"zh": ("警告", "凭记忆"), "en": ("warning", "from memory")}[language]
    assert line.split()[1] == weight
    assert "P7 GB/T 15834-2011 4.5.3.4" in line
    assert source in line


def test_the_rules_are_listed_on_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "".join(f"{line}\n" for line in rule_lines("zh"))
    assert Runner(tmp_path, monkeypatch)("check", "--rules", "--lang", "zh") == (0, listed, "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_code_of_the_table_is_explained(code: str, language: Language) -> None:
    reported = explain(code, language)
    assert reported is not None
    headline, *rest = reported.splitlines()
    assert f"[{code}]" in headline
    assert not re.search(r"\{[a-z_]+\}", headline)
    page = page_of(code)
    for piece in (page.example.wrong, page.example.right) if page else ():
        assert len([line for line in rest if line.startswith("    ")]) >= len(piece.splitlines())
    assert (f"checks: {{{code}: off}}" in reported) != CODES[code].fixed
    assert (f"# reportgen: ignore {code}" in reported) != CODES[code].fixed


def test_a_page_shows_sentence_advice_reason_and_both_examples() -> None:
    assert explain("slip-tab", "en") == (
        "error[slip-tab]: line is indented with a tab\n"
        "  = help: indent each level with two spaces\n"
        "\n"
        "A tab has a different width on each computer. Lines that look aligned may not be on the same level.\n"
        "\n"
        "Wrong:\n"
        "    reviews:\n"
        "    <Tab>title: 工作回顾\n"
        "\n"
        "Right:\n"
        "    reviews:\n"
        "      title: 工作回顾\n"
        "\n"
        "reportgen fmt --ime repairs it.\n"
        "\n"
        "It cannot be turned off."
    )


def test_a_page_of_a_rule_is_its_docstring_in_the_language_asked_for() -> None:
    chinese, english = explain("bracket-empty", "zh"), explain("bracket-empty", "en")
    assert chinese is not None
    assert english is not None
    assert "付印前必须补上" in chinese
    assert "never filled in" not in chinese
    assert "写草稿时（--draft）只作警告" in chinese
    assert "never filled in" in english
    assert "付印前必须补上" not in english
    assert "In a draft (--draft) it is a warning." in english


def test_every_code_of_a_rule_has_the_page_of_the_rule() -> None:
    assert page_of("change-from-zero") == page_of("change-without-last-year") is not None
    assert all(page_of(code) for rule in RULES for code in rule.codes)


def test_what_a_wrong_example_needs_of_last_year_is_beside_it() -> None:
    assert "Wrong (last year's report has 521):" in (explain("history-differs", "en") or "")


def test_a_name_that_is_not_a_code_has_no_page() -> None:
    assert explain("slip-tabs", "en") is None

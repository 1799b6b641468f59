"""What a report is checked for, and how heavily each finding weighs."""

from pathlib import Path

import pytest

from reportgen.workflows.check import CheckOptions, CheckResult, check
from reportgen.workspace.files import find_workspace
from tests.support import DATED
from tests.workflows.test_build import workspace_of

DOUBLED = f"{DATED}  intro: 全年，，视察。\n"
GLOSSARY = (
    f"{DATED}  intro: 全年视察。\nglossary:\n  - {{term: 视察, meaning: 看。}}\n  - {{term: 提案, meaning: 建议。}}\n"
)


def checked(folder: Path, text: str, options: CheckOptions, settings: str = "") -> CheckResult:
    workspace_of(folder, text)
    if settings:
        (folder / "reportgen.yaml").write_text(settings, "utf-8")
    return check(find_workspace(folder, exact=True), 2025, options)


def listed(result: CheckResult) -> list[str]:
    return [f"{each.severity} {each.code} {each.place.line if each.place else 0}" for each in result.findings]


@pytest.mark.parametrize(
    ("text", "options", "found"),
    [
        (DATED, CheckOptions(), []),
        (DOUBLED, CheckOptions(), ["warning stop-doubled 7"]),
        (DOUBLED, CheckOptions(strict=True), ["error stop-doubled 7"]),
        (DOUBLED.replace("  intro", "  # reportgen: ignore stop-doubled\n  intro"), CheckOptions(), []),
        (
            DOUBLED.replace("  intro", "  # reportgen: ignore no-such\n  intro"),
            CheckOptions(),
            ["warning check-unknown 7", "warning stop-doubled 8"],
        ),
        (f"{DATED}  intro: 全年XX件。\n", CheckOptions(), ["error placeholder-left 7"]),
        (f"{DATED}  intro: 全年XX件。\n", CheckOptions(draft=True), ["warning placeholder-left 7"]),
        (f"{DATED}  intro: 全年XX件。\n", CheckOptions(draft=True, strict=True), ["error placeholder-left 7"]),
        (f"{DATED}  remark: 一\n", CheckOptions(), ["error key-unknown 7"]),
    ],
)
def test_findings_weigh_what_report_and_options_say(
    tmp_path: Path, text: str, options: CheckOptions, found: list[str]
) -> None:
    assert listed(checked(tmp_path, text, options)) == found


@pytest.mark.parametrize(
    ("text", "style", "composed"),
    [
        (DATED, None, False),  # the program's style is sound, and finds nothing in a report without a glossary
        (DATED, "official", True),
        (GLOSSARY, None, True),
        (f"{DATED}  remark: 一\n", "official", False),
        ("schema: [\n", "official", False),
    ],
)
def test_a_report_is_composed_where_that_can_find_something(
    tmp_path: Path, text: str, style: str | None, composed: bool
) -> None:
    result = checked(tmp_path, text, CheckOptions(style))
    assert (result.composed is not None, result.document is not None) == (composed, composed)


def test_a_term_that_no_text_names_is_found_where_it_is(tmp_path: Path) -> None:
    result = checked(tmp_path, GLOSSARY, CheckOptions())
    found = next(each for each in result.findings if each.code == "glossary-unnumbered")
    assert found.words == {"term": "提案"}
    assert found.place is not None
    assert (found.place.line, found.place.column, found.place.path) == (10, 12, ("glossary", 1, "term"))

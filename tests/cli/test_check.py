"""``reportgen check`` as a user sees it: its forms, drafts, strictness, the settings of a workspace."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_cli import LIBRARIES, reportgen
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

DRAFT = MINIMAL + "  intro: 全年征集提案XX件\n  items:\n    - \n    - 甲,乙\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a report that has a leftover, an empty entry and a warning."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_the_full_form_ends_with_a_summary(folder: Path) -> None:
    ran = reportgen("check", "2025", folder=folder)
    assert ran.returncode == 1
    assert ran.stderr == ""
    assert ran.stdout.startswith("error[placeholder-left]: “XX” has not been filled in\n  --> data/2025.yaml:6:16")
    assert ran.stdout.splitlines()[-2:] == [
        "2 errors, 1 warning, 0 notes",
        "1 of them can be fixed with: reportgen fmt 2025 --punctuation",
    ]


def test_a_slip_in_the_lexicon_is_shown_there_and_not_offered_to_fmt(folder: Path) -> None:
    (folder / "data" / "2025.yaml").write_text(f"{MINIMAL}  intro: 会同市大数据局调研。\n", encoding="utf-8")
    (folder / "lexicon.yaml").write_text("terms：\n  - {term: 市数据局, wrong: [市大数据局]}\n", encoding="utf-8")
    ran = reportgen("check", "2025", folder=folder)
    assert "--> data/2025.yaml:6:12" in ran.stdout
    assert "--> lexicon.yaml:1:6" in ran.stdout
    assert ran.stdout.endswith("\n1 error, 1 warning, 0 notes\n")


def test_the_rules_are_listed_without_a_workspace(tmp_path: Path) -> None:
    ran = reportgen("check", "--rules", folder=tmp_path)
    heading, first, *_ = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr) == (0, "")
    assert heading.split() == ["name", "weight", "what", "it", "reports", "source"]
    assert first.startswith("change-without-last-year  error ")


def test_a_report_without_findings_has_no_problems(folder: Path) -> None:
    (folder / "data" / "2025.yaml").write_text(f"{MINIMAL}  intro: 甲。\n", encoding="utf-8")
    ran = reportgen("check", "2025", folder=folder)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "data/2025.yaml: no problems\n", "")
    assert reportgen("check", "2025", "--quiet", folder=folder).stdout == ""


def test_the_concise_form_is_one_line_a_finding(folder: Path) -> None:
    ran = reportgen("check", "2025", "--format", "concise", folder=folder)
    assert ran.stdout.splitlines() == [
        "data/2025.yaml:6:16: error[placeholder-left] “XX” has not been filled in",
        "data/2025.yaml:8:6: error[entry-empty] empty list entry",
        "data/2025.yaml:9:8: warning[punctuation-half-width] half-width “,” in Chinese text",
    ]


def test_quiet_leaves_out_notes_and_no_problem(folder: Path) -> None:
    (folder / "reportgen.yaml").write_text("checks: {entry-empty: note}\n", encoding="utf-8")
    ran = reportgen("check", "2025", "--format", "concise", "--quiet", folder=folder)
    assert [line.split()[1] for line in ran.stdout.splitlines()] == [
        "error[placeholder-left]",
        "warning[punctuation-half-width]",
    ]


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        ("", "", "1 of them can be fixed with: reportgen fmt 2025 --ime"),
        (
            "",
            'closing: "丙\n',
            "once the other errors are fixed, 1 of them can be fixed with: reportgen fmt 2025 --ime",
        ),
        ("# 国\n", "", "1 of them can be fixed with: reportgen fmt 2025 --ime --encoding"),
    ],
)
def test_what_is_reported_as_fixed_is_fixed(folder: Path, before: str, after: str, reported: str) -> None:
    report = folder / "data" / "2025.yaml"
    report.write_text(before + MINIMAL + "  intro：甲\n" + after, encoding="gbk" if before else "utf-8")
    assert reportgen("check", "2025", folder=folder).stdout.splitlines()[-1] == reported
    _, _, command = reported.partition("reportgen ")
    ran = reportgen(*command.split(), folder=folder)
    assert (ran.returncode == 0) == reported.startswith("1 of them")


def test_people_read_the_encoding_of_their_console_and_programs_utf8(folder: Path) -> None:
    def said(form: str) -> str:
        return reportgen("check", "2025", "--format", form, folder=folder, encoding="gbk", LC_ALL="zh_CN.GBK").stdout

    assert said("concise").startswith("data/2025.yaml:6:16: 错误[placeholder-left] “XX”还没有填上")
    assert said("full").startswith("错误[placeholder-left]：“XX”还没有填上")


def test_json_is_a_list_of_findings(folder: Path) -> None:
    ran = reportgen("check", "2025", "--format", "json", folder=folder, encoding="utf-8", LC_ALL="zh_CN.GBK")
    found = json.loads(ran.stdout)
    assert found[0] == {
        "file": "data/2025.yaml",
        "line": 6,
        "column": 16,
        "end_line": 6,
        "end_column": 18,
        "path": ["reviews", "intro"],
        "severity": "error",
        "code": "placeholder-left",
        "message": "“XX”还没有填上",
        "hints": ["补上内容，或删去", "还在写草稿，就加 --draft，只作警告"],
    }
    assert [each["code"] for each in found] == ["placeholder-left", "entry-empty", "punctuation-half-width"]
    (folder / "data" / "2025.yaml").write_text(MINIMAL, encoding="utf-8")
    assert json.loads(reportgen("check", "2025", "--format", "json", folder=folder).stdout) == []


def test_sarif_names_the_rules_and_the_regions(folder: Path) -> None:
    log = json.loads(reportgen("check", "2025", "--format", "sarif", folder=folder).stdout)
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"], run["columnKind"]) == (
        "2.1.0", "reportgen", "unicodeCodePoints",
    )  # fmt: skip
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "placeholder-left"
    assert result["level"] == "error"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "data/2025.yaml"
    assert location["region"] == {"startLine": 6, "startColumn": 16, "endLine": 6, "endColumn": 18}


def test_github_reads_workflow_commands(folder: Path) -> None:
    ran = reportgen("check", "2025", "--format", "github", folder=folder)
    assert ran.stdout.splitlines()[2].startswith(
        "::warning file=data/2025.yaml,title=punctuation-half-width,line=9,col=8,endLine=9,endColumn=9::half-width"
    )


def test_programs_get_wrong_usage_in_their_format(folder: Path) -> None:
    ran = reportgen("check", "abcd", "--format", "json", folder=folder)
    assert (ran.returncode, [each["code"] for each in json.loads(ran.stdout)]) == (2, ["year-invalid"])
    ran = reportgen("check", "2030", "--format", "json", folder=folder)
    assert (ran.returncode, [each["code"] for each in json.loads(ran.stdout)]) == (2, ["file-missing"])


def test_an_unknown_form_is_wrong_usage(folder: Path) -> None:
    ran = reportgen("check", "2025", "--format", "xml", folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "full concise summary json sarif github" in ran.stderr


def test_leftovers_are_warnings_in_a_draft_which_can_be_built(folder: Path) -> None:
    assert reportgen("build", "2025", folder=folder).returncode == 1
    ran = reportgen("check", "2025", "--draft", folder=folder)
    assert ran.returncode == 0
    assert "0 errors, 3 warnings, 0 notes" in ran.stdout
    assert "--draft" not in ran.stdout
    ran = reportgen("build", "2025", "--draft", "2", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert (folder / "build" / "2025" / "report.pdf").exists()


def test_strictness_makes_warnings_errors(folder: Path) -> None:
    report = folder / "data" / "2025.yaml"
    report.write_text(MINIMAL + "  intro: 甲,乙\n", encoding="utf-8")
    assert reportgen("check", "2025", folder=folder).returncode == 0
    ran = reportgen("check", "2025", "--strict", folder=folder)
    assert ran.returncode == 1
    assert ran.stdout.startswith("error[punctuation-half-width]")
    assert reportgen("build", "2025", "--strict", folder=folder).returncode == 1
    assert not (folder / "build").exists()


def test_a_workspace_turns_checks_off_and_up(folder: Path) -> None:
    settings = folder / "reportgen.yaml"
    settings.write_text("checks:\n  punctuation-half-width: off\n  placeholder-left: note\n", encoding="utf-8")
    ran = reportgen("check", "2025", "--format", "concise", folder=folder)
    assert [line.split()[1] for line in ran.stdout.splitlines()] == ["note[placeholder-left]", "error[entry-empty]"]
    settings.write_text(
        "checks:\n  punctuation-half-width: error\n  entry-emty: off\n  key-missing: off\n", encoding="utf-8"
    )
    ran = reportgen("check", "2025", "--format", "concise", folder=folder)
    assert "data/2025.yaml:9:8: error[punctuation-half-width]" in ran.stdout
    assert "reportgen.yaml:3:3: warning[check-unknown] unknown check “entry-emty”" in ran.stdout
    assert "reportgen.yaml:4:3: warning[check-fixed]" in ran.stdout


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("checks: 1\n", "type-not-mapping"),
        ("check: {}\n", "key-unknown"),
        ("checks: {text-empty: no}\n", "choice-unknown"),
    ],
)
def test_faults_of_the_settings_are_reported_like_any_other(folder: Path, settings: str, code: str) -> None:
    (folder / "reportgen.yaml").write_text(settings, encoding="utf-8")
    ran = reportgen("check", "2025", "--format", "concise", folder=folder)
    assert ran.returncode == 1
    assert f"error[{code}]" in ran.stdout


def test_empty_settings_are_none(folder: Path) -> None:
    (folder / "reportgen.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert "reportgen.yaml" not in reportgen("check", "2025", folder=folder).stdout


def test_a_style_asked_for_or_of_ones_own_is_checked_too(folder: Path) -> None:
    (folder / "data" / "2025.yaml").write_text(MINIMAL, encoding="utf-8")
    (folder / "styles").mkdir()
    (folder / "styles" / "green.yaml").write_text("extends: plenary\ncolours: {accent: green}\n", encoding="utf-8")
    assert reportgen("check", "2025", folder=folder).returncode == 0
    ran = reportgen("check", "2025", "--style", "green", folder=folder)
    assert ran.returncode == 1
    assert "styles/green.yaml:2:19" in ran.stdout
    (folder / "styles" / "green.yaml").rename(folder / "styles" / "plenary.yaml")
    assert reportgen("check", "2025", folder=folder).returncode == 1


def test_a_report_in_gbk_is_checked_and_built(folder: Path) -> None:
    (folder / "data" / "2025.yaml").write_bytes(MINIMAL.encode("gbk"))
    ran = reportgen("check", "2025", "--format", "concise", folder=folder)
    assert ran.returncode == 0
    assert ran.stdout.startswith("data/2025.yaml:1:1: warning[encoding-other] file is in GBK")
    assert reportgen("build", "2025", "--format", "docx", folder=folder).returncode == 0


def test_colour_is_for_terminals_only(folder: Path) -> None:
    assert "\x1b[" not in reportgen("check", "2025", folder=folder).stdout


def test_what_only_other_commands_need_is_not_loaded(folder: Path) -> None:
    """A check runs after every save: no comparison, no table of fields, no writer and no library of one."""
    rooms = {
        f"reportgen.{name}"
        for name in ("compare", "report.fields", "document", "fonts", "pdf", "docx", "writers.render")
    }
    code = (
        f"import os, sys; os._exit = sys.exit; sys.argv = ['reportgen', 'check', '2025', '--root', {str(folder)!r}]\n"
        "from reportgen.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 1\n"
        f"loaded = {LIBRARIES | rooms!r} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr

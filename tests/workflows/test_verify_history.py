"""Which commit holds the data of a file, and comparisons and redlines, with the machine's own git."""

from pathlib import Path

import pytest

from reportgen.workflows.verify import Origin, VerifyResult, verify
from reportgen.workspace.files import find_workspace
from tests.cli.test_cli import reportgen
from tests.hostile.repositories import git, git_settings
from tests.support import outside_program
from tests.workflows.test_verify import edit

pytestmark = pytest.mark.slow
__all__ = ["git_settings"]

REPORT = """\
schema: 1
year: {year}
title: 工作报告
metrics:
  提案: {{label: 征集提案, value: {value}, unit: 件}}
reviews:
  title: 工作回顾
  items:
    - {{id: 提案, title: 提案, text: 征集提案【提案】。, follows: [提案]}}
tasks:
  title: 主要任务
  sections: [{{id: 提案, title: 办好提案}}]
"""


@pytest.fixture
def folder(tmp_path: Path, git_settings: None) -> Path:
    """A repository with the reports of two years, that of 2025 in two versions, tagged."""
    outside_program("git")
    (tmp_path / "data").mkdir()
    git(tmp_path, "init", "--quiet")
    write(tmp_path, 2024, 400)
    for value, tag in ((437, "第1稿"), (438, "第2稿")):
        write(tmp_path, 2025, value)
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", tag)
        git(tmp_path, "tag", tag)
    return tmp_path


def write(folder: Path, year: int, value: int) -> None:
    (folder / "data" / f"{year}.yaml").write_text(REPORT.format(year=year, value=value), "utf-8")


def run(folder: Path, *arguments: str) -> None:
    ran = reportgen(*arguments, folder=folder)
    assert ran.returncode == 0, ran.stderr


def checked(folder: Path, name: str) -> VerifyResult:
    return verify(find_workspace(folder, exact=True), folder / name)


def commits(folder: Path, result: VerifyResult) -> list[tuple[str, bool, str]]:
    """Where the data are: file, whether it is as it was, and the tag of the commit."""
    return [(each.file, each.is_current, tag(folder, each)) for each in result.origins]


def tag(folder: Path, origin: Origin) -> str:
    return git(folder, "describe", "--tags", origin.commit.name).strip() if origin.commit else ""


def test_the_commit_that_holds_the_data_is_named(folder: Path) -> None:
    run(folder, "build", "2025", "--format", "docx", "--draft", "2")
    name = "build/2025/report.docx"
    assert commits(folder, checked(folder, name)) == [("data/2025.yaml", True, "第2稿")]
    write(folder, 2025, 440)
    result = checked(folder, name)
    assert commits(folder, result) == [("data/2025.yaml", False, "第2稿")]
    assert [found.code for found in result.findings] == ["source-changed"]
    assert result.was_sound
    assert [(each.expected, each.actual) for each in result.differences] == [
        ("440件", "438件"),
        ("▲ 10.0%", "▲ 9.5%"),
        ("提案 征集提案440件。", "提案 征集提案438件。"),
    ]
    edit(folder / name, "438", "538")
    result = checked(folder, name)
    assert [found.code for found in result.findings] == ["source-changed", "words-changed"]
    assert [(each.expected, each.actual) for each in result.differences] == [
        ("438件", "538件"),
        ("提案 征集提案438件。", "提案 征集提案538件。"),
    ]
    printed = reportgen("verify", name, "--lang", "zh", folder=folder)
    assert printed.returncode == 1
    assert "第 2 稿" in printed.stdout
    assert "[-438件-]{+538件+}" in printed.stdout


MADE = {
    "redline": (("diff", "第1稿:2025", "2025", "--redline", "修订.docx", "--author", "张三"), "修订.docx"),
    "comparison": (("diff", "第1稿:2025", "2025", "--format", "docx,pdf,html"), "build/2025/comparison.{}"),
    "a part of one": (("diff", "2024", "2025", "--only", "metric", "--format", "docx"), "build/2025/comparison.docx"),
    "ledger": (("follow", "2024", "2025", "--format", "docx,pdf,html"), "build/2025/ledger.{}"),
}


@pytest.mark.parametrize("kind", MADE)
def test_what_is_made_of_two_reports_is_verified_too(folder: Path, kind: str) -> None:
    """Also when both have moved on, for the history has them; a word edited in it is named."""
    arguments, name = MADE[kind]
    run(folder, *arguments)
    names = list(dict.fromkeys(name.format(ending) for ending in ("docx", "pdf", "html")))
    for each in names:
        assert not checked(folder, each).findings
    for year in (2024, 2025):
        write(folder, year, 999)
    git(folder, "commit", "--quiet", "--all", "--message", "后来")
    for each in names:
        result = checked(folder, each)
        assert not result.findings
        assert [(current, commit[:1]) for _, current, commit in commits(folder, result)] == [(False, "第")] * 2
    edit(folder / names[0], "提案", "题案")
    result = checked(folder, names[0])
    assert [found.code for found in result.findings] == ["words-changed"]
    assert [each for each in result.differences if "题案" not in each.actual] == []


def test_a_comparison_of_what_nobody_kept_says_so(folder: Path) -> None:
    write(folder, 2025, 500)
    run(folder, "diff", "2024", "2025", "--redline", "修订.docx")
    write(folder, 2025, 501)
    result = checked(folder, "修订.docx")
    assert [(found.code, found.words["source"]) for found in result.findings] == [("source-changed", "data/2025.yaml")]

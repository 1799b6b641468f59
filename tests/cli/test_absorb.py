"""``reportgen absorb`` and ``import`` as a person types them."""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.cli.test_cli import reportgen
from tests.docx.office import run_office
from tests.support import outside_program
from tests.test_git import git

REPORT = """\
schema: 1
year: 2025
title: 工作报告
reviews:
  title: 工作回顾
  intro: 全年征集提案【提案】，件件有着落。  # 办公室核过
metrics:
  提案: {label: 征集提案, value: 546, unit: 件}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a report, built, and edited in Word as ``改.docx``."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(REPORT, "utf-8")
    assert reportgen("build", "2025", "--format", "docx", folder=tmp_path).returncode == 0
    edit(tmp_path, "改.docx", {"件件有着落": "事事有回音", "546件": "547件"})
    return tmp_path


def edit(folder: Path, name: str, words: dict[str, str], source: str = "build/2025/report.docx") -> None:
    """A copy of the built file with some words replaced in its intro."""
    document = Document(str(folder / source))
    (intro,) = (each for each in document.paragraphs if "件件有着落" in each.text)
    for text in intro._p.iter(qn("w:t")):
        for old, new in words.items():
            text.text = text.text.replace(old, new)
    document.save(str(folder / name))


@pytest.mark.slow
def test_changes_are_shown_then_written(folder: Path) -> None:
    shown = reportgen("absorb", "改.docx", folder=folder)
    assert shown.returncode == 0, shown.stderr
    assert "- 全年征集" in shown.stdout
    assert "+ 全年征集" in shown.stdout
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == REPORT
    written = reportgen("absorb", "改.docx", "--write", "--json", folder=folder)
    assert [each["path"] for each in json.loads(written.stdout)["changes"]] == ["reviews.intro", "metrics.提案.value"]
    changed = REPORT.replace("件件有着落", "事事有回音").replace("546", "547")
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == changed


@pytest.mark.slow
def test_a_number_typed_over_survives_libreoffice(folder: Path) -> None:
    """LibreOffice works out fields anew when it opens a file, and what was typed over them is gone."""
    run_office(folder, "--convert-to", "docx", "--outdir", str(folder / "saved"), str(folder / "改.docx"))
    told = json.loads(reportgen("absorb", str(Path("saved", "改.docx")), "--json", folder=folder).stdout)
    assert [(each["path"], each["new"]) for each in told["changes"]][1:] == [("metrics.提案.value", "547")]


@pytest.mark.slow
def test_comments_for_the_checkers_of_a_draft_are_not_remarks(folder: Path) -> None:
    """What we wrote ourselves needs no hand."""
    built = reportgen("build", "2025", "--draft", "2", "--comments", "--format", "docx", folder=folder)
    assert built.returncode == 0, built.stderr
    shown = reportgen("absorb", str(Path("build", "2025", "report.docx")), "--json", folder=folder)
    assert (shown.returncode, json.loads(shown.stdout)["hand"]) == (0, []), shown.stdout


@pytest.mark.slow
def test_copies_of_several_readers_are_merged_and_taken_back(folder: Path) -> None:
    """Where two differ, both are shown with their names, and the file stays as it is there."""
    edit(folder, "又改.docx", {"有着落": "有交代", "546件": "547件"})
    written = reportgen("absorb", "改.docx", "又改.docx", "--write", "--json", folder=folder)
    assert written.returncode == 1, written.stderr
    told = json.loads(written.stdout)
    assert [each["path"] for each in told["changes"]] == ["metrics.提案.value"]
    assert [(each["where"], each["reason"]) for each in told["hand"]] == [("reviews.intro", "two-ways")]
    assert all(words in told["hand"][0]["text"] for words in ("改.docx：全年", "事事有回音", "又改.docx：", "有交代"))
    file = folder / "data" / "2025.yaml"
    changed = REPORT.replace("546", "547")
    assert file.read_text("utf-8") == changed
    assert reportgen("absorb", "改.docx", "--undo", folder=folder).returncode == 0
    assert file.read_text("utf-8") == REPORT
    assert reportgen("absorb", "改.docx", "--undo", folder=folder).returncode == 0
    assert file.read_text("utf-8") == changed


@pytest.mark.slow
def test_a_comment_is_shown_with_its_author_and_day(folder: Path) -> None:
    document = Document(str(folder / "build" / "2025" / "report.docx"))
    (intro,) = (each for each in document.paragraphs if "件件有着落" in each.text)
    document.add_comment(intro.runs, "请核对", author="主任")
    document.save(str(folder / "批.docx"))
    shown = reportgen("absorb", "批.docx", folder=folder)
    assert shown.returncode == 1, shown.stderr
    assert re.search(r"请核对\n +[（(]主任 20\d\d-\d\d-\d\d[）)]", shown.stdout + shown.stderr)
    told = json.loads(reportgen("absorb", "批.docx", "--json", folder=folder).stdout)
    assert [each["author"] for each in told["hand"]] == ["主任"]


@pytest.mark.slow
def test_comments_are_written_above_their_fields_and_nothing_else(folder: Path) -> None:
    """Once, however often; and the file is still known as the one that the Word file was made from."""
    document = Document(str(folder / "build" / "2025" / "report.docx"))
    (intro,) = (each for each in document.paragraphs if "件件有着落" in each.text)
    document.add_comment(intro.runs[-1:], "请核对", author="主任")
    document.add_comment(document.paragraphs[0].runs, "改成大会报告", author="主任")
    document.save(str(folder / "批.docx"))
    edit(folder, "又批.docx", {"件件": "事事"}, source="批.docx")
    file = folder / "data" / "2025.yaml"
    noted = REPORT.replace("title: 工作报告\n", "# 批注（主任）：改成大会报告\ntitle: 工作报告\n")
    noted = noted.replace("  intro: 全年", "  # 批注（主任）：请核对\n  intro: 全年")
    for count in (2, 0):
        told = json.loads(reportgen("absorb", "又批.docx", "--notes", "--json", folder=folder).stdout)
        assert ([each["where"] for each in told["hand"]], told["notes"]) == (["title", "reviews.intro"], count)
        assert file.read_text("utf-8") == noted
    assert reportgen("absorb", "又批.docx", "--write", "--notes", folder=folder).returncode == 1
    assert file.read_text("utf-8") == noted.replace("件件", "事事")


@pytest.mark.slow
def test_nothing_is_taken_back_where_nothing_was_absorbed(folder: Path) -> None:
    refused = reportgen("absorb", "改.docx", "--undo", folder=folder)
    assert (refused.returncode, "absorb-missing" in refused.stderr) == (2, True)


@pytest.mark.slow
def test_the_base_is_found_in_git_when_the_report_has_moved_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside_program("git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "data")
    git(folder, "commit", "--quiet", "--message", "初稿")
    file = folder / "data" / "2025.yaml"
    file.write_text(REPORT.replace("全年征集", "一年来征集").replace("工作报告", "常委会工作报告"), "utf-8")
    written = reportgen("absorb", "改.docx", "--write", folder=folder)
    assert written.returncode == 0, written.stdout + written.stderr
    assert "intro: 一年来征集提案【提案】，事事有回音。  # 办公室核过" in file.read_text("utf-8")


@pytest.mark.slow
def test_a_file_of_others_and_one_whose_base_is_nowhere_are_refused(folder: Path) -> None:
    Document().save(str(folder / "别.docx"))
    foreign = reportgen("absorb", "别.docx", folder=folder)
    (folder / "data" / "2025.yaml").write_text(REPORT.replace("工作报告", "报告"), "utf-8")
    lost = reportgen("absorb", "改.docx", folder=folder)
    assert (foreign.returncode, "document-foreign" in foreign.stderr) == (2, True)
    assert (lost.returncode, "base-unknown" in lost.stderr) == (2, True)


@pytest.mark.slow
def test_a_base_that_is_no_report_is_told_with_what_is_wrong_in_it(folder: Path) -> None:
    (folder / "旧.yaml").write_text(REPORT.replace("title: 工作报告\n", "date: 今天\n"), "utf-8")
    ran = reportgen("absorb", "改.docx", "--base", "旧.yaml", "--lang", "en", folder=folder)
    assert ran.returncode == 1
    assert "旧.yaml:3:7" in ran.stderr
    told = json.loads(reportgen("absorb", "改.docx", "--base", "旧.yaml", "--json", folder=folder).stdout)
    assert {each["code"] for each in told["diagnostics"]} == {"key-missing", "date-unreadable"}


@pytest.mark.slow
def test_numbers_that_could_be_metrics_are_listed_for_programs_too(tmp_path: Path) -> None:
    (tmp_path / "旧.txt").write_text("工作报告\n一、工作回顾\n全年视察4次，报送信息9篇。\n信息9篇全部办结。\n", "utf-8")
    ran = reportgen("import", "旧.txt", "--year", "2025", "--metrics", "--json", folder=tmp_path)
    assert [
        (each["name"], each["printed"], each["known"], [place["text"] for place in each["places"]])
        for each in json.loads(ran.stdout)["metrics"]
    ] == [
        ("信息", "9篇", False, ["全年视察4次，报送信息9篇。", "信息9篇全部办结。"]),
        ("视察", "4次", False, ["全年视察4次，报送信息9篇。"]),
    ]


@pytest.mark.slow
def test_an_import_makes_a_workspace_and_overwrites_nothing_unasked(tmp_path: Path) -> None:
    document = Path(__file__).parent.parent / "manuscript" / "documents" / "plain-wps.docx"
    shutil.copy(document, tmp_path / "旧.docx")
    first, again, forced = (
        reportgen("import", "旧.docx", "--year", "2025", *more, folder=tmp_path) for more in ((), (), ("--force",))
    )
    assert [each.returncode for each in (first, again, forced)] == [0, 2, 0], again.stderr
    assert "report-there" in again.stderr
    assert reportgen("check", "2025", "--draft", folder=tmp_path).returncode == 0
    assert (tmp_path / "data" / "report.schema.json").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")
@pytest.mark.parametrize(
    ("answers", "words", "number"),
    [
        ("y\ny\n", "事事有回音", "547"),
        ("n\ny\n", "件件有着落", "547"),
        ("是\n不收\n", "事事有回音", "546"),
        ("?\na\n", "事事有回音", "547"),
        ("y\nq\n", "事事有回音", "546"),
        ("q\n", "件件有着落", "546"),
        ("y\n\x04", "件件有着落", "546"),
        ("y\n\x03", "件件有着落", "546"),
    ],
)
def test_changes_are_taken_one_by_one(answers: str, words: str, number: str, folder: Path) -> None:
    """Each is shown before its question; the end of the input and Ctrl-C write nothing."""
    status, said = _asked(folder, answers)
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == REPORT.replace("件件有着落", words).replace(
        "546", number
    )
    assert "reviews.intro\n  - 全年征集提案【提案】，件件有着落。\n  + 全年征集提案【提案】，事事有回音。\n" in said
    assert status == {"\x04": 1, "\x03": 130}.get(answers[-1], 0), said


def _asked(folder: Path, answers: str) -> tuple[int, str]:
    """The exit status and the output of a run with ``--ask`` at a terminal of its own, where this is typed."""
    import pty

    command = [sys.executable, "-m", "reportgen", "absorb", "改.docx", "--ask"]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(sys.executable, command, os.environ | {"LC_ALL": "C.UTF-8"})
    shown = ""
    waiting = re.findall(r".+\n|[\x03\x04]", answers)
    while True:
        try:
            piece = os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if shown.rstrip().endswith("[y/n/a/q]"):
            os.write(terminal, (waiting.pop(0) if waiting else "\x04").encode())
            shown += "\n"
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.replace("\r\n", "\n")


@pytest.mark.slow
def test_questions_need_a_terminal(folder: Path) -> None:
    refused = reportgen("absorb", "改.docx", "--ask", folder=folder)
    assert (refused.returncode, "ask-unattended" in refused.stderr) == (2, True)
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == REPORT


@pytest.mark.slow
def test_reports_of_years_before_last_are_read_as_they_were(repository: Path) -> None:
    """The chart of a metric shows their numbers."""
    years = {year: REPORT.replace("2025", str(year)) for year in range(2021, 2026)}
    for year, text in years.items():
        (repository / "data" / f"{year}.yaml").write_text(text.replace("546", f"{year - 1500}"), "utf-8")
    _commit(repository)
    assert reportgen("build", "2025", "--format", "docx", folder=repository).returncode == 0
    (repository / "data" / "2022.yaml").write_text(years[2022].replace("546", "499"), "utf-8")
    (repository / "data" / "2021.yaml").unlink()
    absorbed = reportgen("absorb", "build/2025/report.docx", folder=repository)
    assert (absorbed.stdout, absorbed.returncode) == ("data/2025.yaml: nothing to write, 0 left to you\n", 0)


LAST_YEAR = REPORT.replace("year: 2025", "year: 2024").replace("546", "521")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that git keeps."""
    outside_program("git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    (tmp_path / "data").mkdir()
    git(tmp_path, "init", "--quiet")
    return tmp_path


def _commit(folder: Path) -> None:
    git(folder, "add", "data", *(["styles"] if (folder / "styles").is_dir() else []))
    git(folder, "commit", "--quiet", "--message", "一稿")


@pytest.mark.slow
def test_a_style_sheet_that_changed_since_is_no_change_in_word(repository: Path) -> None:
    """A word that it prints would be a change where nobody made one."""
    (repository / "styles").mkdir()
    sheet = repository / "styles" / "own.yaml"
    sheet.write_text("extends: plenary\nmetrics: {only_noted: false, title: 一年数字}\n", "utf-8")
    (repository / "data" / "2025.yaml").write_text(REPORT, "utf-8")
    _commit(repository)
    assert reportgen("build", "2025", "--style", "own", "--format", "docx", folder=repository).returncode == 0
    sheet.write_text("extends: plenary\nmetrics: {only_noted: false, title: 数说这一年}\n", "utf-8")
    absorbed = reportgen("absorb", "build/2025/report.docx", folder=repository)
    assert (absorbed.stdout, absorbed.returncode) == ("data/2025.yaml: nothing to write, 0 left to you\n", 0)


@pytest.mark.slow
def test_reports_of_other_years_that_changed_since_are_no_changes_in_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that is worked out from last year's number is compared with the number of then."""
    outside_program("git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(REPORT.replace("件件", "比上年【提案：变化】，件件"), "utf-8")
    before = tmp_path / "data" / "2024.yaml"
    before.write_text(LAST_YEAR, "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "data")
    git(tmp_path, "commit", "--quiet", "--message", "初稿")
    assert reportgen("build", "2025", "--format", "docx", folder=tmp_path).returncode == 0
    before.write_text(LAST_YEAR.replace("521", "500"), "utf-8")
    (tmp_path / "data" / "2023.yaml").write_text(LAST_YEAR.replace("year: 2024", "year: 2023"), "utf-8")
    absorbed = reportgen("absorb", "build/2025/report.docx", folder=tmp_path)
    assert (absorbed.returncode, absorbed.stderr) == (0, ""), absorbed.stdout
    assert absorbed.stdout == "data/2025.yaml: nothing to write, 0 left to you\n"

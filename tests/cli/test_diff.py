"""``diff``, ``follow``, ``metrics`` and ``new`` as a person types them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from reportgen.workflows.word_files import read_word_file
from tests.cli.test_cli import reportgen
from tests.compare.reports import HERE, YEARS
from tests.docx.made import names
from tests.docx.tracked import changes, lines
from tests.support import DATA, PLAIN

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with four years of the invented city, a corrected copy of the last, and the sheet of the tests."""
    workspace = tmp_path / "工作 区"
    (workspace / "data").mkdir(parents=True)
    for year in (2022, 2023, 2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", workspace / "data")
    shutil.copy(HERE / "cases" / "corrections" / "new.yaml", workspace / "改.yaml")
    (workspace / "styles").mkdir()
    shutil.copy(DATA / "plain.yaml", workspace / "styles")
    return workspace


def test_diff_says_how_much_and_what(folder: Path) -> None:
    ran = reportgen("diff", "2024", "2025", "--style", PLAIN, folder=folder, LC_ALL="zh_CN.UTF-8")
    first, rest = ran.stdout.split("\n", 1)
    assert (ran.returncode, first) == (0, "data/2024.yaml → data/2025.yaml：26 处不同，1 处序号变动，上年任务 8 项")
    assert rest == (YEARS / "2024-2025" / "changes.zh.txt").read_text("utf-8")


def test_a_file_anywhere_can_be_compared(folder: Path) -> None:
    ran = reportgen("diff", "2025", "改.yaml", "--only", "metric，added", folder=folder)
    assert ran.stdout.splitlines()[0] == "data/2025.yaml → 改.yaml: 4 changes"
    assert "437件 → 438件" in ran.stdout
    assert "reworded" not in ran.stdout


def test_two_files_need_no_workspace(tmp_path: Path) -> None:
    text = (YEARS / "2025.yaml").read_text("utf-8")
    (tmp_path / "原.yaml").write_text(text, "utf-8")
    (tmp_path / "改.yaml").write_text(text.replace("title: 监督一网通办", 'title: "监督\\n一网通办"'), "utf-8")
    ran = reportgen("diff", "原.yaml", "改.yaml", folder=tmp_path)
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "原.yaml → 改.yaml: 1 change")
    assert reportgen("follow", "原.yaml", "改.yaml", folder=tmp_path).stderr.startswith("error[years-apart]")
    assert "error[workspace-missing]" in reportgen("diff", "2024", "改.yaml", folder=tmp_path).stderr
    assert "error[root-without-data]" in reportgen("diff", "原.yaml", "改.yaml", "--root", ".", folder=tmp_path).stderr


def test_a_line_break_that_came_is_seen(folder: Path) -> None:
    path = folder / "改.yaml"
    text = (folder / "data" / "2025.yaml").read_text("utf-8")
    path.write_text(text.replace("title: 监督一网通办", 'title: "监督\\n一网通办"'), "utf-8")
    assert reportgen("diff", "2025", "改.yaml", folder=folder).stdout.splitlines()[2:] == [
        "2025年工作回顾",
        "  renamed  聚焦数字青岚，建言资政更有新意 › 监督／一网通办 (title)",
        "      监督{+／+}一网通办",
    ]
    table = reportgen("diff", "2025", "改.yaml", "--format", "markdown", folder=folder).stdout.splitlines()[-1]
    assert table == "| 监督一网通办 | 监督<ins>／</ins>一网通办 | <strong>改题</strong><br>工作回顾第2节第1条 |"
    path.write_text(text, "utf-8")
    assert "no changes" in reportgen("diff", "2025", "改.yaml", folder=folder).stdout


def test_numbers_are_shown_as_the_style_prints_them(folder: Path) -> None:
    (folder / "styles" / "comma.yaml").write_text("extends: plenary\nnumbers: {grouping: comma}\n", "utf-8")
    path = folder / "data" / "2025.yaml"
    text = path.read_text("utf-8")
    (folder / "改.yaml").write_text(text.replace("value: 1860", "value: 18601"), "utf-8")
    path.write_text(text.replace("value: 1860", "value: 18600"), "utf-8")
    assert "18,600个 → 18,601个" in reportgen("diff", "2025", "改.yaml", "--style", "comma", folder=folder).stdout


def test_exit_status_only_where_asked(folder: Path) -> None:
    for arguments, status in (
        (("2024", "2025"), 0),
        (("2024", "2025", "--exit-code"), 1),
        (("2025", "2025", "--exit-code"), 0),
    ):
        assert reportgen("diff", *arguments, folder=folder).returncode == status
    only = ("--exit-code", "--only", "renumbered")
    assert reportgen("diff", "2025", "data/2025.yaml", *only, folder=folder).returncode == 0


def test_json_for_programs(folder: Path) -> None:
    reported = json.loads(reportgen("diff", "2025", "改.yaml", "--format", "json", folder=folder).stdout)
    assert (reported["old"], reported["new"]) == ("data/2025.yaml", "改.yaml")
    (metric,) = [each for each in reported["changes"] if each["kind"] == "metric" and each["old"] and each["new"]]
    assert (metric["old"]["text"], metric["new"]["text"], metric["old"]["path"]) == (
        "437件",
        "438件",
        ["metrics", "提案"],
    )


def test_markdown_is_the_document(folder: Path) -> None:
    ran = reportgen("diff", "2024", "2025", "--format", "markdown", "--style", PLAIN, folder=folder)
    expected = (YEARS / "2024-2025" / "comparison.md").read_text("utf-8")
    assert ran.stdout == expected.replace("2024.yaml", "data/2024.yaml").replace("2025.yaml", "data/2025.yaml")


def test_files_are_written_all_together(folder: Path) -> None:
    ran = reportgen("diff", "2024", "2025", "--format", "html,docx,pdf", folder=folder)
    assert (ran.returncode, "[" in ran.stderr) == (0, False)  # a slow machine says what it is doing
    written = [f"build/2025/comparison.{kind}" for kind in ("html", "docx", "pdf")]
    assert [line.split(" (")[0] for line in ran.stdout.splitlines()] == [f"wrote {path}" for path in written]
    page = (folder / written[0]).read_text("utf-8")
    assert '<ins class="inserted">五</ins>' in page
    assert "http" not in page
    ran = reportgen("follow", "2024", "2025", "--format", "docx,pdf", "--out", "交", folder=folder)
    assert sorted(path.name for path in (folder / "交").iterdir()) == ["ledger.docx", "ledger.pdf"]


def test_the_same_comparison_is_the_same_bytes(folder: Path) -> None:
    for seed, out in (("1", "甲"), ("2", "乙")):
        reportgen("diff", "2024", "2025", "--format", "html,docx,pdf", "--out", out, folder=folder, PYTHONHASHSEED=seed)
    files = [sorted((folder / out).iterdir()) for out in ("甲", "乙")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


@pytest.mark.parametrize(
    ("arguments", "code", "status"),
    [
        (("2024", "2019"), "file-missing", 2),
        (("2024", "没有这个文件"), "report-unnamed", 2),
        (("2024", "2025", "--only", "无"), "value-unknown", 2),
        (("2024", "2025", "--format", "doc"), "format-unknown", 2),
        (("2024", "2025", "--redline", "a.docx", "--date", "昨天"), "date-invalid", 2),
        (("2024", "2025", "--style", "无"), "style-unknown", 2),
        (("2024", "2025", "--redline", "a.pdf"), "redline-not-word", 2),
        (("2024", "2025", "--redline", "a.DOC"), "redline-not-word", 2),
        (("2024", "2025", "--author", "张三"), "option-needed", 2),
        (("2024", "2025", "--date", "2026-01-08"), "option-needed", 2),
    ],
)
def test_wrong_usage_is_reported(folder: Path, arguments: tuple[str, ...], code: str, status: int) -> None:
    ran = reportgen("diff", *arguments, folder=folder)
    assert (ran.returncode, f"error[{code}]" in ran.stderr, ran.stdout) == (status, True, "")


def test_a_report_that_cannot_be_read_is_reported_with_its_lines(folder: Path) -> None:
    path = folder / "data" / "2025.yaml"
    path.write_text(path.read_text("utf-8").replace("year: 2025", "year: 二"), "utf-8")
    ran = reportgen("diff", "2024", "2025", "--format", "docx", "--redline", "a.docx", folder=folder)
    assert ran.returncode == 1
    assert "data/2025.yaml:3:" in ran.stderr
    assert not (folder / "build").exists()
    assert not (folder / "a.docx").exists()


def test_a_redline_is_written_and_says_what_it_leaves_out(folder: Path) -> None:
    ran = reportgen("diff", "2025", "改.yaml", "--redline", "修订.docx", folder=folder)
    assert (ran.returncode, ran.stdout.split(" (")[0]) == (0, "wrote 修订.docx")
    assert "note[redline-untracked]: titles and page numbers in the contents cannot be tracked" in ran.stderr
    data = (folder / "修订.docx").read_bytes()
    assert "ins 438件" in changes(data)
    reportgen("build", "2025", "--format", "docx", "--out", "原", folder=folder)
    assert lines(data, "reject") == lines((folder / "原" / "report.docx").read_bytes())


def test_a_redline_has_the_glossary_as_a_list(folder: Path) -> None:
    """Tracked changes inside of endnotes would be in a part of their own."""
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "尾注.yaml").write_text(
        "schema: 1\nextends: official\nglossary: {title: 名词解释, notes: endnotes}\n", "utf-8"
    )
    ran = reportgen("diff", "2025", "改.yaml", "--style", "尾注", "--redline", "修订.docx", folder=folder)
    assert ran.returncode == 0
    assert "word/endnotes.xml" not in names((folder / "修订.docx").read_bytes())
    reportgen("build", "2025", "--style", "尾注", "--format", "docx", "--out", "稿", folder=folder)
    assert "word/endnotes.xml" in names((folder / "稿" / "report.docx").read_bytes())


def test_a_redline_shows_a_number_that_is_still_to_come(folder: Path) -> None:
    """As a draft prints it; the table does so too."""
    path = folder / "改.yaml"
    path.write_text(re.sub("(征集提案, value: )[0-9]+", r"\1待填", path.read_text("utf-8")), "utf-8")
    ran = reportgen("diff", "改.yaml", "2025", "--redline", "修订.2稿", folder=folder)
    assert ran.returncode == 0, ran.stderr
    assert "number-pending" not in ran.stderr
    manuscript = read_word_file((folder / "修订.2稿.docx").read_bytes(), "", original=True)
    assert any("（待填）件" in paragraph.text for paragraph in manuscript.paragraphs)


def test_a_redline_wants_two_reports_that_can_be_printed(folder: Path) -> None:
    path = folder / "改.yaml"
    path.write_text(path.read_text("utf-8").replace("【停车位】", "【没有】"), "utf-8")
    ran = reportgen("diff", "2025", "改.yaml", "--redline", "修订.docx", folder=folder)
    assert (ran.returncode, "error[metric-unknown]" in ran.stderr) == (1, True)
    assert not (folder / "修订.docx").exists()


def test_follow_counts_promises(folder: Path) -> None:
    ran = reportgen("follow", "2024", "2025", folder=folder)
    assert ran.stdout.splitlines()[0] == "data/2024.yaml → data/2025.yaml: 8 tasks, 4 reported on, 4 not"
    reported = json.loads(reportgen("follow", "2024", "2025", "--format", "json", folder=folder).stdout)["changes"]
    reports = {each["old"]["text"]: [report["text"] for report in each["reports"]] for each in reported}
    assert reports["合力破解停车难"] == ["错时停车惠民"]
    assert reports["推动错时停车"] == []
    ran = reportgen("follow", "2023", "2025", folder=folder)
    assert (ran.returncode, "error[years-apart]" in ran.stderr) == (2, True)


def test_reviews_still_to_be_written_answer_nothing(folder: Path) -> None:
    """Right after new, every task has a review that says 待填."""
    reportgen("new", "2026", folder=folder)
    ran = reportgen("follow", "2025", "2026", folder=folder)
    assert ran.stdout.splitlines()[0] == "data/2025.yaml → data/2026.yaml: 4 tasks, 0 reported on, 4 not"


def test_rows_of_a_comparison_say_where(folder: Path) -> None:
    """Part, section and item, as the report counts them; of what is gone, as the old report did."""
    shown = reportgen("diff", "2024", "2025", "--format", "txt", folder=folder).stdout
    assert "改写 工作回顾第3节第1条 提案办理提质增效（正文）" in shown
    assert "变化：删去 原工作回顾第2节\n" in shown


def test_metrics_of_all_years_or_some(folder: Path) -> None:
    ran = reportgen("metrics", folder=folder)
    head, first = ran.stdout.splitlines()[:2]
    assert head.split() == ["metric", "2022", "2023", "2024", "2025", "unit", "difference", "change", "trend"]
    assert first.split() == ["征集提案", "386", "402", "420", "437", "件", "+17件", "增长4.0%", "▁▃▆█"]
    assert "386" not in reportgen("metrics", "2024", "2025", folder=folder).stdout
    reported = json.loads(reportgen("metrics", "--format", "json", folder=folder).stdout)
    assert reported["metrics"][0]["figures"]["2025"] == {"text": "437", "unit": "件", "digits": "437"}


def test_metrics_as_files(folder: Path) -> None:
    ran = reportgen("metrics", "--format", "csv,xlsx", folder=folder)
    assert [line.split(" (")[0] for line in ran.stdout.splitlines()] == [
        "wrote build/metrics.csv",
        "wrote build/metrics.xlsx",
    ]
    assert (folder / "build" / "metrics.csv").read_text("utf-8-sig").splitlines()[1].startswith(",征集提案,件,386")


def test_metrics_tell_of_other_units(folder: Path) -> None:
    path = folder / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("unit: 篇", "unit: 条"), "utf-8")
    ran = reportgen("metrics", folder=folder)
    assert ran.returncode == 0
    assert "warning[metric-unit-differs]: metric “信息” is in “篇”, but was in “条” in 2024" in ran.stderr


def test_new_begins_the_next_year_once(folder: Path) -> None:
    ran = reportgen("new", "2026", "--from", "2025", folder=folder)
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "started data/2026.yaml")
    assert (folder / "data" / "2026.yaml").read_text("utf-8") == (YEARS / "2026-begun.yaml").read_text("utf-8")
    assert reportgen("check", "2026", "--draft", folder=folder).returncode == 0
    assert reportgen("check", "2026", folder=folder).returncode == 1
    assert reportgen("build", "2026", "--draft", "1", folder=folder).returncode == 0
    assert "error[file-there]" in reportgen("new", "2026", folder=folder).stderr
    assert "error[years-apart]" in reportgen("new", "2028", "--from", "2025", folder=folder).stderr

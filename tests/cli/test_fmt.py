"""``reportgen fmt`` as a person types it."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Edit
from reportgen.workflows import fmt as formatting
from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workspace.files import find_workspace
from tests.cli.test_cli import reportgen
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow

CROOKED = """title: "工作报告"
schema: 1
year: 2025
reviews:
    title: 回顾
    intro: 一句。二句【无此指标】。
"""
FORMED = """schema: 1
year: 2025
title: 工作报告
reviews:
  title: 回顾
  intro: >-
    一句。
    二句【无此指标】。
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return workspace_of(tmp_path / "工作 区", CROOKED)


def _file(workspace: Path) -> Path:
    return workspace / "data" / "2025.yaml"


def test_the_file_is_put_into_form_and_then_left_alone(workspace: Path) -> None:
    """An unknown reference is an error of the report, not of its form."""
    ran = reportgen("fmt", "2025", folder=workspace)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "formatted data/2025.yaml\n", "")
    assert _file(workspace).read_bytes().decode() == FORMED
    ran = reportgen("fmt", "2025", "--lang", "zh", folder=workspace)
    assert (ran.returncode, ran.stdout) == (0, "data/2025.yaml：格式已统一，无需整理\n")
    assert [path.name for path in (workspace / "data").iterdir()] == ["2025.yaml"]


def test_check_and_diff_write_nothing(workspace: Path) -> None:
    ran = reportgen("fmt", "2025", "--check", folder=workspace)
    assert (ran.returncode, ran.stdout) == (1, "data/2025.yaml: would be reformatted\n")
    ran = reportgen("fmt", "2025", "--diff", folder=workspace)
    assert ran.returncode == 0
    assert ran.stdout.startswith(
        '--- data/2025.yaml\n+++ data/2025.yaml\n@@ -1,6 +1,8 @@\n-title: "工作报告"\n schema: 1\n'
    )
    ran = reportgen("fmt", "2025", "--diff", "--check", folder=workspace)
    assert ran.returncode == 1
    assert ran.stdout.endswith("+    二句【无此指标】。\ndata/2025.yaml: would be reformatted\n")
    assert _file(workspace).read_text(encoding="utf-8") == CROOKED


def test_line_ends_alone_are_a_difference_too(workspace: Path) -> None:
    _file(workspace).write_bytes(b"\xef\xbb\xbf" + FORMED.replace("\n", "\r\n").encode())
    ran = reportgen("fmt", "2025", "--diff", "--check", folder=workspace)
    assert (ran.returncode, ran.stdout) == (
        1,
        "data/2025.yaml: only line endings or the encoding would change\ndata/2025.yaml: would be reformatted\n",
    )
    assert reportgen("fmt", "2025", "--quiet", folder=workspace).stdout == ""
    assert _file(workspace).read_bytes() == FORMED.encode()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CROOKED + "  - x\n", "indent-crooked"),
        (CROOKED + "titel: x\n", "key-unknown"),
        (CROOKED + "year: 2025\n", "yaml-duplicate-key"),
        (CROOKED + "label: 一\x08二\n", "character-control"),
        (CROOKED + "label: &a 一\n", "yaml-anchor"),
        (CROOKED + "label: [一]\n", "type-not-text"),
        ("", "file-empty"),
    ],
)
def test_a_file_that_cannot_be_read_with_certainty_is_left_alone(workspace: Path, text: str, code: str) -> None:
    _file(workspace).write_text(text, encoding="utf-8")
    ran = reportgen("fmt", "2025", folder=workspace)
    assert ran.returncode == 1
    assert f"error[{code}]" in ran.stderr
    assert ran.stdout == "data/2025.yaml: not formatted; the file is unchanged\n"
    assert _file(workspace).read_text(encoding="utf-8") == text


def test_several_years_are_each_reported_and_the_gravest_status_counts(workspace: Path) -> None:
    ran = reportgen("fmt", "2024", "2025", folder=workspace)
    assert ran.returncode == 2
    assert "file not found: data/2024.yaml" in ran.stderr
    assert ran.stdout.endswith("formatted data/2025.yaml\n")


SLIPS = """schema：1
year: 2025
title: 工作报告
metrics:
  提案：{label：征集提案，value：546，unit：件}
reviews:
\ttitle: 回顾
  intro: 征集［提案］,全部"办复"。
  items:
    －甲
    －{提案}乙
"""
FIXED = """schema: 1
year: 2025
title: 工作报告
metrics:
  提案: {label: 征集提案, value: 546, unit: 件}
reviews:
  title: 回顾
  intro: 征集【提案】,全部"办复"。
  items:
    - 甲
    - 【提案】乙
"""


def test_slips_are_fixed_where_that_is_certain_and_each_is_reported(workspace: Path) -> None:
    _file(workspace).write_text(SLIPS, encoding="utf-8")
    assert reportgen("fmt", "2025", folder=workspace).returncode == 1
    ran = reportgen("fmt", "2025", "--ime", folder=workspace)
    assert ran.returncode == 0, ran.stderr
    assert "1:7 ： → : \n" in ran.stdout
    assert "7:1 <Tab> →   \n" in ran.stdout
    assert "8:12 ［提案］ → 【提案】\n" in ran.stdout
    assert _file(workspace).read_text(encoding="utf-8") == FIXED


def test_what_only_the_author_can_fix_leaves_the_file_alone(workspace: Path) -> None:
    slips = SLIPS.replace("{提案}乙", "@乙")
    _file(workspace).write_text(slips, encoding="utf-8")
    ran = reportgen("fmt", "2025", "--ime", folder=workspace)
    assert ran.returncode == 1
    assert "error[text-unquoted]" in ran.stderr
    assert _file(workspace).read_text(encoding="utf-8") == slips


def test_marks_are_made_full_width_only_when_asked(workspace: Path) -> None:
    _file(workspace).write_text(FIXED, encoding="utf-8")
    ran = reportgen("fmt", "2025", "--punctuation", folder=workspace)
    assert [line for line in ran.stdout.splitlines() if "→" in line] == ["8:16 , → ，", '8:19 " → “', '8:22 " → ”']
    assert "intro: 征集【提案】，全部“办复”。" in _file(workspace).read_text(encoding="utf-8")


def test_what_would_read_otherwise_is_not_written(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A formatter that loses a character is stopped by the guard."""
    monkeypatch.setattr(formatting, "format_text", lambda source, root: (Edit(8, 9, ""),))
    formatted = format_report(find_workspace(workspace, exact=True), 2025, FormatOptions())
    assert [each.code for each in formatted.findings] == ["fmt-unsure"]
    assert not formatted.written
    assert _file(workspace).read_text(encoding="utf-8") == CROOKED


def test_another_encoding_is_changed_only_when_asked(workspace: Path) -> None:
    _file(workspace).write_bytes(FORMED.encode("gbk"))
    ran = reportgen("fmt", "2025", folder=workspace)
    assert ran.returncode == 1
    assert "error[fmt-encoding]" in ran.stderr
    assert _file(workspace).read_bytes() == FORMED.encode("gbk")
    assert reportgen("fmt", "2025", "--encoding", folder=workspace).returncode == 0
    assert _file(workspace).read_bytes() == FORMED.encode()

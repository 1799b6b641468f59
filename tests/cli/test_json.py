"""What programs are told: every command that prints JSON, with all its names and values.

``json.txt`` is the golden, as ``session.txt`` is for people; scripts of others rely on these names.
"""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.test_cli import reportgen
from tests.cli.test_session import _workspace
from tests.goldens import Goldens

GOLDEN = Path(__file__).with_name("json.txt")
CHANGING = re.compile(
    r'(?<="bytes": )\d+|(?<="hash": ")[0-9a-f]+|(?<="version": ")[0-9.]+|(?<="path": ")[^"]*(?=build/|styles/)'
)
"""Sizes, stamps, versions and folders of this machine, which say nothing about a command."""

OLD = Path(__file__).parent.parent / "manuscript" / "documents" / "plain-text.txt"
"""A document with numbers and with lines that cannot be placed for certain."""

LINES = (
    "check 2024 2025 --format json",
    "build 2025 --format docx,txt --json",
    "build 2026 --json",
    "verify build/2025/report.docx --json",
    "diff 2024 2025 --format json",
    "follow 2024 2025 --format json",
    "metrics --format json",
    "styles --json",
    "print 2025 --booklet --json",
    "print build/2025/print/booklet.pdf --check --json",
    "import build/2025/report.docx --year 2023 --metrics --json",
    "import 旧稿.txt --year 2022 --metrics --json",
    "absorb build/2025/report.docx --json",
    "check 2025 --frmat json",
)


@pytest.mark.slow
def test_what_programs_are_told(tmp_path: Path, goldens: Goldens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    workspace, blocks = _workspace(tmp_path / "工作"), []
    shutil.copy(OLD, workspace / "旧稿.txt")
    for line in LINES:
        ran = reportgen(*shlex.split(line), folder=workspace)
        status = f"exit status {ran.returncode}\n" if ran.returncode else ""
        blocks.append(f"$ reportgen {line}\n{CHANGING.sub('…', ran.stdout)}{ran.stderr}{status}")
    goldens.check({GOLDEN: "\n".join(blocks)})

"""Half a year of a clerk's work with the commands as they are typed, in a real git repository.

From an empty folder to the printed report and the next year, in a path with blanks and Chinese, on a console of UTF-8
and on one of GBK, as Windows has it in China.
"""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from tests.cli.test_cli import reportgen
from tests.support import outside_program

pytestmark = pytest.mark.slow


class Clerk:
    """Types commands in the workspace and reads what they say."""

    def __init__(self, folder: Path, encoding: str) -> None:
        self.folder = folder
        self._encoding = encoding

    def run(self, line: str, status: int = 0) -> str:
        """What a command prints; it must end with a status."""
        ran = reportgen(*line.split(), folder=self.folder, encoding=self._encoding, LC_ALL="zh_CN.UTF-8")
        assert ran.returncode == status, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
        return ran.stdout + ran.stderr

    def git(self, *arguments: str) -> None:
        """Runs git, which must succeed."""
        subprocess.run([outside_program("git"), *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self, message: str) -> None:
        """Commits everything, under a tag of the same name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.git("tag", message)

    def correct(self, old: str, new: str) -> None:
        """Changes a word of the report in the editor."""
        path = self.folder / "data" / "2025.yaml"
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8", newline="\n")

    def keep(self, file: str, name: str) -> None:
        """Puts a built file aside, where git does not look."""
        shutil.copy(self.folder / "build" / "2025" / file, self.folder / "build" / name)


def _edit(path: Path, old: str, new: str) -> None:
    """Changes a word in Word, without tracking."""
    document = docx.Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
    assert len(runs) == 1
    runs[0].text = runs[0].text.replace(old, new)
    document.save(str(path))


@pytest.fixture(params=["utf-8", "cp936"])
def clerk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk in an empty folder."""
    (tmp_path / "gitconfig").write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "办公室 资料"
    folder.mkdir()
    return Clerk(folder, str(request.param))


def test_from_nothing_to_the_printed_report_and_the_next_year(clerk: Clerk) -> None:
    _begin(clerk)
    _print_drafts(clerk)
    _finish(clerk)
    _begin_the_next_year(clerk)


def _begin(clerk: Clerk) -> None:
    said = clerk.run("check", 2)
    assert "用 reportgen init 从头开始" in said
    said = clerk.run("init 工作报告 --git --year 2025")
    assert "工作报告 建好" in said
    assert "build\n" in said
    clerk.folder /= "工作报告"
    assert clerk.run("check") == "data/2025.yaml：没有问题\n"
    clerk.commit("样例")


def _print_drafts(clerk: Clerk) -> None:
    clerk.run("build --draft 1")
    assert "第 1 稿" in clerk.run("verify build/2025/report.pdf")
    clerk.keep("report.pdf", "第1稿.pdf")
    clerk.keep("report.docx", "主任改.docx")
    clerk.commit("第1稿")
    clerk.correct("value: 218", "value: 221")
    _edit(clerk.folder / "build" / "主任改.docx", "画好同心圆", "画好最大同心圆")
    assert "已写入 data/2025.yaml：1 处" in clerk.run("absorb build/主任改.docx --write")
    clerk.run("build --draft 2")
    clerk.commit("第2稿")


def _finish(clerk: Clerk) -> None:
    said = clerk.run("diff 第1稿:2025 2025")
    assert "最大" in said
    assert "221" in said
    clerk.run("diff 第1稿:2025 2025 --redline build/修订.docx")
    clerk.run("build --style plenary,official")
    names = {path.name for path in (clerk.folder / "build" / "2025").iterdir()}
    assert names >= {"report-plenary.pdf", "report-plenary.docx", "report-official.pdf", "report-official.docx"}
    clerk.run("build")
    clerk.commit("定稿")
    for file in ("report.pdf", "report.docx", "report-official.pdf"):
        assert "文件与现在生成的一样" in clerk.run(f"verify build/2025/{file}")
    clerk.run("verify build/修订.docx")
    assert "第 1 稿" in clerk.run("verify build/第1稿.pdf", 1)


def _begin_the_next_year(clerk: Clerk) -> None:
    assert "已起草 data/2026.yaml" in clerk.run("new 2026")
    assert "没有回应" in clerk.run("follow 2025 2026")
    assert "（待核对）" in clerk.run("build", 1)
    assert not (clerk.folder / "build" / "2026").exists()
    assert "已生成 build/2026/report.docx" in clerk.run("build --draft 1")
    assert "221" in clerk.run("metrics")
    assert clerk.run("check 2025") == "data/2025.yaml：没有问题\n"
    assert "文件与现在生成的一样" in clerk.run("verify build/2025/report.pdf")

"""``watch`` as a process: one line a build, findings when they are new, an end at once."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from tests.workflows.test_build import workspace_of
from tests.workflows.test_watch import SENTENCE, edited

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds in which a build is over on any machine."""


class Watch:
    """A process that watches, and the lines it prints."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        self.report = folder / "data" / "2025.yaml"
        self._lines: Queue[str] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reportgen", "watch", "2025", *arguments],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip())

    def stop(self) -> None:
        """Ends the process, unless it has ended."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout
        self.process.stdout.close()

    def until(self, pattern: str) -> str:
        """What is printed up to a line, without times."""
        said: list[str] = []
        while not said or not re.search(pattern, said[-1]):
            said.append(re.sub(r"[0-9:]{8}  |[0-9.]+ s\b|[0-9]+(?= pages)", "…", self._lines.get(timeout=PATIENCE)))
        return "\n".join(said)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    watch = Watch(workspace_of(tmp_path))
    yield watch
    watch.stop()


def test_every_save_is_built_and_findings_come_and_go(watch: Watch) -> None:
    assert watch.until("2025 plenary:") == (
        "watching the files of 2025 plenary, and building on every save; Ctrl-C ends it\n"
        "note[date-missing]: report has no date, so its final version prints none\n"
        "  --> data/2025.yaml\n"
        "   = help: add a line such as date: 2026-01-16\n\n"
        "…2025 plenary: …, … pages, 0 errors, 0 warnings, 1 note"
    )
    pdf = watch.folder / "build" / "2025" / "report.pdf"
    first = pdf.read_bytes()
    edited(watch.report, SENTENCE, "全年，，征集提案")
    said = watch.until("2025 plenary:")
    assert "[stop-doubled]" in said
    assert said.endswith("…2025 plenary: …, … pages, 0 errors, 1 warning, 1 note")
    second = pdf.read_bytes()
    assert second != first
    edited(watch.report, "【提案】", "【提安】")
    said = watch.until("2025 plenary:")
    assert "error[metric-unknown]: unknown metric “提安”" in said
    assert "[stop-doubled]" not in said, "it was shown before"
    assert said.endswith("1 error, 1 warning, 0 notes; nothing written, existing files are unchanged")
    assert pdf.read_bytes() == second
    edited(watch.report, "【提安】", "【提案】")
    assert watch.until("2025 plenary:").endswith("…2025 plenary: …, … pages, 0 errors, 1 warning, 1 note")
    edited(watch.report, "全年，，征集提案", SENTENCE)
    watch.until("0 warnings")
    assert pdf.read_bytes() == first


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C goes to all processes of a console on Windows")
def test_ctrl_c_ends_it_at_once(watch: Watch) -> None:
    watch.until("2025 plenary:")
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(PATIENCE) == 130


def test_several_styles_have_files_of_their_own(tmp_path: Path) -> None:
    watch = Watch(workspace_of(tmp_path), "--style", "plenary，official", "--format", "pdf")
    try:
        watch.until("2025 plenary.official:")
        written = {path.relative_to(tmp_path / "build").as_posix() for path in (tmp_path / "build").rglob("*.pdf")}
        assert written == {"2025/report-plenary.pdf", "2025/report-official.pdf"}
    finally:
        watch.stop()


@pytest.mark.parametrize("command", ["build", "check"])
def test_other_commands_load_nothing_of_it(tmp_path: Path, command: str) -> None:
    folder = workspace_of(tmp_path)
    code = (
        f"import os, sys; os._exit = sys.exit; sys.argv = ['reportgen', {command!r}, '2025', '--quiet']\n"
        "from reportgen.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "live = {'watchfiles', 'anyio', 'starlette', 'uvicorn', 'reportgen.live', 'reportgen.workflows.watch'}\n"
        "assert not live & set(sys.modules), live & set(sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr

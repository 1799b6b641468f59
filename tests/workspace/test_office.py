"""LibreOffice as a program that may fail, hang or be waited for in vain; a script acts it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.workspace.office import converted_to_word
from reportgen.workspace.refusals import CommandError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the script that acts LibreOffice needs a Unix")


def _acting(folder: Path, lines: str) -> str:
    """A program that is called as LibreOffice is: ``$6`` is the folder to write to, ``$7`` the document."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    program.chmod(0o755)
    return str(program)


def test_what_it_writes_is_read(tmp_path: Path) -> None:
    (tmp_path / "报告.doc").write_bytes(b"words")
    program = _acting(tmp_path, 'cp "$7" "$6/made.docx"; exit 1')
    assert converted_to_word(tmp_path / "报告.doc", "报告.doc", program) == b"words"


@pytest.mark.parametrize("program", [None, "/nowhere/soffice", "writes nothing"])
def test_without_a_file_it_has_failed(tmp_path: Path, program: str | None) -> None:
    expected = "office-missing" if program is None else "office-failed"
    acted = _acting(tmp_path, "exit 0") if program == "writes nothing" else program
    with pytest.raises(CommandError, match=expected):
        converted_to_word(tmp_path / "报告.doc", "报告.doc", acted)


def test_it_is_ended_after_two_minutes_and_asked_for_ctrl_c_ten_times_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def wait(running: subprocess.Popen[bytes], timeout: float | None = None) -> int:
        if timeout is None:  # it has been killed by now
            return waited(running)
        waits.append(timeout)
        raise subprocess.TimeoutExpired("soffice", timeout)

    waited = subprocess.Popen.wait
    monkeypatch.setattr(subprocess.Popen, "wait", wait)
    program = _acting(tmp_path, "exec sleep 600")
    with pytest.raises(CommandError, match="office-failed"):
        converted_to_word(tmp_path / "报告.doc", "报告.doc", program)
    assert (round(sum(waits)), set(waits)) == (120, {0.1})


def test_ctrl_c_ends_it_and_leaves_no_files(tmp_path: Path) -> None:
    program = _acting(tmp_path, f"echo $$ > {tmp_path}/running; exec sleep 600")
    code = (
        "import sys; from pathlib import Path; from reportgen.cli.interruption import exit_on_interrupt\n"
        "from reportgen.workspace.office import converted_to_word\n"
        "exit_on_interrupt(); converted_to_word(Path('x.doc'), 'x.doc', sys.argv[1])\n"
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    variables = {**os.environ, "TMPDIR": str(temporary)}
    waiting = subprocess.Popen([sys.executable, "-c", code, program], env=variables, stdout=-1, stderr=-1)
    running = tmp_path / "running"
    while not (running.exists() and running.read_text("utf-8").strip()):
        time.sleep(0.01)
        assert waiting.poll() is None
    assert len(list(temporary.iterdir())) == 1
    waiting.send_signal(signal.SIGINT)
    assert waiting.communicate(timeout=60) == (b"", b"")
    assert waiting.returncode == 130
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(running.read_text("utf-8")), 0)

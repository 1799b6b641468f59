"""What the console says while a build runs."""

import re
import sys
import threading
import time
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from reportgen.cli import progress
from reportgen.cli.console import Console, exit_status
from reportgen.cli.messages import ANSWERS_ARE, STAGES
from reportgen.cli.progress import ProgressLine, StageTimes, Times
from reportgen.cli.terminal_colours import painter, shows_colours
from reportgen.diagnostics import Diagnostic, Findings, Place
from tests.cli.scenes import Runner
from tests.support import MINIMAL


class Terminal(StringIO):
    """A stream that says it is a terminal; its value is what a person sees by now."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = ""

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self._seen = super().getvalue()

    def getvalue(self) -> str:
        return self._seen


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """A clock that is stopped until it is set."""
    now = {"time": 100.0}
    monkeypatch.setattr(time, "monotonic", lambda: now["time"])
    return now


def _terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a person sees it; no fixture, since pytest changes the streams before a test is called."""
    monkeypatch.setattr(sys, "stderr", errors := Terminal())
    monkeypatch.setattr(sys, "stdout", StringIO())
    return errors


def test_no_progress_is_shown_in_the_first_second(clock: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is quick enough is silent."""
    terminal = _terminal(monkeypatch)
    console = Console("zh")
    clock["time"] += 0.5
    console.progress(2025, "layout")
    console.line("done")
    assert terminal.getvalue() == ""


def test_a_long_build_says_what_it_does(clock: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, overwritten and at last taken away."""
    terminal = _terminal(monkeypatch)
    console = Console("en")
    clock["time"] += 1.1
    console.progress(2025, "layout")
    console.progress(2025, "pdf")
    console.line("done")
    console.line("and nothing to take away")
    assert terminal.getvalue() == "\r\x1b[K2025 … laying out pages\r\x1b[K2025 … making the PDF\r\x1b[K"


@pytest.mark.parametrize(
    "say",
    [
        lambda console: console.line("甲"),
        lambda console: console.report(Findings()),
        lambda console: console.times(2025, Times({}, 0)),
        lambda console: console.ask(ANSWERS_ARE),
    ],
    ids=["line", "report", "times", "ask"],
)
def test_any_output_removes_the_line_of_progress_first(
    clock: dict[str, float], monkeypatch: pytest.MonkeyPatch, say: Callable[[Console], object]
) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(sys, "stdin", StringIO("y\n"))
    console = Console("en")
    clock["time"] += 1.1
    console.progress(2025, "layout")
    say(console)
    assert terminal.getvalue().startswith("\r\x1b[K2025 … laying out pages\r\x1b[K")


@pytest.mark.parametrize(
    ("command", "doing"),
    [
        (("verify", "甲.html"), ["甲.html … reading files"]),
        (("absorb", "甲.docx"), ["甲.docx … reading files"]),
        (("import", "甲.txt", "--year", "2024"), ["甲.txt … reading files"]),
        (("build", "--format", "txt"), ["2025 … reading files", "2025 … making the TXT", "2025 … writing files"]),
        (("check", "--pages", "--style", "handout"), ["2025 … laying out pages"]),
    ],
)
def test_commands_say_what_they_are_doing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], doing: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(MINIMAL, "utf-8")
    said: list[str] = []
    monkeypatch.setattr(ProgressLine, "show", lambda _, line: said.append(line))
    Runner(tmp_path, monkeypatch)(*command)
    assert said == doing


def test_a_stage_that_lasts_is_shown_in_its_midst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.02)
    terminal = _terminal(monkeypatch)
    console = Console("zh")
    console.progress("报告.docx", "read")
    assert all(each.daemon for each in threading.enumerate() if isinstance(each, threading.Timer)), (
        "keeps no one waiting"
    )
    for _ in range(1000):
        if terminal.getvalue():
            break
        time.sleep(0.01)
    assert terminal.getvalue() == "\r\x1b[K报告.docx … 读取文件"


def test_where_nobody_looks_there_is_no_progress(clock: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    console = Console("zh")
    clock["time"] += 60
    console.progress(2025, "layout")
    assert errors.getvalue() == ""


def test_times_are_those_of_the_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of one name together, as in two styles."""
    now = iter((8.0, 8.0, 8.25, 9.0, 9.5, 9.75))
    monkeypatch.setattr(time, "perf_counter", lambda: next(now))
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    shown: list[str] = []
    times = StageTimes(shown.append)
    for stage in ("read", "pdf", "layout", "pdf"):
        times.begin(stage)
    Console("zh").times(2025, times.taken())
    assert shown == ["read", "pdf", "layout", "pdf"]
    assert errors.getvalue() == "2025：读取文件 0.25 秒、生成 PDF 1.00 秒、排版 0.50 秒；共 1.75 秒\n"


@pytest.mark.parametrize("silent", [{"quiet": True}, {"as_json": True}])
def test_quiet_and_json_show_no_progress(
    clock: dict[str, float], monkeypatch: pytest.MonkeyPatch, silent: dict[str, bool]
) -> None:
    """However long it takes."""
    terminal = _terminal(monkeypatch)
    console = Console("zh", **silent)
    clock["time"] += 60
    console.progress(2025, "layout")
    assert terminal.getvalue() == ""


def test_every_stage_has_words_in_both_languages() -> None:
    """The stages a build names are those the console has words for, formats aside."""
    stages = {"read", "layout", "preview", "write"}
    assert set(STAGES) == stages


def test_a_flood_of_findings_is_one_line_each_after_the_first_hundred(monkeypatch: pytest.MonkeyPatch) -> None:
    """All are told, and the terminal is not buried under frames."""
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    found = [Diagnostic("text-empty", Place("2025.yaml", line, 1, line, 2)) for line in range(1, 251)]
    console = Console("en")
    console.report(Findings(tuple(found), {"2025.yaml": ["x"] * 250}), grouped=False)
    console.summary(found)
    said = errors.getvalue().splitlines()
    assert sum("-->" in line for line in said) == 100
    assert sum(line.startswith("2025.yaml:") for line in said) == 150
    assert said[-1] == "250 errors, 0 warnings, 0 notes"


def test_many_findings_of_a_kind_are_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first in full, the places of the others as a table; other kinds are not touched."""
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    found = [Diagnostic("text-empty", Place("2025.yaml", line, 3, line, 4)) for line in range(1, 68)]
    other = Diagnostic("item-empty", Place("2025.yaml", 70, 1, 70, 2))
    Console("zh").report(Findings((*found, other), {"2025.yaml": ["x"] * 70}))
    printed = errors.getvalue().splitlines()
    assert sum("-->" in line for line in printed) == 2
    assert "   = 同样的还有 66 处（行:列；--all 逐个列出）：" in printed
    assert "     2:3  3:3  4:3" in printed[printed.index("   = 同样的还有 66 处（行:列；--all 逐个列出）：") + 1]
    assert len(printed) < 20


def test_what_is_printed_can_be_had_by_a_reader_at_the_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = [BytesIO(), BytesIO()]
    for name, each in zip(("stdout", "stderr"), taken, strict=True):
        monkeypatch.setattr(sys, name, TextIOWrapper(each, "utf-8"))
        print("甲", file=getattr(sys, name))
    Console("zh").flush()
    assert [each.getvalue().decode() for each in taken] == ["甲\n", "甲\n"]


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_and_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is the same with the colours taken out."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    found = [Diagnostic("text-empty", Place("2025.yaml", 1, 1, 1, 2))]
    terminal, plain = _Terminal(), StringIO()
    for file in (terminal, plain):
        Console("en").report(Findings(tuple(found), {"2025.yaml": ["x"]}), file)
    assert "\x1b[1;31merror[text-empty]\x1b[0m" in terminal.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()) == plain.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    silenced = _Terminal()
    Console("en").report(Findings(tuple(found), {"2025.yaml": ["x"]}), silenced)
    assert silenced.getvalue() == plain.getvalue()


def test_the_gravest_error_decides_the_exit_status() -> None:
    found = [Diagnostic(code) for code in ("text-empty", "git-missing", "year-invalid", "metric-unused")]
    assert [exit_status(found[:1]), exit_status(found), exit_status(found[3:]), exit_status([])] == [1, 3, 0, 0]


@pytest.mark.parametrize(
    ("platform", "is_terminal", "environment", "coloured"),
    [
        ("linux", True, {}, True),
        ("linux", True, {"TERM": "xterm"}, True),
        ("linux", False, {"TERM": "xterm"}, False),
        ("linux", True, {"NO_COLOR": "1"}, False),
        ("linux", True, {"TERM": "dumb"}, False),
        ("linux", True, {"NO_COLOR": "1", "TERM": "dumb"}, False),
        ("win32", True, {}, False),
        ("win32", True, {"WT_SESSION": "1"}, True),
        ("win32", True, {"ANSICON": "1"}, True),
        ("win32", False, {"WT_SESSION": "1"}, False),
    ],
)
def test_colours_are_for_terminals_that_know_them(
    monkeypatch: pytest.MonkeyPatch, platform: str, is_terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    """The old console of Windows would print their codes, and says nothing of itself."""
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("NO_COLOR", "TERM", "WT_SESSION", "ANSICON"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if is_terminal else StringIO()
    assert shows_colours(stream) == coloured
    assert painter(stream)("error", "甲") == ("\x1b[1;31m甲\x1b[0m" if coloured else "甲")


RED, GREEN, YELLOW, BLUE, CYAN, BOLD = "31", "32", "33", "34", "36", "1"


@pytest.mark.parametrize(
    ("role", "look"),
    [
        ("error", f"{BOLD};{RED}"),
        ("warning", f"{BOLD};{YELLOW}"),
        ("note", f"{BOLD};{CYAN}"),
        ("sentence", BOLD),
        ("margin", BLUE),
        ("help", GREEN),
        ("came", GREEN),
        ("went", RED),
    ],
)
def test_each_thing_has_its_colour(monkeypatch: pytest.MonkeyPatch, role: str, look: str) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert painter(Terminal())(role, "甲") == f"\x1b[{look}m甲\x1b[0m"

"""What the console says while a build runs."""

import re
import sys
import time
from io import StringIO

import pytest

from reportgen.cli.console import Console, exit_status
from reportgen.cli.messages import STAGES
from reportgen.diagnostics import Diagnostic, Findings, Place


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """A clock that is stopped until it is set."""
    now = {"time": 100.0}
    monkeypatch.setattr(time, "monotonic", lambda: now["time"])
    return now


def test_no_progress_is_shown_in_the_first_second(clock: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is quick enough is silent."""
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    console = Console("zh")
    clock["time"] += 0.9
    console.progress(2025, "layout")
    assert errors.getvalue() == ""


def test_a_long_build_says_what_it_does(clock: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line a stage where the output is kept; one line overwritten and at last taken away on a terminal."""
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    console = Console("zh")
    clock["time"] += 1.1
    console.progress(2025, "layout")
    console.progress(2025, "pdf")
    assert errors.getvalue() == "2025 … 排版\n2025 … 生成 PDF\n"
    monkeypatch.setattr(sys, "stderr", errors := Terminal())
    monkeypatch.setattr(sys, "stdout", StringIO())
    console = Console("en")
    clock["time"] += 1.1
    console.progress(2025, "layout")
    console.line("done")
    console.line("and nothing to take away")
    assert errors.getvalue() == "\r\x1b[K2025 … laying out pages\r\x1b[K"


@pytest.mark.parametrize("silent", [{"quiet": True}, {"as_json": True}])
def test_quiet_and_json_show_no_progress(
    clock: dict[str, float], monkeypatch: pytest.MonkeyPatch, silent: dict[str, bool]
) -> None:
    """However long it takes."""
    monkeypatch.setattr(sys, "stderr", errors := StringIO())
    console = Console("zh", **silent)
    clock["time"] += 60
    console.progress(2025, "layout")
    assert errors.getvalue() == ""


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

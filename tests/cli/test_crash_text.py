"""The text that a bug leaves for the maintainers: its causes, its places and the command line, and nothing else."""

import importlib.metadata
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import __version__
from reportgen.cli.error_report import describe, report_crash


def caught(fail: Callable[[], object]) -> Exception:
    """The failure that a function ends with."""
    try:
        fail()
    except Exception as failure:  # noqa: BLE001 - whatever it is
        return failure
    raise AssertionError("nothing failed")


def deep(levels: int) -> None:
    """Fails so many calls below."""
    if levels == 0:
        raise ZeroDivisionError
    deep(levels - 1)


def named_cause() -> None:
    """Fails for another failure."""
    raise KeyError("甲") from ValueError("乙")


def in_the_midst() -> None:
    """Fails while another failure is dealt with."""
    try:
        deep(1)
    except ZeroDivisionError:
        raise KeyError("甲") from None


def round_and_round() -> None:
    """Two failures, each of which came of the other."""
    first, second = KeyError("甲"), ValueError("乙")
    first.__context__, second.__context__ = second, first
    raise first


def lines_of(failure: Exception) -> list[str]:
    """The failures of a text with the functions they were in."""
    return [
        line.split()[-1] for line in describe(failure).text.splitlines() if line[-5:] == "Error" or line[:2] == "  "
    ]


@pytest.mark.parametrize(
    ("fail", "lines"),
    [
        (lambda: deep(1), ["ZeroDivisionError", "caught", "<lambda>", "deep", "deep"]),
        (named_cause, ["KeyError", "caught", "named_cause", "ValueError"]),
        (in_the_midst, ["KeyError", "caught", "in_the_midst", "ZeroDivisionError", "in_the_midst", "deep", "deep"]),
        (round_and_round, ["KeyError", "caught", "round_and_round", "ValueError"]),
    ],
)
def test_every_failure_is_there_once_with_its_places(fail: Callable[[], object], lines: list[str]) -> None:
    assert lines_of(caught(fail)) == lines


@pytest.mark.parametrize(("levels", "first"), [(37, "caught"), (38, "<lambda>"), (39, "deep"), (200, "deep")])
def test_of_very_many_places_the_last_forty_are_there(levels: int, first: str) -> None:
    _, *places = lines_of(caught(lambda: deep(levels)))
    assert (len(places), places[0]) == (40, first)


def test_the_problem_is_named_by_its_kind_and_the_line_that_failed() -> None:
    line = deep.__code__.co_firstlineno + 3
    assert describe(caught(lambda: deep(3))).problem == f"ZeroDivisionError test_crash_text.py:{line}"
    assert describe(KeyError("甲")).problem == "KeyError ?"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("build 2025 --format docx,pdf", "build 2025 --format docx,pdf"),
        ("build --style=绿 --format docx,绿", "build --style --format …"),
        ("check 5 20255 王某某 -q", "check 5 … … -q"),
        ("diff HEAD:2024 2025 --redline 改.docx", "diff … 2025 --redline …"),
    ],
)
def test_of_the_command_line_only_our_own_words_and_years_are_there(
    monkeypatch: pytest.MonkeyPatch, typed: str, shown: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["/home/王某某/reportgen", *typed.split()])
    assert f"\nreportgen {shown}\n\nKeyError\n" in describe(KeyError("甲")).text


@pytest.mark.parametrize(
    ("needed", "line"),
    [(["msgspec>=0.19", "typer>=0.15", "mypy; extra == 'dev'"], "msgspec 1.2, typer 1.2"), ([], ""), (None, "")],
)
def test_it_names_the_versions_of_what_the_program_needs(
    monkeypatch: pytest.MonkeyPatch, needed: list[str] | None, line: str
) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", {"reportgen": needed}.__getitem__)
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "1.2")
    lines = describe(KeyError("甲")).text.splitlines()
    assert lines[3].startswith(f"reportgen {__version__}, Python {platform.python_version()}, ")
    assert lines[4] == line


def test_it_begins_with_what_to_do_in_both_languages() -> None:
    assert describe(KeyError("甲")).text.splitlines()[:3] == [
        "请把这个文件发给维护者。里面没有报告的文字，也没有文件名和姓名。",
        "Please send this file to the maintainers. It has no words of the report, and no names of files or people.",
        "",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that a program is in")
def test_it_is_left_in_the_current_folder_else_among_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = describe(KeyError("甲"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = report_crash(crash)
    assert (found.code, found.hints, found.words["file"]) == (
        "internal",
        ("send-report",),
        str(tmp_path / "here" / "reportgen-error.txt"),
    )
    assert (tmp_path / "here" / "reportgen-error.txt").read_text("utf-8") == crash.text
    (tmp_path / "here" / "reportgen-error.txt").unlink()
    (tmp_path / "here").rmdir()
    assert report_crash(crash).words["file"] == str(tmp_path / "reportgen-error.txt")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert report_crash(crash).hints == ("send-line",)
    monkeypatch.chdir(tmp_path)

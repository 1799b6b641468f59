"""``build`` of many reports: years and workspaces, in one process or in several, which nobody can tell apart."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from reportgen.cli.build_jobs import Job, Refused
from reportgen.cli.build_output import _common_folder
from reportgen.cli.build_plan import BuildArgs, Chosen, plan_jobs, process_count
from reportgen.cli.side_by_side import _runs
from reportgen.diagnostics import Diagnostic
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.locks import folder_lock
from tests.cli.test_cli import reportgen
from tests.support import DATED

SOUND = DATED + "  intro: {year}年，各项工作有序推进。\n"
FAULTY = DATED + "  intro: 提案【提安】件。\n"
TWICE = ("1", "3")
"""How many processes, in turn."""


def _workspace(folder: Path, **years: str) -> Path:
    """A workspace with reports, by ``y2024`` and the like."""
    (folder / "data").mkdir(parents=True)
    for name, text in years.items():
        year = name.removeprefix("y")
        file = text.replace("2025", year).replace("{year}", year)
        (folder / "data" / f"{year}.yaml").write_text(file, "utf-8", newline="\n")
    return folder


def _in_both(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Builds in one process and in three, which print the same and write the same files; what they print."""
    seen = []
    for count in TWICE:
        ran = reportgen("build", "--format", "txt", *arguments, "--jobs", count, folder=folder, **variables)
        built = {path: path.read_bytes() for path in sorted(folder.rglob("build/**/*.txt"))}
        seen.append(((ran.returncode, ran.stdout, ran.stderr), built))
        for made in folder.rglob("build"):
            rmtree(made)
    assert seen[0] == seen[1]
    return ran


def _meddling(folder: Path, code: str) -> dict[str, str]:
    """Variables under which every Python runs some code whenever a report is built: its ``year`` is known."""
    build = ("def build(workspace, year, *rest):", *code.splitlines(), "return whole(workspace, year, *rest)")
    lines = (
        "import os, signal, sys, time",
        "from reportgen.workflows import build as module",
        "whole = module.build",
        "\n    ".join(build),
        "module.build = build",
    )
    folder.mkdir()
    (folder / "sitecustomize.py").write_text("\n".join(lines), "utf-8")
    return {"PYTHONPATH": os.pathsep.join((str(folder), *os.environ.get("PYTHONPATH", "").split(os.pathsep)))}


@pytest.mark.slow
def test_an_error_in_one_stops_no_other(tmp_path: Path) -> None:
    """One line each in the order of the years, whichever is ready first; the worst status of all."""
    folder = _workspace(tmp_path, y2022=SOUND, y2023=SOUND, y2024=FAULTY, y2025=SOUND)
    ran = _in_both(folder, "2016-2025", "2030")
    assert ran.returncode == 2
    assert re.sub(r"\(.*\)", "…", ran.stdout).splitlines() == [
        "wrote build/2022/report.txt …",
        "wrote build/2023/report.txt …",
        "2024: nothing written because of errors; existing files are unchanged",
        "wrote build/2025/report.txt …",
        "2030: nothing written because of errors; existing files are unchanged",
    ]
    assert re.findall(r"^(\w+\[.*?\])", ran.stderr, re.MULTILINE) == ["error[metric-unknown]", "error[file-missing]"]


@pytest.mark.slow
def test_of_several_workspaces_lines_say_which(tmp_path: Path) -> None:
    """Each once, however it is named; one that is not there stops no other."""
    _workspace(tmp_path / "甲县", y2025=SOUND)
    _workspace(tmp_path / "乙县", y2024=SOUND, y2025=FAULTY)
    _workspace(tmp_path / "丙县")
    roots = ("甲县", "乙县", "没有", "丙县", "./甲县/", str(tmp_path / "甲县"), "没有")
    ran = _in_both(tmp_path, *(word for root in roots for word in ("--root", root)), LC_ALL="zh_CN.UTF-8")
    assert ran.returncode == 2
    assert re.sub("（.*）", "…", ran.stdout).splitlines() == [
        "已生成 甲县/build/2025/report.txt…",
        "乙县 2025 年：有错误，没有生成文件；原有文件未动。",
    ]
    assert ran.stderr.replace(tmp_path.as_posix(), "…") == (
        """\
错误[metric-unknown]：没有名为“提安”的指标
  --> 乙县/data/2025.yaml:7:12  reviews intro
   |
7  |   intro: 提案【提安】件。
   |              ^^^^^^^^
   = 建议：在 metrics 里加上“提安”
   = 建议：要印出【 本身，请写两个：【【

1 个错误，0 个警告，0 条提示
错误[root-without-data]：…/没有 里没有 data 文件夹
   = 建议：--root 后面写放 data 的那个文件夹
   = 建议：还没有的，用 reportgen init 从头开始
错误[reports-missing]：…/丙县 的 data 文件夹里还没有报告
   = 建议：还没有的，用 reportgen init 从头开始
   = 建议：已有 Word 文件的，用 reportgen import 变成报告
"""
    )


@pytest.mark.slow
def test_files_of_several_workspaces_are_those_of_one(tmp_path: Path) -> None:
    """Of what is shown with the folder, none gets into the pages."""
    for name in ("甲县", "乙县"):
        _workspace(tmp_path / name, y2024=SOUND, y2025=SOUND)
    ran = reportgen("build", "2024-2025", "--root", "甲县", "--root", "乙县", "-j", "2", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert reportgen("build", "2024", "--out", "alone", folder=tmp_path / "甲县").returncode == 0
    for name in ("甲县", "乙县"):
        for kind in ("docx", "pdf"):
            several = tmp_path / name / "build" / "2024" / f"report.{kind}"
            assert several.read_bytes() == (tmp_path / "甲县" / "alone" / f"report.{kind}").read_bytes()


@pytest.mark.slow
def test_programs_get_one_document(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _workspace(tmp_path / name, y2024=FAULTY, y2025=SOUND)
    ran = _in_both(tmp_path, "2024", "2025", "--root", "a", "--root", "b", "--root", "c", "--json")
    result = json.loads(ran.stdout)
    assert (ran.returncode, ran.stderr) == (2, "")
    assert [Path(each["path"]).parts[-4] for each in result["outputs"]] == ["a", "b"]
    assert [each["code"] for each in result["diagnostics"]] == ["metric-unknown", "metric-unknown", "root-without-data"]
    assert [each.get("file") for each in result["diagnostics"]][:2] == ["a/data/2024.yaml", "b/data/2024.yaml"]


@pytest.mark.slow
def test_what_is_wrong_for_all_is_said_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _workspace(tmp_path / name, y2025=SOUND)
    ran = _in_both(tmp_path, "--root", "a", "--root", "b", "--fonts", "mine")
    message = "error[value-unknown]: invalid value “mine” for --fonts\n   = help: available: bundled system\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", message)


@pytest.mark.slow
def test_a_bug_in_one_is_reported_as_ever_and_once(tmp_path: Path) -> None:
    """The others are built; of the same bug there is one report, with the command line that was typed."""
    folder = _workspace(tmp_path / "w", y2022=SOUND, y2023=SOUND, y2024=SOUND, y2025=SOUND)
    variables = _meddling(tmp_path / "code", "if year in (2023, 2025): raise KeyError('征集提案')")
    for count in TWICE:
        ran = reportgen("build", "2022-2025", "--format", "txt", "-j", count, folder=folder, **variables)
        report = folder / "reportgen-error.txt"
        text = report.read_text("utf-8")
        assert (ran.returncode, ran.stdout.count("wrote"), ran.stdout.count("nothing written")) == (3, 2, 2)
        assert ran.stderr == (
            "error[internal]: internal error (KeyError sitecustomize.py:5)\n"
            f"   = help: please send {report} to the maintainers; it contains no words of the report\n"
        )
        assert f"\nreportgen build … --format txt -j {count}\n" in text
        assert re.search(r"\nKeyError\n(  \S+:\d+ \w+\n)*  code/sitecustomize.py:5 build\n", text)
        assert "征集" not in text
        report.unlink()
        assert not [*folder.glob("reportgen-error*")]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_process_that_dies_costs_its_report_alone(tmp_path: Path) -> None:
    """As the system does where memory runs out."""
    folder = _workspace(tmp_path / "w", y2022=SOUND, y2023=SOUND, y2024=SOUND, y2025=SOUND)
    variables = _meddling(tmp_path / "code", "if year == 2023: os.kill(os.getpid(), signal.SIGKILL)")
    ran = reportgen("build", "2022-2025", "--format", "txt", "-j", "2", folder=folder, **variables)
    assert (ran.returncode, re.findall(r"build/(\d+)/", ran.stdout)) == (3, ["2022", "2024", "2025"])
    assert ran.stderr == (
        "error[process-ended]: the process that was building 2023 ended (SIGKILL)\n"
        "   = help: memory may have run out: build it again with --jobs 1\n"
    )


@pytest.mark.slow
def test_what_libraries_print_is_no_answer(tmp_path: Path) -> None:
    folder = _workspace(tmp_path / "w", y2024=SOUND, y2025=SOUND)
    variables = _meddling(tmp_path / "code", "os.write(1, b'noise\\n'); print('more', flush=True)")
    ran = reportgen("build", "2024", "2025", "--format", "txt", "-j", "2", folder=folder, **variables)
    assert (ran.returncode, ran.stdout.count("wrote"), ran.stderr) == (0, 2, "noise\nmore\n" * 2)


@pytest.mark.slow
def test_processes_are_others_unless_one_is_asked_for(tmp_path: Path) -> None:
    """And they have ended with the command."""
    folder = _workspace(tmp_path / "w", **{f"y{year}": SOUND for year in range(2018, 2026)})
    (folder / "pids").mkdir()
    variables = _meddling(tmp_path / "code", "open(f'pids/{year}', 'w').write(f'{os.getppid()} {os.getpid()}')")
    for count, most in (("1", 1), ("2", 2)):
        command = [sys.executable, "-m", "reportgen", "build", "2018-2025", "--format", "txt", "-q", "-j", count]
        run = subprocess.Popen(command, cwd=folder, env={**os.environ, **variables})
        assert run.wait(60) == 0
        pids = [path.read_text().split() for path in (folder / "pids").iterdir()]
        builders = {int(own) for _, own in pids}
        assert (run.pid in builders) == (count == "1")
        assert 1 <= len(builders) <= most
        assert count == "1" or {int(parent) for parent, _ in pids} == {run.pid}
        assert count == "1" or not any(map(_runs_still, builders))


def _runs_still(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and ") Z " in stat.read_text())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes by other means")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_end_of_the_command_is_that_of_its_processes(tmp_path: Path, sent: signal.Signals, status: int) -> None:
    """At once, whatever ends it; the last good files stay."""
    folder = _workspace(tmp_path / "w", y2024=SOUND, y2025=SOUND)
    assert reportgen("build", "2024-2025", "--format", "txt", folder=folder).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("build/**/*")}
    code = "open(f'{year}.new', 'w').write(str(os.getpid())); os.rename(f'{year}.new', f'{year}.pid'); time.sleep(600)"
    variables = _meddling(tmp_path / "code", code)
    command = [sys.executable, "-m", "reportgen", "build", "2024-2025", "--format", "txt", "-j", "2"]
    run = subprocess.Popen(command, cwd=folder, env={**os.environ, **variables}, stderr=subprocess.PIPE)
    _wait_until(lambda: len([*folder.glob("*.pid")]) == 2)
    pids = [int(path.read_text()) for path in folder.glob("*.pid")]
    run.send_signal(sent)
    assert run.wait(30) == status
    _wait_until(lambda: not any(map(_runs_still, pids)))
    assert run.communicate()[1] == b""
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("build/**/*")} == before


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.slow
def test_a_folder_that_is_locked_makes_its_report_wait(tmp_path: Path) -> None:
    """Another command writes there; the others are built meanwhile, and all are in order."""
    folder = _workspace(tmp_path, y2023=SOUND, y2024=SOUND, y2025=SOUND)
    (folder / "build" / "2023").mkdir(parents=True)
    command = [sys.executable, "-m", "reportgen", "build", "2023-2025", "--format", "txt", "-j", "2"]
    with folder_lock(folder / "build" / "2023"):
        run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
        _wait_until((folder / "build" / "2025" / "report.txt").exists)
        assert not (folder / "build" / "2023" / "report.txt").exists()
    assert re.findall(r"build/(\d+)/", run.communicate(timeout=60)[0]) == ["2023", "2024", "2025"]


@pytest.mark.slow
def test_times_are_those_of_each_report(tmp_path: Path) -> None:
    folder = _workspace(tmp_path, y2024=SOUND, y2025=SOUND)
    ran = reportgen("build", "2024-2025", "--format", "txt", "--verbose", "-j", "2", folder=folder)
    stages = r"reading files \d+\.\d\d s, making the TXT \d+\.\d\d s, writing files \d+\.\d\d s; \d+\.\d\d s in all"
    assert re.fullmatch(f"2024: {stages}\n2025: {stages}\n", ran.stderr)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system opens files by other means")
def test_of_many_reports_the_folder_is_opened(tmp_path: Path) -> None:
    folder = _workspace(tmp_path / "w", **{f"y{year}": SOUND for year in range(2019, 2026)})
    opener, opened = tmp_path / "bin" / "xdg-open", tmp_path / "opened"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" >> {opened}.new && /bin/mv {opened}.new {opened}\n', "utf-8")
    opener.chmod(0o755)
    words = ("build", "--open", "--format", "txt", "--quiet")
    assert reportgen(*words, "2019-2025", folder=folder, PATH=str(opener.parent)).returncode == 0
    _wait_until(opened.exists)
    assert opened.read_text("utf-8") == f"{folder / 'build'}\n"


def test_the_folder_opened_is_the_innermost_that_all_files_are_in() -> None:
    """There is none where they are on several drives, which Windows has: then that of the first."""
    assert _common_folder([Path("/a/b/1/x.pdf"), Path("/a/b/2/x.pdf")]) == Path("/a/b")
    assert _common_folder([Path("b/1/x.pdf"), Path("/a/b/2/x.pdf")]) == Path("b/1")


def _build_args(folder: Path | None = None) -> BuildArgs:
    return BuildArgs(None, ("pdf",), None, folder, False, 0, False, False, False, False)


def _jobs(root: Path, *years: int) -> list[Job]:
    planned = plan_jobs([Chosen(find_workspace(root, exact=True), years)], _build_args())
    return [each for each in planned if isinstance(each, Job)]


def test_processes_are_started_where_they_pay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few usual reports are built here; as many processes as processors, if there is work for them."""
    monkeypatch.setattr("reportgen.cli.build_plan.processors", lambda: 4)
    folder = _workspace(tmp_path, y2024="#" * 12_700, y2025="#" * 1_270_000)
    counts = [process_count(_jobs(folder, *[2024] * count), None) for count in (1, 2, 7, 8, 12, 100)]
    assert counts == [0, 0, 1, 2, 3, 4]
    assert process_count(_jobs(folder, 2025, 2025), None) == 2
    assert process_count(_jobs(folder, 2001, 2002), None) == 0
    assert process_count(_jobs(folder, 2024, 2024, 2024), 2) == 2
    assert process_count(_jobs(folder, 2024, 2024, 2024), 8) == 3


@pytest.mark.parametrize(
    ("jobs", "processes", "lengths"),
    [
        (3, 2, [1] * 3),
        (20, 2, [2] * 3 + [1] * 14),
        (100, 2, [8] * 5 + [7, 6, 5, 5, 4, 4, 3, 3] + [2] * 4 + [1] * 15),
        (100, 16, [1] * 100),
    ],
)
def test_runs_are_short_enough_for_all_to_end_together(
    tmp_path: Path, jobs: int, processes: int, lengths: list[int]
) -> None:
    runs = [*_runs(_jobs(_workspace(tmp_path), *range(2000, 2000 + jobs)), processes)]
    assert [len(run) for run in runs] == lengths
    assert [number for run in runs for number, _ in run] == [*range(jobs)]


def test_files_of_several_workspaces_have_folders_of_their_own(tmp_path: Path) -> None:
    """As many names as tell them apart; one that is not there has none."""
    here = Workspace(tmp_path / "甲" / "报告", tmp_path), Workspace(tmp_path / "乙" / "报告", tmp_path)
    refused = Refused(Diagnostic("folder-gone"))
    chosen: list[Chosen | Refused] = [Chosen(here[0], (2025,)), refused, Chosen(here[1], (2024, 2025))]
    planned = [*plan_jobs(chosen, _build_args(Path("out")))]
    assert planned[1] == refused
    assert [each.request.folder for each in planned if isinstance(each, Job)] == [
        Path("out/甲/报告"),
        Path("out/乙/报告/2024"),
        Path("out/乙/报告/2025"),
    ]

"""Warm builds: the bytes of cold ones whatever was saved between them, in no more memory."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.workflows.build import Compiled, Request, build, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import BuildResult
from reportgen.workflows.watch import WatchedReport
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.refusals import CommandError
from tests.support import ROOT, STYLES
from tests.workflows.test_build import workspace_of

SENTENCE = "全年征集提案"


def edited(path: Path, old: str, new: str) -> None:
    """Saves a file with one place changed."""
    text = path.read_text("utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), "utf-8")


def cold(workspace: Workspace, request: Request) -> BuildResult:
    """What a process that begins now would make."""
    return compile_report(read_inputs(workspace, 2025, request), request, print)


def compiled(watched: WatchedReport) -> BuildResult:
    """What the next build of a single style makes."""
    result = watched.compile()
    assert isinstance(result, Compiled)
    (only,) = result.results.values()
    return only


def quiet(_stage: str) -> None:
    """No progress."""


def own_style(folder: Path, style: str, text: str) -> None:
    """Saves a style sheet of the workspace, in place of the program's."""
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "own.yaml").write_text(f"extends: {style}\n{text}", "utf-8")


def edits(folder: Path, style: str) -> Iterator[Callable[[], object]]:
    """Saves of every file that a build reads."""
    report = folder / "data" / "2025.yaml"
    last_year = report.with_name("2024.yaml")
    text = re.sub("year: 2025", "year: 2024", report.read_text("utf-8"))
    yield lambda: edited(report, SENTENCE, "全年共征集提案")
    yield lambda: edited(report, "全年共征集提案", "全年征集𠮷和²提案")
    yield lambda: edited(report, "全年征集𠮷和²提案", SENTENCE)
    yield lambda: edited(report, "value: 546", "value: 5460")
    yield lambda: last_year.write_text(text, "utf-8")
    yield lambda: edited(last_year, "value: 546", "value: 540")
    yield lambda: own_style(folder, style, "fonts: {song: {faces: [Noto Sans SC]}}\n")
    yield lambda: own_style(folder, style, "body_page_number: “1”\n")
    yield lambda: (folder / "lexicon.yaml").write_text("forbidden: {提案: 建议}\n", "utf-8")
    yield lambda: (folder / "reportgen.yaml").write_text("checks: {word-forbidden: off}\n", "utf-8")
    yield lambda: edited(report, "label: 图解\n", "label: 图解\nnothing: 1\n")
    yield lambda: edited(report, "nothing: 1\n", "")
    yield last_year.unlink


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_a_warm_build_gives_the_bytes_and_findings_of_a_cold_one(tmp_path: Path, style: str) -> None:
    folder = workspace_of(tmp_path)
    own_style(folder, style, "")
    workspace, request = find_workspace(folder, exact=True), Request(CheckOptions("own", draft=True), draft=3)
    watched = WatchedReport(workspace, 2025, request, ["own"])
    seen = set()
    for save in (lambda: None, *edits(folder, style)):
        save()
        warm, expected = compiled(watched), cold(workspace, request)
        assert dict(warm.contents) == dict(expected.contents)
        assert (warm.pages, warm.findings, warm.stood_in) == (expected.pages, expected.findings, expected.stood_in)
        seen.add(warm.contents.get("pdf"))
    assert len(seen) > 5, "the saves change nothing"
    assert None in seen, "no save has an error"


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_builds(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    report = folder / "data" / "2025.yaml"
    watched = WatchedReport(find_workspace(folder, exact=True), 2025, Request(), ["plenary"])
    sizes = []
    for number in range(40):
        watched.compile()
        sizes.append(len(watched._memory))
        edited(report, SENTENCE if not number else f"全年第{number - 1}征集提案", f"全年第{number}征集提案")
    assert max(sizes[20:]) < 1.1 * max(sizes[8:20])


@pytest.mark.slow
def test_every_file_that_a_build_reads_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those that are not there yet; opened ones are listed by the interpreter itself."""
    folder = workspace_of(tmp_path)
    own_style(folder, "plenary", "logo: {file: 标志.svg}\n")
    (folder / "标志.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    (folder / "fonts").mkdir()
    (folder / "fonts" / "own.otf").write_bytes(b"no font")
    (folder / "lexicon.yaml").write_text("", "utf-8")
    opened: set[Path] = set()
    real = Path.stat

    def noting(path: Path, **options: bool) -> object:
        opened.add(path)
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", noting)
    watched = WatchedReport(find_workspace(folder, exact=True), 2025, Request(), ["own"])
    opened.clear()
    watched.compile()
    monkeypatch.undo()
    files = {path for path in opened if path.is_relative_to(folder) and path.is_file()}
    assert {path.name for path in files} >= {"2025.yaml", "own.yaml", "标志.svg", "own.otf", "lexicon.yaml"}
    assert files <= set(watched.seen)
    absent = {path for path, stamp in watched.seen.items() if stamp is None}
    assert absent >= {folder / each for each in ("data/2024.yaml", "reportgen.yaml", "styles/plenary.yaml")}


@pytest.mark.slow
def test_the_last_good_files_stay_while_the_report_has_errors(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    watched = WatchedReport(find_workspace(folder, exact=True), 2025, Request(), ["plenary"])
    watched.write(watched.compile())
    before = {path: path.read_bytes() for path in (folder / "build" / "2025").iterdir()}
    (folder / "data" / "2025.yaml").unlink()
    result = watched.write(watched.compile())
    assert [found.code for found in result.findings] == ["file-missing"]
    assert {path: path.read_bytes() for path in (folder / "build" / "2025").iterdir()} == before
    (folder / "data" / "2025.yaml").write_bytes((ROOT / "data" / "2025.yaml").read_bytes())
    assert len(watched.write(watched.compile()).outputs) == 2


@pytest.mark.parametrize(
    ("year", "style", "code"), [(1999, "plenary", "file-missing"), (2025, "none", "style-unknown")]
)
def test_what_is_not_there_to_begin_with_is_no_watch(tmp_path: Path, year: int, style: str, code: str) -> None:
    workspace = find_workspace(workspace_of(tmp_path), exact=True)
    with pytest.raises(CommandError) as refused:
        WatchedReport(workspace, year, Request(), [style])
    assert refused.value.diagnostic.code == code


def test_one_build_alone_is_the_same_function(tmp_path: Path) -> None:
    """``build`` takes the way of ``watch``, without a memory."""
    workspace = find_workspace(workspace_of(tmp_path), exact=True)
    build(workspace, 2025, Request(), quiet)
    written = {path.suffix[1:]: path.read_bytes() for path in (tmp_path / "build" / "2025").iterdir()}
    assert written == dict(compiled(WatchedReport(workspace, 2025, Request(), ["plenary"])).contents)

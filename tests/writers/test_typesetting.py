"""Pages set by a copy of the process: nobody can tell, whatever is in the report and whatever happens to the copy."""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Never

import pytest

from reportgen.layout import Layout
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import WriteResult
from reportgen.workspace.files import find_workspace
from reportgen.writers import render, typesetting
from reportgen.writers.formats import Format
from reportgen.writers.typesetting import PagesJob, Typesetter, WriterJob, Written, typesetter_beside
from tests.support import DATED, STYLES
from tests.test_handout import usual_report
from tests.workflows.test_build import LOOSE, workspace_of
from tests.workflows.test_logo import made

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere everything is made in order"),
    pytest.mark.slow,
]


def _built(
    folder: Path, options: CheckOptions, styles: tuple[str, ...] = (), *, lives: bool = True, **request: object
) -> WriteResult:
    """What a build comes to with a typesetter, which is what it comes to without, byte for byte.

    No pages are set here as long as the typesetter ``lives``.
    """
    asked = Request(options, **request)  # type: ignore[arg-type]
    ordered = build(find_workspace(folder, exact=True), 2025, asked, lambda stage: None, styles)
    contents = _contents(ordered)
    with pytest.MonkeyPatch.context() as patch:
        if lives:
            patch.setattr(render, "set_pages", _fail)
        beside = _build_beside(folder, asked, styles)
    assert beside == ordered
    assert _contents(beside) == contents
    return beside


def _build_beside(folder: Path, asked: Request | None = None, styles: tuple[str, ...] = ()) -> WriteResult:
    with typesetter_beside("pdf") as typesetter:
        assert typesetter is not None
        workspace = find_workspace(folder, exact=True)
        return build(workspace, 2025, asked or Request(), lambda stage: None, styles, typesetter=typesetter)


def _contents(result: WriteResult) -> Mapping[str, bytes]:
    return {each.path: Path(each.path).read_bytes() for each in result.outputs}


@pytest.mark.parametrize("style", STYLES)
def test_the_files_are_those_made_in_order(tmp_path: Path, style: str) -> None:
    assert len(_built(workspace_of(tmp_path), CheckOptions(style)).outputs) == 2


@pytest.mark.parametrize("formats", [("pdf",), ("docx",), ("pdf", "txt", "docx"), ("wechat", "pdf"), ("html", "txt")])
def test_other_formats_are_written_beside_them(tmp_path: Path, formats: tuple[str, ...]) -> None:
    built = _built(workspace_of(tmp_path), CheckOptions("plenary"), formats=formats)
    assert [each.format for each in built.outputs if each.path.count(".") == 1] == [
        each for each in formats if each != "wechat"
    ]


def test_a_draft_with_comments_and_sources(tmp_path: Path) -> None:
    _built(workspace_of(tmp_path), CheckOptions("plenary", draft=True), draft=2, comments=True, attach_source=True)


def test_a_sheet_and_a_logo_of_the_workspace(tmp_path: Path) -> None:
    assert _built(made(tmp_path).root, CheckOptions("ours")).outputs


@pytest.mark.parametrize(("limit", "pages"), [(2, 4), (3, 3), (4, 4)])
def test_pages_set_closer_are_in_both_files(tmp_path: Path, limit: int, pages: int) -> None:
    """Word's lines are as close as those of the PDF; where nothing helps, neither are."""
    folder = workspace_of(tmp_path, f"{DATED}  intro: {'国家' * 940}\n")
    (folder / "styles").mkdir()
    sheet = f"extends: plenary\ncontents: ~\ncover: []\npage: {{max_pages: {limit}}}\n"
    (folder / "styles" / "short.yaml").write_text(sheet, "utf-8")
    assert [each.pages for each in _built(folder, CheckOptions("short")).outputs] == [pages, pages]


def test_a_document_set_closer_is_in_both_files(tmp_path: Path) -> None:
    """With more cards in a row, and points that share a line."""
    folder = workspace_of(tmp_path, usual_report(14, 9, 8))
    assert [each.pages for each in _built(folder, CheckOptions("handout", draft=True)).outputs] == [2, 2]


@pytest.mark.parametrize("formats", [("docx", "pdf"), ("docx",)])
def test_what_the_pages_show_has_its_place(tmp_path: Path, formats: tuple[str, ...]) -> None:
    """A character in no font, which keeps a PDF from being made, and is left to Word; a line too loose."""
    loose = "政协委员Constitutionalinternationalization推进"
    folder = workspace_of(tmp_path, f"{DATED}  intro: >-\n    甲\n    乙𪚥丙\n  closing: {loose}\n")
    built = _built(folder, CheckOptions("plenary"), formats=formats)
    assert [each.place and each.place.line for each in built.findings][:1] == [9]
    assert len(built.outputs) == (0 if "pdf" in formats else 1)


@pytest.mark.parametrize("style", ["plenary", "missing"])
def test_fonts_that_cannot_be_used(tmp_path: Path, style: str) -> None:
    folder = workspace_of(tmp_path, DATED)
    (folder / "fonts").mkdir()
    (folder / "fonts" / "broken.otf").write_bytes(b"OTTO")
    (folder / "styles").mkdir()
    (folder / "styles" / "missing.yaml").write_text("extends: plenary\nfonts: {serif: {face: 没有}}\n", "utf-8")
    assert _built(folder, CheckOptions(style)).findings


REFUSED = {
    "metric-unknown": "征集提案【提俺】件。",
    "bracket-empty": "根据长政协〔 〕3号文件。",
    "placeholder-left": "全年征集提案XX件。",
    "change-without-last-year": "提案【提案：变化】。",
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_rules_find_is_found_while_pages_are_set(tmp_path: Path, code: str) -> None:
    """And what reading finds, before any are set."""
    metrics = "metrics: {提案: {label: 征集提案, value: 546, unit: 件}}\n"
    built = _built(workspace_of(tmp_path, f"{DATED}  intro: {REFUSED[code]}\n{metrics}"), CheckOptions("plenary"))
    assert built.outputs == ()
    assert [each.code for each in built.findings if each.severity == "error"] == [code]


def test_several_styles_one_after_another(tmp_path: Path) -> None:
    built = _built(workspace_of(tmp_path), CheckOptions(), ("official", "plenary", "lectern"))
    assert len(built.outputs) == 6


def test_a_style_without_drafts_among_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would ask for its pages, and the next style would get them."""
    begun: list[int] = []

    def begin(typesetter: Typesetter, job: PagesJob) -> None:
        begun.append(job.writing.document.metadata.draft)
        whole(typesetter, job)

    whole = Typesetter.begin
    monkeypatch.setattr(Typesetter, "begin", begin)
    folder = workspace_of(tmp_path, LOOSE)
    (folder / "styles").mkdir()
    (folder / "styles" / "final.yaml").write_text("extends: plenary\ndraft: ~\n", "utf-8")
    built = _built(folder, CheckOptions(draft=True), ("final", "official"), draft=1)
    assert [each.code for each in built.findings] == ["line-loose", "draft-unstyled"]
    assert begun == [1]


def _fail(*_: object) -> Never:
    raise KeyError("征集提案")


def _die(*_: object) -> Never:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@pytest.mark.parametrize("name", ["set_pages", "write_pages", "load_writer"])
@pytest.mark.parametrize("end", [_fail, _die])
def test_a_typesetter_that_ends_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, end: Callable[..., Never]
) -> None:
    """Before the pages are set, or when only the file is to be written."""
    own, whole = os.getpid(), getattr(typesetting, name)
    monkeypatch.setattr(typesetting, name, lambda *job: whole(*job) if os.getpid() == own else end())
    folder = workspace_of(tmp_path)
    assert len(_built(folder, CheckOptions(), ("official", "plenary"), lives=False).outputs) == 4


def test_what_goes_wrong_there_is_met_again_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its own trace."""
    monkeypatch.setattr(typesetting, "_lay_out", _fail)
    with typesetter_beside("pdf") as typesetter, pytest.raises(KeyError) as raised:
        build(
            find_workspace(workspace_of(tmp_path), exact=True),
            2025,
            Request(),
            lambda _: None,
            (),
            typesetter=typesetter,
        )
    assert raised.traceback[-1].name == "_fail"


def test_a_report_with_errors_is_not_set_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The typesetter, which would never be done, is left."""
    own = os.getpid()
    monkeypatch.setattr(typesetting, "set_pages", lambda job: _fail() if os.getpid() == own else signal.pause())
    folder = workspace_of(tmp_path, f"{DATED}  intro: {REFUSED['bracket-empty']}\n")
    built = _build_beside(folder)
    assert [each.code for each in built.findings if each.severity == "error"] == ["bracket-empty"]


def test_the_pages_are_set_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the file that holds them is written there, while this process writes the others."""
    here: list[str] = []

    def write_here(format_: Format, job: WriterJob, layout: Layout | None) -> Written:
        here.append(format_.name)
        return typesetting.write_pages(format_, job, layout)

    monkeypatch.setattr(render, "set_pages", _fail)
    monkeypatch.setattr(render, "write_pages", write_here)
    assert len(_build_beside(workspace_of(tmp_path)).outputs) == 2
    assert here == ["docx"]

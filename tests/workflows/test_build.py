"""Builds from a workspace to files: same bytes, all or nothing, each fault told with the right exit status."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.text.wording import Wording
from reportgen.workflows.build import Request, build, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import WriteResult
from reportgen.workspace.files import find_workspace
from reportgen.workspace.refusals import CommandError
from tests.support import DATED, ROOT, STYLES

SCRIPT = """
import sys, time, datetime
shift = float(sys.argv[3])
now = time.time
time.time = lambda: now() + shift
local, universal = time.localtime, time.gmtime
time.localtime = lambda seconds=None: local(now() + shift if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(now() + shift if seconds is None else seconds)
from pathlib import Path
from reportgen.text.wording import Wording
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
asked = Request(CheckOptions(sys.argv[2]))
built = build(find_workspace(Path(sys.argv[1]), exact=True), 2025, asked, lambda stage: None)
assert built.outputs, built.findings
"""


def workspace_of(folder: Path, text: str | None = None) -> Path:
    """A workspace with nothing but a report, the real one unless a text is given."""
    (folder / "data").mkdir(parents=True)
    report = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8") if text is None else text
    (folder / "data" / "2025.yaml").write_text(report, encoding="utf-8")
    return folder


def built_in(folder: Path, style: str = "plenary", **request: object) -> WriteResult:
    """A build of 2025 in a workspace."""
    asked = Request(CheckOptions(style), **request)  # type: ignore[arg-type]
    return build(find_workspace(folder, exact=True), 2025, asked, lambda stage: None)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, style: str) -> None:
    """Other folder, time zone, locale, hash seed, clock and build date: the files do not know."""
    surroundings = (
        ("0", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
        (
            "864000000",
            {"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1000000000"},
        ),
    )
    made = []
    for number, (shift, environment) in enumerate(surroundings):
        folder = workspace_of(tmp_path / f"place-{number}" / ("deeper" * number))
        variables = {**os.environ, **environment}
        command = [sys.executable, "-c", SCRIPT, str(folder), style, shift]
        subprocess.run(command, check=True, env=variables, cwd=folder)
        outputs = folder / "build" / "2025"
        made.append(((outputs / "report.docx").read_bytes(), (outputs / "report.pdf").read_bytes()))
    assert made[0] == made[1]


@pytest.mark.slow
def test_twice_in_one_process_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the first build lingers in the second."""
    folder = workspace_of(tmp_path / "w")
    outputs = folder / "build" / "2025"
    built_in(folder)
    first = {path.name: path.read_bytes() for path in outputs.iterdir()}
    built_in(folder, style="official")
    built_in(folder)
    assert {path.name: path.read_bytes() for path in outputs.iterdir()} == first
    assert set(first) == {"report.docx", "report.pdf"}


@pytest.mark.slow
def test_the_source_travels_only_where_it_is_asked_to(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    built_in(folder)
    pdf, word = ((folder / "build" / "2025" / name).read_bytes() for name in ("report.pdf", "report.docx"))
    assert (b"/EmbeddedFile" in pdf, b"2025.yaml" in word) == (False, False)


def test_a_report_with_errors_writes_nothing(tmp_path: Path) -> None:
    """The last good files stay as they were."""
    folder = workspace_of(tmp_path / "w")
    built_in(folder)
    before = (folder / "build" / "2025" / "report.pdf").read_bytes()
    report = folder / "data" / "2025.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("【提案】", "【提俺】"), encoding="utf-8")
    built = built_in(folder)
    assert [diagnostic.code for diagnostic in built.findings] == ["metric-unknown"]
    assert built.outputs == ()
    assert (folder / "build" / "2025" / "report.pdf").read_bytes() == before
    assert len(list((folder / "build" / "2025").iterdir())) == 2


def test_a_character_no_face_has_stops_the_build_at_its_place(tmp_path: Path) -> None:
    """Never an empty box in print; no pages are counted that nobody gets."""
    folder = workspace_of(tmp_path / "w", f"{DATED}  intro: >-\n    甲\n    乙𪚥丙\n")
    built = built_in(folder)
    (found,) = built.findings
    assert (found.code, found.words["code_point"]) == ("character-missing", "U+2A6A5")
    assert found.place is not None
    assert (found.place.line, found.place.column) == (9, 6)
    result = compile_report(read_inputs(find_workspace(folder, exact=True), 2025, Request()), Request(), lambda _: None)
    assert (result.contents, result.pages) == ({}, 0)


@pytest.mark.slow
def test_all_files_are_replaced_or_none(tmp_path: Path) -> None:
    """A folder where the PDF should be: the DOCX of the last build stays, and no stray file is left."""
    folder = workspace_of(tmp_path / "w", DATED)
    built_in(folder, formats=("docx",))
    outputs = folder / "build" / "2025"
    before = (outputs / "report.docx").read_bytes()
    (outputs / "report.pdf").mkdir()
    built = built_in(folder, style="official")
    assert [diagnostic.code for diagnostic in built.findings] == ["file-unwritable"]
    assert [diagnostic.status for diagnostic in built.findings] == [3]
    assert (outputs / "report.docx").read_bytes() == before
    assert sorted(path.name for path in outputs.iterdir()) == ["report.docx", "report.pdf"]


@pytest.mark.slow
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The write fails half way; the good files are still whole."""
    folder = workspace_of(tmp_path / "w", DATED)
    built_in(folder)
    outputs = folder / "build" / "2025"
    before = {path.name: path.read_bytes() for path in outputs.iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen", full)
    built = built_in(folder, style="official")
    monkeypatch.undo()
    assert [(found.code, found.words["reason"]) for found in built.findings] == [
        ("file-unwritable", Wording("磁盘满了", "the disk is full"))
    ]
    assert {path.name: path.read_bytes() for path in outputs.iterdir()} == before


def test_a_refused_move_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a file open in Word cannot be replaced; the hint says to close it."""
    folder = workspace_of(tmp_path / "w", DATED)

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "report.docx":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    replace = Path.replace
    monkeypatch.setattr(Path, "replace", refuse)
    (found,) = built_in(folder).findings
    monkeypatch.undo()
    assert (found.code, found.hints, found.status) == ("file-unwritable", ("close-file",), 3)
    assert not (folder / "build").exists()


@pytest.mark.slow
def test_one_refused_move_puts_the_others_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF is open in a viewer: the DOCX of the last build stays too, so that the two still belong together."""
    folder = workspace_of(tmp_path / "w", DATED)
    built_in(folder)
    outputs = folder / "build" / "2025"
    before = {path.name: path.read_bytes() for path in outputs.iterdir()}
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.suffix == ".pdf":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert [found.code for found in built_in(folder, style="official").findings] == ["file-unwritable"]
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in outputs.iterdir()} == before


@pytest.mark.parametrize(
    ("make", "code", "status"),
    [
        (lambda file: file.unlink(), "file-missing", 2),
        (lambda file: (file.unlink(), file.mkdir()), "file-is-folder", 3),
        (lambda file: file.write_text(""), "file-empty", 1),
        (lambda file: file.write_text("# 只有说明\n"), "file-empty", 1),
        (lambda file: file.write_text("- 甲\n- 乙\n"), "type-not-mapping", 1),
        (lambda file: file.write_bytes(b"a" * (16 * 1024 * 1024 + 1)), "file-too-large", 1),
    ],
    ids=["missing", "folder", "empty", "comments", "list", "large"],
)
def test_files_that_are_not_a_report(tmp_path: Path, make: object, code: str, status: int) -> None:
    """One clear finding each, with its exit status."""
    folder = workspace_of(tmp_path / "w")
    make(folder / "data" / "2025.yaml")  # type: ignore[operator]
    built = built_in(folder)
    assert [(found.code, found.status) for found in built.findings] == [(code, status)]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops: the refusal is acted."""
    folder = workspace_of(tmp_path / "w")

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    (found,) = {
        diagnostic.code: diagnostic for diagnostic in built_in(folder).findings if diagnostic.status == 3
    }.values()
    assert found.code == "file-unreadable"


def test_a_workspace_is_found_upwards(tmp_path: Path) -> None:
    """From any folder inside it; ``--root`` means exactly that folder."""
    folder = workspace_of(tmp_path / "w")
    deeper = folder / "a" / "b"
    deeper.mkdir(parents=True)
    assert find_workspace(deeper, exact=False).root == folder
    with pytest.raises(CommandError) as refused:
        find_workspace(deeper, exact=True)
    assert refused.value.diagnostic.code == "root-without-data"


def test_a_style_of_the_workspace_wins_and_may_extend_the_programs(tmp_path: Path) -> None:
    """Five lines change a colour."""
    folder = workspace_of(tmp_path / "w", DATED)
    (folder / "styles").mkdir()
    (folder / "styles" / "green.yaml").write_text('extends: plenary\ncolours: {accent: "#14633f"}\n', encoding="utf-8")
    built = built_in(folder, style="green", formats=("pdf",))
    assert [output.format for output in built.outputs] == ["pdf"]
    assert not built.findings


@pytest.mark.parametrize("name", ["nope", "../data/2025", "a/b", ""])
def test_styles_are_names_never_paths(tmp_path: Path, name: str) -> None:
    """Nothing outside the folders of style sheets is read."""
    (found,) = built_in(workspace_of(tmp_path / "w"), style=name).findings
    assert (found.code, found.status) == ("style-unknown", 2)
    assert found.words["name"] == name


def test_stages_are_reported_in_order(tmp_path: Path) -> None:
    """Progress names every stage once."""
    stages: list[str] = []
    build(find_workspace(workspace_of(tmp_path / "w"), exact=True), 2025, Request(), stages.append)
    assert stages == ["read", "layout", "docx", "pdf", "write"]


@pytest.mark.slow
def test_only_the_pdf_needs_reportlab_and_only_the_docx_python_docx(tmp_path: Path) -> None:
    """Nobody pays for a writer they did not ask for."""
    folder = workspace_of(tmp_path / "w")
    code = (
        "import sys; from pathlib import Path\n"
        "from reportgen.workflows.check import *\n"
        "from reportgen.workspace.files import *\n"
        f"w = find_workspace(Path({str(folder)!r}), exact=True)\n"
        "check(w, 2025, CheckOptions())\n"
        "slow = {'reportlab', 'docx', 'uharfbuzz', 'rich', 'jsonschema_rs', 'jsonschema', 'reportgen.style'}\n"
        "assert not slow & set(sys.modules)\n"
        "from reportgen.workflows.build import *\n"
        "build(w, 2025, Request(formats=('pdf',)), print); assert 'docx' not in sys.modules\n"
        "build(w, 2025, Request(), print)\n"
        "assert not {'socket', 'ssl', 'http.client', 'rjieba', 'reportgen.compare'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


LOOSE = f"{DATED}  intro: >-\n    我们请各位委员在网上阅读全文，全文在\n"
LOOSE += f"    https://example.org/{'report/' * 3}2025这里。\n"
"""An address that fits on no line beside other words."""


def test_a_loose_line_is_reported_at_its_place_and_the_report_is_built(tmp_path: Path) -> None:
    """A warning: the page is there to be looked at; the place is the beginning of the line that was spread."""
    built = built_in(workspace_of(tmp_path, LOOSE), "official")
    (found,) = (found for found in built.findings if found.code == "line-loose")
    assert found.place is not None
    assert (found.place.file, found.place.line, found.place.path) == ("data/2025.yaml", 8, ("reviews", "intro"))
    assert len(built.outputs) == 2


def test_a_loose_line_can_be_let_pass_or_made_an_error(tmp_path: Path) -> None:
    """What the layout finds is weighed like what the rules find: by the workspace, by a comment, by strictness."""
    folder = workspace_of(tmp_path / "off", LOOSE)
    (folder / "reportgen.yaml").write_text("checks: {line-loose: off}\n", encoding="utf-8")
    assert [found.code for found in built_in(folder, "official").findings] == []
    asked = Request(CheckOptions("official", strict=True))
    strict = build(
        find_workspace(workspace_of(tmp_path / "strict", LOOSE), exact=True), 2025, asked, lambda stage: None
    )
    assert strict.outputs == ()


def test_a_style_sheet_says_how_loose_a_line_may_be_and_what_is_kept_whole(tmp_path: Path) -> None:
    """``loosest`` and ``keep``, in a sheet that extends another."""
    folder = workspace_of(tmp_path, LOOSE)
    (folder / "styles").mkdir()
    (folder / "styles" / "patient.yaml").write_text("schema: 1\nextends: official\nloosest: 1em\n", encoding="utf-8")
    assert [found.code for found in built_in(folder, "patient").findings] == []
    keep = "schema: 1\nextends: official\nkeep: [各位委员在网上阅读全文, 这里]\n"
    (folder / "styles" / "keeping.yaml").write_text(keep, encoding="utf-8")
    assert built_in(folder, "keeping").outputs

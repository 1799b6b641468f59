"""The table of formats: every entry has a writer that takes what the entry says, and commands know all of them."""

import datetime
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from reportgen.document import Document
from reportgen.layout import Layout
from reportgen.report.series import SeriesTable
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers import formats
from reportgen.writers.formats import FORMATS, REPORT_FORMATS, Format, Needs, load_writer
from reportgen.writers.typesetting import WriterJob
from tests.cli.test_cli import reportgen
from tests.support import DATED, MINIMAL, ROOT
from tests.workflows.test_build import workspace_of

TAKES: dict[Needs, tuple[tuple[type, ...], type]] = {
    "document": ((Document,), str),
    "style": ((WriterJob,), bytes),
    "files": ((WriterJob,), Mapping[str, bytes]),
    "layout": ((WriterJob, Layout), bytes),
    "metrics": ((SeriesTable,), bytes),
}
ODT = Format("odt", "odt", "style", "reportgen.writers.odt:write")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (formats.REPORT_FORMATS, "docx pdf html wechat markdown txt"),
        (formats.DEFAULT_FORMATS, "docx pdf"),
        (formats.SHOWN_FORMATS, "markdown txt"),
        (formats.DOCUMENT_FILES, "docx pdf html"),
        (formats.METRICS_FILES, "csv xlsx"),
    ],
)
def test_the_formats_of_each_kind_of_command(names: tuple[str, ...], expected: str) -> None:
    assert " ".join(names) == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "stages"),
    [
        ("txt", "read txt write"),
        ("html markdown", "read html markdown write"),
        ("docx", "read layout docx write"),
        ("pdf", "read layout pdf write"),
        ("pdf docx html txt", "read layout docx html txt pdf write"),
    ],
)
def test_a_build_says_what_it_is_doing(asked: str, stages: str, tmp_path: Path) -> None:
    """Pages are laid out where a format asks for them, and what holds fonts is written last."""
    workspace_of(tmp_path, f"{DATED}  intro: 一句。\n")
    told: list[str] = []
    request = Request(CheckOptions("official"), formats=tuple(asked.split()))
    built = build(find_workspace(tmp_path, exact=True), 2025, request, told.append)
    assert (" ".join(told), len(built.outputs)) == (stages, len(asked.split()))


def test_every_need_is_known_here() -> None:
    assert set(TAKES) == set(get_args(Needs))


@pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.name)
def test_every_format_has_a_writer_that_takes_what_it_needs(entry: Format) -> None:
    named = {each.__name__: each for each in (Document, Layout, WriterJob, SeriesTable)} | {"Mapping": Mapping}
    hints = get_type_hints(load_writer(entry), localns=named)
    returned = hints.pop("return")
    assert (tuple(hints.values()), returned) == TAKES[entry.needs]


def test_names_and_endings_are_distinguished() -> None:
    assert len({entry.name for entry in FORMATS}) == len({entry.ending for entry in FORMATS}) == len(FORMATS)


def test_every_format_of_reports_is_built(tmp_path: Path) -> None:
    """Each under its own ending, in the order asked for; pages are counted where there are any."""
    workspace = find_workspace(workspace_of(tmp_path, f"{MINIMAL}  intro: 一句。\n"), exact=True)
    asked = tuple(reversed(REPORT_FORMATS))
    outputs = build(workspace, 2025, Request(formats=asked), lambda stage: None).outputs
    assert [(each.format, Path(each.path).name) for each in outputs] == [
        ("txt", "report.txt"),
        ("markdown", "report.md"),
        ("wechat", "report.wechat.html"),
        ("html", "report.html"),
        ("pdf", "report.pdf"),
        ("docx", "report.docx"),
    ]
    assert [bool(each.pages) for each in outputs] == [False, False, False, False, True, True]
    assert all(Path(each.path).stat().st_size == each.size for each in outputs)


def test_a_format_without_a_writer_is_reported_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It once printed nothing and ended with 0."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, ODT))
    workspace = find_workspace(workspace_of(tmp_path, f"{MINIMAL}  intro: 一句。\n"), exact=True)
    with pytest.raises(CommandError) as refused:
        build(workspace, 2025, Request(formats=("html", "odt")), lambda stage: None)
    found = refused.value.diagnostic
    known = "docx pdf html wechat markdown txt csv xlsx"
    assert (found.code, found.status, found.words) == ("format-unknown", 2, {"name": "odt", "known": known})
    assert not (tmp_path / "build").exists()


def test_a_library_that_a_writer_lacks_is_not_an_unknown_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    writer = load_writer(next(entry for entry in FORMATS if entry.name == "xlsx"))
    with pytest.raises(ModuleNotFoundError):
        writer(SeriesTable((), (), datetime.date(2025, 1, 1)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("build", "2025"), "docx pdf html wechat markdown txt"),
        (("diff", "2024", "2025"), "terminal json markdown txt docx pdf html"),
        (("follow", "2024", "2025"), "terminal json markdown txt docx pdf html"),
        (("metrics",), "terminal json markdown txt csv xlsx"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_an_unknown_format_is_reported_with_those_there_are(
    tmp_path: Path, arguments: tuple[str, ...], known: str
) -> None:
    workspace_of(tmp_path, MINIMAL)
    ran = reportgen(*arguments, "--format", "odt", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "unknown format “odt”" in ran.stderr
    assert known in ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", ["build", "diff", "follow", "metrics"])
def test_the_help_names_all_formats_of_a_command(command: str) -> None:
    said = reportgen(command, "--help", folder=ROOT).stdout
    listed = {"build": REPORT_FORMATS, "metrics": formats.SHOWN_FORMATS + formats.METRICS_FILES}
    for name in listed.get(command, formats.SHOWN_FORMATS + formats.DOCUMENT_FILES):
        assert name in said


@pytest.mark.slow
def test_what_has_no_pages_opens_no_font(tmp_path: Path) -> None:
    """Neither a library of fonts nor the layout is imported."""
    workspace_of(tmp_path)
    code = (
        "import sys; from pathlib import Path; from reportgen.workflows.build import Request, build\n"
        "from reportgen.workspace.files import find_workspace\n"
        "workspace = find_workspace(Path(sys.argv[1]), exact=True)\n"
        "request = Request(formats=('html', 'markdown', 'txt'))\n"
        "assert len(build(workspace, 2025, request, lambda stage: None).outputs) == 3\n"
        "loaded = {'uharfbuzz', 'reportgen.fonts', 'reportgen.layout', 'reportlab', 'docx', 'PIL'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)

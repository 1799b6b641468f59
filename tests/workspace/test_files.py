"""Which files are a workspace's reports, style sheets, fonts and words, and what is reported if there are none."""

import os
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic, Place
from reportgen.workspace.files import (
    Workspace,
    bare_workspace,
    file_stamps,
    find_workspace,
    installed_font_files,
    report_years,
)
from reportgen.workspace.refusals import CommandError
from tests.support import CLASSIC, STYLES


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with reports of three years, a style sheet of its own beside those of the program, and fonts."""
    files = (
        "data/2023.yaml", "data/2024.yaml", "data/2021.yaml", "data/.2024.yaml.before-absorb", "data/2025.yml",
        "data/0999.yaml", "data/3000.yaml", "data/2025.yaml.bak", "styles/own.yaml", "styles/official.yaml",
        "styles/own.yml", "styles/a b.yaml", "styles/style.schema.json", "program/official.yaml",
        "program/plenary.yaml", "fonts/b.ttf", "fonts/a.OTF", "fonts/.hidden.ttf", "fonts/readme.txt",
        "fonts/c.ttc", "fonts/d.otc", "fonts/e.woff",
    )  # fmt: skip
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    return Workspace(tmp_path, tmp_path / "program")


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    """A folder with nothing in it."""
    return Workspace(tmp_path, tmp_path / "program")


def _refused(raised: pytest.ExceptionInfo[CommandError]) -> tuple[str, dict[str, object], tuple[str, ...]]:
    found = raised.value.diagnostic
    return found.code, dict(found.words), found.hints


def test_reports_are_the_files_named_for_a_year(workspace: Workspace) -> None:
    assert workspace.years() == workspace.reported_years() == (2021, 2023, 2024)
    assert workspace.latest_year() == 2024
    assert [workspace.has_report(year) for year in (2023, 2025)] == [True, False]
    assert [workspace.report_size(year) for year in (2023, 2025)] == [len("data/2023.yaml"), 0]
    assert report_years(["1000.yaml", "2999.yaml", "02025.yaml", "2025.yaml.txt"]) == (1000, 2999)


def test_the_sheets_of_the_program_are_there_in_any_folder(tmp_path: Path) -> None:
    paths = bare_workspace(tmp_path).style_paths()
    assert all(paths[name].is_file() for name in (*STYLES, CLASSIC))


def test_what_belongs_to_a_year_has_its_place(empty: Workspace) -> None:
    assert empty.report_path(2025) == empty.root / "data" / "2025.yaml"
    assert empty.kept_path(2025) == empty.root / "data" / ".2025.yaml.before-absorb"
    assert empty.schema_path() == empty.root / "data" / "report.schema.json"
    assert empty.output_folder(2025) == empty.root / "build" / "2025"


def test_a_report_is_there_also_where_it_cannot_be_read(workspace: Workspace) -> None:
    workspace.report_path(2022).symlink_to("nowhere")
    assert workspace.has_report(2022)
    assert workspace.report_size(2022) == 0


def test_years_are_chosen_once_and_ranges_by_what_there_is(workspace: Workspace) -> None:
    """A year that is named is chosen whether or not it has a report: a missing one is reported when it is read."""
    assert workspace.chosen_years([2024, range(2020, 2025), 1999]) == [2024, 2021, 2023, 1999]
    with pytest.raises(CommandError) as raised:
        workspace.chosen_years([range(2025, 2031)])
    words = {"folder": workspace.root.as_posix(), "first": "2025", "last": "2030", "known": "2021 2023 2024"}
    assert _refused(raised) == ("years-missing", words, ("known-names",))


def test_without_reports_a_hint_says_how_to_begin(empty: Workspace) -> None:
    assert empty.years() == ()
    for ask in (empty.latest_year, empty.reported_years, lambda: empty.chosen_years([range(2020, 2026)])):
        with pytest.raises(CommandError) as raised:
            ask()
        words = {"folder": empty.root.as_posix()}
        assert _refused(raised) == ("reports-missing", words, ("begin-workspace", "import-report"))


def test_for_a_report_that_is_missing_those_that_are_there_are_named(workspace: Workspace) -> None:
    assert workspace.read_report(2023) == b"data/2023.yaml"
    with pytest.raises(CommandError) as raised:
        workspace.read_report(2022)
    words = {"file": "data/2022.yaml", "known": "2021 2023 2024"}
    assert _refused(raised) == ("file-missing", words, ("known-names",))


def test_where_there_are_none_none_is_named(empty: Workspace) -> None:
    with pytest.raises(CommandError) as raised:
        empty.read_report(2022)
    assert _refused(raised) == ("file-missing", {"file": "data/2022.yaml", "known": ""}, ())


def test_a_report_that_leads_nowhere_is_missing_without_advice(workspace: Workspace) -> None:
    workspace.report_path(2022).symlink_to("nowhere")
    with pytest.raises(CommandError) as raised:
        workspace.read_report(2022)
    assert _refused(raised) == ("file-missing", {"file": "data/2022.yaml", "known": ""}, ())


def test_a_style_sheet_of_the_workspace_wins_over_one_of_the_program(workspace: Workspace) -> None:
    root = workspace.root
    assert workspace.style_paths() == {
        "official": root / "styles" / "official.yaml",
        "own": root / "styles" / "own.yaml",
        "plenary": root / "program" / "plenary.yaml",
    }
    assert [workspace.has_own_style(name) for name in ("official", "own", "plenary")] == [True, True, False]
    assert workspace.read_style("official") == ("styles/official.yaml", b"styles/official.yaml")
    assert workspace.read_style("plenary") == ("program/plenary.yaml", b"program/plenary.yaml")
    with pytest.raises(CommandError) as raised:
        workspace.read_style("none")
    words = {"name": "none", "known": "official plenary own"}
    assert _refused(raised) == ("style-unknown", words, ("known-names",))


def test_a_sheet_of_the_program_may_be_a_link_and_one_of_the_workspace_may_not_lead_out(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "sheet.yaml"
    outside.write_text("sheet", "utf-8")
    (workspace.builtin_styles / "linked.yaml").symlink_to(outside)
    (workspace.root / "styles" / "foreign.yaml").symlink_to(outside)
    assert workspace.read_style("linked") == ("program/linked.yaml", b"sheet")
    with pytest.raises(CommandError, match="file-outside"):
        workspace.read_style("foreign")


def test_fonts_are_files_with_the_endings_of_fonts(workspace: Workspace) -> None:
    fonts = workspace.root / "fonts"
    (fonts / "folder.ttf").mkdir()
    (fonts / "lost.ttf").symlink_to("nowhere")
    files, refused = workspace.font_files()
    assert [shown for _, shown in files] == ["fonts/a.OTF", "fonts/b.ttf", "fonts/c.ttc", "fonts/d.otc"]
    assert [path for path, _ in files] == [workspace.root / shown for _, shown in files]
    assert refused == (
        Diagnostic("file-is-folder", Place("fonts/folder.ttf"), {"file": "fonts/folder.ttf"}),
        Diagnostic("file-missing", Place("fonts/lost.ttf"), {"file": "fonts/lost.ttf"}),
    )


def test_without_a_folder_of_fonts_there_are_none(empty: Workspace) -> None:
    assert empty.font_files() == ((), ())


def test_installed_fonts_come_folder_by_folder_and_by_name(tmp_path: Path) -> None:
    below = [f"b/{name}/font.otf" for name in "hcagbfed"]
    for name in ("b/z.ttf", "b/a.ttf", *below, "a/e.TTC", "a/f.txt", "a/.g.ttf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = installed_font_files([tmp_path / "b", tmp_path / "none", tmp_path / "a"])
    names = ["b/a.ttf", "b/z.ttf", *sorted(below), "a/e.TTC"]
    assert found == tuple((tmp_path / name, (tmp_path / name).as_posix()) for name in names)


def test_settings_and_words_are_read_where_they_are_there(workspace: Workspace) -> None:
    assert (workspace.read_settings(), workspace.read_lexicon()) == (None, None)
    (workspace.root / "reportgen.yaml").write_bytes(b"one")
    (workspace.root / "lexicon.yaml").write_bytes(b"two")
    assert workspace.read_settings() == ("reportgen.yaml", b"one")
    assert workspace.read_lexicon() == ("lexicon.yaml", b"two")
    (workspace.root / "lexicon.yaml").unlink()
    (workspace.root / "lexicon.yaml").symlink_to("nowhere")
    with pytest.raises(CommandError, match="file-missing"):
        workspace.read_lexicon()


def test_a_picture_is_read_where_it_is_there_and_no_larger_than_it_may_be(workspace: Workspace) -> None:
    (workspace.root / "logo.png").write_bytes(b"12345")
    assert workspace.read_picture("logo.png", 5) == b"12345"
    assert workspace.read_picture("none.png", 5) is None
    with pytest.raises(CommandError, match="file-too-large"):
        workspace.read_picture("logo.png", 4)
    with pytest.raises(CommandError, match="file-outside"):
        workspace.read_picture(f"../{workspace.root.name}/../..", 4)


@pytest.mark.parametrize(
    ("label", "path", "shown"),
    [
        ("", "data/2025.yaml", "data/2025.yaml"),
        ("甲", "data/2025.yaml", "甲/data/2025.yaml"),
        ("甲", "linked/2025.yaml", "甲/linked/2025.yaml"),
        ("甲", "/elsewhere/2025.yaml", "/elsewhere/2025.yaml"),
    ],
)
def test_paths_are_shown_from_the_root_or_its_label(empty: Workspace, label: str, path: str, shown: str) -> None:
    (empty.root / "linked").symlink_to("/elsewhere")
    workspace = Workspace(empty.root, empty.builtin_styles, label)
    assert workspace.shown(empty.root / path) == shown


def test_a_path_through_a_link_to_the_workspace_is_shown_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    workspace = Workspace(tmp_path / "link", tmp_path)
    assert workspace.shown(tmp_path / "real" / "data" / "2025.yaml") == "data/2025.yaml"


def test_a_file_is_as_it_was_by_its_times_its_size_and_what_it_is(tmp_path: Path) -> None:
    path, none = tmp_path / "a", tmp_path / "none"
    path.write_bytes(b"one")
    before = file_stamps([path, none, Path("\0")])
    assert before == file_stamps([path, none, Path("\0")])
    assert before[1:] == (None, None)
    os.utime(path, (0, 0))
    assert file_stamps([path])[0] != before[0]


def test_a_workspace_is_the_nearest_folder_upwards_with_data(tmp_path: Path) -> None:
    (tmp_path / "甲" / "data").mkdir(parents=True)
    (tmp_path / "甲" / "乙").mkdir()
    (tmp_path / "甲" / "乙" / "data").write_text("a file", "utf-8")
    deep = tmp_path / "甲" / "乙"
    assert find_workspace(deep, exact=False).root == tmp_path / "甲"
    assert find_workspace(tmp_path / "甲" / "none" / "deeper", exact=False).root == tmp_path / "甲"
    with pytest.raises(CommandError) as raised:
        find_workspace(tmp_path, exact=False)
    words = {"folder": tmp_path.as_posix()}
    assert _refused(raised) == ("workspace-missing", words, ("make-workspace", "begin-workspace"))


@pytest.mark.parametrize(
    ("named", "hints"),
    [
        ("甲/data", ("name-parent",)),
        ("甲/styles", ("name-parent",)),
        ("甲/build", ("name-parent",)),
        ("甲/fonts", ("name-parent",)),
        ("甲/other", ("name-workspace", "begin-workspace")),
        ("data", ("name-workspace", "begin-workspace")),
    ],
)
def test_where_a_folder_of_a_workspace_is_named_its_parent_was_meant(
    tmp_path: Path, named: str, hints: tuple[str, ...]
) -> None:
    (tmp_path / "甲" / "data").mkdir(parents=True)
    folder = tmp_path / named
    with pytest.raises(CommandError) as raised:
        find_workspace(folder, exact=True)
    words = {"folder": folder.as_posix(), "parent": folder.parent.as_posix()}
    assert _refused(raised) == ("root-without-data", words, hints)
    assert find_workspace(tmp_path / "甲", exact=True).root == tmp_path / "甲"

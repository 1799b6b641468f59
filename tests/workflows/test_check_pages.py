"""``check --pages`` reports what a build would; a character no font has keeps no Word file from being built."""

from pathlib import Path

from reportgen.diagnostics import Severity
from reportgen.workflows.build import Request, build, check_pages
from reportgen.workflows.check import CheckOptions, check
from reportgen.workspace.files import find_workspace
from tests.support import DATED
from tests.workflows.test_build import workspace_of

RARE = "\U0002a6a5"  # 龍龍龍龍, in neither of the bundled fonts


def _silent(stage: str) -> None:
    """Nobody watches."""


def test_pages_find_what_a_build_would(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, f"{DATED}  intro: 甲{RARE}乙\n")
    workspace = find_workspace(folder, exact=True)
    assert check(workspace, 2025, CheckOptions()).findings.diagnostics == ()
    (found,) = check_pages(workspace, 2025, CheckOptions(), _silent).findings
    assert (found.code, found.severity) == ("character-missing", Severity.ERROR)
    assert build(workspace, 2025, Request(formats=("pdf",)), _silent).findings.diagnostics == (found,)


def test_pages_too_many_are_found(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, DATED + "  items: [" + "甲乙丙丁" * 900 + "]\n")
    workspace = find_workspace(folder, exact=True)
    codes = {each.code for each in check_pages(workspace, 2025, CheckOptions("handout"), _silent).findings}
    assert "pages-too-many" not in {each.code for each in check(workspace, 2025, CheckOptions("handout")).findings}
    assert codes == {each.code for each in build(workspace, 2025, Request(CheckOptions("handout")), _silent).findings}


def test_word_has_fonts_of_its_own(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, f"{DATED}  intro: 甲{RARE}乙\n")
    result = build(find_workspace(folder, exact=True), 2025, Request(formats=("docx",)), _silent)
    (found,) = result.findings
    assert (found.code, found.severity) == ("character-left-to-word", Severity.WARNING)
    assert [each.format for each in result.outputs] == ["docx"]

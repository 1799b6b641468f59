"""Where a character that no face has is reported: in the file that has the word, at the character.

In the workspaces of ``places/`` every character of CJK Extension B occurs once, each in another word.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.diff import Target, comparison_of, diff, ledger_of, read_diff_inputs, write_document
from reportgen.workflows.editions import ReportRef
from reportgen.workflows.fonts import fonts_of
from reportgen.workspace.files import Workspace, find_workspace

FOLDER = Path(__file__).parent / "places"
RARE = re.compile(r"[\U00020000-\U0002A6DF]|\\U([0-9A-F]{8})")
_COMMENT = re.compile(r"^#.*", re.MULTILINE)

Spot = tuple[str, int, int, str]
"""File, line, column and character."""


@pytest.fixture
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    shutil.copytree(FOLDER / request.param, tmp_path, dirs_exist_ok=True)
    return find_workspace(tmp_path, exact=True)


def written(workspace: Workspace, *files: str) -> list[Spot]:
    """Every rare character of some files, in order; comments do not print."""
    spots: list[Spot] = []
    for file in files:
        for number, line in enumerate((workspace.root / file).read_text("utf-8").splitlines(), 1):
            for match in RARE.finditer(_COMMENT.sub("", line)):
                character = chr(int(match.group(1), 16)) if match.group(1) else match.group()
                spots.append((file, number, match.start() + 1, character))
    return sorted(spots)


def reported(found: Iterable[Diagnostic]) -> list[Spot]:
    places = [(each.place, str(each.words["character"])) for each in found if each.code == "character-missing"]
    return sorted((place.file, place.line, place.column, word) for place, word in places if place)


@pytest.mark.parametrize("copied", ["printed"], indirect=True)
def test_each_is_reported_once_where_it_is_written(copied: Workspace) -> None:
    """Words of covers, contents, furniture, drafts, tables, annexes, colophons, ordinals, bullets; of two sheets."""
    result = build(copied, 2025, Request(CheckOptions("ours", draft=True), ("pdf",), draft=3), lambda stage: None)
    assert reported(result.findings) == written(copied, "styles/house.yaml", "styles/ours.yaml", "data/2025.yaml")


@pytest.mark.parametrize("copied", ["printed"], indirect=True)
def test_what_a_draft_alone_prints_is_not_missed_in_a_final_print(copied: Workspace) -> None:
    """By ``fonts``, which prints nothing, too."""
    files = ("styles/house.yaml", "styles/ours.yaml", "data/2025.yaml")
    expected = [spot for spot in written(copied, *files) if spot[3] not in "𠀈𠀉"]
    result = build(copied, 2025, Request(CheckOptions("ours", draft=True), ("pdf",)), lambda stage: None)
    assert reported(result.findings) == expected
    assert reported(fonts_of(copied, 2025, "ours", ()).findings) == expected


@pytest.mark.parametrize("copied", ["compared"], indirect=True)
@pytest.mark.parametrize(("kind", "unused"), [("comparison", "𠀇𠀈𠀉𠀊"), ("ledger", "𠀂𠀃𠀄𠀅𠀆𠁂𠁃𠁅")])
def test_each_is_reported_in_the_report_that_has_it(copied: Workspace, kind: str, unused: str) -> None:
    """The old one or the new one, or the style sheet."""
    diffed = diff(read_diff_inputs(copied, ReportRef(2024), ReportRef(2025), "ours", ()))
    document = (comparison_of if kind == "comparison" else ledger_of)(diffed)
    result = write_document(copied, diffed, document, Target(kind, ("pdf",)), lambda stage: None)
    files = ("styles/ours.yaml", "data/2024.yaml", "data/2025.yaml")
    assert reported(result.findings) == [spot for spot in written(copied, *files) if spot[3] not in unused]

"""Our own Word files come back as the report they were made from, in every style, as far as the style prints it."""

import difflib
import re
from pathlib import Path

import pytest

from reportgen.document import document_text
from reportgen.docx.names import roles_by_name
from reportgen.manuscript.absorb import absorb
from reportgen.manuscript.own_report import is_own, own_report
from reportgen.source import Source
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.import_document import formatted_text
from reportgen.workspace.files import Workspace, find_workspace
from tests.compare.reports import YEARS
from tests.docx.made import EVERY_FIELD
from tests.support import DATED, ROOT, STYLES, examine

EDITS = Path(__file__).parent / "edits"
REPORTS = {"real": ROOT / "data" / "2025.yaml", "invented": EDITS / "2025.yaml", "long": YEARS / "2025.yaml"}
_CHANGE = re.compile("约?(?:增长|下降|提高|降低|上升)[^，。；]*|基本持平|持平|与上年相比|——")
"""Changes are worked out from last year's report, which the file does not hold."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace without reports."""
    folder = tmp_path_factory.mktemp("leer")
    (folder / "data").mkdir()
    return find_workspace(folder, exact=True)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("report", REPORTS)
def test_a_file_of_our_own_prints_the_same_again(report: str, style: str, workspace: Workspace) -> None:
    source = Source("2025.yaml", REPORTS[report].read_text("utf-8"))
    base, findings = build_base(workspace, 2025, Request(CheckOptions(style, draft=True), ("docx",)), source)
    assert base is not None, findings
    assert is_own(base.manuscript) or not base.manuscript.identifier
    imported = formatted_text(own_report(base.manuscript, roles_by_name()), "2025.yaml", 2025)
    examined = examine(imported, style=style, draft=True)
    assert examined.document is not None, f"{examined.listing()}\n{imported}"
    before, after = (_lines(document_text(document)) for document in (base.document, examined.document))
    difference = "\n".join(difflib.unified_diff(before, after, lineterm="", n=0))
    assert not difference, difference


@pytest.mark.parametrize("style", ["plenary", "official", "lectern"])
def test_who_signs_and_the_title_come_back_once(style: str, workspace: Workspace) -> None:
    text = REPORTS["invented"].read_text("utf-8") + "signature: 政协白榆市委员会\n"
    made, findings = build_base(workspace, 2025, Request(CheckOptions(style), ("docx",)), Source("2025.yaml", text))
    assert made is not None, findings
    imported = formatted_text(own_report(made.manuscript, roles_by_name()), "2025.yaml", 2025)
    report, before = examine(imported, draft=True).report, examine(text, draft=True).report
    fields = ("title", "signature", "date", "closing")
    assert [getattr(report, field) for field in fields] == [getattr(before, field) for field in fields]
    assert imported.count(before.title) == 1


@pytest.mark.parametrize("style", ["plenary", "official", "lectern"])
def test_emphasis_comes_back(style: str, workspace: Workspace) -> None:
    text = f"{DATED}  intro: 全年**认真履职**，**成效**明显。\n"
    made, findings = build_base(workspace, 2025, Request(CheckOptions(style), ("docx",)), Source("2025.yaml", text))
    assert made is not None, findings
    imported = formatted_text(own_report(made.manuscript, roles_by_name()), "2025.yaml", 2025)
    assert "全年**认真履职**，**成效**明显" in imported


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_an_untouched_file_changes_nothing(style: str, workspace: Workspace) -> None:
    """Not even the closing of a part, which comes after its sections."""
    source = Source("2025.yaml", EVERY_FIELD)
    base, findings = build_base(workspace, 2025, Request(CheckOptions(style, draft=True), ("docx",)), source)
    assert base is not None, findings
    done = absorb(base, source, base.manuscript)
    assert (done.changes, done.hands) == ((), ())


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := _CHANGE.sub("", each))]

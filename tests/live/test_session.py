"""What a running preview shows of a report, choice by choice."""

from pathlib import Path

import pytest

from reportgen.live.session import Choice, Session
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

FIRST = Choice("official")


def session_of(folder: Path, text: str) -> Session:
    workspace = find_workspace(workspace_of(folder, text), exact=True)
    return Session(workspace, 2025, Request(CheckOptions(None)), FIRST, "zh")


@pytest.mark.slow
def test_pages_are_those_of_a_choice_that_nothing_asked_for_before(tmp_path: Path) -> None:
    """And after a save those of the file as it is now, or the last good ones."""
    session = session_of(tmp_path, f"{MINIMAL}  intro: 全年视察。\n")
    before = session.pages(FIRST)
    assert before is not None
    report = tmp_path / "data" / "2025.yaml"
    for text, is_new in ((f"{MINIMAL}  intro: 全年调研。\n", True), ("schema: 1\n", False)):
        report.write_text(text, "utf-8")
        session.refresh()
        after = session.pages(FIRST)
        assert after is not None
        assert (after.pages != before.pages) is is_new
        before = after
    assert session.view(FIRST).stands

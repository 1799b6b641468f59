"""What a running preview shows of a report, choice by choice."""

from pathlib import Path

import pytest

from reportgen.live import session as live_session
from reportgen.live.session import Choice, Session
from reportgen.live.tiles import TileDrawer
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow

FIRST = Choice("official")


def session_of(folder: Path, text: str) -> Session:
    workspace = find_workspace(workspace_of(folder, text), exact=True)
    return Session(workspace, 2025, Request(CheckOptions(None)), FIRST, "zh")


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


def edited(session: Session, text: str) -> None:
    session.workspace.report_path(2025).write_text(text, "utf-8")


def test_a_choice_is_compiled_once_a_save_and_what_was_asked_for_last_at_once(tmp_path: Path) -> None:
    session = session_of(tmp_path, MINIMAL)
    assert session.refresh().choice == FIRST, "nothing has been asked for yet"
    other = Choice("official", 2)
    views = [session.view(FIRST), session.view(other)]
    assert [session.view(FIRST), session.view(other)] == views
    assert [session.view(FIRST) is views[0], session.view(other) is views[1]] == [True, True]
    assert [each.revision for each in views] == [1, 1]
    assert session.refresh().choice == other
    assert [session.view(FIRST).revision, session.view(other).revision] == [2, 2]


def test_listeners_hear_of_every_save_until_they_have_heard_enough(tmp_path: Path) -> None:
    session = session_of(tmp_path, MINIMAL)
    heard: list[str] = []
    ends = [session.listen(lambda name=name: heard.append(name)) for name in ("first", "second")]  # type: ignore[misc]
    session.refresh()
    ends[0]()
    session.refresh()
    assert heard == ["first", "second", "second"]


def test_the_place_that_was_edited_last_is_sent_once(tmp_path: Path) -> None:
    session = session_of(tmp_path, f"{MINIMAL}  intro: 全年视察。\n  closing: 全年调研。\n")
    first = session.refresh()
    assert (first.edited, [each.changed for each in first.pages if each.changed]) == (None, [])
    edited(session, f"{MINIMAL}  intro: 全年视察。\n  closing: 全年走访。\n")
    at = session.refresh().edited
    assert at is not None
    pages = session.pages(FIRST)
    assert pages is not None
    (line,) = (line for line in pages.lines[at.page] if line.top == at.top)
    assert line.text == "全年走访。"
    marks = [each.changed for each in pages.pages]
    assert marks.pop(at.page) == ((line.top, line.top + line.height),)
    assert not any(marks), "nothing else is new"
    assert session.refresh().edited is None
    edited(session, "schema: 1\n")
    assert session.refresh().edited is None


@pytest.mark.parametrize(("draft", "stands"), [(0, True), (1, False)])
def test_only_a_draft_may_have_numbers_to_be_filled_in(tmp_path: Path, draft: int, stands: bool) -> None:
    metric = "metrics: {提案: {label: 提案, value: 待填, unit: 件}}\n"
    assert session_of(tmp_path, MINIMAL + metric).view(Choice("official", draft)).stands is stands


def test_pictures_of_six_choices_are_kept_and_others_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were asked for last; of each, the pictures of its last pages."""
    opened: list[TileDrawer] = []
    closed: list[TileDrawer] = []

    class Counted(TileDrawer):
        def __init__(self, pdf: bytes) -> None:
            super().__init__(pdf)
            opened.append(self)

        def close(self) -> None:
            super().close()
            closed.append(self)

    monkeypatch.setattr(live_session, "TileDrawer", Counted)
    session = session_of(tmp_path, MINIMAL)
    keys = [session.view(Choice("official", draft)).pages[-1].key for draft in range(1, 7)]
    session.view(Choice("official", 1))
    keys.append(session.view(Choice("official", 7)).pages[-1].key)
    assert [session.tile(key, 1.0, 0, 0) is not None for key in keys] == [True, False, *[True] * 5]
    assert (len(opened), closed) == (7, [opened[1]])
    session.refresh()
    assert (len(opened), closed) == (8, [opened[1], opened[6]])


def test_editors_may_open_the_reports_the_style_sheets_and_what_was_read(tmp_path: Path) -> None:
    session = session_of(tmp_path, MINIMAL)
    (tmp_path / "data" / "2024.yaml").write_text(MINIMAL.replace("2025", "2024"), "utf-8")
    (tmp_path / "data" / "notes.txt").write_text("", "utf-8")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text("schema: 1\nextends: official\ndescription: 本单位\n", "utf-8")
    (tmp_path / "lexicon.yaml").write_text("schema: 1\n", "utf-8")
    before = {"data/2024.yaml", "data/2025.yaml", "styles/own.yaml"}
    own = {name: path for name, path in session.files().items() if path.is_relative_to(tmp_path)}
    assert own == {name: tmp_path / name for name in before}
    session.view(Choice("own"))
    own = {name: path for name, path in session.files().items() if path.is_relative_to(tmp_path)}
    assert own == {name: tmp_path / name for name in {*before, "lexicon.yaml"}}
    assert session.styles == ("classic", "handout", "lectern", "official", "own", "plenary")

"""Tracked changes: accepted they are the new file, rejected the old one, whatever changed between them."""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from reportgen.document import compose
from reportgen.docx.redline import Redlined, Untracked, write_redline
from reportgen.docx.revisions import Revision
from reportgen.report import Report, resolve
from tests.cases.test_cases import CASES
from tests.compare.documents import PAIRS
from tests.compare.reports import reports
from tests.docx.made import made_from
from tests.docx.office import run_macro
from tests.docx.reading import WORD, attribute, part
from tests.docx.tracked import changes, lines
from tests.docx.validity import faults
from tests.support import MINIMAL, PLAIN, ROOT, STYLES, examine, prepared, sheet_named

REVISION = Revision("秘书处", datetime.date(2026, 1, 8))
REAL = (ROOT / "data" / "2025.yaml").read_text("utf-8")
FIXTURES = {name: tuple(path.read_text("utf-8") for path in pair) for name, pair in PAIRS.items()}


def word(text: str, style: str) -> bytes:
    """A report's Word file."""
    year = 2024 if "year: 2024" in text else 2025
    sheet = sheet_named(style)
    return made_from(examine(text, year=year, style=sheet, draft=True).composed, sheet).data


def redlined(old: str, new: str, style: str = "plenary") -> tuple[bytes, bytes, Redlined]:
    """Both files and the redline between them."""
    before, after = word(old, style), word(new, style)
    return before, after, write_redline(before, after, REVISION)


def assert_round_trip(old: str, new: str, style: str) -> Redlined:
    """Accepting gives the new file, rejecting the old one; the file is sound."""
    before, after, made = redlined(old, new, style)
    assert lines(made.data, "accept") == lines(after)
    assert lines(made.data, "reject") == lines(before)
    assert faults(made.data) == []
    return made


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_goes_there_and_back(name: str, style: str) -> None:
    old, new = FIXTURES[name]
    made = assert_round_trip(old, new, style)
    assert bool(changes(made.data)) == (old != new)
    assert_round_trip(new, old, style)


@pytest.mark.slow
def test_every_case_goes_to_the_next_and_back() -> None:
    """Whole other reports: everything that cases hold, in every combination that neighbours make."""
    texts = [(case / "2025.yaml").read_bytes() for case in CASES if (case / "document.txt").exists()]
    made = [_word_of(text) for text in texts]
    for one, other in pairwise(made):
        for before, after in ((one, other), (other, one)):
            result = write_redline(before, after, REVISION)
            assert lines(result.data, "accept") == lines(after)
            assert lines(result.data, "reject") == lines(before)
            assert faults(result.data) == []


def _word_of(text: bytes) -> bytes:
    sheet = sheet_named("plenary")
    last_year = (ROOT / "tests" / "cases" / "change-from-last-year" / "2024.yaml").read_bytes()
    examined = examine(text, style=sheet, draft=True)
    if examined.document is None:  # a change that only last year's report can tell
        examined = examine(text, style=sheet, draft=True, last_year=last_year)
    return made_from(examined.composed, sheet).data


@pytest.mark.slow
@settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(reports(), reports())
def test_any_report_goes_to_any_other_and_back(one: Report, other: Report) -> None:
    sheet = sheet_named("official")
    before, after = (
        made_from(compose(resolve(each, None), prepared(sheet)).document, sheet).data for each in (one, other)
    )
    made = write_redline(before, after, REVISION)
    assert lines(made.data, "accept") == lines(after)
    assert lines(made.data, "reject") == lines(before)


def test_nothing_changed_is_the_new_file_itself() -> None:
    before, after, made = redlined(REAL, REAL)
    assert before == after
    assert changes(made.data) == []
    assert made.untracked == ()
    assert lines(made.data) == lines(after)


def test_a_figure_corrected_is_one_piece_everywhere() -> None:
    made = assert_round_trip(REAL, REAL.replace("value: 546", "value: 548"), PLAIN)
    assert changes(made.data) == ["del 546", "ins 548", "del 546件", "ins 548件", "del 546", "ins 548"]
    assert made.untracked == ()


def test_changes_have_an_author_and_a_date() -> None:
    _, _, made = redlined(REAL, REAL.replace("value: 546", "value: 548"))
    marks = list(part(made.data).iter(f"{WORD}ins"))
    assert {(attribute(each, "author"), attribute(each, "date")) for each in marks} == {
        ("秘书处", "2026-01-08T00:00:00Z")
    }
    numbers = [attribute(each, "id") for name in ("ins", "del") for each in part(made.data).iter(f"{WORD}{name}")]
    assert len(numbers) == len(set(numbers))


def test_rows_come_and_go() -> None:
    metric = "  提案: {label: 征集提案, value: 546, unit: 件}\n"
    assert metric in REAL
    made = assert_round_trip(
        REAL, REAL.replace(metric, metric + "  新: {label: 新增一项, value: 7, unit: 处}\n"), PLAIN
    )
    *_, table = part(made.data).iter(f"{WORD}tbl")
    rows = [each for each in table.iter(f"{WORD}trPr") if each.find(f"{WORD}ins") is not None]
    assert len(rows) == 1


def test_what_moved_went_here_and_came_there() -> None:
    moved = "    - {title: 三, text: 第三句话说得很长。}\n"
    text = f"{MINIMAL}  items:\n    - {{title: 一, text: 第一句。}}\n    - {{title: 二, text: 又一句。}}\n{moved}"
    other = text.replace(moved, "").replace("  items:\n", f"  items:\n{moved}")
    made = assert_round_trip(text, other, "plenary")
    assert changes(made.data) == ["ins 三　第三句话说得很长。", "del 三　第三句话说得很长。"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "untracked"),
    [
        ("title: 把准政治方向", "title: 找准政治方向", {Untracked.CONTENTS}),
        (
            "title: 市政协十四届五次会议",
            "title: 市政协十四届六次会议",
            {Untracked.FURNITURE, Untracked.PROPERTIES},
        ),
        ("unit: 件}", "unit: 件, history: {2023: 500, 2024: 520}}", {Untracked.CHARTS}),
    ],
)
def test_what_cannot_be_tracked_is_told(old: str, new: str, untracked: set[Untracked]) -> None:
    made = assert_round_trip(REAL, REAL.replace(old, new), "plenary")
    assert set(made.untracked) >= untracked


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = FIXTURES["corrections"]
    assert redlined(old, new)[2].data == redlined(old, new)[2].data


SETTLE = """
Sub Settle(source As String, target As String, command As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, options())
  If command <> "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    Dim nothing()
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, nothing())
  End If
  options(0).Name = "FilterName"
  options(0).Value = "Text (encoded)"
  document.storeToURL(target, options())
  document.close(True)
End Sub
"""


@pytest.mark.slow
@pytest.mark.parametrize("backwards", [False, True])
def test_libreoffice_accepts_and_rejects_as_we_say(tmp_path: Path, *, backwards: bool) -> None:
    """A program we did not write does what the buttons say: its text is that of the new file, or of the old one."""
    old, new = FIXTURES["corrections"][::-1] if backwards else FIXTURES["corrections"]
    before, after, made = redlined(old, new)
    calls = ""
    wanted = {"old": (before, ""), "new": (after, "")}
    wanted |= {
        "accepted": (made.data, ".uno:AcceptAllTrackedChanges"),
        "rejected": (made.data, ".uno:RejectAllTrackedChanges"),
    }
    for name, (data, command) in wanted.items():
        source = tmp_path / f"{name}.docx"
        source.write_bytes(data)
        calls += f'  Settle("{source.as_uri()}", "{(tmp_path / name).as_uri()}.txt", "{command}")\n'
    run_macro(tmp_path, f"{SETTLE}\nSub Main\n{calls}End Sub\n")
    texts = {name: _without_contents((tmp_path / f"{name}.txt").read_text("utf-8-sig")) for name in wanted}
    assert texts["accepted"] == texts["new"]
    assert texts["rejected"] == texts["old"]
    assert texts["new"] != texts["old"]


def _without_contents(text: str) -> list[str]:
    """The lines of a text but for those of the contents, which end in a tab and a page number."""
    return [line for line in text.splitlines() if not re.search(r"\t\d+$", line)]

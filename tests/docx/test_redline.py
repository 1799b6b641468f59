"""Tracked changes: accepted they are the new file, rejected the old one, whatever changed between them."""

import datetime
import re
from itertools import pairwise
from statistics import median

import pytest
from msgspec.structs import replace

from reportgen.compare import pair_entries
from reportgen.docx.redline import Redlined, WordFile, write_redline
from reportgen.docx.redline_merging import Untracked
from reportgen.docx.redline_units import Entries
from reportgen.docx.revisions import Revision
from reportgen.report import Report
from reportgen.style import StyleSheet
from tests.cases.test_cases import CASES
from tests.compare.documents import PAIRS
from tests.compare.reports import side
from tests.docx.made import made_from
from tests.docx.marking import least_marked, marked
from tests.docx.reading import WORD, attribute, part
from tests.docx.tracked import changes, furniture, lines
from tests.docx.validity import faults
from tests.support import ALL_SHEETS, MINIMAL, PLAIN, ROOT, examine, prepared, sheet_named

pytestmark = pytest.mark.slow

REVISION = Revision("秘书处", datetime.date(2026, 1, 8))
REAL = (ROOT / "data" / "2025.yaml").read_text("utf-8")
FIXTURES = {name: tuple(path.read_text("utf-8") for path in pair) for name, pair in PAIRS.items()}


def word(text: str, style: str) -> WordFile:
    """A report's Word file."""
    year = 2024 if "year: 2024" in text else 2025
    sheet = with_any_contents(style)
    document = examine(text, year=year, style=sheet, draft=True).composed
    return WordFile(made_from(document, sheet).data, document)


def with_any_contents(style: str) -> StyleSheet:
    """A sheet as redlines are made with it: contents do not depend on how many headings there are."""
    return prepared(sheet_named(style)).with_any_contents().style


def entries_of(old: Report, new: Report) -> Entries:
    return Entries(pair_entries(side(old), side(new)))


def redlined(old: str, new: str, style: str = "plenary") -> tuple[bytes, bytes, Redlined]:
    """Both files and the redline between them."""
    before, after = word(old, style), word(new, style)
    reports = [examine(text, year=2024 if "year: 2024" in text else 2025, draft=True).report for text in (old, new)]
    made = write_redline(before, after, REVISION, entries_of(*reports))
    return before.data, after.data, made


def assert_settles(before: bytes, after: bytes, made: Redlined) -> None:
    """Accepting gives the new file, rejecting the old one; it is sound."""
    assert lines(made.data, "accept") == lines(after)
    assert lines(made.data, "reject") == lines(before)
    assert faults(made.data) == []


def assert_round_trip(old: str, new: str, style: str) -> Redlined:
    """There and back."""
    before, after, made = redlined(old, new, style)
    assert_settles(before, after, made)
    return made


@pytest.mark.parametrize("style", ALL_SHEETS)
@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_goes_there_and_back(name: str, style: str) -> None:
    old, new = FIXTURES[name]
    made = assert_round_trip(old, new, style)
    assert bool(changes(made.data)) == (old != new)
    assert_round_trip(new, old, style)


@pytest.mark.parametrize("style", ["plenary", "classic"])
def test_every_case_goes_to_the_next_and_back(style: str) -> None:
    """Whole other reports: everything that cases hold, in every combination that neighbours make."""
    texts = [(case / "2025.yaml").read_bytes() for case in CASES if (case / "document.txt").exists()]
    made = [_word_of(text, style) for text in texts]
    for one, other in pairwise(made):
        for before, after in ((one, other), (other, one)):
            result = write_redline(before, after, REVISION)
            assert_settles(before.data, after.data, result)


def _word_of(text: bytes, style: str) -> WordFile:
    sheet = with_any_contents(style)
    last_year = (ROOT / "tests" / "cases" / "change-from-last-year" / "2024.yaml").read_bytes()
    examined = examine(text, style=sheet, draft=True)
    if examined.document is None:  # a change that only last year's report can tell
        examined = examine(text, style=sheet, draft=True, last_year=last_year)
    return WordFile(made_from(examined.composed, sheet).data, examined.composed)


def test_nothing_changed_is_the_new_file_itself() -> None:
    before, after, made = redlined(REAL, REAL)
    assert before == after
    assert changes(made.data) == []
    assert made.untracked == ()
    assert lines(made.data) == lines(after)


def test_a_figure_corrected_is_one_piece_everywhere() -> None:
    made = assert_round_trip(REAL, REAL.replace("value: 546", "value: 548"), PLAIN)
    assert changes(made.data) == ["del 546件", "ins 548", "ins 件", "del 546件", "ins 548件", "del 546", "ins 548"]
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
    assert changes(made.data) == ["moveTo 三　第三句话说得很长。", "moveFrom 三　第三句话说得很长。"]


REPORT = """\
schema: 1
year: 2025
title: 工作报告
reviews:
  title: 工作回顾
  sections:
    - id: 学习
      title: 坚持学在前头
      lead: 把学习作为第一件事。
      items:
        - {id: 读书, title: 读书活动常态开展, text: 建起书屋六处，读书会二十场。}
        - id: 宣讲
          title: 宣讲进基层
          text: |-
            宣讲八场。

            听众三千人次。
    - id: 民生
      title: 办好身边小事
      items:
        - {id: 菜场, title: 菜场换新颜, text: 改造五处。}
closing: 各位委员，让我们一起努力。
"""


def edited(*edits: tuple[str, str]) -> str:
    """The report above with some words put in the place of others."""
    text = REPORT
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


def turned() -> str:
    """The report with its first section behind the second."""
    start, first = REPORT.index("    - id: 学习"), REPORT.index("    - id: 民生")
    end = REPORT.index("closing")
    return REPORT[:start] + REPORT[first:end] + REPORT[start:first] + REPORT[end:]


WITHOUT_ITEMS = re.sub(r"      items:\n(?:        .*\n|\n)+", "", REPORT)


def marks_of(data: bytes) -> list[str]:
    """The changes of marks that end paragraphs."""
    found = part(data).iter(f"{WORD}rPr")
    return [each.tag.removeprefix(WORD) for marks in found for each in marks if each.get(f"{WORD}author")]


@pytest.mark.parametrize("style", ["official", "plenary"])
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("菜场换新颜", "“菜场”换新颜", ["ins “", "ins ”"]),
        ("书屋六处，读书", "书屋六处；读书", ["del ，", "ins ；"]),
        ("改造五处。", "改造——五处·完。", ["ins ——", "ins ·完"]),
    ],
)
def test_marks_that_came_are_marked_and_nothing_else(style: str, old: str, new: str, expected: list[str]) -> None:
    """A mark that Chinese shares with Latin gives its run a hint, which changes no look of what is around it."""
    assert changes(assert_round_trip(REPORT, edited((old, new)), style).data) == expected


@pytest.mark.parametrize("style", ["official", "plenary"])
@pytest.mark.parametrize(
    ("old", "new", "mark", "words"),
    [
        ("八场。\n\n            听众三千", "八场。\n\n            听众\n\n            三千", "ins", []),
        ("八场。\n\n            听众", "八场。听众", "del", []),
        ("八场。\n\n            听众", "八场，听众", "del", ["del 。", "ins ，"]),
    ],
)
def test_a_paragraph_parted_or_joined_is_one_mark(style: str, old: str, new: str, mark: str, words: list[str]) -> None:
    made = assert_round_trip(REPORT, edited((old, new)), style)
    assert (marks_of(made.data), changes(made.data)) == ([mark], words)


@pytest.mark.parametrize("style", ["official", "plenary", "lectern"])
def test_an_entry_that_moved_is_a_move_with_its_edits_inside(style: str) -> None:
    made = assert_round_trip(REPORT, turned().replace("改造五处", "办实事六处"), style)
    found = changes(made.data)
    assert {"moveTo 办好身边小事", "moveFrom 办好身边小事"} <= set(found)
    assert [each for each in found if each.startswith(("ins", "del"))] == ["ins 办实事六", "del 改造五"]
    starts = {kind: list(part(made.data).iter(f"{WORD}{kind}RangeStart")) for kind in ("moveFrom", "moveTo")}
    assert [[attribute(each, "name") for each in found] for found in starts.values()] == [["move1"], ["move1"]]
    for kind, (start,) in starts.items():
        ends = [attribute(each, "id") for each in part(made.data).iter(f"{WORD}{kind}RangeEnd")]
        assert ends == [attribute(start, "id")]


def test_an_item_that_moved_to_another_section_is_a_move() -> None:
    item = "        - {id: 读书, title: 读书活动常态开展, text: 建起书屋六处，读书会二十场。}\n"
    made = assert_round_trip(REPORT, edited((item, ""), ("换新颜", "换新颜X")).replace("X", ""), "official")
    assert {each.split()[0] for each in changes(made.data)} == {"del"}
    moved = REPORT.replace(item, "").replace("        - {id: 菜场", f"{item}        - {{id: 菜场")
    made = assert_round_trip(REPORT, moved, "official")
    words = "读书活动常态开展。建起书屋六处，读书会二十场。"
    assert changes(made.data) == [f"moveFrom {words}", f"moveTo {words}"]


def test_blocks_are_paired_by_entry_however_unlike() -> None:
    """The texts of one entry are one, also where another is more alike."""
    old = edited(("宣讲八场。\n\n            听众三千人次。", "书屋一处。"))
    new = old.replace("建起书屋六处，读书会二十场。", "全部重写。").replace(
        "书屋一处。", "建起书屋六处，读书会二十场。"
    )
    made = assert_round_trip(old, new, "official")
    assert marks_of(made.data) == []
    assert changes(made.data)[:2] == ["del 建起书屋六处，读书会二十场", "ins 全部重写"]


HELD = {
    "years": FIXTURES["years"],
    "corrections": FIXTURES["corrections"],
    "marks": (REPORT, edited(("菜场换新颜", "“菜场”换新颜"), ("六处，读书", "六处；读书"))),
    "joined": (REPORT, edited(("八场。\n\n            听众", "八场，听众"))),
    "turned": (REPORT, turned()),
    "turned and edited": (REPORT, turned().replace("改造五处", "办实事六处")),
    "gone": (REPORT, edited(("        - {id: 菜场, title: 菜场换新颜, text: 改造五处。}\n", "        - 新添一条\n"))),
}


def test_little_more_is_marked_than_must_be() -> None:
    """Beyond the fewest characters: numbers are not split, nor is a sentence that was rewritten into single letters."""
    shares: dict[tuple[str, str, bool], float] = {}
    for style in ("official", "plenary"):
        for name, pair in HELD.items():
            for old, new in (pair, pair[::-1]):
                before, after, made = redlined(old, new, style)
                shares[name, style, old is pair[0]] = marked(made.data) / least_marked(before, after)
    assert max(shares.values()) <= 1.5
    assert median(shares.values()) <= 1.1


@pytest.mark.parametrize(
    ("old", "new", "untracked"),
    [
        ("title: 把准政治方向", "title: 找准政治方向", {Untracked.CONTENTS}),
        (
            "title: 市政协十四届五次会议",
            "title: 市政协十四届六次会议",
            {Untracked.PROPERTIES},
        ),
    ],
)
def test_what_cannot_be_tracked_is_reported(old: str, new: str, untracked: set[Untracked]) -> None:
    made = assert_round_trip(REAL, REAL.replace(old, new), "plenary")
    assert set(made.untracked) >= untracked


@pytest.mark.parametrize("style", ["plenary", "official", "lectern"])
def test_headers_and_footers_are_tracked(style: str) -> None:
    """A field that shows the title goes as text: as a field it would show the new one, struck."""
    headed = replace(sheet_named(style), header=sheet_named("classic").header)
    files = []
    for text in (REPORT, edited(("title: 工作报告", "title: 工作总结报告"))):
        document = examine(text, style=headed).composed
        files.append(WordFile(made_from(document, headed).data, document))
    made = write_redline(files[0], files[1], REVISION)
    assert Untracked.FURNITURE not in made.untracked
    assert furniture(made.data, "accept") == furniture(files[1].data)
    assert furniture(made.data, "reject") == furniture(files[0].data)
    assert furniture(files[0].data) != furniture(files[1].data)
    codes = {each.text for each in part(made.data, "word/header1.xml").iter(f"{WORD}delInstrText")}
    assert not codes
    assert faults(made.data) == []


def test_a_level_of_a_list_that_one_file_lacks_comes_from_the_other() -> None:
    """The items of the old file are numbered again when they come back."""
    for old, new in ((REPORT, WITHOUT_ITEMS), (WITHOUT_ITEMS, REPORT)):
        made = assert_round_trip(old, new, "official")
        assert Untracked.LISTS not in made.untracked
        levels = [attribute(each, "val") for each in part(made.data, "word/numbering.xml").iter(f"{WORD}pStyle")]
        assert levels == ["Heading1", "Heading2", "ReportItem"]


def test_a_table_whose_columns_have_other_widths_is_merged_row_by_row() -> None:
    """Rows that went are as wide as those around them; the widths themselves are told as a matter of style."""
    old = MINIMAL + "metrics:\n  甲: {label: 提案, value: 437, unit: 件}\n  乙: {label: 视察, value: 5, unit: 次}\n"
    new = old.replace("  乙: {label: 视察, value: 5, unit: 次}\n", "").replace(
        "437, unit: 件", "1234567890, unit: 万余人次"
    )
    before, after = (part(word(each, "official").data).find(f".//{WORD}tblGrid") for each in (old, new))
    assert before is not None
    assert after is not None
    widths = [[attribute(each, "w") for each in grid] for grid in (before, after)]
    assert widths[0] != widths[1]
    made = assert_round_trip(old, new, "official")
    assert Untracked.STYLES in made.untracked
    rows = list(part(made.data).iter(f"{WORD}tr"))
    assert [[attribute(cell, "w") for cell in row.iter(f"{WORD}tcW")] for row in rows] == [widths[1]] * 3


TASKS = "tasks:\n  title: 任务\n  sections:\n    - {title: 一事, items: [甲]}\n    - {title: 二事, items: [乙]}\n"


@pytest.mark.parametrize(("style", "heading"), [("plenary", "TaskTitle"), ("classic", "Heading2Tasks")])
def test_a_style_and_its_list_that_one_file_lacks_come_from_the_other(style: str, heading: str) -> None:
    """Headings of tasks, which are numbered otherwise, keep their numbers."""
    for old, new in ((REPORT, REPORT + TASKS), (REPORT + TASKS, REPORT)):
        made = assert_round_trip(old, new, style)
        assert Untracked.LISTS not in made.untracked
        links = [attribute(each, "val") for each in part(made.data, "word/numbering.xml").iter(f"{WORD}pStyle")]
        assert links.count(heading) == 1


def test_a_task_that_went_is_struck_with_its_points() -> None:
    """Not the points of one task under the title of another."""
    old = f"{MINIMAL}{TASKS}"
    new = old.replace("{title: 一事, items: [甲]}", "{title: 头一件大好事, items: [丙]}")
    made = assert_round_trip(old, new, "plenary")
    assert changes(made.data)[:4] == ["del 一事", "del 甲", "ins 头一件大好事", "ins 丙"]


@pytest.mark.parametrize("backwards", [False, True])
def test_the_paragraph_before_the_end_of_a_section_stays(*, backwards: bool) -> None:
    """LibreOffice would lose the section after it: the last page of plenary would have a footer."""
    one = f"{REPORT}glossary:\n  - {{term: 书屋, meaning: 看书的地方。}}\n"
    other = f"{one}  - {{term: 听众, meaning: 来听的人。}}\n"
    made = assert_round_trip(*((other, one) if backwards else (one, other)), "plenary")
    blocks = list(pairwise(part(made.data).findall(f"{WORD}body/*")))
    *_, last = (each for each, following in blocks if following.find(f"{WORD}pPr/{WORD}sectPr") is not None)
    assert "".join(last.itertext()) == "听众：来听的人。"
    assert last.find(f"{WORD}pPr/{WORD}rPr") is None


def test_word_goes_on_tracking() -> None:
    _, _, made = redlined(REPORT, turned())
    settings = [each.tag.removeprefix(WORD) for each in part(made.data, "word/settings.xml")]
    assert settings.index("trackRevisions") < settings.index("characterSpacingControl")


def test_the_same_input_gives_the_same_bytes() -> None:
    old, new = FIXTURES["corrections"]
    assert redlined(old, new)[2].data == redlined(old, new)[2].data

"""Tasks told once, each a row: its title parted at the comma, its lead, its points side by side where they fit."""

import re

import pytest
from msgspec.structs import replace

from reportgen.document import Document, Grid, Heading, Paragraph, Run, document_text, inline_text
from reportgen.document.task_rows import task_title
from reportgen.layout import Layout, lay_out
from reportgen.pdf import write_pdf
from tests.docx.made import made_from, style_elements
from tests.docx.reading import WORD, attribute, docx_text, part
from tests.pdf.tree import tag_tree
from tests.support import MINIMAL, ROOT, examine, fitted, sheet_named
from tests.test_twins import book_of

PLENARY = sheet_named("plenary")
TASKS = """\
tasks:
  title: 【下年】年主要任务
  intro: 引言。
  sections:
    - title: 坚持忠诚履职，以更高站位夯实共同思想政治基础
      lead: 提要。
      items:
        - 坚持党的领导
        - title: 筑牢根基
          text: |-
            正文。

            又一段。
        - {text: 没有标题。}
        - {claim: 只有论断}
    - title: 没有要点
"""


def composed(text: str) -> Document:
    return examine(text, style=PLENARY, draft=True).composed


def of_tasks(document: Document) -> list[tuple[str, str]]:
    """What is printed under the title of the tasks: the role and the text of each paragraph."""
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        texts = block.paragraphs if isinstance(block, Grid) else [block]
        found += (
            (each.role, (each.ordinal.text if each.ordinal else "") + inline_text(each.inlines))
            for each in texts
            if isinstance(each, Heading | Paragraph) and each.origin.path[0] == "tasks"
        )
    return found[1:]


def test_a_task_is_told_once_with_all_it_has() -> None:
    assert of_tasks(composed(MINIMAL + TASKS)) == [
        ("task-intro", "引言。"),
        ("task", "一坚持忠诚履职，以更高站位夯实共同思想政治基础"),
        ("task-lead", "提要。"),
        ("task-point", "▪坚持党的领导"),
        ("task-point", "▪筑牢根基　正文。"),
        ("task-text", "又一段。"),
        ("task-point", "▪没有标题。"),
        ("task-point", "▪只有论断"),
        ("task", "二没有要点"),
    ]


def test_no_point_of_the_real_report_is_told_twice() -> None:
    text = document_text(examine((ROOT / "data" / "2025.yaml").read_text("utf-8"), style=PLENARY).composed)
    points = ["坚持党的全面领导", "筑牢理论武装根基", "推进政协党的建设", "锻造高素质", "建设高标准"]
    assert {point: text.count(point) for point in points} == dict.fromkeys(points, 1)


@pytest.mark.parametrize(
    ("runs", "parted"),
    [
        ([Run("坚持忠诚，以更高站位")], ["[坚持忠诚，]", "以更高站位"]),
        ([Run("一，二，三")], ["[一，]", "二，三"]),
        ([Run("没有逗号")], ["[没有逗号]"]),
        ([Run("办好"), Run("3件", metric="实事"), Run("实事，再办一件")], ["[办好]", "[3件]", "[实事，]", "再办一件"]),
        ([Run("办好，"), Run("3件", metric="实事")], ["[办好，]", "3件"]),
    ],
    ids=str,
)  # fmt: skip
def test_a_title_is_parted_at_its_first_comma(runs: list[Run], parted: list[str]) -> None:
    made = task_title(tuple(runs))
    assert [f"[{run.text}]" if run.roles == ("task-head",) else run.text for run in made] == parted
    assert [run.metric for run in made if run.text == "3件"] == ["实事"] * any(run.metric for run in runs)


@pytest.mark.parametrize(
    ("points", "across"),
    [
        (["短"] * 3, 3),
        (["短"], 3),
        (["短"] * 8, 3),
        (["九个字的要点放得下"] * 3, 3),
        (["要点的字数再多就放不下三个了"] * 3, 2),
        (["短", "这一个要点有二十多个字，两个并排也放不下，只好一行一个了"], 1),
        (["短", "text: |-\n            一段。\n\n            又一段。"], 1),
    ],
)
def test_points_are_side_by_side_where_each_has_a_line(points: list[str], across: int) -> None:
    items = "".join(f"        - {point}\n" for point in points)
    text = f"{MINIMAL}tasks:\n  title: 任务\n  sections:\n    - title: 甲\n      items:\n{items}"
    (grid,) = (block for block in composed(text).blocks if isinstance(block, Grid))
    assert grid.across == across
    layout = laid_out(composed(text))
    index = composed(text).blocks.index(grid)
    pieces = [piece for page in layout.pages for each in page.fragments if each.block == index for piece in each.texts]
    rows = -(-len(points) // across)
    if across > 1:
        assert len({round(piece.y, 1) for piece in pieces}) == rows, "none turns over"


def laid_out(document: Document) -> Layout:
    return lay_out(document, fitted(PLENARY, document), book_of("plenary"))


def many(count: int, points: int) -> str:
    """A report of so many tasks, each with a lead of three lines and so many points."""
    lead = "深刻把握政协政治属性，坚定拥护“两个确立”，坚决做到“两个维护”。" * 3
    sections = "".join(
        f"    - title: 坚持第{number}项履职，以更高站位夯实基础\n      lead: {lead}\n"
        f"      items: [{', '.join(['要点'] * points)}]\n"
        for number in range(1, count + 1)
    ).replace("      items: []\n", "")
    return f"{MINIMAL}tasks:\n  title: 任务\n  intro: 引言。\n  sections:\n{sections}"


@pytest.mark.parametrize(("count", "points"), [(1, 0), (5, 3), (8, 8), (12, 0), (12, 5), (22, 2)])
def test_no_row_is_torn(count: int, points: int) -> None:
    """Heading, lead and points of a task are on one page, and rows fill pages: no more than they need."""
    document = composed(many(count, points))
    pages: dict[str, set[int]] = {}
    layout = laid_out(document)
    for number, page in enumerate(layout.pages):
        for fragment in page.fragments:
            block = document.blocks[fragment.block] if fragment.block is not None else None
            first = block.paragraphs[0] if isinstance(block, Grid) else block
            if isinstance(first, Heading | Paragraph) and "sections" in first.origin.path:
                pages.setdefault(str(first.origin.path[:3]), set()).add(number)
    assert len(pages) == count
    assert all(len(found) == 1 for found in pages.values()), pages


def test_ordinals_past_ten_stay_in_their_room() -> None:
    """T28: 二十一 in the room for one is as small as that asks for, as are all others."""
    document = composed(many(22, 1))
    layout = laid_out(document)
    heads = {n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.role == "task"}
    rows = [each for page in layout.pages for each in page.fragments if each.block in heads]
    ordinals = [piece for row in rows for piece in row.texts if re.fullmatch("[一二十三四五六七八九]+", piece.text)]
    assert "二十一" in [piece.text for piece in ordinals]
    assert len({piece.size for piece in ordinals}) == 1
    assert ordinals[0].size < 26
    titles = [piece for row in rows for piece in row.texts if "坚持第" in piece.text]
    assert len({piece.x for piece in titles}) == 1, "none is moved along"


def test_both_files_show_it() -> None:
    """In the DOCX headings are headings and ordinals counted; the points are in a table after them."""
    document = composed(MINIMAL + TASKS)
    data = made_from(document, PLENARY).data
    assert docx_text(data) == document_text(document)
    heading = style_elements(data)["TaskTitle"]
    assert attribute(heading.find(f"{WORD}basedOn"), "val") == "Heading2"
    assert heading.find(f"{WORD}pPr/{WORD}numPr") is not None
    (table,) = (
        each
        for each in part(data).iter(f"{WORD}tbl")
        if attribute(each.find(f"{WORD}tblPr/{WORD}tblStyle"), "val") == "TaskPoints"
    )
    assert [len(list(row.iter(f"{WORD}tc"))) for row in table.iter(f"{WORD}tr")] == [1, 1, 1, 1]
    tree = tag_tree(write_pdf(laid_out(document), document))
    points = next(tag for tag in tree.walk() if tag.type == "L")
    assert [[kid.type for kid in item.kids] for item in points.kids] == [["Lbl", "LBody"]] * 4
    assert [item.all_text() for item in points.kids][:2] == ["▪坚持党的领导", "▪筑牢根基　正文。又一段。"]


def test_in_word_a_row_stays_together_and_parts_from_the_next() -> None:
    """The paragraphs of all rows of points keep with the next, those of the last row do not."""
    data = made_from(composed(many(2, 4)), PLENARY).data
    kept = style_elements(data)["TaskPoint"].find(f"{WORD}pPr/{WORD}keepNext")
    assert kept is not None
    tables = [
        each
        for each in part(data).iter(f"{WORD}tbl")
        if attribute(each.find(f"{WORD}tblPr/{WORD}tblStyle"), "val") == "TaskPoints"
    ]
    freed = [
        [
            {attribute(each.find(f"{WORD}pPr/{WORD}keepNext"), "val") for each in row.iter(f"{WORD}p")}
            for row in table.iter(f"{WORD}tr")
        ]
        for table in tables
    ]
    assert [[("0" in row) for row in rows] for rows in freed] == [[False, True]] * 2


def test_without_a_bullet_points_have_none() -> None:
    assert PLENARY.task_rows
    plain = replace(PLENARY, task_rows=replace(PLENARY.task_rows, bullet=""))
    document = examine(MINIMAL + TASKS, style=plain, draft=True).composed
    assert ("task-point", "坚持党的领导") in of_tasks(document)


def test_tasks_begin_a_page_that_holds_them_where_this_one_would_not() -> None:
    """With their heading and introduction; unless the page before were left short."""
    for words, begins in ((75, True), (1, False)):
        intro = "政协工作很有成效。" * words
        tasks = many(5, 3).removeprefix(MINIMAL)
        document = composed(f"{MINIMAL}  intro: {intro}\n{tasks}")
        layout = laid_out(document)
        first, last = (
            next(each for each in blocks if isinstance(each, Heading) and each.origin.path[0] == "tasks")
            for blocks in (document.blocks, tuple(reversed(document.blocks)))
        )
        review = next(each for each in document.blocks if isinstance(each, Heading))
        pages = [layout.targets[each.anchor].page for each in (review, first, last)]
        assert (pages[1] > pages[0]) == begins
        assert (pages[2] == pages[1]) == begins


def test_at_the_head_of_a_page_the_rule_is_in_the_type_area() -> None:
    """As in Word, which then has as many rows on a page."""
    document = composed(many(12, 3))
    sheet = fitted(PLENARY, document)
    heads = {n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.role == "task"}
    leading = sheet.looks.block("base").line - sheet.looks.block("base").size
    rules = [
        box.y
        for page in laid_out(document).pages
        for each in page.fragments
        if each.block in heads
        for box in each.rectangles
    ]
    assert len(rules) == 12
    assert min(rules) == pytest.approx(sheet.area.top - leading / 2)

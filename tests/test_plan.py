"""Next year's tasks at a glance, before their text: the same titles and points, whole on one page."""

import pytest
from msgspec.structs import replace

from reportgen.document import Grid, Heading, Paragraph, document_text, inline_text
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from tests.docx.made import made_from, style_elements
from tests.docx.reading import WORD, attribute, docx_text, part
from tests.pdf.tree import tag_tree
from tests.support import MINIMAL, ROOT, examine, fitted, sheet_named
from tests.test_twins import book_of

PLENARY = sheet_named("classic")
TASKS = """\
tasks:
  title: 【下年】年主要任务
  sections:
    - title: 坚持忠诚履职，以更高站位夯实共同思想政治基础
      lead: 提要。
      items: [坚持党的领导, {title: 筑牢根基, text: 正文。}, {text: 没有标题。}, {claim: 只有论断}]
    - title: 没有要点
"""


def plans(text: str, style: str = "classic") -> list[Grid]:
    document = examine(text, style=style, draft=True).composed
    return [block for block in document.blocks if isinstance(block, Grid) and block.kind == "plan"]


def cells(grid: Grid) -> list[list[list[str]]]:
    return [[[inline_text(each.inlines) for each in cell] for cell in entry.texts] for entry in grid.entries]


def test_a_row_has_ordinal_title_and_points() -> None:
    (plan,) = plans(MINIMAL + TASKS)
    assert plan.title == "2026年主要任务"
    assert cells(plan) == [
        [["一"], ["坚持忠诚履职，以更高站位夯实共同思想政治基础"], ["坚持党的领导", "筑牢根基", "只有论断"]],
        [["二"], ["没有要点"], []],
    ]


def test_the_real_plan_says_what_the_sections_say() -> None:
    document = examine((ROOT / "data" / "2025.yaml").read_text("utf-8")).composed
    (plan,) = (block for block in document.blocks if isinstance(block, Grid) and block.kind == "plan")
    place = document.blocks.index(plan)
    before, after = document.blocks[place - 1], document.blocks[place + 1 :]
    assert isinstance(before, Paragraph)
    assert before.role == "intro"
    sections = [each for each in after if isinstance(each, Heading) and each.origin.path[0] == "tasks"]
    points = [each for each in after if isinstance(each, Paragraph) and each.role == "point"]
    assert [[row[0][0], row[1][0]] for row in cells(plan)] == [
        [each.ordinal.text if each.ordinal else "", inline_text(each.inlines)] for each in sections
    ]
    assert [point for row in cells(plan) for point in row[2]] == [inline_text(each.inlines) for each in points]


def test_there_is_none_without_sections_or_where_the_sheet_asks_for_none() -> None:
    assert plans(f"{MINIMAL}tasks: {{title: 任务, items: [要点]}}\n") == []
    assert plans(MINIMAL + TASKS, "official") == []


@pytest.mark.slow
def test_it_stays_on_one_page_with_its_heading() -> None:
    """Pushed down by a long introduction, it moves whole; also its heading where nothing is between."""
    sheet = replace(PLENARY, text=PLENARY.text | {"heading-1": replace(PLENARY.text["heading-1"], start="none")})
    for lines in range(2, 60, 7):
        text = f"{MINIMAL}  intro: {'政协工作很有成效。' * 4 * lines}\n{TASKS}"
        document = examine(text, style=sheet, draft=True).composed
        layout = lay_out(document, fitted(sheet, document), book_of("classic"))
        index = next(n for n, block in enumerate(document.blocks) if isinstance(block, Grid))
        heading = document.blocks[index - 1]
        assert isinstance(heading, Heading)
        pages = {n for n, page in enumerate(layout.pages) if any(each.block == index for each in page.fragments)}
        assert pages == {layout.targets[heading.anchor].page}


def test_ordinals_past_ten_stay_whole() -> None:
    """T28: 二十一 in a cell made for one character is as small as that asks for, as are all others."""
    sections = "".join(f"    - title: 第{number}项任务\n      items: [要点]\n" for number in range(1, 22))
    document = examine(f"{MINIMAL}tasks:\n  title: 任务\n  sections:\n{sections}", draft=True).composed
    layout = lay_out(document, fitted(PLENARY, document), book_of("classic"))
    index = next(n for n, block in enumerate(document.blocks) if isinstance(block, Grid))
    ordinals = [
        [piece for piece in fragment.texts if piece.slot == 0]
        for page in layout.pages
        for fragment in page.fragments
        if fragment.block == index
    ]
    assert "".join(piece.text for piece in ordinals[-1]) == "二十一"
    assert all(len({piece.y for piece in pieces}) == 1 for pieces in ordinals)
    assert len({piece.size for pieces in ordinals for piece in pieces}) == 1


def test_both_files_show_it_row_by_row() -> None:
    document = examine(MINIMAL + TASKS, draft=True).composed
    data = made_from(document, PLENARY).data
    assert docx_text(data) == document_text(document)
    (table,) = (
        each
        for each in part(data).iter(f"{WORD}tbl")
        if attribute(each.find(f"{WORD}tblPr/{WORD}tblStyle"), "val") == "PlanTable"
    )
    assert [len(list(row.iter(f"{WORD}tc"))) for row in table.iter(f"{WORD}tr")] == [3, 3]
    tree = tag_tree(write_pdf(lay_out(document, fitted(PLENARY, document), book_of("classic")), document))
    plan = next(tag for tag in tree.walk() if tag.type == "L")
    assert [item.all_text() for item in plan.kids] == [
        "一坚持忠诚履职，以更高站位夯实共同思想政治基础坚持党的领导筑牢根基只有论断",
        "二没有要点",
    ]


def test_a_plan_that_no_page_can_hold_begins_under_its_heading() -> None:
    """Parted between rows, in both files; one that fits stays whole."""
    sections = "".join(
        f"    - title: 第{number}项任务，以更实举措把工作做好\n      items: [要点一, 要点二, 要点三]\n"
        for number in range(1, 15)
    )
    document = examine(f"{MINIMAL}  intro: 一句。\ntasks:\n  title: 任务\n  sections:\n{sections}", draft=True).composed
    layout = lay_out(document, fitted(PLENARY, document), book_of("classic"))
    index = next(n for n, block in enumerate(document.blocks) if isinstance(block, Grid))
    heading = document.blocks[index - 1]
    assert isinstance(heading, Heading)
    pages = [n for n, page in enumerate(layout.pages) if any(each.block == index for each in page.fragments)]
    assert len(pages) == 2
    assert layout.targets[heading.anchor].page == pages[0]
    title = style_elements(made_from(document, PLENARY).data)["PlanTitle"]
    assert title.find(f"{WORD}pPr/{WORD}keepNext") is None

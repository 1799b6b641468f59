"""The handout: two pages at most, with figures, heads and tasks, and nothing else."""

from pathlib import Path

import pytest

from reportgen.document import Contents, Cover, Grid, Heading, Paragraph, Table, inline_text, shorter
from reportgen.fonts import bundled_library
from reportgen.layout import lay_out
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from reportgen.writers.render import Rendered, RenderJob, render
from tests.docx.reading import part, tag
from tests.support import DATED, MINIMAL, ROOT, examine, fitted, prepared, sheet_named
from tests.test_twins import book_of

HANDOUT = sheet_named("handout")
REAL = (ROOT / "data" / "2025.yaml").read_text("utf-8")
YEARS = sorted((ROOT / "tests" / "years").glob("20??.yaml"))


@pytest.mark.parametrize("path", [ROOT / "data" / "2025.yaml", *YEARS], ids=lambda path: path.parent.name + path.stem)
def test_real_reports_take_two_pages_at_most(path: Path) -> None:
    document = examine(path.read_bytes(), style="handout", year=int(path.stem), draft=True).composed
    assert len(lay_out(document, fitted(HANDOUT, document), book_of("handout")).pages) <= 2


def test_it_holds_figures_heads_and_tasks() -> None:
    blocks = examine(REAL, style="handout").composed.blocks
    assert not [block for block in blocks if isinstance(block, Cover | Contents | Table)]
    assert [block.kind for block in blocks if isinstance(block, Grid)] == ["cards", "plan"]
    heads = [inline_text(each.inlines) for each in blocks if isinstance(each, Heading)]
    assert heads == [
        "数说2025年",
        "2025年工作回顾", "把准政治方向，凝心铸魂的步伐更加坚定", "深耕协商主责，服务大局的担当更加有力",
        "厚植民生情怀，履职为民的底色更加鲜明", "突出同心筑梦，团结奋进的合力更加强劲",
        "坚持守正创新，提质增效的动能更加充沛", "强化自身建设，强基固本的保障更加坚实",
        "2026年主要任务", "三点深刻感悟", "党的坚强领导", "群众广泛参与", "委员高效履职",
    ]  # fmt: skip
    roles = {each.role for each in blocks if isinstance(each, Paragraph)}
    assert roles == {"cover-title", "cover-label", "cover-organization", "statement-claim"}


def test_words_to_those_assembled_are_left_out() -> None:
    text = f"{MINIMAL}salutation: 各位委员：\nopening: 开场白。\nclosing: 结束语。\n"
    blocks = examine(text, style="handout").composed.blocks
    said = [inline_text(each.inlines) for each in blocks if isinstance(each, Paragraph)]
    assert said == ["工作报告"]


def usual_report(metrics: int, sections: int, tasks: int) -> str:
    """A report of so many metrics, sections and tasks, each as long as they usually are."""
    text = "schema: 1\nyear: 2025\ntitle: 某某市政协第十四届委员会常务委员会工作报告\nmetrics:\n"
    text += "".join(
        f"  数{number}: {{label: 协调解决群众问题, value: {number * 917}, unit: 件}}\n" for number in range(metrics)
    )
    text += "reviews:\n  title: 工作回顾\n  sections:\n"
    text += "    - {title: '突出同心筑梦，团结奋进的合力更加强劲', lead: 好。}\n" * sections
    text += "tasks:\n  title: 主要任务\n  sections:\n"
    task = "    - {title: '坚持高效履职，以更实举措做好强基固本工作', items: [锻造队伍, 打造专委会, 建设机关]}\n"
    insight = "    - {title: 党的坚强领导, claim: 是协商民主行稳致远的根本所在, text: 好。}\n"
    return f"{text}{task * tasks}insights:\n  title: 三点感悟\n  items:\n{insight * 3}"


def rendered(text: str, formats: tuple[str, ...] = ("pdf",)) -> Rendered:
    """The handout of a report, as a build makes it."""
    examined = examine(text, style="handout", draft=True)
    assert examined.reading is not None
    job = RenderJob(examined.composed, prepared(HANDOUT), examined.reading, formats, {})
    return render(job, bundled_library, lambda stage: None)


SIZES = [(0, 12, 12), (5, 9, 5), (8, 12, 8), (11, 9, 5), (11, 9, 8), (14, 9, 8), (20, 6, 5)]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_report_of_usual_size_takes_two_pages(size: tuple[int, int, int]) -> None:
    """Metrics, sections, tasks: set as close as it takes."""
    assert rendered(usual_report(*size)).pages == 2


def test_it_is_set_closer_step_by_step() -> None:
    """The table of tasks goes on over a page, a card more is in a row, points share a line, lines are closer."""
    document = examine(usual_report(11, 9, 5), style="handout", draft=True).composed
    steps = list(shorter(prepared(HANDOUT), document))
    grids = [[block for block in made.blocks if isinstance(block, Grid)] for _, made in steps]
    keeps = {role: [sheet.looks.block(role).keep_next for sheet, _ in steps] for role in ("plan-title", "plan-point")}
    assert keeps == {"plan-title": [False] * 6, "plan-point": [False] * 6}
    assert [cards.across for cards, _ in grids] == [3, 4, 4, 4, 4, 4]
    points = [[inline_text(each.inlines) for each in plan.entries[0].texts[2]] for _, plan in grids]
    apart, joined = ["锻造队伍", "打造专委会", "建设机关"], ["锻造队伍；打造专委会；建设机关"]
    assert points == [apart, apart, joined, joined, joined, joined]
    assert [round(sheet.looks.line(), 2) for sheet, _ in steps] == [20, 20, 20, 19, 18, 17]


def test_points_in_a_line_keep_their_places_in_the_file() -> None:
    document = examine(usual_report(1, 1, 1), style="handout", draft=True).composed
    _, joined = list(shorter(prepared(HANDOUT), document))[-1]
    (cell,) = [block.entries[0].texts[2] for block in joined.blocks if isinstance(block, Grid) and block.kind == "plan"]
    places = [run.origin.path[-2] for run in cell[0].inlines if run.origin]
    assert places == [0, 1, 2]


def test_word_file_and_pdf_are_set_alike() -> None:
    """Cards in rows of four in both."""
    made = rendered(usual_report(14, 9, 8), ("docx", "pdf", "html"))
    table = next(part(made.contents["docx"]).iter(tag("tblGrid")))
    assert len(table) == 4


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    """Of tasks without sections, and of insights without titles, the handout has nothing to print."""
    text = f"{MINIMAL}  sections: [{{title: 第一节}}]\ntasks: {{title: 任务, intro: 一句。, items: [一条]}}\n"
    text += "insights: {title: 感悟, items: [{text: 一句。}]}\n"
    heads = [each for each in examine(text, style="handout").composed.blocks if isinstance(each, Heading)]
    assert [inline_text(each.inlines) for each in heads] == ["工作回顾", "第一节"]
    whole = [each for each in examine(text, style="official").composed.blocks if isinstance(each, Heading)]
    assert [inline_text(each.inlines) for each in whole] == ["工作回顾", "第一节", "任务", "感悟"]


@pytest.mark.slow
def test_a_report_too_long_for_it_is_reported_and_printed(tmp_path: Path) -> None:
    sections = "".join(f"    - title: 第{number}节工作很有成效\n" for number in range(120))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(f"{DATED}  sections:\n{sections}", "utf-8")
    workspace = find_workspace(tmp_path, exact=True)
    built = build(workspace, 2025, Request(CheckOptions("handout")), lambda stage: None)
    assert len(built.outputs) == 2
    (found,) = built.findings
    assert (found.code, found.place and found.place.file) == ("pages-too-many", "data/2025.yaml")
    assert (found.words["style"], found.words["most"]) == ("handout", "2")
    assert int(str(found.words["pages"])) > 2
    assert not build(workspace, 2025, Request(CheckOptions("plenary")), lambda stage: None).findings


def test_as_many_pages_as_the_sheet_allows_are_not_too_many(tmp_path: Path) -> None:
    """One page more is."""
    (tmp_path / "data").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(f"{DATED}  intro: {'国家' * 1000}\n", "utf-8")
    workspace = find_workspace(tmp_path, exact=True)
    codes: dict[int, list[str]] = {}
    for limit in (3, 4, 5):
        sheet = f"extends: official\ncontents: ~\ncover: []\npage: {{max_pages: {limit}}}\n"
        (tmp_path / "styles" / "short.yaml").write_text(sheet, "utf-8")
        built = build(workspace, 2025, Request(CheckOptions("short"), ("pdf",)), lambda stage: None)
        assert [each.pages for each in built.outputs] == [4]
        codes[limit] = [each.code for each in built.findings]
    assert codes == {3: ["pages-too-many"], 4: [], 5: []}

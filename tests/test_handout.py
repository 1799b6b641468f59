"""The handout: two pages at most, with figures, heads and tasks, and nothing else."""

from pathlib import Path

import pytest

from reportgen.document import Contents, Cover, Grid, Heading, Paragraph, Table, inline_text
from reportgen.layout import lay_out
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.support import MINIMAL, ROOT, examine, fitted, sheet_named
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


@pytest.mark.slow
def test_a_report_too_long_for_it_is_reported_and_printed(tmp_path: Path) -> None:
    sections = "".join(f"    - title: 第{number}节工作很有成效\n" for number in range(120))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(f"{MINIMAL}  sections:\n{sections}", "utf-8")
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
    (tmp_path / "data" / "2025.yaml").write_text(f"{MINIMAL}  intro: {'国家' * 1000}\n", "utf-8")
    workspace = find_workspace(tmp_path, exact=True)
    codes: dict[int, list[str]] = {}
    for limit in (3, 4, 5):
        sheet = f"extends: official\ncontents: ~\ncover: []\npage: {{max_pages: {limit}}}\n"
        (tmp_path / "styles" / "short.yaml").write_text(sheet, "utf-8")
        built = build(workspace, 2025, Request(CheckOptions("short"), ("pdf",)), lambda stage: None)
        assert [each.pages for each in built.outputs] == [4]
        codes[limit] = [each.code for each in built.findings]
    assert codes == {3: ["pages-too-many"], 4: [], 5: []}

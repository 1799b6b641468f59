"""The elements of a page, as an outline: sections by their headings, lists, figures, papers."""

from html.parser import HTMLParser

from msgspec.structs import replace

from reportgen.document import Heading, Paragraph, Table
from reportgen.html import write_html
from reportgen.html.grouping import ListGroup, SectionGroup, SideGroup, grouped, parted_by_side
from reportgen.style import Looks
from tests.support import MINIMAL, ROOT, examine, fitted, sheet_named

SHOWN = ("header", "nav", "section", "div", "ol", "ul", "li", "figure", "figcaption", "h1", "h2", "h3", "p", "table")


class Outline(HTMLParser):
    """The elements of a page, one a line, indented by how deep they are, with the text right inside them.

    Where that may turn over is not shown.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._depth = 0
        self.feed(page.partition("<main>")[2].replace("<wbr>", ""))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SHOWN:
            self.lines.append(f"{'  ' * self._depth}{tag}")
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in SHOWN

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.lines[-1] += f" {data.strip()}"


def outline(text: str, style: str) -> str:
    document = examine(text, style=style, draft=True).composed
    return "\n".join(Outline(write_html(document, fitted(sheet_named(style), document))).lines)


REPORT = f"""\
{MINIMAL}  sections:
    - title: 第一节
      lead: 引语。
      items: [要点甲]
tasks:
  title: 主要任务
  sections:
    - title: 任务一
      items:
        - 要点甲
        - text: |
            要点乙的第一段。

            要点乙的第二段。
    - title: 任务二
      items: [要点丙]
  closing: 结束语。
signature: 某委员会
glossary:
  - term: 要点
    meaning: |
      含义。

      还有。
"""


REPORT_OUTLINE = """\
header
  div
    h1 工作报告
nav
  p 目录
  ul
    li 工作回顾
    li 1 第一节
    li 主要任务
    li 一、 任务一
    li 二、 任务二
    li 名词解释
div
  section
    div
      h2 工作回顾
    section
      h3 1 第一节
      p 引语。
      p 要点甲
  section
    div
      h2 主要任务
    section
      h3 一、 任务一
      ul
        li ▪ 要点 [1] 甲
        li
          p ▪ 要点乙的第一段。
          p 要点乙的第二段。
    section
      h3 二、 任务二
      ul
        li ▪ 要点丙
      p 结束语。
  p 某委员会
  section
    div
      h2 名词解释
    ol
      li
        p [1] 要点： 含义。
        p 还有。
"""


def test_sections_lists_and_what_follows_them() -> None:
    assert outline(REPORT, "plain") == REPORT_OUTLINE.rstrip("\n")


def test_another_paragraph_ends_a_list_and_the_next_entry_begins_one() -> None:
    """What an entry goes on with is from the same place of the file; each list has the entries next to each other."""
    composed = examine(REPORT, style="plain").composed
    point = next(block for block in composed.blocks if isinstance(block, Paragraph) and block.role == "point")
    after, other = (
        replace(point, ordinal=None, origin=replace(point.origin, path=("tasks", "items", number, *rest)))
        for number, rest in ((0, ("text",)), (1, ()))
    )
    point = replace(point, origin=replace(point.origin, path=("tasks", "items", 0, "title")))
    text = next(block for block in composed.blocks if isinstance(block, Paragraph) and block.role == "lead")
    heading = next(block for block in composed.blocks if isinstance(block, Heading))
    report = (ROOT / "tests" / "cases" / "metrics-over-years" / "2025.yaml").read_bytes()
    years = examine(report, style="official", draft=True).composed.blocks
    table = next(block for block in years if isinstance(block, Table))
    blocks = (point, after, other, text, point, table, heading, point)
    look = Looks(sheet_named("plain")).block("body")
    groups = grouped(blocks, lambda _: look)
    alone = ListGroup(((point,),))
    assert groups == (
        ListGroup(((point, after), (other,))),
        text,
        alone,
        table,
        SectionGroup(heading.level, (heading, alone)),
    )
    assert list(parted_by_side(groups, lambda block: block is point)) == [
        SideGroup(groups[:1]),
        text,
        SideGroup((alone,)),
        table,
        groups[-1],
    ]


def test_what_is_on_one_paper_is_in_one_element() -> None:
    expected = """\
header
  div
    h1 工作报告
nav
  p 目录
  ul
    li 工作回顾
div
  section
    div
      h2 工作回顾
    div
      p 一段。
      p 又一段。
  p 工作报告
"""
    text = f"{MINIMAL}  intro: |\n    一段。\n\n    又一段。\n"
    assert outline(text, "classic") == expected.rstrip("\n")


def test_a_chart_is_a_figure_with_its_caption() -> None:
    report = (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml").read_text("utf-8")
    lines = outline(report, "classic").splitlines()
    captions = [place for place, line in enumerate(lines) if line.lstrip().startswith("figcaption ")]
    assert captions
    assert {lines[place - 1].strip() for place in captions} == {"figure"}

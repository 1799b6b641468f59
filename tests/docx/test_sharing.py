"""Lists that one Word file takes over from another."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from reportgen.docx.sharing import share_lists
from tests.docx.made import made_of
from tests.support import MINIMAL, sheet_named

REPORT = f"""{MINIMAL}  sections:
    - {{title: 抓学习, items: [视察, 提案]}}
tasks:
  title: 主要任务
  items: [办好提案, 开展视察]
insights:
  title: 工作体会
  items: [{{title: 旗帜鲜明, claim: 是生命线, text: 行得稳。}}]
"""


def test_lists_that_only_the_old_file_has_get_numbers_of_their_own() -> None:
    """Its paragraphs and styles count by them."""
    old, new = (_opened(style) for style in ("official", "plenary"))
    kinds = [_kinds(each) for each in (old, new)]
    assert [len(each) for each in kinds] == [2, 2]
    assert not share_lists(old, new)
    assert _kinds(new) == [*kinds[1], "3", "4"]
    used = {
        str(each.get(qn("w:val")))
        for root in (old.element.body, old.styles.element)
        for each in root.iter(qn("w:numId"))
    }
    assert used == {"3", "4"}


def _opened(style: str) -> WordDocument:
    return docx.Document(BytesIO(made_of(REPORT, sheet_named(style)).data))


def _kinds(document: WordDocument) -> list[str]:
    """The numbers of the definitions of lists."""
    element = document.part.numbering_part.element
    return [str(each.get(qn("w:abstractNumId"))) for each in element.findall(qn("w:abstractNum"))]

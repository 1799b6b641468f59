"""Which lines without any mark of a heading begin a part."""

import pytest

from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.levels import names_part
from reportgen.manuscript.lines import read_lines


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("2024年工作回顾", True),
        ("工作体会", True),
        ("去一年市政协常务委员会围绕中心服务大局的工作回顾", True),  # 24 characters
        ("过去一年市政协常务委员会围绕中心服务大局的工作回顾", False),
        ("工作回顾。", False),
        ("全年视察", False),
    ],
)
def test_a_short_line_that_says_what_part_begins(text: str, begins: bool) -> None:
    paragraphs = tuple(Paragraph(spans=(Span(each, Look()),)) for each in (text, "全年视察9次，" * 9 + "件件有着落。"))
    first, _ = read_lines(Manuscript(paragraphs)).lines
    assert names_part(first) is begins

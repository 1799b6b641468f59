"""Plain text and Markdown as manuscripts: where a paragraph ends, and what is bold, a heading, a list or a cell."""

import pytest

from reportgen.manuscript import Paragraph
from reportgen.manuscript.markdown_reader import read_markdown
from reportgen.manuscript.text_reader import read_text

FULL = "全" * 20
"""A line of the narrowest width that an editor wraps at."""


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([FULL, FULL, FULL, "末行。"], [f"{FULL}{FULL}{FULL}末行。"]),
        ([FULL, FULL, FULL, "　　新段。"], [FULL * 3, "　　新段。"]),
        ([FULL, FULL, FULL, "", "新段。"], [FULL * 3, "", "新段。"]),
        ([FULL, FULL, "末行。"], [FULL, FULL, "末行。"]),  # two full lines are no proof
        ([FULL[:-1]] * 3, [FULL[:-1]] * 3),  # too narrow to be wrapped
        ([FULL * 3] * 3, [FULL * 9]),
        ([FULL * 3 + "a"] * 3, [FULL * 3 + "a"] * 3),  # too wide
        ([FULL, FULL[:-2], FULL[:-1] + "a", "末。"], [FULL + FULL[:-2] + FULL[:-1] + "a" + "末。"]),
        (
            [FULL, FULL, FULL, FULL[:-2] + "a", FULL[:-3] + "a", "末。"],
            [FULL * 3 + FULL[:-2] + "a" + FULL[:-3] + "a", "末。"],
        ),
        ([FULL] * 3 + ["短。"] * 7, [FULL * 3 + "短。", *["短。"] * 6]),
        ([FULL] * 3 + ["短。"] * 8, [*[FULL] * 3, *["短。"] * 8]),  # less than three in ten are full
    ],
)
def test_lines_of_a_file_wrapped_at_one_width_are_put_together(lines: list[str], paragraphs: list[str]) -> None:
    """A line may be short of the width by two characters, which a mark took along to the next."""
    assert [each.text for each in read_text("\n".join(lines)).paragraphs] == paragraphs


def test_every_kind_of_line_end_ends_a_line_of_plain_text() -> None:
    assert [each.text for each in read_text("一\r\n二\r三\f四\n").paragraphs] == ["一", "二", "三", "四", ""]


def shown(paragraph: Paragraph) -> str:
    """A paragraph as its place and its text, bold between < and >."""
    level, cell = paragraph.list_level, paragraph.cell
    places = (
        "" if paragraph.outline is None else f"H{paragraph.outline} ",
        f"{level.number_format}{level.level} " if level else "",
        f"{cell.table}/{cell.row}/{cell.column} " if cell else "",
    )
    words = "".join(f"<{each.text}>" if each.look.bold else each.text for each in paragraph.spans)
    return "".join(places) + words


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("# 一\n\n甲\n\n### 二", ["H0 一", "甲", "H2 二"]),
        ("- 甲\n  1. 乙\n- 丙\n\n丁", ["bullet0 甲", "decimal1 乙", "bullet0 丙", "丁"]),
        ("甲**乙**丙", ["甲<乙>丙"]),
        ("甲。**乙。**丙", ["甲。<乙。>丙"]),
        ("甲**乙", ["甲**乙"]),
        ("甲\n乙", ["甲乙"]),
        ("one\ntwo", ["one two"]),
        ("甲  \n乙", ["甲\n乙"]),
        ("**甲**\n乙 *丙* 丁", ["<甲>乙 丙 丁"]),
        ("```\n甲\n\n乙\n```\n\n丙", ["甲", "乙", "丙"]),
        (
            "|甲|乙|\n|-|-|\n|1|2|\n\n文\n\n|丙|\n|-|\n|3|",
            ["0/0/0 甲", "0/0/1 乙", "0/1/0 1", "0/1/1 2", "文", "1/0/0 丙", "1/1/0 3"],
        ),
    ],
)
def test_markdown(text: str, paragraphs: list[str]) -> None:
    assert [shown(each) for each in read_markdown(text).paragraphs] == paragraphs

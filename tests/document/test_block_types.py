"""What of a block depends on what comes after it."""

import pytest

from reportgen.document import (
    Chart,
    Contents,
    Cover,
    Grid,
    Heading,
    Origin,
    Paragraph,
    Run,
    Table,
    keeps_next,
)
from reportgen.document.block_types import Block, TextBlock, is_title
from reportgen.style import BlockRole

HERE = Origin(())


def paragraph(role: BlockRole) -> Paragraph:
    return Paragraph(role, (Run("一段。"),), HERE)


HEADING = Heading(1, (Run("回顾"),), "a", HERE)
LEAD = paragraph("lead")
TABLE = Table("数据", ("label",), ((),), (), ())
CHART = Chart("line", "提案", "件", (2025,), ("1",), (1.0,), "", HERE)


@pytest.mark.parametrize(
    ("block", "following", "keeps"),
    [
        (LEAD, paragraph("lead"), False),
        (LEAD, paragraph("body"), True),
        (LEAD, TABLE, True),
        (LEAD, Grid("cards", "", ()), True),
        (LEAD, CHART, True),
        (LEAD, Cover(()), True),
        (LEAD, Contents("目录", 2, HERE), True),
        (LEAD, None, True),
        (LEAD, HEADING, False),
        (HEADING, HEADING, True),
        (HEADING, None, True),
        (paragraph("signature"), HEADING, True),
        (paragraph("colophon"), paragraph("colophon"), True),
    ],
)
def test_the_last_of_paragraphs_alike_keeps_with_the_next_and_none_with_a_heading(
    block: TextBlock, following: Block | None, keeps: bool
) -> None:
    """T55. Headings, and what belongs to no part, keep with whatever follows."""
    assert keeps_next(block, following) is keeps


def test_the_title_is_that_of_the_cover() -> None:
    assert is_title(paragraph("cover-title"))
    assert not any(map(is_title, (paragraph("cover-label"), paragraph("body-title"), HEADING, TABLE, None)))

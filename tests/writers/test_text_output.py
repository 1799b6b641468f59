"""Plain text: what blank lines part, and tables in the form their width allows."""

import datetime

import pytest
from msgspec.structs import replace

from reportgen.document import Block, Document, Heading, Metadata, Origin, Paragraph, Run, Table
from reportgen.style import BlockRole, SectionStyle
from reportgen.writers.text_output import write_text
from tests.support import MINIMAL, examine, sheet_named

METADATA = Metadata("", "", "", (), datetime.date(2025, 1, 1), "zh-CN")
NOWHERE = Origin(())


def text_of(*blocks: Block) -> str:
    return write_text(Document(METADATA, blocks))


def table(*rows: tuple[str, ...]) -> Table:
    head, *others = (tuple((Run(cell),) if cell else () for cell in row) for row in rows)
    return Table("表", ("label",) * len(head), head, tuple(others), (NOWHERE,) * len(others))


def test_a_narrow_table_is_in_columns() -> None:
    written = text_of(table(("指标", "数据"), ("征集提案", "546件"), ("惠及群众", "5.8万人次")))
    assert written == "指标      数据\n征集提案  546件\n惠及群众  5.8万人次\n"


def test_a_wide_table_has_a_line_for_every_cell() -> None:
    """An empty cell has none."""
    written = text_of(table(("原文", "修改后"), ("甲" * 30, "乙" * 30), ("", "丙")))
    assert written == f"原文：{'甲' * 30}\n修改后：{'乙' * 30}\n\n修改后：丙\n"


def test_a_table_is_in_columns_as_far_as_a_terminal_is_wide() -> None:
    """Eighty columns at most, of which a Chinese character takes two, and the gap between two columns two as well."""
    widest, wider = (text_of(table(("原文", "修改后"), ("甲" * 19, end))) for end in ("乙" * 20, "乙" * 20 + "b"))
    assert widest == f"原文{' ' * 36}修改后\n{'甲' * 19}  {'乙' * 20}\n"
    assert wider == f"原文：{'甲' * 19}\n修改后：{'乙' * 20}b\n"


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("cover-organization", "cover-title", False),
        ("cover-title", "text", True),
        ("point", "point", False),
        ("intro", "point", True),
        ("signature", "signature-date", False),
        ("glossary", "glossary", False),
        ("contents-1", "contents-1", True),
        ("text", "text", True),
    ],
)
def test_lines_that_belong_together_are_not_separated(first: BlockRole, second: BlockRole, *, parted: bool) -> None:
    """The lines of a cover without a page of its own, of a list, of a signature."""
    blocks = (Paragraph(role, (Run(role),), NOWHERE) for role in (first, second))
    assert text_of(*blocks) == f"{first}\n{second}\n".replace("\n", "\n\n" if parted else "\n", 1)


def test_sentences_of_a_paragraph_follow_one_another() -> None:
    blocks = (
        Heading(2, (Run("题"),), "a", NOWHERE),
        Paragraph("text", (Run("甲。"),), NOWHERE),
        Paragraph("sentence", (Run("乙。"),), NOWHERE),
        Paragraph("text", (Run("丙。"),), NOWHERE),
    )
    assert text_of(*blocks) == "题\n\n甲。\n乙。\n\n丙。\n"


@pytest.mark.parametrize(
    ("ordinal", "printed"),
    [("{1}", "1 节"), ("{一}、", "一、节"), ("{1}.", "1. 节"), ("（{一}）", "（一）节"), ("[{1}]", "[1] 节")],
)
def test_an_ordinal_is_parted_from_its_text_unless_its_mark_does_so(ordinal: str, printed: str) -> None:
    sheet = sheet_named("plain")
    reviews = replace(sheet.reviews, sections=SectionStyle(ordinal=ordinal))
    examined = examine(f"{MINIMAL}  sections: [{{title: 节, lead: 引}}]\n", style=replace(sheet, reviews=reviews))
    assert printed in write_text(examined.composed).splitlines()

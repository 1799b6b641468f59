"""A word of the style sheet says where in the sheet it is written, so that a click on it finds nothing else."""

import re
from collections.abc import Iterator

import pytest

from reportgen.diagnostics import FieldPath
from reportgen.document import Document, Grid, Heading, Origin, Table, text_block
from reportgen.document.block_types import Cover, TextBlock
from reportgen.document.origins import in_sheet
from tests.compare.documents import COMPARED, compared_documents
from tests.support import ALL_SHEETS, ROOT, examine, sheet_named

REPORT = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text("utf-8")


def _texts(document: Document) -> Iterator[TextBlock]:
    for block in document.blocks:
        if isinstance(block, Cover | Grid):
            yield from block.paragraphs
        elif (text := text_block(block)) is not None:
            yield text


def _words(document: Document) -> Iterator[tuple[str, Origin]]:
    """Every stretch that prints, and where it was written."""
    for block in _texts(document):
        if block.ordinal is not None:
            yield block.ordinal.text, block.ordinal.origin
        yield from ((run.text, run.origin or block.origin) for run in block.inlines)


def _value(sheet: object, path: FieldPath) -> object:
    """What a sheet has at a path; fails where there is no such field."""
    for key in path:
        sheet = sheet[key] if isinstance(key, int) and isinstance(sheet, tuple) else getattr(sheet, str(key))
    return sheet


def _prints(value: str, text: str) -> bool:
    """Whether a text is what a value prints, or a part of that: {…} and 【…】 stand for something else."""
    pattern = "".join(
        ".+" if each.startswith(("{", "【")) else re.escape(each) for each in re.split("({[^}]*}|【[^】]*】)", value)
    )
    return text in value or re.fullmatch(pattern, text) is not None


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_every_word_of_the_sheet_is_at_its_field(style: str) -> None:
    sheet = sheet_named(style)
    words = [each for each in _words(examine(REPORT, style=style, draft=True).composed) if each[1].file == "sheet"]
    values = [(text, _value(sheet, origin.path)) for text, origin in words]
    assert len(words) > 3
    annexes = [value for text, value in values if isinstance(value, str) and not _prints(value, text)]
    assert set(annexes) <= {"附件", "附件：{}"}, "only annexes are counted, and listed in one note"


@pytest.mark.parametrize("name", COMPARED)
def test_a_comparison_has_its_title_and_heads_from_the_sheet(name: str) -> None:
    key = "ledger" if name == "ledger" else "comparison"
    document = compared_documents("plenary")[name]
    heading = document.blocks[0]
    assert isinstance(heading, Heading)
    assert (heading.origin, document.metadata.title_origin) == (in_sheet(key, "title"), in_sheet(key, "title"))
    anchors = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    assert anchors == [f"heading-{number}" for number in range(1, len(anchors) + 1)]
    for table in (block for block in document.blocks if isinstance(block, Table)):
        for column, cell in zip(table.columns, table.head, strict=True):
            assert [run.origin for run in cell] == [in_sheet(key, column)]

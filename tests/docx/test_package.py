"""The file as a package of parts."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from reportgen.docx.package import open_template, part_content
from tests.docx.made import made, made_of
from tests.support import ALL_SHEETS, ROOT, sheet_named

CASES = ROOT / "tests" / "cases"
WRITTEN = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
"""The parts whose text is the writer's own."""


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_parts_are_written_as_lxml_writes_them(style: str) -> None:
    """So the file is the same as if they had been parsed, which took 23 MB for some 470 pages."""
    over_years = made_of((CASES / "metrics-over-years" / "2025.yaml").read_text("utf-8"), sheet_named(style))
    for data in (made(style).data, made(style, "every-field").data, over_years.data):
        with ZipFile(BytesIO(data)) as archive:
            for name in WRITTEN:
                content = archive.read(name)
                assert serialize_part_xml(parse_xml(content)) == content


def test_what_is_empty_is_one_tag() -> None:
    """As the run of an ordinal where tasks have none."""
    part = open_template().part.numbering_part
    for inner, ends in (("", b"/>"), ("<w:p><w:r></w:r></w:p>", b"><w:p><w:r/></w:p></w:numbering>")):
        content = part_content(part, inner)
        assert content.endswith(ends)
        assert serialize_part_xml(parse_xml(content)) == content

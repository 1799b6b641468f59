"""Text for mail and chats: nothing lost, every ordinal and number as printed, charts as their numbers."""

import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, chart_table, document_text
from reportgen.markdown import write_markdown
from reportgen.writers.text_output import write_text
from tests.html.pages import PAGES, page_named
from tests.markdown.reading import markdown_text


def with_numbers(document: Document) -> str:
    """The text of a document without spaces, the numbers of a chart in the place of the chart."""
    blocks = (chart_table(block) if isinstance(block, Chart) else block for block in document.blocks)
    return "".join(document_text(replace(document, blocks=tuple(blocks))).split())


@pytest.mark.parametrize("name", PAGES)
def test_mail_and_chats_have_all_of_it(name: str) -> None:
    """A chart of many years is a list in plain text, see below."""
    document = page_named(name).document
    assert "".join(markdown_text(write_markdown(document)).split()) == with_numbers(document)
    if not name.startswith("charts-"):
        assert "".join(write_text(document).split()) == with_numbers(document)


def test_a_chart_of_many_years_is_a_line_for_every_year() -> None:
    document = page_named("charts-classic").document
    charts = [block for block in document.blocks if isinstance(block, Chart) and len(block.years) > 10]
    written = write_text(document)
    assert charts
    for chart in charts:
        lines = [f"{year}年：{figure}" for year, figure in zip(chart.years, chart.figures, strict=True)]
        assert "\n".join(lines) in written

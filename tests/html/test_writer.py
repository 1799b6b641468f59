"""The page says what the document says, is whole by itself, and shows every character as typed."""

import re
from html.parser import HTMLParser

import pytest

from reportgen.document import Chart, Contents, Document, document_text, text_block
from reportgen.html import write_html
from reportgen.style import Looks
from tests.compare.documents import compared_documents
from tests.support import MINIMAL, ROOT, STYLES, examine, fitted, sheet_named

VOID = ("meta",)
EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_bytes()


class Page(HTMLParser):
    """The text of a page, and whether its elements close as they open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in (*VOID, "br"):
            self.open.append(tag)
        names = [name for name, _ in attrs]
        assert not {"src", "href"} & set(names), "the page needs another file"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and "caption" not in self.open:
            self.said.append(data)


def said(page: str) -> str:
    parser = Page(page)
    assert parser.open == []
    return "".join(parser.said).replace("\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_comparison_says_what_its_document_says(style: str) -> None:
    for name, document in compared_documents(style).items():
        assert said(write_html(document, fitted(sheet_named(style), document))) == document_text(document).replace(
            "\n", ""
        ), name


@pytest.mark.parametrize("style", STYLES)
def test_a_whole_report_can_be_written_too(style: str) -> None:
    document = examine(EVERY_FIELD, style=style, draft=True).composed
    blocks = tuple(block for block in document.blocks if not isinstance(block, Contents | Chart))
    without = Document(document.metadata, blocks, document.kept)
    assert said(write_html(document, fitted(sheet_named(style), document))) == document_text(without).replace("\n", "")


def test_marks_of_html_are_text() -> None:
    document = examine(f'{MINIMAL}  intro: "<b>&amp; \\"引\\" \'单\' a<b"\n').composed
    assert "<b>&amp; \"引\" '单' a<b" in said(write_html(document, fitted(sheet_named("plenary"), document)))


@pytest.mark.parametrize("style", STYLES)
def test_first_lines_stand_in_as_the_sheet_says(style: str) -> None:
    """Neither to the left nor where the sheet has no indent."""
    sheet = sheet_named(style)
    document = examine(EVERY_FIELD, style=style, draft=True).composed
    page = write_html(document, fitted(sheet, document))
    indents = dict(re.findall(r"^\.([a-z0-9-]+) \{[^}]*text-indent: ([^;} ]+)", page, re.MULTILINE))
    roles = {text.role for text in map(text_block, document.blocks) if text}
    looks = Looks(sheet)
    wanted = {role: looks.block(role).first_line for role in roles if looks.block(role).first_line}
    assert wanted
    assert indents == {role: f"{indent:.1f}pt" for role, indent in wanted.items()}

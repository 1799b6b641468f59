"""The twin proof: the document and its files in every format are one text, whatever is in the report."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reportgen.document import Document, document_text
from reportgen.docx import write_docx
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.html import write_html
from reportgen.html.article_writer import write_article
from reportgen.layout import Layout, lay_out
from reportgen.markdown import write_markdown
from reportgen.pdf import write_pdf
from reportgen.writers.text_output import write_text
from tests.compare.documents import compared_documents
from tests.docx.reading import docx_text
from tests.html.reading import Page
from tests.markdown.reading import markdown_text
from tests.pdf.reading import pdf_text
from tests.pdf.test_pdf import expected_text
from tests.support import ALL_SHEETS, ROOT, STYLES, examine, fitted, sheet_named

SHEETS = {name: sheet_named(name) for name in STYLES}


def book_of(style: str) -> FontBook:
    """The faces of a sheet."""
    book, found = open_fonts(sheet_named(style), bundled_library())
    assert book is not None, found
    return book


BOOKS = {name: book_of(name) for name in ALL_SHEETS}
PRINTABLE = sorted(
    character
    for character in {chr(code) for face in BOOKS["official"].faces for code in face.hb_face.unicodes}
    if character.isprintable() and not "ﬀ" <= character <= "ﬆ"
)
"""All the faces cover, but for the Latin ligatures that pdfium takes apart (tests/pdf covers them)."""

EVERYDAY = st.sampled_from("全年征集提案办理，。、；：“”《》（）——……·1234567890.%ABcd -+/【*\\")
WORDS = st.text(st.one_of(EVERYDAY, st.sampled_from(PRINTABLE)), min_size=1, max_size=60).filter(
    lambda text: any(character not in " *" for character in text) and not re.search(r"\\[nrt]", text)
)
"""Texts that are sound; an escape in print is not."""


def quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar that prints exactly those characters."""
    escaped = text.replace("【", "【【").replace("*", "\\*").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def lines(indent: int, **fields: str) -> str:
    return "".join(f"{' ' * indent}{key}: {value}\n" for key, value in fields.items() if value)


OPTIONAL = st.one_of(st.just(""), WORDS.map(quoted))


@st.composite
def items(draw: st.DrawFn) -> str:
    title = draw(OPTIONAL)
    fields = {"title": title, "claim": draw(OPTIONAL), "text": draw(OPTIONAL)}
    if not any(fields.values()):
        return f"- {draw(WORDS.map(quoted))}\n"
    written = lines(2, **fields)
    return f"- {written[2:]}"


def indented(text: str, by: int) -> str:
    return re.sub("(?m)^", " " * by, text.rstrip("\n")) + "\n"


@st.composite
def parts(draw: st.DrawFn) -> str:
    title = draw(WORDS.map(quoted))
    part = lines(2, title=title, intro=draw(OPTIONAL), closing=draw(OPTIONAL))
    listed = draw(st.lists(items(), max_size=2))
    if listed:
        part += "  items:\n" + "".join(indented(item, 4) for item in listed)
    sections = draw(st.lists(st.tuples(WORDS.map(quoted), OPTIONAL, st.lists(items(), max_size=3)), max_size=3))
    if sections:
        part += "  sections:\n"
        for section_title, lead, section_items in sections:
            part += f"    - title: {section_title}\n" + lines(6, lead=lead)
            if section_items:
                part += "      items:\n" + "".join(indented(item, 8) for item in section_items)
    return part


@st.composite
def reports(draw: st.DrawFn) -> str:
    head = lines(0, title=draw(WORDS.map(quoted)), label=draw(OPTIONAL), speaker=draw(OPTIONAL), opening=draw(OPTIONAL))
    body = "".join(f"{name}:\n{draw(parts())}" for name in ("reviews", "tasks", "insights"))
    return (
        f"schema: 1\nyear: 2025\n{head}metrics:\n  提案: {{label: 征集提案, value: 1,546, unit: 件}}\n".replace(
            "1,546", '"1,546"'
        )
        + f"{body}glossary:\n  - {{term: 提案, meaning: {draw(WORDS.map(quoted))}}}\n"
    )


REPORTS = settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a report of several files takes minutes
)


def printed(document: Document, style: str) -> tuple[Layout, str, str]:
    """The layout of a document, and the text of its two files."""
    layout = lay_out(document, fitted(sheet_named(style), document), BOOKS[style])
    pdf = write_pdf(layout, document)
    return (
        layout,
        pdf_text(pdf),
        docx_text(write_docx(document, fitted(sheet_named(style), document), layout.page_labels())),
    )


def as_read(text: str) -> str:
    """The text without what pdfium takes for something else: spaces and hyphens at a line's end, equal accents.

    A hyphen it drops comes back as U+0002; the second of two equal accents on one letter is a bold stroke to it. The
    real report is compared with every space and hyphen.
    """
    kept = "".join(character for character in text if not (character.isspace() or character in "-\u2010\x02"))
    return "".join(
        character
        for before, character in pairwise(("", *kept))
        if not (character == before and unicodedata.combining(character))
    )


@pytest.mark.parametrize("style", SHEETS)
def test_the_real_report_is_one_text(style: str) -> None:
    """The same characters in the same order in both files as in the document."""
    document = examine((ROOT / "data" / "2025.yaml").read_text(encoding="utf-8"), style=style).composed
    layout, pdf, docx = printed(document, style)
    assert docx == document_text(document)
    assert pdf == expected_text(document, layout)


@pytest.mark.slow
@pytest.mark.parametrize("style", SHEETS)
def test_comparisons_and_ledgers_are_one_text(style: str) -> None:
    """What is handed round beside the report is held to the same."""
    for name, document in compared_documents(style).items():
        layout, pdf, docx = printed(document, style)
        assert docx == document_text(document), name
        assert pdf == expected_text(document, layout), name


@pytest.mark.slow
@pytest.mark.parametrize("style", SHEETS)
@REPORTS
@given(text=reports())
def test_any_report_is_one_text(style: str, text: str) -> None:
    """Any printable Unicode the fonts cover, in any field, under either sheet."""
    document = examine(text, style=style, draft=True).composed
    layout, pdf, docx = printed(document, style)
    assert layout.missing == ()
    assert docx == document_text(document)
    assert as_read(pdf) == as_read(expected_text(document, layout))


@pytest.mark.slow
@pytest.mark.parametrize("style", SHEETS)
def test_ordinals_wider_than_their_indent_are_whole(style: str) -> None:
    """二十一、 prints whole, in the text and in the contents, in both files: a wrong number is a scandal."""
    sections = "".join(f"    - title: 第{number}节标题\n      items: [要点]\n" for number in range(1, 131))
    parts = "".join(f"{name}:\n  title: 部分\n  sections:\n{sections}" for name in ("reviews", "tasks"))
    document = examine(f"schema: 1\nyear: 2025\ntitle: 报告\n{parts}", style=style, draft=True).composed
    layout, pdf, docx = printed(document, style)
    assert docx == document_text(document)
    assert pdf == expected_text(document, layout)


WITHOUT_PAGES = ("html", "wechat", "markdown", "txt")


def without_pages(document: Document, style: str) -> dict[str, str]:
    """The text of the formats that need no layout, as their readers see it, without spaces."""
    sheet = fitted(SHEETS[style], document)
    read = {
        "html": Page(write_html(document, sheet)).text,
        "wechat": Page(write_article(document, sheet).page).text,
        "markdown": markdown_text(write_markdown(document)),
        "txt": write_text(document),
    }
    return {name: "".join(text.split()) for name, text in read.items()}


@pytest.mark.parametrize("style", SHEETS)
def test_the_real_report_is_the_same_text_without_pages(style: str) -> None:
    """Everyone reads the same, whichever file they were sent."""
    document = examine((ROOT / "data" / "2025.yaml").read_text(encoding="utf-8"), style=style).composed
    expected = "".join(document_text(document).split())
    assert without_pages(document, style) == dict.fromkeys(WITHOUT_PAGES, expected)


@pytest.mark.slow
@pytest.mark.parametrize("style", SHEETS)
@REPORTS
@given(text=reports())
def test_any_report_is_the_same_text_without_pages(style: str, text: str) -> None:
    """Whatever HTML and Markdown take for their own marks."""
    document = examine(text, style=style, draft=True).composed
    expected = "".join(document_text(document).split())
    assert without_pages(document, style) == dict.fromkeys(WITHOUT_PAGES, expected)

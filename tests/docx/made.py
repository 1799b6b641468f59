"""Reports made into Word files for the tests of this room."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

from reportgen.document import (
    Block,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Logo,
    Paragraph,
    Run,
    Table,
    contents_headings,
)
from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import as_laid_out, lay_out
from reportgen.style import StyleSheet
from tests.docx.reading import NO_TEXT, WORD, attribute, paragraphs, part, style_of
from tests.support import ROOT, STYLES, examine, fitted, sheet_named

REAL = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text(encoding="utf-8")
REPORTS = {"real": REAL, "every-field": EVERY_FIELD}
CASES = [(style, report) for style in STYLES for report in REPORTS]


class BuildResult(NamedTuple):
    """A report, the page numbers of its headings in our layout, and its Word file."""

    document: Document
    labels: dict[str, str]
    data: bytes


@cache
def made(style: str, report: str = "real") -> BuildResult:
    """One of the reports above under a sheet of the checkout."""
    return made_of(REPORTS[report], sheet_named(style))


def made_of(text: str, sheet: StyleSheet) -> BuildResult:
    """Any report under any sheet."""
    return made_from(examine(text, style=sheet, draft=True).composed, sheet)


def made_from(document: Document, sheet: StyleSheet, sources: Mapping[str, str] | None = None) -> BuildResult:
    """Any document under any sheet."""
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    under = fitted(sheet, document)
    layout = lay_out(document, under, book)
    labels = dict(layout.page_labels())
    return BuildResult(document, labels, write_docx(as_laid_out(document, layout), under, labels, None, sources))


def printed(document: Document) -> list[Block | Logo | tuple[Run, ...]]:
    """What each paragraph of the file stands for: lines and blocks, headings again for the contents, cells."""
    found: list[Block | Logo | tuple[Run, ...]] = []
    for block in document.blocks:
        if isinstance(block, Cover):
            found += block.lines
        elif isinstance(block, Contents):
            found += [block, *contents_headings(document, block.levels)]
        elif isinstance(block, Grid):
            found += [paragraph.inlines for paragraph in block.paragraphs]
        elif isinstance(block, Table):
            found += [cell for row in (block.head, *block.rows) for cell in row]
        else:
            found.append(block)
    return found


def pairs(each: BuildResult) -> list[tuple[ElementTree.Element, Heading | Paragraph]]:
    """The paragraphs outside cells and contents, each with what it was made from."""
    written = [paragraph for paragraph in paragraphs(each.data) if style_of(paragraph) not in NO_TEXT]
    return [
        (paragraph, block)
        for paragraph, block in zip(written, printed(each.document), strict=True)
        if isinstance(block, Heading | Paragraph) and not style_of(paragraph).startswith("TOC")
    ]


def style_elements(data: bytes) -> dict[str, ElementTree.Element]:
    """Style definitions by identifier."""
    return {attribute(style, "styleId"): style for style in part(data, "word/styles.xml").iter(f"{WORD}style")}


def names(data: bytes) -> list[str]:
    """The parts of the file."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def story_parts(data: bytes) -> list[str]:
    """The parts that hold paragraphs: body, headers, footers."""
    return [name for name in names(data) if name.startswith(("word/document", "word/header", "word/footer"))]

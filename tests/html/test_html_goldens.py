"""Whole pages: for other occasions, a draft with a logo, emphasis, comparisons; ``make goldens`` renews them."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.html import write_html
from reportgen.html.article_writer import write_article
from reportgen.pictures import Picture
from reportgen.style import Length, LogoStyle, StyleSheet, WorkspaceFile
from tests.compare.documents import compared_documents
from tests.goldens import Goldens
from tests.layout.test_dots import dotted_sheet
from tests.motley import motley
from tests.support import ALL_SHEETS, ROOT, examine, fitted, sheet_named

GOLDENS = Path(__file__).parent / "goldens"
CASES = ROOT / "tests" / "cases"


@pytest.mark.parametrize("sheet", [sheet_named("classic"), dotted_sheet()], ids=["face", "dots"])
def test_emphasis_is_as_expected(sheet: StyleSheet, goldens: Goldens, request: pytest.FixtureRequest) -> None:
    document = examine((CASES / "emphasis" / "2025.yaml").read_bytes(), style=sheet).composed
    name = request.node.callspec.id
    goldens.check({GOLDENS / f"emphasis.{name}.html": write_html(document, fitted(sheet, document))})


@pytest.mark.parametrize("name", ["comparison-corrections", "ledger"])
def test_a_comparison_is_as_expected(name: str, goldens: Goldens) -> None:
    document = compared_documents("official")[name]
    goldens.check({GOLDENS / f"{name}.html": write_html(document, fitted(sheet_named("official"), document))})


@pytest.mark.parametrize("style", ["lectern", "handout"])
def test_a_page_for_another_occasion_is_as_expected(style: str, goldens: Goldens) -> None:
    document = examine((CASES / "every-field" / "2025.yaml").read_bytes(), style=style, draft=True).composed
    goldens.check({GOLDENS / f"every-field.{style}.html": write_html(document, fitted(sheet_named(style), document))})


@pytest.mark.parametrize("style", ["plenary", "classic"])
def test_a_draft_with_a_logo_is_as_expected(style: str, goldens: Goldens) -> None:
    sheet = replace(
        sheet_named(style), logo=LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽")
    )
    document = examine((CASES / "emphasis" / "2025.yaml").read_bytes(), style=sheet, draft=True).composed
    document = replace(document, metadata=replace(document.metadata, draft=3))
    picture = Picture("png", 2, 1, is_grey=True, pixels=b"\0\xff")
    goldens.check({GOLDENS / f"draft.{style}.html": write_html(document, fitted(sheet, document), picture)})


@pytest.mark.parametrize("style", ["plenary", "classic"])
def test_where_no_two_texts_look_alike_each_has_its_own_look(style: str, goldens: Goldens) -> None:
    """A draft with all there can be in a report, as a page and as an article."""
    logo = LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽", height=Length(13, "em"))
    sheet = motley(replace(sheet_named(style), logo=logo))
    picture = Picture("png", 2, 1, is_grey=True, pixels=b"\0\xff")
    document = examine((CASES / "every-field" / "2025.yaml").read_bytes(), style=sheet, draft=True).composed
    document = replace(document, metadata=replace(document.metadata, draft=3))
    written = {
        "page": write_html(document, fitted(sheet, document), picture),
        "article": write_article(document, fitted(sheet, document), picture).page,
    }
    pages = {name: re.sub('base64,[^"]*', "base64,…", page) for name, page in written.items()}
    goldens.check({GOLDENS / f"motley.{style}.{name}.html": page for name, page in pages.items()})


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_an_article_is_as_expected(style: str, goldens: Goldens) -> None:
    """With the years of its metrics, where the sheet has a table of them; pictures are looked at elsewhere."""
    documents = [
        examine((CASES / case / "2025.yaml").read_bytes(), style=style, draft=True).composed
        for case in ("every-field", "metrics-over-years")
    ]
    sheet = sheet_named(style)
    pages = [re.sub('base64,[^"]*', "base64,…", write_article(each, fitted(sheet, each)).page) for each in documents]
    goldens.check({GOLDENS / f"article.{style}.html": "\n".join(pages)})

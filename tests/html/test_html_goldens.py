"""Whole pages: emphasis, and a comparison with what came and what went; ``make goldens`` renews them."""

from pathlib import Path

import pytest

from reportgen.html import write_html
from reportgen.style import StyleSheet
from tests.compare.documents import compared_documents
from tests.goldens import Goldens
from tests.layout.test_dots import dotted_sheet
from tests.support import ROOT, examine, fitted, sheet_named

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("sheet", [sheet_named("classic"), dotted_sheet()], ids=["face", "dots"])
def test_emphasis_is_as_expected(sheet: StyleSheet, goldens: Goldens, request: pytest.FixtureRequest) -> None:
    document = examine((ROOT / "tests" / "cases" / "emphasis" / "2025.yaml").read_bytes(), style=sheet).composed
    name = request.node.callspec.id
    goldens.check({GOLDENS / f"emphasis.{name}.html": write_html(document, fitted(sheet, document))})


@pytest.mark.parametrize("name", ["comparison-corrections", "ledger"])
def test_a_comparison_is_as_expected(name: str, goldens: Goldens) -> None:
    document = compared_documents("official")[name]
    goldens.check({GOLDENS / f"{name}.html": write_html(document, fitted(sheet_named("official"), document))})

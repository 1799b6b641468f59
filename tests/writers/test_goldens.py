"""Whole files of the formats without pages, as they are expected beside this test; ``make goldens`` renews them."""

from pathlib import Path

import pytest

from reportgen.html import write_html
from reportgen.markdown import write_markdown
from reportgen.writers.text_output import write_text
from tests.goldens import Goldens
from tests.support import ROOT, examine, fitted, sheet_named

GOLDENS = Path(__file__).parent / "goldens"
CASES = ROOT / "tests" / "cases"


@pytest.mark.parametrize("style", ["plenary", "official", "classic"])
@pytest.mark.parametrize("case", ["every-field", "metrics-over-years"])
def test_a_report_reads_as_expected(case: str, style: str, goldens: Goldens) -> None:
    last_year = CASES / case / "2024.yaml"
    document = examine(
        (CASES / case / "2025.yaml").read_bytes(),
        last_year=last_year.read_bytes() if last_year.exists() else None,
        style=style,
        draft=True,
    ).composed
    written = {
        "html": write_html(document, fitted(sheet_named(style), document)),
        "md": write_markdown(document),
        "txt": write_text(document),
    }
    goldens.check({GOLDENS / f"{case}.{style}.{ending}": text for ending, text in written.items()})

"""Every block of a report with every field, under every style sheet; ``make goldens`` renews them."""

from pathlib import Path

import pytest

from tests.dump import dumped
from tests.goldens import Goldens
from tests.support import ALL_SHEETS, ROOT, examine

GOLDENS = Path(__file__).parent / "goldens"
CASES = ("every-field", "metrics-over-years")


@pytest.mark.parametrize("style", ALL_SHEETS)
@pytest.mark.parametrize("case", CASES)
def test_the_blocks_of_a_report_are_as_expected(case: str, style: str, goldens: Goldens) -> None:
    folder = ROOT / "tests" / "cases" / case
    last_year = (folder / "2024.yaml").read_bytes() if (folder / "2024.yaml").exists() else None
    document = examine((folder / "2025.yaml").read_bytes(), last_year=last_year, style=style, draft=True).composed
    goldens.check({GOLDENS / f"{case}.{style}.txt": f"{dumped(document)}\n"})

"""The style sheets of the program with nothing left open, as they are prepared; ``make goldens`` renews them."""

from pathlib import Path
from typing import get_args

import pytest

from reportgen.style import BlockRole, RunRole
from reportgen.style.roles import GridKind
from tests.dump import dumped
from tests.goldens import Goldens
from tests.support import ALL_SHEETS, prepared, sheet_named

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_a_style_sheet_is_prepared_as_expected(style: str, goldens: Goldens) -> None:
    sheet = prepared(sheet_named(style))
    facts = {
        "style": sheet.style,
        "area": sheet.area,
        "blocks": {role: sheet.looks.block(role) for role in get_args(BlockRole)},
        "runs": {role: sheet.looks.run("body", (role,)) for role in get_args(RunRole)},
        "grids": {kind: sheet.looks.grid(kind) for kind in get_args(GridKind) if getattr(sheet.style, kind)},
        "chart": sheet.looks.chart(),
    }
    goldens.check({GOLDENS / f"{style}.txt": f"{dumped(facts)}\n"})

"""A sentence stays beside its key up to 120 columns, wherever that key is; a longer one begins a line of its own."""

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.formatting import format_text
from reportgen.source import Source
from tests.support import MINIMAL, nodes

_COLUMNS = 120
_ITEM = f"{MINIMAL}  items:\n    - title: 一\n"


@pytest.mark.parametrize(
    "above",
    [
        f"{MINIMAL}closing: ",
        f"{MINIMAL}  intro: ",
        f"{MINIMAL}  items:\n    - text: ",
        f"{_ITEM}      text: ",
        f"{MINIMAL}  sections:\n    - title: 一\n      lead: ",
        f"{MINIMAL}  sections:\n    - title: 一\n      items:\n        - title: 二\n          text: ",
    ],
)
@pytest.mark.parametrize(("chinese", "wide"), [("", 0), ("甲", 2), ("甲“乙”——丙", 14)])
def test_a_sentence_of_up_to_120_columns_stays_beside_its_key(above: str, chinese: str, wide: int) -> None:
    """A Chinese character and a mark beside it take two columns, a Latin letter one."""
    *_, key = above.splitlines()
    fitting = f"{chinese}{'x' * (_COLUMNS - len(key) - wide)}"
    assert _formatted(f"{above}{fitting}\n") == f"{above}{fitting}\n"
    margin = " " * (len(key) - len(key.lstrip(" -")) + 2)
    assert _formatted(f"{above}{fitting}x\n") == f"{above}>-\n{margin}{fitting}x\n"


def _formatted(text: str) -> str:
    return apply_edits(text, format_text(Source("2025.yaml", text), nodes(text)))

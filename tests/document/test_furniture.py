"""What headers and footers print; a part that is not there goes with the blanks beside it."""

import datetime

import pytest

from reportgen.document import Origin, Run
from reportgen.document.block_types import Metadata
from reportgen.document.furniture import furniture_runs, shortened

METADATA = Metadata("工作报告", "", "", (), datetime.date(2026, 1, 16), "zh-CN", stamp="", short_hash="0a1b2c", draft=3)


@pytest.mark.parametrize(
    ("text", "part", "printed"),
    [
        ("{page}", "", ["7"]),
        ("— {page} —", "", ["— ", "7", " —"]),
        ("{title}\u3000{part}", "回顾", ["工作报告", "\u3000", "回顾"]),
        ("{title}\u3000{part}", "", ["工作报告"]),
        ("{part}\u3000\u3000{title}", "", ["工作报告"]),
        ("{title}\u3000{part}\u3000{page}", "", ["工作报告", "7"]),
        ("{title}\u3000{page}", "", ["工作报告", "\u3000", "7"]),
        ("{part}", "", []),
        ("{short_title}", "", ["工作报告"]),
        ("第{draft}稿 {hash}", "", ["第3稿 0a1b2c"]),
        ("第{unknown}页", "", ["第{unknown}页"]),
    ],
)
def test_a_line_of_the_page(text: str, part: str, printed: list[str]) -> None:
    runs = furniture_runs(text, METADATA, Origin(()), number=Run("7"), part=part)
    assert [run.text for run in runs] == printed


@pytest.mark.parametrize(
    ("letters", "shown"), [(1, "题"), (27, "题" * 27), (28, "题" * 28), (29, f"{'题' * 27}…"), (80, f"{'题' * 27}…")]
)
def test_a_title_beside_a_page_number_has_28_characters_at_most(letters: int, shown: str) -> None:
    """With its number it is then on one line; one that is cut is marked."""
    assert shortened("题" * letters) == shown

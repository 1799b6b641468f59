"""Long titles of the cover are smaller; others are as the sheet names them."""

import pytest

from tests.support import examine, fitted, sheet_named

LONG = (
    "政协云汀市第六届委员会常务委员会关于围绕中心服务大局和加强委员队伍建设等情况"
    "向第六届委员会第四次全体会议所作的工作报告"
)


def size_and_line(style: str, title: str, more: str = "") -> tuple[float, float]:
    """Points of the cover's title."""
    text = f"schema: 1\nyear: 2025\ntitle: {title}\n{more}reviews: {{title: 回顾, intro: 一句。}}\n"
    look = fitted(sheet_named(style), examine(text, style=style).composed).looks.block("cover-title")
    return look.size, look.line


@pytest.mark.parametrize(
    ("style", "title", "expected"),
    [
        ("lectern", "云汀市政协常委会工作报告", (36.0, 60.0)),
        ("lectern", LONG[:40], (36.0, 60.0)),
        ("lectern", LONG, (28.8, 48.0)),
        ("lectern", LONG * 3, (21.6, 36.0)),
        ("official", LONG, (22.0, 59.22)),
    ],
)
def test_the_size_of_a_title(style: str, title: str, expected: tuple[float, float]) -> None:
    """Six lines at most, as far as six tenths of the size go."""
    assert size_and_line(style, title) == pytest.approx(expected)


def test_a_title_leaves_room_for_the_lines_beside_it() -> None:
    """The cover is one page whatever stands on it."""
    more = f"session: {'第四次会议' * 14}\nspeaker: {'周' * 60}\nplace: {'云汀' * 30}\norganization: {'委员会' * 20}\n"
    assert size_and_line("lectern", LONG, more)[0] < size_and_line("lectern", LONG)[0]

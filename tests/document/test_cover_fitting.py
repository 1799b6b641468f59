"""Long titles of the cover are smaller; others are as the sheet names them."""

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document import Cover
from reportgen.document.cover_lines import parted_by_ground
from reportgen.style import Length, LogoStyle, WorkspaceFile
from tests.support import examine, fitted, prepared, sheet_named

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


@pytest.mark.parametrize(
    ("letters", "height", "size", "left"),
    [
        (20, 60, 36.0, 60.0),
        (20, 100, 21.6, 100.0),
        (40, 22, 36.0, 22.0),
        (40, 60, 27.0, 60.0),
        (40, 100, 21.6, 82.62),
        (118, 60, 21.6, 40.29),
        (118, 150, 21.6, 40.29),
        (118, 4, 21.6, 4.0),
        (177, 150, 21.6, 5.0),
        (177, 4, 21.6, 4.0),
    ],
)
def test_a_title_on_a_ground_is_smaller_first_and_then_the_logo_is_lower(
    letters: int, height: float, size: float, left: float
) -> None:
    """In millimetres: as much as title, organization and label leave of the ground, but five at the least."""
    sheet = replace(
        sheet_named("plenary"),
        logo=LogoStyle(file=WorkspaceFile("a.svg", Place("a.yaml")), height=Length(height, "mm")),
    )
    text = "schema: 1\nyear: 2025\norganization: 政协云汀市委员会\nlabel: 草案\n"
    text += f"title: {(LONG * 3)[:letters]}\nreviews: {{title: 回顾, intro: 一句。}}\n"
    found = fitted(sheet, examine(text, style=sheet).composed)
    assert found.style.logo is not None
    millimetres = round(found.style.logo.height.points() / Length(1, "mm").points(), 2)
    assert (found.looks.block("cover-title").size, millimetres) == (size, left)


@pytest.mark.parametrize(
    ("mark", "size"), [("【本年】", 132.0), ("政协", 132.0), ("第【本年】号", 111.0), ("A" * 20, 38.1)]
)
def test_the_mark_of_a_ground_is_as_wide_as_the_paper_at_most(mark: str, size: float) -> None:
    sheet = sheet_named("plenary")
    assert sheet.cover_ground is not None
    sheet = replace(sheet, cover_ground=replace(sheet.cover_ground, mark=mark))
    document = examine(
        "schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾, intro: 一句。}\n", style=sheet
    ).composed
    assert fitted(sheet, document).looks.block("cover-mark").size == size


@pytest.mark.parametrize(("height", "on_ground"), [(71.0, 1), (72.0, 1), (73.0, 3), (198.0, 3), (199.0, 5), (300.0, 5)])
def test_lines_that_begin_where_the_ground_ends_are_below_it(height: float, on_ground: int) -> None:
    """plenary has the title 72 mm from the head of the paper, the label under it, and the session and others 198."""
    sheet = sheet_named("plenary")
    assert sheet.cover_ground is not None
    sheet = replace(sheet, cover_ground=replace(sheet.cover_ground, height=Length(height, "mm")))
    text = "schema: 1\nyear: 2025\ntitle: 报告\nlabel: 草案\norganization: 政协\nsession: 会议\nspeaker: 张三\n"
    document = examine(f"{text}reviews: {{title: 回顾, intro: 一句。}}\n", style=sheet).composed
    (cover,) = (block for block in document.blocks if isinstance(block, Cover))
    above, below = parted_by_ground(cover, prepared(sheet))
    assert (len(above), above + below) == (on_ground, cover.lines)


def test_without_a_ground_no_line_is_on_one() -> None:
    sheet = replace(sheet_named("plenary"), cover_ground=None)
    document = examine(
        "schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾, intro: 一句。}\n", style=sheet
    ).composed
    (cover,) = (block for block in document.blocks if isinstance(block, Cover))
    assert parted_by_ground(cover, prepared(sheet)) == ((), cover.lines)

"""Widths on a terminal, and lines no wider than it."""

import pytest

from reportgen.text.columns import columns, wrapped


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("报告", 4), ("a，b", 4), ("e\u0301", 1), ("", 0)])
def test_wide_characters_take_two_columns_and_combining_ones_none(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Build the report of a year.", 12, ["Build the", "report of a", "year."]),
        ("生成某一年的报告。", 12, ["生成某一年的", "报告。"]),
        ("生成某一年的报告，再检查。", 16, ["生成某一年的报", "告，再检查。"]),
        ("见“工作回顾”一节", 6, ["见“工", "作回", "顾”一", "节"]),
        ("先用 reportgen check 检查", 12, ["先用", "reportgen", "check 检查"]),
        ("版式（默认 plenary）。", 18, ["版式", "（默认 plenary）。"]),
        ("Styles [default: plenary] here", 24, ["Styles", "[default: plenary] here"]),
        ("incomprehensibilities", 5, ["incomprehensibilities"]),
        ("", 5, [""]),
        ("ab cd  ", 5, ["ab cd"]),
        ("ab   cd ", 4, ["ab", "cd"]),
    ],
)
def test_no_line_is_wider_than_asked_and_marks_stay_with_their_text(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines

"""Tables for a terminal: columns as wide as their widest cell, Chinese characters counted as two."""

import pytest

from reportgen.writers.text_tables import aligned


@pytest.mark.parametrize(
    ("rows", "right", "lines"),
    [
        ([], (), []),
        ([["a"]], (), ["a"]),
        ([["提案", "437"], ["a", "5"]], (), ["提案  437", "a     5"]),
        ([["提案", "437"], ["a", "5"]], (1,), ["提案  437", "a       5"]),
        ([["提案", "437", "件"], ["a", "5", "b"]], (0, 1), ["提案  437  件", "   a    5  b"]),
        ([["提案", ""], ["a", "b"]], (), ["提案", "a     b"]),
    ],
)
def test_columns_are_as_wide_as_their_widest_cell(
    rows: list[list[str]], right: tuple[int, ...], lines: list[str]
) -> None:
    """Those on the right end at one place; no line has blanks at its end."""
    assert aligned(rows, right) == lines

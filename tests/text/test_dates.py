"""Dates are written one way and read two."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.dates import chinese_date, chinese_month, read_date


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_date_is_read_as_it_is_written(date: datetime.date) -> None:
    assert read_date(chinese_date(date)) == date == read_date(date.isoformat())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026年1月9日", datetime.date(2026, 1, 9)),
        ("2026-1-9", datetime.date(2026, 1, 9)),
        ("２０２６年０１月０９日", datetime.date(2026, 1, 9)),
        ("2026年6月31日", None),
        ("2026年13月1日", None),
        ("0000-01-01", None),
        ("2026年1-9", None),
        ("2026年1月", None),
        ("26年1月9日", None),
        (" 2026-01-09", None),
        ("", None),
    ],
)
def test_what_is_a_date(text: str, date: datetime.date | None) -> None:
    assert read_date(text) == date


def test_a_month_is_written_with_its_year() -> None:
    assert chinese_month(datetime.date(2026, 1, 16)) == "2026年1月"

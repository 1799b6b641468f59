"""Dates as reports write them: 2026年1月16日, or 2026-01-16."""

import datetime
import re

_DIGIT = "[0-9０-９]"

DATE = f"{_DIGIT}{{4}}(?:-{_DIGIT}{{1,2}}-{_DIGIT}{{1,2}}|年{_DIGIT}{{1,2}}月{_DIGIT}{{1,2}}日)"
"""Both forms, as a pattern that JavaScript reads alike."""


def chinese_date(date: datetime.date) -> str:
    """A date as it prints: ``2026年1月16日``."""
    return f"{date.year}年{date.month}月{date.day}日"


def chinese_month(date: datetime.date) -> str:
    """The month of a date as it prints: ``2026年1月``."""
    return f"{date.year}年{date.month}月"


def read_date(text: str) -> datetime.date | None:
    """The date a text is in either form, also in full-width digits; None where it is none, such as a 31st of June."""
    if not re.fullmatch(DATE, text):
        return None
    try:
        return datetime.date(*map(int, re.findall(f"{_DIGIT}+", text)))
    except ValueError:  # a thirteenth month
        return None

"""A date in a form of its own: 二零二五年, 2025年03月08日, 二〇二五年12月 (P28; GB/T 15835 4.3, 5.1.4, 5.2.5).

中文：年份里的零写“〇”（二〇二五年）；月、日前不补0（3月8日）；一个日期里不混用汉字和阿拉伯数字。“80年代”要写明世纪。

Wrong:

    reviews:
      title: 工作回顾
      intro: 二零二五年召开全会，2025年03月08日召开座谈会。

Right:

    reviews:
      title: 工作回顾
      intro: 二〇二五年召开全会，2025年3月8日召开座谈会。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import chinese_value

CODES = ("date-form", "decade-alone")

_DIGITS = "〇一二三四五六七八九"
_ZEROS = "零○Oo0"
_ZERO = LazyPattern(
    f"(?<![{_DIGITS}{_ZEROS}百千])(?=[{_DIGITS}]*[{_ZEROS}])[一二][{_DIGITS}{_ZEROS}]{{3}}年",
    signs=("零", "○", "O", "o", *(f"{digit}0" for digit in _DIGITS)),
)
_PADDED = LazyPattern(
    r"(?<![A-Za-z\d._-])(?:\d{4}年)?(?=0\d月|\d{1,2}月0\d日)(\d{1,2})月(?:(\d{1,2})日)?(?![\w.-]{0,40}\.[A-Za-z])"
)
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MIXED = LazyPattern(
    rf"(?<![{_DIGITS}])([一二][{_DIGITS}]{{3}})年(\d{{1,2}})月(?:(\d{{1,2}})日)?"
    rf"|(?<!\d)(\d{{4}})年({_NUMERAL})月(?:({_NUMERAL})日|(?![一二三四五六七八九十]))"
)
_DECADE = LazyPattern(r"(?<![\d、至—～和到-])[1-9]0年代")
_FAR = 12


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The dates that mix numerals, pad them, or write another zero than 〇."""
    printed = printed_text(context)
    words = printed.words
    for match in _ZERO.finditer(words):
        year = "".join("〇" if each in _ZEROS else each for each in match.group())
        yield printed.finding("date-form", match.span(), year)
    if "月" in words:
        for match in _PADDED.finditer(words):
            day = f"{int(match[2])}日" if match[2] else ""
            yield printed.finding(
                "date-form", match.span(), f"{words[match.start() : match.start(1)]}{int(match[1])}月{day}"
            )
        for match in _MIXED.finditer(words):
            right = _in_digits(match.groups())
            if right is not None:
                yield printed.finding("date-form", match.span(), right)
    if "0年代" in words:
        for match in _DECADE.finditer(words):
            if "世纪" not in text_before(words, match.start(), _FAR):
                yield printed.finding("decade-alone", match.span())


def _in_digits(groups: tuple[str | None, ...]) -> str | None:
    """A mixed date in Arabic digits; None if it is not a date, such as 六七月."""
    han_year, month, day, year, han_month, han_day = groups
    if han_year:
        year = "".join(str(_DIGITS.index(each)) for each in han_year)
        return f"{year}年{month}月{f'{day}日' if day else ''}"
    in_month, in_day = chinese_value(han_month or ""), chinese_value(han_day or "一")
    if in_month is None or in_day is None:
        return None
    return f"{year}年{in_month}月{f'{in_day}日' if han_day else ''}"

"""Brackets without their partner, or inside brackets of their own shape (P12; GB/T 15834 4.9).

中文：括号要成对。括号里再用括号，里面的宜换一种（〔 〕）。

Wrong:

    reviews:
      title: 工作回顾
      intro: 落实市政协常委会（扩大会议精神，细化任务42项。

Right:

    reviews:
      title: 工作回顾
      intro: 落实市政协常委会（扩大）会议精神，细化任务42项。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import LOOK_BEHIND, printed_text
from reportgen.text.characters import is_chinese, text_before
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("bracket-unpaired", "bracket-nested")

_BRACKETS = "（）()〔〕"
_BRACKET = LazyPattern(f"[{_BRACKETS}]|\n")
_KINDS = {"（": "(", "(": "(", "）": "(", ")": "(", "〔": "〔", "〕": "〔"}
_ORDINAL = LazyPattern("(?:^|[，。；：、？！…\\s“”（）])(?:\\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$")
_NESTED = LazyPattern("（[^（）\n]*(（([^（）\n]*)）)[^（）\n]*）")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The round and hexagonal brackets of Chinese text that are alone, and those inside of the same."""
    printed = printed_text(context)
    if not context.has_any(_BRACKETS):
        return
    opened: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(printed.typed + "\n"):
        mark, at = match.group(), match.start()
        alone: list[int] = []
        if mark == "\n":
            alone, opened = [each for each, _ in opened], []
        elif mark in "（(〔":
            opened.append((at, mark))
        elif opened and _KINDS[opened[-1][1]] == _KINDS[mark]:
            opened.pop()
        elif not _ORDINAL.search(text_before(printed.typed, at, LOOK_BEHIND)):
            alone = [at]
        for each in alone:
            if any(is_chinese(near) for near in text_before(printed.typed, each, 1) + printed.typed[each : each + 2]):
                yield printed.finding("bracket-unpaired", (each, each + 1), hints=("pair-marks",))
    for match in _NESTED.finditer(printed.typed):
        yield printed.finding("bracket-nested", match.span(1), f"〔{match[2]}〕")

"""A formula in other words than it is fixed in: 增强“四个自信” for 增强“四个意识” (P45).

Only right behind its verb: “三个意识” and “四个共同” exist as well. This rule reads quotations too.

中文：固定的提法写错了：增强“四个意识”、坚定“四个自信”、做到“两个维护”、领悟“两个确立”，中国人民政治协商会议，参政议政。引文里的也查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 增强“四个自信”，做到“四个维护”。

Right:

    reviews:
      title: 工作回顾
      intro: 增强“四个意识”、坚定“四个自信”、做到“两个维护”。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "fixed-wording"

_FORMULAS = {
    "增强": "四个意识",
    "坚定": "四个自信",
    "做到": "两个维护",
    "践行": "两个维护",
    "领悟": "两个确立",
    "拥护": "两个确立",
}
_SLOTS = {f"{verb}{quote}": verb for verb in _FORMULAS for quote in "“‘"}
_NUMBERS = "一二三四五六七八九十两"
_NUMBERED = frozenset(f"{number}个{noun}" for number in _NUMBERS for noun in ("意识", "自信", "维护", "确立"))
_LENGTH = 4
_GOVERNING = ("增强", "坚定")
"""Verbs that may govern a noun which the formula belongs to: 增强“两个维护”的自觉."""
_THOUGHT = LazyPattern(
    "(习近平)?新时代中国特色社会主义理论(?!体系|研究|创新|成果|武装|学习|与|和|课|宣[传讲]|建设|品格)"
)
_WORDS = {"参正议政": "参政议政", "参政仪政": "参政议政", "政治协商委员会": "政治协商会议"}


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The formulas behind their verbs, and names, with another word in them."""
    printed = printed_text(context)
    for start, slot in sorted(occurrences(printed.typed, _SLOTS)):
        first = start + len(slot)
        last = first + _LENGTH
        right, formula = _FORMULAS[_SLOTS[slot]], printed.typed[first:last]
        if formula != right and formula in _NUMBERED and printed.typed.startswith(("”", "’"), last):
            of_another = printed.typed.startswith("的", last + 1) and _SLOTS[slot] in _GOVERNING
            if not of_another:
                yield printed.finding(CODE, (first - 1, last + 1), f"{slot[-1]}{right}{printed.typed[last]}")
    if "社会主义理论" in printed.typed:
        for match in _THOUGHT.finditer(printed.typed):
            yield printed.finding(CODE, match.span(), match.group().removesuffix("理论") + "思想")
    for start, wrong in occurrences(printed.typed, _WORDS):
        end = start + len(wrong)
        is_named = text_before(printed.typed, start, 4) == "中国人民" and wrong.endswith("会")
        name = "中国人民" if is_named else ""
        yield printed.finding(CODE, (start - len(name), end), name + _WORDS[wrong])

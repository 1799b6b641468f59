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

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text
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
_NUMBERED = "[一二三四五六七八九十两]个(?:意识|自信|维护|确立)"
_SLOT = LazyPattern(f"({'|'.join(_FORMULAS)})([“‘])({_NUMBERED})([”’])(的?)")
_THOUGHT = LazyPattern(
    "(习近平)?新时代中国特色社会主义理论(?!体系|研究|创新|成果|武装|学习|与|和|课|宣[传讲]|建设|品格)"
)
_WORDS = {"参正议政": "参政议政", "参政仪政": "参政议政", "政治协商委员会": "政治协商会议"}


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The formulas behind their verbs, and names, with another word in them."""
    printed = printed_text(context)
    if any(f"{verb}{quote}" in printed.typed for verb in _FORMULAS for quote in "“‘"):
        for match in _SLOT.finditer(printed.typed):
            right = _FORMULAS[match[1]]
            if match[3] != right and not _is_of_another(match):
                span = match.start(2), match.end(4)
                yield printed.finding(CODE, span, f"{match[2]}{right}{match[4]}")
    if "社会主义理论" in printed.typed:
        for match in _THOUGHT.finditer(printed.typed):
            yield printed.finding(CODE, match.span(), match.group().removesuffix("理论") + "思想")
    for start, wrong in occurrences(printed.typed, _WORDS):
        end = start + len(wrong)
        name = "中国人民" if printed.typed.endswith("中国人民", 0, start) and wrong.endswith("会") else ""
        yield printed.finding(CODE, (start - len(name), end), name + _WORDS[wrong])


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether the formula belongs to a noun that the verb governs: 增强“两个维护”的自觉."""
    return bool(match[5]) and match[1] in ("增强", "坚定")

"""Brackets or quotes with nothing inside: usually the year in 〔 〕 or the title in 《 》 was never filled in.

Fill it in before printing; while drafting, ``--draft`` makes this a warning.

中文：〔 〕、（ ）、《 》、“ ” 里面是空的，多半是年份、文号、题目忘了补。付印前必须补上；写草稿时加 --draft，只作警告。

Wrong:

    reviews:
      title: 工作回顾
      intro: 根据长政协〔 〕3号文件要求开展工作。

Right:

    reviews:
      title: 工作回顾
      intro: 根据长政协〔2025〕3号文件要求开展工作。
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding

CODE = "bracket-empty"

_PAIRS = frozenset(("〔〕", "（）", "()", "《》", "〈〉", "“”", "‘’", "「」", "『』", "［］", "[]"))
_EMPTY = re.compile(r"([〔（(《〈“‘「『［\[])\s*([〕）)》〉”’」』］\]])")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports pairs of brackets or quotes with nothing but spaces inside."""
    for path, node in context.texts():
        for match in _EMPTY.finditer(node.text):
            if match[1] + match[2] in _PAIRS:
                yield finding(CODE, (path, node), match.span(), text=match.group().replace("\n", " "))

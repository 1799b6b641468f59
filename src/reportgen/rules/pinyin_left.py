"""Letters between Chinese that are the pinyin of words an input method did not turn into characters (P65).

中文：两边都是汉字，中间留着拼音字母，多半是输入法没有转成汉字。请改成汉字。

Wrong:

    reviews:
      title: 工作回顾
      intro: 推动基层协商gongzuo走深走实。

Right:

    reviews:
      title: 工作回顾
      intro: 推动基层协商工作走深走实。
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "pinyin-left"

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|[iu]?ang|[iu]?eng|iao|uai|ong|ian|uan|[iu]an|ing|[iu]?n"
    "|ang|eng|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|[aeiouv])|ang|eng|ai|ei|ao|ou|an|en|er"
)
_LENGTHS = range(2, 7)
"""Letters of a syllable."""
_LETTERS = LazyPattern(r"(?<=[^\x00-\u33ff])[a-z]{2,}(?=[^\x00-\u33ff]|[、。])")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The runs of small letters between Han that read as pinyin, quotations aside."""
    printed = printed_text(context)
    if not context.has_any(ascii_lowercase):
        return
    for match in _LETTERS.finditer(printed.words):
        if _is_pinyin(match.group()):
            yield printed.finding(CODE, match.span())


def _is_pinyin(letters: str) -> bool:
    """Whether letters are syllables one after another; xian may be one or two, so each way is followed once."""
    syllable = re.compile(_SYLLABLE)
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            ends = (start + length for length in _LENGTHS)
            reached.update(end for end in ends if syllable.fullmatch(letters, start, end))
    return len(letters) in reached

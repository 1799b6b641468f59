"""Items separated by ； of which one has a 。 inside, or ； between bare words (P9; GB/T 15834 A.5).

中文：用分号并列的几项里，不宜再有句号，请改成逗号，或者各项都用句号；单个的词并列用顿号。

Wrong:

    reviews:
      title: 工作回顾
      intro: 一是深化学习。举办读书会12场；二是深入调研；三是强化监督。

Right:

    reviews:
      title: 工作回顾
      intro: 一是深化学习，举办读书会12场；二是深入调研；三是强化监督。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "semicolon-items"

_UNEVEN = LazyPattern("[一二三四五六七八]是[^。；\n]{0,200}(。(?!一是)[^。；：\n]{0,200}；)(?=[二三四五六七八九]是)")
_WORD = "(?![一二三四五六七八九十]是)[\u4e00-\u9fff]"
_WORDS = LazyPattern(f"{_WORD}{{2,6}}(；(?:{_WORD}{{2,4}}；)+)(?={_WORD})")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The 。 inside of items that ； separates, and ； between words of two to four characters."""
    printed = printed_text(context)
    if "；" not in printed.words:
        return
    for match in (*_UNEVEN.finditer(printed.words), *_WORDS.finditer(printed.words)):
        if printed.paragraph_at(match.start()).is_running:
            bare = "。" not in match[1]
            yield printed.finding(CODE, match.span(1), match[1].replace("；", "、") if bare else None)

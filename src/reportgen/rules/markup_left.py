"""Signs that another program reads and this one prints: ###, `…`, <br>, &nbsp;, a Word field that failed (P64).

中文：这是别的程序的记号（Markdown、网页、Word 的域、聊天助手的话），会照原样印出来。请删去，或改成要印的字。

Wrong:

    reviews:
      title: 工作回顾
      intro: 坚持**党的领导，满意率&gt;98%。<br>

Right:

    reviews:
      title: 工作回顾
      intro: 坚持**党的领导**，满意率＞98%。
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report.references import Literal, placed_pieces
from reportgen.rules.context import RuleContext, finding
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.leftovers import LEFTOVER

CODE = "markup-left"

_TAGS = "br|p|b|i|u|a|em|strong|span|div|sub|sup|font|center|td|tr|table|img|h[1-6]|li|ul|ol"
_MARKS, _PHRASES = "#`~[<&错", ("以下", "希望")
_LEFT = LazyPattern(
    r"(?m:^#{1,6}[ \u3000])|#{3,}"
    r"|(?P<mark>`+|~~)[^`~\n]{1,40}(?P=mark)|`+|~~"
    rf"|<(?P<tag>{_TAGS})(?:\s[^<>\n]*)?>[^<>\n]{{1,40}}</(?P=tag)>"
    r"|!?\[[^\[\]\n]+\]\([^()\s]+\)"
    rf"|</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>"
    rf"|{LEFTOVER}"
    r"|\[(?:citation|ref|cite):\d+\]"
    r"|\[(?:强|鼓掌|图片|表情|玫瑰|握手|抱拳|赞|太阳|庆祝|爱心|视频|语音|链接)\]",
    signs=_MARKS,
)
_FRAMES = LazyPattern(
    r"^(?:(?:好的|当然|没问题)[，,！!。]?\s*)?以下(?:是|为)(?:修改|润色|优化|整理|根据您|为您|改写)[^。！\n]{0,20}[：:]"
    r"|希望(?:以上|这|本)[^。！\n]{0,12}对您有(?:所)?帮助[。！!]?",
    signs=_PHRASES,
)
_SIGN = re.compile("|".join(map(re.escape, (*_MARKS, *_PHRASES))))
"""It is in all that both patterns find."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """What other programs left in printed texts, and in labels, which print emphasis as typed."""
    for path, node in context.texts():
        patterns = (_LEFT, _FRAMES) if _SIGN.search(node.text) else ()
        left = (match.span() for pattern in patterns for match in pattern.finditer(node.text))
        for start, end in sorted((*left, *_lone_stars(node.text))):
            yield finding(CODE, (path, node), (start, end), typed=node.text[start:end])
    for path, node in context.labels():
        for match in re.finditer(r"\*\*(?:[^*\n]{1,40}\*\*)?", node.text):
            yield finding(CODE, (path, node), match.span(), typed=match.group())


def _lone_stars(text: str) -> Iterator[tuple[int, int]]:
    """Runs of two or three asterisks that mark nothing: 138****5678 has four, and 5*2 has one; ***…*** is one mark."""
    if "**" not in text:
        return
    opened: int | None = None
    for start, piece in placed_pieces(text):
        if not isinstance(piece, Literal) or piece.text not in ("**", "***"):
            continue
        end = start + len(piece.text)
        if piece.text == "**":
            yield start, end
        elif opened is None:
            opened = start
        else:
            yield opened, end
            opened = None
    if opened is not None:
        yield opened, opened + 3

"""《 》 inside 《 》, one without the other, or around what is not a work (P11; GB/T 15834 4.15.3.5, A.13.1).

Inside of 《 》 a title is in 〈 〉. Courses, prizes and activities take quotation marks or none; that is only a note.

中文：书名号里再用书名号，里面的用〈 〉；书名号要成对。证书、奖项、讲堂、活动等不是作品，不用书名号，可用引号。

Wrong:

    reviews:
      title: 工作回顾
      intro: 印发《关于贯彻落实《条例》的实施意见》。

Right:

    reviews:
      title: 工作回顾
      intro: 印发《关于贯彻落实〈条例〉的实施意见》。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import PrintedText, printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("title-marks", "title-marks-needless")

_NESTED = LazyPattern("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)+》")
_MARK = LazyPattern("[《》]|\n")
_KINDS = ("读书", "文化", "惠民", "主题", "系列", "品牌")
_NAMED = ("活动", "讲堂", "大赛", "杯", "称号", "品牌", "论坛")
_PRIZES = ("证书", "奖状", "执照", "讲堂", "称号", "奖", "杯", "活动", "大赛", "研讨会", "座谈会", "班", "牌")
_NO_WORK = LazyPattern(
    f"(?<![片影剧曲歌书籍集册目作刊章])《([^《》\n]{{2,12}})》(?=(?:{'|'.join(_KINDS)})?(?:{'|'.join(_NAMED)}))"
    "|《([^《》\n]{0,12}(?:证书|奖状|执照|讲堂|称号|[^誉\n]奖|杯|[^记\n]活动|大赛|研讨会|座谈会|[训成习]班|牌))》",
    signs=[*(f"》{word}" for word in (*_KINDS, *_NAMED)), *(f"{word}》" for word in _PRIZES)],
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The marks of titles that are nested, unpaired or needless."""
    printed = printed_text(context)
    if not context.has_any("《》"):
        return
    nested = [match.span() for match in _NESTED.finditer(printed.typed)]
    for start, end in nested:
        inner = printed.typed[start + 1 : end - 1].replace("《", "〈").replace("》", "〉")
        yield printed.finding("title-marks", (start, end), f"《{inner}》")
    for at in _unpaired(printed, nested):
        yield printed.finding("title-marks", (at, at + 1), hints=("pair-marks",))
    for match in _NO_WORK.finditer(printed.typed):
        right = f"“{match[1]}”" if match[1] else match[2]
        yield printed.finding("title-marks-needless", match.span(), right)


def _unpaired(printed: PrintedText, nested: list[tuple[int, int]]) -> Iterator[int]:
    """The marks whose partner is not in their paragraph."""
    inside = {at for start, end in nested for at in range(start + 1, end - 1)}
    opened: int | None = None
    for match in _MARK.finditer(printed.typed + "\n"):
        mark, at = match.group(), match.start()
        if at in inside:
            continue
        if mark == "》" and opened is None:
            yield at
        if mark != "》" and opened is not None:
            yield opened
        opened = at if mark == "《" else None

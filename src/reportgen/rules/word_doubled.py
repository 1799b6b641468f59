"""A word typed twice: 的的, 进一步进一步 (P43).

Words that are doubled on purpose are left alone, and so is a character that ends one word and begins the next:
目的的, 参与与, 研究研究.

中文：同一个字词连打了两遍。“目的的”“实实在在”“研究研究”这样本来就重叠的不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 形成一批高质量的的调研成果，进一步进一步完善机制。

Right:

    reviews:
      title: 工作回顾
      intro: 形成一批高质量的调研成果，进一步完善机制，开展有目的的考察。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text
from reportgen.rules.word_slips import check_slips, word_slip
from reportgen.text.characters import text_before

CODE = "word-doubled"

_START = "(?:(?<=[，。；：、！？\n])|(?<![^\n]))"
_SLIPS = (
    word_slip("的的", "(?<![目标有打端中众鹄无矢])的的(?![确士哥黎里])", "的"),
    word_slip("了了", "(?<![不一未终完没])了了(?![得若解却结断然事如之心望悟不])", "了"),
    word_slip(
        "和和",
        "(?<![柔温平缓调共饱谦祥随中总亲人政议讲求附应唱暖不协融谐祖醇安硕顺晴劝说太郑永维宣怡失泰掺软云])"
        "和和(?![尚谈议蔼暖弦衷颜煦稀亲棋平谐睦解田美气硕县林顺畅善声缓约服风乐悦龙政])",
        "和",
    ),
    word_slip("工作工作", "工作工作(?![队组室日站者人员法量会群服餐机条制证效台单职部所])", "工作"),
    word_slip("建设建设", "建设建设(?![型兵银性者用单工部局厅目项])", "建设"),
    word_slip("发展发展", "发展发展(?![中壮商型])", "发展"),
    word_slip("组织组织", f"{_START}组织组织", "组织"),
    word_slip("通过通过", f"{_START}通过通过(?!率)", "通过"),
    word_slip("是是", "(?<![求但可还于只凡就总国若要也都正真倒硬老才不便或自惹])是是(?![非否不])", "是"),
)
_WORDS = """
进一步 进行 办理 推进 加强 坚持 落实 开展 完善 提高 促进 推动 实施 深化 围绕 积极 切实 充分 认真 我们 他们 以及 并且
但是 因为 所以 如果 同时 不断 持续 全面 扎实 深入 着力 不仅 由于 对于 关于 为了 其中 根据 按照 召开 举办 紧紧围绕
"""
_NEXT = tuple("看再吧地会细方办机率曲器剂型版性期代派")
"""What makes another word of the second (推进推进会), or shows that it is doubled on purpose (推进推进吧)."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The characters and words that are twice in a row without sense."""
    printed = printed_text(context)
    yield from check_slips(context, CODE, _SLIPS)
    doubled = {word * 2: word for word in _WORDS.split()}
    for start, twice in occurrences(printed.words, context.spellable(doubled)):
        end = start + len(twice)
        if text_before(printed.words, start, 1) != "再" and printed.words[end : end + 1] not in _NEXT:
            yield printed.finding(CODE, (start, end), doubled[twice])

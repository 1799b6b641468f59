"""The words by which a typed figure is known to be a metric's, or another's (P80). Patterns, each in one place.

A test holds every pattern against the sentence that made it necessary: without the pattern, that sentence is classified
otherwise. So a pattern comes with its sentence, and one that no sentence needs goes.
"""

from msgspec import Struct

_HAN = "[\u4e00-\u9fff]"
_SOME = r"[〇零一二三四五六七八九十百两几数多\d]{1,6}"

Patterns = tuple[str, ...]


def _all(words: str) -> Patterns:
    """The patterns of a list with spaces between them."""
    return tuple(words.split())


class ClaimWords(Struct, frozen=True):
    """Patterns of words by what they do to a figure beside a label."""

    links: Patterns = _all("共 共计 达 达到 已达 为 有 ： :")
    """May stand between the label and its figure."""
    about: Patterns = _all("约 近 超 超过 逾")
    """May come before the figure, and are part of it."""
    verbs: Patterns = _all("收到 征集 召开 报送 办理")
    """May come before a label that has no verb of its own."""
    label_verbs: Patterns = _all(
        "征集 收到 召开 报送 办理 开展 走访 组织 举办 提出 提交 形成 编发 改造 新建 建成 完成 发放 帮扶 慰问 接待 推动"
    )
    """A label may begin with one: no longer noun ends in such a label."""
    effects: Patterns = _all("惠及 受益 服务 带动 培训 协调解决 解决")
    """A label that begins with one may count what an earlier figure of the sentence brought about."""
    whole: Patterns = _all("全年 一年来 一年以来 这一年 过去一年 本年度?")
    """The time of the report."""
    this_year: Patterns = _all("今年(?:以来)?")
    """The year of the report, or the one in which it is read out."""
    other_times: Patterns = (
        *_all(r"截至 \d{4}年 去年 上年 前年 往年 明年 下年 来年 同期 历年 累计 以来 [本上历换]届 近年"),
        *_all(rf"(?:近|过去|这|前|未来){_SOME}年 {_SOME}年[来间] “?十[三四五六]五”?"),
        *_all(r"季度 (?<!\d)\d{1,2}月 个月 [上下]半年 期间 届内"),
    )
    """Any other time."""
    comparing: Patterns = _all("比 较 与 同")
    """Before a time: the figure is compared with that time, and is not of it."""
    plans: Patterns = _all("力争 计划 拟 预计 目标 确保 争取 不少于 不低于 其中")
    """In a sentence before its figures: they are to come, or parts."""
    limits: Patterns = _all("以上 以下 以内 的目标")
    """Right behind a figure: it is a limit."""
    parts: Patterns = (
        *_all("线上 线下 首次 单场 当[天日] 每 各 平均 人均 新增 比 较 方面"),
        *_all("^由 ^围绕 ^就 ^针对 ^与 的$ ” 》"),
    )
    """In a clause before its label: a part, a rate or a change; quotation marks are a named programme's."""
    topics: Patterns = _all("围绕 聚焦 针对 紧扣")
    """A sentence that begins with one may count only what it did about that topic."""
    bodies: Patterns = (
        *_all("全国 [全各我]?省 民[革盟建进] 农工党 致公党 九三学社 台盟 工商联 无党派 界别 市[委府] 市政府 市人大"),
        *_all(
            rf"{_HAN}{{2,6}}委(?:员会|会)?(?!员) {_HAN}{{1,3}}[县区镇乡] {_HAN}{{1,3}}街道 {_HAN}{{1,4}}[局厅] 专题组"
        ),
    )
    """Those who report for themselves, a place among them."""
    no_bodies: Patterns = _all("城镇 社区 小区 园区 片区 景区 城区 辖区 老区 山区(?!政协) 开发区 示范区 常委")
    """Words that only look like one of them."""
    inside: Patterns = _all("各类 各种 各项 各方面 各界 了 到 全部")
    """May part a label in two behind its verb."""
    totals: Patterns = (*_all("总数 总量 数量 数"), "")
    """May follow a label that is turned round, noun first."""


WORDS = ClaimWords()

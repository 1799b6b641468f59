"""Inputs of any size whose cost once grew faster than they did: ``make bench-growth`` times each, a test runs each."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

Files = Mapping[str, str]
"""The texts of a workspace, by their paths in it."""

CHECK = ("check", "2025")
FORMAT = ("fmt", "2025", "--diff")
TEXT = ("build", "2025", "--format", "txt")
PRINT = ("build", "2025", "--format", "pdf", "--style", "official")
SPEECH = ("build", "2025", "--format", "txt", "--style", "lectern")
DIFF = ("diff", "2024", "2025")
REDLINE = ("diff", "2024", "2025", "--redline", "redline.docx")
TEXTCONV = ("textconv", "data/2025.yaml")


class Kind(NamedTuple):
    """An input of so many characters, the command that reads it, and how large it is for the test."""

    name: str
    command: tuple[str, ...]
    files: Callable[[int], Files]
    size: int


_HEAD = "schema: 1\nyear: {}\ntitle: 工作报告\n"
_REVIEWS = "reviews:\n  title: 工作回顾\n"
_TASKS = "tasks:\n  title: 主要任务\n"
_SECTIONS = "  sections:\n"
_TEXT = "          text: >-\n            "
_ITEM = f"{_SECTIONS}    - title: 工作\n      items:\n        - title: 工作\n"
_METRIC = "metrics:\n  提案: {label: 征集提案, value: 1, unit: 件}\n"
_WORDS = "推动落实调研视察提案办理民主监督参政议政团结联谊委员履职基层协商文史资料对外交往自身建设创新发展"
_OTHERS = 50_000
"""Numbers of sentences from here on are in the later of two reports alone."""


def write_kind(kind: Kind, size: int, folder: Path) -> int:
    """Writes an input of about so many characters into a workspace; returns its bytes."""
    written = 0
    (folder / "data").mkdir(parents=True)
    for name, text in kind.files(size).items():
        written += (folder / name).write_bytes(text.encode())
    return written


def _one(body: str) -> Files:
    return {"data/2025.yaml": _HEAD.format(2025) + body}


def _two(before: str, after: str) -> Files:
    return {"data/2024.yaml": _HEAD.format(2024) + before, **_one(after)}


def _times(piece: str, size: int) -> str:
    """A piece as often as it fits, with its number for §."""
    return "".join(piece.replace("§", str(number)) for number in range(size // len(piece)))


def _field(piece: str, opening: str = "", closing: str = "") -> Callable[[int], Files]:
    """A field that no report has."""
    return lambda size: _one(f"{_REVIEWS}  note: {opening}{_times(piece, size)}{closing}\n")


def _text(piece: str, before: str = "", *, closing: str = "") -> Callable[[int], Files]:
    """The text of an item."""
    return lambda size: _one(f"{before}{_REVIEWS}{_ITEM}{_TEXT}{_times(piece, size)}{closing}\n")


def _lines(piece: str, opening: str = "") -> Callable[[int], Files]:
    """Lines of the reviews."""
    return lambda size: _one(_REVIEWS + opening + _times(piece, size))


def sentences(count: int, first: int = 0, *, length: int = 12) -> list[str]:
    """Sentences no two of which are alike."""
    said: list[str] = []
    for number in range(first, first + count):
        drawn, sentence = number, ""
        for _ in range(length):
            drawn = (drawn * 1_103_515_245 + 12_345) % 2**31
            sentence += _WORDS[(drawn >> 16) % len(_WORDS)]
        said.append(f"{sentence}。")
    return said


def _texts(before: Iterable[str], after: Iterable[str], *, gap: str = "") -> Files:
    """Two years whose item says the one and the other."""
    return _two(*(f"{_REVIEWS}{_ITEM}{_TEXT}{gap.join(said)}\n" for said in (before, after)))


def _sections(titles: Iterable[str], lead: str = "推动工作。") -> str:
    return _SECTIONS + "".join(f"    - title: {title}\n      lead: {lead}\n" for title in titles)


def _turned(size: int) -> Files:
    """Clauses of one sentence in the opposite order."""
    said = [each.replace("。", "，") for each in sentences(size // 26)]
    return _texts(said, reversed(said))


def _rewritten(gap: str = "", end: str = "。") -> Callable[[int], Files]:
    """Texts all of whose sentences but every 250th are others; they end with a mark."""

    def files(size: int) -> Files:
        before, after = sentences(size // 26), sentences(size // 26, _OTHERS)
        after[::250] = before[::250]
        return _texts(*([each.replace("。", end) for each in said] for said in (before, after)), gap=gap)

    return files


def _titles(size: int) -> Files:
    count = size // 70
    return _two(*(_REVIEWS + _sections(sentences(count, first)) for first in (0, _OTHERS)))


def _alike(size: int) -> Files:
    count = size // 60
    return _two(*(_REVIEWS + _sections(["推动工作"] * count, lead) for lead in ("推动。", "落实。")))


def _few_kinds(size: int) -> Files:
    """Items that say one of some hundred things, every other of them with a blank too many."""
    items = (f"        - {' ' * (number % 2)}text: 第{number % 110}项工作落实。\n" for number in range(size // 30))
    return _one(f"{_REVIEWS}{_SECTIONS}    - title: 工作\n      items:\n{''.join(items)}")


def _stale(size: int) -> Files:
    said = [f"2024年{sentence}" for sentence in sentences(size // 130, length=40)]
    body = _REVIEWS + _SECTIONS + "".join(f"    - title: 工作\n      lead: {each}\n" for each in said)
    return _two(body, body)


def _years_after(piece: str) -> Callable[[int], Files]:
    """A text after a year whose report had something of its year in it."""
    before = f"{_REVIEWS}  intro: 2024年征集提案五百四十六件，全部办复。\n"
    return lambda size: {**_text(piece)(size), "data/2024.yaml": _HEAD.format(2024) + before}


def _followed(piece: str, tasks: str = "    - title: 任务§\n      id: 任务§\n") -> Callable[[int], Files]:
    """Reviews that follow tasks of the year before, or none."""
    return lambda size: _two(_TASKS + _SECTIONS + _times(tasks, size), _REVIEWS + _SECTIONS + _times(piece, size))


def _section_followed(size: int) -> Files:
    """A section of many tasks, and many reviews that follow it."""
    tasks = _times("        - text: 任务§。\n", size // 2)
    reviews = _times("    - title: 工作§\n      follows: [任务]\n      lead: 推动。\n", size // 2)
    before = f"{_TASKS}{_SECTIONS}    - title: 任务\n      id: 任务\n      items:\n{tasks}"
    return _two(before, _REVIEWS + _SECTIONS + reviews)


def _notes(size: int) -> Files:
    """Metrics whose notes go on with a line that reads as an entry of a list."""
    piece = "  指标§:\n    label: 指标\n    value: 1\n    unit: 件\n    note: 甲\n      - 乙\n"
    return _one("metrics:\n" + _times(piece, size) + _REVIEWS)


def _metrics_named(size: int) -> Files:
    """A text about many metrics, in another wording than the year before."""
    metrics = "metrics:\n" + _times("  指标§: {label: 指标第§号, value: §, unit: 件}\n", size // 2)
    said = [sentences(size // 50, first) for first in (0, _OTHERS)]
    return _two(*(metrics + _REVIEWS + _ITEM + _TEXT + "".join(each) + "\n" for each in said))


def _figures(metric: str, figure: str) -> Callable[[int], Files]:
    """Figures typed beside the labels of many metrics."""
    return lambda size: _one(
        f"metrics:\n{_times(metric, size // 2)}{_REVIEWS}{_ITEM}{_TEXT}{_times(figure, size // 2)}\n"
    )


def _terms(size: int) -> Files:
    terms = "glossary:\n" + _times("  - {term: 词语§号, meaning: 说明。}\n", size // 2)
    return _one(f"{_REVIEWS}{_ITEM}{_TEXT}{_times('词语§号，', size // 2)}\n{terms}")


def _words(size: int) -> Files:
    """A lexicon of words that begin alike, in two orders, and a text that nearly has them."""
    words = _times("  - {term: 云溪市委一一§号, short: [市委§号], wrong: [委§号], until: 2024}\n", size // 2)
    orders = "orders:\n" + _times("  - [市委§号, 云溪市委一一§号]\n", size // 4)
    text = _text("云溪市委一二§号、市委§号、委§号，")(size // 2)
    return {**text, "lexicon.yaml": f"terms:\n{words}{orders}"}


def _claims_below(size: int) -> Files:
    """Claims in items whose section has much to say first."""
    lead = "推动工作" * (size // 8)
    items = _times("        - text: 征集提案2件。\n", size // 2)
    return _one(f"{_METRIC}{_REVIEWS}{_SECTIONS}    - title: 工作\n      lead: {lead}\n      items:\n{items}")


KINDS = (
    Kind("[[],[],…", CHECK, _field("[],", "[", "]"), 200_000),
    Kind("{a：b，…}", CHECK, _field("a：b，", "{", "}"), 200_000),
    Kind("[“a”，…]", CHECK, _field("“a”，", "[", "]"), 100_000),
    Kind("[“a，…”", CHECK, _field("“a，", "[", "”b]"), 200_000),
    Kind("[，，…", CHECK, _field("，", "[", "]"), 60_000),
    Kind("[ and many spaces before ：：…", CHECK, lambda size: _field("：", "[" + " " * size, "]")(size), 300_000),
    Kind("[ a value of many lines", CHECK, _field("\n    中", "[", "]"), 1_000_000),
    Kind("a key of many spaces", CHECK, _field(" ", closing="a", opening="\n    a"), 200_000),
    Kind("- - …", CHECK, lambda size: _one(f"{_REVIEWS}  items:\n    {_times('- ', size)}\n"), 400_000),
    Kind("[[[…", CHECK, _field("["), 1_000_000),
    Kind("many keys", CHECK, _lines("  a§: 1\n"), 2_000_000),
    Kind(
        "many metrics",
        CHECK,
        lambda size: _one(
            "metrics:\n" + _times("  指标§: {label: 指标第§号, value: 1, unit: 万件, scale: 万}\n", size) + _REVIEWS
        ),
        600_000,
    ),
    Kind("中,中,…", CHECK, _text("中,"), 60_000),
    Kind("many U+200B", CHECK, _text("中\u200b"), 60_000),
    Kind(
        "lines of U+200B",
        FORMAT,
        lambda size: _one(f"{_REVIEWS}{_ITEM}          text: |-\n" + _times("            \u200b\n", size)),
        100_000,
    ),
    Kind("many U+00A0", CHECK, _text("中\u00a0"), 60_000),
    Kind("many sentences without words", FORMAT, _text("。￥"), 120_000),
    Kind("征集提案1件…", CHECK, _text("征集提案1件，", _METRIC), 60_000),
    Kind(
        "figures of many metrics",
        CHECK,
        _figures("  指标§: {label: 指标第§号, value: 1, unit: 件}\n", "指标第§号2件，"),
        600_000,
    ),
    Kind(
        "figures of many units",
        CHECK,
        _figures("  指标§: {label: 指标, value: 1, unit: 件§号}\n", "指标2件§号，"),
        400_000,
    ),
    Kind("parts, shares and totals", CHECK, _text("收到3件，其中1件、2件，占5%，合计9件；", _METRIC), 200_000),
    Kind("rises to less", CHECK, _text("由2件增加到1件，增长5%，第2位上升到第3位，", _METRIC), 200_000),
    Kind("ordinals that skip", CHECK, _text("抓好四件事：一是学；三是做。抓好五件事：一是学；二是做。"), 200_000),
    Kind("stale sessions", CHECK, _text("十四届三次会议以来，", "session: 十四届五次会议\n"), 200_000),
    Kind("relative years", CHECK, _text("今年去年明年"), 100_000),
    Kind("many words of a lexicon", CHECK, _words, 200_000),
    Kind("figures below a long lead", CHECK, _claims_below, 100_000),
    Kind("a figure after many digits", CHECK, _text("1", _METRIC, closing="，征集提案1件。"), 100_000),
    Kind(
        "2024年… in a title",
        CHECK,
        lambda size: _one(f"{_REVIEWS}{_SECTIONS}    - title: {_times('2024年', size)}\n"),
        150_000,
    ),
    Kind("一一…", CHECK, _years_after("一"), 300_000),
    Kind("xianxian…", CHECK, lambda size: _one(f"{_REVIEWS}{_ITEM}{_TEXT}中{_times('xian', size)}vvq中\n"), 200),
    Kind("entries in the notes of metrics", CHECK, _notes, 300_000),
    Kind("U+200B and many spaces", CHECK, _field(" ", '"\u200b', 'a"'), 100_000),
    Kind("many digits and percentage points", CHECK, _text("1", closing="百分点"), 100_000),
    Kind("many letters and an address", CHECK, _text("a", closing="://中"), 100_000),
    Kind("一是一是…", CHECK, _text("一是", closing="。；二是"), 100_000),
    Kind("】】…", CHECK, _text("】"), 150_000),
    Kind("【甲】xx…", CHECK, _text("【甲】xx"), 150_000),
    Kind("many “…” in a text", REDLINE, lambda size: _texts(["“甲”A"] * (size // 8), ["“乙”B"] * (size // 8)), 100_000),
    Kind(
        "many # reportgen: ignore",
        CHECK,
        _lines("    # reportgen: ignore year-in-title\n    - title: 2024年§\n", _SECTIONS),
        400_000,
    ),
    Kind("many comments", TEXTCONV, _lines("    - title: 工作§ # 注\n", _SECTIONS), 400_000),
    Kind("many stale sections", CHECK, _stale, 400_000),
    Kind("many ids followed that are none", CHECK, _followed("    - title: 工作§\n      follows: [任§]\n"), 100_000),
    Kind("many reviews of a section of many tasks", DIFF, _section_followed, 300_000),
    Kind("many terms", TEXT, _terms, 300_000),
    Kind("many sentences", SPEECH, _text("**推动**落实。"), 400_000),
    Kind("many digits on a page", PRINT, _text("1"), 40_000),
    Kind("many letters on a page", PRINT, _text("a", closing="@"), 40_000),
    Kind("clauses turned round", DIFF, _turned, 200_000),
    Kind("sentences rewritten", DIFF, _rewritten(), 100_000),
    Kind("one sentence rewritten", DIFF, _rewritten(end="，"), 150_000),
    Kind(
        "one sentence of two characters",
        DIFF,
        lambda size: _texts(["甲乙"] * (size // 4), ["乙甲丙"] * (size // 6)),
        60_000,
    ),
    Kind("many paragraphs rewritten", REDLINE, _rewritten("\n\n            "), 100_000),
    Kind("titles rewritten", DIFF, _titles, 100_000),
    Kind("titles all the same", REDLINE, _alike, 60_000),
    Kind("many metrics and another wording", DIFF, _metrics_named, 500_000),
    Kind("lines that repeat", FORMAT, _lines("    - title: 工作§\n      items: [推动, 落实]\n", _SECTIONS), 100_000),
    Kind("lines of a few kinds", FORMAT, _few_kinds, 300_000),
)

"""Inputs of any size whose cost once grew faster than they did; ``make bench-growth`` times them, a test runs each."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Files = Mapping[str, str]

CHECK = ("check", "2025")
FORMAT = ("fmt", "2025", "--diff")
TEXT = ("build", "2025", "--format", "txt")
DIFF = ("diff", "2024", "2025")
REDLINE = ("diff", "2024", "2025", "--redline", "red.docx")

_HEAD = "schema: 1\nyear: {year}\ntitle: 工作报告\n"
_REVIEWS = "reviews:\n  title: 工作回顾\n"
_ITEM = "  sections:\n    - title: 工作\n      items:\n        - title: 工作\n          text: >-\n            "


class Kind(NamedTuple):
    """An input of ``size`` characters or so, and the command that reads it."""

    name: str
    command: tuple[str, ...]
    files: Callable[[int], Files]


def _one(body: str, head: str = _HEAD) -> Files:
    return {"data/2025.yaml": head.format(year=2025) + body}


def _two(before: str, after: str) -> Files:
    return {f"data/{year}.yaml": _HEAD.format(year=year) + body for year, body in ((2024, before), (2025, after))}


def _filled(piece: str, size: int, opening: str = "", closing: str = "") -> str:
    return opening + piece * (size // len(piece)) + closing


def _numbered(piece: str, size: int) -> str:
    """Pieces with their number for ``#``."""
    count = size // len(piece)
    return "".join(piece.replace("#", str(number)) for number in range(count))


def _field(piece: str, opening: str = "", closing: str = "") -> Callable[[int], Files]:
    """One value of an unknown field of the report."""
    return lambda size: _one(f"{_REVIEWS}  note: {_filled(piece, size, opening, closing)}\n")


def _text(piece: str) -> Callable[[int], Files]:
    """One text of an item."""
    return lambda size: _one(f"{_REVIEWS}{_ITEM}{_filled(piece, size)}\n")


def _lines(piece: str, before: str = "") -> Callable[[int], Files]:
    """Lines below the parts, each with its number for #."""
    return lambda size: _one(_REVIEWS + before + _numbered(piece, size))


def _tops(piece: str, before: str = "") -> Callable[[int], Files]:
    """Lines above the parts."""
    return lambda size: _one(before + _numbered(piece, size) + _REVIEWS)


WORDS = "推动落实调研视察提案办理民主监督参政议政团结联谊委员履职基层协商文史资料对外交往自身建设创新发展"


def _words(number: int, length: int = 12) -> str:
    """A phrase that differs from number to number."""
    step = number * 7 + 3
    return "".join(WORDS[(number * 13 + at * step + at * at) % len(WORDS)] for at in range(length))


def _sentences(count: int, offset: int = 0) -> list[str]:
    return [f"{_words(number)}，{_words(number + 5)}。" for number in range(offset, offset + count)]


def _turned(size: int) -> Files:
    said = _sentences(size // 26)
    return _two(f"{_REVIEWS}{_ITEM}{''.join(said)}\n", f"{_REVIEWS}{_ITEM}{''.join(reversed(said))}\n")


def _rewritten(size: int) -> Files:
    count = size // 26
    before, after = _sentences(count), _sentences(count, 50_000)
    return _two(f"{_REVIEWS}{_ITEM}{''.join(before)}\n", f"{_REVIEWS}{_ITEM}{''.join(after)}\n")


def _one_sentence(size: int) -> Files:
    before = "".join(_words(number) for number in range(size // 12))
    after = "".join(_words(number) for number in range(50_000, 50_000 + size // 12))
    return _two(f"{_REVIEWS}{_ITEM}{before}。\n", f"{_REVIEWS}{_ITEM}{after}。\n")


def _same_marks(size: int) -> Files:
    return _two(f"{_REVIEWS}{_ITEM}{'甲乙' * (size // 2)}。\n", f"{_REVIEWS}{_ITEM}{'乙甲丙' * (size // 3)}。\n")


def _paragraphs(size: int) -> Files:
    gap = "\n\n            "
    count = size // 26
    return _two(
        f"{_REVIEWS}{_ITEM}{gap.join(_sentences(count))}\n",
        f"{_REVIEWS}{_ITEM}{gap.join(_sentences(count, 50_000))}\n",
    )


def _sections(numbers: range, *, ids: bool = False) -> str:
    return f"{_REVIEWS}  sections:\n" + "".join(
        f"    - title: {_words(number)}\n"
        + (f"      id: 第{number}\n" if ids else "")
        + f"      items:\n        - {{title: {_words(number + 3)}, text: {_words(number, 30)}。}}\n"
        for number in numbers
    )


def _stale(size: int) -> Files:
    count = size // 100
    return _two(_sections(range(count)), _sections(range(count)))


def _new_sections(size: int) -> Files:
    count = size // 100
    return _two(_sections(range(count)), _sections(range(50_000, 50_000 + count)))


def _same_sections(size: int) -> Files:
    count = size // 30
    one = f"{_REVIEWS}  sections:\n" + "    - title: 推动工作\n      lead: 推动。\n" * count
    other = f"{_REVIEWS}  sections:\n" + "    - title: 推动工作\n      lead: 落实。\n" * count
    return _two(one, other)


def _history(size: int) -> Files:
    return _one(_numbered("  指#: {label: 第#项, value: #, unit: 件}\n", size).join(("metrics:\n", _REVIEWS)))


def _metrics_used(size: int) -> Files:
    metrics = "metrics:\n" + _numbered("  指#: {label: 第#项, value: #, unit: 件}\n", size)
    return _one(metrics + _REVIEWS + _ITEM + _numbered("征集【指#】，", size // 3) + "\n")


def _ignores(size: int) -> Files:
    return _one(_REVIEWS + "  sections:\n" + _numbered("    # reportgen: ignore\n    - 工作#\n", size))


KINDS: tuple[Kind, ...] = tuple(
    Kind(name, command, files)
    for name, commands, files in (
        ("lists in a list", (CHECK, FORMAT), _field("[],", "[", "]")),
        ("lists in a list, unclosed", (CHECK,), _field("[],", "[")),
        ("wide colons in braces", (CHECK, FORMAT), _field("a：b，", "{", "}")),
        ("wide colons in entries", (CHECK,), _field("a：b,", "{", "}")),
        ("wide quotes in a list", (CHECK, FORMAT), _field("“a”，", "[", "]")),
        ("wide quotes unclosed", (CHECK,), _field("“a，", "[", "]")),
        ("wide commas", (CHECK, FORMAT), _field("，", "[", "]")),
        ("wide brackets closing", (CHECK,), _field("[］", "[", "]")),
        ("reference brackets in a list", (CHECK,), _field("】", "[", "]")),
        ("straight quotes in a list", (CHECK,), _field('"a",', "[", "]")),
        ("unclosed quote in a list", (CHECK,), _field("'a,", "[", "]")),
        ("empty lines in a list", (CHECK,), _field("\n    a,", "[", "]")),
        ("comments in a list", (CHECK,), _field("\n    # a", "[", "]")),
        ("hashes in a list", (CHECK,), _field(" #a", "[", "]")),
        ("half-width commas", (CHECK, FORMAT), _text("中,")),
        ("half-width colons", (CHECK, FORMAT), _text("中:")),
        ("half-width quotes", (CHECK, FORMAT), _text('中"文"')),
        ("half-width brackets", (CHECK, FORMAT), _text("中(文)")),
        ("open brackets", (CHECK, FORMAT), _text("中(文")),
        ("dots", (CHECK, FORMAT), _text("中...")),
        ("zero-width spaces", (CHECK, FORMAT), _text("中\u200b")),
        ("no-break spaces", (CHECK, FORMAT), _text("中\u00a0")),
        ("full-width spaces", (CHECK, FORMAT), _text("中\u3000")),
        ("spaces", (CHECK, FORMAT), _text("中 ")),
        ("dashes", (CHECK, FORMAT), lambda size: _one(f"{_REVIEWS}  note: \n    {_filled('- ', size)}\n")),
        ("question marks", (CHECK,), lambda size: _one(f"{_REVIEWS}  note: \n    {_filled('? ', size)}\n")),
        (
            "figures typed",
            (CHECK, FORMAT, TEXT),
            lambda size: _one(
                "metrics:\n  提案: {label: 征集提案, value: 1, unit: 件}\n"
                + _REVIEWS
                + _ITEM
                + _filled("征集提案1件，", size)
                + "\n"
            ),
        ),
        ("figures of many metrics", (CHECK,), _metrics_used),
        (
            "years in a title",
            (CHECK, FORMAT),
            lambda size: _one(_REVIEWS, _HEAD.replace("工作", _filled("2024年", size))),
        ),
        ("years in a text", (CHECK, FORMAT), _text("2024年")),
        ("digits", (CHECK, FORMAT), _text("1")),
        ("figures", (CHECK, FORMAT), _text("1 ")),
        ("numerals", (CHECK, FORMAT), _text("一")),
        ("ordinals", (CHECK, FORMAT), _text("一是")),
        ("claims", (CHECK,), _text("共3项，分别是甲、乙、丙。")),
        ("enumerations", (CHECK,), _text("甲、")),
        ("thousands", (CHECK,), _text("1,000")),
        ("comments that ignore", (CHECK, FORMAT), _ignores),
        ("comments", (CHECK, FORMAT), _lines("  # 注#\n")),
        ("comments of rules", (CHECK, FORMAT), _lines("  # reportgen: ignore year-in-title\n")),
        ("brackets unopened", (CHECK, FORMAT, TEXT), _text("】")),
        ("brackets unclosed", (CHECK, FORMAT, TEXT), _text("【")),
        ("references unknown", (CHECK, FORMAT, TEXT), _text("【甲】")),
        ("references known", (CHECK, TEXT), _text("【本年】")),
        ("emphasis", (CHECK, FORMAT, TEXT), _text("**中**")),
        ("emphasis unclosed", (CHECK, FORMAT, TEXT), _text("**中")),
        ("stars", (CHECK,), _text("中*")),
        ("metrics", (CHECK, FORMAT, TEXT), _tops("  指#: {label: 第#项, value: #, unit: 件}\n", "metrics:\n")),
        ("metrics alike", (CHECK,), _tops("  指#: {label: 提案, value: 1, unit: 件}\n", "metrics:\n")),
        ("stale sections", (CHECK,), _stale),
        ("sections", (CHECK, FORMAT, TEXT), lambda size: _one(_sections(range(size // 100), ids=True))),
        ("sections that repeat", (CHECK, TEXT), _lines("    - title: 推动工作\n", "  sections:\n")),
        (
            "sections that follow",
            (CHECK,),
            lambda size: _two(
                _sections(range(size // 100), ids=True),
                _sections(range(50_000, 50_000 + size // 200))
                + _numbered("    - {title: 工#, follows: 第#}\n", size // 2)[:0]
                + _numbered("    - title: 工作#\n      follows: 第#\n", size // 2),
            ),
        ),
        ("sections that follow nothing", (CHECK,), _lines("    - title: 工作#\n      follows: 第#\n", "  sections:\n")),
        (
            "glossary",
            (CHECK, TEXT),
            lambda size: _one(_REVIEWS + "glossary:\n" + _numbered("  - {term: 词语#, text: 说明。}\n", size)),
        ),
        ("keys", (CHECK, FORMAT), _lines("  a#: 1\n")),
        ("keys alike", (CHECK, FORMAT), _lines("  note: 1\n")),
        ("keys without values", (CHECK, FORMAT), _lines("  a#:\n")),
        ("lines without a colon", (CHECK,), _lines("  a#\n")),
        ("lines of no kind", (CHECK,), _lines("a#\n")),
        ("lines out of line", (CHECK,), _lines("   a#: 1\n  b#: 1\n")),
        (
            "lines ever deeper",
            (CHECK,),
            lambda size: _one(_REVIEWS + "".join(f"{' ' * (2 + at)}a:\n" for at in range(int((2 * size) ** 0.5)))),
        ),
        ("flow ever deeper", (CHECK,), _field("[")),
        ("flow maps ever deeper", (CHECK,), _field("{a: ")),
        ("wide flow ever deeper", (CHECK,), _field("｛a：")),
        ("quotes unclosed", (CHECK,), _lines('  a#: "中\n')),
        ("quotes inside", (CHECK,), _lines('  a#: "中"文\n')),
        ("quotes closed by another", (CHECK,), _lines('  a#: “中"\n')),
        ("wide colons", (CHECK, FORMAT), _lines("  a#： 1\n")),
        ("glued colons", (CHECK, FORMAT), _lines("  title:1\n")),
        ("wide dashes", (CHECK,), _lines("    － 工作#\n", "  sections:\n    - title: 工作\n")),
        ("tabs", (CHECK, FORMAT), _lines("\ta#: 1\n")),
        ("tabs in texts", (CHECK, FORMAT), _text("中\t")),
        ("odd indents", (CHECK,), _lines("\u3000\u3000a#: 1\n")),
        ("conflicts", (CHECK,), _lines("<<<<<<< HEAD\n  a: 1\n=======\n  a: 2\n>>>>>>> b\n")),
        ("conflicts begun", (CHECK,), _lines("<<<<<<< HEAD\n")),
        ("documents", (CHECK,), _lines("---\na: 1\n")),
        ("anchors", (CHECK,), _lines("  a#: &a# 1\n")),
        ("aliases", (CHECK,), _lines("  a#: *a\n")),
        ("tags", (CHECK,), _lines("  a#: !b 1\n")),
        ("anchors on one", (CHECK,), _field("&a ")),
        ("escapes", (CHECK, FORMAT), _field("\\u4e2d", '"', '"')),
        ("escapes wrong", (CHECK,), _lines('  a#: "\\q"\n')),
        ("escapes wrong on a line", (CHECK,), _field("\\q", '"', '"')),
        ("quotes doubled", (CHECK, FORMAT), _field("''", "'", "'")),
        ("paragraphs", (CHECK, FORMAT, TEXT), _text("中文。\n\n            ")),
        ("lines of a text", (CHECK, FORMAT, TEXT), _text("中文，\n            ")),
        ("sentences", (CHECK, FORMAT, TEXT), _text("推动落实。")),
        ("texts in a list", (CHECK, FORMAT), _field("\n    - 甲")),
        ("control characters", (CHECK,), _text("中\x01")),
        ("private characters", (CHECK,), _text("中\ue815")),
        ("lost characters", (CHECK,), _text("中\ufffd")),
        ("letters", (CHECK, FORMAT), _text("a")),
        ("blank lines", (CHECK, FORMAT), _text("\n")),
        ("carriage returns", (CHECK, FORMAT), _lines("  a#: 1\r")),
        ("sentences turned round", (DIFF, REDLINE, CHECK), _turned),
        ("sentences rewritten", (DIFF, REDLINE, CHECK), _rewritten),
        ("a sentence rewritten", (DIFF, REDLINE), _one_sentence),
        ("a sentence of two characters", (DIFF, REDLINE), _same_marks),
        ("paragraphs rewritten", (DIFF, REDLINE), _paragraphs),
        ("sections new", (DIFF, REDLINE, CHECK), _new_sections),
        ("sections the same", (DIFF, REDLINE), _same_sections),
    )
    for command in commands
)

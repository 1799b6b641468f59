"""How a text ends: with a comma, it was cut off; without a mark, one is missing; a title has none (P18).

中文：正文以“，”“、”结尾，多半没有写完；没有句末标点，请补上；标题后面不用句号。

Wrong:

    reviews:
      title: 工作回顾
      intro: 组织委员围绕养老服务开展视察，

Right:

    reviews:
      title: 工作回顾
      intro: 组织委员围绕养老服务开展视察。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import PrintedParagraph, PrintedText, printed_text
from reportgen.rules.running_text import FIGURE
from reportgen.source import Sequence, find

CODES = ("text-cut-off", "text-without-stop", "title-stop")

_SENTENCE = "，；。"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The texts that end as if cut off or without a mark, and the titles of sections that end with a full stop."""
    printed = printed_text(context)
    for at, paragraph in enumerate(printed.paragraphs):
        path = paragraph.path
        following = printed.paragraphs[at + 1].path if at + 1 < len(printed.paragraphs) else ()
        if not paragraph.running.typed or following == path:
            continue
        if paragraph.is_running:
            yield from _of_text(context, printed, paragraph)
        elif path[-1] == "title" and not _is_of_item(path) and paragraph.running.typed.endswith("。"):
            yield printed.finding("title-stop", _last(paragraph), hints=("delete-character",))


def _of_text(context: RuleContext, printed: PrintedText, paragraph: PrintedParagraph) -> Iterator[Diagnostic]:
    text = paragraph.running.typed
    mark = text[-1]
    if mark in "，、" or (mark == "；" and not _has_next(context, paragraph.path)):
        yield printed.finding("text-cut-off", _last(paragraph))
    elif any(each in text for each in _SENTENCE) and _is_unended(mark) and text.count("“") == text.count("”"):
        yield printed.finding("text-without-stop", _last(paragraph), f"{mark}。")


def _is_unended(mark: str) -> bool:
    """Whether a text that ends with a character lacks its mark: with a Han, a figure or a reference."""
    return "\u4e00" <= mark <= "\u9fff" or mark.isdigit() or mark in ("%", FIGURE)


def _last(paragraph: PrintedParagraph) -> tuple[int, int]:
    end = paragraph.start + len(paragraph.running.typed)
    return end - 1, end


def _is_of_item(path: FieldPath) -> bool:
    return path[-3:-2] == ("items",)


def _has_next(context: RuleContext, path: FieldPath) -> bool:
    """Whether a text is of an entry that another one follows, as the items of one sentence are."""
    match path:
        case (*_, int(index), _):
            entries = find(context.reading.root, path[:-2])
            return isinstance(entries, Sequence) and index + 1 < len(entries.items)
    return False

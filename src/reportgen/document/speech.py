"""A document made to be read out: every sentence begins a line of its own, and minutes are counted beside them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.document.block_types import Block, Inlines, Paragraph, inline_text, text_block
from reportgen.style import ROLES, BlockRole, Looks, SpeechStyle
from reportgen.text.characters import LINE_SEPARATOR
from reportgen.text.sentences import sentence_ends

_QUOTES = {"”": "“", "’": "‘"}
_BEFORE_SPEECH = "：。！？…"
"""What comes before a quotation that is a sentence by itself."""


def spoken(blocks: tuple[Block, ...], style: SpeechStyle, looks: Looks) -> Iterator[Block]:
    """The blocks with every paragraph parted into its sentences, and the minutes gone by where each begins.

    Every letter, digit and Han character takes its share of a minute, marks take none.
    """
    letters = shown = 0
    for block in _apart(blocks, looks):
        text = text_block(block)
        if text is None or ROLES[text.role].beside_parts:
            yield block
            continue
        minutes = letters // style.pace
        if isinstance(block, Paragraph) and minutes > shown:
            shown = minutes
            yield replace(block, minutes=style.minutes.replace("{}", str(minutes)))
        else:
            yield block
        letters += sum(character.isalnum() for character in inline_text(text.inlines))


def _apart(blocks: tuple[Block, ...], looks: Looks) -> Iterator[Block]:
    """The blocks with a paragraph for every sentence; all but the first of a paragraph go on with it.

    A run-in title that is a sentence stays with the next, as the style of its role can ask. What looks otherwise than
    such a paragraph stays as it is.
    """
    for block in blocks:
        if not isinstance(block, Paragraph) or not _is_plain(block.role, looks):
            yield block
            continue
        first, *others = _sentences(block.inlines)
        is_title = block.role == "item" and others and all("run-in" in run.roles for run in first)
        yield replace(block, inlines=first, role="item-title" if is_title else block.role)
        yield from (Paragraph("sentence", inlines, block.origin) for inlines in others)


def _is_plain(role: BlockRole, looks: Looks) -> bool:
    """Whether what goes on with such a paragraph may look like a sentence: same letters, same paper, same edges.

    No entry of a list is parted.
    """
    own, sentence = looks.block(role), looks.block("sentence")
    same = ("font", "size", "line", "colour", "align", "left", "right", "fill", "rule")
    return not ROLES[role].listed and all(getattr(own, name) == getattr(sentence, name) for name in same)


def _sentences(inlines: Inlines) -> Iterator[Inlines]:
    """The runs of every sentence, without line ends around it; none ends inside a printed metric or a run-in title."""
    text = "".join(run.text for run in inlines)
    starts = [0]
    for run in inlines:
        starts.append(starts[-1] + len(run.text))
    edges = list(zip(inlines, pairwise(starts), strict=True))
    whole = [span for run, span in edges if run.metric is not None]
    titles = [end for run, (_, end) in edges if "run-in" in run.roles]
    whole += [(0, titles[-1])] if titles else []
    for begins, ends in pairwise((0, *_ends(text, whole), len(text))):
        sentence = text[begins:ends].strip(LINE_SEPARATOR)
        first = text.index(sentence, begins)
        last = first + len(sentence)
        here = edges[bisect_right(starts, first) - 1 : bisect_left(starts, last)]
        yield tuple(
            replace(run, text=run.text[max(first - start, 0) : max(last - start, 0)])
            for run, (start, stop) in here
            if start < last and stop > first
        )


def _ends(text: str, whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The ends of sentences; that of a quotation only where it was one by itself: “好！”大家说 goes on."""
    start = 0
    for end in sentence_ends(text, sorted(whole)):
        opens = text.rfind(_QUOTES[text[end - 1]], start, end) if text[end - 1] in _QUOTES else start
        if opens == start or text[opens - 1] in _BEFORE_SPEECH:
            yield end
            start = end

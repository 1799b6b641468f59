"""A document made to be read out: every sentence begins a line of its own, and minutes are counted beside them."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from reportgen.document.model import Block, Heading, Inlines, Paragraph, inline_text
from reportgen.formatting.sentences import sentence_ends
from reportgen.style import SpeechStyle


def spoken(blocks: tuple[Block, ...], style: SpeechStyle) -> Iterator[Block]:
    """The blocks with every paragraph parted into its sentences, and the minutes gone by where each begins.

    Every letter, digit and Han character takes its share of a minute, marks take none.
    """
    said = told = 0
    for block in _apart(blocks):
        if not isinstance(block, Heading | Paragraph):
            yield block
            continue
        minutes = said // style.pace
        if isinstance(block, Paragraph) and minutes > told:
            told = minutes
            yield replace(block, minutes=style.minutes.replace("{}", str(minutes)))
        else:
            yield block
        said += sum(character.isalnum() for character in inline_text(block.inlines))


def _apart(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with a paragraph for every sentence; all but the first of a paragraph go on with it.

    A run-in title that is a sentence stays with the next, as the style of its role can ask.
    """
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block
            continue
        first, *others = _sentences(block.inlines)
        is_title = block.role == "item" and others and all("run-in" in run.roles for run in first)
        yield replace(block, inlines=first, role="item-title" if is_title else block.role)
        yield from (Paragraph("sentence", inlines, block.origin) for inlines in others)


def _sentences(inlines: Inlines) -> Iterator[Inlines]:
    """The runs of every sentence; none ends inside a printed metric."""
    text = "".join(run.text for run in inlines)
    starts = [0]
    for run in inlines:
        starts.append(starts[-1] + len(run.text))
    whole = [edges for run, edges in zip(inlines, pairwise(starts), strict=True) if run.metric is not None]
    for begins, ends in pairwise((0, *sentence_ends(text, whole), len(text))):
        yield tuple(
            replace(run, text=run.text[max(begins - start, 0) : max(ends - start, 0)])
            for run, start in zip(inlines, starts, strict=False)
            if start < ends and start + len(run.text) > begins
        )

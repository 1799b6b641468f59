"""All printed texts of a report as one, a paragraph a line: a rule of proofreading reads them in one pass."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FieldPath
from reportgen.rules.context import RuleContext
from reportgen.rules.running_text import FIGURE, MASK, RunningParagraph, running_paragraphs
from reportgen.source import Scalar
from reportgen.text.characters import LINE_SEPARATOR, close_joints
from reportgen.text.lazy_pattern import LazyPattern

_RUNNING = "text", "intro", "lead", "opening", "closing"
_ADDRESS = LazyPattern(
    r"(?<![a-z])(?:[a-z]{2,10}://|www\.)[!-~]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
    signs=("://", "www.", "@"),
)
LOOK_BEHIND = 100
"""Characters before an offset in which a pattern that ends there is searched: more than any needs."""


class PrintedParagraph(Struct, frozen=True):
    """A paragraph of a printed text; ``start`` is its offset in the texts joined."""

    path: FieldPath
    node: Scalar
    running: RunningParagraph
    start: int

    @property
    def is_running(self) -> bool:
        """Whether it is of running text, not a title, a name or the meaning of a term."""
        return self.path[-1] in _RUNNING


class PrintedText(Struct, frozen=True):
    """The paragraphs of all printed texts, in order.

    ``typed`` and ``words`` join them by line ends, so a pattern that crosses none stays within a paragraph. Addresses
    are masked in both, and in ``words`` quotations are: what is judged there are our own words. Offsets are of both.
    """

    paragraphs: tuple[PrintedParagraph, ...]
    typed: str
    words: str
    starts: tuple[int, ...]

    def paragraph_at(self, offset: int) -> PrintedParagraph:
        """The paragraph of a character."""
        return self.paragraphs[bisect_right(self.starts, offset) - 1]

    def finding(
        self, code: str, span: tuple[int, int], right: str | None = None, *, hints: tuple[str, ...] = ()
    ) -> Diagnostic:
        """A diagnostic at a stretch of one paragraph; ``right`` is what replaces it, if there is one right answer."""
        paragraph = self.paragraph_at(span[0])
        path, node = paragraph.path, paragraph.node
        place = self._in_node(paragraph, span)
        words = {"typed": _shown(node.text[place[0] : place[1]])}
        if right is None:
            return Diagnostic(code, node.place_of(*place, path), words, hints)
        edit = self._edit(paragraph, span, right)
        if edit is None:
            words["right"] = right.replace(FIGURE, "…").replace(MASK, "…")
            return Diagnostic(code, node.place_of(*place, path), words, ("write-instead", *hints))
        start, end, text = edit
        words["right"] = _shown(node.text[place[0] : start] + text + node.text[end : place[1]])
        edits = _verbatim(node, start, end, text)
        return Diagnostic(code, node.place_of(*place, path), words, ("write-instead", *hints), edits)

    def _edit(self, paragraph: PrintedParagraph, span: tuple[int, int], right: str) -> tuple[int, int, str] | None:
        """What to replace in the text of the node: the whole stretch, or only what differs where it holds a reference.

        What is masked in ``right`` stays as it is in the text.
        """
        place = self._in_node(paragraph, span)
        start, end = span
        if paragraph.node.text[slice(*place)] == self.typed[start:end] and FIGURE not in right and MASK not in right:
            return *place, right
        wrong = (self.words if MASK in right else self.typed)[start:end]
        before = _common(wrong, right)
        behind = _common(wrong[before:][::-1], right[before:][::-1])
        text = right[before : len(right) - behind]
        if FIGURE in text or MASK in text:
            return None
        if before + behind == end - start:
            at = self._in_node(paragraph, (start, start + before))[1] if before else place[0]
            return at, at, text
        first, last = self._in_node(paragraph, (start + before, end - behind))
        same = paragraph.node.text[first:last] == self.typed[start + before : end - behind]
        return (first, last, text) if same else None

    def _in_node(self, paragraph: PrintedParagraph, span: tuple[int, int]) -> tuple[int, int]:
        return paragraph.running.span(span[0] - paragraph.start, span[1] - paragraph.start)


def _shown(text: str) -> str:
    """A stretch of a text on one line, as messages show it."""
    return close_joints(text.replace(LINE_SEPARATOR, "\n"))


def printed_text(context: RuleContext) -> PrintedText:
    """The printed texts of a report, read once for all rules."""
    return context.once(_read)


def occurrences(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of some words is in a text, one word after the other: faster than a pattern of them all."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at, word
            at = text.find(word, at + len(word))


def _read(context: RuleContext) -> PrintedText:
    years = context.years()
    paragraphs: list[PrintedParagraph] = []
    start = 0
    for path, node in context.texts():
        for running in running_paragraphs(node, years):
            paragraphs.append(PrintedParagraph(path, node, running, start))
            start += len(running.typed) + 1
    return PrintedText(
        tuple(paragraphs),
        _without_addresses("\n".join(each.running.typed for each in paragraphs)),
        _without_addresses("\n".join(each.running.text for each in paragraphs)),
        tuple(each.start for each in paragraphs),
    )


def _without_addresses(text: str) -> str:
    """A text with its addresses masked."""
    return _ADDRESS.sub(lambda match: MASK * len(match.group()), text)


def _verbatim(node: Scalar, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """An edit of the file, where it has the text as it reads."""
    first, last = node.span_of(start, end)
    return (Edit(first, last, text),) if node.source.text[first:last] == node.text[start:end] else ()


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )

"""The words a finished file prints, paragraph by paragraph, and how two files differ in them.

A PDF has no paragraphs, only lines that a changed word moves; there the unit is the sentence.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from msgspec import Struct

from reportgen.compare import DiffSpan
from reportgen.compare.text_diff import compare_wording
from reportgen.text.alignment import atoms_of
from reportgen.text.sequences import opcodes
from reportgen.text.similarity import likeness, pairs_of
from reportgen.workflows.word_files import read_word_file

_ALIKE = 0.5
"""From this likeness on two paragraphs are one that was changed; below, one went and another came."""

_LOOKED_AHEAD = 5
"""Paragraphs that may have come before the one that a changed one turned into."""

_SENTENCE = re.compile("[^。！？；]*[。！？；]?")
_BLANKS = re.compile(r"\s+")
_DIGITS = re.compile(r"[\d\s]+")
_PATIENCE = 60
"""Seconds until the reading of a PDF is stopped; a report of 700 pages takes two."""

_UNPRINTED = frozenset({"head", "script", "style", "title"})
_INLINE = frozenset({"a", "b", "del", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr"})


class Difference(Struct, frozen=True):
    """A paragraph that differs: as the data give it, empty where they give none, and as the file has it."""

    expected: str
    actual: str
    spans: tuple[DiffSpan, ...]


def printed_words(content: bytes, kind: str, shown: str, *, original: bool = False) -> tuple[str, ...]:
    """What a DOCX, PDF or HTML file prints; ``original``: with the tracked changes of a DOCX rejected.

    A damaged PDF prints nothing.

    Raises:
        CommandError: a Word file cannot be read, reported at ``shown``.

    """
    if kind == "docx":
        manuscript = read_word_file(content, shown, original=original)
        texts: Iterable[str] = (_in_one_line(each.text) for each in manuscript.paragraphs)
    elif kind == "pdf":
        texts = _sentences(_pages(content))
    else:
        page = _Page()
        page.feed(content.decode("utf-8", "replace"))
        page.close()
        texts = (_in_one_line(each) for each in page.texts)
    return tuple(text for text in texts if text)


def differences(expected: Sequence[str], actual: Sequence[str]) -> tuple[Difference, ...]:
    """The paragraphs that differ, in order."""
    found: list[Difference] = []
    for tag, first, last, start, end in opcodes(expected, actual):
        if tag != "equal":
            pairs = _paired(expected[first:last], actual[start:end])
            found += (Difference(old, new, compare_wording(atoms_of(old), atoms_of(new))) for old, new in pairs)
    return tuple(found)


def _paired(expected: Sequence[str], actual: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with what it turned into, in order; with nothing where it went or came."""
    if len(expected) == len(actual):
        yield from zip(expected, actual, strict=True)
        return
    counted = [pairs_of(text) for text in actual]
    place = 0
    for text in expected:
        pairs = pairs_of(text)
        ahead = range(place, min(place + _LOOKED_AHEAD, len(actual)))
        there = next((each for each in ahead if likeness(pairs, counted[each]) >= _ALIKE), None)
        if there is None:
            yield text, ""
            continue
        yield from (("", each) for each in actual[place:there])
        yield text, actual[there]
        place = there + 1
    yield from (("", each) for each in actual[place:])


def _in_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _pages(content: bytes) -> list[list[str]]:
    """The lines of each page of a PDF, none where it is damaged; read by a separate process, which may fail."""
    program = [sys.executable, "-P", "-m", "reportgen.workflows.pdf_lines"]
    try:
        done = subprocess.run(program, input=content, capture_output=True, check=True, timeout=_PATIENCE)  # noqa: S603 - ours
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return []
    pages: list[list[str]] = json.loads(done.stdout or b"[]")
    return pages


def _sentences(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """The sentences of all pages, without what pages repeat: running titles, their numbers, the mark of a draft."""
    repeated = Counter(text for lines in pages for text in {_DIGITS.sub("", line) for line in lines})
    most = max(1, len(pages) // 3)
    lines = (line for lines in pages for line in lines if repeated[_DIGITS.sub("", line)] <= most)
    text = _BLANKS.sub("", "".join(line for line in lines if _DIGITS.sub("", line)))
    return (match.group() for match in _SENTENCE.finditer(text))


class _Page(HTMLParser):
    """The texts of an HTML page: what stands between the beginnings and ends of its blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the name is html.parser's
        """Begins a text, or a stretch that is not printed."""
        self._hidden += tag in _UNPRINTED
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Ends what the tag began."""
        self._hidden = max(0, self._hidden - (tag in _UNPRINTED))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Adds what is printed."""
        if not self._hidden:
            self.texts[-1] += data

    def _part(self, tag: str) -> None:
        if tag not in _INLINE and self.texts[-1]:
            self.texts.append("")

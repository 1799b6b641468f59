"""The lines of a manuscript with what people see in them: ordinals, headings, bold lead sentences, centred titles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.manuscript.manuscript_types import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.typed_ordinals import Ordinal, read_ordinal

BLANKS = " \u00a0\u3000\t"

_SENTENCE_END = "。！？；：，、"
_TEXT_END = tuple("。！？；")
_LONGEST_HEADING = 60
_LONGEST_LEAD = 50
"""Characters of a title; longer ones are sentences."""

_SHORTEST_TITLE = 4
"""Characters of a title without a stop, in a paragraph that is counted; shorter ones are stressed words."""

_CENTRED_BLANKS = 3
"""Blanks at the head of a line that centre it; two are the indent of a paragraph."""

_HEADING_STYLE = re.compile(r"(?:heading|标题|contents heading) ?(\d)")
_TITLE_STYLES = frozenset(("title", "标题"))
_CONTENTS_ENTRY = re.compile(r".*(?:[.…·]{3,}|\t)\s*[-—–]?\s*\d{1,3}\s*[-—–]?$|.*[.…·]{6,}$")
_CONTENTS_TITLE = re.compile("目[ \u3000]*[录次]")
_PAGE_NUMBER = re.compile(r"[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[，,]?\s*共\s*\d{1,3}\s*页)?")


class Line(Struct, frozen=True):
    """A paragraph with text.

    ``text`` is without blanks around it; ``number`` counts paragraphs. ``ordinal`` ends at an offset
    of ``text``. ``lead`` is the end of a first sentence that stands out. ``look`` is that of all its text, None where
    there are several. ``blank_before``: an empty paragraph, or the beginning of the document, is before it.
    """

    text: str
    number: int
    paragraph: Paragraph
    ordinal: Ordinal | None
    lead: int
    look: Look | None
    heading: int | None
    is_title: bool
    centred: bool
    blank_before: bool

    @property
    def words(self) -> str:
        """The text without its ordinal."""
        return self.text[self.ordinal.end :] if self.ordinal else self.text

    @property
    def is_short(self) -> bool:
        """Whether it can be a title: short, and no sentence."""
        words = self.words
        return 0 < len(words) <= _LONGEST_HEADING and not any(mark in words.rstrip("。") for mark in "。；：！？")


class Lines(Struct, frozen=True):
    """The lines of a manuscript, the look of most of its text, and how many paragraphs say nothing.

    Contents, page numbers, furniture and empty paragraphs say nothing.
    """

    lines: tuple[Line, ...]
    body: Look
    dropped: int


def read_lines(manuscript: Manuscript) -> Lines:
    """The lines of a manuscript, without what its printer adds."""
    paragraphs = [each for paragraph in manuscript.paragraphs for each in _turned(paragraph)]
    contents = _typed_contents(paragraphs)
    body = _body_look(paragraphs)
    lines: list[Line] = []
    blank = True
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip(BLANKS + "\n")
        if text and not paragraph.in_contents and number not in contents and not _PAGE_NUMBER.fullmatch(text):
            lines.append(_line(number, paragraph, body, blank=blank))
            blank = False
        else:
            blank = True
    furniture = sum(1 for each in manuscript.furniture if each.text.strip())
    return Lines(tuple(lines), body, len(paragraphs) - len(lines) + furniture)


def _turned(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, in two where a counted heading and its text are parted by a soft line end only."""
    title, turn, text = paragraph.text.strip(BLANKS + "\n").partition("\n")
    counted = read_ordinal(title) is not None or paragraph.list_level is not None or _heading(paragraph) is not None
    is_title = counted and len(title) <= _LONGEST_HEADING and not any(mark in title for mark in "。；！？")
    if not turn or not is_title or paragraph.cell is not None or not text.endswith(_TEXT_END):
        yield paragraph
        return
    end = paragraph.text.index("\n", paragraph.text.index(title))
    yield replace(paragraph, spans=_cut(paragraph.spans, 0, end))
    yield Paragraph(spans=_cut(paragraph.spans, end + 1, len(paragraph.text)), part=paragraph.part)


def _cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans of a stretch of a paragraph's text."""
    position = 0
    cut: list[Span] = []
    for span in spans:
        text = span.text[max(0, start - position) : max(0, end - position)]
        cut += (replace(span, text=text),) if text else ()
        position += len(span.text)
    return tuple(cut)


def _typed_contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs of contents that are typed, or that no field holds: their title and the entries below it."""
    found: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        if not _CONTENTS_TITLE.fullmatch(paragraph.text.strip(BLANKS)):
            continue
        below = number + 1
        while below < len(paragraphs) and (
            paragraphs[below].in_contents or _CONTENTS_ENTRY.fullmatch(paragraphs[below].text.strip(BLANKS))
        ):
            below += 1
        if below > number + 1:
            found.update(range(number, below))
    return frozenset(found)


def _body_look(paragraphs: Sequence[Paragraph]) -> Look:
    """The look of most of the text."""
    counts: Counter[Look] = Counter()
    for span in _spans(paragraphs):
        counts[span[1]] += len(span[0])
    return max(counts, key=counts.__getitem__, default=Look())


def _spans(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Look]]:
    return ((span.text, span.look) for each in paragraphs for span in each.spans)


def _line(number: int, paragraph: Paragraph, body: Look, *, blank: bool) -> Line:
    whole = paragraph.text
    skipped = len(whole) - len(whole.lstrip(BLANKS + "\n"))
    text = whole.strip(BLANKS + "\n")
    looks = {look for each, look in _spans((paragraph,)) if each.strip()}
    ordinal = read_ordinal(text)
    return Line(
        text=text,
        number=number,
        paragraph=paragraph,
        ordinal=ordinal,
        lead=_lead(paragraph, skipped, body),
        look=looks.pop() if len(looks) == 1 else None,
        heading=_heading(paragraph),
        is_title=bool(_TITLE_STYLES.intersection(paragraph.styles)),
        centred=paragraph.alignment == "center" or skipped >= _CENTRED_BLANKS,
        blank_before=blank,
    )


def _heading(paragraph: Paragraph) -> int | None:
    """The level of a native heading from 0, by the name of its style or by its outline."""
    for name in paragraph.styles:
        if (match := _HEADING_STYLE.fullmatch(name)) is not None:
            return int(match.group(1)) - 1
    return paragraph.outline


def _lead(paragraph: Paragraph, skipped: int, body: Look) -> int:
    """Where a first sentence ends that stands out from the text after it; 0 where none does."""
    position = 0
    for span in paragraph.spans:
        if not _stands_out(span.look, body) and span.text.strip(BLANKS):
            break
        position += len(span.text)
    text = paragraph.text[skipped:]
    end = position - skipped
    if not 0 < end < len(text.rstrip(BLANKS)) or end > _LONGEST_LEAD:
        return 0
    if text[:end].rstrip(BLANKS)[-1:] in _SENTENCE_END or text[end : end + 1] in _SENTENCE_END:
        return end
    ordinal = read_ordinal(text)
    numbered = ordinal is not None or paragraph.list_level is not None
    return end if numbered and end - (ordinal.end if ordinal else 0) >= _SHORTEST_TITLE else 0


def _stands_out(look: Look, body: Look) -> bool:
    """Whether characters look like a title beside the text of the document."""
    face = any(name in look.font and name not in body.font for name in ("黑", "楷"))
    return (look.bold and not body.bold) or face


def stands_out(line: Line, body: Look) -> bool:
    """Whether all of a line looks like a title."""
    return line.look is not None and _stands_out(line.look, body)

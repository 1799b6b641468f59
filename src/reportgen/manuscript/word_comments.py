"""The comments of a Word file with what they are about (ISO/IEC 29500-1 17.13.4; replies: [MS-DOCX] 2.5.4)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element
from msgspec.structs import replace

from reportgen.manuscript.manuscript_types import Author, Comment
from reportgen.manuscript.word_paragraphs import View
from reportgen.manuscript.word_xml import W14, W15, W, children


class _Thread(NamedTuple):
    """What ``commentsExtended.xml`` says of a comment: whose reply it is, and whether it is done."""

    parent: str | None
    resolved: bool


class _Range(NamedTuple):
    """Where a comment begins and ends: numbers of paragraphs with offsets."""

    start: tuple[int, int]
    end: tuple[int, int]


def read_comments(comments: Element | None, extended: Element | None, views: Sequence[View]) -> tuple[Comment, ...]:
    """All comments in the order of the file, replies with the comment they answer."""
    threads = _threads(extended)
    ranges = _ranges(views)
    found: dict[str, Comment] = {}
    by_paragraph: dict[str, str] = {}
    for element in children(comments, "comment"):
        identifier = element.get(W + "id", "")
        lines = list(element.iter(W + "p"))
        text = "\n".join("".join(part.text or "" for part in line.iter(W + "t")) for line in lines)
        key = lines[-1].get(W14 + "paraId", "") if lines else ""
        by_paragraph[key] = identifier
        thread = threads.get(key, _Thread(None, resolved=False))
        parent = by_paragraph.get(thread.parent) if thread.parent else None
        if parent in found:
            found[parent] = _answered(found[parent], text)
            continue
        place = ranges.get(identifier)
        author = Author(element.get(W + "author", ""), element.get(W + "date", ""))
        quoted = _quoted(place, views) if place else ""
        number, offset = place.start if place else (0, 0)
        found[identifier] = Comment(identifier, author, text, thread.resolved, (), number, quoted, offset)
    return tuple(found.values())


def _answered(comment: Comment, reply: str) -> Comment:
    return replace(comment, replies=(*comment.replies, reply))


def _threads(extended: Element | None) -> dict[str, _Thread]:
    elements: Iterable[Element] = () if extended is None else extended.iter(W15 + "commentEx")
    return {
        each.get(W15 + "paraId", ""): _Thread(each.get(W15 + "paraIdParent"), each.get(W15 + "done") in ("1", "true"))
        for each in elements
    }


def _ranges(views: Sequence[View]) -> Mapping[str, _Range]:
    """Where each comment is; without a range, where its mark is."""
    starts: dict[str, tuple[int, int]] = {}
    ends: dict[str, tuple[int, int]] = {}
    for number, view in enumerate(views):
        for offset, mark in view.marks:
            if mark.kind == "commentRangeStart":
                starts[mark.identifier] = (number, offset)
            elif mark.kind == "commentRangeEnd":
                ends[mark.identifier] = (number, offset)
            elif mark.kind == "commentReference":
                starts.setdefault(mark.identifier, (number, offset))
                ends.setdefault(mark.identifier, (number, offset))
    return {each: _Range(start, max(start, ends.get(each, start))) for each, start in starts.items()}


def _quoted(place: _Range, views: Sequence[View]) -> str:
    (first, start), (last, end) = place
    texts = [view.paragraph.text for view in views[first : last + 1]]
    texts[-1] = texts[-1][:end]
    texts[0] = texts[0][start:]
    return "\n".join(texts)

"""Which field of a report each open comment of an edited document is about."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import FieldPath
from reportgen.document import CHECKERS_AUTHOR
from reportgen.manuscript.absorbed import Hand, HandReason, Remark
from reportgen.manuscript.line_matching import Match
from reportgen.manuscript.manuscript_types import Comment, Manuscript, Paragraph
from reportgen.manuscript.printed_lines import Cell, PrintedLine, plain_line
from reportgen.text.sequences import opcodes


def placed_comments(
    matches: Sequence[Match], lines: Sequence[PrintedLine], paragraphs: Sequence[Paragraph], edited: Manuscript
) -> Iterator[Remark]:
    """The comments that are open and not our own, in the order of the document."""
    by_paragraph = {number: match for match in matches for number in match.new}
    numbers = {id(each): number for number, each in enumerate(paragraphs)}
    for comment in sorted(edited.comments, key=lambda each: (each.paragraph, each.offset)):
        is_ours = comment.author.name == CHECKERS_AUTHOR and not comment.replies
        if comment.resolved or is_ours:
            continue
        above = edited.paragraphs[comment.paragraph :: -1] if edited.paragraphs else ()
        known = ((numbers[id(each)], each) for each in above if id(each) in numbers)
        where: FieldPath = ()
        for number, paragraph in known:
            match = by_paragraph[number]
            if match.old:
                inside = comment.offset if paragraph is above[0] else len(paragraph.text)
                where = _field(match, lines, paragraphs, number, len(plain_line(paragraph.text[:inside])))
                break
        yield Remark(where, comment)


def remark_hand(remark: Remark, edited: Manuscript) -> Hand:
    """A comment as something that is left to a person."""
    comment = remark.comment
    words = "\n".join((comment.text, *comment.replies))
    return Hand(remark.where, HandReason.COMMENT, words, comment.author, quoted_words(comment, edited))


def quoted_words(comment: Comment, edited: Manuscript) -> str:
    """What a comment is about: its words, else its paragraph."""
    paragraph = edited.paragraphs[comment.paragraph].text if edited.paragraphs else ""
    return comment.quoted or paragraph


def _field(
    match: Match, lines: Sequence[PrintedLine], paragraphs: Sequence[Paragraph], number: int, offset: int
) -> FieldPath:
    """The field that printed what is at an offset of a paragraph now."""
    cells = [cell for each in match.old for cell in lines[each].cells]
    texts = {each: plain_line(paragraphs[each].text) for each in match.new}
    place = offset + sum(len(text) for each, text in texts.items() if each < number)
    at = _was_at("".join(cell.character for cell in cells), "".join(texts.values()), place)
    return _nearest(cells, at) or lines[match.old[0]].path or ()


def _was_at(old: str, new: str, place: int) -> int:
    """Where in an old text the words are that are at a place of the new one."""
    if old == new:
        return place
    for tag, first, last, start, end in opcodes(old, new):
        if start <= place < end:
            return first + (place - start if tag == "equal" else 0)
        if place < start:
            return last
    return len(old)


def _nearest(cells: Sequence[Cell], at: int) -> FieldPath | None:
    """The field of the character at a place, else of the one before it, else of the next."""
    near = (*cells[at : at + 1], *reversed(cells[:at]), *cells[at + 1 :])
    return next((cell.path for cell in near if cell.path is not None), None)

"""Comments of a document as comments of the report file made from it, each above the field it is about."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Edit, apply_edits
from reportgen.manuscript.comment_notes import note_above
from reportgen.manuscript.manuscript_types import Manuscript
from reportgen.source import Mapping, Node, Scalar, Source, parse
from reportgen.text.characters import PARAGRAPH_END


def with_comments(source: Source, manuscript: Manuscript) -> str:
    """The text of a report file with the comments; one whose words are in no field ends the file."""
    root, _ = parse(source)
    fields = [] if root is None else list(_scalars(root))
    edits: list[Edit] = []
    for comment in manuscript.comments:
        paragraph = manuscript.paragraphs[comment.paragraph].text if manuscript.paragraphs else ""
        node = _field_of(_letters(comment.quoted.partition("\n")[0]), _letters(paragraph), fields)
        edits.append(note_above(source, node, comment))
    return apply_edits(source.text, edits)


def _field_of(quoted: str, paragraph: str, fields: Sequence[Scalar]) -> Scalar | None:
    """The field that holds the words a comment is about, and most of the paragraph it is in."""
    pieces = ((_letters(text), field) for field in fields for text in field.text.split(PARAGRAPH_END))
    shared = [
        (min(len(text), len(paragraph)), field)
        for text, field in pieces
        if text and (quoted in text or text in quoted) and (text in paragraph or paragraph in text)
    ]
    return max(shared, key=lambda each: each[0])[1] if shared else None


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _letters(text: str) -> str:
    return "".join(text.split())

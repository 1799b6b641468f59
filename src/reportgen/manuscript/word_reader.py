"""A Word file as a manuscript, whichever program saved it last."""

from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import _Element as Element
from msgspec.structs import replace

from reportgen.manuscript.manuscript_types import Manuscript, Paragraph, Part, Unread
from reportgen.manuscript.word_comments import read_comments
from reportgen.manuscript.word_numbering import read_numbering
from reportgen.manuscript.word_package import WordPackage, open_package
from reportgen.manuscript.word_paragraphs import NOTE_MARKS, View, views_of
from reportgen.manuscript.word_stamp import stamp_text
from reportgen.manuscript.word_styles import read_styles
from reportgen.manuscript.word_walk import Place, Walk
from reportgen.manuscript.word_xml import DamagedPartError, W, parse_part

_CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"
_NOTE_PARTS = {"footnoteReference": ("footnotes", "footnote"), "endnoteReference": ("endnotes", "endnote")}


def read_word(parts: Mapping[str, bytes], *, original: bool = False) -> Manuscript:
    """The manuscript in the parts of a Word file, with all tracked changes accepted, or rejected (``original``).

    Raises:
        DamagedPartError: a part that is needed is missing or is no XML.

    """
    package = open_package(parts)
    body = parse_part(parts[package.document]).find(W + "body")
    if body is None:
        raise DamagedPartError(package.document)
    walk = Walk(read_styles(package.part("styles")), read_numbering(package.part("numbering")))
    views = list(views_of(walk.paragraphs(body, Place(Part.BODY)), original=original))
    numbers = _note_numbers(views)
    return Manuscript(
        paragraphs=tuple(_noted(view, numbers) for view in views),
        notes=tuple(_notes(package, walk, numbers, original=original)),
        furniture=tuple(_furniture(package, walk, original=original)),
        comments=read_comments(package.part("comments"), package.part("commentsExtended"), views),
        unread=tuple(Unread(kind, number, text) for number, view in enumerate(views) for kind, text in view.unread),
        charts=tuple(tuple(each.text or "" for each in root.iter(_CHART_VALUE)) for root in package.parts_of("chart")),
        identifier=stamp_text(parts),
    )


def _note_numbers(views: Sequence[View]) -> dict[tuple[str, str], int]:
    """The notes in the order in which the text names them."""
    marks = (placed.mark for view in views for placed in view.marks if placed.mark.kind in NOTE_MARKS)
    numbers: dict[tuple[str, str], int] = {}
    for mark in marks:
        numbers.setdefault((mark.kind, mark.identifier), len(numbers))
    return numbers


def _noted(view: View, numbers: Mapping[tuple[str, str], int]) -> Paragraph:
    placed = ((each.offset, (each.mark.kind, each.mark.identifier)) for each in view.marks)
    return replace(view.paragraph, notes=tuple((offset, numbers[key]) for offset, key in placed if key in numbers))


def _notes(
    package: WordPackage, walk: Walk, numbers: Mapping[tuple[str, str], int], *, original: bool
) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each note, by its number; a note that the file lacks has none."""
    elements = {
        (kind, each.get(W + "id", "")): each
        for kind, (part, name) in _NOTE_PARTS.items()
        for root in package.parts_of(part)
        for each in root.iterchildren(W + name)
    }
    for key in numbers:
        yield tuple(_read(elements.get(key), walk, Part.NOTE, original=original))


def _furniture(package: WordPackage, walk: Walk, *, original: bool) -> Iterator[Paragraph]:
    """The paragraphs of all headers and footers."""
    for kind in ("header", "footer"):
        for root in package.parts_of(kind):
            yield from _read(root, walk, Part.FURNITURE, original=original)


def _read(root: Element | None, walk: Walk, part: Part, *, original: bool) -> Iterator[Paragraph]:
    if root is not None:
        yield from (view.paragraph for view in views_of(walk.paragraphs(root, Place(part)), original=original))

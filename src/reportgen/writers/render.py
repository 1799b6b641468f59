"""A document under its style sheet to the bytes of every format, with what fonts and layout found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath, Place
from reportgen.report import Reading
from reportgen.source import find
from reportgen.text.characters import code_point

if TYPE_CHECKING:  # what only one format needs is imported where it is made
    from reportgen.document import Document
    from reportgen.fonts import FontLibrary
    from reportgen.layout import Layout
    from reportgen.pictures import Picture
    from reportgen.style import PreparedSheet

Progress = Callable[[str], None]
"""Told the name of each stage as it begins: read, layout, docx, pdf, write."""

_LINE_SHOWN = 6
"""Characters of a line that a message shows, and by which its place is found; few, since a metric may follow."""


class Rendered(Struct, frozen=True):
    """The bytes of every format, the number of pages, and what was found; no bytes where a character is in no face."""

    contents: Mapping[str, bytes]
    pages: int
    found: tuple[Diagnostic, ...]


class RenderJob(Struct, frozen=True):
    """What to render: a document, its style sheet, the file it came from, and the formats.

    ``sources`` are the texts that travel with the PDF, by file name; ``logo`` is
    the picture the style sheet names for the cover.
    """

    document: Document
    sheet: PreparedSheet
    reading: Reading
    formats: Sequence[str]
    sources: Mapping[str, str]
    logo: Picture | None = None


def render(job: RenderJob, library: FontLibrary, progress: Progress) -> Rendered:
    """Renders a job. Every format needs the layout: the contents list of a DOCX has its page numbers from there."""
    from reportgen.document import fit
    from reportgen.fonts import open_fonts
    from reportgen.layout import lay_out, with_turns

    progress("layout")
    book, found = open_fonts(job.sheet.style, library)
    if book is None:
        return Rendered({}, 0, found)
    sheet = fit(job.sheet, job.document)
    layout = lay_out(job.document, sheet, book, job.logo)
    missing = tuple(missing_character(each.character, each.origin, job.reading) for each in layout.missing)
    if missing:
        return Rendered({}, 0, (*found, *missing))
    found += tuple(_loose(each.text, each.origin, job.reading) for each in layout.loose)
    contents: dict[str, bytes] = {}
    if "docx" in job.formats:
        from reportgen.docx import write_docx

        progress("docx")
        turned = with_turns(job.document, layout.turns)
        closer = sheet.with_cover_share(layout.cover_share)
        contents["docx"] = write_docx(turned, closer, layout.page_labels(), job.logo)
    if "pdf" in job.formats:
        progress("pdf")
        contents["pdf"], damaged = _pdf(layout, job)
        found += damaged
    return Rendered(contents, len(layout.pages), found)


def _pdf(layout: Layout, job: RenderJob) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF; none where a font file turns out damaged only when its glyphs are taken."""
    from reportgen.fonts import FontDamagedError
    from reportgen.pdf import Attachment, write_pdf

    attachments = tuple(Attachment(name, text.encode()) for name, text in job.sources.items())
    try:
        return write_pdf(layout, job.document, attachments), ()
    except FontDamagedError as damage:
        file = damage.face.file.shown
        return b"", (Diagnostic("font-file-unusable", Place(file), {"file": file}),)


def missing_character(character: str, origin: FieldPath, reading: Reading) -> Diagnostic:
    """A character no face has, at its place in the text it came from, or at that text where it cannot be found."""
    words = {"character": character, "code_point": code_point(character)}
    return Diagnostic("character-missing", _place_of(character, origin, reading), words)


def _loose(line: str, origin: FieldPath, reading: Reading) -> Diagnostic:
    """A line whose characters stand too far apart, at the place of its first characters."""
    return Diagnostic("line-loose", _place_of(line[:_LINE_SHOWN], origin, reading), {"line": line[:_LINE_SHOWN]})


def _place_of(text: str, origin: FieldPath, reading: Reading) -> Place:
    """The place of a printed text in the file, or that of the whole text it came from where it cannot be found."""
    node = find(reading.root, origin)
    start = node.source.text.find(text, node.start, node.end)
    return node.source.place(start, start + len(text), origin) if start >= 0 else node.place(origin)

"""A document under its style sheet to the bytes of every format, with what fonts and layout found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic
from reportgen.document import CheckersNotes, Document, fit
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.report import Reading
from reportgen.style import PreparedSheet
from reportgen.writers.formats import Format, format_named, load_writer, needs_layout, render_text
from reportgen.writers.side_process import ProcessEndedError
from reportgen.writers.typesetting import PagesJob, SetPages, Typesetter, WriterJob, Written, set_pages, write_pages

if TYPE_CHECKING:  # what only one format needs is imported where it is made
    from reportgen.fonts import FontLibrary
    from reportgen.layout import Layout
    from reportgen.pictures import Picture
    from reportgen.writers.text_places import Roots

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins: read, layout, the name of a format, write."""


class Rendered(Struct, frozen=True):
    """The bytes of every format, the number of pages, and what was found; no bytes where something is an error.

    ``pages`` is 0 where no format needs a layout. ``stood_in`` are the preferred faces that others print for, where a
    format embeds fonts. ``beside`` are the other files of formats that have several, by format and ending. ``layout``
    is that of ``document``, which is set closer where a sheet allows fewer pages.
    """

    contents: Mapping[str, bytes]
    pages: int
    found: tuple[Diagnostic, ...]
    stood_in: tuple[str, ...] = ()
    beside: Mapping[tuple[str, str], bytes] = {}
    layout: Layout | None = None
    document: Document | None = None


class RenderJob(Struct, frozen=True):
    """What to render: a document, its style sheet, the file it came from, and the names of the formats.

    ``sources`` are the texts that travel with the PDF, by file name; ``logo`` is the picture the style sheet names for
    the cover. ``old`` is the older report of a comparison. ``paginate``: pages are laid out as for a PDF whatever the
    formats. ``notes``: comments for the checkers of a draft. ``memory``: what earlier builds made.
    """

    document: Document
    sheet: PreparedSheet
    reading: Reading
    formats: Sequence[str]
    sources: Mapping[str, str]
    logo: Picture | None = None
    old: Reading | None = None
    paginate: bool = False
    notes: CheckersNotes | None = None
    memory: Memory = NOTHING_KEPT

    @property
    def roots(self) -> Roots:
        """The nodes of all files that the document has texts from."""
        return {"report": self.reading.root, "old": (self.old or self.reading).root, "sheet": self.sheet.nodes.root}


class _LaidOut(Struct, frozen=True):
    """A document on its pages, None where that cannot be, what was found, and preferred faces that are not there.

    ``job`` is what is on the pages: set closer where a sheet allows fewer.
    """

    layout: Layout | None
    found: tuple[Diagnostic, ...]
    missed: tuple[str, ...]
    job: WriterJob


def render(
    job: RenderJob, library: Callable[[], FontLibrary], progress: Progress, typesetter: Typesetter | None = None
) -> Rendered:
    """Renders a job, its formats in the order of the job.

    Only formats that need a layout ask for the ``library`` of fonts. A DOCX does: the contents have their page numbers
    from there. A ``typesetter`` has begun with ``pages_job`` of the job; the layout is bare then.

    Raises:
        CommandError: ``format-unknown``, a format having no writer.

    """
    if typesetter is not None:
        with suppress(ProcessEndedError):
            return _render(job, pages_job(job, library), progress, typesetter)
    return _render(job, pages_job(job, library), progress, None)


def pages_job(job: RenderJob, library: Callable[[], FontLibrary]) -> PagesJob:
    """What sets the pages of a job, and writes the files that hold them."""
    fitted = fit(job.sheet, job.document)
    writing = WriterJob(job.document, fitted, job.sources, job.logo, job.notes, job.memory)
    holding = tuple(each.name for each in map(format_named, job.formats) if each.embeds_fonts)
    return PagesJob(writing, job.sheet, library, holding)


def _render(job: RenderJob, paging: PagesJob, progress: Progress, typesetter: Typesetter | None) -> Rendered:
    formats = [format_named(name) for name in job.formats]
    others = [each for each in formats if each.name not in paging.formats]
    for each in others:
        load_writer(each)  # while a typesetter is busy
    laid = _LaidOut(None, (), (), paging.writing)
    if job.paginate or needs_layout(job.formats):
        progress("layout")
        prints_all = job.paginate or bool(paging.formats)
        pages = typesetter.pages() if typesetter else set_pages(paging)
        laid = _with_places(job, paging, pages, prints_all=prints_all)
        if laid.layout is None:
            return Rendered({}, 0, laid.found)
    files: dict[str, Written] = {}
    for each in others:
        progress(each.name)
        files[each.name] = _write(each, laid.job if each.needs == "layout" else paging.writing, laid.layout)
    for name in paging.formats:
        progress(name)
        files[name] = typesetter.file() if typesetter else write_pages(format_named(name), laid.job, laid.layout)
    contents: dict[str, bytes] = {}
    beside: dict[tuple[str, str], bytes] = {}
    for each in formats:
        written = files[each.name]
        if isinstance(written, Diagnostic):
            return Rendered({}, 0, (*laid.found, written))
        contents[each.name], *_ = written.values()
        beside |= {(each.name, ending): content for ending, content in [*written.items()][1:]}
    stood_in = laid.missed if paging.formats else ()
    count = len(laid.layout.pages) if laid.layout else 0
    return Rendered(contents, count, laid.found, stood_in, beside, laid.layout, laid.job.document)


def _with_places(job: RenderJob, paging: PagesJob, pages: SetPages, *, prints_all: bool) -> _LaidOut:
    """The pages of a job; none where a font cannot be used, or a character that has to print is in no font.

    Without ``prints_all`` such a character is a warning: Word has fonts of its own.
    """
    layout, found, written = pages.layout, pages.found, pages.closer or paging.writing
    if layout is None:
        return _LaidOut(None, found, (), written)
    if not (layout.missing or layout.loose):
        return _LaidOut(layout, found, pages.missed, written)
    from reportgen.writers.text_places import loose_lines, missing_characters

    missing = missing_characters(layout.missing, job.roots)
    if missing and prints_all:
        return _LaidOut(None, (*found, *missing), (), written)
    left_to_word = tuple(replace(each, code="character-left-to-word") for each in missing)
    return _LaidOut(layout, (*found, *left_to_word, *loose_lines(layout.loose, job.roots)), pages.missed, written)


def _write(format_: Format, job: WriterJob, layout: Layout | None) -> Written:
    """The files of one format by their endings, its own first, or the damage to a font that only its writer meets."""
    match format_.needs:
        case "document":
            return {format_.ending: render_text(job.document, format_.name).encode()}
        case "style":
            return {format_.ending: load_writer(format_)(job)}
        case "files":
            files: Mapping[str, bytes] = load_writer(format_)(job)
            return files
        case "layout":
            return write_pages(format_, job, layout)
        case "metrics":
            raise ValueError(format_.name)  # no document can be written in it
        case _:
            assert_never(format_.needs)

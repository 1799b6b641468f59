"""A document under its style sheet to the bytes of every format, with what fonts and layout found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.report import Reading
from reportgen.writers.formats import Format, format_named, load_writer, needs_layout
from reportgen.writers.side_process import Collect, begin_beside

if TYPE_CHECKING:  # what only one format needs is imported where it is made
    from reportgen.document import CheckersNotes, Document, FittedSheet
    from reportgen.fonts import FontBook, FontLibrary
    from reportgen.layout import Layout
    from reportgen.pictures import Picture
    from reportgen.style import PreparedSheet
    from reportgen.writers.text_places import Roots

_Written: TypeAlias = Mapping[str, bytes] | Diagnostic
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

    ``sources`` are the texts that travel with the PDF, by file name; ``logo`` is
    the picture the style sheet names for the cover. ``old`` is the older report of a comparison. ``paginate``: pages
    are laid out as for a PDF whatever the formats. ``notes``: comments for the checkers of a draft. ``memory``: what
    earlier builds made. ``may_fork``: a copy of this process may write one format while it writes the others.
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
    may_fork: bool = False

    @property
    def roots(self) -> Roots:
        """The nodes of all files that the document has texts from."""
        return {"report": self.reading.root, "old": (self.old or self.reading).root, "sheet": self.sheet.nodes.root}


class WriterJob(Struct, frozen=True):
    """What a writer is called with: a document under the style sheet fitted to it, and what else a file holds."""

    document: Document
    sheet: FittedSheet
    sources: Mapping[str, str]
    logo: Picture | None
    notes: CheckersNotes | None = None
    memory: Memory = NOTHING_KEPT


class _LaidOut(Struct, frozen=True):
    """A document on its pages, None where that cannot be, what was found, and preferred faces that are not there.

    ``job`` is what is on the pages: set closer where a sheet allows fewer.
    """

    layout: Layout | None
    found: tuple[Diagnostic, ...]
    missed: tuple[str, ...]
    job: WriterJob


def render(job: RenderJob, library: Callable[[], FontLibrary], progress: Progress) -> Rendered:
    """Renders a job, its formats in the order of the job.

    Only formats that need a layout ask for the ``library`` of fonts. A DOCX does: the contents have their page numbers
    from there.

    Raises:
        CommandError: ``format-unknown``, a format having no writer.

    """
    from reportgen.document import fit

    formats = [format_named(name) for name in job.formats]
    ready = WriterJob(job.document, fit(job.sheet, job.document), job.sources, job.logo, job.notes, job.memory)
    laid = _LaidOut(None, (), (), ready)
    if job.paginate or needs_layout(job.formats):
        progress("layout")
        prints_all = job.paginate or any(each.embeds_fonts for each in formats)
        laid = _lay_out(job, ready, library(), prints_all=prints_all)
        if laid.layout is None:
            return Rendered({}, 0, laid.found)
    contents: dict[str, bytes] = {}
    beside: dict[tuple[str, str], bytes] = {}
    files = _write_all(formats, laid, ready, progress, may_fork=job.may_fork)
    for each in formats:
        written = files[each.name]
        if isinstance(written, Diagnostic):
            return Rendered({}, 0, (*laid.found, written))
        contents[each.name], *_ = written.values()
        beside |= {(each.name, ending): content for ending, content in [*written.items()][1:]}
    stood_in = laid.missed if any(each.embeds_fonts for each in formats) else ()
    pages = len(laid.layout.pages) if laid.layout else 0
    return Rendered(contents, pages, laid.found, stood_in, beside, laid.layout, laid.job.document)


def _write_all(
    formats: Sequence[Format], laid: _LaidOut, ready: WriterJob, progress: Progress, *, may_fork: bool
) -> dict[str, _Written]:
    """What each format is written as, by its name. One may be made beside the others, and is then the last of them."""
    beside, collect = _begin_one(formats, laid) if may_fork else (None, None)
    made: dict[str, _Written] = {}
    for each in sorted(formats, key=lambda each: each is beside):
        progress(each.name)
        content = collect() if collect is not None and each is beside else None
        job = laid.job if each.needs == "layout" else ready
        made[each.name] = _write(each, job, laid.layout) if content is None else {each.ending: content}
    return made


def _begin_one(formats: Sequence[Format], laid: _LaidOut) -> tuple[Format | None, Collect | None]:
    """Begins one of several formats with pages, the DOCX, whose writer finds nothing; none where there is one alone."""
    paged = [each for each in formats if each.needs == "layout"]
    one = next((each for each in paged if not each.embeds_fonts), None)
    if one is None or len(paged) == 1:
        return None, None
    writer = load_writer(one)
    return one, begin_beside(lambda: writer(laid.job, laid.layout))


def _lay_out(job: RenderJob, ready: WriterJob, library: FontLibrary, *, prints_all: bool) -> _LaidOut:
    """The pages of a job; none where a font cannot be used, or a character that has to print is in no font.

    Without ``prints_all`` such a character is a warning: Word has fonts of its own.
    """
    from reportgen.fonts import open_fonts
    from reportgen.writers.text_places import loose_lines, missing_characters

    fonts = job.memory.part("fonts", ready.sheet.style, library)
    book, found = fonts.recall("book", lambda: open_fonts(ready.sheet.style, library))
    if book is None:
        return _LaidOut(None, found, (), ready)
    made, layout = _within_limit(job, ready, book)
    if not (layout.missing or layout.loose):
        return _LaidOut(layout, found, book.missed, made)
    missing = missing_characters(layout.missing, job.roots)
    if missing and prints_all:
        return _LaidOut(None, (*found, *missing), (), ready)
    left_to_word = tuple(replace(each, code="character-left-to-word") for each in missing)
    return _LaidOut(layout, (*found, *left_to_word, *loose_lines(layout.loose, job.roots)), book.missed, made)


def _within_limit(job: RenderJob, ready: WriterJob, book: FontBook) -> tuple[WriterJob, Layout]:
    """A job on its pages; where its sheet allows fewer, set only as close as they ask for, if anything helps."""
    from reportgen.document import fit, shorter
    from reportgen.layout import lay_out

    layout = lay_out(ready.document, ready.sheet, book, ready.logo, job.memory)
    most = job.sheet.style.page.max_pages
    if most is None or len(layout.pages) <= most:
        return ready, layout
    for sheet, document in shorter(job.sheet, job.document):
        closer = replace(ready, document=document, sheet=fit(sheet, document))
        tried = lay_out(closer.document, closer.sheet, book, closer.logo, job.memory)
        if len(tried.pages) <= most:
            return closer, tried
    return ready, layout


def _write(format_: Format, job: WriterJob, layout: Layout | None) -> Mapping[str, bytes] | Diagnostic:
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
            from reportgen.fonts import FontDamagedError

            try:
                return {format_.ending: load_writer(format_)(job, layout)}
            except FontDamagedError as damage:
                file = damage.face.file.shown
                return Diagnostic("font-file-unusable", Place(file), {"file": file})
        case "metrics":
            raise ValueError(format_.name)  # no document can be written in it
        case _:
            assert_never(format_.needs)


def render_text(document: Document, name: str) -> str:
    """A document in one of the formats that need nothing else, as text to be shown."""
    text: str = load_writer(format_named(name))(document)
    return text

"""Documents set on pages, by this process, or by a copy of it that writes the files with these pages as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Self, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place
from reportgen.document import CheckersNotes, Document, FittedSheet, fit, shorter
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.style import PreparedSheet
from reportgen.writers.formats import Format, format_named, load_writer
from reportgen.writers.side_process import Channel, ProcessEndedError, SideProcess, begin_beside

if TYPE_CHECKING:  # what is needed only where pages are set
    from reportgen.fonts import FontBook, FontLibrary
    from reportgen.layout import Layout
    from reportgen.pictures import Picture


Written: TypeAlias = Mapping[str, bytes] | Diagnostic
"""The files of one format by their endings, its own first, or why it cannot be written."""


class WriterJob(Struct, frozen=True):
    """What a writer is called with: a document under the style sheet fitted to it, and what else a file holds."""

    document: Document
    sheet: FittedSheet
    sources: Mapping[str, str]
    logo: Picture | None
    notes: CheckersNotes | None = None
    memory: Memory = NOTHING_KEPT


class PagesJob(Struct, frozen=True):
    """A document to be set on pages with the faces of a ``library``; ``sheet`` is the one before it was fitted.

    ``formats`` are those of the files to be written that hold the pages.
    """

    writing: WriterJob
    sheet: PreparedSheet
    library: Callable[[], FontLibrary]
    formats: tuple[str, ...] = ()


class SetPages(Struct, frozen=True):
    """The pages of a document, None where a font cannot be used; what was found, preferred faces that are not there.

    ``closer`` is what is on the pages where they were set closer because their sheet allows fewer.
    """

    layout: Layout | None
    found: tuple[Diagnostic, ...] = ()
    missed: tuple[str, ...] = ()
    closer: WriterJob | None = None

    def bare(self) -> Self:
        """Without what is on the pages."""
        return replace(self, layout=self.layout.bare() if self.layout else None)


def set_pages(job: PagesJob) -> SetPages:
    """Sets a document on pages, only as close as their sheet asks for, if that helps."""
    from reportgen.fonts import open_fonts

    ready = job.writing
    library = job.library()
    fonts = ready.memory.part("fonts", ready.sheet.style, library)
    book, found = fonts.recall("book", lambda: open_fonts(ready.sheet.style, library))
    if book is None:
        return SetPages(None, found)
    closer, layout = _within_limit(job, book)
    return SetPages(layout, found, book.missed, closer)


def _within_limit(job: PagesJob, book: FontBook) -> tuple[WriterJob | None, Layout]:
    layout = _lay_out(job.writing, book)
    most = job.sheet.style.page.max_pages
    if most is None or len(layout.pages) <= most:
        return None, layout
    for sheet, document in shorter(job.sheet, job.writing.document):
        closer = replace(job.writing, document=document, sheet=fit(sheet, document))
        tried = _lay_out(closer, book)
        if len(tried.pages) <= most:
            return closer, tried
    return None, layout


def _lay_out(job: WriterJob, book: FontBook) -> Layout:
    from reportgen.layout import lay_out

    return lay_out(job.document, job.sheet, book, job.logo, job.memory)


def write_pages(format_: Format, job: WriterJob, layout: Layout | None) -> Written:
    """A file with pages, or with what Word makes them of; or the damage to a font that only its writer meets."""
    from reportgen.fonts import FontDamagedError

    try:
        return {format_.ending: load_writer(format_)(job, layout)}
    except FontDamagedError as damage:
        file = damage.face.file.shown
        return Diagnostic("font-file-unusable", Place(file), {"file": file})


class _PageFile(Struct, frozen=True):
    written: Written


class Typesetter:
    """A copy of this process that sets one document after another on pages, and writes the files that hold these.

    Where it has ended, for whatever reason, what it is asked for raises ``ProcessEndedError``: this process is then to
    do all of it, and meets the same.
    """

    def __init__(self, process: SideProcess) -> None:
        self._process = process

    def begin(self, job: PagesJob) -> None:
        """Has it begin with a document, after those before."""
        writing = replace(job.writing, sheet=job.writing.sheet.without_nodes())
        with suppress(ProcessEndedError):  # raised again where its work is asked for
            self._process.channel.send(replace(job, writing=writing, sheet=job.sheet.without_nodes()))

    def pages(self) -> SetPages:
        """Waits until the document is set; its pages are bare."""
        return self._process.channel.receive(SetPages)

    def file(self) -> Written:
        """Waits for the next file that holds its pages, in the order of its formats."""
        return self._process.channel.receive(_PageFile).written

    def dismiss(self) -> None:
        """Nothing more will be asked of it: it ends while this process goes on."""
        self._process.channel.close()


@contextmanager
def typesetter_beside(*formats: str) -> Iterator[Typesetter | None]:
    """A typesetter that has loaded what some formats need; None where a process cannot be copied."""
    process = begin_beside(partial(_set_all, formats))
    if process is None:
        yield None
        return
    try:
        yield Typesetter(process)
    finally:
        process.end()


def _set_all(formats: Sequence[str], channel: Channel) -> None:
    """What a typesetter does, until nobody sends anything more; it loads what it needs while files are read."""
    import reportgen.layout  # noqa: F401

    for each in formats:
        load_writer(format_named(each))
    with suppress(ProcessEndedError):
        while True:
            job = channel.receive(PagesJob)
            pages = set_pages(job)
            channel.send(pages.bare())
            layout = pages.layout
            for each in job.formats if layout and not layout.missing else ():
                channel.send(_PageFile(write_pages(format_named(each), pages.closer or job.writing, layout)))

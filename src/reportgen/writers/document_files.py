"""The writers that have a room of their own, called as the table of formats calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.writers.formats import ARTICLE, ARTICLE_PICTURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.layout import Layout
    from reportgen.writers.render import WriterJob


def docx_file(job: WriterJob, layout: Layout) -> bytes:
    """The DOCX: page numbers of its contents and turns of its titles are the layout's; sources travel in it."""
    from reportgen.docx import write_docx
    from reportgen.layout import as_laid_out

    sheet = job.sheet.with_cover_share(layout.cover_share)
    return write_docx(as_laid_out(job.document, layout), sheet, layout.page_labels(), job.logo, job.sources, job.notes)


def pdf_file(job: WriterJob, layout: Layout) -> bytes:
    """The PDF, with the texts that travel in it.

    Raises:
        FontDamagedError: a font file turns out damaged only when its glyphs are taken.

    """
    from reportgen.pdf import Attachment, write_pdf

    attachments = tuple(Attachment(name, text.encode()) for name, text in job.sources.items())
    return write_pdf(layout, job.document, attachments, job.memory)


def html_file(job: WriterJob) -> bytes:
    """The HTML page."""
    from reportgen.html import write_html

    return write_html(job.document, job.sheet, job.logo).encode()


def article_files(job: WriterJob) -> Mapping[str, bytes]:
    """The article for an editor, and after it the files of its pictures, by their endings."""
    from reportgen.html.article_writer import write_article

    article = write_article(job.document, job.sheet, job.logo)
    pictures = {ARTICLE_PICTURES.format(number): picture for number, picture in enumerate(article.pictures, 1)}
    return {ARTICLE: article.page.encode(), **pictures}

"""The DOCX, written as the table of formats calls for it."""

from reportgen.docx import write_docx
from reportgen.layout import Layout, as_laid_out
from reportgen.writers.typesetting import WriterJob


def docx_file(job: WriterJob, layout: Layout) -> bytes:
    """The DOCX: page numbers of its contents and turns of its titles are the layout's; sources travel in it."""
    sheet = job.sheet.with_cover_share(layout.cover_share)
    return write_docx(as_laid_out(job.document, layout), sheet, layout.page_labels(), job.logo, job.sources, job.notes)

"""The PDF, written as the table of formats calls for it."""

from reportgen.layout import Layout
from reportgen.pdf import Attachment, write_pdf
from reportgen.writers.typesetting import WriterJob


def pdf_file(job: WriterJob, layout: Layout) -> bytes:
    """The PDF, with the texts that travel in it.

    Raises:
        FontDamagedError: a font file turns out damaged only when its glyphs are taken.

    """
    attachments = tuple(Attachment(name, text.encode()) for name, text in job.sources.items())
    return write_pdf(layout, job.document, attachments, job.memory)

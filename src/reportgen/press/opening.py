"""PDF files of any origin, opened for printing."""

from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError

from reportgen.diagnostics import Diagnostic, Place

LARGEST_PDF = 512 * 1024 * 1024
"""Bytes; a press gets no more as one file."""

MOST_PAGES = 5000


def open_pdf(content: bytes, place: Place) -> Pdf | Diagnostic:
    """A PDF with its pages, or why it cannot be printed.

    That is ``pdf-protected``, ``pdf-damaged``, ``pdf-empty`` or ``pdf-too-long``.
    """
    try:
        pdf = Pdf.open(BytesIO(content), suppress_warnings=True)
        pages = len(pdf.pages)
    except PasswordError:
        return Diagnostic("pdf-protected", place)
    except (PdfError, RuntimeError, ValueError):  # what pikepdf makes of broken files
        return Diagnostic("pdf-damaged", place)
    if pdf.is_encrypted:
        return Diagnostic("pdf-protected", place)
    if not pages:
        return Diagnostic("pdf-empty", place)
    if pages > MOST_PAGES:
        return Diagnostic("pdf-too-long", place, {"pages": str(pages), "most": str(MOST_PAGES)})
    return pdf

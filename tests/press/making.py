"""Small PDFs for the press: numbered pages, and pages of given operators."""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas

A4 = (595.276, 841.89)


def numbered(pages: int, size: tuple[float, float] = A4) -> bytes:
    """A PDF whose pages show their numbers, from 1, in the middle."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 60)
        canvas.drawCentredString(size[0] / 2, size[1] / 2, str(number))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn(contents: Sequence[str], **resources: Dictionary) -> Pdf:
    """A PDF of A4 pages with these operators; ``F0`` is a font that is embedded, ``F1`` one that is not."""
    pdf = Pdf.new()
    embedded = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1, 1], FontMatrix=[1, 0, 0, 1, 0, 0])
    embedded.CharProcs, embedded.FirstChar, embedded.LastChar, embedded.Widths = Dictionary(), 0, 0, Array([1])
    embedded.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([]))
    missing = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for content in contents:
        page = pdf.add_blank_page(page_size=A4)
        page.obj.Contents = pdf.make_stream(content.encode("ascii"))
        page.obj.Resources = Dictionary(
            {"/Font": Dictionary(F0=embedded, F1=missing)} | {f"/{name}": each for name, each in resources.items()}
        )
    return pdf


def bytes_of(pdf: Pdf) -> bytes:
    """The bytes of a PDF."""
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()

"""A Layout to the bytes of a PDF: pages, links, outlines, page labels, metadata."""

import hashlib
from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from reportgen.document import Document, Heading, Metadata, inline_text
from reportgen.layout import Fragment, Layout, Link, Page, PlacedPicture, Rectangle, TextPiece
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.pdf import structure
from reportgen.pdf.assembly import assemble
from reportgen.pdf.attachments import Attachment, attach
from reportgen.pdf.font import PdfFont
from reportgen.pdf.images import Images
from reportgen.pdf.metadata import PRODUCER, keywords, output_intent, xmp_packet
from reportgen.pdf.objects import FlateStream, ReadyObjects, Stream, number_of, text_string
from reportgen.pdf.outline import OutlineEntry, write_outline
from reportgen.pdf.painter import paint_page, texts_shown
from reportgen.pdf.tags import Tagger

_NO_FONT = "reportgen-none"
_PART, _PART_WITH_FILES = 2, 3
"""Of ISO 19005: PDF/A-2, and PDF/A-3 where files are embedded."""

_PRINTED_LINK = 4
"""Annotation flag Print (ISO 32000-1 table 165)."""


def write_pdf(
    layout: Layout, document: Document, attachments: Sequence[Attachment] = (), memory: Memory = NOTHING_KEPT
) -> bytes:
    """The PDF of a layout; ``document`` gives its metadata, outline and structure.

    With attachments it is PDF/A-3, else PDF/A-2. The same input gives the same bytes. The ``memory`` keeps subsets of
    faces and compressed pages.
    """
    writer = _Writer(layout, document, attachments, memory)
    return writer.write()


class _Writer:
    """Paints one layout on one canvas."""

    def __init__(self, layout: Layout, document: Document, attachments: Sequence[Attachment], memory: Memory) -> None:
        self._memory = memory
        self._attachments = attachments
        self._layout = layout
        self._document = document
        shown = texts_shown(layout.pages)
        self._fonts = {face: PdfFont(face, f"F{number}", shown[face], memory) for number, face in enumerate(shown, 1)}
        self._digest = hashlib.sha256()
        self._canvas = _canvas(layout, document.metadata)
        self._images = Images(self._canvas._doc)
        self._objects = ReadyObjects(self._canvas._doc)
        self._tagger = Tagger(self._objects, len(layout.pages))
        self._pages: list[int] = []
        self._links: list[tuple[int, Link, int]] = []

    def write(self) -> bytes:
        """All of it, in order."""
        for page in self._layout.pages:
            self._page(page)
        self._write_links()
        self._write_outline()
        self._page_labels()
        self._describe()
        for font in self._fonts.values():
            font.add_objects(self._canvas._doc)
        return assemble(self._canvas._doc, self._objects, self._digest.hexdigest()[:32])

    def _page(self, page: Page) -> None:
        content, shown = paint_page(page, self._layout.width, self._layout.height, self._font_of, self._images.name)
        self._digest.update(content)
        canvas = self._canvas
        canvas._formsinuse += self._images.on(page)
        canvas.showPage()
        made = canvas._doc.Pages.pages[-1]
        self._pages.append(number_of(canvas._doc, made))
        number = self._tagger.page(self._pages[-1], shown)
        links: list[str] = []
        for fragment in page.fragments:
            if fragment.is_figure:
                self._tagger.place(
                    (fragment.block or 0, fragment.part, fragment.slot), _bounds(fragment, self._layout.height)
                )
            for placed in fragment.pictures:
                self._digest.update(placed.picture.whole + placed.picture.pixels)
            for link in fragment.links:
                part = fragment.part if link.slot is None else link.slot
                links.append(f"{self._link(link, structure.Link(fragment.block or 0, part), number)} 0 R")
        made.Annots = links
        made.Contents = FlateStream(content, memory=self._memory)
        made.__NoDefault__ = [*made.__NoDefault__, "StructParents", "Tabs"]
        made.StructParents = number
        made.Tabs = PDFName("S")  # links are reached in the order of the structure (PDF/UA-1 7.18.3)

    def _font_of(self, piece: TextPiece) -> PdfFont:
        return self._fonts[piece.setting.face]

    def _describe(self) -> None:
        """The catalog's entries that make an archive of the file: structure, metadata, output intent."""
        pdf = self._canvas._doc
        catalog = pdf.Catalog
        catalog.StructTreeRoot = f"{self._tagger.write(structure.structure_of(self._document))} 0 R"
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        metadata = self._document.metadata
        part = _PART_WITH_FILES if self._attachments else _PART
        catalog.Metadata = pdf.Reference(Stream(xmp_packet(metadata, part), "/Type /Metadata /Subtype /XML"))
        if self._attachments:
            attach(pdf, self._attachments, _date(metadata))
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = output_intent()

    def _link(self, link: Link, owner: structure.Link, page: int) -> int:
        """Keeps a link until all pages have numbers; the number of its annotation."""
        number = self._objects.number()
        self._links.append((number, link, self._tagger.annotation(owner, page, number)))
        return number

    def _write_links(self) -> None:
        for number, link, parent in self._links:
            top = self._layout.height - link.y
            box = f"{link.x:.2f} {top - link.height:.2f} {link.x + link.width:.2f} {top:.2f}"
            self._objects.add(
                number,
                f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F {_PRINTED_LINK} "
                f"/Contents {text_string(link.title)} /Dest {self._destination(link.anchor)} /StructParent {parent} >>",
            )

    def _destination(self, anchor: str) -> str:
        """The top of a heading, at the reader's own scale."""
        target = self._layout.targets[anchor]
        return f"[{self._pages[target.page]} 0 R /XYZ 0 {self._layout.height - target.y:.2f} 0]"

    def _write_outline(self) -> None:
        level = -1
        entries: list[OutlineEntry] = []
        for block in self._document.blocks:
            if isinstance(block, Heading):
                level = min(block.level - 1, level + 1)
                entries.append(OutlineEntry(level, _outline_title(block), self._destination(block.anchor)))
        number = write_outline(entries, self._objects)
        self._canvas._doc.Catalog.Outlines = number and f"{number} 0 R"
        self._canvas.showOutline()

    def _page_labels(self) -> None:
        """The printed numbers as page labels (ISO 32000-1 12.4.2); a run of digits that count on is one entry."""
        expected = ""
        for index, page in enumerate(self._layout.pages):
            if page.label.isdecimal():
                if page.label != expected:
                    self._canvas.addPageLabel(index, style="ARABIC", start=int(page.label))
                expected = str(int(page.label) + 1)
            else:
                self._canvas.addPageLabel(index, prefix=page.label)
                expected = ""


def _bounds(fragment: Fragment, height: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a figure, from the lower left corner of the page."""
    frames: tuple[Rectangle | PlacedPicture, ...] = (*fragment.rectangles, *fragment.pictures)
    boxes = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in frames]
    boxes += [
        (disc.x - disc.diameter / 2, disc.y - disc.diameter / 2, disc.x + disc.diameter / 2, disc.y + disc.diameter / 2)
        for disc in fragment.discs
    ]
    boxes += [(x, y, x, y) for line in fragment.polylines for x, y in line.points]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    tops = [box[1] for box in boxes] + [piece.y - piece.size for piece in fragment.texts]
    feet = [box[3] for box in boxes] + [piece.y + piece.size / 4 for piece in fragment.texts]
    return left, height - max(feet), right, height - min(tops)


def _outline_title(heading: Heading) -> str:
    number = heading.ordinal.text if heading.ordinal else ""
    gap = " " if number[-1:].isalnum() else ""
    return number + gap + inline_text(heading.inlines)


def _canvas(layout: Layout, metadata: Metadata) -> Canvas:
    """An empty canvas whose bytes depend on nothing outside."""
    pdfmetrics._fonts.setdefault(_NO_FONT, _NoFont())
    canvas = Canvas(
        BytesIO(),
        pagesize=(layout.width, layout.height),
        pageCompression=0,
        invariant=1,
        initialFontName=_NO_FONT,
        lang=metadata.language,
    )
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setKeywords(keywords(metadata))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # The clock and SOURCE_DATE_EPOCH reach ReportLab's own dates even in invariant mode; the report's date does not.
    stamp = _date(metadata)
    canvas._doc.info._dateFormatter = lambda *_: stamp
    return canvas


def _date(metadata: Metadata) -> str:
    return f"D:{metadata.date:%Y%m%d}000000+00'00'"


class _NoFont:
    """What a canvas begins its pages with, so that no page names a font it does not embed."""

    fontName = _NO_FONT
    _dynamicFont = 1
    _multiByte = 1

    class face:  # noqa: N801 - ReportLab reads it so
        """No face."""

        builtIn = 0

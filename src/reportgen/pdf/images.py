"""Pictures as image XObjects (ISO 32000-1 8.9.5), each once in a file, by a name that is its number."""

from reportlab.pdfbase.pdfdoc import PDFDocument

from reportgen.layout import Page, PlacedPicture
from reportgen.pdf.objects import FlateStream, Stream
from reportgen.pictures import Picture


class Images:
    """The pictures of one file, in the order they were first painted."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._names: dict[int, str] = {}

    def name(self, placed: PlacedPicture) -> str:
        """What content streams call a picture."""
        key = id(placed.picture)
        if key not in self._names:
            name = f"Im{len(self._names) + 1}"
            self._document.addForm(name, self._image(placed.picture))
            self._names[key] = name
        return str(self._document.getXObjectName(self._names[key]))

    def on(self, page: Page) -> list[str]:
        """The pictures of a page as ReportLab knows them, for its resources."""
        shown = (self._names[id(placed.picture)] for fragment in page.fragments for placed in fragment.pictures)
        return list(dict.fromkeys(shown))

    def _image(self, picture: Picture) -> Stream:
        """A JPEG as it is, all else as its pixels; what is transparent by a mask."""
        size = f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /BitsPerComponent 8"
        entries = f"{size} /ColorSpace /{'DeviceGray' if picture.is_grey else 'DeviceRGB'}"
        if picture.kind == "jpeg" and picture.whole:
            return Stream(picture.whole, f"{entries} /Filter /DCTDecode")
        if picture.alpha is not None:
            mask = self._document.Reference(FlateStream(picture.alpha, f"{size} /ColorSpace /DeviceGray"))
            entries += f" /SMask {mask.format(self._document).decode('ascii')}"
        return FlateStream(picture.pixels, entries)

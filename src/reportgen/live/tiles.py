"""Finished pages as pictures, in tiles, so that at any size only what can be seen is drawn."""

import threading
from io import BytesIO

import pypdfium2

TILE = 1024
"""Pixels of a tile's sides."""

SHARPEST = 16.0
"""Pixels to the point at most: eight times the size, on a screen of two pixels to one."""

_FINE = 2.5
"""Pixels to the point below which a tile is drawn twice as large and made small: pdfium thins small Chinese text."""


class TileDrawer:
    """Draws the pages of one PDF. pdfium does one thing at a time, so all drawers share a lock."""

    _one_at_a_time = threading.Lock()

    def __init__(self, pdf: bytes) -> None:
        with self._one_at_a_time:
            self._document = pypdfium2.PdfDocument(pdf)

    def tile(self, page: int, scale: float, column: int, row: int) -> bytes | None:
        """The PNG of a tile at a number of pixels to the point; None where there is none."""
        scale = min(scale, SHARPEST)
        with self._one_at_a_time:
            if not 0 <= page < len(self._document):
                return None
            sheet = self._document[page]
            width, height = sheet.get_size()
            side = TILE / scale
            left, top = column * side, row * side
            if not (0 <= left < width and 0 <= top < height):
                return None
            crop = (left, max(0.0, height - top - side), max(0.0, width - left - side), top)
            finer = 2 if scale < _FINE else 1
            picture = sheet.render(scale=scale * finer, crop=crop).to_pil()
        content = BytesIO()
        picture.reduce(finer).save(content, "PNG", compress_level=1)
        return content.getvalue()

    def close(self) -> None:
        """Gives back what pdfium holds."""
        with self._one_at_a_time:
            self._document.close()

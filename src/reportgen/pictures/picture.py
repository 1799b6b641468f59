"""A picture as read: its pixels, and the data that writers may embed unchanged."""

from typing import Literal

from msgspec import Struct

Kind = Literal["png", "jpeg", "svg"]


class Picture(Struct, frozen=True):
    """A picture of ``width`` by ``height`` pixels, row by row from the top.

    ``pixels`` has one byte a pixel where ``is_grey``, else three: red, green, blue. ``alpha`` is the opacity of each,
    None where all are opaque. ``whole`` is an unchanged JPEG file, which has no ``pixels``, or a cleaned SVG drawing.
    """

    kind: Kind
    width: int
    height: int
    is_grey: bool
    pixels: bytes
    alpha: bytes | None = None
    whole: bytes = b""

    def printed(self, height: float, widest: float) -> tuple[float, float]:
        """Width and height in print, in points: ``height``, or less where it would be wider than ``widest``."""
        width = height * self.width / self.height
        return (width, height) if width <= widest else (widest, widest * self.height / self.width)

"""A picture as it was read: its pixels, and what writers may pass on as it is."""

from typing import Literal

from msgspec import Struct

Kind = Literal["png", "jpeg", "svg"]


class Picture(Struct, frozen=True):
    """A picture of ``width`` by ``height`` pixels, row by row from the top.

    ``pixels``: a byte each where ``is_grey``, else red, green and blue; ``alpha``: how opaque each is, None where all
    are. ``whole`` is a JPEG file as it is, in which case there are no ``pixels``, or an SVG drawing, cleaned.
    """

    kind: Kind
    width: int
    height: int
    is_grey: bool
    pixels: bytes
    alpha: bytes | None = None
    whole: bytes = b""

    def printed(self, height: float, widest: float) -> tuple[float, float]:
        """Width and height in print, in points: so high, or as high as the greatest width allows."""
        width = height * self.width / self.height
        return (width, height) if width <= widest else (widest, widest * self.height / self.width)

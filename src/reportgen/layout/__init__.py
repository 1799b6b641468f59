"""The document broken into lines and pages: boxes with positions in points, no PDF in them."""

from reportgen.layout.layout import lay_out
from reportgen.layout.page_types import (
    ASIDE,
    LABEL,
    Disc,
    Dots,
    Fragment,
    Layout,
    Link,
    LooseLine,
    MissingCharacter,
    Page,
    PlacedPicture,
    Polyline,
    Rectangle,
    Target,
    TextPiece,
    Watermark,
)
from reportgen.layout.turns import as_laid_out

__all__ = [
    "ASIDE",
    "LABEL",
    "Disc",
    "Dots",
    "Fragment",
    "Layout",
    "Link",
    "LooseLine",
    "MissingCharacter",
    "Page",
    "PlacedPicture",
    "Polyline",
    "Rectangle",
    "Target",
    "TextPiece",
    "Watermark",
    "as_laid_out",
    "lay_out",
]

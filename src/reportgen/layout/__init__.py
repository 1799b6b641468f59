"""The document broken into lines and pages: boxes with positions in points, no PDF in them."""

from reportgen.layout.layout import lay_out
from reportgen.layout.model import (
    LABEL,
    Dots,
    Fragment,
    Layout,
    Link,
    LooseLine,
    MissingCharacter,
    Page,
    PlacedPicture,
    Rectangle,
    Target,
    TextPiece,
    Watermark,
)
from reportgen.layout.turns import with_turns

__all__ = [
    "LABEL",
    "Dots",
    "Fragment",
    "Layout",
    "Link",
    "LooseLine",
    "MissingCharacter",
    "Page",
    "PlacedPicture",
    "Rectangle",
    "Target",
    "TextPiece",
    "Watermark",
    "lay_out",
    "with_turns",
]

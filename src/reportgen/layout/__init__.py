"""The document broken into lines and pages: boxes with positions in points, no PDF in them."""

from reportgen.layout.layout import lay_out
from reportgen.layout.model import (
    Dots,
    Fragment,
    Layout,
    Link,
    MissingCharacter,
    Page,
    Rectangle,
    Target,
    TextPiece,
)

__all__ = [
    "Dots",
    "Fragment",
    "Layout",
    "Link",
    "MissingCharacter",
    "Page",
    "Rectangle",
    "Target",
    "TextPiece",
    "lay_out",
]

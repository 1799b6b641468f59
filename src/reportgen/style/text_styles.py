"""The types of fonts and texts in a style sheet."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from reportgen.source import pattern
from reportgen.style.lengths import Length
from reportgen.style.roles import Align, TextStart

WordFont = Annotated[str, pattern(r".{1,31}", "word-font-invalid")]
"""The name of a font in Word, at most as long as Windows allows (LF_FACESIZE)."""


class FaceChoice(Struct, frozen=True):
    """A face by any name in its file; ``weight`` pins a variable font, or asks for the file of that weight."""

    shorthand: ClassVar[str] = "name"

    name: str
    weight: Annotated[int, Meta(ge=1, le=1000)] | None = None

    def __str__(self) -> str:
        return self.name if self.weight is None else f"{self.name} {self.weight}"


class FontStyle(Struct, frozen=True, kw_only=True):
    """A font role: the faces the PDF may use, of which the first available is used, and the names written for Word.

    ``latin`` and ``figures`` are faces for Latin text and for numbers. If none is available or named, figures print in
    the Latin face and Latin text in the role's own.
    """

    faces: Annotated[tuple[FaceChoice, ...], Meta(min_length=1)]
    word: WordFont
    word_latin: WordFont
    latin: tuple[FaceChoice, ...] = ()
    figures: tuple[FaceChoice, ...] = ()


def bold_role(font: str) -> str:
    """The name that a book of fonts has for a font role in bold."""
    return f"{font} bold"


class Rule(Struct, frozen=True, kw_only=True):
    """A line below or above a paragraph, at a distance of ``gap`` from its text.

    It is as wide as the room of the text, or ``width`` from its left edge.
    """

    thickness: Length
    colour: str
    gap: Length = Length(0.0, "pt")
    side: Literal["above", "below"] = "below"
    width: Length | None = None


class TextStyle(Struct, frozen=True, kw_only=True):
    """How a paragraph looks. Missing fields come from its parent role (``PARENT_ROLES``), then from ``base``.

    ``bold``: the heavier weight of its font, in both files. ``hang``: the width kept for the ordinal or bullet, with
    all lines starting after it; 0 sets it inline.
    ``keep_lines``: all of its lines stay on one page. ``pad``: how far ``fill`` extends beyond the text on every side.
    """

    font: str | None = None
    bold: bool | None = None
    size: Length | None = None
    line: Length | None = None
    colour: str | None = None
    align: Align | None = None
    first_line: Length | None = None
    hang: Length | None = None
    left: Length | None = None
    right: Length | None = None
    before: Length | None = None
    after: Length | None = None
    start: TextStart | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    fill: str | None = None
    pad: Length | None = None
    rule: Rule | None = None


class DotsStyle(Struct, frozen=True, kw_only=True):
    """着重号, dots under characters (T56): their diameter, and the distance of their middles from the em box."""

    size: Length = Length(0.16, "em")
    gap: Length = Length(0.16, "em")


class RunStyle(Struct, frozen=True, kw_only=True):
    """How a run of text differs from its paragraph: a ``size`` of its own, or a ``scale`` of the paragraph's.

    ``rise`` is above the baseline. ``bold``: the heavier weight of its font, or in bold text the lighter; in both
    files. ``pad``: how far ``fill`` extends to the left and right of the text. ``gap``: its distance from the text
    before it, whatever blanks it begins with. ``dots`` are put under its characters.
    """

    font: str | None = None
    bold: bool | None = None
    colour: str | None = None
    fill: str | None = None
    size: Length | None = None
    scale: Annotated[float, Meta(ge=0.1, le=10)] = 1.0
    rise: Length = Length(0.0, "pt")
    pad: Length = Length(0.0, "pt")
    gap: Length | None = None
    dots: DotsStyle | None = None

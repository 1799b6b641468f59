"""Where the texts of a document were written: in a report, or in the style sheet, and at which path."""

from typing import Literal

from msgspec import Struct

from reportgen.diagnostics import FieldPath

OriginFile = Literal["report", "old", "sheet"]
"""The report, or the newer one of a comparison; the older one; the style sheet with those it extends."""


class Origin(Struct, frozen=True):
    """A file, and the path of the field in it that a text was written in."""

    path: FieldPath
    file: OriginFile = "report"


def in_sheet(*path: str | int) -> Origin:
    """The origin of a word of the style sheet."""
    return Origin(path, "sheet")

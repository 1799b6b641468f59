"""A sheet with a side column, for what must hold of any."""

from functools import cache

from msgspec.structs import replace

from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.style import ColumnText, Length, PartStyle, SectionStyle, SideStyle, StyleSheet, TextStyle
from tests.support import CLASSIC, examine, fitted, sheet_named

TEXTS: tuple[ColumnText, ...] = ("salutation", "opening", "reviews", "closing", "signature")


def millimetres(length: float) -> Length:
    """A length as a sheet has it."""
    return Length(length, "mm")


@cache
def side_sheet(*, facing: bool = True) -> StyleSheet:
    """The classic sheet with 34 mm beside 127 mm of text, as ``plenary`` has it, without its cards and plan."""
    classic = sheet_named(CLASSIC)
    page = replace(
        classic.page,
        left=millimetres(24),
        right=millimetres(24),
        facing=facing,
    )
    side = SideStyle(
        texts=TEXTS, inner=millimetres(16), width=millimetres(34), gap=millimetres(6), outer=millimetres(27)
    )
    large = {"side-ordinal": 54.0, "side-number": 22.0, "side-label": 9.0, "side-figure": 25.0, "side-change": 9.0}
    styles = {
        role: TextStyle(size=Length(size, "pt"), line=Length(size, "pt"), align="left", first_line=Length(0, "pt"))
        for role, size in large.items()
    }
    part = PartStyle(ordinal="{一}", sections=SectionStyle(ordinal="{1}"))
    return replace(
        classic,
        description=f"beside {facing}",
        page=page,
        side=side,
        reviews=part,
        tasks=part,
        cards=None,
        plan=None,
        contents=None,
        cover=(),
        colophon=(),
        text={**classic.text, **styles},
    )


def laid_out(report: str, sheet: StyleSheet) -> Layout:
    """The pages of a report."""
    document = examine(report, style=sheet).composed
    made = fitted(sheet, document)
    return lay_out(document, made, _book(made.style.description))


@cache
def _book(description: str) -> FontBook:
    sheet = side_sheet(facing=description.endswith("True"))
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return book

"""A sheet with a side column, for what must hold of any."""

from functools import cache

from msgspec.structs import replace

from reportgen.document import Document
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.style import (
    ChartSize,
    ColumnText,
    Length,
    PartStyle,
    SectionStyle,
    SideStyle,
    SmallChartStyle,
    StyleSheet,
    TextStyle,
)
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
        texts=TEXTS,
        indented=("tasks",),
        inner=millimetres(16),
        width=millimetres(34),
        gap=millimetres(6),
        outer=millimetres(27),
        chart=ChartSize(width=millimetres(34), height=millimetres(12)),
    )
    large = {"side-ordinal": 54.0, "side-number": 22.0, "side-label": 9.0, "side-figure": 25.0, "side-change": 9.0}
    styles = {
        role: TextStyle(size=Length(size, "pt"), line=Length(size + 6, "pt"), align="left", first_line=Length(0, "pt"))
        for role, size in large.items()
    }
    text = {role: each for role, each in classic.text.items() if role not in ("band", "heading-1", "intro")}
    part = PartStyle(ordinal="{一}", sections=SectionStyle(ordinal="{1}"))
    return replace(
        classic,
        description=f"beside {facing}",
        page=page,
        side=side,
        small_charts=SmallChartStyle(colour="accent", past="clay", axis="warm"),
        reviews=part,
        tasks=part,
        cards=None,
        plan=None,
        contents=None,
        cover=(),
        colophon=(),
        text={**text, **styles, "heading-1": TextStyle(size=Length(28, "pt"), line=Length(42, "pt"))},
    )


def laid_out(report: str, sheet: StyleSheet) -> Layout:
    """The pages of a report."""
    return laid_out_document(examine(report, style=sheet).composed, sheet)


def laid_out_document(document: Document, sheet: StyleSheet) -> Layout:
    """The pages of a document."""
    made = fitted(sheet, document)
    return lay_out(document, made, _book(made.style.description))


@cache
def _book(description: str) -> FontBook:
    sheet = side_sheet(facing=description.endswith("True"))
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return book


_HEAD = "schema: 1\nyear: 2025\ntitle: 工作报告\nmetrics:\n  提案: {label: 征集提案, value: 437, unit: 件}\n"
_SECTION = (
    "    - title: 办好身边小事\n      lead: 群众在哪里，履职就跟进到哪里。\n      items:\n"
    "        - {title: 提案办理, text: 全年征集提案【提案】，" + "办成了一批群众急难愁盼的事，" * 20 + "都好。}\n"
)
_SHORT = "    - {title: 办好小事, items: [全年征集提案【提案】。]}\n"
_REVIEWS = f"{_HEAD}reviews:\n  title: 工作回顾\n  intro: 一年来。\n  sections:\n"
SECTIONS = _REVIEWS + _SECTION * 6
"""Six sections of a third of a page, each showing a metric."""

SHORT_SECTIONS = _REVIEWS + _SHORT * 30
"""Thirty sections of a line, each showing a metric."""

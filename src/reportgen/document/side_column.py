"""The side column: which texts it is beside, and what stands in it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from reportgen.document.block_types import Block, CellBlock, Heading, Paragraph, Run, text_block
from reportgen.document.metric_cards import metric_change
from reportgen.document.metric_charts import small_chart
from reportgen.document.metric_grids import metric_figure
from reportgen.document.origins import Origin
from reportgen.report import Figures
from reportgen.style import (
    COLOPHON_ROLES,
    SIDE_ROLES,
    SIGNATURE_ROLES,
    BlockLook,
    BlockRole,
    PreparedSheet,
    SideArea,
    StyleSheet,
)
from reportgen.text.characters import printable

_WHOLE_WIDTH: tuple[BlockRole, ...] = (*COLOPHON_ROLES, "task", "task-lead", "task-point", "task-text")
"""Roles that are beside no side column, whatever part they are in."""


_CLEAR = 1.0
"""Points."""


def side_of(block: Block, sheet: PreparedSheet) -> SideArea | None:
    """The area that a block is set in; None where it has the whole type area."""
    text, style = text_block(block), sheet.style.side
    if text is None or style is None or sheet.side is None:
        return None
    if text.origin.file != "report" or text.role in _WHOLE_WIDTH:
        return None
    name = "signature" if text.role in SIGNATURE_ROLES.values() else next(iter(text.origin.path), None)
    if name in style.texts:
        return sheet.side.texts
    return sheet.side.indented if name in style.indented else None


def side_role(block: Block, sheet: PreparedSheet) -> BlockRole | None:
    """The role of the ordinal of a heading that stands in the side column; None where there is none."""
    if not isinstance(block, Heading) or block.ordinal is None or side_of(block, sheet) is None:
        return None
    return SIDE_ROLES.get(block.level)


def ordinal_drop(heading_level: int, ordinal: BlockLook) -> float:
    """How far an ordinal in the side column is below the baseline of its heading, in points; that of a part half of it.

    It then begins about as high as the title, and no program that reads a PDF takes both for one line, sorts the text
    of the line by its place, and says the title twice (pdfium, on left-hand pages).
    """
    return ordinal.size / 2 + _CLEAR if heading_level == 1 else 0.0


def with_figure(heading: Heading, text: Iterable[Block], figures: Figures, sheet: StyleSheet) -> Heading:
    """A heading with the first metric that the text under it shows in the side column, where the sheet asks for it."""
    if sheet.side is None or not sheet.side.figures or heading.origin.path[0] not in sheet.side.texts:
        return heading
    runs = (run for block in map(text_block, text) if block for run in block.inlines)
    name = next((run.metric for run in runs if run.metric), None)
    return replace(heading, beside=tuple(_beside(name, figures, sheet))) if name else heading


def _beside(name: str, figures: Figures, sheet: StyleSheet) -> Iterator[CellBlock]:
    """Label, figure and change of a metric, as on cards, and its small chart."""
    origin = Origin(("metrics", name))
    yield Paragraph("side-label", (Run(printable(figures.report.metrics[name].label)),), origin)
    yield Paragraph("side-figure", metric_figure(name, figures, "side-unit"), origin)
    if change := metric_change(name, figures, sheet.cards):
        yield Paragraph("side-change", change, origin)
    has_chart = sheet.side is not None and sheet.side.chart is not None
    chart = small_chart(name, figures, sheet.small_charts, "side") if has_chart and sheet.small_charts else None
    if chart:
        yield chart

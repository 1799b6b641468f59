"""How wide the columns of a table are: by the shares of the style sheet, or by what they hold."""

from reportgen.document.block_types import FIGURE_COLUMN, Inlines, Table, inline_text
from reportgen.document.plain_text import number_end
from reportgen.style import BlockRole, PreparedSheet
from reportgen.text.characters import BOLD_DIGIT_WIDTH, rough_width


def column_widths(table: Table, sheet: PreparedSheet) -> list[float]:
    """The widths in points, the whole type area between them; Word and the PDF have the same, whatever their fonts."""
    style, across = sheet.style.tables, sheet.area.width
    if style.columns == "content" and FIGURE_COLUMN in table.columns:
        natural = [_natural(table, place, sheet) for place in range(len(table.columns))]
        least = figure_widths(table, sheet)[0] + 2 * _inset("table-cell", sheet)
        return _by_content(natural, table.columns.index(FIGURE_COLUMN), least, across)
    shares = [float(getattr(style, column)) for column in table.columns]
    return [across * share / sum(shares) for share in shares]


def figure_widths(table: Table, sheet: PreparedSheet) -> tuple[float, float]:
    """The widest number of the column of figures up to its last digit, and the widest of what follows one, in points.

    As wide as in any font in use, so that Word and the PDF have the room.
    """
    column, size = table.columns.index(FIGURE_COLUMN), sheet.looks.block("table-cell").size
    texts = [inline_text(row[column]) for row in table.rows]
    ends = [number_end(text) for text in texts]
    numbers = (rough_width(text[:end], BOLD_DIGIT_WIDTH) for text, end in zip(texts, ends, strict=True))
    others = (rough_width(text[end:], BOLD_DIGIT_WIDTH) for text, end in zip(texts, ends, strict=True))
    return max(numbers, default=0.0) * size, max(others, default=0.0) * size


def _natural(table: Table, place: int, sheet: PreparedSheet) -> float:
    """How wide a column would be with every cell on one line."""
    cells = max((_width(row[place], "table-cell", sheet) for row in table.rows), default=0.0)
    if table.columns[place] == FIGURE_COLUMN:
        cells = max(cells, sum(figure_widths(table, sheet)) + 2 * _inset("table-cell", sheet))
    return max(cells, _width(table.head[place], "table-head", sheet))


def _width(cell: Inlines, role: BlockRole, sheet: PreparedSheet) -> float:
    text = rough_width(inline_text(cell), BOLD_DIGIT_WIDTH) * sheet.looks.block(role).size
    return text + 2 * _inset(role, sheet)


def _inset(role: BlockRole, sheet: PreparedSheet) -> float:
    look = sheet.looks.block(role)
    return sheet.style.tables.inset.points(look.size, look.line)


def _by_content(natural: list[float], figures: int, least: float, across: float) -> list[float]:
    """All columns as wide as they would be, with what is left shared out alike, where there is the room.

    Else a column that needs no more than an equal part has its own width. The column of ``figures`` has an equal part,
    or the ``least`` that its numbers ask for. The others share the rest, half of it alike, half in proportion to what
    they hold.
    """
    if sum(natural) <= across:
        return [width + (across - sum(natural)) / len(natural) for width in natural]
    widths = list(natural)
    widths[figures] = min(natural[figures], max(least, across / len(natural)), across / 2)
    left = across - widths[figures]
    wide = {place: width for place, width in enumerate(natural) if place != figures}
    while narrow := [place for place, width in wide.items() if width <= left / len(wide)]:
        left -= sum(wide.pop(place) for place in narrow)
    for place, width in wide.items():
        widths[place] = left / 2 / len(wide) + left / 2 * width / sum(wide.values())
    widths[figures] += across - sum(widths)
    return widths

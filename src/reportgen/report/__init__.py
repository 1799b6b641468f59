"""One year's report as a validated, immutable value: its types, its numbers, its references."""

from reportgen.report.checking import Reading, names_in_reports, read_report
from reportgen.report.figures import Figures, Metrics, YearlyChange, changes_of, overruled, resolve
from reportgen.report.metrics import is_percent, print_change, print_figure, print_number, quantity_of, same_unit
from reportgen.report.model import PARTS, Item, Metric, Part, Report, Section, Term
from reportgen.report.numbers import EXACT, FULL_WIDTH, POWERS, Grouping, Number, group_digits
from reportgen.report.references import (
    Aspect,
    Emphasis,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Piece,
    Reference,
    Unclosed,
    parse_text,
    placed_pieces,
    references_in,
)

__all__ = [
    "EXACT",
    "FULL_WIDTH",
    "PARTS",
    "POWERS",
    "Aspect",
    "Emphasis",
    "Figures",
    "Grouping",
    "Item",
    "Joint",
    "LineBreak",
    "Literal",
    "Metric",
    "Metrics",
    "Number",
    "ParagraphEnd",
    "Part",
    "Piece",
    "Reading",
    "Reference",
    "Report",
    "Section",
    "Term",
    "Unclosed",
    "YearlyChange",
    "changes_of",
    "group_digits",
    "is_percent",
    "names_in_reports",
    "overruled",
    "parse_text",
    "placed_pieces",
    "print_change",
    "print_figure",
    "print_number",
    "quantity_of",
    "read_report",
    "references_in",
    "resolve",
    "same_unit",
]

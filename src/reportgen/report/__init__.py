"""One year's report as a validated, immutable value: its types, its numbers, its references."""

from reportgen.report.checking import Reading, check_changes, check_history, names_in_reports, read_report
from reportgen.report.figures import Change, Figures, resolve
from reportgen.report.metrics import print_change, print_figure, print_number, quantity_of
from reportgen.report.model import PARTS, Item, Metric, Part, Report, Section, Term
from reportgen.report.numbers import Grouping, Number
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
)
from reportgen.report.schema import json_schema, schema_text

__all__ = [
    "PARTS",
    "Aspect",
    "Change",
    "Emphasis",
    "Figures",
    "Grouping",
    "Item",
    "Joint",
    "LineBreak",
    "Literal",
    "Metric",
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
    "check_changes",
    "check_history",
    "json_schema",
    "names_in_reports",
    "parse_text",
    "print_change",
    "print_figure",
    "print_number",
    "quantity_of",
    "read_report",
    "resolve",
    "schema_text",
]

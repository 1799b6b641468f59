"""One year's report as a validated, immutable value: its types, its numbers, its references."""

from reportgen.report.checking import Reading, names_in_reports, read_report
from reportgen.report.figures import Figures, Metrics, changes_of, metric_by_year, overruled, resolve
from reportgen.report.metric_printing import (
    is_amount,
    is_percent,
    print_figure,
    print_number,
    quantity_of,
    same_unit,
)
from reportgen.report.numbers import EXACT, FULL_WIDTH, PENDING, POWERS, Grouping, Number, group_digits
from reportgen.report.references import (
    YEAR_NAMES,
    Aspect,
    Reference,
    Unclosed,
    parse_text,
    references_in,
)
from reportgen.report.report_types import PARTS, Item, Metric, Part, Report, Section, Term

__all__ = [
    "EXACT",
    "FULL_WIDTH",
    "PARTS",
    "PENDING",
    "POWERS",
    "YEAR_NAMES",
    "Aspect",
    "Figures",
    "Grouping",
    "Item",
    "Metric",
    "Metrics",
    "Number",
    "Part",
    "Reading",
    "Reference",
    "Report",
    "Section",
    "Term",
    "Unclosed",
    "changes_of",
    "group_digits",
    "is_amount",
    "is_percent",
    "metric_by_year",
    "names_in_reports",
    "overruled",
    "parse_text",
    "print_figure",
    "print_number",
    "quantity_of",
    "read_report",
    "references_in",
    "resolve",
    "same_unit",
]

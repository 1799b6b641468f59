"""An example for each code that a report file can meet and that is no rule's: a rule's page is its docstring."""

from reportgen.diagnostics.example import HEADER, Example
from reportgen.diagnostics.examples_of_content import OF_CONTENT
from reportgen.diagnostics.examples_of_shape import OF_SHAPE
from reportgen.diagnostics.examples_of_slips import OF_SLIPS
from reportgen.diagnostics.examples_of_structure import OF_STRUCTURE

__all__ = ["EXAMPLES", "HEADER", "Example"]

EXAMPLES: dict[str, Example] = OF_SLIPS | OF_STRUCTURE | OF_SHAPE | OF_CONTENT

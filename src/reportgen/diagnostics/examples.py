"""An example for each code of report files that no rule reports; a rule's docstring is its own page."""

from reportgen.diagnostics.example import HEADER, Example
from reportgen.diagnostics.examples_content import CONTENT_EXAMPLES
from reportgen.diagnostics.examples_shape import SHAPE_EXAMPLES
from reportgen.diagnostics.examples_slips import SLIP_EXAMPLES
from reportgen.diagnostics.examples_structure import STRUCTURE_EXAMPLES

__all__ = ["EXAMPLES", "HEADER", "Example"]

EXAMPLES: dict[str, Example] = SLIP_EXAMPLES | STRUCTURE_EXAMPLES | SHAPE_EXAMPLES | CONTENT_EXAMPLES

"""The one form of a report file: order, indentation, quotes, one sentence a line. Changes no meaning."""

from reportgen.formatting.formatting import format_text
from reportgen.formatting.meaning import same_meaning
from reportgen.formatting.mending import Mend, mend, mends

__all__ = ["Mend", "format_text", "mend", "mends", "same_meaning"]

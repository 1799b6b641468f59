"""The one form of a report file: order, indentation, quotes, one sentence a line. Changes no meaning."""

from reportgen.formatting.fixes import Mend, mend, mends
from reportgen.formatting.formatting import format_text
from reportgen.formatting.meaning import same_meaning

__all__ = ["Mend", "format_text", "mend", "mends", "same_meaning"]

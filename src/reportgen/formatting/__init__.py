"""The canonical form of a report file: order, indentation, quotes, one sentence a line. Changes no meaning."""

from reportgen.formatting.fixes import AppliedFix, FixedText, apply_fixes
from reportgen.formatting.formatting import format_text
from reportgen.formatting.meaning import same_meaning

__all__ = ["AppliedFix", "FixedText", "apply_fixes", "format_text", "same_meaning"]

"""Rules that check the content of a report, one file each. The table of codes and the workspace set their severity.

The rules themselves are imported by ``checking`` alone, and so only where a report is checked.
"""

from reportgen.rules.lexicon import Lexicon, read_lexicon
from reportgen.rules.settings import Ignored, apply_severities, read_ignored, read_settings
from reportgen.rules.settings_types import Settings

__all__ = [
    "Ignored",
    "Lexicon",
    "Settings",
    "apply_severities",
    "read_ignored",
    "read_lexicon",
    "read_settings",
]

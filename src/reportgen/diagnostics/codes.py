"""The one table of codes: the name of each diagnostic, its severity, and its sentence in both languages.

Names in braces are filled in from ``Diagnostic.words``. Sentences are about the file, not about YAML or Python.
``docs/checks.md`` lists the codes in this order.
"""

from reportgen.diagnostics.code import Code
from reportgen.diagnostics.codes_commands import COMMAND_CODES
from reportgen.diagnostics.codes_figures import FIGURE_CODES
from reportgen.diagnostics.codes_lexicon import LEXICON_CODES
from reportgen.diagnostics.codes_output import OUTPUT_CODES
from reportgen.diagnostics.codes_pictures import PICTURE_CODES
from reportgen.diagnostics.codes_press import PRESS_CODES
from reportgen.diagnostics.codes_proofreading import PROOFREADING_CODES
from reportgen.diagnostics.codes_reading import READING_CODES
from reportgen.diagnostics.codes_report import REPORT_CODES
from reportgen.diagnostics.codes_style import STYLE_CODES
from reportgen.diagnostics.codes_text import TEXT_CODES

CODES: dict[str, Code] = (
    COMMAND_CODES
    | READING_CODES
    | REPORT_CODES
    | TEXT_CODES
    | FIGURE_CODES
    | PROOFREADING_CODES
    | LEXICON_CODES
    | STYLE_CODES
    | PICTURE_CODES
    | OUTPUT_CODES
    | PRESS_CODES
)

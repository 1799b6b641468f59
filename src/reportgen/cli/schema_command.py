"""``reportgen schema``."""

import sys

from reportgen.report.json_schema import json_schema
from reportgen.source.schema_builder import schema_text


def run_schema() -> int:
    """Prints the JSON Schema of report files, in UTF-8 whatever the console's encoding, since it goes into a file."""
    sys.stdout.buffer.write(schema_text(json_schema()).encode("utf-8"))
    return 0

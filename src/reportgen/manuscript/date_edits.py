"""The date of the report, which a file writes in another form than it prints in."""

import re

from reportgen.manuscript.line_changes import FieldEdit
from reportgen.source import Scalar
from reportgen.text.dates import DATE, chinese_date, read_date

DATE_PATH = ("date",)


def date_edit(printed: str, text: str, node: Scalar) -> FieldEdit | None:
    """What a printed line that says the date becomes in the file, in the form the date has there.

    None where the line has no date any more, or another change than that of its date.
    """
    before, after = (re.search(DATE, each) for each in (printed, text))
    date = read_date(after.group()) if after else None
    if before is None or after is None or date is None:
        return None
    if text[: after.start()] + text[after.end() :] != printed[: before.start()] + printed[before.end() :]:
        return None
    return FieldEdit(DATE_PATH, 0, len(node.text), date.isoformat() if "-" in node.text else chinese_date(date))

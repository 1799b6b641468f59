"""The lines after the text: who signs, and when."""

import re
from collections.abc import Sequence

from msgspec import Struct

from reportgen.manuscript.lines import Line
from reportgen.text.dates import read_date

_BODY = re.compile(r"[^。！？；：，]{2,40}(?:会|委|局|院|厅|室|府|组|协|部|校|司|团)")
"""The name of an organization, by its last character."""


class EndMatter(Struct, frozen=True):
    """The signature and its date as fields, and the lines without them."""

    fields: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


def read_end(lines: Sequence[Line]) -> EndMatter:
    """The last name of an organization that has a line of its own, with a date under it (GB/T 9704-2012 7.3.5)."""
    for place in range(len(lines) - 1, 0, -1):
        signature, date = lines[place - 1 : place + 1]
        if read_date(date.text) is not None and _is_name(signature):
            fields = (("signature", signature.text), ("date", date.text))
            return EndMatter(fields, (*lines[: place - 1], *lines[place + 1 :]))
    return EndMatter((), tuple(lines))


def _is_name(line: Line) -> bool:
    in_text = line.heading is not None or line.ordinal is not None or line.paragraph.list_level is not None
    return not in_text and line.paragraph.cell is None and bool(_BODY.fullmatch(line.text))

"""The text of the stamp in the properties of a Word file: where we write it, or where other programs left it."""

import re
from collections.abc import Mapping
from html import unescape

from reportgen.document import read_stamp
from reportgen.document.stamp import LONGEST_STAMP

_PLACES = {
    "docProps/core.xml": re.compile(rb"<dc:identifier>([^<]{0,%d})</dc:identifier>" % LONGEST_STAMP),
    "docProps/custom.xml": re.compile(
        rb'<property [^<>]{0,200}name="reportgen"[^<>]{0,200}>\s{0,100}<vt:lpwstr>([^<]{0,%d})</vt:lpwstr>'
        % LONGEST_STAMP
    ),
}
STAMPED_PARTS = frozenset(_PLACES)


def stamp_text(parts: Mapping[str, bytes]) -> str:
    """The stamp as written, empty without one; an identifier that is none leads on to the other place."""
    found = (pattern.search(parts.get(name, b"")) for name, pattern in _PLACES.items())
    texts = (unescape(each.group(1).decode("utf-8", "replace")) for each in found if each)
    return next((text for text in texts if read_stamp(text)), "")

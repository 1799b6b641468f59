"""Colour, on terminals only: the one table of roles and how each looks."""

import os
import sys
from typing import TextIO

from reportgen.diagnostics import Paint

_LOOKS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "sentence": "1",
    "margin": "34",
    "help": "32",
    "came": "32",
    "went": "31",
}
"""Select Graphic Rendition codes (ECMA-48 8.3.117)."""


def painter(file: TextIO) -> Paint:
    """Dresses texts for a terminal that shows colours; leaves them plain for anything else, and under NO_COLOR."""
    return _painted if shows_colours(file) else _plain


def _painted(role: str, text: str) -> str:
    return f"\x1b[{_LOOKS[role]}m{text}\x1b[0m"


def _plain(role: str, text: str) -> str:
    del role
    return text


def shows_colours(file: TextIO) -> bool:
    """Whether a stream is a terminal that shows colours, and NO_COLOR is not set."""
    if not file.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The old Windows console prints the codes; the new one, and the terminals of editors, say who they are.
    return sys.platform != "win32" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM"))

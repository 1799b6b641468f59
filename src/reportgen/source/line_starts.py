"""What a line of YAML begins with: a dash, a key."""

import re

from reportgen.source.marks import BLANK, BLANKS, blanks_end
from reportgen.text.lazy_pattern import LazyPattern

INDICATORS = tuple("#'\"[]{},&*!|>%@`")
"""What no plain text of YAML begins with."""

_BLANKS = f"[{BLANKS}]"
# A regex range of Han takes a millisecond to compile; so words are \\w, and what is not a key is excluded afterwards.
_KEY = rf"[^\s:{re.escape(''.join(INDICATORS))}-](?:{_BLANKS}*+[^:#{BLANK} \t])*+|\"[^\"]*\"|'[^']*'"
_VALID_KEY = LazyPattern(rf"({_KEY})({_BLANKS}*):(?:({_BLANKS}+)|$)", signs=":")
_PLAIN_KEY = re.compile(r"(\w+)():(?:( +)|$)")
"""A key as most are: what ``_VALID_KEY`` finds too, where no odd blank follows."""


def behind_dash(line: str, position: int) -> int:
    """Where the entry begins whose dash is at a position of a line; 0 where there is no dash."""
    if not line.startswith("-", position):
        return 0
    end = blanks_end(line, position + 1)
    return end if end > position + 1 or end == len(line) else 0


def key_at(line: str, position: int) -> re.Match[str] | None:
    """The key that is at a position of a line, with its blanks and its colon; None where there is none to YAML."""
    plain = _PLAIN_KEY.match(line, position)
    if plain is not None and line[plain.end() : plain.end() + 1].isprintable():
        return plain
    return _VALID_KEY.match(line, position)

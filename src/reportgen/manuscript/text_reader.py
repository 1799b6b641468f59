"""Plain text as a manuscript: a line is a paragraph, unless the whole file is wrapped at one width."""

from collections.abc import Sequence

from reportgen.manuscript.manuscript_types import Look, Manuscript, Paragraph, Span
from reportgen.text.characters import is_chinese

_NARROWEST, _WIDEST = 20, 60
"""Chinese characters of a line that an editor wraps at."""

_FULL = 2
"""Characters by which a wrapped line may be short: marks that must not begin a line go down with their neighbours."""

_SHARE = 0.3
"""The share of full lines in a file that is wrapped."""

_BLANKS = " \t\u3000\u00a0"


def read_text(text: str) -> Manuscript:
    """The manuscript of a text file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    width = _wrapped_at(lines)
    paragraphs = lines if width is None else _unwrapped(lines, width)
    return Manuscript(tuple(Paragraph(spans=(Span(line, Look()),) if line else ()) for line in paragraphs))


def _columns(line: str) -> int:
    """The width of a line in half characters."""
    return sum(2 if is_chinese(each) or each == "\u3000" else 1 for each in line)


def _wrapped_at(lines: Sequence[str]) -> int | None:
    """The width in half characters at which the lines of a file are wrapped; None where they are paragraphs."""
    widths = [_columns(line) for line in lines if line.strip(_BLANKS)]
    widest = max(widths, default=0)
    if not 2 * _NARROWEST <= widest <= 2 * _WIDEST:
        return None
    full = sum(width >= widest - 2 * _FULL for width in widths)
    return widest if full >= _SHARE * len(widths) and full > 2 else None


def _unwrapped(lines: Sequence[str], width: int) -> list[str]:
    """Paragraphs of wrapped lines: a line without an indent goes on with a full one before it."""
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line.strip(_BLANKS) and line[0] not in _BLANKS:
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
        goes_on = _columns(line) >= width - 2 * _FULL
    return paragraphs

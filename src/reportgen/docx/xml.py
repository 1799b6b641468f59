"""Small pieces of WordprocessingML as text; python-docx parses the whole at once, ten times faster than growing it.

Element order inside ``w:pPr`` and ``w:rPr`` follows ISO/IEC 29500-1 17.3.1.26 and 17.3.2.28.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.text.characters import LINE_SEPARATOR, SHARED_MARKS, SMALL_FIGURES
from reportgen.text.latin_marks import latin_marks
from reportgen.text.xml_text import escape

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMUS_PER_POINT = 12_700
NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{RELATIONSHIPS}"'
_MARKS = frozenset(SHARED_MARKS)
_SMALL = frozenset(SMALL_FIGURES)
SMALL_FIGURE_FONT = "Cambria"
"""Comes with Windows and with Word for Mac, and has all superscripts and subscripts of ``SMALL_FIGURES``."""

_SMALL_FONT = "<w:rFonts {}/>".format(
    " ".join(f'w:{slot}="{SMALL_FIGURE_FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
)
_EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'
TAB = "<w:r><w:tab/></w:r>"
KEEP_NEXT = "<w:keepNext/>"
FREE_NEXT = '<w:keepNext w:val="0"/>'


def twips(points: float) -> int:
    """Points to twentieths of a point."""
    return round(points * 20)


def eighths(points: float) -> int:
    """The width of a border in eighths of a point, 2 at least (ISO/IEC 29500-1 17.18.2)."""
    return max(2, round(points * 8))


def whole_parts(total: int, shares: Sequence[float]) -> Iterator[int]:
    """Whole numbers that add up to the total, by shares."""
    used, share_used = 0, 0.0
    for share in shares:
        share_used += share
        edge = round(total * share_used / sum(shares))
        yield edge - used
        used = edge


def attribute(value: str) -> str:
    """A value in quotes, ready to stand after ``=``."""
    return '"' + escape(value).replace('"', "&quot;") + '"'


def runs_of(
    text: str, style: str | None = None, latin: Sequence[tuple[int, int]] | None = None, *, bold: bool | None = None
) -> str:
    """A text as runs of one character style; U+2028 becomes a line break.

    The marks Chinese shares with Latin come from the Han font, except inside Latin text (T107); ``latin`` are the
    stretches of these, where the text is only a piece of what decides them. ``bold``: whatever its styles say.
    """
    style_xml = f'<w:rStyle w:val="{style}"/>' if style else ""
    weight = "" if bold is None else "<w:b/>" if bold else '<w:b w:val="0"/>'
    if not _MARKS.intersection(text):
        return _run(text, style_xml, "", weight)
    pieces: list[str] = []
    position = 0
    for start, end in (*(latin_marks(text) if latin is None else latin), (len(text), len(text))):
        if start > position:
            pieces.append(_run(text[position:start], style_xml, _hint(text[position:start]), weight))
        if end > start:
            pieces.append(_run(text[start:end], style_xml, "", weight))
        position = end
    return "".join(pieces)


def _hint(text: str) -> str:
    return _EAST_ASIAN if _MARKS.intersection(text) else ""


def _run(text: str, style: str, fonts: str, weight: str) -> str:
    """A run; superscripts and subscripts, which Chinese fonts lack, in a font of Word's that has them."""
    if _SMALL.isdisjoint(text):
        return _plain_run(text, style + fonts + weight)
    stretches = ((is_small, "".join(group)) for is_small, group in groupby(text, _SMALL.__contains__))
    return "".join(
        _plain_run(each, style + (_SMALL_FONT if is_small else fonts) + weight) for is_small, each in stretches
    )


def _plain_run(text: str, properties: str) -> str:
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in text.split(LINE_SEPARATOR)
    )
    return f"<w:r>{properties}{inner}</w:r>"


def field(instruction: str, shown: str, style: str | None = None, *, bold: bool | None = None) -> str:
    """A complex field with its stored result, each mark in a run of its own (ISO/IEC 29500-1 17.16.18)."""
    return f'{field_begin(instruction)}{runs_of(shown, style, bold=bold)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field_begin(instruction: str) -> str:
    """The beginning of a complex field, up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def simple_field(instruction: str, inner: str) -> str:
    """A field around the runs of its stored result, which keep their look when it is updated (17.16.19)."""
    code = rf" {instruction} \* MERGEFORMAT "
    return f"<w:fldSimple w:instr={attribute(code)}>{inner}</w:fldSimple>"


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

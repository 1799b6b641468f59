"""The side column in Word: indents that leave it free, ordinals that hang in it, figures in frames.

Word has no frame at a distance from the binding edge, and WPS and LibreOffice mirror no indent: the column is on the
left of all pages.
"""

from msgspec.structs import replace

from reportgen.document import (
    Document,
    FittedSheet,
    Heading,
    TextBlock,
    side_of,
    side_role,
    text_block,
)
from reportgen.docx.inline_writer import InlineWriter
from reportgen.docx.names import WordStyle
from reportgen.docx.word_units import indent_xml
from reportgen.docx.xml import KEEP_NEXT, twips
from reportgen.style import PARENT_ROLES, BlockLook, BlockRole, Length, TextStyle


def with_side_indents(sheet: FittedSheet, document: Document) -> FittedSheet:
    """The sheet whose roles are indented as the first text of each beside the side column is."""
    looks: dict[BlockRole, BlockLook] = {}
    for block in map(text_block, document.blocks):
        if block is not None and block.role not in looks and side_of(block, sheet) is not None:
            looks[block.role] = _indented(block, sheet)
    heirs = {role: sheet.looks.block(role) for role, parent in PARENT_ROLES.items() if parent in looks}
    text = dict(sheet.style.text)
    for role, look in (heirs | looks).items():
        left, right, hang = (Length(each, "pt") for each in (look.left, look.right, look.hang))
        text[role] = replace(text.get(role, TextStyle()), left=left, right=right, hang=hang)
    return sheet.with_text(text) if looks else sheet


def _indented(block: TextBlock, sheet: FittedSheet) -> BlockLook:
    """The look of a block with the indents of its area; an ordinal hangs in the side column."""
    look, side = sheet.looks.block(block.role), side_of(block, sheet)
    if side is None:
        return look
    left, hang = side.text.left + look.left, look.hang
    if side_role(block, sheet):
        left, hang = side.column.left, left - side.column.left
    return replace(look, left=left, hang=hang, right=look.right + sheet.area.width - side.text.left - side.text.width)


class SideWriter:
    """Writes what a text beside the side column has that its style does not give."""

    def __init__(self, plain: FittedSheet, indented: FittedSheet, inlines: InlineWriter) -> None:
        self._plain = plain
        self._indented = indented
        self._inlines = inlines

    def indents(self, block: TextBlock) -> str:
        """The indents of a block of a role that is elsewhere indented otherwise."""
        own, style = _indented(block, self._plain), self._indented.looks.block(block.role)
        if (own.left, own.right, own.hang) == (style.left, style.right, style.hang):
            return ""
        return indent_xml(own, own.hang if block.ordinal else 0.0)

    def frame(self, heading: Heading) -> str:
        """The lines beside a heading, under its ordinal: a frame beside the text that follows.

        All paragraphs of one frame place it alike (ISO/IEC 29500-1 17.3.1.11). What is above the first line of a
        heading would move the frame, in some programs and not in others. LibreOffice 7.4 shows no chart in a frame.
        """
        side = side_of(heading, self._plain)
        if side is None:
            return ""
        place = f'w:w="{twips(side.column.width)}" w:hAnchor="margin" w:x="{twips(side.column.left)}"'
        frame = f'{KEEP_NEXT}<w:framePr {place} w:wrap="around" w:vAnchor="text" w:y="1"/>'
        return "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{self._inlines.use(WordStyle(line.role))}"/>{frame}</w:pPr>'
            f"{self._inlines.write(line.role, line.inlines)}</w:p>"
            for line in heading.lines_beside
        )

"""The glossary as endnotes of Word, where a style sheet asks for them (ISO/IEC 29500-1 17.11.2)."""

from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from msgspec.structs import replace

from reportgen.document import Block, Document, Paragraph
from reportgen.docx.names import SECTION_END, run_style_id
from reportgen.docx.numbering import NUMBER_FORMATS
from reportgen.docx.xml import NAMESPACES, runs_of
from reportgen.style import GlossaryStyle, RunRole, ordinal_format

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The notes that Word prints above the others, here empty (ISO/IEC 29500-1 17.11.9)."""


class Parted(NamedTuple):
    """A document without the entries of its glossary that are marked in the text, and these, by their number.

    ``place`` is the index of the block that follows them; None where there are none.
    """

    document: Document
    entries: dict[int, list[Paragraph]]
    place: int | None


def part_endnotes(document: Document, glossary: GlossaryStyle | None) -> Parted:
    """What of a document becomes endnotes, and the rest, in which terms without a mark stay where they are."""
    entries: dict[int, list[Paragraph]] = {}
    if glossary is None or glossary.notes != "endnotes":
        return Parted(document, entries, None)
    kept: list[Block] = []
    place: int | None = None
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.role != "glossary":
            kept.append(block)
            continue
        if block.ordinal:
            entries[block.ordinal.value] = [block]
        elif entries and block.origin == entries[len(entries)][0].origin:
            entries[len(entries)].append(block)
        else:
            kept.append(block)
        place = len(kept)
    return Parted(replace(document, blocks=tuple(kept)), entries, place if entries else None)


def mark_xml(mark: str, roles: tuple[RunRole, ...], number: int) -> str:
    """The mark of a note in the text, in its format."""
    pattern = ordinal_format(mark)
    assert pattern is not None
    style = run_style_id(roles)
    before, after = (runs_of(text, style) if text else "" for text in (pattern.before, pattern.after))
    called = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:endnoteReference w:id="{number}"/></w:r>'
    return before + called + after


def number_xml(roles: tuple[RunRole, ...]) -> str:
    """The number in the note itself, bare: LibreOffice 7.4 would put it before all that is typed around it."""
    return f'<w:r><w:rPr><w:rStyle w:val="{run_style_id(roles)}"/></w:rPr><w:endnoteRef/></w:r>'


def numbers_xml(mark: str) -> str:
    """How notes count; for a section, and for the file (ISO/IEC 29500-1 17.11.18)."""
    pattern = ordinal_format(mark)
    assert pattern is not None
    return f'<w:numFmt w:val="{NUMBER_FORMATS[pattern.counter]}"/>'


def add_endnotes(word: WordDocument, notes: dict[int, str], glossary: GlossaryStyle | None) -> bool:
    """Adds notes, paragraphs by their number, if there are any; whether there are.

    They are at the end of the section that shows them (ISO/IEC 29500-1 17.11.4, 17.11.22).
    """
    if glossary is None or not notes:
        return False
    separators = (
        f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{SECTION_END}"/></w:pPr></w:p>'
        "</w:endnote>"
        for number, kind in _SEPARATORS.items()
    )
    entries = (f'<w:endnote w:id="{number}">{inner}</w:endnote>' for number, inner in notes.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:endnotes {NAMESPACES}>'
        f"{''.join(separators)}{''.join(entries)}</w:endnotes>"
    )
    part = Part(PackURI("/word/endnotes.xml"), _TYPE, content.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    listed = "".join(f'<w:endnote w:id="{number}"/>' for number in _SEPARATORS)
    settings = parse_xml(
        f'<w:endnotePr {NAMESPACES}><w:pos w:val="sectEnd"/>{numbers_xml(glossary.mark)}{listed}</w:endnotePr>'
    )
    word.settings.element.find(qn("w:compat")).addprevious(settings)
    return True

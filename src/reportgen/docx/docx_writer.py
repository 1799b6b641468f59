"""A Document to the bytes of a DOCX."""

import datetime
from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI

from reportgen.document import CheckersNotes, Document, FittedSheet, Metadata
from reportgen.docx.attached_parts import add_heading_map, add_sources, add_stamp
from reportgen.docx.body import Body, SectionSpan
from reportgen.docx.endnotes import add_endnotes
from reportgen.docx.font_table import font_table_xml
from reportgen.docx.headers_footers import Furniture
from reportgen.docx.names import WordStyle
from reportgen.docx.package import open_template, package_bytes, part_content, property_text, set_fonts, set_theme
from reportgen.docx.pictures import add_picture
from reportgen.docx.sections import section_xml
from reportgen.docx.theme import themed
from reportgen.docx.word_styles import StyleWriter
from reportgen.docx.word_units import Measures
from reportgen.pictures import Picture


def write_docx(
    document: Document,
    sheet: FittedSheet,
    page_labels: Mapping[str, str],
    logo: Picture | None = None,
    sources: Mapping[str, str] | None = None,
    notes: CheckersNotes | None = None,
) -> bytes:
    """The DOCX of a document; ``page_labels`` are the printed page numbers of its headings, by anchor.

    The ``logo`` goes where the cover names it. ``sources`` travel in the file, texts by their file names;
    ``notes`` are comments.

    The same input gives the same bytes.
    """
    metadata = document.metadata
    measures = Measures(sheet)
    furniture = Furniture(sheet, metadata)
    word = open_template()
    body = Body(document, sheet, measures, page_labels, logo, notes or CheckersNotes())
    sheet = body.sheet
    spans = body.spans()
    references = furniture.add(word, spans)
    body.charts.add_parts(word, metadata.date)
    if logo is not None and WordStyle("cover-logo") in body.used.styles:
        add_picture(word, logo)
    sections = [
        section_xml(span, named, sheet, furniture, measures) for span, named in zip(spans, references, strict=True)
    ]
    content = part_content(word.part, f"<w:body>{_joined(body, spans, sections)}</w:body>")
    body.used.endnotes = add_endnotes(word, body.endnotes(), sheet.style.glossary)
    body.used.comments = body.comments.add_part(word, metadata.date)
    styles = _styles(word, body, furniture, sheet, measures)
    furniture.set_pages(word)
    _describe(word, metadata)
    add_heading_map(word, body.used.styles)
    if sources:
        add_sources(word, sources)
    return package_bytes(word, {word.part.partname: content, **styles})


def _styles(
    word: WordDocument, body: Body, furniture: Furniture, sheet: FittedSheet, measures: Measures
) -> dict[PackURI, bytes]:
    """The parts of the styles and lists that body and furniture use; adds the fonts and colours of the sheet."""
    body.used.styles |= dict.fromkeys(furniture.styles())
    body.used.runs |= dict.fromkeys(furniture.runs())
    set_fonts(word, font_table_xml(sheet.style))
    set_theme(word, lambda empty: themed(empty, sheet))
    styles = StyleWriter(sheet, measures, body.numbering).xml(body.used)
    parts = {word.part._styles_part: styles, word.part.numbering_part: body.numbering.xml()}
    return {part.partname: part_content(part, inner) for part, inner in parts.items()}


def _joined(body: Body, spans: Sequence[SectionSpan], sections: Sequence[str]) -> str:
    """Every section but the last ends with a paragraph of its own that holds its properties.

    LibreOffice 7.4 loses the page numbers of footers where that paragraph is also the last of a contents field.
    """
    parts = [span.content + body.section_end(section) for span, section in zip(spans[:-1], sections[:-1], strict=True)]
    return "".join(parts) + spans[-1].content + sections[-1]


def _describe(word: WordDocument, metadata: Metadata) -> None:
    """Core properties: the report's, never the machine's; its stamp also as a property of our own."""
    properties = word.core_properties
    texts = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "keywords": "，".join(metadata.keywords),
        "language": metadata.language,
        "last_modified_by": metadata.author,
    }
    if metadata.stamp:
        texts["identifier"] = metadata.stamp
    for name, text in texts.items():
        setattr(properties, name, property_text(text))
    properties.created = properties.modified = datetime.datetime.combine(metadata.date, datetime.time())
    properties.revision = 1
    if metadata.stamp:
        add_stamp(word, metadata.stamp)

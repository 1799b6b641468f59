"""A Document to the bytes of a DOCX."""

import datetime
from collections.abc import Mapping

from docx.document import Document as WordDocument

from reportgen.document import Document, Metadata
from reportgen.docx.body import Body
from reportgen.docx.measures import Measures
from reportgen.docx.package import open_template, package_bytes, replace_content, set_fonts
from reportgen.docx.sections import section_xml, write_furniture
from reportgen.docx.styles import font_table_xml, styles_xml
from reportgen.style import BlockRole, Looks, PageStart, StyleSheet

_LONGEST_PROPERTY = 255
"""Characters of a core property that Word and python-docx take."""


def write_docx(document: Document, sheet: StyleSheet, page_labels: Mapping[str, str]) -> bytes:
    """The DOCX of a document; ``page_labels`` are the printed page numbers of its headings, by anchor.

    The same input gives the same bytes.
    """
    looks = Looks(sheet)
    measures = Measures(sheet, looks)
    body = Body(document, sheet, looks, measures, page_labels)
    cover, contents, rest = body.xml()
    word = open_template()
    contents_start: PageStart = sheet.contents.start if sheet.contents else "page"
    contents_numbers = sheet.contents.page_number if sheet.contents else None
    stretches = [
        (cover, section_xml(sheet, looks, measures, "page", None)),
        (contents, section_xml(sheet, looks, measures, contents_start, contents_numbers)),
        (rest, section_xml(sheet, looks, measures, sheet.body_start, sheet.body_page_number)),
    ]
    kept = [(inner, section) for inner, section in stretches if inner or section is stretches[-1][1]]
    part = word.part
    replace_content(part, f"<w:body>{_sections(body, kept)}</w:body>")
    word = part.document
    for role in _furniture_roles(sheet):
        body.used.roles[role] = None
    replace_content(part._styles_part, styles_xml(sheet, looks, measures, body.used))
    replace_content(part.numbering_part, body.numbering.xml())
    set_fonts(word, font_table_xml(sheet))
    numbers = [contents_numbers, sheet.body_page_number] if contents else [sheet.body_page_number]
    write_furniture(word, numbers, sheet, looks, document.metadata)
    _describe(word, document.metadata)
    return package_bytes(word)


def _furniture_roles(sheet: StyleSheet) -> list[BlockRole]:
    roles: list[BlockRole] = []
    if sheet.header:
        roles.append("header")
    if sheet.footer:
        roles.append("footer")
    return roles


def _sections(body: Body, stretches: list[tuple[str, str]]) -> str:
    """Every section but the last ends with a paragraph of its own that holds its properties.

    LibreOffice 7.4 loses the page numbers of footers where that paragraph is also the last of a contents field.
    """
    last, properties = stretches[-1]
    return "".join(inner + body.section_end(section) for inner, section in stretches[:-1]) + last + properties


def _describe(word: WordDocument, metadata: Metadata) -> None:
    """Core properties: the report's, never the machine's."""
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
        setattr(properties, name, text[:_LONGEST_PROPERTY])
    properties.created = properties.modified = datetime.datetime.combine(metadata.date, datetime.time())
    properties.revision = 1

"""A Document to the bytes of a DOCX."""

import datetime
from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.document import Document, Metadata
from reportgen.docx.body import Body
from reportgen.docx.measures import Measures
from reportgen.docx.package import open_template, package_bytes
from reportgen.docx.sections import section_xml, write_furniture
from reportgen.docx.styles import SECTION_END, styles_xml
from reportgen.docx.xml import parse_children
from reportgen.style import BlockRole, Looks, PageStart, StyleSheet


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
    _replace(word.element.body, _sections(kept))
    for role in _furniture_roles(sheet):
        body.roles[role] = None
    part = word.part
    _replace(part.styles.element, styles_xml(sheet, looks, measures, body.roles, body.runs))
    _replace(part.numbering_part.element, body.numbering.xml())
    write_furniture(word, 1 if cover else 0, sheet, looks, document.metadata.title)
    _describe(word, document.metadata)
    return package_bytes(word)


def _furniture_roles(sheet: StyleSheet) -> list[BlockRole]:
    roles: list[BlockRole] = []
    if sheet.header:
        roles.append("header")
    if sheet.footer:
        roles.append("footer")
    return roles


def _sections(stretches: list[tuple[str, str]]) -> str:
    """Every section but the last ends with a paragraph of its own that holds its properties.

    LibreOffice 7.4 loses the page numbers of footers where that paragraph is also the last of a contents field.
    """
    last, properties = stretches[-1]
    earlier = "".join(
        f'{inner}<w:p><w:pPr><w:pStyle w:val="{SECTION_END}"/>{section}</w:pPr></w:p>'
        for inner, section in stretches[:-1]
    )
    return earlier + last + properties


def _replace(parent: BaseOxmlElement, inner: str) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(parse_children(inner))


def _describe(word: WordDocument, metadata: Metadata) -> None:
    """Core properties: the report's, never the machine's."""
    properties = word.core_properties
    moment = datetime.datetime.combine(metadata.date, datetime.time())
    properties.title, properties.author, properties.subject = metadata.title, metadata.author, metadata.subject
    properties.keywords = "，".join(metadata.keywords)
    properties.language = metadata.language
    properties.created = properties.modified = moment
    properties.last_modified_by = metadata.author
    properties.revision = 1

"""What travels in the file and is not printed: the stamp once more, the inputs themselves, a map of headings."""

from collections.abc import Iterable, Mapping

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.docx.names import WordStyle
from reportgen.docx.xml import RELATIONSHIPS, attribute
from reportgen.style import ROLES
from reportgen.text.xml_text import escape

_MAP_TYPE, _MAP_RELATIONSHIP = "text/prs.mammoth.style-map", "http://schemas.zwobble.org/mammoth/style-map"
"""How mammoth embeds a map of styles; other programs leave such a part alone (ISO/IEC 29500-2 9.1)."""

STAMP_PROPERTY = "reportgen"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of all custom properties ([MS-OLEPS] 2.18)."""

_FIRST_PROPERTY = 2
_RETURN = "\r"
_SOURCES_SCHEMA = "urn:reportgen:sources"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{8C2A3F5E-6B1D-4E57-9A40-7D1F52E0C619}"


def add_stamp(word: WordDocument, stamp: str) -> None:
    """Adds the stamp as a custom property, which programs keep that write an identifier of their own."""
    content = (
        f'{_HEAD}<Properties xmlns="{_CUSTOM_SCHEMA}" xmlns:vt="{_VALUES_SCHEMA}"><property fmtid="{_PROPERTY_SET}"'
        f' pid="{_FIRST_PROPERTY}" name="{STAMP_PROPERTY}"><vt:lpwstr>{escape(stamp)}</vt:lpwstr></property>'
        "</Properties>"
    )
    package = word.part.package
    part = Part(PackURI("/docProps/custom.xml"), _CUSTOM_TYPE, content.encode(), package)
    package.relate_to(part, f"{RELATIONSHIPS}/custom-properties")


def add_sources(word: WordDocument, sources: Mapping[str, str]) -> None:
    """Adds texts by their file names as a part of custom XML (ISO/IEC 29500-1 15.2.5)."""
    files = "".join(
        f"<file name={attribute(name)}>{escape(text).replace(_RETURN, '&#13;')}</file>"
        for name, text in sources.items()
    )
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_ITEM_SCHEMA}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_SOURCES_SCHEMA}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package = word.part.package
    item = Part(
        PackURI("/customXml/item1.xml"),
        "application/xml",
        f'{_HEAD}<sources xmlns="{_SOURCES_SCHEMA}">{files}</sources>'.encode(),
        package,
    )
    item.relate_to(
        Part(PackURI("/customXml/itemProps1.xml"), _ITEM_TYPE, properties.encode(), package),
        f"{RELATIONSHIPS}/customXmlProps",
    )
    word.part.relate_to(item, f"{RELATIONSHIPS}/customXml")


def add_heading_map(word: WordDocument, styles: Iterable[WordStyle]) -> None:
    """Tells mammoth, which goes by the names of styles alone, the levels of headings based on the built-in ones."""
    lines = [f"p.{style.identifier} => h{ROLES[style.role].depth}:fresh" for style in styles if style.parent]
    if lines:
        part = Part(PackURI("/mammoth/style-map"), _MAP_TYPE, "\n".join(lines).encode(), word.part.package)
        word.part.relate_to(part, _MAP_RELATIONSHIP)

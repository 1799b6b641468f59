"""The sources of a report inside its PDF, as associated files (ISO 19005-3 6.8)."""

from collections.abc import Sequence

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from reportgen.pdf.objects import FlateStream, indirect

_YAML = "/text#2Fyaml"


class Attachment(Struct, frozen=True):
    """One file that travels with the PDF; its name has no folder."""

    name: str
    content: bytes


def attach(document: PDFDocument, attachments: Sequence[Attachment], date: str) -> None:
    """Embeds files, each the source of what the PDF shows; ``date`` as PDF writes dates."""
    catalog = document.Catalog
    references = [document.Reference(_specification(document, each, date)) for each in attachments]
    named = [
        entry for each, made in zip(attachments, references, strict=True) for entry in (PDFString(each.name), made)
    ]
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(named)})})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = PDFArray(references)


def _specification(document: PDFDocument, each: Attachment, date: str) -> PDFDictionary:
    entries = f"/Type /EmbeddedFile /Subtype {_YAML} /Params << /Size {len(each.content)} /ModDate ({date}) >>"
    embedded = document.Reference(FlateStream(each.content, entries))
    return indirect(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(each.name),
            "UF": PDFString(each.name),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": embedded, "UF": embedded}),
        }
    )

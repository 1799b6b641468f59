"""What the file says of itself: the XMP packet, identical with the document information, and the output intent."""

from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from reportgen import __version__
from reportgen.document import Metadata
from reportgen.pdf.objects import FlateStream
from reportgen.text.xml_text import escape

PRODUCER = f"reportgen {__version__}"

_PROFILE = "sRGB"

_EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A demands that a schema it does not know is described (ISO 19005-2 6.6.2.3)."""

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    }.items()
)


def keywords(metadata: Metadata) -> str:
    """The keywords as both places print them."""
    return "，".join(metadata.keywords)


def xmp_packet(metadata: Metadata, part: int) -> bytes:
    """The XMP packet of a file that conforms to PDF/A of a ``part``, level A, and to PDF/UA-1 (ISO 16684-1).

    Its stream is not compressed, so that any program finds it in the file.
    """
    date = f"{metadata.date:%Y-%m-%d}T00:00:00Z"
    properties = [
        _alternative("dc:title", metadata.title),
        _list("dc:creator", "Seq", metadata.author),
        _alternative("dc:description", metadata.subject),
        _list("dc:language", "Bag", metadata.language),
        _simple("dc:source", metadata.stamp),
        _simple("pdf:Keywords", keywords(metadata)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", PRODUCER),
        _simple("xmp:CreateDate", date),
        _simple("xmp:ModifyDate", date),
        _simple("pdfaid:part", str(part)),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
        _EXTENSION,
    ]
    inner = "\n".join(each for each in properties if each)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {_NAMESPACES}><rdf:Description rdf:about="">\n{inner}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    ).encode()


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _alternative(name: str, text: str) -> str:
    if not text:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'


def _list(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escape(text)}</rdf:li></rdf:{kind}></{name}>" if text else ""


def output_intent() -> PDFArray:
    """What the file's colours mean: sRGB, with the profile that defines it (ISO 19005-2 6.2.3)."""
    profile = Path(__file__).with_name("srgb.icc").read_bytes()
    return PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString(_PROFILE),
                    "Info": PDFString(_PROFILE),
                    "DestOutputProfile": FlateStream(profile, "/N 3"),
                }
            )
        ]
    )

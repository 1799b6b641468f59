"""What an archive asks of the file besides its pages: metadata in both places, colours, no trace of a machine."""

import datetime
import getpass
import re
import socket
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdf
import pytest

from reportgen.pdf import Attachment, write_pdf
from tests.pdf.reading import unpacked
from tests.pdf.test_pdf import made
from tests.support import MINIMAL, ROOT, STYLES

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
ODD = f"{MINIMAL.replace('工作报告', '报告<一>&“二”')}  intro: 一句。\norganization: 甲&乙\ndate: 2026-01-16\n"


def packet(data: bytes) -> ElementTree.Element:
    """The XMP packet, found in the file as any program would find it."""
    match = re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.DOTALL)
    assert match is not None
    return ElementTree.fromstring(match.group())


def said(xmp: ElementTree.Element, name: str) -> str:
    """One property of the packet as text."""
    found = xmp.find(f".//{name}", SPACES)
    assert found is not None, name
    return "".join(found.itertext()).strip()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("report", ["", ODD], ids=["real", "odd"])
def test_document_information_and_metadata_say_the_same(style: str, report: str) -> None:
    """Title, author, subject, keywords, programs and dates, which veraPDF does not compare."""
    data = made(style, report)[2]
    information = pypdf.PdfReader(BytesIO(data)).metadata
    assert information is not None
    xmp = packet(data)
    assert said(xmp, "dc:title") == information.title
    assert said(xmp, "dc:creator") == information.author
    assert said(xmp, "dc:description") == information.subject
    assert (said(xmp, "pdf:Keywords") if report == "" else "") == (information.get("/Keywords") or "")
    assert said(xmp, "pdf:Producer") == information.producer
    assert said(xmp, "xmp:CreatorTool") == information.creator
    created = datetime.datetime.fromisoformat(said(xmp, "xmp:CreateDate"))
    assert created == information.creation_date == information.modification_date
    assert said(xmp, "xmp:ModifyDate") == said(xmp, "xmp:CreateDate")


@pytest.mark.parametrize("style", STYLES)
def test_the_file_says_what_it_conforms_to(style: str) -> None:
    """PDF/A-2 level A and PDF/UA-1; language and title for whoever opens it; links in the order of reading."""
    data = made(style)[2]
    xmp = packet(data)
    assert (said(xmp, "pdfaid:part"), said(xmp, "pdfaid:conformance"), said(xmp, "pdfuaid:part")) == ("2", "A", "1")
    reader = pypdf.PdfReader(BytesIO(data))
    root: Any = reader.root_object
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"] is not False
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not False
    assert root["/OutputIntents"][0]["/DestOutputProfile"]["/N"] == 3
    assert {str(page["/Tabs"]) for page in reader.pages} == {"/S"}
    assert data.startswith(b"%PDF-1.7")


def test_a_report_inside_its_file_is_its_source() -> None:
    """PDF/A-3: by its name and as an associated file, whole, with the day of the report and not the machine's."""
    document, layout, _ = made("official")
    sources = {"2025.yaml": "year: 2025 # 今年\n".encode(), "2024.yaml": b"year: 2024\n"}
    data = write_pdf(layout, document, [Attachment(name, content) for name, content in sources.items()])
    assert said(packet(data), "pdfaid:part") == "3"
    with pikepdf.open(BytesIO(data)) as pdf:
        files: list[Any] = list(pdf.Root.AF)
        names: list[Any] = list(pdf.Root.Names.EmbeddedFiles.Names)
        assert {str(name): file for name, file in zip(names[::2], names[1::2], strict=True)} == dict(
            zip(sources, files, strict=True)
        )
        for file, (name, content) in zip(files, sources.items(), strict=True):
            assert (str(file.Type), str(file.AFRelationship)) == ("/Filespec", "/Source")
            assert (str(file.F), str(file.UF), file.EF.F == file.EF.UF) == (name, name, True)
            embedded = file.EF.F
            assert embedded.read_bytes() == content
            assert (str(embedded.Type), str(embedded.Subtype)) == ("/EmbeddedFile", "/text/yaml")
            assert (int(embedded.Params.Size), str(embedded.Params.ModDate)) == (
                len(content),
                "D:20251231000000+00'00'",
            )
    assert "/AF" not in pypdf.PdfReader(BytesIO(made("official")[2])).root_object


@pytest.mark.parametrize("style", STYLES)
def test_the_file_names_no_machine_and_no_user(style: str) -> None:
    """Nothing of where and by whom it was made, in what is not compressed: objects, information, metadata."""
    data = re.sub(rb"/FlateDecode[^>]*>>\s*stream\n.*?\nendstream", b"", unpacked(made(style)[2]), flags=re.DOTALL)
    for trace in (str(ROOT), f"({socket.gethostname()})", f">{socket.gethostname()}<", f"/{getpass.getuser()}/"):
        assert trace.encode() not in data
        assert trace.encode("utf-16-be") not in data

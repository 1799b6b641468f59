"""Every kind of file we make is valid, by a validator and by what it misses; and what we look for would be found."""

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest

from tests.compare.documents import COMPARED, compared_documents
from tests.docx.made import REPORTS, made, made_from, made_of
from tests.docx.test_endnotes import noted
from tests.docx.test_numbering import MIXED
from tests.docx.test_redline import FIXTURES, redlined
from tests.docx.test_redline_cards import CARDS
from tests.docx.validators import OFFICE_VERSIONS, audit_errors, sdk_errors
from tests.docx.validity import faults
from tests.support import MINIMAL, ROOT, STYLES, sheet_named
from tests.test_draft import word

OVER_YEARS = (ROOT / "tests" / "cases" / "metrics-over-years" / "2025.yaml").read_text(encoding="utf-8")


TEXTS = {"mixed": MIXED, "charts": OVER_YEARS, "least": MINIMAL}
REDLINES = {f"redline-{name}": pair for name, pair in FIXTURES.items() if pair[0] != pair[1]}
REDLINES["redline-cards"] = (
    MINIMAL + CARDS,
    MINIMAL + CARDS.replace("  数3: {label: 指标33, value: 300, unit: 件}\n", ""),
)
FILES = [
    (style, kind)
    for style in STYLES
    for kind in (*REPORTS, *TEXTS, *COMPARED, *REDLINES, "draft", "attached", "endnotes")
]


@cache
def file_of(style: str, kind: str) -> bytes:
    """One of the files above, made once for all its tests."""
    if kind == "endnotes":
        return noted(style).data
    if kind == "draft":
        return word(style, 2)
    if kind == "attached":
        document = made(style).document
        stamped = msgspec.structs.replace(document.metadata, stamp="reportgen/1 2025")
        sources = {"2025.yaml": REPORTS["real"], "own.yaml": "schema: 1\r\n# <&>\n"}
        return made_from(msgspec.structs.replace(document, metadata=stamped), sheet_named(style), sources).data
    if kind in TEXTS:
        return made_of(TEXTS[kind], sheet_named(style)).data
    if kind in REDLINES:
        old, new = REDLINES[kind]
        return redlined(old, new, style)[2].data
    if kind in COMPARED:
        return made_from(compared_documents(style)[kind], sheet_named(style)).data
    return made(style, kind).data


@pytest.mark.slow
@pytest.mark.parametrize(("style", "kind"), FILES)
def test_a_validator_finds_nothing(style: str, kind: str, tmp_path: Path) -> None:
    """Order of elements, values, relationships, content types, as openxml-audit knows them."""
    assert audit_errors(saved(file_of(style, kind), tmp_path)) == []


@pytest.mark.slow
@pytest.mark.parametrize(("style", "kind"), FILES)
def test_the_open_xml_sdk_finds_nothing(style: str, kind: str, tmp_path: Path) -> None:
    """The same as Microsoft knows them: of one style under every version, of the others under the oldest and newest.

    A style decides values; which elements there are is decided by the kind of file.
    """
    versions = OFFICE_VERSIONS if style == "plenary" else (OFFICE_VERSIONS[0], OFFICE_VERSIONS[-1])
    assert sdk_errors(saved(file_of(style, kind), tmp_path), versions) == []


@pytest.mark.slow
def test_the_open_xml_sdk_finds_what_is_broken(tmp_path: Path) -> None:
    """Also under 2007, whose newer attributes alone are left out."""
    data = broken(file_of("official", "least"), DOCUMENT, "<w:pPr>", "<w:rPr/><w:pPr>")
    found = sdk_errors(saved(data, tmp_path))
    assert [error.partition(":")[0] for error in found] == list(OFFICE_VERSIONS)
    assert all("unexpected" in error or "invalid" in error for error in found), found


def saved(data: bytes, folder: Path) -> Path:
    """A file in a folder."""
    file = folder / "report.docx"
    file.write_bytes(data)
    return file


@pytest.mark.slow
@pytest.mark.parametrize(("style", "kind"), FILES)
def test_nothing_is_wrong_that_validators_miss(style: str, kind: str) -> None:
    """Word repairs such files with a question, or loses numbers, links and page numbers without one."""
    assert faults(file_of(style, kind)) == []


def broken(data: bytes, part: str, old: str, new: str, *, count: int = 1) -> bytes:
    """The file with one text of a part changed."""
    made_anew = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(made_anew, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == part:
                assert old.encode() in content, old
                content = content.replace(old.encode(), new.encode(), count)
            copy.writestr(name, content)
    return made_anew.getvalue()


DOCUMENT, LOOKS, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("part", "old", "new", "expected"),
    [
        ("word/footer1.xml", "</w:p>", "", "word/footer1.xml is no XML"),
        ("[Content_Types].xml", 'PartName="/word/footer1.xml"', 'PartName="/word/footer9.xml"', "no content type"),
        ("word/_rels/document.xml.rels", "footer1.xml", "footer9.xml", "which is not there"),
        (DOCUMENT, 'w:type="default" r:id="', 'w:type="default" r:id="x', "has no x"),
        (DOCUMENT, FIELD_END, "", "does not end"),
        (DOCUMENT, '<w:bookmarkEnd w:id="1"/>', "", "has 0 ends"),
        (DOCUMENT, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="2"/>', "has 2 ends"),
        (DOCUMENT, 'w:name="_Toc000000002"', 'w:name="_Toc000000001"', "is there twice"),
        (DOCUMENT, 'w:name="指标_提案"', 'w:name="1指标"', "is no name Word takes"),
        (DOCUMENT, 'w:anchor="_Toc000000001"', 'w:anchor="_Toc000000091"', "which is nowhere"),
        (DOCUMENT, "PAGEREF _Toc000000001", "PAGEREF _Toc000000091", "which is nowhere"),
        (DOCUMENT, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading9"', "style Heading9 is not defined"),
        (LOOKS, '<w:numId w:val="1"/>', '<w:numId w:val="7"/>', "list 7 is not defined"),
        (NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>', "definition 9 is not there"),
        (NUMBERING, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading2"', "style Heading2 is linked twice"),
    ],
)
def test_what_is_broken_on_purpose_is_found(part: str, old: str, new: str, expected: str) -> None:
    """A check that cannot fail proves nothing."""
    found = faults(broken(file_of("official", "every-field"), part, old, new))
    assert any(expected in fault for fault in found), found

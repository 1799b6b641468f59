"""The logo of the cover in a Word file: one part for all its places, in the form that Word shows."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.docx import write_docx
from reportgen.docx.xml import DRAWING
from reportgen.pictures import Picture
from reportgen.style import Length, LogoStyle, StyleSheet, WorkspaceFile
from tests.docx.reading import part
from tests.docx.validity import faults
from tests.support import MINIMAL, examine, fitted, sheet_named

WHOLE = b"the file itself"
PICTURES = {
    "png": Picture("png", 40, 20, is_grey=True, pixels=bytes(800)),
    "jpeg": Picture("jpeg", 40, 20, is_grey=True, pixels=b"", whole=WHOLE),
    "jpeg of pixels": Picture("jpeg", 40, 20, is_grey=True, pixels=bytes(800)),
    "svg": Picture("svg", 40, 20, is_grey=True, pixels=bytes(800), whole=WHOLE),
}
EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def with_logo(height: float = 20) -> StyleSheet:
    file = WorkspaceFile("emblem", Place("styles/ours.yaml"))
    return replace(sheet_named("plenary"), logo=LogoStyle(file=file, text="市政协会徽", height=Length(height, "mm")))


def written(picture: Picture | None, sheet: StyleSheet) -> bytes:
    document = examine(f"{MINIMAL}  intro: 文。\n", style=sheet).composed
    return write_docx(document, fitted(sheet, document), {}, picture)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("png", {"logo.png": b"\x89PNG"}),
        ("jpeg", {"logo.jpeg": WHOLE}),
        ("jpeg of pixels", {"logo.png": b"\x89PNG"}),
        ("svg", {"logo.png": b"\x89PNG", "logo.svg": WHOLE}),
    ],
)
def test_a_logo_is_in_the_file_once(kind: str, parts: dict[str, bytes]) -> None:
    """A drawing beside its pixels, which older programs show."""
    data = written(PICTURES[kind], with_logo())
    with ZipFile(BytesIO(data)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/media/")}
    assert {
        name.removeprefix("word/media/"): content[: len(parts[name[11:]])] for name, content in media.items()
    } == parts
    embedded = {str(each.get(EMBEDDED)) for each in part(data).iter() if each.get(EMBEDDED)}
    assert embedded == {"rIdLogo", *(["rIdLogoDrawing"] if kind == "svg" else [])}
    assert faults(data) == []


def test_a_logo_has_the_height_of_the_sheet_and_a_text_for_screen_readers() -> None:
    """Twenty millimetres are 720,000 units of a drawing."""
    document = part(written(PICTURES["png"], with_logo()))
    sizes = {(each.get("cx"), each.get("cy")) for each in document.iter() if each.tag.endswith(("}extent", "}ext"))}
    assert sizes == {("1440000", "720000")}
    named = [each for each in document.iter() if each.tag.endswith(("}docPr", "}cNvPr"))]
    assert {(each.get("id"), each.get("name"), each.get("descr")) for each in named} == {
        ("1000000", "徽标 1", "市政协会徽")
    }
    assert len(named) == 2


@pytest.mark.parametrize(("picture", "sheet"), [(None, with_logo()), (PICTURES["png"], sheet_named("plenary"))])
def test_without_a_picture_or_a_place_for_it_there_is_no_logo(picture: Picture | None, sheet: StyleSheet) -> None:
    data = written(picture, sheet)
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
    assert f"{{{DRAWING}/picture}}pic" not in {each.tag for each in part(data).iter()}

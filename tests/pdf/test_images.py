"""Pictures in a file: each once, as it came where readers know its kind, and see-through where it is."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from reportgen.layout import Fragment, Page, PlacedPicture
from reportgen.pdf.images import Images
from reportgen.pictures import Picture

COLOURED = Picture("png", 2, 1, is_grey=False, pixels=b"\xff\0\0\0\0\xff")
GREY = Picture("png", 2, 1, is_grey=True, pixels=b"\0\xff")
VEILED = Picture("svg", 2, 1, is_grey=False, pixels=b"\xff\0\0\0\0\xff", alpha=b"\x40\x80", whole=b"<svg/>")
JPEG = Picture("jpeg", 2, 1, is_grey=False, pixels=b"", whole=b"\xff\xd8\xff\xd9")
UNWRAPPED = Picture("jpeg", 2, 1, is_grey=True, pixels=b"\1\2")


def page_of(*pictures: Picture) -> Page:
    return Page("1", tuple(Fragment(0, pictures=(PlacedPicture(0, 0, 9, 9, each),)) for each in pictures))


def shown(*pages: Page) -> list[dict[str, Any]]:
    """The pictures of each page of a file, by the names that its content streams call them."""
    canvas = Canvas(BytesIO(), invariant=1)
    images = Images(canvas._doc)
    named = []
    for each in pages:
        names = [images.name(placed) for fragment in each.fragments for placed in fragment.pictures]
        canvas._formsinuse += images.on(each)
        canvas.showPage()
        named.append(names)
    found = []
    with pikepdf.open(BytesIO(canvas.getpdfdata())) as pdf:
        for page, names in zip(pdf.pages, named, strict=True):
            resources: Any = page.obj.Resources.get("/XObject", {})
            assert {f"/{name}" for name in names} == set(resources.keys())
            found.append({name: _described(resources[f"/{name}"]) for name in names})
    return found


def _described(picture: Any) -> str:
    mask = f" behind {_described(picture.SMask)}" if "/SMask" in picture else ""
    filtered = str(picture.Filter)
    content = picture.read_raw_bytes() if filtered == "/DCTDecode" else picture.read_bytes()
    size = f"{picture.Width}x{picture.Height}x{picture.BitsPerComponent}"
    return f"{picture.Type} {picture.Subtype} {size} {picture.ColorSpace} {filtered} {content.hex()}{mask}"


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (COLOURED, "/XObject /Image 2x1x8 /DeviceRGB /FlateDecode ff00000000ff"),
        (GREY, "/XObject /Image 2x1x8 /DeviceGray /FlateDecode 00ff"),
        (
            VEILED,
            (
                "/XObject /Image 2x1x8 /DeviceRGB /FlateDecode ff00000000ff "
                "behind /XObject /Image 2x1x8 /DeviceGray /FlateDecode 4080"
            ),
        ),
        (JPEG, "/XObject /Image 2x1x8 /DeviceRGB /DCTDecode ffd8ffd9"),
        (UNWRAPPED, "/XObject /Image 2x1x8 /DeviceGray /FlateDecode 0102"),
    ],
    ids=["coloured", "grey", "veiled", "jpeg", "jpeg as pixels"],
)
def test_a_picture_in_the_file(picture: Picture, expected: str) -> None:
    (page,) = shown(page_of(picture))
    assert list(page.values()) == [expected]


def test_a_picture_that_is_shown_often_is_in_the_file_once() -> None:
    first, second, third = shown(page_of(GREY, JPEG, GREY), page_of(JPEG), page_of())
    assert len(first) == 2
    assert second.keys() == first.keys() - {min(first)}
    assert third == {}

"""PNG and JPEG of every mode to pixels; what is damaged, disguised or too much is told, never raised."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from reportgen.pictures import LARGEST_PICTURE, Picture, read_picture
from reportgen.pictures.greying import in_greys
from reportgen.pictures.raster import MOST_PIXELS, shrunk, write_png

SIZE = (3, 2)
HEIGHT = 62.0


def png(mode: str, colour: object, **more: object) -> bytes:
    return encoded("PNG", mode, colour, **more)


def encoded(kind: str, mode: str, colour: object, **more: object) -> bytes:
    """A picture of one colour."""
    file = BytesIO()
    Image.new(mode, SIZE, colour).save(file, kind, **more)  # type: ignore[arg-type]
    return file.getvalue()


def palette() -> bytes:
    """Two colours, the first of them transparent."""
    image = Image.new("P", SIZE, 0)
    image.putpalette([10, 20, 30, 200, 100, 50])
    image.putpixel((0, 0), 1)
    file = BytesIO()
    image.save(file, "PNG", transparency=0)
    return file.getvalue()


def read(content: bytes, file: str = "images/a.png") -> Picture:
    picture, found = read_picture(content, file, HEIGHT)
    assert picture is not None, found
    assert not found
    return picture


def reported(content: bytes, file: str = "images/a.png") -> list[str]:
    return [found.code for found in read_picture(content, file, HEIGHT)[1]]


@pytest.mark.parametrize(
    ("content", "grey", "first", "alpha"),
    [
        (png("1", 1), True, b"\xff", None),
        (png("L", 7), True, b"\x07", None),
        (png("LA", (7, 128)), True, b"\x07", b"\x80" * 6),
        (png("L", 7, transparency=7), True, b"\x07", bytes(6)),
        (png("I;16", 0x8040), True, b"\x80", None),
        (png("RGB", (1, 2, 3)), False, b"\1\2\3", None),
        (png("RGBA", (1, 2, 3, 255)), False, b"\1\2\3", None),
        (png("RGBA", (1, 2, 3, 4)), False, b"\1\2\3", b"\4" * 6),
        (palette(), False, bytes((200, 100, 50)), b"\xff" + bytes(5)),
    ],
    ids=["bits", "grey", "grey-alpha", "grey-one-clear", "grey-16", "colour", "opaque", "alpha", "palette"],
)
def test_a_png_of_any_mode_is_grey_or_colour_and_alpha(
    content: bytes, grey: bool, first: bytes, alpha: bytes | None
) -> None:
    picture = read(content)
    assert (picture.width, picture.height, picture.is_grey, picture.alpha) == (*SIZE, grey, alpha)
    assert picture.pixels.startswith(first)
    assert len(picture.pixels) == 6 * len(first)


@pytest.mark.parametrize(
    "content", [png("L", 7), png("RGBA", (1, 2, 3, 4)), palette()], ids=["grey", "alpha", "palette"]
)
def test_what_is_written_again_has_the_same_pixels(content: bytes) -> None:
    assert read(write_png(read(content))) == read(content)


@pytest.mark.parametrize(("mode", "grey"), [("RGB", False), ("L", True)])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_stays_as_it_is(mode: str, grey: bool, progressive: bool) -> None:
    """PDF and Word know the format."""
    content = encoded("JPEG", mode, 0, progressive=progressive)
    assert read(content, "a.JPG") == Picture("jpeg", *SIZE, is_grey=grey, pixels=b"", whole=content)


def test_a_photograph_taken_sideways_is_turned() -> None:
    """Word and PDF do not look at what Exif says of the camera."""
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = read(encoded("JPEG", "RGB", (255, 0, 0), exif=exif), "a.jpeg")
    assert (picture.width, picture.height, picture.whole) == (*reversed(SIZE), b"")


def test_a_picture_is_as_high_as_asked_or_as_wide_as_there_is_room() -> None:
    picture = Picture("png", 300, 100, is_grey=True, pixels=b"")
    assert picture.printed(20.0, 100.0) == (60.0, 20.0)
    assert picture.printed(50.0, 100.0) == pytest.approx((100.0, 100 / 3))


def plain(width: int, height: int) -> Picture:
    return Picture("png", width, height, is_grey=True, pixels=bytes(width * height))


@pytest.mark.parametrize(
    ("picture", "size", "mode"),
    [
        (plain(30, 9), (30, 9), "RGB"),
        (plain(40, 9), (40, 9), "RGB"),
        (plain(80, 20), (40, 10), "RGB"),
        (plain(40, 80), (40, 80), "RGB"),
        (plain(40, 160), (20, 80), "RGB"),
        (read(palette()), SIZE, "RGBA"),
        (read(encoded("JPEG", "RGB", 0), "a.jpg"), SIZE, "RGB"),
        (read(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>', "a.svg"), (40, 20), "RGBA"),
    ],
    ids=["small", "as wide", "wide", "twice as high", "higher", "clear", "photograph", "drawing"],
)
def test_a_picture_for_a_page_on_screen_is_a_png_40_wide_at_most(
    picture: Picture, size: tuple[int, int], mode: str
) -> None:
    """And twice as high at most."""
    with Image.open(BytesIO(shrunk(picture, 40))) as small:
        assert (small.format, small.size, small.mode) == ("PNG", size, mode)


def test_in_greys_a_colour_is_as_light_as_it_looks_and_as_clear_as_it_was() -> None:
    """ITU-R 601: three tenths of red, six of green, one of blue. What is grey already stays."""
    for colour, light in (((255, 0, 0), 76), ((0, 255, 0), 150), ((0, 0, 255), 29), ((7, 7, 7), 7)):
        clear = in_greys(read(png("RGBA", (*colour, 4))))
        assert clear == Picture("png", *SIZE, is_grey=True, pixels=bytes((light,)) * 6, alpha=b"\4" * 6)
    assert in_greys(read(png("LA", (7, 128)))) == read(png("LA", (7, 128)))


@pytest.mark.parametrize(("mode", "colour", "light"), [("L", 200, 200), ("RGB", (255, 255, 255), 255)])
def test_in_greys_a_photograph_is_its_pixels(mode: str, colour: object, light: int) -> None:
    photograph = read(encoded("JPEG", mode, colour), "a.jpg")
    assert in_greys(photograph) == Picture("png", *SIZE, is_grey=True, pixels=bytes((light,)) * 6)


def test_in_greys_a_drawing_is_its_pixels() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="red"/></svg>'
    grey = in_greys(read(svg, "a.svg"))
    assert (grey.kind, grey.is_grey, grey.whole, set(grey.pixels)) == ("png", True, b"", {76})


def torn() -> bytes:
    """The first half of a file."""
    file = BytesIO()
    Image.linear_gradient("L").save(file, "PNG")
    return file.getvalue()[: len(file.getvalue()) // 2]


def huge(width: int, height: int) -> bytes:
    """A small file that says it is large, as those do that fill the memory."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def rescanned() -> bytes:
    """A JPEG whose last scan comes again and again, each time over all of it: in 8 MB there is room for an hour."""
    content = encoded("JPEG", "L", 7, progressive=True)
    scan = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + scan * 100 + content[-2:]


@pytest.mark.parametrize(("scans", "is_read"), [(64, True), (65, False)])
def test_a_jpeg_has_no_more_scans_than_programs_write(scans: int, is_read: bool) -> None:
    """Counted by their signs, wherever these are: here in a comment of the file."""
    signs = b"\xff\xda" * (scans - 1)
    comment = b"\xff\xfe" + struct.pack(">H", len(signs) + 2) + signs
    content = encoded("JPEG", "L", 7)
    picture, _ = read_picture(content[:2] + comment + content[2:], "images/a.jpg", HEIGHT)
    assert (picture is not None) == is_read


def swollen() -> bytes:
    """A note in the file that unpacks to far more than it is."""
    content = png("L", 7)
    note = b"iTXtnote\0\1\0\0\0" + zlib.compress(bytes(20_000_000), 9)
    chunk = struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note))
    return content[:33] + chunk + content[33:]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture-unknown"),
        (b"GIF89a" + bytes(20), "picture-unknown"),
        (b"\x1f\x8b\x08" + bytes(20), "picture-unknown"),
        (png("RGB", 0)[:40], "picture-damaged"),
        (torn(), "picture-damaged"),
        (b"\xff\xd8\xff" + bytes(20), "picture-damaged"),
        (encoded("JPEG", "RGB", 0)[:-200], "picture-damaged"),
        (swollen(), "picture-damaged"),
        (rescanned(), "picture-damaged"),
        (encoded("JPEG", "CMYK", 0), "picture-cmyk"),
        (huge(MOST_PIXELS // 1000 + 1, 1000), "picture-too-fine"),
        (huge(10_000, 10_000), "picture-too-fine"),
        (huge(60_000, 60_000), "picture-too-fine"),
        (png("RGB", 0) + bytes(LARGEST_PICTURE), "picture-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_printed_is_reported_by_the_file_s_name(content: bytes, code: str) -> None:
    picture, found = read_picture(content, "images/a.png", HEIGHT)
    assert picture is None
    assert [(each.code, each.place.file if each.place else "", each.words["file"]) for each in found] == [
        (code, "images/a.png", "images/a.png")
    ]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (png("L", 7).ljust(8 * 1024 * 1024), None, {}),
        (png("L", 7).ljust(8 * 1024 * 1024 + 1), "picture-too-large", {"largest": "8"}),
        (huge(4000, 4000), "picture-damaged", {}),
        (huge(4000, 4001), "picture-too-fine", {"most": "16"}),
        (huge(20_000, 20_000), "picture-too-fine", {"most": "16"}),
    ],
    ids=["8 MB", "more", "16 million pixels", "more pixels", "far more"],
)
def test_a_file_has_8_mb_and_16_million_pixels_at_most(content: bytes, code: str | None, words: dict[str, str]) -> None:
    """Which the message says."""
    _, found = read_picture(content, "a.png", HEIGHT)
    assert [(each.code, each.words) for each in found] == ([(code, {"file": "a.png", **words})] if code else [])


@pytest.mark.parametrize(
    ("files", "content"),
    [
        (("a.png", "A.PNG", "a.b.png"), png("RGB", 0)),
        (("a.jpg", "a.jpeg", "a.jpe", "A.JPG"), encoded("JPEG", "RGB", 0)),
        (("a.svg", "A.SVG"), b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>'),
    ],
    ids=["png", "jpeg", "svg"],
)
def test_the_endings_of_each_kind(files: tuple[str, ...], content: bytes) -> None:
    others = {"a.png", "a.jpe", "a.svg"} - set(files)
    assert {file: reported(content, file) for file in files} == {file: [] for file in files}
    assert {file: reported(content, file) for file in others} == {file: ["picture-misnamed"] for file in others}


def test_the_content_counts_and_not_the_ending() -> None:
    """The picture is taken, and the wrong name told."""
    assert reported(encoded("JPEG", "RGB", 0), "a.png") == ["picture-misnamed"]
    assert reported(png("RGB", 0), "a") == ["picture-misnamed"]
    assert read_picture(png("RGB", 0), "a.svg", HEIGHT)[0] is not None

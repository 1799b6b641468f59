"""PNG and JPEG to pixels, by Pillow. Imported only where there is a picture."""

import struct
import warnings
import zlib
from io import BytesIO

from PIL import Image, ImageOps

from reportgen.pictures.picture import Kind, Picture
from reportgen.pictures.refusal import PictureRefusedError

MOST_PIXELS = 16_000_000
"""An emblem 100 mm high at 1,000 dpi; a small file with more pixels may fill the memory."""

_SCAN, _MOST_SCANS = b"\xff\xda", 64
"""What a scan of a JPEG begins with (ITU-T T.81), and how many there may be. Each goes over the whole picture, in 20 ms
even if it has thirty bytes. Pictures that become clear by degrees have ten."""

_ORIENTATION = 0x0112
"""The Exif tag for the orientation of the camera, which PDF and Word ignore."""

_TALLEST = 2
"""How many times its width a picture is high at most where it is made smaller."""

_PASSED_ON = ("RGB", "L")
"""Modes of JPEG files that PDF and Word show unchanged."""

_DAMAGED = (OSError, EOFError, SyntaxError, ValueError, LookupError, TypeError, OverflowError, struct.error, zlib.error)
"""What Pillow raises for damaged files."""


def read_raster(content: bytes, kind: Kind) -> Picture:
    """The picture of a PNG or JPEG file.

    Raises:
        PictureRefusedError: the file is damaged, has too many pixels, or is in CMYK.

    """
    if kind == "jpeg" and content.count(_SCAN) > _MOST_SCANS:
        raise PictureRefusedError("picture-damaged")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=(kind,)) as image:
                return _picture(image, content, kind)
        except (Image.DecompressionBombError, MemoryError):
            raise _too_many() from None
        except _DAMAGED:
            raise PictureRefusedError("picture-damaged") from None


def write_png(picture: Picture) -> bytes:
    """The pixels of a picture as a PNG file with nothing else in it."""
    size = (picture.width, picture.height)
    image = Image.frombytes("L" if picture.is_grey else "RGB", size, picture.pixels)
    if picture.alpha is not None:
        image.putalpha(Image.frombytes("L", size, picture.alpha))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def shrunk(picture: Picture, widest: int) -> bytes:
    """A picture of any kind as a PNG file, at most ``widest`` pixels wide."""
    content = picture.whole if picture.kind == "jpeg" and picture.whole else write_png(picture)
    with Image.open(BytesIO(content)) as image:
        small = image.convert("RGBA" if image.has_transparency_data else "RGB")
    small.thumbnail((widest, widest * _TALLEST))
    file = BytesIO()
    small.save(file, "PNG")
    return file.getvalue()


def _picture(image: Image.Image, content: bytes, kind: Kind) -> Picture:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_many()
    if image.mode == "CMYK":
        raise PictureRefusedError("picture-cmyk")
    image.load()
    is_upright = image.getexif().get(_ORIENTATION, 1) == 1
    if kind == "jpeg" and image.format == "JPEG" and image.mode in _PASSED_ON and is_upright:
        return Picture(kind, width, height, image.mode == "L", b"", whole=content)
    return _pixels(ImageOps.exif_transpose(image), kind)


def _pixels(image: Image.Image, kind: Kind) -> Picture:
    """The pixels of any mode as 8-bit grey or colour, with transparency apart from them."""
    if image.mode[0] in "IF":  # 16-bit grey, which Pillow would clip at 255
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    is_grey = image.mode in ("1", "L", "LA")
    alpha: bytes | None = None
    if image.has_transparency_data:
        image = image.convert("LA" if is_grey else "RGBA")
        alpha = image.getchannel("A").tobytes()
        alpha = alpha if min(alpha) < 255 else None
    pixels = image.convert("L" if is_grey else "RGB").tobytes()
    return Picture(kind, image.width, image.height, is_grey, pixels, alpha)


def _too_many() -> PictureRefusedError:
    return PictureRefusedError("picture-too-fine", most=str(MOST_PIXELS // 1_000_000))

"""The bytes of a picture file to a picture, or to a diagnostic."""

import re
from pathlib import PurePosixPath

from reportgen.diagnostics import Diagnostic, Place
from reportgen.pictures.picture import Kind, Picture
from reportgen.pictures.refusal import PictureRefusedError

LARGEST_PICTURE = 8 * 1024 * 1024
"""Bytes; an emblem of 2,000 by 2,000 pixels has about one million."""

_ENDINGS: dict[str, Kind] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".svg": "svg"}
_NAMES: dict[Kind, str] = {"png": "PNG", "jpeg": "JPEG", "svg": "SVG"}
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")


def read_picture(content: bytes, file: str, height: float) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
    """Reads a file by its content, whatever its extension; ``file`` is the name that diagnostics show.

    ``height`` in print, in points, sets the resolution of a drawing.
    """
    place = Place(file)
    try:
        picture = _read(content, height)
    except PictureRefusedError as refused:
        return None, (Diagnostic(refused.code, place, {"file": file, **refused.words}),)
    if _ENDINGS.get(PurePosixPath(file).suffix.lower()) == picture.kind:
        return picture, ()
    return picture, (Diagnostic("picture-misnamed", place, {"file": file, "kind": _NAMES[picture.kind]}),)


def _read(content: bytes, height: float) -> Picture:
    if len(content) > LARGEST_PICTURE:
        raise PictureRefusedError("picture-too-large", largest=str(LARGEST_PICTURE // 1024 // 1024))
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            from reportgen.pictures.raster import read_raster

            return read_raster(content, kind)
    if _MARKUP.match(content):
        from reportgen.pictures.drawing import read_drawing

        return read_drawing(content, height)
    raise PictureRefusedError("picture-unknown")

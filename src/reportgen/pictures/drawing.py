"""SVG to pixels by resvg, without anything that depends on the machine, reaches outside the file or would never end.

Only elements that make up shapes are accepted. Text needs fonts, pictures and scripts come from elsewhere, and filters
and patterns can ask for more memory than there is, which ends the whole process.
"""

import math
import re
import subprocess
import sys
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element
from msgspec.structs import replace

from reportgen.pictures.drawing_weight import HREFS, SVG, weigh
from reportgen.pictures.picture import Picture
from reportgen.pictures.raster import read_raster
from reportgen.pictures.refusal import PictureRefusedError

_SHAPES = frozenset((
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "style",
))  # fmt: skip
_NOTES = ("{", "data-")
"""How the names of other programs' attributes begin: with a namespace, or ``data-``."""

_UNSEEN = frozenset(("title", "desc", "metadata"))
_TEXTS = frozenset(("text", "tspan", "textPath", "tref"))

_RESOLUTION = 600 / 72
"""Pixels per point, the resolution of printers."""

_MOST_PIXELS, _FEWEST_PIXELS = 4_000_000, 1_000_000
"""Of a drawing that is cheap, and of one that is dear: a thousand rows."""

_MOST_PAINTED = 6_000_000_000
"""Pixels filled, at most: ten seconds, were each shape as large as the canvas. An emblem takes a hundredth."""

_PATIENCE = 20
"""Seconds until resvg is stopped; an emblem takes a tenth of one."""

_WIDEST = 1e6
"""CSS pixels; resvg loses digits of larger numbers."""

_FLATTEST = 20
"""The largest ratio of width to height, or of height to width."""

_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_OUTSIDE = re.compile(r"@import|@font-face|\\|url\(\s*+[\"']?+\s*+(?!#)", re.IGNORECASE)
"""CSS that may lead outside the file; escapes could hide it."""


def read_drawing(content: bytes, height: float) -> Picture:
    """The picture of an SVG file, to be printed ``height`` points high.

    Raises:
        PictureRefusedError: the file is no SVG, is damaged, or contains what is not accepted.

    """
    root = _parsed(content)
    _clean(root)
    passes = weigh(root)
    width, tall = _size(root)
    pixels = _pixels_of(width / tall, height, passes)
    if root.get("viewBox") is None:
        root.set("viewBox", f"0 0 {width:.6g} {tall:.6g}")
    for name, count in zip(("width", "height"), pixels, strict=True):  # resvg rounds to whole numbers
        root.set(name, str(count))
    svg = etree.tostring(root, encoding="unicode")
    png = _drawn(svg, *pixels)
    return replace(read_raster(png, "png"), kind="svg", whole=svg.encode())


def _parsed(content: bytes) -> Element:
    # lxml by itself fetches nothing, and refuses trees that are too deep or too large.
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise PictureRefusedError("picture-damaged") from None
    if root.tag != f"{{{SVG}}}svg":
        raise PictureRefusedError("picture-unknown")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise PictureRefusedError("svg-unsupported", what="ENTITY")
    return root


def _clean(root: Element) -> None:
    """Removes what drawing programs keep for themselves; refuses whatever else is not a shape."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            raise PictureRefusedError("svg-unsupported", what="ENTITY")
        space, _, name = element.tag[1:].rpartition("}")
        if space != SVG or name in _UNSEEN:
            element.getparent().remove(element)
        elif root in element.iterancestors() or element is root:
            _check_element(element, name)
            _clean_attributes(element)
    etree.cleanup_namespaces(root)


def _check_element(element: Element, name: str) -> None:
    if name in _TEXTS:
        raise PictureRefusedError("svg-text")
    if name not in _SHAPES:
        raise PictureRefusedError("svg-unsupported", what=name)
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise PictureRefusedError("svg-outside", what="style")


def _clean_attributes(element: Element) -> None:
    for name, value in element.attrib.items():
        if name.startswith(_NOTES) and name not in HREFS:
            del element.attrib[name]
            continue
        if name in HREFS and not value.startswith("#"):
            raise PictureRefusedError("svg-outside", what=value[:40])
        if name.lower().startswith("on"):
            raise PictureRefusedError("svg-unsupported", what=name)
        if name not in HREFS and _OUTSIDE.search(value):
            raise PictureRefusedError("svg-outside", what=value[:40])


def _size(root: Element) -> tuple[float, float]:
    """Width and height in CSS pixels: the file's own, else those of its ``viewBox``."""
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    if not width or not height:
        view = [_pixels(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
        width, height = view if len(view) == 2 else (0.0, 0.0)
    if not (0 < width < _WIDEST and 0 < height < _WIDEST and 1 / _FLATTEST <= width / height <= _FLATTEST):
        raise PictureRefusedError("svg-sizeless")
    return width, height


def _pixels_of(ratio: float, height: float, passes: int) -> tuple[int, int]:
    """Columns and rows for a drawing of a ratio of width to height; fewer where each pixel is filled many times.

    Raises:
        PictureRefusedError: ``svg-too-complex``.

    """
    most = max(_FEWEST_PIXELS, _MOST_PAINTED / max(passes, _MOST_PAINTED / _MOST_PIXELS))
    rows = min(height * _RESOLUTION, math.sqrt(most / ratio))
    columns, rows = max(1, round(rows * ratio)), max(1, round(rows))
    if passes * min(columns * rows, _FEWEST_PIXELS) > _MOST_PAINTED:
        raise PictureRefusedError("svg-too-complex")
    return columns, rows


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match.group(1)) * _PIXELS[match.group(2)] if match else 0.0


def _drawn(svg: str, width: int, height: int) -> bytes:
    """The drawing as PNG, made by a separate process that may fail."""
    program = [sys.executable, "-P", str(Path(__file__).with_name("resvg.py")), str(width), str(height)]
    try:
        done = subprocess.run(program, input=svg.encode(), capture_output=True, check=True, timeout=_PATIENCE)  # noqa: S603 - ours
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise PictureRefusedError("svg-too-complex") from None
    if not done.stdout:
        raise PictureRefusedError("picture-damaged")
    return done.stdout

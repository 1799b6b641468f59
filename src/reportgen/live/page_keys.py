"""What a page looks like, as a key: pages with one key are drawn once."""

import hashlib

from msgspec import json

from reportgen.fonts import ScriptGlyphs
from reportgen.layout import Layout, Page


def page_keys(layout: Layout) -> tuple[str, ...]:
    """A key for each page, of all that can be seen on it."""
    return tuple(hashlib.sha256(_look(layout, page)).hexdigest() for page in layout.pages)


def _look(layout: Layout, page: Page) -> bytes:
    drawn = [
        (each.texts, each.rectangles, each.dots, each.polylines, each.discs, each.pictures) for each in page.fragments
    ]
    return json.encode((layout.width, layout.height, drawn, page.watermark), enc_hook=_named)


def _named(glyphs: object) -> object:
    """Glyphs by their face and script."""
    assert isinstance(glyphs, ScriptGlyphs)
    face = glyphs.face
    script = "han" if glyphs is face.han else "latin" if glyphs is face.latin else "small"
    return face.file.shown, face.weight, script

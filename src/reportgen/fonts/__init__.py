"""Faces: which file a role of the style sheet uses, how wide its characters are, and its subsets.

``describing`` is not imported here: only ``reportgen fonts`` pays for it.
"""

from reportgen.fonts.book import FontBook, open_fonts
from reportgen.fonts.bundled import bundled_library, font_library
from reportgen.fonts.face import DASH, EM_TOP, Face, ScriptGlyphs
from reportgen.fonts.font_files import EMBEDDABLE, FaceFile, FontContent, read_font_file
from reportgen.fonts.library import FontLibrary
from reportgen.fonts.outlines import PathStep, outline
from reportgen.fonts.subset import FontDamagedError, Subset, subset_face

__all__ = [
    "DASH",
    "EMBEDDABLE",
    "EM_TOP",
    "Face",
    "FaceFile",
    "FontBook",
    "FontContent",
    "FontDamagedError",
    "FontLibrary",
    "PathStep",
    "ScriptGlyphs",
    "Subset",
    "bundled_library",
    "font_library",
    "open_fonts",
    "outline",
    "read_font_file",
    "subset_face",
]

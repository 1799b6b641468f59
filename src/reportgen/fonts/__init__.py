"""Faces and their measures: which file a role of the style sheet uses, how wide its characters are, its subsets."""

from reportgen.fonts.book import FontBook, FontLibrary, open_fonts
from reportgen.fonts.bundled import bundled_library
from reportgen.fonts.face import DASH, EM_TOP, Face, Setting
from reportgen.fonts.subset import Subset, subset_face

__all__ = [
    "DASH",
    "EM_TOP",
    "Face",
    "FontBook",
    "FontLibrary",
    "Setting",
    "Subset",
    "bundled_library",
    "open_fonts",
    "subset_face",
]

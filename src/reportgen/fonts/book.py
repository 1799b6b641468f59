"""The faces of one style sheet: for each of its roles the first face that can be had, and others to fall back on."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.fonts.face import Face
from reportgen.style import StyleSheet

FontLibrary = Mapping[str, Path]
"""Where the file of each face is, by the name style sheets use."""


class FontBook(Struct, frozen=True):
    """Roles of a style sheet with the faces they print in."""

    roles: dict[str, Face]
    faces: tuple[Face, ...]

    def face_for(self, role: str, character: str) -> Face | None:
        """The face that prints a character in a role: the role's own, else the first other that has it."""
        own = self.roles[role]
        return next((face for face in (own, *self.faces) if not face.lacking(character)), None)


def open_fonts(sheet: StyleSheet, library: FontLibrary) -> tuple[FontBook | None, tuple[Diagnostic, ...]]:
    """Opens the faces a style sheet needs; without a book where a role has no face."""
    opened: dict[str, Face] = {}
    roles: dict[str, Face] = {}
    found: list[Diagnostic] = []
    for role, font in sheet.fonts.items():
        name = next((name for name in font.faces if name in library), None)
        if name is None:
            found.append(Diagnostic("face-unknown", None, {"name": role, "known": " ".join(library)}, ("known-names",)))
            continue
        if name not in opened:
            opened[name] = Face(name, library[name])
        roles[role] = opened[name]
    if found:
        return None, tuple(found)
    for name, path in library.items():
        if name not in opened:
            opened[name] = Face(name, path)
    return FontBook(roles, tuple(opened.values())), ()

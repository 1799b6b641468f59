"""The faces of one style sheet: the first available one for each of its font roles, and fallbacks."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import PERMISSIONS, Diagnostic, Place, Wording
from reportgen.fonts.face import Face
from reportgen.fonts.font_files import REGULAR, FaceFile
from reportgen.fonts.library import FontLibrary
from reportgen.style import FaceChoice, FontStyle, StyleSheet, bold_role
from reportgen.text.characters import LINE_SEPARATOR, SMALL_FIGURES
from reportgen.text.lazy_pattern import LazyPattern

_Each = TypeVar("_Each")

_BOLDER, _HEAVIEST = 300, 900
"""What bold adds to a weight, and the weight it ends at (OpenType usWeightClass)."""

_LATIN = f"[ -~À-ÖØ-öø-ɏ{''.join(SMALL_FIGURES)}]+"
_FIGURES = "[0-9]+(?:[.,][0-9]+)*[%‰]?"
"""Compiled only if a role has faces for Latin text or figures."""

_UNLIKE_BUNDLED = ("小标宋", "仿宋", "楷")
"""The kinds of type that no bundled face is of, in the names of fonts."""

_SMALL_FIGURES = LazyPattern(f"[{''.join(SMALL_FIGURES)}]+")


class FontBook(Struct, frozen=True):
    """The font roles of a style sheet with the faces they print in.

    ``latin`` and ``figures`` hold the roles that have other faces for these. ``chains`` are the further faces a role
    names; ``faces`` are all faces, in the order of fallback. ``missed`` are the preferred faces for which a bundled one
    of another kind stands in.
    """

    roles: dict[str, Face]
    faces: tuple[Face, ...]
    latin: dict[str, Face] = {}
    figures: dict[str, Face] = {}
    chains: dict[str, tuple[Face, ...]] = {}
    missed: tuple[str, ...] = ()

    def face_for(self, role: str, character: str, *, wide: bool = False) -> Face | None:
        """The face that prints a character in a role: the role's own, else the first fallback that has it.

        ``wide`` asks for a full-width mark.
        """
        chain = (self.roles[role], *self.chains.get(role, ()), *self.faces)
        fitting = (face for face in chain if not face.lacking(character) and not (wide and character in face.narrow))
        return next(fitting, None)

    def face_for_small_figure(self, role: str, character: str) -> Face | None:
        """The face whose figure stands in for a superscript or subscript that no face has; None for anything else."""
        figure = SMALL_FIGURES.get(character)
        if figure is None:
            return None
        own = self.figures.get(role) or self.latin.get(role)
        return own if own and not own.lacking(figure) else self.face_for(role, figure)

    def stretches(
        self, role: str, text: str, start: int, end: int, latin_marks: list[tuple[int, int]]
    ) -> Iterator[tuple[int, int, Face | None]]:
        """The stretches of a text by the face that prints them; None where no face has the characters.

        ``latin_marks`` are the stretches of shared marks that belong to Latin text and may be narrow (T33).
        """
        for first, last, own in self._parts(role, text, start, end, latin_marks):
            unsupported = own.lacking(text[first:last]) - {LINE_SEPARATOR}
            if own.narrow:
                unsupported |= own.narrow.intersection(text[first:last])
            if unsupported:
                yield from self._with_fallbacks(role, text, (first, last, own), unsupported, latin_marks)
            elif last > first:
                yield first, last, own

    def _parts(
        self, role: str, text: str, start: int, end: int, latin_marks: list[tuple[int, int]]
    ) -> Iterator[tuple[int, int, Face]]:
        """The stretches of a text by the face the role has for them: its own, that for Latin text, that for figures."""
        own = self.roles[role]
        if role not in self.latin and role not in self.figures:
            yield start, end, own
            return
        latin = self.latin.get(role, own)
        figures = self.figures.get(role, latin)
        faces = [own] * (end - start)
        for match in re.compile(_LATIN).finditer(text, start, end):
            faces[match.start() - start : match.end() - start] = [latin] * len(match.group())
        for mark_start, mark_end in latin_marks:
            first, last = max(mark_start, start), min(mark_end, end)
            if first < last:
                faces[first - start : last - start] = [latin] * (last - first)
        for match in re.compile(_FIGURES).finditer(text, start, end):
            faces[match.start() - start : match.end() - start] = [figures] * len(match.group())
        yield from _runs(faces, start)

    def _with_fallbacks(
        self,
        role: str,
        text: str,
        part: tuple[int, int, Face],
        unsupported: set[str],
        latin_marks: list[tuple[int, int]],
    ) -> Iterator[tuple[int, int, Face | None]]:
        """A stretch with characters that its face lacks or prints too narrow, by the faces that print them."""
        start, end, own = part
        faces: list[Face | None] = [own] * (end - start)
        for index in range(start, end):
            character = text[index]
            if character not in unsupported:
                continue
            wide = self.face_for(role, character, wide=_is_han(index, latin_marks))
            faces[index - start] = wide or self.face_for(role, character)
        for match in _SMALL_FIGURES.finditer(text, start, end):  # of ²⁻ either both are made or none
            first, last = match.start() - start, match.end() - start
            if None in faces[first:last]:
                faces[first:last] = [None] * (last - first)
        yield from _runs(faces, start)


def _is_han(index: int, latin_marks: list[tuple[int, int]]) -> bool:
    return not any(first <= index < last for first, last in latin_marks)


def _runs(values: list[_Each], start: int) -> Iterator[tuple[int, int, _Each]]:
    """Runs of one value; positions count from ``start``."""
    for _, run in groupby(values, key=id):
        same = list(run)
        yield start, start + len(same), same[0]
        start += len(same)


def open_fonts(sheet: StyleSheet, library: FontLibrary) -> tuple[FontBook | None, tuple[Diagnostic, ...]]:
    """Opens the faces that a style sheet needs; no book if a role has no face."""
    opener = _Opener(library)
    named = {role: opener.faces(font.faces) for role, font in sheet.fonts.items()}
    found = [*library.found]
    found += (_without_face(role, font, library) for role, font in sheet.fonts.items() if not named[role])
    latin = {role: face for role, font in sheet.fonts.items() for face in opener.faces(font.latin)[:1]}
    figures = {role: face for role, font in sheet.fonts.items() for face in opener.faces(font.figures)[:1]}
    found += opener.found.values()
    if not all(named.values()):
        return None, tuple(found)
    roles = {role: faces[0] for role, faces in named.items()}
    chains = {role: faces[1:] for role, faces in named.items()}
    used = dict.fromkeys((*roles.values(), *(face for chain in chains.values() for face in chain)))
    used |= dict.fromkeys(opener.face(file) for file in library.stand_ins())
    book = FontBook(roles, tuple(used), latin, figures, chains, _missed(sheet, roles))
    return _with_bold(book, sheet, opener), tuple(found)


def _with_bold(book: FontBook, sheet: StyleSheet, opener: "_Opener") -> FontBook:
    """The book with bold faces of the font roles printed in bold; what none has is printed in the regular ones."""
    roles, chains, latin, figures = dict(book.roles), dict(book.chains), dict(book.latin), dict(book.figures)
    for role in _roles_in_bold(sheet):
        font, bold = sheet.fonts[role], bold_role(role)
        heavy = opener.faces(tuple(map(_bolder, font.faces)))
        faces = (*heavy, book.roles[role], *book.chains[role])
        roles[bold], chains[bold] = faces[0], faces[1:]
        for kept, choices in ((latin, font.latin), (figures, font.figures)):
            if role in kept:
                kept[bold] = (*opener.faces(tuple(map(_bolder, choices))), kept[role])[0]
    return replace(book, roles=roles, chains=chains, latin=latin, figures=figures)


def _roles_in_bold(sheet: StyleSheet) -> Iterator[str]:
    """The font roles that some text is printed in in bold: all of them where a style names no font."""
    fonts = {style.font for style in sheet.text.values() if style.bold}
    fonts |= {style.font for style in sheet.runs.values() if style.bold}
    yield from (role for role in sheet.fonts if role in fonts or None in fonts)


def _bolder(choice: FaceChoice) -> FaceChoice:
    """The bold face of the same name; of one that is bold already, the heaviest."""
    return FaceChoice(choice.name, min((choice.weight or REGULAR) + _BOLDER, _HEAVIEST))


def _missed(sheet: StyleSheet, roles: dict[str, Face]) -> tuple[str, ...]:
    preferred = {font.faces[0].name: roles[role] for role, font in sheet.fonts.items()}
    trusted = (name for name, face in preferred.items() if face.file.trusted)
    return tuple(name for name in trusted if any(kind in name for kind in _UNLIKE_BUNDLED))


class _Opener:
    """Opens each face once; ``found`` reports files that were named but cannot or may not be embedded in a PDF."""

    def __init__(self, library: FontLibrary) -> None:
        self.found: dict[str, Diagnostic] = {}
        self._library = library
        self._opened: dict[tuple[str, int, int | None], Face] = {}

    def faces(self, choices: tuple[FaceChoice, ...]) -> tuple[Face, ...]:
        """The available faces of a list, each once."""
        faces: dict[Face, None] = {}
        for choice in choices:
            file, refused = self._library.find(choice)
            self.found.update((each.shown, _refusal(each)) for each in refused)
            if file is None:
                continue
            face = self.face(file, choice.weight)
            if face.draws:
                faces[face] = None
            else:
                self.found[file.shown] = Diagnostic("font-file-damaged", Place(file.shown), {"file": file.shown})
        return tuple(faces)

    def face(self, file: FaceFile, weight: int | None = None) -> Face:
        """The face of a file; one object for each weight."""
        face = Face(file, weight)
        return self._opened.setdefault((str(file.content.path), file.index, face.weight), face)


def _without_face(role: str, font: FontStyle, library: FontLibrary) -> Diagnostic:
    requested = _listed(tuple(map(str, font.faces)))
    words: dict[str, str | Wording] = {"name": role, "wanted": requested, "known": _listed(library.names())}
    return Diagnostic("face-unknown", None, words, ("known-names", "bring-font"))


def _listed(names: tuple[str, ...]) -> Wording:
    return Wording("、".join(names), ", ".join(names))


def _refusal(file: FaceFile) -> Diagnostic:
    words: dict[str, str | Wording] = {"file": file.shown, "name": file.name, "permission": PERMISSIONS[file.embedding]}
    return Diagnostic("font-file-restricted", Place(file.shown), words)

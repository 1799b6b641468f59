"""Facts about a face for people, and a book that remembers which characters came from fallbacks."""

import re
from typing import Literal

from msgspec import Struct, field

from reportgen.fonts.book import FontBook
from reportgen.fonts.face import Face
from reportgen.fonts.font_files import Embedding, read_font_file

_LICENCE, _LICENCE_ADDRESS, _COPYRIGHT = 13, 14, 0
_LONGEST_LICENCE = 40
"""Characters; a licence has pages, a row of the table one line."""

_KNOWN_LICENCES = (
    (re.compile(r"SIL Open Font License|OFL", re.IGNORECASE), "SIL OFL"),
    (re.compile(r"Apache License", re.IGNORECASE), "Apache"),
)
_SENTENCE = re.compile(r"[^.。\r\n]+")


class Description(Struct, frozen=True):
    """Facts about a face; ``weight`` is the weight it prints in."""

    kind: Literal["CFF", "TrueType"]
    variable: bool
    weight: int
    embedding: Embedding
    licence: str


class LendingBook(FontBook, frozen=True):
    """A book that remembers the fallback used for each role and character, None where no face has the character."""

    lent: dict[tuple[str, str], Face | None] = field(default_factory=dict)

    def face_for(self, role: str, character: str, *, wide: bool = False) -> Face | None:
        """The face that prints a character; a fallback is remembered."""
        face = super().face_for(role, character, wide=wide)
        if face is not self.roles[role]:
            self.lent[role, character] = face
        return face


def lending(book: FontBook) -> LendingBook:
    """The same book, with nothing remembered yet."""
    return LendingBook(book.roles, book.faces, book.latin, book.figures, book.chains)


def describe(face: Face) -> Description:
    """The facts in a face's own tables."""
    held = read_font_file(face.file.content, face.file.shown)
    described = next((file for file in held if file.index == face.file.index), face.file)
    return Description(
        kind="TrueType" if "glyf" in face.hb_face.table_tags else "CFF",
        variable=described.weights is not None,
        weight=described.weight if face.weight is None else face.weight,
        embedding=described.embedding,
        licence=_licence(face),
    )


def _licence(face: Face) -> str:
    """The licence in few words: its usual name, else its first sentence, its address, or the copyright."""
    names = {int(entry.name_id): entry.language for entry in reversed(face.hb_face.list_names())}
    for number in (_LICENCE, _LICENCE_ADDRESS, _COPYRIGHT):
        text = (face.hb_face.get_name(number, names[number]) if number in names else None) or ""
        known = next((name for pattern, name in _KNOWN_LICENCES if pattern.search(text)), None)
        if known:
            return known
        sentence = text if number == _LICENCE_ADDRESS else "".join(_SENTENCE.findall(text)[:1])
        if sentence.strip():
            words = " ".join(sentence.split())
            return words if len(words) <= _LONGEST_LICENCE else f"{words[: _LONGEST_LICENCE - 1]}…"
    return ""

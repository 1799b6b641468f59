"""Font files: the faces in them, their names, and what their licences permit.

Files are untrusted. HarfBuzz reads the tables; this module checks that they lie inside the file. Files are read, not
mapped: one that is cut short by another program would end this one. Only those that came with the program are mapped.
"""

import struct
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal

import uharfbuzz
from msgspec import Struct

REGULAR = 400
"""The weight where none is named (OpenType usWeightClass)."""

LARGEST_FONT_FILE = 256 * 1024 * 1024
"""Bytes; a collection of five Chinese variable fonts has 33 MB."""

FileOpener = Callable[[Path], BinaryIO]
"""Opens a file for reading, or raises OSError."""

_Directory = dict[str, tuple[int, int]]
"""The tables of a face by their tags: where each begins in the file, and its length."""

Embedding = Literal["installable", "editable", "preview", "restricted", "whole", "bitmaps"]
"""What the maker of a face permits documents to do with it (OpenType OS/2 fsType)."""

EMBEDDABLE: frozenset[Embedding] = frozenset(("installable", "editable", "preview"))
"""The permissions that allow a subset in a PDF; the others allow nothing, whole fonts or bitmaps only."""

_COLLECTION = b"ttcf"
_SINGLE = (b"\0\1\0\0", b"OTTO", b"true")
_MOST_FACES = 64
_MOST_TABLES = 256
_DESCRIBING = ("OS/2", "fvar", "head", "maxp", "name")
"""The tables that say what a face is; the others are read where it is used."""

_LARGEST_TABLE = 16 * 1024 * 1024
"""Bytes of such a table."""

_OUTLINES = frozenset(("CFF ", "CFF2", "glyf"))
_MOST_NAMES, _LONGEST_NAME = 512, 255
"""Six numbers in eighty languages, and characters: many records may share a text of 64 KB."""

_FAMILY_NAMES = (1, 16, 21)
_FULL_NAMES = (4, 6, 18)
_POSTSCRIPT_NAME = 6
_CHINESE = ("zh-cn", "zh-hans", "zh", "zh-sg")


class FontContent:
    """The bytes of the font file at a path, read at their first use and shared by its faces."""

    def __init__(self, path: Path, open_file: FileOpener) -> None:
        self.path = path
        self._open_file = open_file

    def open(self) -> BinaryIO:
        """The file, open for reading.

        Raises:
            OSError: it cannot be.

        """
        return self._open_file(self.path)

    @cached_property
    def blob(self) -> uharfbuzz.Blob:
        """The bytes for HarfBuzz; empty, so a font that draws nothing, where the file cannot be read any more."""
        try:
            with self.open() as file:
                return uharfbuzz.Blob(file.read(LARGEST_FONT_FILE))
        except OSError:
            return uharfbuzz.Blob(b"")


class MappedContent(FontContent):
    """The bytes of a font file of the program: only what is used of them takes memory."""

    @cached_property
    def blob(self) -> uharfbuzz.Blob:
        """The bytes for HarfBuzz; empty where the file is not there any more."""
        try:
            return uharfbuzz.Blob.from_file_path(str(self.path))
        except uharfbuzz.HarfBuzzError:
            return uharfbuzz.Blob(b"")


class FaceFile(Struct, frozen=True, kw_only=True):
    """One face of a font file.

    ``shown`` is the path as shown to people, ``index`` the position in a collection. ``families`` and ``full_names``
    are ``folded``. ``weights`` is the range that a variable font can be pinned in, None for any other font.
    ``trusted`` files come with the program.
    """

    content: FontContent
    shown: str
    name: str
    postscript: str
    index: int = 0
    families: frozenset[str] = frozenset()
    full_names: frozenset[str] = frozenset()
    weight: int = REGULAR
    weights: tuple[float, float] | None = None
    slanted: bool = False
    embedding: Embedding = "installable"
    trusted: bool = False


def folded(name: str) -> str:
    """A name for comparison: without spaces and in lower case."""
    return "".join(name.split()).casefold()


def read_font_files(
    files: Iterable[tuple[Path, str]], open_file: FileOpener
) -> tuple[tuple[FaceFile, ...], tuple[str, ...]]:
    """The faces in files given with the names shown for them, and the names of files that are not fonts."""
    faces: list[FaceFile] = []
    damaged: list[str] = []
    for path, shown in files:
        held = read_font_file(FontContent(path, open_file), shown)
        faces += held
        if not held:
            damaged.append(shown)
    return tuple(faces), tuple(damaged)


def read_font_file(content: FontContent, shown: str) -> tuple[FaceFile, ...]:
    """The faces of a file that have outlines; none if it is not a font, is damaged, or cannot be opened."""
    try:
        with content.open() as file:
            directories = _directories(file)
            faces = [_described(file, each, content, shown, index) for index, each in enumerate(directories)]
    except (OSError, UnicodeDecodeError, uharfbuzz.HarfBuzzError):  # names too may be any bytes
        return ()
    return tuple(face for face in faces if face is not None)


def _directories(file: BinaryIO) -> list[_Directory]:
    """The tables of each face; none if the file is not a font or a table reaches beyond its end."""
    size = file.seek(0, 2)
    if size > LARGEST_FONT_FILE:
        return []
    directories = [_directory(file, start) for start in _face_starts(file)]
    ends = (start + length for directory in directories for start, length in directory.values())
    return directories if all(directories) and all(end <= size for end in ends) else []


def _directory(file: BinaryIO, start: int) -> _Directory:
    """The tables of one face; none where the list of them is damaged.

    Raises:
        UnicodeDecodeError: a tag is not text.

    """
    count = _number(_bytes(file, start + 4, 2))
    listed = _bytes(file, start + 12, 16 * count)
    if count > _MOST_TABLES or len(listed) < 16 * count:
        return {}
    return {tag.decode("ascii"): (begin, length) for tag, begin, length in struct.iter_unpack(">4s4xII", listed)}


def _face_starts(file: BinaryIO) -> list[int]:
    """Where the table directory of each face begins."""
    magic = _bytes(file, 0, 4)
    if magic in _SINGLE:
        return [0]
    count = _number(_bytes(file, 8, 4))
    if magic != _COLLECTION or not 0 < count <= _MOST_FACES:
        return []
    return [_number(_bytes(file, 12 + 4 * index, 4)) for index in range(count)]


def _bytes(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _described(file: BinaryIO, directory: _Directory, content: FontContent, shown: str, index: int) -> FaceFile | None:
    """A face as described by its own tables, None if it has no outlines."""
    places = {tag: directory[tag] for tag in _DESCRIBING if tag in directory}
    if not _OUTLINES.intersection(directory) or any(length > _LARGEST_TABLE for _, length in places.values()):
        return None
    tables = {tag: _bytes(file, *place) for tag, place in places.items()}
    face = uharfbuzz.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag, b""), None)
    if not face.glyph_count:
        return None
    path, system, names = content.path, tables.get("OS/2", b""), _names_of(face)
    full = {name for number, _, name in names if number in _FULL_NAMES and name}
    return FaceFile(
        content=content,
        shown=shown,
        index=index,
        name=_own_name(names) or path.stem,
        postscript=next((name for number, _, name in names if number == _POSTSCRIPT_NAME and name), path.stem),
        families=frozenset(folded(name) for number, _, name in names if number in _FAMILY_NAMES and name),
        full_names=frozenset(folded(name) for name in (*full, path.stem)),
        weight=_weight(system),
        weights=_weight_axis(face),
        slanted=bool(_number(system[62:64]) & 1),
        embedding=_embedding(_number(system[8:10])),
    )


def _names_of(face: uharfbuzz.Face) -> list[tuple[int, str, str | None]]:
    """The names a face goes by, with their numbers and languages; not those of a length that no name has."""
    entries = (entry for entry in face.list_names() if int(entry.name_id) in (*_FAMILY_NAMES, *_FULL_NAMES))
    read = (
        (int(entry.name_id), entry.language, face.get_name(entry.name_id, entry.language))
        for entry in islice(entries, _MOST_NAMES)
    )
    return [each for each in read if len(each[2] or "") <= _LONGEST_NAME]


def _own_name(names: list[tuple[int, str, str | None]]) -> str:
    """The full name of a face, in Chinese where it has one."""
    by_language = {language: name for number, language, name in names if number == _FULL_NAMES[0] and name}
    chinese = (by_language[language] for language in _CHINESE if language in by_language)
    return next(chinese, None) or by_language.get("en") or next(iter(by_language.values()), "")


def _weight_axis(face: uharfbuzz.Face) -> tuple[float, float] | None:
    """The range of weights of a variable font; REGULAR to REGULAR if it has no weight axis."""
    if not face.has_var_data:
        return None
    ranges = ((axis.min_value, axis.max_value) for axis in face.axis_infos if axis.tag == "wght")
    return next(ranges, (REGULAR, REGULAR))


def _weight(system: bytes) -> int:
    """The weight class, 1 to 1000; some old fonts count in hundreds, some have none."""
    weight = _number(system[4:6])
    if 0 < weight < 10:
        return weight * 100
    return weight if 0 < weight <= 1000 else REGULAR


def _embedding(flags: int) -> Embedding:
    """The permission of fsType; of several the least restrictive counts (OpenType OS/2, versions 0 to 2)."""
    if flags & 0x200:
        return "bitmaps"
    if flags & 0x100:
        return "whole"
    if not flags & 0xE:
        return "installable"
    return "editable" if flags & 8 else "preview" if flags & 4 else "restricted"

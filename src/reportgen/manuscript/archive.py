"""The parts of an office file, unpacked within limits: what an archive says of its sizes is checked, then counted."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Literal

_LARGEST_DIRECTORY = 1 << 20
"""Bytes of the list of parts, room for some ten thousand; a report with a hundred charts has three hundred."""

_END, _END_SIZE, _LONGEST_COMMENT = b"PK\5\6", 22, 0xFFFF
_LARGE_END, _LARGE_END_SIZE = b"PK\6\7", 20
"""How the end of an archive begins, and that of one for more than 65,535 parts or 4 GB (APPNOTE 4.3.15, 4.3.16)."""

_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""Flags of a part (APPNOTE 4.4.4)."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two methods that office files may use (ISO/IEC 29500-2, annex C)."""

_DAMAGED = (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, struct.error, zlib.error)
"""What zipfile raises for damaged archives."""

ArchiveFault = Literal["protected", "compression", "damaged", "unpacked", "parts", "twice"]


class ArchiveError(Exception):
    """An archive that is not unpacked, for the reason that its ``fault`` names."""

    def __init__(self, fault: ArchiveFault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_archive(content: bytes, is_needed: Callable[[str], bool], most: int) -> Mapping[str, bytes]:
    """The parts with the names that are needed; ``most`` is how many bytes these may have, unpacked.

    Raises:
        ArchiveError: see there.

    """
    _check_directory(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [each for each in archive.infolist() if not each.filename.endswith("/")]
            if len({part.filename for part in parts}) < len(parts):
                raise ArchiveError("twice")
            needed = [part for part in parts if is_needed(part.filename)]
            _check_parts(needed, most)
            return _unpacked(archive, needed, most)
    except _DAMAGED:
        raise ArchiveError("damaged") from None


def _check_directory(content: bytes) -> None:
    """Refuses a list of parts that is longer than that of any report, before it is read."""
    end = content.rfind(_END, -_END_SIZE - _LONGEST_COMMENT)
    if end < 0 or len(content) < end + _END_SIZE:
        raise ArchiveError("damaged")
    (size,) = struct.unpack_from("<I", content, end + 12)
    if size > _LARGEST_DIRECTORY or content.startswith(_LARGE_END, max(0, end - _LARGE_END_SIZE)):
        raise ArchiveError("parts")


def _check_parts(parts: Sequence[zipfile.ZipInfo], most: int) -> None:
    """Refuses parts for what the archive says of them."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise ArchiveError("protected")
    if any(part.compress_type not in _METHODS for part in parts):
        raise ArchiveError("compression")
    if sum(part.file_size for part in parts) > most:
        raise ArchiveError("unpacked")


def _unpacked(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo], most: int) -> dict[str, bytes]:
    """The parts; whatever the archive says of their sizes, no more than ``most``."""
    unpacked: dict[str, bytes] = {}
    left = most
    for part in parts:
        with archive.open(part) as file:
            unpacked[part.filename] = file.read(left + 1)
        left -= len(unpacked[part.filename])
        if left < 0:
            raise ArchiveError("unpacked")
    return unpacked

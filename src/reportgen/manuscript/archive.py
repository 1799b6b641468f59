"""The parts of an office file, unpacked within limits: what an archive says of its sizes is checked, then counted."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

MOST_BYTES = 200 * 1024 * 1024
"""Bytes unpacked; a report of 700 pages has 12 MB."""

_MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two methods that office files may use (ISO/IEC 29500-2, annex C)."""


class ArchiveError(Exception):
    """The archive is damaged, encrypted, packed in a way nobody needs, or too large."""


def read_archive(content: bytes) -> Mapping[str, bytes]:
    """The parts by name; pictures and other media are left out.

    Raises:
        ArchiveError: see there.

    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            _insist(members)
            return _unpacked(archive, [each for each in members if _is_read(each.filename)])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, UnicodeError) as fault:
        raise ArchiveError(str(fault)) from None


def _insist(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_PARTS or sum(each.file_size for each in members) > MOST_BYTES:
        raise ArchiveError("size")
    if any(each.flag_bits & _ENCRYPTED or each.compress_type not in _METHODS for each in members):
        raise ArchiveError("method")


def _is_read(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".yaml"))


def _unpacked(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MOST_BYTES
    for member in members:
        with archive.open(member) as part:
            parts[member.filename] = part.read(left + 1)
        left -= len(parts[member.filename])
        if left < 0:
            raise ArchiveError("size")
    return parts

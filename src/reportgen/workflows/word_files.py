"""The one place where a Word file is read: its bytes within limits, to a manuscript."""

from reportgen.diagnostics import Diagnostic, Place
from reportgen.diagnostics.hints import ARCHIVE_FAULTS
from reportgen.manuscript import DamagedPartError, Manuscript, read_word
from reportgen.manuscript.archive import ArchiveError, read_archive
from reportgen.workspace.refusals import CommandError

LARGEST_DOCUMENT = 64 * 1024 * 1024
"""Bytes, pictures and all."""

_MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of a Word file without its pictures; a report of 700 pages has 12 MB."""


def read_word_file(content: bytes, shown: str, *, original: bool = False) -> Manuscript:
    """The manuscript of a Word file; ``original``: with tracked changes rejected.

    Raises:
        CommandError: ``archive-unreadable`` or ``document-damaged``.

    """
    try:
        return read_word(read_archive(content, _is_text, _MOST_UNPACKED), original=original)
    except ArchiveError as failure:
        words = {"reason": ARCHIVE_FAULTS[failure.fault]}
        raise CommandError(Diagnostic("archive-unreadable", Place(shown), words)) from None
    except DamagedPartError:
        raise CommandError(Diagnostic("document-damaged", Place(shown))) from None


def _is_text(part: str) -> bool:
    """Whether a part of a Word file is not a picture or the like."""
    return part.endswith((".xml", ".rels", ".yaml"))

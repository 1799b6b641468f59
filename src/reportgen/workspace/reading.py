"""The one way a file from outside is opened: a regular file, where it may be, and no larger than it may be.

What is not one is found out before it is opened, and again from what was opened: a pipe would be waited for, a device
may have no end, and opening one may do something.
"""

import errno
import os
import stat
from collections.abc import Mapping
from io import BufferedReader, FileIO
from pathlib import Path
from typing import BinaryIO

from reportgen.source import LARGEST_FILE, too_large
from reportgen.workspace.refusals import CommandError, IrregularFileError, OutsideError, reading_refusal

_FLAGS = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
"""Without waiting for the other end of a pipe, should one have come in place of a file; as bytes on Windows."""


def read_file(
    path: Path,
    shown: str,
    words: Mapping[str, str] | None = None,
    hints: tuple[str, ...] = (),
    *,
    most: int = LARGEST_FILE,
    inside: Path | None = None,
) -> bytes:
    """The bytes of a file, as ``open_regular`` opens it; words and hints are for when it is missing.

    Raises:
        CommandError: ``file-missing``, ``file-is-folder``, ``file-irregular``, ``file-outside``, ``file-too-large`` or
            ``file-unreadable``.

    """
    try:
        with open_regular(path, inside) as file:
            content = file.read(most + 1)
            size = max(len(content), os.fstat(file.fileno()).st_size)
    except OSError as failure:
        raise CommandError(reading_refusal(shown, failure, words, hints)) from failure
    if len(content) > most:
        raise CommandError(too_large(shown, size, most))
    return content


def open_regular(path: Path, inside: Path | None = None) -> BinaryIO:
    """A regular file open for reading; its links may not lead out of the folder ``inside``, where one is given.

    Raises:
        OSError: the system refuses, or the file is a folder, of another kind (``IrregularFileError``), or outside
            (``OutsideError``).

    """
    try:
        real = real_path(path)
        if inside is not None and not real.is_relative_to(real_path(inside)):
            raise OutsideError
        _insist_on_regular(real.stat())
        descriptor = os.open(real, _FLAGS)
    except ValueError:  # a name with characters that no disk takes
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from None
    try:
        _insist_on_regular(os.fstat(descriptor))
        return BufferedReader(FileIO(descriptor))
    except OSError:
        os.close(descriptor)
        raise


def real_path(path: Path) -> Path:
    """A path without links, as far as there are any; ``Path.resolve`` fails on a circle of them before Python 3.13."""
    return Path(os.path.realpath(path))


def _insist_on_regular(found: os.stat_result) -> None:
    kind = stat.S_IFMT(found.st_mode)
    if kind == stat.S_IFDIR:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if kind != stat.S_IFREG:
        raise IrregularFileError(kind)

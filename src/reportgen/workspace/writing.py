"""Writes files: all or none, never half, never over what somebody else saved meanwhile, never through foreign links."""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.workspace.journal import (
    Move,
    has_leftovers,
    is_unsettled,
    keep_old,
    make_moves,
    plan_moves,
    remove,
    settle,
    write_new,
)
from reportgen.workspace.locks import LOCK, folder_lock
from reportgen.workspace.refusals import CommandError, IrregularFileError, OutsideError, refusal
from reportgen.workspace.signals import deferred_signals

_MOST_ALIKE = 99
"""Files that ``leave_file`` numbers in one folder."""


class NewFile(Struct, frozen=True):
    """A file to write: where, the name shown for it, and its bytes."""

    path: Path
    shown: str
    content: bytes


def write_files(files: Iterable[NewFile], root: Path | None = None) -> None:
    """Writes some files, all or none; folders are made as needed.

    At no moment is a file that was there missing or half written. Files of one folder are all or none also where the
    process is killed or the power fails: the next command that writes there, or verifies a file there, finishes what
    was started. Links are written through where they stay inside ``root``, or inside its folder for a file outside;
    anywhere without a root.

    Raises:
        CommandError: ``file-unwritable``; what was there before is there again.

    """
    outputs = tuple(files)
    if not outputs:
        return
    with _staged(outputs, root) as moves:
        refused = make_moves(moves)
        if refused is not None:
            shown = outputs[moves.index(refused.move)].shown
            raise CommandError(refusal("file-unwritable", shown, refused.failure, "close-file"))


def replace_file(file: NewFile, before: bytes, root: Path) -> None:
    """Writes a file in place of what was read from it, with the same owner and permissions.

    A save by another program is never undone, unless it moves its own new file there within the microseconds between
    the last look and our move.

    Raises:
        CommandError: ``file-unwritable``, or ``file-modified`` if the file is no longer as it was read.

    """
    with _staged((file,), root) as (move,):
        keep_old(move)
        if move.old is None or move.place.read_bytes() != before:
            raise CommandError(Diagnostic("file-modified", Place(file.shown), {"file": file.shown}))
        move.new.replace(move.place)
        if move.old.read_bytes() != before:  # a program that had opened the file wrote to it until now
            move.old.replace(move.place)
            raise CommandError(Diagnostic("file-modified", Place(file.shown), {"file": file.shown}))


def create_file(file: NewFile, root: Path) -> None:
    """Writes a file that must not be there yet, as ``create_files`` does."""
    create_files((file,), root)


def create_files(files: Iterable[NewFile], root: Path) -> None:
    """Writes some files, none of which may be there yet, all or none; of several processes at once, one does.

    Raises:
        CommandError: ``file-unwritable``, or ``file-there`` with the names of all that are.

    """
    outputs = tuple(files)
    there = [file for file in outputs if os.path.lexists(file.path)]
    if there:
        raise _refused(there)
    made: list[Path] = []
    with _staged(outputs, root) as moves:
        try:
            for file, move in zip(outputs, moves, strict=True):
                _make(file, move)
                made.append(move.place)
        except BaseException:
            for place in made:
                remove(place)
            raise


def _make(file: NewFile, move: Move) -> None:
    try:
        os.link(move.new, move.place)
    except OSError as failure:  # FileExistsError, or a disk without hard links, where the lock must do
        if move.place.exists():
            raise _refused((file,)) from failure
        move.new.replace(move.place)


def _refused(there: Sequence[NewFile]) -> CommandError:
    names = ", ".join(file.shown for file in there)
    return CommandError(Diagnostic("file-there", Place(there[0].shown), {"file": names}))


def leave_file(folders: Iterable[Path], name: str, content: bytes) -> Path | None:
    """Writes a file into the first folder that takes it, numbered where the name is taken; None where none does."""
    for folder in folders:
        for number in range(1, _MOST_ALIKE + 1):
            path = folder / (name if number == 1 else f"-{number}.".join(name.rsplit(".", 1)))
            try:
                write_new(path, content)
            except FileExistsError:
                continue
            except OSError:
                break
            return path
    return None


def remove_file(path: Path, root: Path) -> bool:
    """Removes a file that is no link and inside ``root``, or inside its folder; whether it was there and is gone."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or not _stays_inside(path, Path(os.path.realpath(path)), root):
            return False
        path.unlink()
    except OSError:
        return False
    return True


def finish_interrupted(folder: Path) -> None:
    """Finishes or takes back what a process that was killed left in a folder, where that can be done."""
    with suppress(OSError):
        if has_leftovers(folder) or (folder / LOCK).exists():
            with deferred_signals() as stop_if_received, folder_lock(folder, stop_if_received) as is_locked:
                if is_locked:
                    settle(folder)


@contextmanager
def _staged(files: Sequence[NewFile], root: Path | None) -> Iterator[tuple[Move, ...]]:
    """The files written beside their places, with the right to move them there.

    Signals wait until the block is left: before it, they stop the writing; from then on it is finished. Nothing of ours
    is left in the folders.
    """
    current = files[0]
    try:
        places = [_place_of(current, root) for current in files]
        with deferred_signals() as stop_if_received, ExitStack() as held:
            for folder in sorted({place.parent for place in places}):
                held.enter_context(_made_folder(folder))
                if held.enter_context(folder_lock(folder, stop_if_received)):
                    _settle(folder, current.shown)
            moves = plan_moves(places)
            held.callback(_discard, moves)
            for current, move in zip(files, moves, strict=True):
                _stage(move, current.content)
                stop_if_received()
            yield moves
    except OSError as failure:
        raise CommandError(refusal("file-unwritable", current.shown, failure)) from failure


def _settle(folder: Path, shown: str) -> None:
    """Finishes or takes back what a process that was killed left in a folder.

    Raises:
        CommandError: ``file-unwritable``: one of its files is in use.

    """
    try:
        settle(folder)
    except OSError as failure:
        raise CommandError(refusal("file-unwritable", shown, failure, "close-file")) from failure


def _discard(moves: Sequence[Move]) -> None:
    """Removes what waits beside the places, unless the next command needs it."""
    for move in moves:
        if not is_unsettled(move.place.parent):
            remove(move.new)
            if move.old is not None:
                remove(move.old)


def _place_of(file: NewFile, root: Path | None) -> Path:
    """Where a file really goes, its links followed.

    Raises:
        CommandError: ``file-unwritable``: it is not a file, it may not be changed, or a link leads out or in a circle.

    """
    place = Path(os.path.realpath(file.path))
    try:
        if root is not None and not _stays_inside(file.path, place, root):
            raise OutsideError
        _insist_on_writable(place)
    except OSError as failure:
        hints = ("delete-link",) if isinstance(failure, OutsideError) else ()
        raise CommandError(refusal("file-unwritable", file.shown, failure, *hints)) from failure
    return place


def _stays_inside(path: Path, place: Path, root: Path) -> bool:
    """Whether a path that is written inside a folder stays there; outside the workspace its own folder counts."""
    absolute = Path(os.path.normpath(path.absolute()))
    return place.is_relative_to(os.path.realpath(root if absolute.is_relative_to(root) else absolute.parent))


def _insist_on_writable(place: Path) -> None:
    """Refuses a place where there is something that is not a file, or a file that may not be changed."""
    try:
        kind = stat.S_IFMT(place.stat(follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return
    numbers = {stat.S_IFDIR: errno.EISDIR, stat.S_IFLNK: errno.ELOOP}
    if kind in numbers:
        raise OSError(numbers[kind], os.strerror(numbers[kind]))
    if kind != stat.S_IFREG:
        raise IrregularFileError(kind)
    if not os.access(place, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    """Makes a folder and those above it; those that were made are removed again if the block fails."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):
                each.rmdir()
        raise


def _stage(move: Move, content: bytes) -> None:
    """Writes the new content beside its place, with the permissions and, where allowed, the owner of the file there."""
    if move.old is None:
        write_new(move.new, content)
        return
    before = move.place.stat()
    mode = stat.S_IMODE(before.st_mode)
    write_new(move.new, content, mode)
    if sys.platform != "win32":
        for owner in (-1, before.st_uid):  # their group others may keep; only root may give files away
            with suppress(OSError):
                os.chown(move.new, owner, before.st_gid)
    move.new.chmod(mode)

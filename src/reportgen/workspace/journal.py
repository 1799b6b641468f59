"""Moves of written files to their places, all or none: also where the process is killed between two of them.

New files wait beside their places, what they replace is kept beside them, and a journal in the folder lists the moves
until all are made. Whoever writes there next finishes them, or takes them back where one is refused. A journal comes
with a folder, so it is not trusted: it can only rename files of its own folder that have the names given here.
"""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from reportgen.workspace.reading import open_regular

_JOURNAL = ".reportgen-journal"
_WAITING = re.compile(r"\.reportgen-[0-9a-f]{12}-\d+\.(?:new|old)")
_NAME = re.compile(r"[^/\\:\0]+")
_LARGEST_JOURNAL = 1 << 20


class Move(Struct, frozen=True):
    """A file on the way to its place: where its new content waits, and where what was there is kept, if anything."""

    new: Path
    place: Path
    old: Path | None


class Refused(Struct, frozen=True):
    """A move that the system refused; all moves were taken back."""

    move: Move
    failure: OSError


class _Entry(Struct, frozen=True):
    """A move as the journal has it: names in its folder; ``old`` is empty if there was no file."""

    new: str
    place: str
    old: str = ""


class _Journal(Struct, frozen=True):
    """The moves to finish, or to take back."""

    entries: tuple[_Entry, ...]
    goes_back: bool = False


def plan_moves(places: Sequence[Path]) -> tuple[Move, ...]:
    """Moves to some places, with names beside them that nothing else has."""
    token = os.urandom(6).hex()
    return tuple(
        Move(
            place.with_name(f".reportgen-{token}-{number}.new"),
            place,
            place.with_name(f".reportgen-{token}-{number}.old") if place.exists() else None,
        )
        for number, place in enumerate(places)
    )


def keep_old(move: Move) -> None:
    """Keeps what is at a place under a second name, or a copy of it where the disk has no hard links.

    Raises:
        OSError: it can be neither.

    """
    if move.old is not None:
        try:
            os.link(move.place, move.old)
        except OSError:
            shutil.copy2(move.place, move.old)


def make_moves(moves: Sequence[Move]) -> Refused | None:
    """Makes all moves, each file having been written; where one is refused takes all back and returns it.

    Moves within one folder outlive the process. Those across folders do not: no journal may name other folders.

    Raises:
        OSError: a move could not be taken back, or the journal not be written.

    """
    folders = {move.place.parent for move in moves}
    folder = next(iter(folders)) if len(moves) > 1 and len(folders) == 1 else None
    if len(moves) > 1:
        for move in moves:
            keep_old(move)
    if folder is not None:
        _write_journal(folder, moves, goes_back=False)
    refused = _go_on(moves, folder)
    if folder is not None:
        remove(folder / _JOURNAL)
    return refused


def _go_on(moves: Sequence[Move], folder: Path | None) -> Refused | None:
    """Makes the moves that are left to make."""
    for move in moves:
        try:
            if move.new.exists():
                move.new.replace(move.place)
        except OSError as failure:
            _go_back(moves, folder)
            return Refused(move, failure)
    return None


def _go_back(moves: Sequence[Move], folder: Path | None) -> None:
    """Takes back the moves that were made: those whose new file waits no longer."""
    if folder is not None:
        with suppress(OSError):  # a full disk keeps nobody from going back
            _write_journal(folder, moves, goes_back=True)
    for move in moves:
        if move.new.exists():
            continue
        if move.old is None:
            move.place.unlink(missing_ok=True)
        elif move.old.exists():
            move.old.replace(move.place)


def has_leftovers(folder: Path) -> bool:
    """Whether a process that died, or one at work, has files of its own in a folder."""
    return next(_leftovers(folder), None) is not None


def settle(folder: Path) -> None:
    """Finishes what a process that died left in a folder, or takes it back, and removes its files; needs the lock.

    Raises:
        OSError: it can be neither, because a file is in use.

    """
    if not has_leftovers(folder):
        return
    journal = _read_journal(folder)
    if journal is not None:
        moves = _moves_of(journal, folder)
        if journal.goes_back:
            _go_back(moves, folder)
        else:
            _go_on(moves, folder)
    remove(folder / _JOURNAL)
    for path in _leftovers(folder):
        remove(path)


def is_unsettled(folder: Path) -> bool:
    """Whether there are moves in a folder that have been neither finished nor taken back."""
    return (folder / _JOURNAL).exists()


def remove(path: Path) -> None:
    """Removes a file, if it can be removed."""
    with suppress(OSError):
        path.unlink()


def write_new(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Writes a file that must not be there yet, to the disk itself: a name never comes to a file without its content.

    Raises:
        OSError: the disk is full, the folder cannot be written to.

    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        remove(path)
        raise


def _leftovers(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == _JOURNAL or _WAITING.fullmatch(entry.name):
                yield folder / entry.name


def _write_journal(folder: Path, moves: Sequence[Move], *, goes_back: bool) -> None:
    entries = (_Entry(move.new.name, move.place.name, move.old.name if move.old else "") for move in moves)
    (written,) = plan_moves((folder / _JOURNAL,))
    write_new(written.new, msgspec.json.encode(_Journal(tuple(entries), goes_back)))
    try:
        written.new.replace(written.place)
    except OSError:
        remove(written.new)
        raise


def _read_journal(folder: Path) -> _Journal | None:
    """The journal of a folder; None where there is none, or none that this program writes."""
    try:
        with open_regular(folder / _JOURNAL, folder) as file:
            journal = msgspec.json.decode(file.read(_LARGEST_JOURNAL), type=_Journal)
    except (OSError, msgspec.DecodeError):
        return None
    return journal if all(_is_sound(entry, folder) for entry in journal.entries) else None


def _is_sound(entry: _Entry, folder: Path) -> bool:
    """Whether an entry names files of its folder, and those that wait are files and not links."""
    waiting = [name for name in (entry.new, entry.old) if name]
    if not all(_WAITING.fullmatch(name) for name in waiting) or not _NAME.fullmatch(entry.place):
        return False
    if entry.place in (".", "..") or entry.place.startswith(".reportgen-"):
        return False
    return not any((folder / name).is_symlink() for name in (*waiting, entry.place))


def _moves_of(journal: _Journal, folder: Path) -> tuple[Move, ...]:
    return tuple(
        Move(folder / entry.new, folder / entry.place, folder / entry.old if entry.old else None)
        for entry in journal.entries
    )

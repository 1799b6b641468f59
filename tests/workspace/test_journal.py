"""What a process that died left in a folder: moves are finished or taken back, and nothing of ours stays."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from reportgen.workspace import journal
from reportgen.workspace.journal import (
    Move,
    has_leftovers,
    is_unsettled,
    keep_old,
    make_moves,
    plan_moves,
    settle,
    write_new,
)
from reportgen.workspace.writing import leave_file

FILES = ("a.docx", "b.pdf", "c.csv")
JOURNAL = ".reportgen-journal"


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


@pytest.fixture
def moves(tmp_path: Path) -> tuple[Move, ...]:
    """Three files to be written, of which the last is not there yet."""
    for name in FILES[:2]:
        (tmp_path / name).write_text("old", "utf-8")
    planned = plan_moves([tmp_path / name for name in FILES])
    for move in planned:
        write_new(move.new, b"new")
    return planned


def died_after(count: int, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """As ``make_moves``, but for a process that is killed when so many of the moves are made, be it all."""
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target.name in FILES and FILES.index(target.name) >= count:
            raise KeyboardInterrupt
        return replaced(self, target)

    def end(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        patch.setattr(journal, "remove", end)
        with pytest.raises(KeyboardInterrupt):
            make_moves(moves)


def turn_back(folder: Path) -> None:
    """Has the journal of a folder take back what it was to finish."""
    path = folder / JOURNAL
    path.write_text(path.read_text("utf-8").replace('"goes_back":false', '"goes_back":true'), "utf-8")


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_moves_are_finished_where_a_process_died_between_two(
    count: int, tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    died_after(count, moves, monkeypatch)
    assert has_leftovers(tmp_path)
    assert is_unsettled(tmp_path)
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES, "new")
    assert not has_leftovers(tmp_path)
    assert not is_unsettled(tmp_path)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_moves_are_taken_back_where_it_died_while_it_did(
    count: int, tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    died_after(count, moves, monkeypatch)
    turn_back(tmp_path)
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES[:2], "old")


def test_what_was_taken_back_is_taken_back_once(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that died while it took back had removed the new file, and put one of the old ones back."""
    died_after(2, moves, monkeypatch)
    turn_back(tmp_path)
    moves[2].new.unlink()
    assert moves[1].old is not None
    moves[1].old.replace(moves[1].place)
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES[:2], "old")


def test_a_process_that_dies_while_it_takes_back_is_taken_back_further(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".old":
            raise KeyboardInterrupt
        if self.suffix == ".new" and target.name == "b.pdf":
            raise PermissionError
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            make_moves(moves)
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES[:2], "old")


def test_a_move_that_was_not_made_is_not_taken_back(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else has put there since is theirs."""
    died_after(1, moves, monkeypatch)
    turn_back(tmp_path)
    for name in FILES[1:]:
        (tmp_path / name).write_text("theirs", "utf-8")
    settle(tmp_path)
    assert contents(tmp_path) == {"a.docx": "old", "b.pdf": "theirs", "c.csv": "theirs"}


@pytest.mark.parametrize(
    ("places", "noted"),
    [
        (["a/1"], False),
        (["a/1", "a/2"], True),
        (["a/1", "a/2", "a/3"], True),
        (["a/1", "b/2"], False),
    ],
)
def test_moves_outlive_the_process_within_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: list[str], noted: bool
) -> None:
    """No journal may name other folders; and where the last of several is refused, all are taken back without one."""
    for folder in "ab":
        (tmp_path / folder).mkdir()
    for place in places:
        (tmp_path / place).write_text("old", "utf-8")
    planned = plan_moves([tmp_path / place for place in places])
    for move in planned:
        write_new(move.new, b"new")
    notes: list[bool] = []
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target == planned[-1].place:
            notes.append(any(is_unsettled(tmp_path / folder) for folder in "ab"))
            raise PermissionError
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        assert make_moves(planned) is not None
    assert notes == [noted]
    assert {(tmp_path / place).read_text("utf-8") for place in places} == {"old"}


def test_a_disk_without_hard_links_keeps_a_copy(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _link: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    for move in moves:
        keep_old(move)
    assert [path.read_text("utf-8") for path in tmp_path.glob(".reportgen-*.old")] == ["old", "old"]


@pytest.mark.parametrize(("size", "read"), [(1 << 20, True), ((1 << 20) + 1, False)])
def test_a_journal_larger_than_any_of_ours_is_void(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch, size: int, read: bool
) -> None:
    died_after(0, moves, monkeypatch)
    path = tmp_path / JOURNAL
    text = path.read_text("utf-8")
    path.write_text(text[:-1] + " " * (size - len(text)) + text[-1], "utf-8")
    settle(tmp_path)
    assert contents(tmp_path) == (dict.fromkeys(FILES, "new") if read else dict.fromkeys(FILES[:2], "old"))


def test_a_file_that_cannot_be_written_whole_is_not_left_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="full"):
        write_new(tmp_path / "a.docx", b"new")
    assert contents(tmp_path) == {}


def test_a_file_is_on_the_disk_before_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: sizes.append(os.fstat(descriptor).st_size))
    write_new(tmp_path / "a.docx", b"new")
    assert sizes == [3]


@pytest.mark.skipif(os.name != "posix", reason="the permissions of Unix")
def test_a_new_file_is_for_all_whom_the_mask_lets_or_for_whom_it_is_said(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        write_new(tmp_path / "a", b"")
        write_new(tmp_path / "b", b"", 0o600)
    finally:
        os.umask(mask)
    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"] == [0o666, 0o600]


def test_the_journal_goes_before_what_it_names(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies between leaves files without a journal, and not a journal without its files."""
    died_after(1, moves, monkeypatch)
    gone: list[str] = []
    unlink = Path.unlink

    def noted(self: Path, missing_ok: bool = False) -> None:
        gone.append(self.name)
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", noted)
    settle(tmp_path)
    assert (gone[0], len(gone)) == (JOURNAL, 3)


def test_a_journal_that_cannot_be_put_in_its_place_is_not_left_beside_it(
    tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == JOURNAL:
            raise PermissionError
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError):
        make_moves(moves)
    ours = {move.new.name for move in moves} | {move.old.name for move in moves if move.old}
    assert {path.name for path in tmp_path.iterdir()} == {*FILES[:2], *ours}


def test_a_file_that_is_there_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("old", "utf-8")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.docx", b"new")
    assert contents(tmp_path) == {"a.docx": "old"}


TOKEN = ".reportgen-0123456789ab-0"


@pytest.mark.parametrize(
    ("new", "place", "old", "moved"),
    [
        (f"{TOKEN}.new", "a.docx", "", True),
        (f"{TOKEN}.new", "a.docx", f"{TOKEN}.old", True),
        ("mine.txt", "a.docx", "", False),
        (f"{TOKEN}.new", "a.docx", "mine.txt", False),
        (f"{TOKEN}.new", "../a.docx", "", False),
        (f"{TOKEN}.new", "sub/a.docx", "", False),
        (f"{TOKEN}.new", "..", "", False),
        (f"{TOKEN}.new", ".", "", False),
        (f"{TOKEN}.new", ".reportgen-lock", "", False),
        (f"{TOKEN}.new", "", "", False),
        (f"{TOKEN}.new.txt", "a.docx", "", False),
        (f"x{TOKEN}.new", "a.docx", "", False),
    ],
)
def test_a_journal_moves_files_of_ours_to_names_of_its_folder(
    tmp_path: Path, new: str, place: str, old: str, moved: bool
) -> None:
    """It comes with the folder, from whoever made that: an entry that asks for more makes all of it void."""
    folder = tmp_path / "build"
    (folder / "sub").mkdir(parents=True)
    for name in (f"{TOKEN}.new", f"{TOKEN}.new.txt", f"x{TOKEN}.new", "mine.txt"):
        (folder / name).write_text("new", "utf-8")
    entries = [{"new": new, "place": place, "old": old}]
    (folder / JOURNAL).write_text(json.dumps({"entries": entries}), "utf-8")
    settle(folder)
    kept = {f"{TOKEN}.new.txt", f"x{TOKEN}.new", "mine.txt", "sub"}
    assert {path.name for path in folder.iterdir()} == kept | ({"a.docx"} if moved else set())
    assert [path.name for path in tmp_path.iterdir()] == ["build"]
    assert list((folder / "sub").iterdir()) == []


@pytest.mark.parametrize("refused", FILES)
def test_where_one_move_is_refused_all_are_taken_back(
    refused: str, tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target.name == refused:
            raise PermissionError
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        found = make_moves(moves)
    assert found is not None
    assert found.move.place.name == refused
    assert not is_unsettled(tmp_path)
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES[:2], "old")


@pytest.mark.parametrize("place", [0, 1])
def test_a_journal_that_leads_through_a_link_moves_nothing(
    place: int, tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the link waits for its place or is there."""
    died_after(0, moves, monkeypatch)
    link = (moves[0].new, moves[0].place)[place]
    link.unlink()
    link.symlink_to(tmp_path / "b.pdf")
    settle(tmp_path)
    assert (tmp_path / "b.pdf").read_text("utf-8") == "old"
    assert not (tmp_path / "c.csv").exists()
    assert not has_leftovers(tmp_path)


def test_one_file_alone_needs_no_journal_and_keeps_nothing(tmp_path: Path) -> None:
    place = tmp_path / "a.docx"
    place.write_text("old", "utf-8")
    (move,) = plan_moves((place,))
    write_new(move.new, b"new")
    assert make_moves((move,)) is None
    assert contents(tmp_path) == {"a.docx": "new"}


def test_what_is_kept_is_what_was_there(tmp_path: Path, moves: tuple[Move, ...]) -> None:
    for move in moves:
        keep_old(move)
    kept = {path.read_text("utf-8") for path in tmp_path.glob(".reportgen-*.old")}
    assert (kept, len(list(tmp_path.glob(".reportgen-*.old")))) == ({"old"}, 2)


def test_a_file_left_for_a_person_is_numbered_before_its_ending(tmp_path: Path) -> None:
    """In the first folder that takes it."""
    folders = (tmp_path / "none", tmp_path)
    left = [leave_file(folders, "report.tar.txt", content) for content in (b"1", b"2", b"3")]
    assert [path.name if path else "" for path in left] == [
        "report.tar.txt",
        "report.tar-2.txt",
        "report.tar-3.txt",
    ]
    assert contents(tmp_path) == {"report.tar.txt": "1", "report.tar-2.txt": "2", "report.tar-3.txt": "3"}
    assert leave_file(folders[:1], "report.txt", b"") is None

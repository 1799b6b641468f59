"""What a process that died left in a folder: moves are finished or taken back, and nothing of ours stays."""

from pathlib import Path

import pytest

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
    """As ``make_moves``, but for a process that is killed when so many of the moves are made."""
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target.name in FILES and FILES.index(target.name) >= count:
            raise KeyboardInterrupt
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            make_moves(moves)


@pytest.mark.parametrize("count", [0, 1, 2])
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


@pytest.mark.parametrize("count", [0, 1, 2])
def test_moves_are_taken_back_where_it_died_while_it_did(
    count: int, tmp_path: Path, moves: tuple[Move, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    died_after(count, moves, monkeypatch)
    journal = tmp_path / JOURNAL
    journal.write_text(journal.read_text("utf-8").replace('"goes_back":false', '"goes_back":true'), "utf-8")
    settle(tmp_path)
    assert contents(tmp_path) == dict.fromkeys(FILES[:2], "old")


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

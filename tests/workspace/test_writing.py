"""Files are written all or none, where they may be, and never over what somebody else saved meanwhile."""

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import render_concise
from reportgen.workspace import journal, writing
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import (
    NewFile,
    create_file,
    create_files,
    finish_interrupted,
    leave_file,
    remove_file,
    replace_file,
    write_files,
)


def _new(path: Path, content: bytes = b"new") -> NewFile:
    return NewFile(path, f"shown/{path.name}", content)


def _tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its text, and every folder that is empty."""
    return {
        path.relative_to(folder).as_posix(): "" if path.is_dir() else path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if not path.is_dir() or not list(path.iterdir())
    }


def _refused(act: Callable[[], object]) -> str:
    """The message, with its hints."""
    with pytest.raises(CommandError) as raised:
        act()
    found = raised.value.diagnostic
    return f"{render_concise(found, 'en')} {' '.join(found.hints)}"


def test_files_are_written_into_folders_that_are_made_for_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", "utf-8")
    write_files([_new(tmp_path / "a.txt"), _new(tmp_path / "b" / "c" / "d.txt"), _new(tmp_path / "e" / "f.txt")])
    assert _tree(tmp_path) == {"a.txt": "new", "b/c/d.txt": "new", "e/f.txt": "new"}


def test_without_files_nothing_is_done(tmp_path: Path) -> None:
    write_files([], tmp_path)
    assert _tree(tmp_path) == {}


def test_where_one_cannot_be_written_none_is_and_no_folder_is_left(tmp_path: Path) -> None:
    """The one that cannot is named."""
    (tmp_path / "file").write_text("old", "utf-8")
    files = [_new(tmp_path / "a.txt"), _new(tmp_path / "b" / "c" / "d.txt"), _new(tmp_path / "file" / "e.txt")]
    said = "shown/e.txt: error[file-unwritable] cannot write shown/e.txt: part of the path is not a folder"
    assert _refused(lambda: write_files(files)).startswith(said)
    assert _tree(tmp_path) == {"file": "old"}


def test_a_folder_that_was_there_stays_where_a_file_in_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "d.txt").mkdir()
    files = [_new(tmp_path / "b" / "c" / "a.txt"), _new(tmp_path / "b" / "d.txt")]
    assert "cannot write shown/d.txt: it is a folder, not a file" in _refused(lambda: write_files(files))
    assert _tree(tmp_path) == {"b/d.txt": ""}


def test_where_the_disk_is_full_the_folders_that_were_made_go_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b").mkdir()
    written = journal.write_new

    def write_new(path: Path, content: bytes, mode: int = 0o666) -> None:
        if content == b"too much":
            raise OSError(errno.ENOSPC, "")
        written(path, content, mode)

    monkeypatch.setattr(writing, "write_new", write_new)
    files = [_new(tmp_path / "b" / "c" / "d" / "a.txt"), _new(tmp_path / "e" / "b.txt", b"too much")]
    said = "shown/b.txt: error[file-unwritable] cannot write shown/b.txt: the disk is full"
    assert _refused(lambda: write_files([*files, _new(tmp_path / "c.txt")])).startswith(said)
    assert _tree(tmp_path) == {"b": ""}


def test_who_no_longer_waits_gets_nothing_before_all_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C takes effect between two files, while nothing has its place yet."""
    written = journal.write_new

    def write_new(path: Path, content: bytes) -> None:
        written(path, content)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(writing, "write_new", write_new)
    with pytest.raises(KeyboardInterrupt):
        write_files([_new(tmp_path / "a.txt"), _new(tmp_path / "b.txt")])
    assert _tree(tmp_path) == {}


def test_what_a_process_left_is_settled_before_anything_is_written(tmp_path: Path) -> None:
    for name in (".reportgen-0123456789ab-0.new", ".reportgen-0123456789ab-0.old"):
        (tmp_path / name).touch()
    write_files([_new(tmp_path / "a.txt")])
    assert _tree(tmp_path) == {"a.txt": "new"}


def test_what_cannot_be_settled_keeps_from_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def settle(_: Path) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(writing, "settle", settle)
    said = _refused(lambda: write_files([_new(tmp_path / "a.txt")]))
    assert "cannot write shown/a.txt: permission denied" in said
    assert said.endswith(" close-file")
    assert _tree(tmp_path) == {}


def test_a_move_that_is_refused_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where the program that shows a file keeps it from being replaced."""
    files = [_new(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]
    (tmp_path / "b.txt").write_text("old", "utf-8")
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target.name == "b.txt":
            raise PermissionError(13, "")
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    said = _refused(lambda: write_files(files))
    assert said.startswith("shown/b.txt: error[file-unwritable] cannot write shown/b.txt: permission denied")
    assert said.endswith(" close-file")
    assert _tree(tmp_path) == {"b.txt": "old"}


@pytest.mark.parametrize(
    ("link", "target", "root", "written"),
    [
        ("w/link.txt", "w/inside/a.txt", "w", True),
        ("w/link.txt", "w/inside/a.txt", None, True),
        ("w/link.txt", "outside/a.txt", "w", False),
        ("w/link.txt", "outside/a.txt", None, True),
        ("outside/link.txt", "outside/a.txt", "w", True),
        ("outside/link.txt", "w/a.txt", "w", False),
    ],
)
def test_links_are_written_through_where_they_stay_inside(
    tmp_path: Path, link: str, target: str, root: str | None, written: bool
) -> None:
    """Inside the root, or for a file that is elsewhere inside its own folder."""
    for each in ("w/inside", "outside"):
        (tmp_path / each).mkdir(parents=True)
    (tmp_path / link).symlink_to(tmp_path / target)

    def write() -> None:
        write_files([_new(tmp_path / link)], None if root is None else tmp_path / root)

    if written:
        write()
        assert (tmp_path / target).read_bytes() == b"new"
    else:
        said = _refused(write)
        assert "cannot write shown/link.txt: it is a link that leads out of the workspace" in said
        assert said.endswith(" delete-link")
        assert not (tmp_path / target).exists()
    assert (tmp_path / link).is_symlink()


def test_a_file_is_replaced_only_where_it_is_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    replace_file(_new(path), b"old", tmp_path)
    assert _tree(tmp_path) == {"a.txt": "new"}
    assert "file-modified" in _refused(lambda: replace_file(_new(path, b"newer"), b"old", tmp_path))
    assert _tree(tmp_path) == {"a.txt": "new"}
    path.unlink()
    assert "file-modified" in _refused(lambda: replace_file(_new(path), b"new", tmp_path))
    assert _tree(tmp_path) == {}


def test_what_is_saved_in_the_last_moment_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a program that has the file open: it writes to what is kept."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    replaced = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".new":
            target.write_bytes(b"saved meanwhile")
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert "file-modified" in _refused(lambda: replace_file(_new(path), b"old", tmp_path))
    assert _tree(tmp_path) == {"a.txt": "saved meanwhile"}


@pytest.mark.skipif(os.name != "posix", reason="the permissions of Unix")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o775])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace_file(_new(path), b"old", tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="the owners of Unix")
@pytest.mark.parametrize("root", [True, False])
def test_its_owner_is_kept_where_the_system_lets_us_and_its_group_in_any_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: bool
) -> None:
    path, calls = tmp_path / "a.txt", list[tuple[int, int]]()
    path.write_bytes(b"old")
    stated = Path.stat

    def stat_of(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = list(stated(self, follow_symlinks=follow_symlinks))
        return os.stat_result([*found[:4], *((5, 7) if self == path else found[4:6]), *found[6:]])

    def chown(_: Path, owner: int, group: int) -> None:
        calls.append((owner, group))
        if owner >= 0 and not root:
            raise PermissionError

    monkeypatch.setattr(Path, "stat", stat_of)
    monkeypatch.setattr(os, "chown", chown)
    replace_file(_new(path), b"old", tmp_path)
    assert calls == [(-1, 7), (5, 7)]
    assert path.read_bytes() == b"new"


def test_a_new_file_is_never_written_over_one_that_is_there(tmp_path: Path) -> None:
    create_file(_new(tmp_path / "a.txt", b"1"), tmp_path)
    (tmp_path / "c.txt").symlink_to("nowhere")
    files = [_new(tmp_path / name, b"2") for name in ("a.txt", "b.txt", "c.txt")]
    said = "shown/a.txt: error[file-there] shown/a.txt, shown/c.txt"
    assert _refused(lambda: create_files(files, tmp_path)).startswith(said)
    (tmp_path / "c.txt").unlink()
    assert _tree(tmp_path) == {"a.txt": "1"}


@pytest.mark.parametrize("links", [True, False], ids=["hard links", "none"])
def test_of_new_files_none_is_left_where_one_appears_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    files = [_new(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]
    linked = os.link

    def link(source: Path, target: Path) -> None:
        if target.name == "b.txt":
            target.write_text("of another", "utf-8")
        if not links:
            raise PermissionError(1, "")
        linked(source, target)

    monkeypatch.setattr(os, "link", link)
    assert _refused(lambda: create_files(files, tmp_path)).startswith("shown/b.txt: error[file-there] shown/b.txt")
    assert _tree(tmp_path) == {"b.txt": "of another"}


def test_a_disk_without_hard_links_takes_new_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: Path, target: Path) -> None:
        raise PermissionError(1, "")

    monkeypatch.setattr(os, "link", link)
    create_files([_new(tmp_path / name) for name in ("a.txt", "b.txt")], tmp_path)
    assert _tree(tmp_path) == {"a.txt": "new", "b.txt": "new"}


def test_of_one_name_ninety_nine_files_are_left_in_a_folder(tmp_path: Path) -> None:
    names = [path.name for path in (leave_file([tmp_path], "a.txt", b"") for _ in range(99)) if path]
    assert names == ["a.txt", *(f"a-{number}.txt" for number in range(2, 100))]
    assert leave_file([tmp_path], "a.txt", b"") is None
    (tmp_path / "more").mkdir()
    assert leave_file([tmp_path, tmp_path / "more"], "a.txt", b"") == tmp_path / "more" / "a.txt"


def test_only_a_file_inside_is_removed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "w", tmp_path / "outside"
    for each in (folder, outside):
        each.mkdir()
        (each / "a.txt").touch()
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "out").symlink_to(outside)
    for path in (folder / "none.txt", folder / "link.txt", folder, folder / "out" / "a.txt"):
        assert not remove_file(path, folder)
    assert remove_file(folder / "a.txt", folder)
    assert remove_file(outside / "a.txt", folder), "a file that is elsewhere has its own folder"
    assert sorted(path.name for path in folder.iterdir()) == ["link.txt", "out"]


@pytest.mark.parametrize("left", [".reportgen-lock", ".reportgen-0123456789ab-0.new"])
def test_what_a_process_left_is_removed_by_the_next(tmp_path: Path, left: str) -> None:
    (tmp_path / left).touch()
    finish_interrupted(tmp_path)
    assert _tree(tmp_path) == {}


def test_where_nothing_was_left_nothing_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(writing, "folder_lock")
    finish_interrupted(tmp_path)
    finish_interrupted(tmp_path / "none")

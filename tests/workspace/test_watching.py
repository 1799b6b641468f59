"""Waiting for saves: those in place and by rename, with events and without, several as one."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import watchfiles

from reportgen.workspace import watching
from reportgen.workspace.watching import stamps_of, wait_for_changes

PATIENCE = 30.0
"""Seconds after which nothing comes any more."""


def by_writing(path: Path) -> None:
    path.write_text("new", "utf-8")


def by_renaming(path: Path) -> None:
    beside = path.with_suffix(".tmp")
    beside.write_text("new", "utf-8")
    beside.replace(path)


def by_deleting(path: Path) -> None:
    path.unlink()


def by_the_same_again(path: Path) -> None:
    path.write_text("old", "utf-8")


def files_in(folder: Path) -> tuple[Path, ...]:
    """Three files, of which the last is not there, nor its folder."""
    there = folder / "a.yaml", folder / "b.yaml"
    for path in there:
        path.write_text("old", "utf-8")
    return (*there, folder / "none" / "c.yaml")


def changes_after(files: tuple[Path, ...], save: Callable[[], object]) -> frozenset[Path]:
    """What is found changed when something is saved while it waits."""
    found: list[frozenset[Path]] = []
    seen = stamps_of(files)
    waiting = threading.Thread(target=lambda: found.append(wait_for_changes(seen)), daemon=True)
    waiting.start()
    time.sleep(0.3)
    save()
    waiting.join(PATIENCE)
    assert found, "nothing was noticed"
    return found[0]


@pytest.fixture(params=["events", "looks", "refusals"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's events; with events that never come, as from network folders; where the system refuses."""

    def silent(*_folders: Path, rust_timeout: int, **_options: object) -> object:
        while True:
            time.sleep(rust_timeout / 1000)
            yield set()

    def refused(*_folders: Path, **_options: object) -> object:
        raise OSError

    ways = {"events": watchfiles.watch, "looks": silent, "refusals": refused}
    monkeypatch.setattr(watchfiles, "watch", ways[request.param])


@pytest.mark.slow
@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("save", [by_writing, by_renaming, by_deleting])
def test_a_save_is_noticed(tmp_path: Path, save: Callable[[Path], None]) -> None:
    first, second, absent = files_in(tmp_path)
    assert changes_after((first, second, absent), lambda: save(second)) == {second}


@pytest.mark.slow
@pytest.mark.usefixtures("_way")
def test_a_file_that_comes_into_a_new_folder_is_noticed(tmp_path: Path) -> None:
    files = files_in(tmp_path)

    def come() -> None:
        files[-1].parent.mkdir()
        files[-1].write_text("new", "utf-8")

    assert changes_after(files, come) == {files[-1]}


@pytest.mark.slow
def test_a_file_saved_as_it_was_is_noticed_and_others_are_not(tmp_path: Path) -> None:
    files = files_in(tmp_path)

    def save() -> None:
        by_writing(tmp_path / "other.yaml")
        by_the_same_again(files[0])

    assert changes_after(files, save) == {files[0]}


@pytest.mark.slow
@pytest.mark.usefixtures("_way")
def test_a_burst_of_saves_is_one_change(tmp_path: Path) -> None:
    files = files_in(tmp_path)

    def save() -> None:
        for _ in range(5):
            by_renaming(files[0])
            by_writing(files[1])

    assert changes_after(files, save) == set(files[:2])
    with pytest.MonkeyPatch.context() as patch:  # and nothing of it is left over for the next time
        patch.setattr(watching, "_wait_for_events", lambda seen: frozenset())
        assert wait_for_changes(stamps_of(files)) == frozenset()


def test_files_are_looked_at_every_second_and_a_burst_is_over_once_it_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no events come, three times a second; saves are one burst for half a second at most."""
    files = files_in(tmp_path)
    asked: list[dict[str, object]] = []
    slept: list[float] = []

    def refused(*folders: Path, **options: object) -> object:
        asked.append({name: options[name] for name in ("step", "debounce", "rust_timeout", "recursive")})
        assert folders == (tmp_path,)
        raise OSError

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) < 4:
            files[0].write_text(f"{len(slept)}", "utf-8")

    monkeypatch.setattr(watchfiles, "watch", refused)
    monkeypatch.setattr(time, "sleep", sleep)
    assert wait_for_changes(stamps_of(files)) == {files[0]}
    assert asked == [{"step": 40, "debounce": 500, "rust_timeout": 1000, "recursive": False}]
    assert slept == [0.3, 0.04, 0.04, 0.04]


@pytest.mark.slow
def test_what_changed_while_a_build_ran_is_found_at_once(tmp_path: Path) -> None:
    files = files_in(tmp_path)
    seen = stamps_of(files)
    by_writing(files[0])
    assert wait_for_changes(seen) == {files[0]}


@pytest.mark.slow
def test_a_save_through_a_link_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.yaml", tmp_path / "link.yaml"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    assert changes_after((link,), lambda: by_renaming(real)) == {link}

"""Nothing is lost: full disks, files in use, several processes at once, editors, links, litter, planted files."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import render_concise
from reportgen.workspace import locks
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.signals import deferred_signals
from reportgen.workspace.writing import NewFile, create_file, create_files, finish_interrupted, write_files
from tests.hostile.commands import run_limited
from tests.support import MINIMAL
from tests.workflows.test_build import built_in, workspace_of

pytestmark = pytest.mark.slow

CROOKED = MINIMAL.replace("  title", "    title")


def refusal_of(write: Callable[[], object]) -> str:
    with pytest.raises(CommandError) as refused:
        write()
    return render_concise(refused.value.diagnostic, "en")


def files_of(folder: Path, made: str) -> list[NewFile]:
    return [NewFile(folder / f"report.{each}", f"report.{each}", f"{made} {each}".encode()) for each in ("docx", "pdf")]


def contents_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


OLD = {"report.docx": "old docx", "report.pdf": "old pdf"}
NEW = {"report.docx": "new docx", "report.pdf": "new pdf"}


# The disk refuses.


def test_a_full_disk_leaves_the_old_files_and_no_litter(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    built_in(folder)
    outputs = folder / "build" / "2025"
    before = {path.name: path.read_bytes() for path in outputs.iterdir()}
    ran = run_limited("build", "2025", "--style", "official", folder=folder, largest_file=100_000)
    assert ran.code == 3
    assert "cannot write build/2025/report.pdf: the file is too large; existing files are unchanged" in ran.err
    assert {path.name: path.read_bytes() for path in outputs.iterdir()} == before
    ran = run_limited("build", "2025", "--out", "a/b", folder=folder, largest_file=100_000)
    assert ran.code == 3
    assert not (folder / "a").exists()


def test_what_cannot_be_put_back_at_once_is_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF is open in a viewer; the DOCX is opened in Word the moment it is there."""
    write_files(files_of(tmp_path, "old"), tmp_path)
    in_use = {"report.pdf"}
    replace = Path.replace

    def windows(self: Path, target: Path) -> Path:
        if target.name in in_use:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if target.suffix == ".docx":
            in_use.add(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", windows)
    with pytest.raises(CommandError):
        write_files(files_of(tmp_path, "new"), tmp_path)
    finish_interrupted(tmp_path)
    assert (tmp_path / "report.docx").read_text("utf-8") == "new docx", "it is still open"
    with pytest.raises(CommandError) as refused:
        write_files(files_of(tmp_path, "newer"), tmp_path)
    assert refused.value.diagnostic.hints == ("close-file",)
    monkeypatch.undo()
    finish_interrupted(tmp_path)
    assert contents_of(tmp_path) == OLD


def test_a_disk_without_hard_links_keeps_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(files_of(tmp_path, "old"), tmp_path)
    replace = Path.replace

    def refuse_pdf(self: Path, target: Path) -> Path:
        if target.name == "report.pdf":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    with monkeypatch.context() as refusing:
        refusing.setattr(Path, "replace", refuse_pdf)
        assert "cannot write report.pdf" in refusal_of(lambda: write_files(files_of(tmp_path, "new"), tmp_path))
    assert contents_of(tmp_path) == OLD
    new = NewFile(tmp_path / "2026.yaml", "2026.yaml", b"new")
    create_file(new, tmp_path)
    assert "2026.yaml already exists" in refusal_of(lambda: create_file(new, tmp_path))


def test_a_file_that_may_not_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops: the refusal is acted."""
    write_files(files_of(tmp_path, "old"), tmp_path)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "report.pdf")
    assert refusal_of(lambda: write_files(files_of(tmp_path, "new"), tmp_path)).endswith(
        "cannot write report.pdf: permission denied; existing files are unchanged"
    )
    assert contents_of(tmp_path) == OLD


def test_check_writes_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it works where nothing may be written."""
    folder = workspace_of(tmp_path / "w", MINIMAL)
    for each in (folder, folder / "data"):
        each.chmod(0o555)
    try:
        ran = run_limited("check", "2025", folder=folder, largest_file=0)
    finally:
        for each in (folder, folder / "data"):
            each.chmod(0o755)
    assert ran.code == 0
    assert sorted(path.name for path in folder.rglob("*")) == ["2025.yaml", "data"]


# Several at once.


def test_who_comes_while_files_are_moved_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its two moves of one writer, another begins; without waiting, it would be done before the second."""
    replace = Path.replace
    other = threading.Thread(target=write_files, args=(files_of(tmp_path, "new"), tmp_path))
    done_early = []

    def begin_other(self: Path, target: Path) -> Path:
        moved = replace(self, target)
        if target.name == "report.docx" and not other.ident:
            other.start()
            other.join(0.5)
            done_early.append(not other.is_alive())
        return moved

    monkeypatch.setattr(Path, "replace", begin_other)
    write_files(files_of(tmp_path, "old"), tmp_path)
    assert contents_of(tmp_path).keys() >= OLD.keys()
    other.join(60)
    assert done_early == [False]
    assert contents_of(tmp_path) == NEW


def test_two_styles_at_once_leave_the_pair_of_one(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    outputs = folder / "build" / "2025"
    pairs = []
    for style in ("official", "plenary"):
        built_in(folder, style)
        pairs.append({path.name: path.read_bytes() for path in outputs.iterdir()})
    command = [sys.executable, "-m", "reportgen", "build", "2025", "--style"]
    for _ in range(2):
        builds = [subprocess.Popen([*command, each], cwd=folder) for each in ("official", "plenary") * 2]
        assert [build.wait(120) for build in builds] == [0, 0, 0, 0]
        assert {path.name: path.read_bytes() for path in outputs.iterdir()} in pairs


def test_of_six_that_begin_a_year_one_does(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    command = [sys.executable, "-m", "reportgen", "new", "2026", "--lang", "en"]
    for _ in range(2):
        begun = [subprocess.Popen(command, cwd=folder, stdout=-1, stderr=-1, text=True) for _ in range(6)]
        reported = [each.communicate(timeout=120) for each in begun]
        assert sorted(each.returncode for each in begun) == [0, 2, 2, 2, 2, 2], reported
        assert sum("started data/2026.yaml" in out for out, _ in reported) == 1
        assert sum("data/2026.yaml already exists and was not overwritten" in err for _, err in reported) == 5
        assert sorted(path.name for path in (folder / "data").iterdir()) == [
            "2025.yaml",
            "2026.yaml",
            "report.schema.json",
        ]
        (folder / "data" / "2026.yaml").unlink()


def test_a_file_that_appears_at_the_last_moment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand, not by this program, which would have waited."""
    place = tmp_path / "2026.yaml"
    link = os.link

    def too_late(source: Path, target: Path) -> None:
        place.write_text("by hand", "utf-8")
        link(source, target)

    monkeypatch.setattr(os, "link", too_late)
    assert "already exists" in refusal_of(lambda: create_file(NewFile(place, "2026.yaml", b"begun"), tmp_path))
    assert contents_of(tmp_path) == {"2026.yaml": "by hand"}


def test_of_several_new_files_all_are_made_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where one appears while the others are made."""
    files = [NewFile(tmp_path / "新" / name, name, b"new") for name in ("a.txt", "b.txt", "c.txt")]
    link = os.link

    def too_late(source: Path, target: Path) -> None:
        if target.name == "c.txt":
            target.write_text("by hand", "utf-8")
        link(source, target)

    with monkeypatch.context() as acted:
        acted.setattr(os, "link", too_late)
        assert "c.txt already exists" in refusal_of(lambda: create_files(files, tmp_path))
    assert contents_of(tmp_path / "新") == {"c.txt": "by hand"}
    (tmp_path / "新" / "c.txt").unlink()
    create_files(files, tmp_path)
    assert "a.txt, b.txt, c.txt already exists" in refusal_of(lambda: create_files(files, tmp_path))


# Locks.


def test_a_lock_that_is_never_released_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_TRIES", 3)
    with locks.folder_lock(tmp_path) as is_locked:
        assert is_locked
        assert refusal_of(lambda: write_files(files_of(tmp_path, "new"), tmp_path)).endswith(
            "cannot write report.docx: another program is using the file; existing files are unchanged"
        )
    assert contents_of(tmp_path) == {}
    write_files(files_of(tmp_path, "new"), tmp_path)


def test_ctrl_c_ends_the_wait_for_a_lock(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from reportgen.cli.interruption import exit_on_interrupt\n"
        "from reportgen.workspace.writing import NewFile, write_files\n"
        "exit_on_interrupt(); print('ready', flush=True)\n"
        "write_files([NewFile(Path(sys.argv[1]) / 'new', 'new', b'')])\n"
    )
    with locks.folder_lock(tmp_path):
        waiting = subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=-1, stderr=-1)
        assert waiting.stdout is not None
        waiting.stdout.readline()
        waiting.send_signal(signal.SIGINT)
        assert waiting.communicate(timeout=60) == (b"", b"")
        assert waiting.returncode == 130
    assert contents_of(tmp_path) == {}


def test_signals_that_are_ignored_stay_ignored() -> None:
    """As ``nohup`` asks for; of the others, the first takes effect once the files are written."""
    received: list[int] = []
    handlers = {each: signal.getsignal(each) for each in (signal.SIGHUP, signal.SIGTERM)}
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda number, _frame: received.append(number))
        with deferred_signals() as stop_if_received:
            signal.raise_signal(signal.SIGHUP)
            stop_if_received()
            signal.raise_signal(signal.SIGTERM)
            assert received == []
            with pytest.raises(KeyboardInterrupt):
                stop_if_received()
        assert received == [signal.SIGTERM]
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from reportgen.workspace.locks import folder_lock\n"
        "with folder_lock(Path(sys.argv[1])): os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True)
    assert contents_of(tmp_path) == {locks.LOCK: ""}
    write_files(files_of(tmp_path, "new"), tmp_path)
    assert contents_of(tmp_path) == NEW


def test_a_folder_without_locks_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is there litter of others cleared away, who may be at work."""

    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    import fcntl

    monkeypatch.setattr(fcntl, "flock", unsupported)
    other = tmp_path / ".reportgen-0123456789ab-0.new"
    other.touch()
    write_files(files_of(tmp_path, "new"), tmp_path)
    assert contents_of(tmp_path) == {**NEW, other.name: ""}


def test_a_planted_lock_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / locks.LOCK).symlink_to(outside)
    write_files(files_of(folder, "new"), folder)
    assert not outside.exists()
    assert contents_of(folder) == NEW


# Planted journals.


@pytest.mark.parametrize(
    "entry",
    [
        {"new": ".reportgen-0123456789ab-0.new", "place": "../outside"},
        {"new": ".reportgen-0123456789ab-0.new", "place": "..\\outside"},
        {"new": ".reportgen-0123456789ab-0.new", "place": "/tmp/outside"},
        {"new": ".reportgen-0123456789ab-0.new", "place": ".."},
        {"new": ".reportgen-0123456789ab-0.new", "place": ".reportgen-lock"},
        {"new": "report.docx", "place": "2025.yaml"},
        {"new": "../w/.reportgen-0123456789ab-0.new", "place": "report.docx"},
        {"new": ".reportgen-0123456789ab-1.new", "place": "report.docx"},
        {"new": ".reportgen-0123456789ab-0.new", "place": "report.docx", "old": "report.pdf"},
        {"new": 1, "place": None},
        [],
        "\ud800",
    ],
)
@pytest.mark.parametrize("goes_back", [False, True])
def test_a_planted_journal_moves_nothing(tmp_path: Path, entry: object, goes_back: bool) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    write_files(files_of(folder, "old"), folder)
    (folder / ".reportgen-0123456789ab-0.new").write_text("foreign", "utf-8")
    (folder / ".reportgen-0123456789ab-1.new").symlink_to(tmp_path / "foreign")
    (folder / ".reportgen-journal").write_text(json.dumps({"entries": [entry], "goes_back": goes_back}), "utf-8")
    finish_interrupted(folder)
    assert contents_of(folder) == OLD
    assert list(tmp_path.iterdir()) == [folder]


def test_a_journal_that_is_not_a_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".reportgen-journal")
    write_files(files_of(tmp_path, "new"), tmp_path)
    assert contents_of(tmp_path) == NEW

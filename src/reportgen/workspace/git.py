"""What git keeps of a workspace: a file as it was at a revision. Asks the machine's own git, never a remote.

A repository may come from other hands, and git runs programs that its configuration names: to fetch what is missing, to
ask for a password, to watch the disk. So nothing is fetched here, and such settings are overridden.
"""

import datetime
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reportgen.diagnostics import Diagnostic
from reportgen.source import LARGEST_FILE
from reportgen.workspace.programs import installed_program
from reportgen.workspace.refusals import CommandError, refusal

_SETTINGS = (
    "safe.bareRepository=explicit",
    "protocol.allow=never",
    "core.fsmonitor=",
    "core.sshCommand=false",
    "core.gitProxy=",
    "core.askPass=",
    "core.pager=cat",
    "credential.helper=",
    "log.showSignature=false",
)
"""Stronger than those of the repository. ``core.hooksPath`` is not among them: what is asked here runs no hook."""

_VARIABLES = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
"""Versions before 2.45 may not know the first; the second overrides ``protocol.NAME.allow`` in all of them."""

_OF_ANOTHER = frozenset(
    "GIT_" + name
    for name in (
        *("DIR", "WORK_TREE", "COMMON_DIR", "INDEX_FILE", "PREFIX", "NAMESPACE", "OBJECT_DIRECTORY"),
        *("ALTERNATE_OBJECT_DIRECTORIES", "GRAFT_FILE", "SHALLOW_FILE", "CONFIG", "IMPLICIT_WORK_TREE"),
    )
)
"""Variables that name a repository: a hook has those of its own."""


def run_git(folder: Path, *arguments: str) -> tuple[int, bytes]:
    """Runs git in a folder; its exit status and what it printed, one byte past ``LARGEST_FILE`` at most.

    Raises:
        CommandError: ``git-missing``.

    """
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    with subprocess.Popen(  # noqa: S603 - arguments are a list, no shell
        [_program(), *settings, "-C", str(folder), *arguments],
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as running:
        assert running.stdout is not None
        printed = running.stdout.read(LARGEST_FILE + 1)
        if len(printed) > LARGEST_FILE:
            running.kill()
    return running.returncode, printed


def _program() -> str:
    """The git that people's own commands find.

    Raises:
        CommandError: ``git-missing``.

    """
    found = installed_program("git", os.get_exec_path())
    if found is None:
        raise CommandError(Diagnostic("git-missing", None))
    return found


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in own.items() if name not in _OF_ANOTHER} | _VARIABLES


def repository_top(folder: Path) -> Path:
    """The first folder upwards that has a ``.git``: git itself would also take one that only looks like a repository.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    _program()
    ceilings = {Path(each) for each in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep) if each}
    for each in (folder, *folder.parents):
        if each in ceilings and each != folder:
            break
        if os.path.lexists(each / ".git"):
            return each
    raise _missing(folder)


def make_repository(folder: Path) -> None:
    """Makes a repository of a folder.

    Raises:
        CommandError: ``git-missing``, or ``repository-missing`` where git refuses.

    """
    _answer(folder, "init", "--quiet")


def _missing(folder: Path) -> CommandError:
    return CommandError(Diagnostic("repository-missing", None, {"folder": folder.as_posix()}))


def _answer(folder: Path, *arguments: str) -> str:
    """The line that git prints.

    Raises:
        CommandError: ``git-missing``, or ``repository-missing`` where it fails.

    """
    status, printed = run_git(folder, *arguments)
    if status:
        raise _missing(folder)
    return printed.decode("utf-8", "surrogateescape").removesuffix("\n")


def git_path(top: Path, name: str) -> Path:
    """Where git keeps something of its own, such as ``info/attributes``; its whole folder where the name is empty.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    return top / _answer(top, "rev-parse", *(("--git-path", name) if name else ("--git-common-dir",)))


def path_in_repository(top: Path, folder: Path) -> str:
    """Where a folder is in its repository, as git writes paths: empty, or a path that ends in a slash.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    return _answer(folder, f"--git-dir={top / '.git'}", f"--work-tree={top}", "rev-parse", "--show-prefix")


@contextmanager
def locked_configuration(path: Path) -> Iterator[None]:
    """Keeps git and others from changing a file of settings, as git does.

    Raises:
        CommandError: ``git-busy``: it is being changed; or ``file-unwritable``.

    """
    lock = path.with_name(f"{path.name}.lock")
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        raise CommandError(Diagnostic("git-busy", None, {"file": path.as_posix()})) from None
    except OSError as failure:
        raise CommandError(refusal("file-unwritable", lock.as_posix(), failure)) from failure
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def file_at(root: Path, revision: str, path: str) -> bytes:
    """The bytes of a file at a revision, one byte past ``LARGEST_FILE`` at most.

    ``path`` is from the root of the workspace, with forward slashes.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, ``revision-unknown`` or ``file-not-then``.

    """
    top = repository_top(root)
    named = _named(top, revision, root / path)
    status, content = run_git(top, "cat-file", "blob", named) if not revision.startswith("-") else (1, b"")
    if status == 0 or len(content) > LARGEST_FILE:
        return content
    _answer(top, "rev-parse", "--is-inside-work-tree")
    if run_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")[0]:
        raise CommandError(Diagnostic("revision-unknown", None, {"revision": revision}))
    raise CommandError(Diagnostic("file-not-then", None, {"file": path, "revision": revision}))


def _named(top: Path, revision: str, path: Path) -> str:
    """How git names a file or a folder at a revision."""
    return f"{revision}:./{path.relative_to(top).as_posix()}"


def committed_on(root: Path, revision: str) -> datetime.date | None:
    """The day a revision was committed, where it was; None if there is no such revision.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    status, output = run_git(repository_top(root), "log", "-1", "--format=%cs", "--end-of-options", revision, "--")
    return datetime.date.fromisoformat(output.decode().strip()) if status == 0 and output.strip() else None


def files_at(root: Path, revision: str, folder: str) -> tuple[str, ...]:
    """The names of the files in a folder at a revision; ``folder`` from the root of the workspace. None if unknown.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    if revision.startswith("-"):
        return ()
    top = repository_top(root)
    _, output = run_git(top, "ls-tree", "-z", "--name-only", _named(top, revision, root / folder))
    return tuple(name for name in output.decode("utf-8", "surrogateescape").split("\0") if name)


def revisions_of(root: Path, path: str, most: int) -> tuple[str, ...]:
    """The commits that changed a file, the newest first; none where git keeps nothing of it.

    ``path`` is from the root of the workspace.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    top = repository_top(root)
    named = (root / path).relative_to(top).as_posix()
    _, output = run_git(top, "log", f"--max-count={most}", "--format=%H", "--", f":(literal){named}")
    return tuple(output.decode("ascii", "replace").split())

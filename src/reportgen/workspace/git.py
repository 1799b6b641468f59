"""What git keeps of a workspace: a file as it was at a revision. Asks the machine's own git, never a remote."""

import subprocess
from pathlib import Path

from reportgen.diagnostics import Diagnostic
from reportgen.workspace.refusals import CommandError


def run_git(root: Path, *arguments: str) -> tuple[int, bytes]:
    """Runs git in a folder; its exit status and what it printed.

    Raises:
        CommandError: ``git-missing``.

    """
    try:
        ran = subprocess.run(  # noqa: S603 - arguments are a list, no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the git that people's own commands find
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise CommandError(Diagnostic("git-missing", None)) from None
    return ran.returncode, ran.stdout


def git_path(root: Path, name: str) -> Path:
    """Where git keeps something of its own, such as ``info/attributes``; its whole folder where the name is empty.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    asked = ("--git-path", name) if name else ("--git-common-dir",)
    status, told = run_git(root, "rev-parse", *asked)
    if status:
        raise CommandError(Diagnostic("repository-missing", None, {"folder": root.as_posix()}))
    return root / told.decode("utf-8", "surrogateescape").strip("\n")


def file_at(root: Path, revision: str, path: str) -> bytes:
    """The bytes of a file at a revision; ``path`` from the root of the workspace, with forward slashes.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, ``revision-unknown`` or ``file-not-then``.

    """
    named = f"{revision}:./{path}"
    status, content = run_git(root, "cat-file", "blob", named) if not revision.startswith("-") else (1, b"")
    if status == 0:
        return content
    if run_git(root, "rev-parse", "--is-inside-work-tree")[0]:
        raise CommandError(Diagnostic("repository-missing", None, {"folder": root.as_posix()}))
    if run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")[0]:
        raise CommandError(Diagnostic("revision-unknown", None, {"revision": revision}))
    raise CommandError(Diagnostic("file-not-then", None, {"file": path, "revision": revision}))


def files_at(root: Path, revision: str, folder: str) -> tuple[str, ...]:
    """The names of the files in a folder at a revision; ``folder`` from the root of the workspace. None if unknown.

    Raises:
        CommandError: ``git-missing``.

    """
    if revision.startswith("-"):
        return ()
    _, told = run_git(root, "ls-tree", "-z", "--name-only", f"{revision}:./{folder}")
    return tuple(name for name in told.decode("utf-8", "surrogateescape").split("\0") if name)

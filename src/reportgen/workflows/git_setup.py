"""Teaches the git of one repository to show reports as people read them, and takes it back.

Only the repository's own settings are written (``.git/config``, ``.git/info/attributes``, ``.git/hooks``), never those
of the user or the machine, and nothing that is committed.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.workspace.files import DATA, CommandError, Workspace, read_file, write_files
from reportgen.workspace.git import git_path, run_git

_BEGIN, _END = "# reportgen git-setup: begin", "# reportgen git-setup: end"
_MARK = "# reportgen git-setup"
_QUOTED = ("reportgen.quotepath", "core.quotepath")
"""Whether the one was set by us is remembered in the other, so that --undo leaves alone what was there before."""


class GitSetup(Struct, frozen=True):
    """How the program is called by git's shell, and whether commits are to be checked first."""

    command: str
    hook: bool = False


def set_up(workspace: Workspace, setup: GitSetup) -> None:
    """Makes the settings; what is set already is set again to the same.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, ``hook-there`` or ``hooks-elsewhere``.

    """
    root = workspace.root
    attributes, prefix = git_path(root, "info/attributes"), _prefix(root)
    hook = _hook_path(root) if setup.hook else None
    line = f"{_escaped(prefix)}{DATA}/*.yaml diff=reportgen"
    files = [(attributes, _with_block(_text(attributes), f"{_BEGIN}\n{line}\n{_END}\n"))]
    if hook is not None:
        files.append((hook, _hook(setup.command, prefix)))
    write_files((path, workspace.shown(path), text.encode()) for path, text in files)
    if hook is not None:
        hook.chmod(0o755)
    for name, value in _settings(root, setup.command, prefix):
        _set(root, name, value)


def undo(workspace: Workspace) -> None:
    """Takes back what ``set_up`` made, and nothing else.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    root = workspace.root
    attributes = git_path(root, "info/attributes")
    before = _text(attributes)
    if _BEGIN in before:
        write_files([(attributes, workspace.shown(attributes), _with_block(before, "").encode())])
    hook = git_path(root, "hooks/pre-commit")
    if _MARK in _text(hook):
        hook.unlink()
    mine, theirs = _QUOTED
    if run_git(root, "config", "--local", "--get", mine)[0] == 0:
        run_git(root, "config", "--local", "--unset-all", theirs)
    for section in ("diff.reportgen", "difftool.reportgen", "reportgen"):
        run_git(root, "config", "--local", "--remove-section", section)


def _settings(root: Path, command: str, prefix: str) -> Iterator[tuple[str, str]]:
    """The names and values of git's settings; ``xfuncname`` puts the heading above each piece of a difference."""
    folder = f' --root "{prefix}."' if prefix else ""
    yield "diff.reportgen.textconv", f"{command} textconv"
    yield "diff.reportgen.xfuncname", "^##+ (.*)$"
    yield "difftool.reportgen.cmd", f'{command} diff "$LOCAL" "$REMOTE"{folder}'
    mine, theirs = _QUOTED
    if run_git(root, "config", "--local", "--get", theirs)[0]:
        yield mine, "true"
        yield theirs, "false"


def _set(root: Path, name: str, value: str) -> None:
    """Sets one value in the repository's own file.

    Raises:
        CommandError: ``git-refused``.

    """
    if run_git(root, "config", "--local", "--replace-all", name, value)[0]:
        raise CommandError(Diagnostic("git-refused", None, {"name": name}))


def _prefix(root: Path) -> str:
    """Where the workspace lies in the repository: empty, or a path that ends in a slash."""
    return run_git(root, "rev-parse", "--show-prefix")[1].decode("utf-8", "surrogateescape").strip("\n")


def _escaped(prefix: str) -> str:
    """A path as a pattern of attributes: from the top of the repository, blanks and signs of patterns as any sign."""
    signs = "".join(f"[{character}]" if character in "*?[" else character for character in prefix)
    return "/" + signs.replace(" ", "[[:space:]]")


def _hook_path(root: Path) -> Path:
    """Where the hook goes.

    Raises:
        CommandError: ``hook-there``, or ``hooks-elsewhere`` where settings lead out of the repository.

    """
    hook = git_path(root, "hooks/pre-commit")
    home = git_path(root, "")
    if not hook.resolve().is_relative_to(home.resolve()):
        raise CommandError(Diagnostic("hooks-elsewhere", None, {"folder": hook.parent.as_posix()}))
    if hook.exists() and _MARK not in _text(hook):
        raise CommandError(Diagnostic("hook-there", None, {"file": hook.as_posix()}))
    return hook


def _hook(command: str, prefix: str) -> str:
    """A hook that checks the years a commit touches, as they lie in the workspace."""
    folder = f'--root "{prefix}." ' if prefix else ""
    return (
        f"#!/bin/sh\n{_MARK}: --undo takes this away\n"
        f"years=$(git diff --cached --name-only --diff-filter=ACM -- '{prefix}{DATA}' |\n"
        "  sed -n 's|.*/\\([12][0-9][0-9][0-9]\\)\\.yaml$|\\1|p')\n"
        '[ -z "$years" ] && exit 0\n'
        f"{command} check {folder}--quiet $years && {command} fmt {folder}--check $years\n"
    )


def _with_block(text: str, block: str) -> str:
    """A text with our lines in it once, at the end; without them where there is no block."""
    before, _, rest = text.partition(f"{_BEGIN}\n")
    _, _, after = rest.partition(f"{_END}\n")
    kept = before + after
    return kept + ("\n" if block and kept and not kept.endswith("\n") else "") + block


def _text(path: Path) -> str:
    """What a file says, nothing where there is none."""
    if not path.is_file():
        return ""
    return read_file(path, path.as_posix(), {}, ()).decode("utf-8", "surrogateescape")

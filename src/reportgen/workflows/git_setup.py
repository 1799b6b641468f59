"""Teaches the git of one repository to show reports as people read them, and takes it back.

Only the repository's own settings are written (``.git/config``, ``.git/info/attributes``, ``.git/hooks``), never those
of the user or the machine, and nothing that is committed.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.workspace.files import DATA, Workspace
from reportgen.workspace.git import git_path, run_git
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, write_files

_BEGIN, _END = "# reportgen git-setup: begin", "# reportgen git-setup: end"
_MARK = "# reportgen git-setup"
_QUOTED = ("reportgen.quotepath", "core.quotepath")
"""Whether the one was set by us is remembered in the other, so that --undo leaves alone what was there before."""


class GitSetup(Struct, frozen=True):
    """How git's shell calls the program, and whether commits are to be checked first."""

    command: str
    hook: bool = False


class Repository(Struct, frozen=True):
    """What git keeps for itself, read before anything is changed.

    ``prefix`` is where the workspace is in the repository: empty, or a path that ends in a slash. ``hook_text`` is None
    without a hook. ``sets_quoted_paths`` is whether the repository has the setting, ``quoted_paths_are_ours`` whether
    an earlier ``set_up`` made it.
    """

    prefix: str
    attributes: Path
    attributes_text: str
    hook: Path
    hook_text: str | None
    hook_is_inside: bool
    sets_quoted_paths: bool
    quoted_paths_are_ours: bool


def read_repository(root: Path) -> Repository:
    """Reads the settings of the repository that a workspace is in.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    attributes, hook = git_path(root, "info/attributes"), git_path(root, "hooks/pre-commit")
    ours, theirs = _QUOTED
    return Repository(
        prefix=run_git(root, "rev-parse", "--show-prefix")[1].decode("utf-8", "surrogateescape").strip("\n"),
        attributes=attributes,
        attributes_text=_text(attributes),
        hook=hook,
        hook_text=_text(hook) if hook.exists() else None,
        hook_is_inside=hook.resolve().is_relative_to(git_path(root, "").resolve()),
        sets_quoted_paths=run_git(root, "config", "--local", "--get", theirs)[0] == 0,
        quoted_paths_are_ours=run_git(root, "config", "--local", "--get", ours)[0] == 0,
    )


def set_up(workspace: Workspace, setup: GitSetup) -> None:
    """Makes the settings; what is set already is set again to the same.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, ``hook-there`` or ``hooks-elsewhere``.

    """
    root = workspace.root
    repository = read_repository(root)
    files = files_of(repository, setup)
    settings = tuple(settings_of(repository, setup.command))
    write_files(NewFile(path, workspace.shown(path), text.encode()) for path, text in files.items())
    if repository.hook in files:
        repository.hook.chmod(0o755)
    for name, value in settings:
        _set(root, name, value)


def undo(workspace: Workspace) -> None:
    """Takes back what ``set_up`` made, and nothing else.

    Raises:
        CommandError: ``git-missing`` or ``repository-missing``.

    """
    root = workspace.root
    repository = read_repository(root)
    path, before = repository.attributes, repository.attributes_text
    if _BEGIN in before:
        write_files([NewFile(path, workspace.shown(path), _with_block(before, "").encode())])
    if _MARK in (repository.hook_text or ""):
        repository.hook.unlink()
    if repository.quoted_paths_are_ours:
        run_git(root, "config", "--local", "--unset-all", _QUOTED[1])
    for section in ("diff.reportgen", "difftool.reportgen", "reportgen"):
        run_git(root, "config", "--local", "--remove-section", section)


def files_of(repository: Repository, setup: GitSetup) -> dict[Path, str]:
    """The files to write, with their texts.

    Raises:
        CommandError: ``hook-there``, or ``hooks-elsewhere`` if settings lead out of the repository.

    """
    prefix = repository.prefix
    line = f"{_escaped(prefix)}{DATA}/*.yaml diff=reportgen"
    files = {repository.attributes: _with_block(repository.attributes_text, f"{_BEGIN}\n{line}\n{_END}\n")}
    if setup.hook:
        hook = repository.hook
        if not repository.hook_is_inside:
            raise CommandError(Diagnostic("hooks-elsewhere", None, {"folder": hook.parent.as_posix()}))
        if repository.hook_text is not None and _MARK not in repository.hook_text:
            raise CommandError(Diagnostic("hook-there", None, {"file": hook.as_posix()}))
        files[hook] = _hook(setup.command, prefix)
    return files


def settings_of(repository: Repository, command: str) -> Iterator[tuple[str, str]]:
    """The names and values of git's settings; ``xfuncname`` puts the heading above each piece of a difference."""
    folder = f' --root "{repository.prefix}."' if repository.prefix else ""
    yield "diff.reportgen.textconv", f"{command} textconv"
    yield "diff.reportgen.xfuncname", "^##+ (.*)$"
    yield "difftool.reportgen.cmd", f'{command} diff "$LOCAL" "$REMOTE"{folder}'
    if not repository.sets_quoted_paths:
        ours, theirs = _QUOTED
        yield ours, "true"
        yield theirs, "false"


def _set(root: Path, name: str, value: str) -> None:
    """Sets one value in the repository's own file.

    Raises:
        CommandError: ``git-refused``.

    """
    if run_git(root, "config", "--local", "--replace-all", name, value)[0]:
        raise CommandError(Diagnostic("git-refused", None, {"name": name}))


def _escaped(prefix: str) -> str:
    """A path as a pattern of attributes: from the top of the repository, blanks and signs of patterns as any sign."""
    signs = "".join(f"[{character}]" if character in "*?[" else character for character in prefix)
    return "/" + signs.replace(" ", "[[:space:]]")


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
    return read_file(path, path.as_posix()).decode("utf-8", "surrogateescape")

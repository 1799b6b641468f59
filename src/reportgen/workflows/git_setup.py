"""Teaches the git of one repository to show reports as people read them, and takes it back.

Only the repository's own settings are written (``.git/config``, ``.git/info/attributes``, ``.git/hooks``), never those
of the user or the machine, and nothing that is committed.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.workflows.git_texts import HOOK_HEAD, Program, attributes_line, configuration
from reportgen.workspace.files import Workspace
from reportgen.workspace.git import git_path, locked_configuration, make_repository, path_in_repository, repository_top
from reportgen.workspace.marked_block import with_block, with_block_first, without_block
from reportgen.workspace.reading import read_file, real_path
from reportgen.workspace.refusals import CommandError, refusal
from reportgen.workspace.writing import NewFile, write_files

_OLD_CALL = "-m reportgen textconv\n"
_OLD_SECTIONS = re.compile(r'^\[(?:diff "reportgen"|difftool "reportgen"|reportgen)\]\n(?:(?!\[).*\n)*', re.MULTILINE)
_OLD_QUOTED_PATHS = ("[reportgen]\n\tquotepath = true\n", "\tquotepath = false\n")
"""Where the first is, the second is ours."""
_OLD_HOOK = f"{HOOK_HEAD}# reportgen git-setup: --undo takes this away\n"
"""What version 0.1.0 wrote, without marks."""

_SETS_QUOTED_PATHS = re.compile(r"^\s*(?:\[core\]\s*)?quotepath\b", re.MULTILINE | re.IGNORECASE)


class Repository(Struct, frozen=True):
    """The files that git keeps for itself, as they are now and as they are without our lines.

    ``prefix`` is where the workspace is in the repository: empty, or a path that ends in a slash. A text is None where
    there is no such file.
    """

    prefix: str
    config: Path
    attributes: Path
    hook: Path
    hook_is_inside: bool
    texts: Mapping[Path, str | None]
    before: Mapping[Path, str | None]

    @property
    def has_hook(self) -> bool:
        """Whether the hook has our lines."""
        return self.texts[self.hook] != self.before[self.hook]


def set_up(workspace: Workspace, program: Program, *, hook: bool) -> None:
    """Makes the settings, all or none, with a hook if asked for; what is set already is renewed.

    Raises:
        CommandError: ``git-missing``, ``git-busy``, ``repository-missing``, ``hook-there``, ``hooks-elsewhere``, or
            what reading and writing files may meet.

    """
    with _locked_repository(workspace) as repository:
        texts = texts_set_up(repository, program)
        if hook or repository.has_hook:
            _check_hook(repository)
        else:
            del texts[repository.hook]
        _write(workspace, repository, texts)


def begin_repository(workspace: Workspace, program: Program) -> None:
    """Makes the settings, in a new repository where the workspace is in none.

    Raises:
        CommandError: as ``set_up``, or git cannot make a repository.

    """
    try:
        repository_top(workspace.root)
    except CommandError as missing:
        if missing.diagnostic.code != "repository-missing":
            raise
        make_repository(workspace.root)
    set_up(workspace, program, hook=False)


def texts_set_up(repository: Repository, program: Program) -> dict[Path, str | None]:
    """The files of a repository with our settings and our hook."""
    before = repository.before
    config = before[repository.config]
    settings = configuration(program, repository.prefix, sets_quoted_paths=not _SETS_QUOTED_PATHS.search(config or ""))
    return {
        repository.config: with_block_first(config, settings),
        repository.attributes: with_block(before[repository.attributes], attributes_line(repository.prefix)),
        repository.hook: with_block(before[repository.hook], program.hook(), HOOK_HEAD),
    }


def undo(workspace: Workspace) -> None:
    """Takes back what ``set_up`` made, and nothing else.

    Raises:
        CommandError: ``git-missing``, ``git-busy``, ``repository-missing``, or what reading and writing files may
            meet.

    """
    with _locked_repository(workspace) as repository:
        _write(workspace, repository, repository.before)


@contextmanager
def _locked_repository(workspace: Workspace) -> Iterator[Repository]:
    """The settings of the repository that a workspace is in, which nothing else changes meanwhile."""
    top = repository_top(workspace.root)
    with locked_configuration(real_path(git_path(top, "config"))):
        yield read_repository(workspace)


def read_repository(workspace: Workspace) -> Repository:
    """The settings of the repository that a workspace is in.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, or what reading files may meet.

    """
    top = repository_top(workspace.root)
    config, attributes = (real_path(git_path(top, name)) for name in ("config", "info/attributes"))
    hook = git_path(top, "hooks/pre-commit")
    texts = {path: _text(path, workspace.shown(path)) for path in (config, attributes, hook)}
    before = {
        config: _without_old_settings(without_block(texts[config])),
        attributes: without_block(texts[attributes]),
        hook: None if (texts[hook] or "").startswith(_OLD_HOOK) else without_block(texts[hook], HOOK_HEAD),
    }
    is_inside = real_path(hook).is_relative_to(real_path(git_path(top, "")))
    prefix = path_in_repository(top, workspace.root)
    return Repository(prefix, config, attributes, hook, is_inside, texts, before)


def _without_old_settings(text: str | None) -> str | None:
    if text is None or _OLD_CALL not in text:
        return text
    ours, theirs = _OLD_QUOTED_PATHS
    return _OLD_SECTIONS.sub("", text.replace(theirs, "", 1) if ours in text else text)


def _check_hook(repository: Repository) -> None:
    """Refuses to change a hook of someone else, or hooks that are not the repository's own.

    Raises:
        CommandError: ``hook-there`` or ``hooks-elsewhere``.

    """
    hook = repository.hook
    if not repository.hook_is_inside:
        raise CommandError(Diagnostic("hooks-elsewhere", None, {"folder": hook.parent.as_posix()}))
    if repository.before[hook] is not None and not repository.has_hook:
        raise CommandError(Diagnostic("hook-there", None, {"file": hook.as_posix()}))


def _write(workspace: Workspace, repository: Repository, texts: Mapping[Path, str | None]) -> None:
    """Writes files or, where a text is None, deletes them; what is refused leaves all of them as they were."""
    changed = {path: text for path, text in texts.items() if text != repository.texts[path]}
    write_files(_file(workspace, path, text) for path, text in changed.items() if text is not None)
    if changed.get(repository.hook):
        with suppress(OSError):  # some disks have no permissions; git there runs any hook
            repository.hook.chmod(0o755)
    for path in (path for path, text in changed.items() if text is None):
        try:
            path.unlink()
        except OSError as failure:
            now = repository.texts
            write_files(_file(workspace, other, text) for other in changed if (text := now[other]) is not None)
            raise CommandError(refusal("file-unwritable", workspace.shown(path), failure)) from failure


def _file(workspace: Workspace, path: Path, text: str) -> NewFile:
    return NewFile(path, workspace.shown(path), text.encode("utf-8", "surrogateescape"))


def _text(path: Path, shown: str) -> str | None:
    """What a file says, None where there is none; a link that leads nowhere says nothing.

    Raises:
        CommandError: what reading a file may meet.

    """
    if not path.exists():
        return "" if os.path.lexists(path) else None
    return read_file(path, shown).decode("utf-8", "surrogateescape")

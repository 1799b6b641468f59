"""Whether the settings that ``git-setup`` made in a repository work; never changes or runs what it finds there."""

import os
from enum import StrEnum

from msgspec import Struct

from reportgen.workflows.git_setup import Repository, read_repository, texts_set_up
from reportgen.workflows.git_texts import Program
from reportgen.workspace.files import Workspace


class DisplayState(StrEnum):
    """How it is that ``git diff`` and its like show reports as people read them."""

    WORKS = "works"
    MISSING = "missing"
    OUTDATED = "outdated"
    """Set up by another version, for another Python or another folder, or undone by what was added since."""


class HookState(StrEnum):
    """How it is that commits are checked."""

    WORKS = "works"
    MISSING = "missing"
    OUTDATED = "outdated"
    FOREIGN = "foreign"
    """There is a hook of someone else, or hooks are kept outside of the repository."""
    IDLE = "idle"
    """It is there, and git may not run it."""


class SetupState(Struct, frozen=True):
    """How the settings of a repository are."""

    display: DisplayState
    hook: HookState

    @property
    def works(self) -> bool:
        """Whether nothing is to be done; commits need not be checked."""
        return self.display is DisplayState.WORKS and self.hook not in (HookState.OUTDATED, HookState.IDLE)


def check_setup(workspace: Workspace, program: Program) -> SetupState:
    """How the settings are, as ``git-setup`` would make them now.

    Raises:
        CommandError: ``git-missing``, ``repository-missing``, or what reading files may meet.

    """
    repository = read_repository(workspace)
    return SetupState(_display(repository, program), _hook(repository, program))


def _display(repository: Repository, program: Program) -> DisplayState:
    files = (repository.config, repository.attributes)
    if all(repository.texts[file] == repository.before[file] for file in files):
        return DisplayState.MISSING
    wanted = texts_set_up(repository, program)
    is_current = all(repository.texts[file] == wanted[file] for file in files)
    return DisplayState.WORKS if is_current else DisplayState.OUTDATED


def _hook(repository: Repository, program: Program) -> HookState:
    hook = repository.hook
    if not repository.has_hook:
        is_foreign = repository.before[hook] is not None or not repository.hook_is_inside
        return HookState.FOREIGN if is_foreign else HookState.MISSING
    if repository.texts[hook] != texts_set_up(repository, program)[hook]:
        return HookState.OUTDATED
    return HookState.WORKS if os.access(hook, os.X_OK) else HookState.IDLE

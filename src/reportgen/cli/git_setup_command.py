"""``reportgen git-setup``, and ``reportgen textconv``, which git then calls."""

import sys
from pathlib import Path

from reportgen.cli.console import Console
from reportgen.cli.options import open_workspace
from reportgen.workflows.editions import readable
from reportgen.workflows.git_setup import GitSetup, set_up
from reportgen.workflows.git_setup import undo as take_back
from reportgen.workspace.files import read_file


def run_git_setup(console: Console, root: Path | None, *, hook: bool, undo: bool) -> int:
    """Sets git up to show reports as text, or takes that back."""
    workspace = open_workspace(root)
    if undo:
        take_back(workspace)
        console.say(console.texts.undone)
        return 0
    set_up(workspace, GitSetup(_command(), hook))
    console.say(console.texts.set_up)
    return 0


def run_textconv(console: Console, file: Path) -> int:
    """Prints a report file as text; a file that is no report as it is, since git must have something to compare."""
    console.write(readable(read_file(file, file.as_posix(), {}, ())).removesuffix("\n"))
    return 0


def _command() -> str:
    """The program as a shell calls it, from whatever folder."""
    return f'"{Path(sys.executable).as_posix()}" -m reportgen'

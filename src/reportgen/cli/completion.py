"""Sets up shell completion. Loaded only for that."""

import shlex
from pathlib import Path
from typing import NamedTuple, NoReturn

import shellingham
import typer
from typer._completion_shared import get_completion_script

from reportgen.cli import messages
from reportgen.cli.command_help import COMPLETE_VARIABLE, PROGRAM
from reportgen.cli.console import Console
from reportgen.cli.usage_errors import UsageError
from reportgen.diagnostics import Diagnostic
from reportgen.workspace.reading import read_file
from reportgen.workspace.writing import NewFile, write_files

_SHOWN = ("bash", "zsh", "fish", "powershell", "pwsh")


class _Installation(NamedTuple):
    """Where a shell finds the script, from the user's folder on, and what its start-up file must have.

    ``lines`` are added unless ``sign`` is already there; ``{script}`` in both is the path of the script.
    """

    script: str
    start_up: str = ""
    sign: str = ""
    lines: str = ""


_INSTALLED = {
    "bash": _Installation(f".bash_completions/{PROGRAM}.sh", ".bashrc", "{script}", "source {script}\n"),
    "zsh": _Installation(
        f".zfunc/_{PROGRAM}", ".zshrc", ".zfunc", "fpath+=(~/.zfunc)\nautoload -Uz compinit && compinit\n"
    ),
    "fish": _Installation(f".config/fish/completions/{PROGRAM}.fish"),
}
"""Not PowerShell: it would take lifting the user's execution policy, which is not ours to change."""


def install_completion(console: Console) -> NoReturn:
    """Adds completion to the start-up files of the shell the program runs in; nothing of theirs is lost.

    Raises:
        UsageError: ``shell-unknown``.
        CommandError: ``file-unwritable``, or what reading a file may meet.

    """
    shell = _shell(tuple(_INSTALLED))
    installation = _INSTALLED[shell]
    script = Path.home() / installation.script
    files = [NewFile(script, script.as_posix(), f"{_script(shell)}\n".encode())]
    if installation.start_up:
        files.append(_start_up(Path.home() / installation.start_up, script, installation))
    write_files(files)
    console.say(messages.COMPLETION_INSTALLED, shell=shell, path=script)
    raise typer.Exit


def _start_up(path: Path, script: Path, installation: _Installation) -> NewFile:
    """The start-up file with our lines at its end; its encoding is its own affair."""
    before = read_file(path, path.as_posix()) if path.is_file() else b""
    sign, lines = (
        each.format(script=shlex.quote(script.as_posix())).encode("utf-8", "surrogateescape")
        for each in (installation.sign, installation.lines)
    )
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    return NewFile(path, path.as_posix(), before if sign in before else before + gap + lines)


def show_completion(console: Console) -> NoReturn:
    """Prints the script that ``install_completion`` adds, to be looked at or put elsewhere.

    Raises:
        UsageError: ``shell-unknown``.

    """
    console.write(_script(_shell(_SHOWN)))
    raise typer.Exit


def _script(shell: str) -> str:
    return get_completion_script(prog_name=PROGRAM, complete_var=COMPLETE_VARIABLE, shell=shell)


def _shell(known: tuple[str, ...]) -> str:
    try:
        shell = str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        shell = ""
    if shell not in known:
        hints = ("known-names", "show-completion") if shell in _SHOWN else ("known-names",)
        raise UsageError(Diagnostic("shell-unknown", None, {"name": shell, "known": " ".join(known)}, hints))
    return shell

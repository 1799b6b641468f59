"""Sets up shell completion. Loaded only for that."""

from typing import NoReturn

import shellingham
import typer
from typer._completion_shared import get_completion_script, install

from reportgen.cli import messages
from reportgen.cli.command_help import COMPLETE_VARIABLE, PROGRAM
from reportgen.cli.console import Console
from reportgen.cli.usage_errors import UsageError
from reportgen.diagnostics import Diagnostic
from reportgen.workspace.refusals import CommandError, refusal

_SHOWN = ("bash", "zsh", "fish", "powershell", "pwsh")
_INSTALLED = ("bash", "zsh", "fish")
"""Not PowerShell: to install there, Typer would lift the user's execution policy, which is not ours to change."""


def install_completion(console: Console) -> NoReturn:
    """Adds completion to the start-up files of the shell the program runs in.

    Raises:
        UsageError: ``shell-unknown``.
        CommandError: ``file-unwritable``.

    """
    shell = _shell(_INSTALLED)
    try:
        _, path = install(shell, PROGRAM, COMPLETE_VARIABLE)
    except OSError as failure:
        raise CommandError(refusal("file-unwritable", failure.filename or "~", failure)) from failure
    console.say(messages.COMPLETION_INSTALLED, shell=shell, path=path)
    raise typer.Exit


def show_completion(console: Console) -> NoReturn:
    """Prints the script that ``install_completion`` adds, to be looked at or put elsewhere.

    Raises:
        UsageError: ``shell-unknown``.

    """
    console.write(get_completion_script(prog_name=PROGRAM, complete_var=COMPLETE_VARIABLE, shell=_shell(_SHOWN)))
    raise typer.Exit


def _shell(known: tuple[str, ...]) -> str:
    try:
        shell = str(shellingham.detect_shell()[0])
    except shellingham.ShellDetectionFailure:
        shell = ""
    if shell not in known:
        hints = ("known-names", "show-completion") if shell in _SHOWN else ("known-names",)
        raise UsageError(Diagnostic("shell-unknown", None, {"name": shell, "known": " ".join(known)}, hints))
    return shell

"""What is wrong with a command line, in the words and the language of the program rather than Typer's."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportgen.cli.command_help import Help, Parameter
from reportgen.cli.lazy_commands import DASHES
from reportgen.cli.typer_errors import TYPER_ERRORS
from reportgen.diagnostics import Diagnostic
from reportgen.text.similarity import nearest
from reportgen.text.wording import Wording
from reportgen.workspace.refusals import CommandError


class UsageError(CommandError):
    """The command line is wrong: a command, option or value that does not exist, or one that is missing."""


def usage_error(failure: Any, parameters: Sequence[Parameter], path: str) -> UsageError:
    """What Typer found wrong with the arguments of the command at ``path``; ``parameters`` are its own."""
    return UsageError(_diagnostic(failure, parameters, path))


def _diagnostic(failure: Any, parameters: Sequence[Parameter], path: str) -> Diagnostic:
    if isinstance(failure, TYPER_ERRORS.MissingParameter):
        (missing,) = (each.help for each in parameters if each.click is failure.param)
        return missing_argument(missing, path).diagnostic
    if isinstance(failure, TYPER_ERRORS.NoSuchOption):
        known = [name for each in parameters for name in each.click.opts]
        return _unknown("option-unknown", failure.option_name, known, path)
    if isinstance(failure, TYPER_ERRORS.BadOptionUsage):
        option = next(each for each in parameters if failure.option_name in each.click.opts)
        code = "option-without-value" if option.click.is_flag else "option-value-missing"
        words: dict[str, str | Wording] = {"option": failure.option_name, "value": option.help.value, "command": path}
        return Diagnostic(code, None, words, ("see-help",))
    return Diagnostic("usage-wrong", None, {"problem": str(failure), "command": path}, ("see-help",))


def missing_argument(missing: Help, path: str) -> UsageError:
    """An argument the command at ``path`` needs."""
    words: dict[str, str | Wording] = {"name": missing.value, "text": missing.text, "command": path}
    return UsageError(Diagnostic("argument-missing", None, words, ("write-argument", "see-help")))


def needs_option(name: Wording, option: str, path: str) -> UsageError:
    """An argument or option that the command at ``path`` takes only together with another option."""
    words: dict[str, str | Wording] = {"name": name, "option": option, "command": path}
    return UsageError(Diagnostic("option-needed", None, words, ("see-help",)))


def unexpected(arguments: Iterable[str], path: str) -> UsageError:
    """More arguments than the command at ``path`` takes."""
    words = {"text": " ".join(arguments), "command": path}
    return UsageError(Diagnostic("argument-unexpected", None, words, ("see-help",)))


def unknown_command(name: str, known: Sequence[str], path: str) -> UsageError:
    """A command that does not exist, with the name it is most like."""
    return UsageError(_unknown("command-unknown", name, known, path))


def _unknown(code: str, name: str, known: Sequence[str], path: str) -> Diagnostic:
    near = nearest(name, known)
    hints = ("nearest", "see-help") if near else ("see-help",)
    return Diagnostic(code, None, {"text": name, "near": near or "", "command": path}, hints)


def wrong_dash(typed: str, parameters: Sequence[Parameter], path: str) -> UsageError | None:
    """An option of the command at ``path`` typed with other dashes than hyphens; None if it has no such option."""
    name = typed.partition("=")[0]
    bare = name.lstrip("".join(("-", *DASHES)))
    known = {each for parameter in parameters for each in parameter.click.opts}
    right = next((each for each in (f"--{bare}", f"-{bare}") if each in known), None)
    if right is None:
        return None
    words = {"text": name, "right": right, "command": path}
    return UsageError(Diagnostic("option-dash", None, words, ("write-instead",)))

"""Commands as Typer knows them: listed by name and summary, loaded with their options when one is used."""

import shutil
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from reportgen.cli.command_help import PROGRAM, CommandSpec, Example, Group, Help, Parameter
from reportgen.cli.typer_errors import TYPER_ERRORS
from reportgen.text.wording import Language, Wording

if TYPE_CHECKING:
    from reportgen.cli.help_page import HelpPage

Context = Any
"""Click's ``Context``, which Typer does not export: its own is a subclass."""

DASHES = ("—", "–", "－", "―", "−", "‐", "‑")
"""What Chinese keyboards and Word make of the hyphens of an option."""

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
HELP = Help(Group.GENERAL, Wording("显示这份用法。", "Show this help."))
_COMMAND = Wording("命令", "COMMAND")
_NARROWEST, _WIDEST = 60, 100


class Theme(Enum):
    """What commands are for; the members are the headings of the list of commands, in its order."""

    WRITE = Wording("编写", "Write")
    PRINT = Wording("付印", "Print")
    REVIEW = Wording("审阅", "Review")
    LOOK = Wording("版式和字体", "Styles and fonts")
    SET_UP = Wording("设置", "Set up")


class CommandEntry(NamedTuple):
    """One line of the list of commands; ``module`` of this room holds the command itself."""

    name: str
    module: str
    theme: Theme
    summary: Wording
    hidden: bool = False


class Command(TyperCommand):
    """A command with its options."""

    entry: CommandEntry
    spec: CommandSpec
    language: Language

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its arguments and options, which help and messages name."""
        return parameters_of(self, self.spec.run)

    def page(self) -> "HelpPage":
        """What its ``--help`` shows."""
        from reportgen.cli.help_page import HelpPage, option_tables, usage_line

        path = f"{PROGRAM} {self.entry.name}"
        paragraphs = tuple(each.pick(self.language) for each in (self.entry.summary, self.spec.details))
        return HelpPage(
            usage_line(path, self.parameters, self.language),
            tuple(filter(None, paragraphs)),
            option_tables(self.parameters, self.language),
            tuple((each.text.pick(self.language), each.line) for each in self.spec.examples),
        )

    def format_help(self, ctx: Context, formatter: Any) -> None:
        """Writes the page in place of Typer's."""
        del ctx
        formatter.write(_rendered(self.page(), self.language))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parses the command line; what is wrong with it is a ``UsageError``."""
        rest = _parsed(self, super().parse_args, ctx, args)
        if rest and not ctx.resilient_parsing:
            from reportgen.cli.usage_errors import unexpected

            raise unexpected(rest, ctx.command_path)
        return rest

    def invoke(self, ctx: Context) -> int:
        """Runs the command and returns its exit status; what stops it is printed like any other diagnostic."""
        from reportgen.cli.console import Console
        from reportgen.workspace.refusals import CommandError

        try:
            return int(super().invoke(ctx) or 0)
        except CommandError as failure:
            return Console(self.language, as_json=ctx.params.get("as_json", False)).fail(failure.diagnostic)


class LazyCommand(TyperCommand):
    """A command of the list, whose module is loaded when it is used or its own help is asked for."""

    def __init__(self, entry: CommandEntry, language: Language) -> None:
        summary = entry.summary.pick(language)
        super().__init__(entry.name, short_help=summary, hidden=entry.hidden, rich_markup_mode=None)
        self.entry = entry
        self.language: Language = language

    def make_context(
        self, info_name: str | None, args: list[str], parent: Context | None = None, **extra: Any
    ) -> Context:
        """The context of the loaded command, whose ``command`` Typer then runs."""
        return load(self.entry, self.language).make_context(info_name, args, parent, **extra)


class Program(TyperGroup):
    """The program: its own options, and the list of commands."""

    language: Language
    summary: Wording
    examples: Sequence[Example]
    run: Callable[..., None]

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its own options, which help and messages name."""
        return parameters_of(self, self.run)

    def page(self) -> "HelpPage":
        """What its ``--help`` shows: the commands by theme, then the options."""
        from reportgen.cli.help_page import HelpPage, Row, option_tables, usage_line

        rows: dict[Theme, list[Row]] = {theme: [] for theme in Theme}
        for command in self.commands.values():
            if isinstance(command, LazyCommand) and not command.hidden:
                rows[command.entry.theme].append(Row(command.entry.name, command.entry.summary.pick(self.language)))
        themes = tuple((theme.value.pick(self.language), tuple(members)) for theme, members in rows.items())
        return HelpPage(
            f"{usage_line(PROGRAM, self.parameters, self.language)} {_COMMAND.pick(self.language)} ...",
            (self.summary.pick(self.language),),
            (*themes, *option_tables(self.parameters, self.language)),
            tuple((each.text.pick(self.language), each.line) for each in self.examples),
        )

    def format_help(self, ctx: Context, formatter: Any) -> None:
        """Writes the page in place of Typer's."""
        del ctx
        formatter.write(_rendered(self.page(), self.language))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parses the options before the command; what is wrong with them is a ``UsageError``."""
        return _parsed(self, super().parse_args, ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is named first, and the arguments after it; none is a ``UsageError``."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            from reportgen.cli.usage_errors import unknown_command

            known = [name for name, command in self.commands.items() if not command.hidden]
            raise unknown_command(args[0], known, ctx.command_path)
        return super().resolve_command(ctx, args)


def load(entry: CommandEntry, language: Language) -> Command:
    """The command of an entry, its module loaded, with help in a language."""
    spec: CommandSpec = import_module(f"reportgen.cli.{entry.module}").COMMAND
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(entry.name, cls=Command, context_settings={**SETTINGS, "allow_extra_args": True})(spec.run)
    command = typer.main.get_command(app)
    assert isinstance(command, Command)
    command.entry, command.spec, command.language = entry, spec, language
    return command


def parameters_of(command: TyperCommand | TyperGroup, function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """The parameters Typer made of a function, each with the ``Help`` of its annotation, then ``--help``."""
    hints = get_type_hints(function, include_extras=True)
    helps = {
        name: each
        for name, hint in hints.items()
        for each in getattr(hint, "__metadata__", ())
        if isinstance(each, Help)
    }
    context = typer.Context(command, **SETTINGS)
    parameters = [Parameter(param, helps[str(param.name)]) for param in command.params]
    return (*parameters, Parameter(command.get_help_option(context), HELP))


def _parsed(
    command: Command | Program,
    parse: Callable[[Any, list[str]], list[str]],
    ctx: Context,
    args: list[str],
) -> list[str]:
    """Has Typer parse the command line, and raises what it finds wrong as a ``UsageError``."""
    for typed in (each for each in args if each.startswith(DASHES)):
        from reportgen.cli.usage_errors import wrong_dash

        error = wrong_dash(typed, command.parameters, ctx.command_path)
        if error is not None:
            raise error
    try:
        return parse(ctx, args)
    except TYPER_ERRORS.UsageError as failure:
        from reportgen.cli.usage_errors import usage_error

        raise usage_error(failure, command.parameters, ctx.command_path) from None


def _rendered(page: "HelpPage", language: Language) -> str:
    """A page of help as wide as the terminal, within limits."""
    from reportgen.cli.help_page import render_help

    return render_help(page, language, max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST)))

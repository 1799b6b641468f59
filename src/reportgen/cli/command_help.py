"""What ``--help`` shows: help as values beside the options they explain, and a page of help as text."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from reportgen.text.columns import columns, wrapped
from reportgen.text.wording import Language, Wording

PROGRAM = "reportgen"
COMPLETE_VARIABLE = "_REPORTGEN_COMPLETE"
"""The variable by which shells ask for completions; Typer makes its name of the program's."""

_INDENT = "  "
_WIDEST_TERM = 28
"""Columns of an option; the text beside a longer one begins on the next line."""

_USAGE = Wording("用法：", "Usage: ")
_OPTIONS = Wording("[选项]", "[OPTIONS]")
_REQUIRED = Wording("（必填）", " [required]")
_DEFAULT = Wording("（默认 {default}）", " [default: {default}]")
_EXAMPLES = Wording("例：", "Examples:")
HEADING_COLON = Wording("：", ":")


class Group(Enum):
    """What options are about; the members are the headings of a page of help, in its order."""

    ARGUMENTS = Wording("参数", "Arguments")
    SHEETS = Wording("拼版", "Sheets")
    CHECKS = Wording("检查", "Checks")
    STYLE = Wording("版式", "Style")
    CHANGES = Wording("改动", "Changes")
    OUTPUT = Wording("输出", "Output")
    WHERE = Wording("位置", "Where")
    COMPLETION = Wording("命令补全", "Shell completion")
    GENERAL = Wording("通用", "General")


class Help(NamedTuple):
    """The help of one argument or option; ``value`` is the placeholder of what is typed, empty for a flag."""

    group: Group
    text: Wording
    value: Wording = Wording("", "")


class Parameter(NamedTuple):
    """An argument or option as Typer made it, with its help."""

    click: Any
    help: Help


class Example(NamedTuple):
    """A command line to copy and what it does."""

    line: str
    text: Wording


class CommandSpec(NamedTuple):
    """A command: the function that Typer calls, what help says beyond the one line of the list, and examples."""

    run: Callable[..., int]
    details: Wording
    examples: tuple[Example, ...]


class Row(NamedTuple):
    """One argument, option or command of a page, and what it does."""

    term: str
    text: str


class HelpPage(NamedTuple):
    """A page of help in one language; ``tables`` are headings and their rows."""

    usage: str
    paragraphs: tuple[str, ...]
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    examples: tuple[tuple[str, str], ...]


def usage_line(path: str, parameters: Iterable[Parameter], language: Language) -> str:
    """How a command is typed: its path, options, then its arguments."""
    arguments = [_argument(each, language) for each in parameters if each.help.group is Group.ARGUMENTS]
    return " ".join((path, _OPTIONS.pick(language), *arguments))


def option_tables(parameters: Iterable[Parameter], language: Language) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The arguments and options of a command under their headings."""
    rows: dict[Group, list[Row]] = {group: [] for group in Group}
    for each in parameters:
        rows[each.help.group].append(Row(_term(each, language), _text(each, language)))
    return tuple((group.value.pick(language), tuple(members)) for group, members in rows.items() if members)


def render_help(page: HelpPage, language: Language, width: int) -> str:
    """A page as text of at most ``width`` columns, where no single word is wider."""
    lines = [f"{_USAGE.pick(language)}{page.usage}"]
    for paragraph in page.paragraphs:
        lines += ("", *(f"{_INDENT}{line}" for line in wrapped(paragraph, width - len(_INDENT))))
    terms = [columns(row.term) for _, rows in page.tables for row in rows]
    column = max((each for each in terms if each <= _WIDEST_TERM), default=0) + 2 * len(_INDENT)
    for heading, rows in page.tables:
        lines += ("", f"{heading}{HEADING_COLON.pick(language)}")
        lines += (line for row in rows for line in _row_lines(row, column, width))
    if page.examples:
        lines += ("", _EXAMPLES.pick(language))
        for text, command in page.examples:
            lines += (f"{_INDENT}{text}", f"{_INDENT * 2}{command}")
    return "\n".join(lines)


def _row_lines(row: Row, column: int, width: int) -> Iterator[str]:
    first, *others = wrapped(row.text, width - column)
    gap = column - len(_INDENT) - columns(row.term)
    if gap < len(_INDENT):
        yield f"{_INDENT}{row.term}"
        others = [first, *others]
    else:
        yield f"{_INDENT}{row.term}{' ' * gap}{first}"
    yield from (f"{' ' * column}{line}" for line in others)


def _term(parameter: Parameter, language: Language) -> str:
    """How an argument or option is typed: ``-q, --quiet``, ``--style NAME``, ``YEAR...``."""
    if parameter.help.group is Group.ARGUMENTS:
        return _argument(parameter, language)
    names = ", ".join(sorted(parameter.click.opts, key=len))
    return f"{names} {parameter.help.value.pick(language)}".rstrip()


def _argument(parameter: Parameter, language: Language) -> str:
    name = f"{parameter.help.value.pick(language)}{'' if parameter.click.nargs == 1 else '...'}"
    return name if parameter.click.required else f"[{name}]"


def _text(parameter: Parameter, language: Language) -> str:
    text, default = parameter.help.text.pick(language), parameter.click.default
    if parameter.click.required:
        return f"{text}{_REQUIRED.pick(language)}"
    if isinstance(default, str) and default:
        return f"{text}{_DEFAULT.pick(language).format(default=default)}"
    return text

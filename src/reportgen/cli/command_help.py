"""The help of commands and options, as values beside them; ``help_page`` makes text of it."""

from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from reportgen.text.wording import Wording

PROGRAM = "reportgen"
COMPLETE_VARIABLE = "_REPORTGEN_COMPLETE"
"""The variable by which shells ask for completions; Typer makes its name of the program's."""


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

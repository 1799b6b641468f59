"""What ``--help`` shows: a page of help, and its text. Loaded only where help is asked for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportgen.cli.command_help import Group, Parameter
from reportgen.text.columns import columns, wrapped
from reportgen.text.wording import Language, Wording

_INDENT = "  "
_WIDEST_TERM = 28
"""Columns of an option; the text beside a longer one begins on the next line."""

_USAGE = Wording("用法：", "Usage: ")
_OPTIONS = Wording("[选项]", "[OPTIONS]")
_REQUIRED = Wording("（必填）", " [required]")
_DEFAULT = Wording("（默认 {default}）", " [default: {default}]")
_EXAMPLES = Wording("例：", "Examples:")
HEADING_COLON = Wording("：", ":")


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

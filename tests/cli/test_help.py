"""The help of every command in both languages: whole, in words people know, and true."""

import re
import shlex
import subprocess
import sys

import pytest

from reportgen.cli.app import COMMANDS, program
from reportgen.cli.command_help import Group
from reportgen.cli.command_reference import WIDTH, commands_page
from reportgen.cli.help_page import render_help
from reportgen.cli.lazy_commands import Command, CommandEntry, load
from reportgen.text.columns import columns
from reportgen.text.wording import Language
from tests.cli.test_cli import LIBRARIES, reportgen
from tests.goldens import Goldens
from tests.support import ROOT

LANGUAGES: tuple[Language, ...] = ("zh", "en")
DOCUMENTS: dict[str, Language] = {"commands.md": "en", "commands.zh.md": "zh"}
HAN = re.compile(r"[\u4e00-\u9fff]")
TYPERS_WORDS = re.compile(r"Usage:|Options|Arguments|Commands|OPTIONS|default|required|Show this|\bCOMMAND\b")

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_command = pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_reference_of_all_commands_is_their_help(name: str, goldens: Goldens) -> None:
    """``make goldens`` renews it; a change of help and of the document go together."""
    goldens.check({ROOT / "docs" / name: commands_page(DOCUMENTS[name])})


@pytest.mark.slow
@each_language
@each_command
def test_help_as_it_is_shown_is_the_reference(entry: CommandEntry, language: Language) -> None:
    """A process each, since the language, the width and the encoding are those of a run."""
    ran = reportgen(entry.name, "--help", "--lang", language, folder=ROOT, COLUMNS=str(WIDTH))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == render_help(load(entry, language).page(), language, WIDTH) + "\n"


@each_language
@each_command
def test_everything_is_explained_in_the_language_of_the_run(entry: CommandEntry, language: Language) -> None:
    command = load(entry, language)
    assert [param.name for param in command.params] == [each.click.name for each in command.parameters[:-1]]
    for each in (parameter.help for parameter in command.parameters):
        assert HAN.search(each.text.zh)
        assert each.text.zh.endswith("。")
        assert each.text.en.endswith(".")
        assert not HAN.search(each.text.en)
    page = command.page()
    rows = [row for _, rows in page.tables for row in rows]
    assert len(rows) == len(command.parameters)
    if language == "zh":
        assert not TYPERS_WORDS.search(render_help(page, language, WIDTH))


@each_language
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    pages = [program(language).page(), *(load(entry, language).page() for entry in COMMANDS)]
    for page in pages:
        for line in render_help(page, language, width).splitlines():
            assert columns(line) <= width, line


@each_command
def test_a_flag_that_is_not_given_is_off(entry: CommandEntry) -> None:
    """Nothing is overwritten, changed or left out unless it is asked for."""
    flags = {param.name: param.default for param in load(entry, "en").params if getattr(param, "is_flag", False)}
    assert {name for name, default in flags.items() if default} == set()


@each_command
def test_examples_are_command_lines_that_work(entry: CommandEntry) -> None:
    """They name the command, and Typer can read them; pasting one never ends in wrong usage."""
    examples = load(entry, "en").spec.examples
    assert examples
    for example in examples:
        words = shlex.split(example.line.partition(" > ")[0])
        assert words[:2] == ["reportgen", entry.name]
        context = load(entry, "en").make_context(entry.name, words[2:])
        assert context.command.name == entry.name
        assert example.text.zh.endswith("：")
        assert example.text.en.endswith(":")


def test_the_list_names_every_command_once_with_its_summary() -> None:
    page = program("en").page()
    rows = {row.term: row.text for _, rows in page.tables for row in rows}
    shown = {entry.name: entry.summary.en for entry in COMMANDS if not entry.hidden}
    assert rows.items() >= shown.items()
    assert len({entry.name for entry in COMMANDS}) == len(COMMANDS)


def test_groups_of_options_come_in_one_order() -> None:
    order = [group.value.en for group in Group]
    for entry in COMMANDS:
        headings = [heading for heading, _ in load(entry, "en").page().tables]
        assert headings == sorted(headings, key=order.index)


@pytest.mark.slow
def test_only_the_command_that_is_used_is_loaded() -> None:
    """``--help`` loads none, and a command's help neither what the command runs nor another command."""
    for arguments, loaded in ((["--help"], set()), (["build", "--help"], {"build_command"})):
        code = (
            f"import sys, os; sys.argv = ['reportgen', *{arguments!r}]\n"
            "names = {each.rpartition('.')[2] for each in sys.modules}\n"
            "def end(status):\n"
            "    names = {each.rpartition('.')[2] for each in sys.modules if each.startswith('reportgen')}\n"
            f"    assert {{each for each in names if each.endswith('_command')}} == {loaded!r}, names\n"
            "    assert not names & {'diagnostics', 'workflows', 'console', 'completion'}, names\n"
            f"    assert not {LIBRARIES!r} & set(sys.modules)\n"
            "    sys.exit(status)\n"
            "os._exit = end\n"
            "from reportgen.cli import main\nmain()\n"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
        assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
def test_help_on_a_console_that_cannot_show_chinese_is_not_a_crash() -> None:
    for encoding in ("gbk", "latin-1"):
        ran = reportgen("build", "--help", "--lang", "zh", folder=ROOT, encoding=encoding)
        assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(r"\u7528\u6cd5")


def test_commands_are_loaded_as_what_they_are() -> None:
    assert all(isinstance(load(entry, "en"), Command) for entry in COMMANDS)

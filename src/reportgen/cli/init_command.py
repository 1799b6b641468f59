"""``reportgen init``."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import PROGRAM, CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, YEAR, Lang, Quiet
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console

Folder = Annotated[
    Path,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording(
            "建在哪个文件夹；没有就新建；不写，就是当前文件夹。",
            "The folder to begin in, made if it is not there; without this, the current one.",
        ),
        FOLDER,
    ),
]
ExampleYear = Annotated[
    str | None,
    typer.Option("--year"),
    Help(
        Group.GENERAL,
        Wording("样例是哪一年的；不写，就是今年。", "The year of the example; without this, the present one."),
        YEAR,
    ),
]
Git = Annotated[
    bool,
    typer.Option("--git"),
    Help(
        Group.GENERAL,
        Wording(
            "同时设好 git（见 git-setup）；不在仓库里，就新建一个。",
            "Set up git as well, as git-setup does; outside of a repository, begin one.",
        ),
    ),
]


def run_init(
    folder: Folder = Path(), year: ExampleYear = None, git: Git = False, quiet: Quiet = False, lang: Lang = None
) -> int:
    """Makes a workspace and says what is in it and how to go on."""
    from reportgen.cli import messages
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import folder_named, own_command
    from reportgen.cli.parsing import parse_year
    from reportgen.workflows.init import begin_workspace

    console = open_console(lang, quiet=quiet)
    chosen = datetime.date.today().year if year is None else parse_year(year)  # noqa: DTZ011 - the office's own day
    command = own_command()
    workspace, made = begin_workspace(folder_named(folder), chosen, command)
    console.say(messages.BEGUN, folder=workspace.root.as_posix())
    for name in made:
        console.line(f"  {name}")
    if git:
        from reportgen.cli.isolated_python import isolated_python
        from reportgen.workflows.git_setup import begin_repository

        begin_repository(workspace, isolated_python())
        console.say(messages.GIT_READY)
    _show_next(console, folder, command)
    return 0


def _show_next(console: "Console", folder: Path, command: str) -> None:
    """Prints the commands to go on with."""
    from reportgen.cli import messages

    console.say(messages.NEXT_STEPS)
    if folder != Path():
        console.line(f"  cd {_quoted(str(folder))}")
    console.line(f"  {_quoted(command)} build")


def _quoted(word: str) -> str:
    """A word as terminals take it, those of Windows too."""
    return f'"{word}"' if " " in word else word


COMMAND = CommandSpec(
    run_init,
    Wording(
        "放一份短的样例、设置、JSON Schema、.gitignore、说明（README.md）和 VS Code 的设置，马上就能 build。"
        "有一个文件会被覆盖，就什么也不写。",
        "Makes a short example, settings, JSON Schemas, .gitignore, a README in Chinese and settings of VS Code, ready "
        "to build. Nothing is written if any file would be overwritten.",
    ),
    (
        Example(f"{PROGRAM} init 工作报告", Wording("建一个新的工作文件夹：", "Begin a workspace in a new folder:")),
        Example(f"{PROGRAM} init --git", Wording("建在当前文件夹，同时设好 git：", "Begin here, with git set up:")),
    ),
)

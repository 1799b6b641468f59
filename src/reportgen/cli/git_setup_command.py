"""``reportgen git-setup``."""

from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import Lang, Quiet, Root
from reportgen.text.wording import Wording

Hook = Annotated[
    bool,
    typer.Option("--hook"),
    Help(
        Group.CHECKS,
        Wording(
            "另装提交前的检查：改动的年份先过 check 和 fmt --check。",
            "Also check before each commit: the years it touches must pass check and fmt --check.",
        ),
    ),
]
Undo = Annotated[
    bool, typer.Option("--undo"), Help(Group.GENERAL, Wording("撤销以前的设置。", "Undo what was set up before."))
]


def run_git_setup(
    hook: Hook = False, undo: Undo = False, root: Root = None, quiet: Quiet = False, lang: Lang = None
) -> int:
    """Sets git up to show reports as text, or undoes that."""
    from reportgen.cli import messages
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.isolated_python import isolated_python
    from reportgen.workflows import git_setup

    console = open_console(lang, quiet=quiet)
    workspace = open_workspace(root)
    if undo:
        git_setup.undo(workspace)
        console.say(messages.GIT_RESTORED)
    else:
        git_setup.set_up(workspace, isolated_python(), hook=hook)
        console.say(messages.GIT_READY)
    return 0


COMMAND = CommandSpec(
    run_git_setup,
    Wording(
        "只改本仓库的设置，不提交任何文件；--undo 撤销。",
        "Changes the settings of this repository only and commits nothing; --undo takes it back.",
    ),
    (
        Example(
            "reportgen git-setup --hook",
            Wording("设置，并装上提交前的检查：", "Set up, with checks before each commit:"),
        ),
        Example("reportgen git-setup --undo", Wording("撤销：", "Undo it:")),
    ),
)

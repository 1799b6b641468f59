"""``reportgen git-setup``."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import Lang, Quiet, Root
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.workflows.git_check import SetupState

Hook = Annotated[
    bool,
    typer.Option("--hook"),
    Help(
        Group.CHECKS,
        Wording(
            "另装提交前的检查：将要提交的年份，先过 check --draft。",
            "Also check before each commit: the years it touches must pass check --draft, as git will keep them.",
        ),
    ),
]
Undo = Annotated[
    bool, typer.Option("--undo"), Help(Group.GENERAL, Wording("撤销以前的设置。", "Undo what was set up before."))
]

Check = Annotated[
    bool,
    typer.Option("--check"),
    Help(
        Group.CHECKS,
        Wording(
            "什么也不改，只看现在的设置管不管用；不管用时说明怎么办，以 1 退出。",
            "Change nothing, and say whether the settings work; if not, say what to do and exit with 1.",
        ),
    ),
]


def run_git_setup(
    hook: Hook = False,
    undo: Undo = False,
    check: Check = False,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Sets git up to show reports as text, or undoes that."""
    from reportgen.cli import messages
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.isolated_python import isolated_python
    from reportgen.workflows import git_check, git_setup

    console = open_console(lang, quiet=quiet)
    workspace = open_workspace(root)
    if check:
        return _report_state(console, git_check.check_setup(workspace, isolated_python()))
    if undo:
        git_setup.undo(workspace)
        console.say(messages.GIT_RESTORED)
    else:
        git_setup.set_up(workspace, isolated_python(), hook=hook)
        console.say(messages.GIT_READY)
    return 0


def _report_state(console: "Console", state: "SetupState") -> int:
    from reportgen.cli import messages

    console.say(messages.GIT_DISPLAY[state.display])
    console.say(messages.GIT_HOOK[state.hook])
    return int(not state.works)


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
        Example("reportgen git-setup --check", Wording("看设置管不管用：", "See whether the settings work:")),
        Example("reportgen git-setup --undo", Wording("撤销：", "Undo it:")),
    ),
)

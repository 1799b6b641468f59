"""``reportgen textconv``, which git calls once ``git-setup`` has run."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, Lang
from reportgen.text.wording import Wording

ReportFile = Annotated[Path, typer.Argument(), Help(Group.ARGUMENTS, Wording("报告文件。", "The report file."), FILE)]


def run_textconv(file: ReportFile, lang: Lang = None) -> int:
    """Prints a report file as text; any other file unchanged, since git must have something to compare."""
    from reportgen.cli.console import open_console
    from reportgen.workflows.textconv import readable_report
    from reportgen.workspace.reading import read_file

    console = open_console(lang)
    console.write(readable_report(read_file(file, file.as_posix())).removesuffix("\n"))
    return 0


COMMAND = CommandSpec(
    run_textconv,
    Wording("由 git 调用，平时用不着。", "Called by git; there is no need to run it by hand."),
    (Example("reportgen textconv data/2025.yaml", Wording("看 git 看到的样子：", "See what git sees:")),),
)

"""``reportgen textconv``, which git calls once ``git-setup`` has run."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, Lang
from reportgen.text.wording import Wording

ReportFile = Annotated[Path, typer.Argument(), Help(Group.ARGUMENTS, Wording("报告文件。", "The report file."), FILE)]


def run_textconv(file: ReportFile, lang: Lang = None) -> int:
    """Prints a report file as text; any other file as it is, and why where it cannot be read.

    Never fails: git would end the whole comparison.
    """
    from reportgen.cli.console import open_console
    from reportgen.diagnostics import render_concise
    from reportgen.workflows.textconv import plain_text, readable_report
    from reportgen.workspace.reading import read_file
    from reportgen.workspace.refusals import CommandError

    console = open_console(lang)
    try:
        content = read_file(file, file.as_posix())
    except CommandError as refused:
        console.write(render_concise(refused.diagnostic, console.language))
        return 0
    try:
        text = readable_report(content)
    except Exception:  # noqa: BLE001 - the top of what git calls: our own defect must not keep a file from being seen
        text = plain_text(content)
    console.write(text.removesuffix("\n"))
    return 0


COMMAND = CommandSpec(
    run_textconv,
    Wording("由 git 调用，平时用不着。", "Called by git; there is no need to run it by hand."),
    (Example("reportgen textconv data/2025.yaml", Wording("看 git 看到的样子：", "See what git sees:")),),
)

"""``reportgen verify``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, AsJson, Lang, Root
from reportgen.text.wording import Wording

Output = Annotated[
    Path,
    typer.Argument(),
    Help(Group.ARGUMENTS, Wording("要核对的 PDF、DOCX 或 HTML 文件。", "The PDF, DOCX or HTML file to verify."), FILE),
]


def run_verify(file: Output, root: Root = None, as_json: AsJson = False, lang: Lang = None) -> int:
    """Says whether a file was made from the report as it is now, by which version, in which style."""
    from reportgen.cli import messages
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.workflows.verify import verify

    console = open_console(lang, as_json=as_json)
    verified = verify(open_workspace(root), file)
    stamp = verified.stamp
    made = None
    if stamp is not None:
        made = {"year": stamp.year, "style": stamp.style, "version": stamp.version}
        console.say(messages.MADE_FROM, **made, hash=stamp.short())
        if not verified.findings:
            console.say(messages.UP_TO_DATE)
    console.report(verified.findings)
    console.result({"made": made, "diagnostics": console.diagnostics_as_json(verified.findings)})
    return exit_status(verified.findings)


COMMAND = CommandSpec(
    run_verify,
    Wording(
        "数据或版式变了，就列出哪里变了，并以 1 退出。",
        "If anything has changed since, lists it and exits with 1.",
    ),
    (
        Example(
            "reportgen verify build/2025/report.pdf",
            Wording("送印前核对手里的 PDF：", "Verify the PDF that goes to the printer:"),
        ),
    ),
)

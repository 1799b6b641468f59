"""``reportgen verify``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, AsJson, Fonts, Lang, Root
from reportgen.text.wording import Wording

Output = Annotated[
    Path,
    typer.Argument(),
    Help(Group.ARGUMENTS, Wording("要核对的 PDF、DOCX 或 HTML 文件。", "The PDF, DOCX or HTML file to verify."), FILE),
]


def run_verify(file: Output, fonts: Fonts = None, root: Root = None, as_json: AsJson = False, lang: Lang = None) -> int:
    """Says whether a file was made from the report as it is now, by which version, in which style."""
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.verify_output import differences_as_json, print_differences, print_origin, stamp_as_json
    from reportgen.workflows.verify import verify

    console = open_console(lang, as_json=as_json)
    console.progress(file.name, "read")
    workspace = open_workspace(root)
    verified = verify(workspace, file, font_folders(fonts, workspace))
    print_origin(console, verified)
    console.report(verified.findings)
    print_differences(console, verified)
    console.result(
        {
            "made": stamp_as_json(verified),
            "differences": differences_as_json(verified.differences),
            "diagnostics": console.diagnostics_as_json(verified.findings),
        }
    )
    return exit_status(verified.findings)


COMMAND = CommandSpec(
    run_verify,
    Wording(
        "写明是哪一稿，数据在 git 的哪次提交里。数据、版式变了，或文件里的字不是数据给出的，就列出哪里不同，以 1 退出。"
        "对照表、落实台账、带修订痕迹的文件也能核对。",
        "Names the draft, and the commit in git that has its data. If data or style have changed, or words of the file "
        "are not what the data give, lists what differs and exits with 1. Comparisons, ledgers and tracked "
        "changes can be verified too.",
    ),
    (
        Example(
            "reportgen verify build/2025/report.pdf",
            Wording("送印前核对手里的 PDF：", "Verify the PDF that goes to the printer:"),
        ),
    ),
)

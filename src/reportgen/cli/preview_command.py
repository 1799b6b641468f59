"""``reportgen preview``."""

from typing import Annotated

import typer

from reportgen.cli.build_command import Draft
from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import STYLE, YEAR, Fonts, Lang, Root
from reportgen.cli.value_completion import complete_style, complete_year
from reportgen.text.wording import Wording

Year = Annotated[
    str | None,
    typer.Argument(autocompletion=complete_year),
    Help(Group.ARGUMENTS, Wording("年份，如 2025；不写，就是最近一年。", "A year; without one, the latest."), YEAR),
]
Style = Annotated[
    str | None,
    typer.Option("--style", autocompletion=complete_style),
    Help(
        Group.STYLE,
        Wording("先看哪个版式；网页上可以换。", "The style to begin with; the page can change it."),
        STYLE,
    ),
]
EditorName = Annotated[
    str,
    typer.Option("--editor"),
    Help(
        Group.WHERE,
        Wording(
            "点一个字，用什么打开它所在的文件：vscode；none（只显示行号）；或者一个有窗口的程序，如 notepad++。",
            "What opens the file at a word that is clicked: vscode; none, which only shows the line; or a program with "
            "windows of its own, such as notepad++.",
        ),
        Wording("程序", "PROGRAM"),
    ),
]
NoBrowser = Annotated[
    bool,
    typer.Option("--no-browser"),
    Help(Group.WHERE, Wording("不打开浏览器，只显示网址。", "Open no browser; only print the address.")),
]


def run_preview(
    year: Year = None,
    style: Style = None,
    draft: Draft = None,
    fonts: Fonts = None,
    editor: EditorName = "vscode",
    no_browser: NoBrowser = False,
    root: Root = None,
    lang: Lang = None,
) -> int:
    """Shows a year's report on a page of this machine that follows every save; Ctrl-C ends it."""
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.parsing import parse_draft, parse_year
    from reportgen.cli.previewing import preview_report
    from reportgen.live.session import Choice, Session
    from reportgen.workflows.build import Request
    from reportgen.workflows.check import CheckOptions
    from reportgen.workflows.settings_file import style_of

    console, number = open_console(lang), parse_draft(draft)
    named, workspace = parse_year(year) if year else None, open_workspace(root)
    chosen = named or workspace.latest_year()
    request = Request(CheckOptions(None, number > 0), font_folders=font_folders(fonts, workspace), draft=number)
    first = Choice(style_of(workspace, chosen, style), number)
    session = Session(workspace, chosen, request, first, console.language)
    return preview_report(console, session, request, editor, opens_browser=not no_browser)


COMMAND = CommandSpec(
    run_preview,
    Wording(
        "网页上是印出来的样子，旁边是检查出的问题；一保存，网页就跟着变，DOCX 和 PDF 也重新生成。"
        "点一个字，打开它在文件里的那一行。只有这台电脑能看。",
        "The page shows the report as it prints, with the findings beside it. It follows every save, and the DOCX and "
        "the PDF are built again. A click on a word opens its line in the file. Only this computer can see the page.",
    ),
    (
        Example("reportgen preview 2025", Wording("在浏览器里看 2025 年的报告：", "See the report in the browser:")),
        Example(
            "reportgen preview 2025 --editor notepad++",
            Wording("点字时用 Notepad++ 打开：", "Open words in Notepad++:"),
        ),
    ),
)

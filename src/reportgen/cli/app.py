"""The list of commands, and the one place where the program ends.

A command's module is loaded when the command runs or its own help is asked for, so ``--help`` pays for none of them.
"""

import os
from typing import Annotated, NoReturn

import typer

from reportgen import __version__
from reportgen.cli.command_help import COMPLETE_VARIABLE, PROGRAM, Example, Group, Help
from reportgen.cli.foreign_settings import forget_foreign_settings
from reportgen.cli.language import run_language
from reportgen.cli.lazy_commands import SETTINGS, CommandEntry, LazyCommand, Program, Theme
from reportgen.cli.options import Lang
from reportgen.cli.streams import guard_streams, unwritten
from reportgen.text.wording import Language, Wording

COMMANDS = (
    CommandEntry(
        "init",
        "init_command",
        Theme.WRITE,
        Wording("从头开始：建一个工作文件夹，放好样例。", "Begin a workspace from nothing, with an example."),
    ),
    CommandEntry(
        "import",
        "import_command",
        Theme.WRITE,
        Wording("把 Word、文本文件变成报告文件。", "Make a report file of a Word or text file."),
    ),
    CommandEntry("new", "new_command", Theme.WRITE, Wording("起草下一年的文件。", "Start next year's report.")),
    CommandEntry(
        "check", "check_command", Theme.WRITE, Wording("检查报告，不生成文件。", "Check reports without building them.")
    ),
    CommandEntry(
        "fmt",
        "fmt_command",
        Theme.WRITE,
        Wording("把报告的文件整理成统一格式。", "Format report files in one standard way."),
    ),
    CommandEntry(
        "build",
        "build_command",
        Theme.PRINT,
        Wording("生成报告：DOCX、PDF 等。", "Build reports as DOCX, PDF and other formats."),
    ),
    CommandEntry(
        "print",
        "print_command",
        Theme.PRINT,
        Wording("做印刷用的文件：小册子、拼版、印前检查。", "Make files for the printer: booklets, sheets, a check."),
    ),
    CommandEntry(
        "watch",
        "watch_command",
        Theme.PRINT,
        Wording("每次保存后自动重新生成报告。", "Build reports again on every save."),
    ),
    CommandEntry(
        "preview",
        "preview_command",
        Theme.PRINT,
        Wording("在浏览器里看印出来的样子，边改边看。", "See the printed pages in a browser, after every save."),
    ),
    CommandEntry(
        "verify",
        "verify_command",
        Theme.PRINT,
        Wording(
            "核对一个 PDF、DOCX 或 HTML 文件是不是由现在的数据和版式生成的。",
            "Verify that a PDF, DOCX or HTML file was made from the current data and style.",
        ),
    ),
    CommandEntry(
        "diff",
        "diff_command",
        Theme.REVIEW,
        Wording("比较两份报告，列出不同。", "Compare two reports and list the changes."),
    ),
    CommandEntry(
        "absorb",
        "absorb_command",
        Theme.REVIEW,
        Wording("把在 Word 里改过的，收回到报告文件。", "Take back into the report file what was changed in Word."),
    ),
    CommandEntry(
        "follow",
        "follow_command",
        Theme.REVIEW,
        Wording(
            "逐项核对上年的任务，今年的回顾里有没有回应。",
            "Check which of last year's tasks this year's reviews report on.",
        ),
    ),
    CommandEntry(
        "metrics",
        "metrics_command",
        Theme.REVIEW,
        Wording("列出各年的指标和增减。", "List the metrics of all years and how they changed."),
    ),
    CommandEntry(
        "styles",
        "styles_command",
        Theme.LOOK,
        Wording(
            "列出版式，或画出报告排成各种版式的样子。", "List the styles, or draw pictures of a report in each of them."
        ),
    ),
    CommandEntry(
        "fonts",
        "fonts_command",
        Theme.LOOK,
        Wording(
            "列出版式各处用哪种字体、来自哪个文件。",
            "List which font each role of a style prints in, and its file.",
        ),
    ),
    CommandEntry(
        "schema",
        "schema_command",
        Theme.SET_UP,
        Wording("输出报告或版式文件的 JSON Schema。", "Print the JSON Schema of report files or style sheets."),
    ),
    CommandEntry(
        "git-setup",
        "git_setup_command",
        Theme.SET_UP,
        Wording(
            "让 git 用句子和指标显示改动（git diff、log -p、show）。",
            "Make git diff, git log -p and git show display changes as sentences and metrics.",
        ),
    ),
    CommandEntry(
        "textconv",
        "textconv_command",
        Theme.SET_UP,
        Wording("把报告的文件显示成一句一行的文字。", "Print a report file as text, one sentence a line."),
        hidden=True,
    ),
)

Version = Annotated[bool, typer.Option("--version"), Help(Group.GENERAL, Wording("显示版本。", "Show the version."))]
InstallCompletion = Annotated[
    bool,
    typer.Option("--install-completion"),
    Help(
        Group.COMPLETION,
        Wording(
            "装上命令补全：在终端里按 Tab 键补全命令和选项（bash、zsh、fish）。",
            "Install completion of commands and options by the Tab key (bash, zsh, fish).",
        ),
    ),
]
ShowCompletion = Annotated[
    bool,
    typer.Option("--show-completion"),
    Help(
        Group.COMPLETION,
        Wording(
            "只显示补全的脚本，自己安装（PowerShell 也可以）。",
            "Print its script, to install by hand (PowerShell too).",
        ),
    ),
]


def before_command(
    context: typer.Context,
    version: Version = False,
    install_completion: InstallCompletion = False,
    show_completion: ShowCompletion = False,
    lang: Lang = None,
) -> None:
    """The options before a command, where these end the program; without a command, prints the help."""
    if version:
        print(f"{PROGRAM} {__version__}")
        raise typer.Exit
    if lang or install_completion or show_completion:
        from reportgen.cli.console import open_console

        console = open_console(lang)
    if install_completion or show_completion:
        from reportgen.cli import completion

        (completion.install_completion if install_completion else completion.show_completion)(console)
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(2)


def program(language: Language) -> Program:
    """The program in a language, with its list of commands."""
    app = typer.Typer(
        cls=Program,
        add_completion=False,
        invoke_without_command=True,
        rich_markup_mode=None,
        context_settings=SETTINGS,
    )
    app.callback()(before_command)
    group = typer.main.get_command(app)
    assert isinstance(group, Program)
    group.language = language
    group.summary = Wording(
        "把每年一份的 YAML 文件编成可以付印的报告。", "Compiles one YAML file a year into a report ready for print."
    )
    group.examples = (
        Example("reportgen check 2025", Wording("检查 2025 年的报告：", "Check the report of 2025:")),
        Example("reportgen build 2025", Wording("生成 2025 年的报告：", "Build the report of 2025:")),
        Example("reportgen build --help", Wording("看一个命令的用法：", "See how to use one command:")),
    )
    group.run = before_command
    for entry in COMMANDS:
        group.add_command(LazyCommand(entry, language))
    return group


def run() -> NoReturn:
    """Runs the command line and ends the program.

    0: done; 1: errors in the report; 2: the command line is wrong; 3: the disk or the machine refused; 130: Ctrl-C.
    """
    forget_foreign_settings(os.environ)
    language = run_language()
    guard_streams()
    try:
        if COMPLETE_VARIABLE in os.environ:
            from typer._completion_classes import completion_init

            completion_init()
        status = program(language).main(prog_name=PROGRAM, standalone_mode=False) or 0
    except Exception as failure:  # noqa: BLE001 - the very top: whatever is left must not show a stack trace
        status = _failed(failure, language)
    _end(status, language)


def _end(status: int, language: Language) -> NoReturn:
    """Ends the process without taking apart, object by object, what it made: that took a seventh of a build."""
    refused = unwritten()
    if refused is not None:
        from reportgen.cli.console import Console
        from reportgen.workspace.refusals import output_refusal

        status = max(status, Console(language).fail(output_refusal(refused)))
        unwritten()
    os._exit(status)


def _failed(failure: Exception, language: Language) -> int:
    """Shows what ended the program: what is wrong with the command line, or a bug, of which it writes a report."""
    from reportgen.cli.console import Console
    from reportgen.cli.error_report import describe, report_crash
    from reportgen.workspace.refusals import CommandError

    found = failure.diagnostic if isinstance(failure, CommandError) else report_crash(describe(failure))
    return Console(language).fail(found)

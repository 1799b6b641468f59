"""``reportgen diff``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, ComparisonFolder, ComparisonFormats, Fonts, Lang, Quiet, Root, Style
from reportgen.text.wording import Wording

OldReport = Annotated[
    str,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording(
            "原来的报告：年份（2024）、git 里的旧版（HEAD~3:2025）或文件。",
            "The old report: a year (2024), an earlier version in git (HEAD~3:2025), or a file.",
        ),
        Wording("原稿", "OLD"),
    ),
]
NewReport = Annotated[
    str,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording("现在的报告，写法相同。", "The new report, named in the same ways."),
        Wording("新稿", "NEW"),
    ),
]
Only = Annotated[
    str | None,
    typer.Option("--only"),
    Help(
        Group.CHANGES,
        Wording(
            "只看这些变化，用逗号隔开：added（增加）、removed（删去）、moved（移动）、renamed（改题）、reworded（改写）、"
            "renumbered（序号）、metric（数据）、relinked（所回应的任务）、kept（任务有回应）、forgotten（没有）。",
            "Show only these changes, separated by commas: added, removed, moved, renamed, reworded, renumbered, "
            "metric, relinked, kept, forgotten.",
        ),
        Wording("种类", "KINDS"),
    ),
]
ExitCode = Annotated[
    bool,
    typer.Option("--exit-code"),
    Help(Group.OUTPUT, Wording("有不同时以 1 退出。", "Exit with 1 if the reports differ.")),
]
Redline = Annotated[
    Path | None,
    typer.Option("--redline"),
    Help(
        Group.OUTPUT,
        Wording(
            "生成带修订痕迹的 Word 文件：全部接受就是新稿，全部拒绝就是原稿。",
            "Write a Word file with tracked changes: accept all for the new report, reject all for the old one.",
        ),
        FILE,
    ),
]
Author = Annotated[
    str,
    typer.Option("--author"),
    Help(
        Group.OUTPUT,
        Wording(
            "修订人；不写，就是报告的单位。", "Author of the tracked changes; without this, the report's organization."
        ),
        Wording("姓名", "NAME"),
    ),
]
RevisionDate = Annotated[
    str | None,
    typer.Option("--date"),
    Help(
        Group.OUTPUT,
        Wording(
            "修订日期，如 2026-01-08；不写，就是新稿的日期；新稿是 git 里的旧版、提交更早时，就是提交的日期。",
            "Date of the tracked changes, such as 2026-01-08; without this, that of the new report, or of the commit "
            "that names it where that is earlier.",
        ),
        Wording("日期", "DATE"),
    ),
]


def run_diff(
    old: OldReport,
    new: NewReport,
    only: Only = None,
    form: ComparisonFormats = None,
    style: Style = None,
    fonts: Fonts = None,
    out: ComparisonFolder = None,
    exit_code: ExitCode = False,
    redline: Redline = None,
    author: Author = "",
    date: RevisionDate = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Compares two reports; prints what differs, or writes it as a 对照表 or as tracked changes."""
    from reportgen.cli import comparison_output as output
    from reportgen.cli.comparison_args import are_files, check_redline, parse_date, parse_kinds, parse_report_ref
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.parsing import parse_formats
    from reportgen.workflows import diff as comparing
    from reportgen.workflows.redline import Redline as TrackedChanges

    console = open_console(lang, quiet=quiet)
    check_redline(redline, {"--author": author, "--date": date})
    before, after, kinds, day = parse_report_ref(old), parse_report_ref(new), parse_kinds(only), parse_date(date)
    formats = parse_formats(form or "terminal", output.KNOWN_FORMATS) if form or not redline else ()
    workspace = open_workspace(root, or_bare=are_files(before, after))
    folders = font_folders(fonts, workspace)
    needs_fonts = bool(redline or output.written_formats(formats))
    inputs = comparing.read_diff_inputs(workspace, before, after, style, folders if needs_fonts else None)
    diffed = comparing.narrowed(comparing.diff(inputs), kinds)
    line = output.headline(console, diffed)
    presentation = output.Presentation(line, comparing.comparison_of, "comparison", formats, out)
    status = output.present(console, workspace, diffed, presentation)
    if redline and diffed.is_readable:
        status = output.write_tracked(console, workspace, diffed, TrackedChanges(redline, author, day)) or status
    return status or int(exit_code and bool(diffed.changes))


COMMAND = CommandSpec(
    run_diff,
    Wording(
        "按内容比较，不按行：谁移到了哪里、哪个数变了、哪句改了哪几个字。",
        "Compares what the reports say, not their lines: what moved where, which figures changed, which words of a "
        "sentence.",
    ),
    (
        Example("reportgen diff 2024 2025", Wording("两年的报告有什么不同：", "What differs between two years:")),
        Example(
            "reportgen diff HEAD~1:2025 2025",
            Wording("上次提交以来改了什么：", "What has changed since the commit before the last:"),
        ),
        Example("reportgen diff 2024 2025 --format docx", Wording("做成对照表：", "Write it as a table in Word:")),
        Example(
            "reportgen diff HEAD~1:2025 2025 --redline 修订.docx",
            Wording("做成带修订痕迹的 Word 文件：", "Write a Word file with tracked changes:"),
        ),
    ),
)

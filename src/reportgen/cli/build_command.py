"""``reportgen build``."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import PROGRAM, CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, FORMATS, AsJson, Fonts, Lang, Quiet, Root, Style, Years, listed
from reportgen.text.wording import Wording
from reportgen.writers.formats import REPORT_FORMATS

OutputFormats = Annotated[
    str,
    typer.Option("--format"),
    Help(
        Group.OUTPUT,
        Wording(
            f"生成哪些格式，用逗号隔开：{listed(REPORT_FORMATS).zh}。",
            f"The formats to build, separated by commas: {listed(REPORT_FORMATS).en}.",
        ),
        FORMATS,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording("放在哪个文件夹；不写，就放在 build/年份。", "The folder to write to; without this, build/YEAR."),
        FOLDER,
    ),
]
AttachSource = Annotated[
    bool,
    typer.Option("--attach-source"),
    Help(
        Group.OUTPUT,
        Wording(
            "把报告的 YAML 和版式附在 PDF（PDF/A-3a）和 DOCX 里。",
            "Attach the report's YAML and its style sheets to the PDF (PDF/A-3a) and the DOCX.",
        ),
    ),
]
Draft = Annotated[
    str | None,
    typer.Option("--draft"),
    Help(
        Group.CHECKS,
        Wording(
            "印成第几稿（1 到 99）：每页有稿次、水印和行号，外边留宽；没补上的内容只作警告。",
            "Print draft number N (1 to 99): pages carry its number, a watermark, line numbers, a wide outer margin; "
            "what is still to be filled in is only a warning.",
        ),
        Wording("稿次", "N"),
    ),
]
Comments = Annotated[
    bool,
    typer.Option("--comments"),
    Help(
        Group.CHECKS,
        Wording(
            "给核稿人：稿子的 DOCX 带批注，写明指标的名字、上年的数和备注，以及各项回顾回应的上年任务。",
            "For those who check a draft: its DOCX has comments with the name, last year's value and the note of every "
            "metric, and with the tasks that reviews follow.",
        ),
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict"), Help(Group.CHECKS, Wording("把警告当作错误。", "Treat warnings as errors."))
]


def run_build(
    years: Years = None,
    style: Style = "plenary",
    formats: OutputFormats = "docx,pdf",
    fonts: Fonts = "bundled",
    out: Out = None,
    attach_source: AttachSource = False,
    root: Root = None,
    draft: Draft = None,
    comments: Comments = False,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Builds each year and says what was written; several years share ``out`` in folders of their own."""
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import font_folders, open_years
    from reportgen.cli.parsing import parse_draft, parse_formats
    from reportgen.cli.usage_errors import needs_option
    from reportgen.workflows.build import Request, build
    from reportgen.workflows.check import CheckOptions

    console = open_console(lang, quiet=quiet, as_json=as_json)
    number = parse_draft(draft)
    if comments and not number:
        raise needs_option(Wording("--comments", "--comments"), "--draft", f"{PROGRAM} build")
    options = CheckOptions(style, number > 0, strict)
    kinds = parse_formats(formats, REPORT_FORMATS)
    folders, results = font_folders(fonts), []
    workspace, chosen = open_years(root, years)
    for year in chosen:
        folder = out if out is None or len(chosen) == 1 else out / str(year)
        request = Request(options, kinds, folder, folders, attach_source, number, comments=comments)
        results.append(build(workspace, year, request, partial(console.progress, year)))
        console.report_outputs(results[-1], workspace.shown)
    found = [each for result in results for each in result.findings]
    outputs = [each for result in results for each in console.outputs_as_json(result.outputs)]
    missed = [*dict.fromkeys(name for result in results for name in result.stood_in)]
    console.result({"outputs": outputs, "fonts_missed": missed, "diagnostics": console.diagnostics_as_json(found)})
    return exit_status(found)


COMMAND = CommandSpec(
    run_build,
    Wording(
        "写出 build/年份/report.docx 和 report.pdf。报告有错误时什么也不写，原有文件不动。",
        "Writes build/YEAR/report.docx and report.pdf. Nothing is written while the report has errors; existing files "
        "stay as they are.",
    ),
    (
        Example("reportgen build 2025", Wording("生成 2025 年的报告：", "Build the report of 2025:")),
        Example(
            "reportgen build 2025 --draft 3 --format docx",
            Wording("印第三稿，只要 Word 文件：", "Print the third draft, as a Word file only:"),
        ),
        Example(
            "reportgen build 2025 --style official --out 交稿",
            Wording("换一个版式，放到“交稿”文件夹：", "Use another style and write to the folder 交稿:"),
        ),
    ),
)

"""``reportgen print``."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import to_builtins
from msgspec.structs import replace

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, AsJson, Fonts, Lang, Quiet, Root, Style
from reportgen.cli.value_completion import complete_year
from reportgen.text.wording import Wording, same

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.workflows.print_files import PrintJob, PrintResult

Targets = Annotated[
    list[str],
    typer.Argument(autocompletion=complete_year),
    Help(
        Group.ARGUMENTS,
        Wording("年份，如 2025；或者要印的 PDF 文件。", "A year such as 2025, or PDF files to print."),
        Wording("年份|文件", "YEAR|FILE"),
    ),
]
Booklet = Annotated[
    bool,
    typer.Option("--booklet"),
    Help(
        Group.SHEETS,
        Wording(
            "骑马订的小册子：每面两页，对折后页序正好；不足 4 的倍数就补空白页。",
            "A booklet stitched through its fold: two pages a side, blank pages to a multiple of four.",
        ),
    ),
]
Signatures = Annotated[
    int,
    typer.Option("--signatures"),
    Help(
        Group.SHEETS,
        Wording("胶订的书帖，每帖多少页，如 16。", "Signatures of so many pages, such as 16, for perfect binding."),
        Wording("页数", "PAGES"),
    ),
]
Up = Annotated[
    int,
    typer.Option("--up"),
    Help(Group.SHEETS, Wording("每面印 2 页或 4 页，不折。", "Two or four pages a side, not folded."), same("2|4")),
]
Paper = Annotated[
    str | None,
    typer.Option("--paper"),
    Help(
        Group.SHEETS,
        Wording(
            "纸张，如 a3、a4、8k；不写，折的用两倍大的纸，不折的用原来大小的纸。",
            "The paper, such as a3, a4 or 8k; without this, twice the page where it is folded, else as the page.",
        ),
        Wording("纸张", "PAPER"),
    ),
]
Duplex = Annotated[
    str,
    typer.Option("--duplex"),
    Help(
        Group.SHEETS,
        Wording(
            "双面印时沿哪条边翻：short 短边，long 长边。",
            "The edge around which the printer turns a sheet: short or long.",
        ),
        same("short|long"),
    ),
]
Creep = Annotated[
    str,
    typer.Option("--creep"),
    Help(
        Group.SHEETS,
        Wording(
            "里面的纸每多一层，版面向订口移多少，如 0.1mm。",
            "How far pages move to the fold from one sheet to the next one inside, such as 0.1mm.",
        ),
        Wording("毫米", "MM"),
    ),
]
Cover = Annotated[
    str | None,
    typer.Option("--cover"),
    Help(
        Group.SHEETS,
        Wording(
            "separate：封面（前两页、后两页）另出一个文件，用别的纸印。",
            "separate: the cover, the first and the last leaf, as a file of its own for other paper.",
        ),
        same("separate"),
    ),
]
Bleed = Annotated[
    str,
    typer.Option("--bleed"),
    Help(
        Group.SHEETS,
        Wording("出血，如 3mm；加印裁切线和折线。", "The bleed, such as 3mm, with marks for cutting and folding."),
        Wording("毫米", "MM"),
    ),
]
Ink = Annotated[
    str | None,
    typer.Option("--ink"),
    Help(
        Group.SHEETS,
        Wording(
            "black：只用黑墨，颜色变成一样深浅的灰（只用于报告）。",
            "black: black ink alone, colours as greys of the same lightness (reports only).",
        ),
        same("black"),
    ),
]
Check = Annotated[
    bool,
    typer.Option("--check"),
    Help(
        Group.CHECKS,
        Wording(
            "不生成文件，只逐页检查印刷会遇到的问题；有就以 1 退出。",
            "Write nothing; check page by page what a press would stop at, and exit with 1 if it would.",
        ),
    ),
]
Draft = Annotated[
    str | None,
    typer.Option("--draft"),
    Help(Group.CHECKS, Wording("印第几稿（1 到 99）。", "Print draft number N (1 to 99)."), Wording("稿次", "N")),
]
Out = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording(
            "放在哪个文件夹；不写，就放在 build/年份/print，或那个 PDF 旁边的 print。",
            "The folder to write to; without this, build/YEAR/print, or print beside the PDF.",
        ),
        FOLDER,
    ),
]


def run_print(
    targets: Targets,
    booklet: Booklet = False,
    signatures: Signatures = 0,
    up: Up = 0,
    paper: Paper = None,
    duplex: Duplex = "short",
    creep: Creep = "0mm",
    cover: Cover = None,
    bleed: Bleed = "0mm",
    ink: Ink = None,
    check: Check = False,
    style: Style = None,
    fonts: Fonts = None,
    draft: Draft = None,
    out: Out = None,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Writes print files of reports or PDFs, or says what a press would stop at."""
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.parsing import parse_draft
    from reportgen.cli.print_options import SheetOptions, are_reports, parse_wish
    from reportgen.workflows.print_files import PrintJob

    console = open_console(lang, quiet=quiet, as_json=as_json)
    number, reports = parse_draft(draft), are_reports(targets)
    options = SheetOptions(booklet, signatures, up, paper, duplex, creep, cover, bleed, ink)
    wish = parse_wish(options, only_reports=all(reports))
    workspace = open_workspace(root, or_bare=not any(reports))
    job = PrintJob(workspace, wish, style, number, font_folders(fonts, workspace), out)
    results = []
    for target, is_report in zip(targets, reports, strict=True):
        results.append(_run(console, job, target, is_report=is_report, several=len(targets) > 1, check=check))
        _show(console, results[-1], job.workspace.shown)
    _as_json(console, results)
    return exit_status([each for result in results for each in result.findings])


def _run(
    console: "Console", job: "PrintJob", target: str, *, is_report: bool, several: bool, check: bool
) -> "PrintResult":
    """Prints or checks one report or file; several reports share a folder in folders of their own."""
    from reportgen.cli.parsing import parse_year
    from reportgen.workflows.print_files import inspect_pdf, inspect_report, print_pdf, print_report

    if not is_report:
        return inspect_pdf(job, Path(target)) if check else print_pdf(job, Path(target))
    year = parse_year(target)
    if job.folder is not None and several:
        job = replace(job, folder=job.folder / str(year))
    return (inspect_report if check else print_report)(job, year, partial(console.progress, year))


def _show(console: "Console", result: "PrintResult", shown: Callable[[Path], str]) -> None:
    """Prints the pages as they were inspected, the findings, and what was written."""
    from reportgen.cli import messages

    for each in result.pages:
        inks = console.text(messages.INKS_PER_CENT, inks=" ".join(each.inks), most=str(each.most_ink))
        inks = inks if each.inks else console.text(messages.NO_INK)
        console.say(messages.PRINTED_PAGE, page=str(each.page), width=each.width, height=each.height, inks=inks)
    console.report(result.findings)
    console.summary(result.findings)
    for file in result.files:
        wording = messages.WROTE_SHEETS if file.sides else messages.WROTE
        console.say(wording, path=shown(Path(file.path)), sides=file.sides, size=f"{file.size / 1024:.0f}")
    if result.pages and not result.findings:
        console.say(messages.PRESS_STOPS_AT_NOTHING)
    if not result.files and not result.pages:
        console.say(messages.NOTHING_WRITTEN)


def _as_json(console: "Console", results: "list[PrintResult]") -> None:
    found = [each for result in results for each in result.findings]
    console.result(
        {
            "files": [
                {"kind": each.kind, "path": each.path, "bytes": each.size, "sides": each.sides}
                for result in results
                for each in result.files
            ],
            "pages": [to_builtins(page) for result in results for page in result.pages],
            "diagnostics": console.diagnostics_as_json(found),
        }
    )


COMMAND = CommandSpec(
    run_print,
    Wording(
        "写出阅读用的 report.pdf 和所要的印刷文件；也能给别的 PDF 拼版。",
        "Writes report.pdf for reading, and the print files asked for; other PDFs can be imposed too.",
    ),
    (
        Example(
            "reportgen print 2025 --booklet",
            Wording("做成 A3 纸对折的小册子：", "Make a booklet on folded A3 sheets:"),
        ),
        Example(
            "reportgen print 2025 --booklet --paper a4 --ink black",
            Wording("缩成 A5 大的小册子，只用黑墨：", "Make an A5 booklet in black ink alone:"),
        ),
        Example(
            "reportgen print build/2025/report.pdf --check",
            Wording("送印前逐页检查：", "Check page by page before it goes to the printer:"),
        ),
    ),
)

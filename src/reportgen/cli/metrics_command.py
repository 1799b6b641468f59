"""``reportgen metrics``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, FORMATS, YEAR, Lang, Quiet, Root, shown_and_written
from reportgen.cli.value_completion import complete_year
from reportgen.text.wording import Wording
from reportgen.writers.formats import METRICS_FILES, SHOWN_FORMATS

AnyYears = Annotated[
    list[str] | None,
    typer.Argument(autocompletion=complete_year),
    Help(
        Group.ARGUMENTS,
        Wording(
            "年份，如 2023 2024 2025，或 2016-2025；不写，就列出所有年份。",
            "Years such as 2023 2024 2025, or 2016-2025; without any, all of them.",
        ),
        YEAR,
    ),
]
TableFormats = Annotated[
    str | None,
    typer.Option("--format"),
    Help(
        Group.OUTPUT,
        shown_and_written(("terminal", "json", *SHOWN_FORMATS), METRICS_FILES),
        FORMATS,
    ),
]
TableFolder = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording("文件放在哪个文件夹；不写，就放在 build。", "The folder to write to; without this, build."),
        FOLDER,
    ),
]


def run_metrics(
    years: AnyYears = None,
    form: TableFormats = None,
    out: TableFolder = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Shows the metrics over the years, or writes them for a spreadsheet."""
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.metrics_output import KNOWN_FORMATS, print_metrics
    from reportgen.cli.parsing import parse_formats, parse_years
    from reportgen.workflows.metrics import table_metrics

    console = open_console(lang, quiet=quiet)
    formats, chosen = parse_formats(form or "terminal", KNOWN_FORMATS), parse_years(years or ())
    workspace = open_workspace(root)
    table = table_metrics(workspace, workspace.chosen_years(chosen))
    return print_metrics(console, workspace, table, formats, out)


COMMAND = CommandSpec(
    run_metrics,
    Wording("", ""),
    (
        Example("reportgen metrics", Wording("在终端里看各年的数：", "See the figures of all years:")),
        Example(
            "reportgen metrics 2023 2024 2025 --format xlsx",
            Wording("做成 Excel 表：", "Write them as an Excel file:"),
        ),
    ),
)

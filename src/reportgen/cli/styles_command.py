"""``reportgen styles``."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import PROGRAM, CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, YEAR, AsJson, Lang, Quiet, Root
from reportgen.cli.value_completion import complete_style, complete_year
from reportgen.text.wording import Wording, same

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.diagnostics import Diagnostic

YearToDraw = Annotated[
    str | None,
    typer.Argument(autocompletion=complete_year),
    Help(
        Group.ARGUMENTS,
        Wording(
            "年份，如 2025：画哪一年的报告；不写，就是最近一年。",
            "A year such as 2025: the report to draw; without one, the latest.",
        ),
        YEAR,
    ),
]
Preview = Annotated[
    bool,
    typer.Option("--preview"),
    Help(
        Group.OUTPUT,
        Wording(
            "每种版式画一张图片：报告的各页依次排开。",
            "Draw a picture of each style: the pages of the report side by side.",
        ),
    ),
]
StylesToDraw = Annotated[
    str | None,
    typer.Option("--style", autocompletion=complete_style),
    Help(
        Group.STYLE,
        Wording("只画这些版式，用逗号隔开。", "Draw only these styles, separated by commas."),
        Wording("版式", "STYLES"),
    ),
]
PictureFolder = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording(
            "图片放在哪个文件夹；不写，就放在 build/styles。", "The folder to write to; without this, build/styles."
        ),
        FOLDER,
    ),
]


def run_styles(
    year: YearToDraw = None,
    preview: Preview = False,
    style: StylesToDraw = None,
    out: PictureFolder = None,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Lists the style sheets, or draws the report in each of them."""
    from reportgen.cli.console import open_console
    from reportgen.cli.usage_errors import needs_option

    console = open_console(lang, quiet=quiet, as_json=as_json)
    if preview:
        return _draw(console, year, style, out, root)
    alone = next(
        (name for name, value in ((YEAR, year), (same("--style"), style), (same("--out"), out)) if value), None
    )
    if alone is not None:
        raise needs_option(alone, "--preview", f"{PROGRAM} styles")
    return _list(console, root)


def _draw(console: "Console", year: str | None, styles: str | None, out: Path | None, root: Path | None) -> int:
    """Draws the report in each style sheet and says what was written; those with faults show them."""
    from reportgen.cli.console import exit_status
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.parsing import parse_names, parse_year
    from reportgen.workflows.preview import preview_styles

    chosen = parse_year(year) if year else None
    names = parse_names(styles) if styles else ()
    workspace = open_workspace(root)
    drawn_year = chosen or workspace.latest_year()
    drawn = preview_styles(workspace, drawn_year, names, out, partial(console.progress, drawn_year))
    console.report_outputs(drawn, workspace.shown)
    outputs, found = console.outputs_as_json(drawn.outputs), console.diagnostics_as_json(drawn.findings)
    console.result({"outputs": outputs, "diagnostics": found})
    return exit_status(drawn.findings)


def _list(console: "Console", root: Path | None) -> int:
    """Lists the style sheets with what each is for and where it is from; those with faults show them."""
    from reportgen.cli import messages
    from reportgen.cli.console import exit_status
    from reportgen.cli.environment import open_workspace
    from reportgen.workflows.style_files import read_style_files
    from reportgen.writers.text_tables import aligned

    workspace = open_workspace(root)
    found: list[Diagnostic] = []
    rows: list[tuple[str, str, str]] = []
    listed: list[dict[str, object]] = []
    for name, path in sorted(workspace.style_paths().items()):
        files = read_style_files(workspace, name)
        found += files.findings
        console.report(files.findings)
        if files.sheet is None:
            continue
        style = files.sheet.style
        own, shown = workspace.has_own_style(name), workspace.shown(path)
        based = console.text(messages.EXTENDS, path=shown, base=style.extends) if style.extends else shown
        rows.append((name, style.description, based if own else console.text(messages.BUNDLED)))
        described = {"name": name, "description": style.description, "extends": style.extends}
        listed.append({**described, "path": shown, "bundled": not own})
    for line in aligned(rows) if rows else ():
        console.line(line)
    console.result({"styles": listed, "diagnostics": console.diagnostics_as_json(found)})
    return exit_status(found)


COMMAND = CommandSpec(
    run_styles,
    Wording("自己的版式放在 styles 文件夹里，也会列出来。", "Your own styles, in the folder styles, are listed too."),
    (
        Example("reportgen styles", Wording("有哪些版式：", "Which styles there are:")),
        Example(
            "reportgen styles 2025 --preview --style plenary,official",
            Wording("看 2025 年的报告排成这两种版式的样子：", "See the report of 2025 in two of them:"),
        ),
    ),
)

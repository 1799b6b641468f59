"""``reportgen build``."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import font_folders, open_workspace, parse_draft, parse_formats, parse_years
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.build import CheckOptions, Request, build
from reportgen.writers.formats import REPORT_FORMATS


class BuildArgs(NamedTuple):
    """What the options of a build say, as typed."""

    manner: CheckOptions
    formats: str
    fonts: str
    out: Path | None
    attach_source: bool
    root: Path | None
    draft: int


def run_build(console: Console, years: list[str], asked: BuildArgs) -> int:
    """Builds each year and says what was written; several years share ``out`` in folders of their own."""
    wanted = parse_years(years)
    parse_draft(asked.draft)
    kinds = parse_formats(asked.formats, REPORT_FORMATS)
    workspace, folders = open_workspace(asked.root), font_folders(asked.fonts)
    found: list[Diagnostic] = []
    written: list[dict[str, object]] = []
    for year in wanted:
        folder = asked.out if asked.out is None or len(wanted) == 1 else asked.out / str(year)
        request = Request(asked.manner, kinds, folder, folders, asked.attach_source, asked.draft)
        built = build(workspace, year, request, partial(console.progress, year))
        console.built(built, workspace.shown)
        written += console.outputs_as_json(built.outputs)
        found += built.found
    console.result({"outputs": written, "diagnostics": console.findings_as_json(found)})
    return exit_status(found)

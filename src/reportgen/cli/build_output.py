"""What ``build`` does once its command line is read: builds each year, says what was written, opens it if asked to."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from reportgen.cli import messages
from reportgen.cli.console import Console, exit_status
from reportgen.cli.environment import font_folders, open_file
from reportgen.cli.progress import StageTimes
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import WriteResult
from reportgen.workflows.settings_file import formats_of, read_settings_file, styles_of
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import REPORT_FORMATS


class Asked(Struct, frozen=True):
    """The options of ``build``; what is None is as the workspace has settled it."""

    styles: tuple[str, ...] | None
    formats: tuple[str, ...] | None
    fonts: str | None
    folder: Path | None
    attach_source: bool
    draft: int
    comments: bool
    strict: bool
    open_result: bool
    verbose: bool


def build_years(console: Console, workspace: Workspace, years: Sequence[int], asked: Asked) -> int:
    """Builds each year and says what was written; several years share a folder in folders of their own."""
    settings = read_settings_file(workspace).settings
    formats = formats_of(settings, REPORT_FORMATS) if asked.formats is None else asked.formats
    options, fonts = CheckOptions(None, asked.draft > 0, asked.strict), font_folders(asked.fonts, workspace)
    results = []
    for year in years:
        folder = asked.folder if asked.folder is None or len(years) == 1 else asked.folder / str(year)
        request = Request(options, formats, folder, fonts, asked.attach_source, asked.draft, comments=asked.comments)
        styles = styles_of(workspace, settings, year) if asked.styles is None else asked.styles
        times = StageTimes(partial(console.progress, year))
        results.append(build(workspace, year, request, times.begin, styles))
        console.report_outputs(results[-1], workspace.shown, year if len(years) > 1 else None)
        if asked.verbose:
            console.times(year, times)
    if asked.open_result:
        _open(console, workspace, results)
    return _conclude(console, results)


def _open(console: Console, workspace: Workspace, results: Sequence[WriteResult]) -> None:
    """Opens one file of each year, its PDF if there is one."""
    for result in results:
        paths = [Path(output.path) for output in result.outputs]
        chosen = next((path for path in paths if path.suffix == ".pdf"), next(iter(paths), None))
        if chosen is not None and not open_file(chosen):
            console.say(messages.UNOPENED, path=workspace.shown(chosen))


def _conclude(console: Console, results: Sequence[WriteResult]) -> int:
    """Prints the results for programs, where that is asked for; the exit status."""
    found = [each for result in results for each in result.findings]
    outputs = [each for result in results for each in console.outputs_as_json(result.outputs)]
    missed = [*dict.fromkeys(name for result in results for name in result.stood_in)]
    console.result({"outputs": outputs, "fonts_missed": missed, "diagnostics": console.diagnostics_as_json(found)})
    return exit_status(found)

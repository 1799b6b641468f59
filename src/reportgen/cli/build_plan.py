"""The reports that one ``build`` command is asked for: which workspaces and years, and a job for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.cli.build_jobs import Job, Refused
from reportgen.cli.environment import font_folders, open_years, processors
from reportgen.cli.parsing import parse_years
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.settings_file import formats_of, read_settings_file, styles_of
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers.formats import REPORT_FORMATS, needs_layout

_LAYOUT = 3
"""How many times as long a report takes that is laid out, as one that is written as text."""
_WORTH_A_PROCESS = 144 * 1024
"""Bytes of text for which one more process saves more time than starting it takes: four usual reports as pages."""


class BuildArgs(Struct, frozen=True):
    """The options of ``build``; what is None is as the workspace has settled it, or as the machine has it."""

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
    processes: int | None = None


class Chosen(Struct, frozen=True):
    """The years of a workspace that are to be built."""

    workspace: Workspace
    years: Sequence[int]


def choose_reports(roots: Sequence[Path], years: Sequence[str] | None) -> list[Chosen | Refused]:
    """The workspaces named, each once, with the years named or their latest, or why something of it is not there.

    Of several, what is shown begins with the folder as it was named.

    Raises:
        CommandError: ``year-invalid``; anything else where no more than one workspace is named.

    """
    if len(roots) <= 1:
        return [Chosen(*open_years(next(iter(roots), None), years))]
    parse_years(years or ())
    chosen: dict[Path, Chosen | Refused] = {}
    for root in roots:
        try:
            workspace, its_years = open_years(root, years)
            named = replace(workspace, label=root.as_posix())
            chosen.setdefault(workspace.root, Chosen(named, its_years))
        except CommandError as refused:
            chosen.setdefault(root, Refused(refused.diagnostic))
    return [*chosen.values()]


def plan_jobs(chosen: Sequence[Chosen | Refused], args: BuildArgs) -> Iterator[Job | Refused]:
    """A job for each report, in order, or why those of a workspace cannot be built.

    Raises:
        CommandError: this, where there is one workspace alone.

    """
    for place, folder in zip(chosen, _folders(chosen, args.folder), strict=True):
        if isinstance(place, Refused):
            yield place
            continue
        try:
            yield from _jobs_of(place, args, folder)
        except CommandError as refused:
            if len(chosen) == 1:
                raise
            yield Refused(refused.diagnostic)


def process_count(jobs: Sequence[Job], asked: int | None) -> int:
    """How many processes build the reports: those asked for, else as many as there are processors and work for."""
    if asked is not None:
        return min(asked, len(jobs))
    return min(processors(), len(jobs), sum(map(_work, jobs)) // _WORTH_A_PROCESS)


def _jobs_of(chosen: Chosen, args: BuildArgs, folder: Path | None) -> Iterator[Job]:
    workspace, read = chosen.workspace, read_settings_file(chosen.workspace)
    settings = read.settings
    formats = formats_of(settings, REPORT_FORMATS) if args.formats is None else args.formats
    options = CheckOptions(None, args.draft > 0, args.strict)
    fonts = font_folders(settings.fonts if args.fonts is None else args.fonts, workspace)
    for year in chosen.years:
        own = folder if folder is None or len(chosen.years) == 1 else folder / str(year)
        request = Request(
            options, formats, own, fonts, args.attach_source, args.draft, comments=args.comments, settings=read
        )
        styles = styles_of(workspace, settings, year) if args.styles is None else args.styles
        yield Job(workspace, year, request, styles, f"{workspace.label} {year}".lstrip())


def _folders(chosen: Sequence[Chosen | Refused], folder: Path | None) -> list[Path | None]:
    """Where the reports of each workspace go: into the folder asked for, those of several into one each below it.

    These have the name of the workspace, with as many of the folders it is in as tell them all apart.
    """
    if folder is None or len(chosen) == 1:
        return [folder] * len(chosen)
    paths = [None if isinstance(each, Refused) else each.workspace.root.parts for each in chosen]
    there = [path for path in paths if path]
    length = next(n for n in count(1) if len({path[-n:] for path in there}) == len(there))
    return [folder.joinpath(*path[-length:]) if path else None for path in paths]


def _work(job: Job) -> int:
    """What a job is of work: the bytes of its text, more where it is laid out."""
    size = job.workspace.report_size(job.year) * len(job.styles)
    return size * _LAYOUT if needs_layout(job.request.formats) else size

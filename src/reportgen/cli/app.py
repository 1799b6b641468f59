"""The list of commands, and the one place where the program ends.

Each command imports what it needs when it runs, so that ``--help`` pays for nothing else.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from reportgen import __version__
from reportgen.cli.language import language_of
from reportgen.cli.messages import texts
from reportgen.writers.formats import DOCUMENT_FILES, METRICS_FILES, REPORT_FORMATS, SHOWN_FORMATS

LANGUAGE = language_of(sys.argv[1:])
"""The language of this run: help texts are made before options are parsed."""

_WORDS = texts(LANGUAGE)


def _listed(names: tuple[str, ...]) -> str:
    """Names of formats, as a sentence of help lists them."""
    return ("、" if LANGUAGE == "zh" else ", ").join(names)


Years = Annotated[list[str], typer.Argument(metavar="YEAR...", help=_WORDS.year, show_default=False)]
YearsToCheck = Annotated[list[str] | None, typer.Argument(metavar="YEAR...", help=_WORDS.year, show_default=False)]
Form = Annotated[str, typer.Option("--format", metavar="full|concise|json|sarif|github", help=_WORDS.form)]
Draft = Annotated[bool, typer.Option("--draft", help=_WORDS.draft, show_default=False)]
DraftNumber = Annotated[int, typer.Option("--draft", metavar="N", help=_WORDS.draft_number, show_default=False)]
Strict = Annotated[bool, typer.Option("--strict", help=_WORDS.strict, show_default=False)]
Explain = Annotated[str | None, typer.Option("--explain", metavar="CODE", help=_WORDS.explain, show_default=False)]
StyleToCheck = Annotated[str | None, typer.Option("--style", metavar="NAME", help=_WORDS.style_too, show_default=False)]
Style = Annotated[str, typer.Option("--style", metavar="NAME", help=_WORDS.style)]
Formats = Annotated[str, typer.Option("--format", metavar=",".join(REPORT_FORMATS), help=_WORDS.format)]
Fonts = Annotated[str, typer.Option("--fonts", metavar="bundled|system", help=_WORDS.font_places)]
Preview = Annotated[bool, typer.Option("--preview", help=_WORDS.preview, show_default=False)]
YearOfPreview = Annotated[str | None, typer.Argument(metavar="[YEAR]", help=_WORDS.year_of_preview, show_default=False)]
StylesToPreview = Annotated[
    str | None, typer.Option("--style", metavar="NAME,…", help=_WORDS.styles_to_preview, show_default=False)
]
PreviewOut = Annotated[Path | None, typer.Option("--out", metavar="DIR", help=_WORDS.preview_out, show_default=False)]
YearOfFonts = Annotated[str | None, typer.Argument(metavar="[YEAR]", help=_WORDS.year_of_fonts, show_default=False)]
File = Annotated[Path, typer.Argument(metavar="FILE", help=_WORDS.file, show_default=False)]
AttachSource = Annotated[bool, typer.Option("--attach-source", help=_WORDS.attach_source, show_default=False)]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help=_WORDS.out, show_default=False)]
Root = Annotated[Path | None, typer.Option("--root", metavar="DIR", help=_WORDS.root, show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_WORDS.quiet, show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help=_WORDS.json, show_default=False)]
OnlyCheck = Annotated[bool, typer.Option("--check", help=_WORDS.only_check, show_default=False)]
Diff = Annotated[bool, typer.Option("--diff", help=_WORDS.diff, show_default=False)]
Ime = Annotated[bool, typer.Option("--ime", help=_WORDS.ime, show_default=False)]
Punctuation = Annotated[bool, typer.Option("--punctuation", help=_WORDS.punctuation, show_default=False)]
Encoding = Annotated[bool, typer.Option("--encoding", help=_WORDS.encoding, show_default=False)]
Lang = Annotated[str | None, typer.Option("--lang", metavar="zh|en", help=_WORDS.lang, show_default=False)]

Old = Annotated[str, typer.Argument(metavar="OLD", help=_WORDS.old, show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help=_WORDS.new, show_default=False)]
Hook = Annotated[bool, typer.Option("--hook", help=_WORDS.hook, show_default=False)]
Undo = Annotated[bool, typer.Option("--undo", help=_WORDS.undo, show_default=False)]
NewYear = Annotated[str, typer.Argument(metavar="YEAR", help=_WORDS.new_year, show_default=False)]
FromYear = Annotated[str | None, typer.Option("--from", metavar="YEAR", help=_WORDS.from_year, show_default=False)]
AnyYears = Annotated[
    list[str] | None, typer.Argument(metavar="[YEAR...]", help=_WORDS.years_or_all, show_default=False)
]
MetricsFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=_WORDS.metrics_format.format(shown=_listed(SHOWN_FORMATS), files=_listed(METRICS_FILES)),
    ),
]
MetricsOut = Annotated[Path | None, typer.Option("--out", metavar="DIR", help=_WORDS.metrics_out, show_default=False)]
OldTasks = Annotated[str, typer.Argument(metavar="OLD", help=_WORDS.old_tasks, show_default=False)]
NewReviews = Annotated[str, typer.Argument(metavar="NEW", help=_WORDS.new_reviews, show_default=False)]
Only = Annotated[str | None, typer.Option("--only", metavar="KIND,…", help=_WORDS.only, show_default=False)]
ExitCode = Annotated[bool, typer.Option("--exit-code", help=_WORDS.exit_code, show_default=False)]
DiffFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=_WORDS.diff_format.format(shown=_listed(SHOWN_FORMATS), files=_listed(DOCUMENT_FILES)),
        show_default=False,
    ),
]
Redline = Annotated[Path | None, typer.Option("--redline", metavar="FILE", help=_WORDS.redline, show_default=False)]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help=_WORDS.author, show_default=False)]
RevisionDate = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help=_WORDS.revision_date, show_default=False)
]
DiffOut = Annotated[Path | None, typer.Option("--out", metavar="DIR", help=_WORDS.diff_out, show_default=False)]

app = typer.Typer(
    name="reportgen",
    help=_WORDS.program,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run() -> NoReturn:
    """Runs the command line and ends the program: 0 done, 1 report at fault, 2 wrong usage, 3 the world refused."""
    try:
        status = app(standalone_mode=False) or 0
    except KeyboardInterrupt:
        status = 130
    except Exception as failure:  # noqa: BLE001 - the very top: whatever is left must not show a stack trace
        status = _failed(failure)
    _end(status)


def _end(status: int) -> NoReturn:
    """Ends the process without taking apart, object by object, what it made: that took a seventh of a build."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a pipe that nobody reads any more
            stream.flush()
    os._exit(status)


def _failed(failure: Exception) -> int:
    """Tells of a wrong use of the command line as Typer words it, or of a fault of ours with its place in the code."""
    from reportgen.cli.console import Console, exit_status
    from reportgen.diagnostics import Diagnostic

    told = getattr(failure, "format_message", None)
    if callable(told):
        diagnostic = Diagnostic("usage-wrong", None, {"problem": str(told())}, ("see-help",))
    else:
        trace = failure.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
        diagnostic = Diagnostic("internal", None, {"problem": f"{type(failure).__name__} {where}"})
    Console(LANGUAGE).findings((diagnostic,), {})
    return exit_status((diagnostic,))


def _show_version(wanted: Any) -> None:
    if wanted:
        print(f"reportgen {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=_WORDS.version, is_eager=True, callback=_show_version, show_default=False)
    ] = False,
    lang: Lang = None,
) -> None:
    """The options that stand before a command, both acted on before any command runs; without a command, the help."""
    del version, lang
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(2)


@app.command(help=_WORDS.build)
def build(
    years: Years,
    style: Style = "plenary",
    formats: Formats = "docx,pdf",
    fonts: Fonts = "bundled",
    out: Out = None,
    attach_source: AttachSource = False,
    root: Root = None,
    draft: DraftNumber = 0,
    strict: Strict = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """``reportgen build``."""
    from reportgen.cli.build_command import BuildArgs, run_build
    from reportgen.cli.console import Console, guarded
    from reportgen.workflows.build import CheckOptions

    del lang
    console = Console(LANGUAGE, quiet=quiet, as_json=as_json)
    asked = BuildArgs(CheckOptions(style, draft > 0, strict), formats, fonts, out, attach_source, root, draft)
    return guarded(console, lambda: run_build(console, years, asked))


@app.command(help=_WORDS.check)
def check(
    years: YearsToCheck = None,
    style: StyleToCheck = None,
    form: Form = "full",
    draft: Draft = False,
    strict: Strict = False,
    explain: Explain = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """``reportgen check``."""
    from reportgen.cli.check_command import run_check
    from reportgen.cli.console import Console, guarded
    from reportgen.workflows.build import CheckOptions

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    if explain is not None:
        from reportgen.cli.explain_command import run_explain

        return guarded(console, lambda: run_explain(console, explain))
    if not years:
        raise typer.BadParameter(_WORDS.year_wanted)
    return guarded(console, lambda: run_check(console, years, CheckOptions(style, draft, strict), form, root))


@app.command(help=_WORDS.schema)
def schema(lang: Lang = None) -> int:
    """``reportgen schema``."""
    from reportgen.cli.schema_command import run_schema

    del lang
    return run_schema()


@app.command(help=_WORDS.styles)
def styles(
    year: YearOfPreview = None,
    preview: Preview = False,
    style: StylesToPreview = None,
    out: PreviewOut = None,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """``reportgen styles``."""
    from reportgen.cli.console import Console, guarded

    del lang
    console = Console(LANGUAGE, quiet=quiet, as_json=as_json)
    if preview:
        from reportgen.cli.preview_command import run_preview

        return guarded(console, lambda: run_preview(console, year, style, out, root))
    if year or style or out:
        raise typer.BadParameter(_WORDS.preview_wanted)
    from reportgen.cli.styles_command import run_styles

    return guarded(console, lambda: run_styles(console, root))


@app.command("fonts", help=_WORDS.fonts)
def list_fonts(
    year: YearOfFonts = None,
    style: Style = "plenary",
    fonts: Fonts = "bundled",
    root: Root = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """``reportgen fonts``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.fonts_command import run_fonts

    del lang
    console = Console(LANGUAGE, as_json=as_json)
    return guarded(console, lambda: run_fonts(console, year, style, fonts, root))


@app.command(help=_WORDS.verify)
def verify(file: File, root: Root = None, as_json: AsJson = False, lang: Lang = None) -> int:
    """``reportgen verify``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.verify_command import run_verify

    del lang
    console = Console(LANGUAGE, as_json=as_json)
    return guarded(console, lambda: run_verify(console, file, root))


@app.command(help=_WORDS.fmt)
def fmt(
    years: Years,
    only_check: OnlyCheck = False,
    diff: Diff = False,
    ime: Ime = False,
    punctuation: Punctuation = False,
    encoding: Encoding = False,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """``reportgen fmt``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.fmt_command import run_fmt
    from reportgen.diagnostics import FixKind
    from reportgen.workflows.fmt import Formatting

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    asked: dict[FixKind, bool] = {"ime": ime, "punctuation": punctuation}
    options = Formatting(
        tuple(kind for kind in asked if asked[kind]), encoding=encoding, write=not (only_check or diff)
    )
    return guarded(console, lambda: run_fmt(console, years, options, root, only_check=only_check, diff=diff))


@app.command(help=_WORDS.compare)
def diff(
    old: Old,
    new: New,
    only: Only = None,
    form: DiffFormat = None,
    style: Style = "plenary",
    fonts: Fonts = "bundled",
    out: DiffOut = None,
    exit_code: ExitCode = False,
    redline: Redline = None,
    author: Author = "",
    date: RevisionDate = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """``reportgen diff``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.diff_command import DiffArgs, Tracked, run_diff

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    tracked = Tracked(redline, author, date)
    asked = DiffArgs(old, new, style, form, fonts, out, root, only, exit_code, tracked)
    return guarded(console, lambda: run_diff(console, asked))


@app.command(help=_WORDS.follow)
def follow(
    old: OldTasks,
    new: NewReviews,
    form: DiffFormat = None,
    style: Style = "plenary",
    fonts: Fonts = "bundled",
    out: DiffOut = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """``reportgen follow``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.diff_command import DiffArgs, run_follow

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    asked = DiffArgs(old, new, style, form, fonts, out, root)
    return guarded(console, lambda: run_follow(console, asked))


@app.command("metrics", help=_WORDS.metrics)
def list_metrics(
    years: AnyYears = None,
    form: MetricsFormat = "terminal",
    out: MetricsOut = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """``reportgen metrics``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.metrics_command import run_metrics

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    return guarded(console, lambda: run_metrics(console, years or [], form, out, root))


@app.command(help=_WORDS.begin)
def new(year: NewYear, last_year: FromYear = None, root: Root = None, quiet: Quiet = False, lang: Lang = None) -> int:
    """``reportgen new``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.new_command import run_new

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    return guarded(console, lambda: run_new(console, year, last_year, root))


@app.command("git-setup", help=_WORDS.git_setup)
def git_setup(
    hook: Hook = False, undo: Undo = False, root: Root = None, quiet: Quiet = False, lang: Lang = None
) -> int:
    """``reportgen git-setup``."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.git_setup_command import run_git_setup

    del lang
    console = Console(LANGUAGE, quiet=quiet)
    return guarded(console, lambda: run_git_setup(console, root, hook=hook, undo=undo))


@app.command(help=_WORDS.textconv, hidden=True)
def textconv(file: File, lang: Lang = None) -> int:
    """``reportgen textconv``, which git calls."""
    from reportgen.cli.console import Console, guarded
    from reportgen.cli.git_setup_command import run_textconv

    del lang
    console = Console(LANGUAGE)
    return guarded(console, lambda: run_textconv(console, file))

"""The list of commands, and the one place where the program ends."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from reportgen import __version__
from reportgen.cli.language import language_of
from reportgen.cli.texts import texts

if TYPE_CHECKING:
    from reportgen.diagnostics import Language

_SETTINGS = {"help_option_names": ["-h", "--help"]}


def run() -> NoReturn:
    """Runs the command line and ends the program: 0 done, 1 report at fault, 2 wrong usage, 3 the world refused."""
    language = language_of(sys.argv[1:])
    try:
        status = create_app(language)(standalone_mode=False) or 0
    except KeyboardInterrupt:
        status = 130
    except Exception as failure:  # noqa: BLE001 - the very top: whatever is left must not show a stack trace
        status = _failed(failure, language)
    sys.exit(status)


def _failed(failure: Exception, language: "Language") -> int:
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
    Console(language).findings((diagnostic,), {})
    return exit_status((diagnostic,))


def create_app(language: "Language") -> typer.Typer:
    """The command line in one language; each command imports what it needs when it runs."""
    words = texts(language)
    app = typer.Typer(
        name="reportgen",
        help=words.program,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    years = Annotated[list[str], typer.Argument(metavar="YEAR...", help=words.year, show_default=False)]
    style = Annotated[str, typer.Option("--style", metavar="NAME", help=words.style)]
    root = Annotated[Path | None, typer.Option("--root", metavar="DIR", help=words.root, show_default=False)]
    quiet = Annotated[bool, typer.Option("--quiet", "-q", help=words.quiet, show_default=False)]
    as_json = Annotated[bool, typer.Option("--json", help=words.json, show_default=False)]
    lang = Annotated[str | None, typer.Option("--lang", metavar="zh|en", help=words.lang, show_default=False)]

    @app.callback()
    def program(
        version: Annotated[
            bool,
            typer.Option("--version", help=words.version, is_eager=True, callback=_show_version, show_default=False),
        ] = False,
        lang: lang = None,
    ) -> None:
        del version, lang

    @app.command(help=words.build)
    def build(
        years: years,
        style: style = "plenary",
        formats: Annotated[str, typer.Option("--format", metavar="docx,pdf", help=words.format)] = "docx,pdf",
        out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help=words.out, show_default=False)] = None,
        root: root = None,
        quiet: quiet = False,
        as_json: as_json = False,
        lang: lang = None,
    ) -> int:
        from reportgen.cli.build import run_build
        from reportgen.cli.console import Console, guarded

        del lang
        console = Console(language, quiet=quiet, as_json=as_json)
        return guarded(console, lambda: run_build(console, years, style, formats, out, root))

    @app.command(help=words.check)
    def check(
        years: years,
        style: style = "plenary",
        root: root = None,
        quiet: quiet = False,
        as_json: as_json = False,
        lang: lang = None,
    ) -> int:
        from reportgen.cli.check import run_check
        from reportgen.cli.console import Console, guarded

        del lang
        console = Console(language, quiet=quiet, as_json=as_json)
        return guarded(console, lambda: run_check(console, years, style, root))

    @app.command(help=words.schema)
    def schema(lang: lang = None) -> int:
        from reportgen.cli.schema import run_schema

        del lang
        return run_schema()

    @app.command(help=words.styles)
    def styles(root: root = None, as_json: as_json = False, lang: lang = None) -> int:
        from reportgen.cli.console import Console, guarded
        from reportgen.cli.styles import run_styles

        del lang
        console = Console(language, as_json=as_json)
        return guarded(console, lambda: run_styles(console, root))

    @app.command(help=words.fonts)
    def fonts(style: style = "plenary", root: root = None, as_json: as_json = False, lang: lang = None) -> int:
        from reportgen.cli.console import Console, guarded
        from reportgen.cli.fonts import run_fonts

        del lang
        console = Console(language, as_json=as_json)
        return guarded(console, lambda: run_fonts(console, style, root))

    return app


def _show_version(wanted: Any) -> None:
    if wanted:
        print(f"reportgen {__version__}")
        raise typer.Exit

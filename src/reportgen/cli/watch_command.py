"""``reportgen watch``."""

from reportgen.cli.build_command import Comments, Draft, Out, OutputFormats, Strict, Styles
from reportgen.cli.command_help import PROGRAM, CommandSpec, Example
from reportgen.cli.options import Fonts, Lang, Quiet, Root, Years
from reportgen.text.wording import Wording
from reportgen.writers.formats import REPORT_FORMATS


def run_watch(
    years: Years = None,
    style: Styles = None,
    formats: OutputFormats = None,
    fonts: Fonts = None,
    out: Out = None,
    root: Root = None,
    draft: Draft = None,
    comments: Comments = False,
    strict: Strict = False,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Builds each year as ``build`` does, and again whenever something it was made from is saved; Ctrl-C ends it."""
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import font_folders, open_years
    from reportgen.cli.parsing import parse_draft, parse_formats, parse_unique
    from reportgen.cli.usage_errors import needs_option
    from reportgen.cli.watching import watch_reports
    from reportgen.workflows.build import Request
    from reportgen.workflows.check import CheckOptions
    from reportgen.workflows.settings_file import formats_of, read_settings_file, styles_of
    from reportgen.workflows.watch import WatchedReport

    console, number = open_console(lang, quiet=quiet), parse_draft(draft)
    if comments and not number:
        raise needs_option(Wording("--comments", "--comments"), "--draft", f"{PROGRAM} watch")
    options = CheckOptions(None, number > 0, strict)
    kinds = None if formats is None else parse_formats(formats, REPORT_FORMATS)
    workspace, chosen = open_years(root, years)
    settings, reports = read_settings_file(workspace).settings, []
    kinds = kinds or formats_of(settings, REPORT_FORMATS)
    folders = font_folders(settings.fonts if fonts is None else fonts, workspace)
    for year in chosen:
        folder = out if out is None or len(chosen) == 1 else out / str(year)
        request = Request(options, kinds, folder, folders, draft=number, comments=comments)
        names = styles_of(workspace, settings, year) if style is None else parse_unique(style)
        reports.append(WatchedReport(workspace, year, request, names))
    return watch_reports(console, reports)


COMMAND = CommandSpec(
    run_watch,
    Wording(
        "报告、上年报告、版式、设置、词表、字体、标志，保存哪一个都会重新生成；报告有错误时，上一次生成的文件不动。",
        "Builds when the report, last year's, a style sheet, the settings, the lexicon, a font or the logo is saved. "
        "While the report has errors, the files of the last good build stay.",
    ),
    (
        Example("reportgen watch 2025", Wording("改一次，生成一次：", "Build on every save:")),
        Example(
            "reportgen watch 2025 --style plenary,lectern",
            Wording("两个版式都要：", "Build in two styles:"),
        ),
    ),
)

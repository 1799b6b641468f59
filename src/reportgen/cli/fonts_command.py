"""``reportgen fonts``."""

from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import YEAR, AsJson, Fonts, Lang, Root, Style
from reportgen.cli.value_completion import complete_year
from reportgen.text.wording import Wording

YearOfFonts = Annotated[
    str | None,
    typer.Argument(autocompletion=complete_year),
    Help(
        Group.ARGUMENTS,
        Wording(
            "年份，如 2025：另外列出这份报告里哪些字要换字体印。",
            "A year such as 2025: also list the characters of its report that another font has to print.",
        ),
        YEAR,
    ),
]


def run_fonts(
    year: YearOfFonts = None,
    style: Style = None,
    fonts: Fonts = None,
    root: Root = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Lists the fonts of a style; with a year, also the characters of its report that other fonts print."""
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.fonts_output import print_fonts
    from reportgen.cli.parsing import parse_year
    from reportgen.workflows.fonts import fonts_of

    console = open_console(lang, as_json=as_json)
    chosen = parse_year(year) if year else None
    workspace = open_workspace(root)
    use = fonts_of(workspace, chosen, style, font_folders(fonts, workspace))
    return print_fonts(console, chosen, use)


COMMAND = CommandSpec(
    run_fonts,
    Wording("", ""),
    (
        Example("reportgen fonts", Wording("默认版式用的字体：", "The fonts of the default style:")),
        Example(
            "reportgen fonts 2025 --style official --fonts system",
            Wording(
                "改用电脑里装的字体排 2025 年的报告：",
                "The same with installed fonts, for the report of 2025:",
            ),
        ),
    ),
)

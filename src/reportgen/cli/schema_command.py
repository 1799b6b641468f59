"""``reportgen schema``."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import Lang
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.source.schema_builder import Schema

_FILES = ("report", "style", "lexicon", "settings")

FileKind = Annotated[
    str,
    typer.Argument(autocompletion=lambda incomplete: [kind for kind in _FILES if kind.startswith(incomplete)]),
    Help(
        Group.ARGUMENTS,
        Wording(
            "哪种文件：report 报告，style 版式，lexicon 词表，settings 设置（reportgen.yaml）。",
            "Which kind of file: report, style for style sheets, lexicon for your own words, or settings for "
            "reportgen.yaml.",
        ),
        Wording("种类", "KIND"),
    ),
]


def run_schema(kind: FileKind = _FILES[0], lang: Lang = None) -> int:
    """Prints a JSON Schema, in UTF-8 whatever the console's encoding, since it goes into a file."""
    from reportgen.cli.console import open_console
    from reportgen.cli.parsing import parse_choice
    from reportgen.source.schema_builder import schema_text

    console = open_console(lang)
    console.write(schema_text(_schema(parse_choice("schema", kind, _FILES))).removesuffix("\n"))
    return 0


def _schema(kind: str) -> "Schema":
    if kind == "style":
        from reportgen.style.sheet_schema import sheet_schema

        return sheet_schema()
    if kind == "lexicon":
        from reportgen.rules.lexicon_schema import lexicon_schema

        return lexicon_schema()
    if kind == "settings":
        from reportgen.rules.settings_schema import settings_schema
        from reportgen.writers.formats import REPORT_FORMATS

        return settings_schema(REPORT_FORMATS)
    from reportgen.report.json_schema import json_schema

    return json_schema()


COMMAND = CommandSpec(
    run_schema,
    Wording(
        "编辑器有了它，写报告、版式、词表和设置时就会提示字段、当场标出写错的地方。",
        "With it an editor suggests fields and marks mistakes while you write a report, a style sheet, a lexicon "
        "or settings.",
    ),
    (
        Example(
            "reportgen schema > data/report.schema.json",
            Wording("存成文件，供编辑器使用：", "Save it where editors find it:"),
        ),
        Example(
            "reportgen schema style > styles/style.schema.json",
            Wording("自己的版式也一样：", "The same for your own style sheets:"),
        ),
        Example(
            "reportgen schema lexicon > lexicon.schema.json",
            Wording("词表也一样：", "And for your own words:"),
        ),
        Example(
            "reportgen schema settings > reportgen.schema.json",
            Wording("设置也一样：", "And for the settings:"),
        ),
    ),
)

"""``reportgen schema``."""

from reportgen.cli.command_help import CommandSpec, Example
from reportgen.cli.options import Lang
from reportgen.text.wording import Wording


def run_schema(lang: Lang = None) -> int:
    """Prints the JSON Schema of report files, in UTF-8 whatever the console's encoding, since it goes into a file."""
    from reportgen.cli.console import open_console
    from reportgen.report.json_schema import json_schema
    from reportgen.source.schema_builder import schema_text

    open_console(lang).write(schema_text(json_schema()).removesuffix("\n"))
    return 0


COMMAND = CommandSpec(
    run_schema,
    Wording(
        "编辑器有了它，写报告时就会提示字段、当场标出写错的地方。",
        "With it an editor suggests fields and marks mistakes while a report is being written.",
    ),
    (
        Example(
            "reportgen schema > data/report.schema.json",
            Wording("存成文件，供编辑器使用：", "Save it where editors find it:"),
        ),
    ),
)

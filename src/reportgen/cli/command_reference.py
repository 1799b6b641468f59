"""The reference of all commands, in Markdown: their help as ``--help`` shows it."""

from reportgen.cli.app import COMMANDS, program
from reportgen.cli.help_page import HelpPage, render_help
from reportgen.cli.lazy_commands import load
from reportgen.text.wording import Language, Wording

WIDTH = 80
_TITLE = Wording("命令", "Commands")
_LEAD = Wording(
    "每个命令的用法，与 `reportgen 命令 --help` 显示的一样。本页由程序生成，请勿手改（`make goldens` 更新）。",
    "How every command is used, as `reportgen COMMAND --help` shows it. This page is generated; do not edit it "
    "(`make goldens` renews it).",
)


def commands_page(language: Language) -> str:
    """The document of all commands."""
    sections = [f"# {_TITLE.pick(language)}", _LEAD.pick(language), _block(program(language).page(), language)]
    for entry in COMMANDS:
        if not entry.hidden:
            sections += (f"## {entry.name}", _block(load(entry, language).page(), language))
    return "\n\n".join(sections) + "\n"


def _block(page: HelpPage, language: Language) -> str:
    return f"```text\n{render_help(page, language, WIDTH)}\n```"

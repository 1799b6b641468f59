"""``reportgen check``."""

from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import STYLE, Lang, Quiet, Root, Years
from reportgen.cli.value_completion import complete_style
from reportgen.text.wording import Wording, same

StyleToCheck = Annotated[
    str | None,
    typer.Option("--style", autocompletion=complete_style),
    Help(
        Group.STYLE,
        Wording("同时检查报告排成这个版式有没有问题。", "Also check the report in this style, and the style itself."),
        STYLE,
    ),
]
Form = Annotated[
    str,
    typer.Option("--format"),
    Help(
        Group.OUTPUT,
        Wording(
            "怎样列出问题：full 带原文和改法；concise 一行一个；summary 只列数目和头几个错误；"
            "json、sarif、github 供其他程序读取。",
            "How to list findings: full shows the line and what to do; concise takes one line each; summary counts "
            "them and shows the first errors; json, sarif and github are for other programs.",
        ),
        same("full|concise|summary|json|sarif|github"),
    ),
]
Draft = Annotated[
    bool,
    typer.Option("--draft"),
    Help(
        Group.CHECKS,
        Wording(
            "当作草稿：没补上的内容只作警告。", "Check it as a draft: what is still to be filled in is only a warning."
        ),
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict"), Help(Group.CHECKS, Wording("把警告当作错误。", "Treat warnings as errors."))
]
Pages = Annotated[
    bool,
    typer.Option("--pages"),
    Help(
        Group.CHECKS,
        Wording(
            "再排一遍版：字体里没有的字、拉得太开的行、页数也检查；写了 --style 就这样查。",
            "Lay out the pages as well: characters that no font has, loose lines, the number of pages. "
            "Implied by --style.",
        ),
    ),
]
All = Annotated[
    bool,
    typer.Option("--all"),
    Help(
        Group.OUTPUT,
        Wording(
            "同一种问题很多时，也逐个列出，最多一千个。",
            "Show each finding, up to a thousand of a kind, not a block of them.",
        ),
    ),
]
Explain = Annotated[
    str | None,
    typer.Option("--explain"),
    Help(
        Group.CHECKS,
        Wording(
            "不检查，只说明一种问题：方括号里的名称，如 metric-unused。",
            "Check nothing, and explain one kind of finding by the name in its brackets, such as metric-unused.",
        ),
        Wording("名称", "NAME"),
    ),
]


Rules = Annotated[
    bool,
    typer.Option("--rules"),
    Help(
        Group.CHECKS,
        Wording(
            "不检查，只列出校对规则：名称、轻重、查什么、依据。",
            "Check nothing, and list the rules: name, weight, what each reports, and its source.",
        ),
    ),
]


def run_check(
    years: Years = None,
    style: StyleToCheck = None,
    form: Form = "full",
    draft: Draft = False,
    strict: Strict = False,
    pages: Pages = False,
    each: All = False,
    explain: Explain = None,
    rules: Rules = False,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Checks each year, or explains one kind of finding, or lists the rules."""
    from reportgen.cli.console import open_console

    console = open_console(lang, quiet=quiet)
    if explain is not None or rules:
        from reportgen.cli.explaining import explain_code, list_rules

        return list_rules(console) if explain is None else explain_code(console, explain)
    from reportgen.cli.check_output import check_years
    from reportgen.workflows.check import CheckOptions

    return check_years(
        console, years, CheckOptions(style, draft, strict), form, root, pages=pages or style is not None, each=each
    )


COMMAND = CommandSpec(
    run_check,
    Wording(
        "错误必须改正，才能生成报告；警告和提示请核对。供脚本用：有错误时以 1 退出，否则以 0 退出。",
        "Errors have to be corrected before a report can be built; warnings and notes are worth a look. For scripts: "
        "exits with 1 if there are errors, else with 0.",
    ),
    (
        Example("reportgen check 2025", Wording("检查 2025 年的文件：", "Check the file of 2025:")),
        Example("reportgen check 2025 --draft", Wording("还没写完时：", "While it is still being written:")),
        Example(
            "reportgen check --explain metric-unused", Wording("看一种问题的说明：", "Read about one kind of finding:")
        ),
        Example("reportgen check --rules", Wording("看有哪些校对规则：", "See which rules there are:")),
    ),
)

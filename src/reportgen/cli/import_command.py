"""``reportgen import``."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, YEAR, AsJson, Lang, Quiet, Root
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.workflows.import_document import Imported

Document = Annotated[
    Path,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording(
            "要导入的文件：.docx、.txt、.md；装了 LibreOffice，还有 .doc、.wps、.rtf、.odt。",
            "The document: .docx, .txt or .md; with LibreOffice installed also .doc, .wps, .rtf and .odt.",
        ),
        FILE,
    ),
]
ForYear = Annotated[
    str, typer.Option("--year"), Help(Group.GENERAL, Wording("是哪一年的报告。", "The year of the report."), YEAR)
]
Force = Annotated[
    bool,
    typer.Option("--force"),
    Help(Group.GENERAL, Wording("这一年的文件已经有了，也覆盖。", "Overwrite the file of that year.")),
]
Original = Annotated[
    bool,
    typer.Option("--original"),
    Help(
        Group.GENERAL,
        Wording(
            "有修订的，取修订前的原文；不写，取接受全部修订后的。", "Reject tracked changes instead of accepting them."
        ),
    ),
]


Metrics = Annotated[
    bool,
    typer.Option("--metrics"),
    Help(
        Group.GENERAL,
        Wording(
            "列出可以设为指标的数，各在哪里；不替换。",
            "List the numbers that could be metrics, and where they are; nothing is replaced.",
        ),
    ),
]
Take = Annotated[
    str | None,
    typer.Option("--take"),
    Help(
        Group.GENERAL,
        Wording(
            "把这些数设为指标，文中换成引用：名称，逗号分开；all 是全部。",
            "Make these numbers metrics, and their places references: names with commas, or all.",
        ),
        Wording("名称", "NAMES"),
    ),
]


def run_import(
    file: Document,
    year: ForYear,
    force: Force = False,
    original: Original = False,
    metrics: Metrics = False,
    take: Take = None,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Makes the file of a year from a document, and says what became of its paragraphs."""
    from reportgen.cli import messages
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import office_program, workspace_to_begin
    from reportgen.cli.parsing import parse_year
    from reportgen.workflows.import_document import ImportOptions, import_document

    console = open_console(lang, quiet=quiet, as_json=as_json)
    names = tuple(name for name in re.split("[,，、]", take or "") if name)
    options = ImportOptions(parse_year(year), force, original, office_program(), metrics, names)
    console.progress(file.name, "read")
    imported = import_document(workspace_to_begin(root), file.absolute(), options)
    _report(console, imported)
    proposed = {"metrics": _metrics(console, imported)} if metrics else {}
    console.say(messages.AFTER_IMPORT, file=imported.file, year=options.year)
    console.result({**_as_json(imported), **proposed})
    return 0


def _report(console: "Console", imported: "Imported") -> None:
    from reportgen.cli import messages

    console.say(messages.IMPORTED, file=imported.file)
    doubtful = len(imported.doubtful)
    console.say(messages.TALLY, read=imported.read, placed=imported.placed, dropped=imported.dropped, doubtful=doubtful)
    if doubtful:
        console.say(messages.DOUBTS)
        for each in imported.doubtful:
            console.say(messages.DOUBT, file=imported.file, line=each.line, text=each.text)
    for kind, text in imported.unseen:
        console.say(messages.UNSEEN, kind=messages.UNSEEN_KINDS[kind].pick(console.language), text=text)


def _metrics(console: "Console", imported: "Imported") -> list[dict[str, object]]:
    """Lists the numbers that could be metrics; the list for programs."""
    from reportgen.cli import messages
    from reportgen.diagnostics import render_path

    listed: list[dict[str, object]] = []
    console.say(messages.PROPOSED if imported.metrics else messages.NONE_PROPOSED)
    for each in imported.metrics:
        wording = messages.PROPOSED_KNOWN if each.known else messages.PROPOSED_METRIC
        console.say(wording, name=each.name, printed=each.printed, places=len(each.places))
        for line, place in each.places:
            console.say(messages.DOUBT, file=imported.file, line=line, text=place.sentence)
        places = [
            {"path": render_path(place.path, "en"), "line": line, "text": place.sentence} for line, place in each.places
        ]
        listed.append({"name": each.name, "printed": each.printed, "known": each.known, "places": places})
    if imported.metrics:
        console.say(messages.TAKE_METRICS, names="、".join(each.name for each in imported.metrics[:2]))
    return listed


def _as_json(imported: "Imported") -> dict[str, object]:
    counts = {"read": imported.read, "placed": imported.placed, "dropped": imported.dropped}
    doubtful = [{"line": each.line, "text": each.text} for each in imported.doubtful]
    unseen = [{"kind": kind, "text": text} for kind, text in imported.unseen]
    return {"file": imported.file, **counts, "doubtful": doubtful, "unseen": unseen}


COMMAND = CommandSpec(
    run_import,
    Wording(
        "标题、部分、条目、名词解释、数据表各归各位；认不出归处的文字留在注释里，一段也不丢。",
        "Titles, parts, items, glossary and tables of figures go into their fields; text that has none is kept in "
        "comments, and none is lost.",
    ),
    (
        Example(
            "reportgen import 去年的报告.docx --year 2024",
            Wording("由去年的 Word 文件写出 data/2024.yaml：", "Write data/2024.yaml from last year's Word file:"),
        ),
        Example(
            "reportgen import 旧.docx --year 2024 --metrics",
            Wording("顺便列出可以设为指标的数：", "Also list the numbers that could be metrics:"),
        ),
        Example(
            "reportgen import 旧.docx --year 2024 --force --take 提案",
            Wording("把其中一个设为指标：", "Make one of them a metric:"),
        ),
    ),
)

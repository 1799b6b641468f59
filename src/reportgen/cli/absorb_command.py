"""``reportgen absorb``."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, AsJson, Lang, Quiet, Root
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.manuscript.absorbed import Absorbed
    from reportgen.workflows.absorb import AbsorbResult

_LONGEST_QUOTE = 20
"""Characters of the words a comment is about."""

Documents = Annotated[
    list[Path],
    typer.Argument(),
    Help(Group.ARGUMENTS, Wording("改过的 Word 文件，可以几个。", "The Word files that were edited."), FILE),
]
BaseRef = Annotated[
    str | None,
    typer.Option("--base"),
    Help(
        Group.GENERAL,
        Wording(
            "它是由哪一稿生成的：git 里的版本（HEAD~3）或文件；不写，由文件里的印记去找。",
            "What it was made from: a version in git (HEAD~3) or a file; without this it is found by its stamp.",
        ),
        Wording("原稿", "BASE"),
    ),
]
Write = Annotated[
    bool,
    typer.Option("--write"),
    Help(
        Group.OUTPUT,
        Wording("写进报告文件；不写这一项，只显示。", "Write the changes, not only show them."),
    ),
]
Ask = Annotated[
    bool,
    typer.Option("--ask"),
    Help(
        Group.OUTPUT,
        Wording(
            "一处一处地问：收、不收、其余全收、其余不收；问完再写。",
            "Ask about each change: take it, leave it, take all others, leave all others; then write.",
        ),
    ),
]
Notes = Annotated[
    bool,
    typer.Option("--notes"),
    Help(
        Group.OUTPUT,
        Wording(
            "把批注写进报告文件，作为注释放在说到的那个字段上面。",
            "Write the comments into the report file, as YAML comments above the fields they are about.",
        ),
    ),
]
Undo = Annotated[
    bool,
    typer.Option("--undo"),
    Help(
        Group.OUTPUT,
        Wording("撤销上一次写入。", "Take back what was written last."),
    ),
]


def run_absorb(
    files: Documents,
    base: BaseRef = None,
    write: Write = False,
    ask: Ask = False,
    notes: Notes = False,
    undo: Undo = False,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Shows what was changed in Word files and, with ``--write``, writes it into the report file."""
    from reportgen.cli import messages
    from reportgen.cli.absorb_questions import Questions
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.usage_errors import UsageError
    from reportgen.diagnostics import Diagnostic
    from reportgen.workflows.absorb import AbsorbOptions, absorb_documents, undo_absorb

    console = open_console(lang, quiet=quiet, as_json=as_json)
    if ask and (quiet or as_json or not sys.stdin.isatty()):
        raise UsageError(Diagnostic("ask-unattended"))
    workspace, paths = open_workspace(root), [file.absolute() for file in files]
    if undo:
        return _take_back(console, undo_absorb(workspace, paths[0]))
    named = Path(base).absolute() if base and os.path.lexists(base) else None
    options = AbsorbOptions(named, None if named else base, write or ask, notes)
    console.progress(paths[0].name, "read")
    try:
        result = absorb_documents(workspace, paths, options, Questions(console).choose if ask else None)
    except EOFError:
        console.say(messages.NOTHING_CHOSEN)
        return 1
    if result.absorbed is None:
        return _refuse(console, result)
    _report(console, result)
    return 1 if result.absorbed.hands else 0


def _refuse(console: "Console", result: "AbsorbResult") -> int:
    from reportgen.cli.console import exit_status

    console.report(result.findings)
    console.result({"diagnostics": console.diagnostics_as_json(result.findings)})
    return exit_status(result.findings)


def _take_back(console: "Console", restored: str) -> int:
    from reportgen.cli import messages

    console.say(messages.UNDONE, file=restored)
    console.result({"file": restored, "written": True})
    return 0


def _report(console: "Console", result: "AbsorbResult") -> None:
    from reportgen.cli import messages

    assert result.absorbed is not None
    changes, hands = result.absorbed.changes, result.absorbed.hands
    for document, absorbed in result.documents:
        if len(result.documents) > 1:
            console.say(messages.RETURNED, file=document)
        _show(console, absorbed)
    if result.noted:
        console.say(messages.NOTED, notes=result.noted)
    console.say(_closing(result), file=result.file, changes=len(changes), hands=len(hands))
    console.result(_as_json(result.absorbed, result))


def _as_json(absorbed: "Absorbed", result: "AbsorbResult") -> dict[str, object]:
    """What was found, for programs."""
    from reportgen.diagnostics import render_path

    return {
        "file": result.file,
        "written": result.written,
        "notes": result.noted,
        "changes": [
            {
                "path": render_path(each.path, "en"),
                "old": each.old,
                "new": each.new,
                "authors": [author.name for author in each.authors],
            }
            for each in absorbed.changes
        ],
        "hand": [
            {
                "where": render_path(each.where, "en"),
                "reason": each.reason.value,
                "text": each.text,
                "author": each.author.name if each.author else "",
                "quoted": each.quoted,
            }
            for each in absorbed.hands
        ],
        "looks": [
            {
                "where": render_path(each.where, "en"),
                "look": each.trait.value,
                "made": each.made,
                "text": each.text,
            }
            for each in absorbed.looks
        ],
    }


def _closing(result: "AbsorbResult") -> Wording:
    """The last line: what was written, or what could be."""
    from reportgen.cli import messages

    assert result.absorbed is not None
    if result.written:
        return messages.ABSORBED
    return messages.ABSORBABLE if result.absorbed.changes else messages.NOTHING_ABSORBED


def _show(console: "Console", absorbed: "Absorbed") -> None:
    """What one file changes, and what it leaves to a person."""
    from reportgen.cli import messages
    from reportgen.cli.change_output import show_change, signature
    from reportgen.diagnostics import render_path

    for change in absorbed.changes:
        show_change(console, change)
    if absorbed.hands:
        console.say(messages.BY_HAND)
    for hand in absorbed.hands:
        where = render_path(hand.where, console.language)
        console.say(
            messages.HAND,
            where=console.text(messages.QUOTED, where=where, text=_shortened(hand.quoted)) if hand.quoted else where,
            reason=messages.HAND_REASONS[hand.reason.value].pick(console.language),
            text=hand.text.replace("\n", " / "),
        )
        if hand.author is not None and (author := signature(hand.author)):
            console.say(messages.CHANGED_BY, author=author)
    _show_looks(console, absorbed)


def _shortened(text: str) -> str:
    """The beginning of a text."""
    line = text.partition("\n")[0]
    return text if len(line) == len(text) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def _show_looks(console: "Console", absorbed: "Absorbed") -> None:
    """What only looks different."""
    from reportgen.cli import messages
    from reportgen.diagnostics import render_path

    if absorbed.looks:
        console.say(messages.LOOKS)
    for look in absorbed.looks:
        trait = messages.TRAITS[look.trait.value].pick(console.language)
        wording = messages.LOOK_MADE if look.made else messages.LOOK_TAKEN_OFF
        console.say(wording, where=render_path(look.where, console.language), trait=trait, text=look.text)


COMMAND = CommandSpec(
    run_absorb,
    Wording(
        "领导在 Word 里改过的话、数、条目，收回到报告文件；注释、断行、引号一概不动。有要人来定的，以 1 退出。",
        "Words, numbers and entries that were changed in Word come back into the report file; comments, lines and "
        "quotes stay. Exits with 1 if something is left to you.",
    ),
    (
        Example(
            "reportgen absorb 主任改.docx",
            Wording("看看改了什么：", "See what was changed:"),
        ),
        Example(
            "reportgen absorb 主任改.docx --write",
            Wording("写进 data/2025.yaml：", "Write it into data/2025.yaml:"),
        ),
        Example(
            "reportgen absorb 主任改.docx --ask",
            Wording("一处一处地定：", "Decide change by change:"),
        ),
        Example(
            "reportgen absorb 主任改.docx --notes",
            Wording("把批注写成 YAML 里的注释：", "Write the comments into the YAML as comments:"),
        ),
        Example(
            "reportgen absorb 主任改.docx 秘书长改.docx",
            Wording(
                "几个人改的一起收；改得不一样的并排列出：",
                "Merge the copies of several readers:",
            ),
        ),
        Example(
            "reportgen absorb 主任改.docx --undo",
            Wording("撤销上一次写入：", "Take back what was written last:"),
        ),
    ),
)

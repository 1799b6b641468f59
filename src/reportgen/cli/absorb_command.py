"""``reportgen absorb``."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import FILE, AsJson, Lang, Quiet, Root
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.manuscript import Author
    from reportgen.manuscript.absorbed import Absorbed, AbsorbedChange
    from reportgen.workflows.absorb import AbsorbResult

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
    undo: Undo = False,
    root: Root = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Shows what was changed in Word files and, with ``--write``, writes it into the report file."""
    from reportgen.cli import messages
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.workflows.absorb import AbsorbOptions, absorb_documents, undo_absorb

    console = open_console(lang, quiet=quiet, as_json=as_json)
    workspace, paths = open_workspace(root), [file.absolute() for file in files]
    if undo:
        restored = undo_absorb(workspace, paths[0])
        console.say(messages.UNDONE, file=restored)
        console.result({"file": restored, "written": True})
        return 0
    is_file = base is not None and os.path.lexists(base)
    options = AbsorbOptions(Path(base).absolute() if base and is_file else None, None if is_file else base, write)
    result = absorb_documents(workspace, paths, options)
    if result.absorbed is None:
        console.report(result.findings)
        console.result({"diagnostics": console.diagnostics_as_json(result.findings)})
        return exit_status(result.findings)
    _report(console, result)
    return 1 if result.absorbed.hands else 0


def _report(console: "Console", result: "AbsorbResult") -> None:
    from reportgen.cli import messages
    from reportgen.diagnostics import render_path

    assert result.absorbed is not None
    changes, hands = result.absorbed.changes, result.absorbed.hands
    for document, absorbed in result.documents:
        if len(result.documents) > 1:
            console.say(messages.RETURNED, file=document)
        _show(console, absorbed)
    closing = messages.ABSORBED if result.written else messages.ABSORBABLE if changes else messages.NOTHING_ABSORBED
    console.say(closing, file=result.file, changes=len(changes), hands=len(hands))
    console.result(
        {
            "file": result.file,
            "written": result.written,
            "changes": [{"path": render_path(each.path, "en"), "old": each.old, "new": each.new} for each in changes],
            "hand": [
                {
                    "where": render_path(each.where, "en"),
                    "reason": each.reason.value,
                    "text": each.text,
                    "author": each.author.name if each.author else "",
                }
                for each in hands
            ],
            "looks": [
                {
                    "where": render_path(each.where, "en"),
                    "look": each.trait.value,
                    "made": each.made,
                    "text": each.text,
                }
                for each in result.absorbed.looks
            ],
        }
    )


def _show(console: "Console", absorbed: "Absorbed") -> None:
    """What one file changes, and what it leaves to a person."""
    from reportgen.cli import messages
    from reportgen.diagnostics import render_path

    for change in absorbed.changes:
        console.say(messages.CHANGED, where=render_path(change.path, console.language))
        for author in dict.fromkeys(map(_signature, change.authors)):
            if author:
                console.say(messages.CHANGED_BY, author=author)
        _show_words(console, change)
    if absorbed.hands:
        console.say(messages.BY_HAND)
    for hand in absorbed.hands:
        console.say(
            messages.HAND,
            where=render_path(hand.where, console.language),
            reason=messages.HAND_REASONS[hand.reason.value].pick(console.language),
            text=hand.text.replace("\n", " / "),
        )
        if hand.author is not None and (author := _signature(hand.author)):
            console.say(messages.CHANGED_BY, author=author)
    _show_looks(console, absorbed)


def _show_words(console: "Console", change: "AbsorbedChange") -> None:
    """The words of a change before and after; those of an entry that is elsewhere now, once."""
    from reportgen.cli import messages

    if change.old == change.new:
        console.say(messages.MOVED_HERE, text=change.new.replace("\n", " / "))
        return
    for mark, text in (("-", change.old), ("+", change.new)):
        for line in filter(str.strip, text.splitlines()):
            console.say(messages.CHANGED_LINE, mark=mark, text=line)


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


def _signature(author: "Author") -> str:
    """Who changed something, and on which day."""
    return " ".join(filter(None, (author.name, author.date[:10])))


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

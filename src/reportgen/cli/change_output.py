"""A change that came back from Word, as lines of output."""

from reportgen.cli import messages
from reportgen.cli.console import Console
from reportgen.diagnostics import render_path
from reportgen.manuscript import Author
from reportgen.manuscript.absorbed import AbsorbedChange


def show_change(console: Console, change: AbsorbedChange) -> None:
    """Prints where a change is, who made it, and the words before and after."""
    console.say(messages.CHANGED, where=render_path(change.path, console.language))
    for author in dict.fromkeys(map(signature, change.authors)):
        if author:
            console.say(messages.CHANGED_BY, author=author)
    _show_words(console, change)


def _show_words(console: Console, change: AbsorbedChange) -> None:
    """The words of a change before and after; those of an entry that is elsewhere now, once."""
    if change.old == change.new:
        console.say(messages.MOVED_HERE, text=change.new.replace("\n", " / "))
        return
    for mark, text in (("-", change.old), ("+", change.new)):
        for line in filter(str.strip, text.splitlines()):
            console.say(messages.CHANGED_LINE, mark=mark, text=line)


def signature(author: Author) -> str:
    """Who changed something, and on which day."""
    return " ".join(filter(None, (author.name, author.date[:10])))

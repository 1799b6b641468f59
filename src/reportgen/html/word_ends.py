"""Where headings, labels and cells turn over in a window: between words, as on paper (T9)."""

from itertools import accumulate

from reportgen.document import Inlines, marked_at
from reportgen.style import ROLES, BlockRole
from reportgen.text.word_breaks import title_breaks

WORD_END = "\u200b"
"""Marks in runs where a line may end; no text has the character itself, since nothing prints it."""

KEEP_WORDS = "word-break: keep-all; overflow-wrap: anywhere"
"""No line of a text ends elsewhere, unless a window is narrower than a word."""


def keeps_words(role: BlockRole) -> bool:
    """Whether text of a role turns over between words only."""
    return ROLES[role].turn != "none"


def with_word_ends(role: BlockRole, inlines: Inlines) -> Inlines:
    """The runs of a text of this role with ``WORD_END`` where its lines may end; a note mark stays with its word."""
    text = "".join(run.text for run in inlines)
    if not text or not keeps_words(role):
        return inlines
    starts = accumulate((len(run.text) for run in inlines), initial=0)
    notes = {start for start, run in zip(starts, inlines, strict=False) if "note-mark" in run.roles}
    return marked_at(inlines, title_breaks(text).keys() - notes, WORD_END)

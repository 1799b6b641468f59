"""A row of the table of codes, and the kinds of rows there are."""

from typing import Literal

from msgspec import Struct

from reportgen.text.wording import Wording


class Code(Struct, frozen=True):
    """One row of the table; ``status`` is the exit status of a command that reports it.

    1: the report has errors; 2: invalid command line; 3: the environment failed (disk, permissions, missing programs).
    ``hints`` always apply and come before those of the diagnostic itself. ``fixed`` codes keep their severity; others
    may be turned off, lowered or raised by a workspace or a comment. ``draft``: the severity in a draft.
    """

    severity: Literal["error", "warning", "note"]
    wording: Wording
    status: int = 1
    hints: tuple[str, ...] = ()
    fixed: bool = False
    draft: Literal["error", "warning"] = "error"


def error(zh: str, en: str, *hints: str) -> Code:
    """An error that leaves nothing to print."""
    return Code("error", Wording(zh, en), hints=hints, fixed=True)


def overridable_error(zh: str, en: str, *hints: str) -> Code:
    """An error in a file that can be read all the same; a workspace may disagree."""
    return Code("error", Wording(zh, en), hints=hints)


def draft_warning(zh: str, en: str, *hints: str) -> Code:
    """An error in a final report, a warning in a draft."""
    return Code("error", Wording(zh, en), hints=hints, draft="warning")


def usage_error(zh: str, en: str) -> Code:
    """An invalid command line."""
    return Code("error", Wording(zh, en), 2, fixed=True)


def environment_error(zh: str, en: str, *hints: str) -> Code:
    """A failure of the disk, the permissions or the machine."""
    return Code("error", Wording(zh, en), 3, hints, fixed=True)


def note(zh: str, en: str, *hints: str) -> Code:
    """Style, or a better way to write something."""
    return Code("note", Wording(zh, en), hints=hints)


def warning(zh: str, en: str, *hints: str) -> Code:
    """Something readable that is probably a mistake."""
    return Code("warning", Wording(zh, en), hints=hints)


def lasting_warning(zh: str, en: str, *hints: str) -> Code:
    """A warning about something other than a report: neither a workspace nor a comment turns it off."""
    return Code("warning", Wording(zh, en), hints=hints, fixed=True)


def remark(zh: str, en: str, *hints: str) -> Code:
    """What a reader of the findings has to know; it cannot be turned off."""
    return Code("note", Wording(zh, en), hints=hints, fixed=True)

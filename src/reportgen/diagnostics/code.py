"""A row of the table of codes, and the kinds of rows there are."""

from typing import Literal, NamedTuple

from reportgen.diagnostics.wording import Wording


class Code(NamedTuple):
    """One row of the table; ``status`` is the exit status of a command that meets it.

    1: the report is at fault; 2: the command was used wrongly; 3: the world, disk or permissions, refused.
    ``hints`` are those that always apply, before those a finding brings itself. ``fixed`` findings keep their severity;
    others may be turned off, lowered or raised in a workspace or on a line. ``draft``: the severity in a draft.
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
    """An error by our judgement: the file can be read all the same."""
    return Code("error", Wording(zh, en), hints=hints)


def draft_warning(zh: str, en: str, *hints: str) -> Code:
    """An error where the report is to be printed, a warning while it is being written."""
    return Code("error", Wording(zh, en), hints=hints, draft="warning")


def usage(zh: str, en: str) -> Code:
    """The command was used wrongly."""
    return Code("error", Wording(zh, en), 2, fixed=True)


def world(zh: str, en: str, *hints: str) -> Code:
    """The disk or the machine refused."""
    return Code("error", Wording(zh, en), 3, hints, fixed=True)


def note(zh: str, en: str, *hints: str) -> Code:
    """A better way."""
    return Code("note", Wording(zh, en), hints=hints)


def warning(zh: str, en: str, *hints: str) -> Code:
    """What is probably not as meant."""
    return Code("warning", Wording(zh, en), hints=hints)

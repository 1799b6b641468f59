"""What was found in an edited Word file: changes of the report file, and what needs a hand."""

from enum import Enum

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.manuscript_types import Author, Comment


class HandReason(Enum):
    """Why a change is left to a person."""

    CHANGED_ON_BOTH_SIDES = "changed-on-both-sides"
    TWO_WAYS = "two-ways"
    DERIVED = "derived"
    UNIT = "unit"
    NUMBER = "number"
    PRINTED_ONLY = "printed-only"
    NO_FIELD = "no-field"
    COMMENT = "comment"
    UNSOUND = "unsound"


class AbsorbedChange(Struct, frozen=True):
    """A field of the report file with its text before and after; empty where an entry comes or goes.

    Changes of one ``unit`` are made together or not at all, as an entry that moves from list to list.
    """

    path: FieldPath
    old: str
    new: str
    authors: tuple[Author, ...] = ()
    unit: FieldPath = ()


class Hand(Struct, frozen=True):
    """A change that needs a hand: the field it is near, or a word for where it is, why, and its text.

    ``quoted``: the words that a comment is about.
    """

    where: FieldPath
    reason: HandReason
    text: str
    author: Author | None = None
    quoted: str = ""


class Trait(Enum):
    """What characters can look like; the values name them in JSON."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINED = "underlined"
    STRUCK = "struck"
    HIGHLIGHT = "highlight"
    COLOUR = "colour"


class LookChange(Struct, frozen=True):
    """Words that stayed and look different; nothing in a report file says so. ``made``: not taken off."""

    where: FieldPath
    trait: Trait
    made: bool
    text: str


class Remark(Struct, frozen=True):
    """An open comment, and the field of the base whose words it is about."""

    where: FieldPath
    comment: Comment


class Absorbed(Struct, frozen=True):
    """All that was found, and the text of the file with all clear changes in it."""

    text: str
    changes: tuple[AbsorbedChange, ...] = ()
    hands: tuple[Hand, ...] = ()
    looks: tuple[LookChange, ...] = ()
    remarks: tuple[Remark, ...] = ()

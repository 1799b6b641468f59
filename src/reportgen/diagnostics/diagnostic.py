"""A diagnostic and its place."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics.codes import CODES
from reportgen.diagnostics.fix_kinds import FIX_KINDS, FixKind
from reportgen.text.wording import Wording

FieldPath = tuple[str | int, ...]
"""Keys and indexes from the root of a file down, such as ``("reviews", "sections", 2, "title")``; indexes from 0."""


class Severity(StrEnum):
    """How much a diagnostic matters (DESIGN, Severity)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(Struct, frozen=True):
    """A span of one file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    path: FieldPath = ()


class Edit(Struct, frozen=True):
    """A change to a file's text: ``text`` replaces the characters from ``start`` up to ``end`` (offsets)."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; they may touch but not overlap. Those at one place apply in the order given."""
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join((*pieces, text[position:]))


class Diagnostic(Struct, frozen=True):
    """A code of the table, its place, the words its message needs, and the hints that apply.

    A word of the program's own is a ``Wording``; one quoted from a file is a text.

    ``edits`` fix the file's text where there is one right way; there are none where only the author can know.
    ``override`` is the severity a workspace, a comment or a draft gives it, None where the table's applies.

    Raises:
        KeyError: the code is not in the table, or a word of its message is missing (both are bugs that tests find).

    """

    code: str
    place: Place | None = None
    words: Mapping[str, str | Wording] = {}
    hints: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    override: Severity | None = None

    @property
    def status(self) -> int:
        """The exit status of a command that reports it as an error."""
        return CODES[self.code].status

    @property
    def severity(self) -> Severity:
        """The severity that applies."""
        return self.override or Severity(CODES[self.code].severity)

    @property
    def fix(self) -> FixKind | None:
        """The kind of fix that lets ``fmt`` make its edits; None where only the author can decide."""
        return FIX_KINDS.get(self.code)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error, which forbids printing."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and place, without duplicates; those without a place first."""
    once = {(each.code, each.place, tuple(each.words.items()), each.hints): each for each in diagnostics}
    return tuple(sorted(once.values(), key=_position))


def _position(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    place = diagnostic.place or Place("")
    return place.file, place.line, place.column, diagnostic.code

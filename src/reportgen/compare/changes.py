"""The result of a comparison: changes with their kind, their place and their wording."""

from enum import StrEnum
from typing import Literal, assert_never

from msgspec import Struct

from reportgen.diagnostics import FieldPath

ShownAs = Literal["wording", "figure", "promise"]
"""How people are shown a change: both wordings, a number before and after, or a promise with what reports on it."""


class Kind(StrEnum):
    """What happens to an entry or a text between two reports; the value is the word in options and JSON."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    METRIC = "metric"
    RELINKED = "relinked"
    KEPT = "kept"
    FORGOTTEN = "forgotten"

    @property
    def shown_as(self) -> ShownAs:
        """How a change of this kind is shown."""
        match self:
            case Kind.KEPT | Kind.FORGOTTEN:
                return "promise"
            case Kind.METRIC:
                return "figure"
            case Kind.ADDED | Kind.REMOVED | Kind.MOVED | Kind.RENAMED | Kind.REWORDED | Kind.RENUMBERED:
                return "wording"
            case Kind.RELINKED:
                return "wording"
            case _:
                assert_never(self)


PROMISE_KINDS = frozenset(kind for kind in Kind if kind.shown_as == "promise")
"""The kinds that say what became of last year's tasks."""


class DiffSpan(Struct, frozen=True):
    """A span of both texts as they print; ``same`` where nothing was changed, though a metric may print differently."""

    before: str
    after: str
    same: bool = False


class Location(Struct, frozen=True):
    """A place in one of the reports: its path, the titles that lead there, the outermost first, and its ordinal."""

    path: FieldPath
    titles: tuple[str, ...]
    ordinal: str = ""


class Change(Struct, frozen=True):
    """One difference in meaning; ``old`` is None for what was added, ``new`` for what was removed or is missing.

    ``rate`` is the change of a metric over the year (增长4.8%); ``reports`` are the entries that report on a promise,
    ``new`` the first of them. A change whose spans are all the same is one of place, or of emphasis.
    """

    kind: Kind
    old: Location | None
    new: Location | None
    spans: tuple[DiffSpan, ...] = ()
    rate: str = ""
    reports: tuple[Location, ...] = ()

    @property
    def before(self) -> str:
        """The old text as it prints."""
        return "".join(span.before for span in self.spans)

    @property
    def after(self) -> str:
        """The new text as it prints."""
        return "".join(span.after for span in self.spans)

    @property
    def location(self) -> Location:
        """Its place in the new report, or in the old one where the new has none."""
        location = self.new or self.old
        assert location is not None
        return location

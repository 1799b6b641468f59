"""What a comparison says: kinds of change, where each stands, and its wording in stretches."""

from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics import FieldPath


class Kind(StrEnum):
    """What may happen to an entry or a text between two reports; the value is the word options and JSON use."""

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


class Stretch(Struct, frozen=True):
    """A stretch of both texts as each prints; ``same`` where they say the same, though a metric may print otherwise."""

    before: str
    after: str
    same: bool = False


class Spot(Struct, frozen=True):
    """A place in one of the reports: its path, the titles that lead there, the outermost first, and its ordinal."""

    path: FieldPath
    titles: tuple[str, ...]
    ordinal: str = ""


class Change(Struct, frozen=True):
    """One difference in meaning; ``old`` is None for what was added, ``new`` for what was removed or is missing.

    ``rate`` is how a metric changed over the year (增长4.8%), ``reports`` are all that report on a promise, ``new``
    being the first of them. A change whose stretches are all the same is one of
    place, or of emphasis.
    """

    kind: Kind
    old: Spot | None
    new: Spot | None
    stretches: tuple[Stretch, ...] = ()
    rate: str = ""
    reports: tuple[Spot, ...] = ()

    @property
    def before(self) -> str:
        """The old text as it prints."""
        return "".join(stretch.before for stretch in self.stretches)

    @property
    def after(self) -> str:
        """The new text as it prints."""
        return "".join(stretch.after for stretch in self.stretches)

    @property
    def spot(self) -> Spot:
        """Where it stands: in the new report, or in the old one where the new has nothing."""
        spot = self.new or self.old
        assert spot is not None
        return spot

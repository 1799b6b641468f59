"""What a workspace says once for the reports of all years."""

from msgspec import Struct

from reportgen.report.report_types import Words


class Office(Struct, frozen=True):
    """Whose reports these are; printed literally.

    ``name``: the organization of a report that names none. ``author``: whom files name as their author instead of the
    organization. ``keep``: names that no line may part.
    """

    name: Words | None = None
    author: Words | None = None
    keep: tuple[Words, ...] = ()


UNNAMED = Office()
"""That of a workspace which says nothing of it."""

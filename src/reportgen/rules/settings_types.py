"""The types of ``reportgen.yaml``, the settings of a workspace."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from reportgen.diagnostics import Place
from reportgen.report.office import Office
from reportgen.report.report_types import YearName

Weight = Literal["off", "note", "warning", "error"]
FontPlaces = Literal["bundled", "system"]
"""Where fonts are taken from: of the workspace and the program only, or also those installed."""


class NamedStyle(Struct, frozen=True):
    """A style sheet by its name, and where the settings name it."""

    scalar: ClassVar[bool] = True

    name: str
    place: Place


class NamedFormat(Struct, frozen=True):
    """An output format, likewise."""

    scalar: ClassVar[bool] = True

    name: str
    place: Place


Styles = Annotated[tuple[NamedStyle, ...], Meta(min_length=1, extra={"single": True})]
Formats = Annotated[tuple[NamedFormat, ...], Meta(min_length=1, extra={"single": True})]


class Settings(Struct, frozen=True):
    """What a workspace has settled: everything has a default.

    ``style``: what reports are built in; ``styles_by_year``: what those of some years are. ``checks``: by code, the
    severity of a diagnostic in this workspace, or ``off``.
    """

    style: Styles | None = None
    styles_by_year: dict[YearName, Styles] = {}
    formats: Formats | None = None
    fonts: FontPlaces = "bundled"
    office: Office = Office()
    checks: dict[str, Weight] = {}

    def styles_of(self, year: int) -> tuple[NamedStyle, ...]:
        """The styles settled for a year; none where the program's default is meant."""
        return self.styles_by_year.get(str(year), self.style or ())

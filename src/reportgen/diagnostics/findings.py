"""Diagnostics together with the files they point into."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics.diagnostic import Diagnostic, has_errors, in_order


class Findings(Struct, frozen=True):
    """Diagnostics, and the lines of the files they point into, by the display names of these files.

    As a collection it is its diagnostics.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[str, Sequence[str]] = {}

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error, which forbids printing."""
        return has_errors(self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __add__(self, other: "Findings") -> "Findings":
        return Findings(self.diagnostics + other.diagnostics, {**self.lines, **other.lines})

    def only(self, diagnostics: Iterable[Diagnostic]) -> "Findings":
        """Other diagnostics about the same files, by file and place, without duplicates."""
        return Findings(in_order(diagnostics), self.lines)

"""No flood of findings: of each kind in a file the first ones, and how many more there are."""

from collections import Counter
from collections.abc import Iterable

from reportgen.diagnostics.diagnostic import Diagnostic, Place

MOST_ALIKE = 1000
"""Of one code in one file: more than anybody reads, and less than a megabyte in any format."""


def limited(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without those past ``MOST_ALIKE`` of one code in one file, which a note at the end counts."""
    counts: Counter[tuple[str, str]] = Counter()
    kept: list[Diagnostic] = []
    for each in found:
        kind = (each.place.file if each.place else "", each.code)
        counts[kind] += 1
        if counts[kind] <= MOST_ALIKE:
            kept.append(each)
    return (*kept, *(_rest(*kind, count - MOST_ALIKE) for kind, count in counts.items() if count > MOST_ALIKE))


def _rest(file: str, code: str, count: int) -> Diagnostic:
    return Diagnostic("findings-left-out", Place(file) if file else None, {"count": str(count), "kind": code})

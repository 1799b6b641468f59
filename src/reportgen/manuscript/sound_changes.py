"""Which changes of an edited file leave the report sound: those that would cause an error are reported and left out."""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.absorbed import Absorbed, Hand, HandReason


def sound_changes(
    absorb_without: Callable[[frozenset[FieldPath]], Absorbed], errors_of: Callable[[str], Counter[str]], before: str
) -> Absorbed:
    """All changes that can be made together without an error the text did not have ``before``.

    ``absorb_without`` leaves units out; ``errors_of`` counts the errors of a text by their codes.
    """
    allowed = errors_of(before)
    whole = absorb_without(frozenset())
    if errors_of(whole.text) <= allowed:
        return whole
    refused = {change.unit for change in whole.changes}

    def take(units: Sequence[FieldPath]) -> None:
        if errors_of(absorb_without(frozenset(refused.difference(units))).text) <= allowed:
            refused.difference_update(units)
        elif len(units) > 1:
            take(units[: len(units) // 2])
            take(units[len(units) // 2 :])

    take(tuple(dict.fromkeys(change.unit for change in whole.changes)))
    left = absorb_without(frozenset(refused))
    reported = [
        Hand(change.path, HandReason.UNSOUND, f"{change.old}→{change.new}", next(iter(change.authors), None))
        for change in whole.changes
        if change.unit in refused
    ]
    return replace(left, hands=(*left.hands, *reported))

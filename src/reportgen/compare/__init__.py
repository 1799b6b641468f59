"""Compares two reports by meaning: what was added, removed, moved, renamed, reworded, promised and kept."""

from reportgen.compare.changes import PROMISE_KINDS, Change, DiffSpan, Kind, Location
from reportgen.compare.comparing import compare, pair_entries
from reportgen.compare.sides import Side

__all__ = [
    "PROMISE_KINDS",
    "Change",
    "DiffSpan",
    "Kind",
    "Location",
    "Side",
    "compare",
    "pair_entries",
]

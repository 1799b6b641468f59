"""Two reports told apart by meaning: what was added, removed, moved, renamed, reworded, promised and kept."""

from reportgen.compare.changes import Change, DiffSpan, Kind, Location
from reportgen.compare.comparing import compare
from reportgen.compare.sides import Side
from reportgen.report.promises import Promise, ledger

__all__ = ["Change", "DiffSpan", "Kind", "Location", "Promise", "Side", "compare", "ledger"]

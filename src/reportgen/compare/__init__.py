"""Two reports told apart by meaning: what was added, removed, moved, renamed, reworded, promised and kept."""

from reportgen.compare.comparing import compare
from reportgen.compare.model import Change, Kind, Spot, Stretch
from reportgen.compare.promises import Promise, ledger
from reportgen.compare.sides import Side

__all__ = ["Change", "Kind", "Promise", "Side", "Spot", "Stretch", "compare", "ledger"]

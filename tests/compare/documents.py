"""Comparisons and ledgers as documents, for the tests that every kind of document must pass."""

from functools import cache

from reportgen.compare import PROMISE_KINDS, Side, compare
from reportgen.document import Document, compose, ordinals_in
from reportgen.document.comparison import Named, compose_comparison, compose_ledger
from reportgen.report import Figures, resolve
from tests.compare.reports import HERE, YEARS
from tests.support import examine, prepared, sheet_named

PAIRS = {
    "years": (YEARS / "2024.yaml", YEARS / "2025.yaml"),
    "corrections": (HERE / "cases" / "corrections" / "old.yaml", HERE / "cases" / "corrections" / "new.yaml"),
    "none": (YEARS / "2025.yaml", YEARS / "2025.yaml"),
}
COMPARED = (*(f"comparison-{name}" for name in PAIRS), "ledger")
"""The names of the documents below."""


@cache
def compared_documents(style: str) -> dict[str, Document]:
    """Every kind of comparison and a ledger, by name, under a style."""
    sheet = prepared(sheet_named(style))
    found: dict[str, Document] = {}
    for name, paths in PAIRS.items():
        old, new = (Named(path.name, _figures(path.read_text("utf-8"))) for path in paths)
        sides = (Side(each.figures, ordinals_in(compose(each.figures, sheet).document)) for each in (old, new))
        changes = compare(*sides)
        found[f"comparison-{name}"] = compose_comparison(changes, old, new, sheet)
        if name == "years":
            found["ledger"] = compose_ledger([each for each in changes if each.kind in PROMISE_KINDS], old, new, sheet)
    return found


@cache
def _figures(text: str) -> Figures:
    year = 2024 if "year: 2024" in text else 2025
    return resolve(examine(text, year=year).report, None)

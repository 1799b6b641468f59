"""No flood of findings: what is left out of a kind, and what says so."""

from reportgen.diagnostics import Diagnostic, Place, limited


def _findings(file: str, code: str, count: int) -> list[Diagnostic]:
    return [Diagnostic(code, Place(file, line, 1, line, 2)) for line in range(1, count + 1)]


def test_as_many_as_may_be_are_kept() -> None:
    found = _findings("2025.yaml", "list-empty", 1000)
    assert limited(found) == tuple(found)


def test_more_of_a_kind_in_a_file_are_counted_at_the_end() -> None:
    """Other codes and other files have counts of their own."""
    many = _findings("2025.yaml", "list-empty", 1002)
    others = [*_findings("2024.yaml", "list-empty", 3), *_findings("2025.yaml", "entry-empty", 3)]
    *kept, rest = limited([*many, *others])
    assert kept == [*many[:1000], *others]
    assert (rest.code, dict(rest.words)) == ("findings-left-out", {"count": "2", "kind": "list-empty"})
    assert rest.place == Place("2025.yaml")

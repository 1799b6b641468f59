"""Many diagnostics of a code as one block: which are put together, and the table of the places of the others."""

from reportgen.diagnostics import Diagnostic, Place
from reportgen.diagnostics.groups import group_alike, render_group


def _at(file: str, line: int, code: str = "list-empty") -> Diagnostic:
    return Diagnostic(code, Place(file, line, 7, line, 8))


def _table(*others: Diagnostic) -> list[str]:
    text = render_group([_at("2025.yaml", 1), *others], {}, "en", lambda _, text: text)
    return text.partition("shows each):\n")[2].split("\n")


def test_only_codes_with_more_than_so_many_are_put_together() -> None:
    a, b = [_at("2025.yaml", line) for line in (1, 3, 5)], [_at("2025.yaml", line, "text-empty") for line in (2, 4)]
    assert group_alike([a[0], b[0], a[1], b[1], a[2]], 2) == [a, [b[0]], [b[1]]]
    assert group_alike(a, 3) == [[each] for each in a]


def test_places_stand_side_by_side_and_name_only_other_files() -> None:
    assert _table(_at("2025.yaml", 2), Diagnostic("list-empty"), _at("2024.yaml", 30)) == ["     2:7  2024.yaml:30:7"]


def test_a_line_of_the_table_has_at_most_eighty_columns() -> None:
    """Five blanks before the first place, two before each of the others."""
    lines = _table(*(_at("2025.yaml", line) for line in range(100, 120)))
    assert [line.count(":7") for line in lines] == [11, 9]
    assert len(lines[0]) == 80
    wider = _table(*(_at("2025.yaml", line) for line in (*range(100, 110), 1000)))
    assert [line.count(":7") for line in wider] == [10, 1], "it would have eighty-one"

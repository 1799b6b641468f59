"""Markers of merges: which of them make a conflict, and what is left of it."""

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.source import Source
from reportgen.source.conflicts import find_conflicts

MARKERS = {"<": "<<<<<<< HEAD", "|": "||||||| base", "=": "=======", ">": ">>>>>>> theirs"}


def written(lines: str, end: str = "\n") -> str:
    """A text with a line for each character: markers, and others as they are."""
    return "".join(MARKERS.get(each, each) + end for each in lines)


@pytest.mark.parametrize(
    ("lines", "found", "left"),
    [
        ("a<b=c>d", "2→6", "abd"),
        ("<b|o=c>d", "1→7", "bd"),
        ("<b|o|p=c=d>e", "1→11", "be"),
        ("<=>", "1→3", ""),
        ("<a=b><c=d>", "1→5 6→10", "ac"),
        ("a<b", "2→2", "ab"),
        ("a<b=c", "2→2", "ab=c"),
        ("<a>b", "1→1 3→3", "ab"),
        ("a=b>c", "4→4", "a=bc"),
        ("a|b>c", "4→4", "a|bc"),
        (">a", "1→1", "a"),
        ("<a<b=c>", "1→1 3→7", "ab"),
        ("<a=b<c=d>", "1→1 5→9", "a=bc"),
        ("<a=b>=c>d", "1→5 8→8", "a=cd"),
        ("a=b", "", "a=b"),
        ("a|b", "", "a|b"),
        ("abc", "", "abc"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_conflict_is_reported_at_its_first_marker_and_the_first_side_is_left(
    lines: str, found: str, left: str, end: str
) -> None:
    """With the line that it ends with; a marker without the others is one by itself."""
    text = written(lines, end)
    conflicts = find_conflicts(Source("a.yaml", text))
    assert {each.code for each in conflicts} <= {"merge-conflict"}
    assert " ".join(f"{each.place.line}→{each.words['line']}" for each in conflicts if each.place) == found
    assert apply_edits(text, [edit for each in conflicts for edit in each.edits]) == written(left, end)


@pytest.mark.parametrize(
    ("line", "is_marker"),
    [
        ("<<<<<<<", True),
        ("  <<<<<<< HEAD", True),
        ("\t<<<<<<<\tHEAD", True),
        ("<<<<<<", False),
        ("<<<<<<<<", False),
        ("<<<<<<<HEAD", False),
        ("a <<<<<<<", False),
    ],
)
def test_a_marker_is_seven_signs_at_the_start_of_a_line(line: str, is_marker: bool) -> None:
    (*found,) = find_conflicts(Source("a.yaml", f"a: 1\n{line}\nb: <<<<<<<\n"))
    assert bool(found) == is_marker

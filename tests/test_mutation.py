"""The wrong lines that ``make mutation`` puts in."""

from pathlib import Path

import pytest

from tools.mutation import PACKAGE, ROOT, TESTS, UNCHANGED, chosen_slips, room_of
from tools.wrong_lines import neighbours, slips

LINES = [
    ("if a < b:", "if a <= b:", "comparison"),
    ("return b not in a", "return b in a", "comparison"),
    ("return a + 七 * c", "return a - 七 * c", "arithmetic"),
    ("return a + 七 * c", "return a + 七 / c", "arithmetic"),
    ("return a and b", "return a or b", "and-or"),
    ("return not a", "return a", "negation"),
    ("if a:", "if (not (a)):", "condition"),
    ("a.append(b)", "pass", "statement"),
    ("a -= b", "pass", "statement"),
    ("return True", "return False", "flag"),
    ("return a[0]", "return a[1]", "number"),
    ('return "left"', 'return "right"', "word"),
    ("return Kind.ADDED", "return Kind.REMOVED", "word"),
    ("return max(a, b)", "return min(a, b)", "function"),
    ('return a.startswith("七")', 'return a.endswith("七")', "function"),
]
TYPES = 'Side = Literal["left", "right"]\nclass Kind(Enum):\n    ADDED = "+"\n    REMOVED = "-"\n'


def wrong_lines(line: str) -> list[tuple[str, str]]:
    """What may become of a line of a function, with the kind of the slip."""
    rest = "\n        pass" if line.endswith(":") else ""
    text = f"def f(a: Side, b: int = 1) -> bool:\n    {line}{rest}\n"
    found = slips(Path("a.py"), text, neighbours([TYPES]))
    return [(each.after.strip(), each.kind) for each in found if each.line == 2]


def test_every_kind_of_slip_is_made() -> None:
    for line, after, kind in LINES:
        assert (after, kind) in wrong_lines(line)


def test_what_does_nothing_in_a_run_is_left_alone() -> None:
    for line in ('"""Two words of 2."""', "a: Literal[3]", "assert_never(a)", "return zip(a, b, strict=True)"):
        assert wrong_lines(line) == []


def test_a_continue_at_the_end_of_a_loop_is_not_changed() -> None:
    ends = "for each in a:\n    if each:\n        f(each)\n    else:\n        continue\n"
    skips = "for each in a:\n    if each:\n        continue\n    f(each)\n"
    for text, count in ((ends, 0), (skips, 1)):
        assert [each.before.strip() for each in slips(Path("a.py"), text, {})].count("continue") == count


@pytest.mark.slow
def test_the_same_seed_gives_the_same_lines_in_every_room() -> None:
    chosen = chosen_slips("a seed", 40)
    assert chosen == chosen_slips("a seed", 40) != chosen_slips("another", 40)
    assert len({(each.path, each.line) for each in chosen}) == 40
    assert {*map(room_of, chosen)} == set(TESTS)


@pytest.mark.slow
def test_lines_that_are_not_tried_can_still_be_written() -> None:
    """An exception goes with the line it is about."""
    texts = {path.relative_to(ROOT): path.read_text("utf-8") for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    words = neighbours(texts.values())
    listed = {(module, each.right, each.wrong) for module, lines in UNCHANGED.items() for each in lines}
    written = {
        (path.as_posix(), each.before.strip(), each.after.strip())
        for path, text in texts.items()
        for each in slips(path, text, words)
    }
    assert listed - written == set()


def test_every_room_has_its_tests() -> None:
    rooms = {path.parent.name for path in (ROOT / PACKAGE).glob("*/__init__.py")}
    assert rooms == set(TESTS)
    assert not [name for names in TESTS.values() for name in names if not (ROOT / "tests" / name).exists()]

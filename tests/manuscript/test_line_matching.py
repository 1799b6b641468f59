"""Which paragraph of an edited document is which line: kept, reworded, moved, split, joined, new or gone."""

import pytest

from reportgen.manuscript.line_matching import match_lines

OPEN = "全年征集提案，件件有着落"
TALK = "开展协商议政，次次有回音"
WALK = "走访界别群众，户户有笑声"


@pytest.mark.parametrize(
    ("old", "new", "matches"),
    [
        ([OPEN, TALK], [OPEN, TALK], ["0→0", "1→1"]),
        ([OPEN, TALK], [OPEN, "开展协商议政，事事有回音"], ["0→0", "1→1"]),
        ([OPEN, TALK], [OPEN], ["0→0", "1→"]),
        ([OPEN], [OPEN, TALK], ["0→0", "→1"]),
        ([OPEN], [WALK], ["0→", "→0"]),
        ([OPEN, TALK, WALK], [TALK, WALK, OPEN], ["1→0", "2→1", "0→2 moved"]),
        ([OPEN, TALK, WALK], [TALK, WALK, OPEN + "好"], ["1→0", "2→1", "0→2 moved"]),
        ([OPEN, TALK], ["全年征集提案，", "件件有着落", TALK], ["0→0+1", "1→2"]),
        ([OPEN, TALK], [OPEN[:1], OPEN[1:], TALK], ["0→0+1", "1→2"]),
        ([OPEN, TALK], [OPEN[:2], OPEN[2:], TALK], ["0→0+1", "1→2"]),
        ([OPEN, TALK], [OPEN[:-1], OPEN[-1:], TALK], ["0→0+1", "1→2"]),
        ([OPEN, TALK], [OPEN[:1], OPEN[1:-1] + "处", TALK], ["0→0+1", "1→2"]),
        ([OPEN, TALK], ["新", OPEN[1:], TALK], ["0→1", "1→2", "→0"]),
        ([OPEN[:1], OPEN[1:], TALK], [OPEN, TALK], ["0+1→0", "2→1"]),
        ([OPEN, TALK, WALK], [OPEN + TALK, WALK], ["0+1→0", "2→1"]),
        ([WALK, OPEN, TALK], [WALK, OPEN + TALK], ["0→0", "1+2→1"]),
        ([OPEN, ""], [OPEN], ["0→0", "1→"]),
        (["甲乙丙丁", "子丑寅卯"], ["甲乙丙戊", "子丑寅辰"], ["0→0", "1→1"]),
    ],
)
def test_lines_and_what_they_became(old: list[str], new: list[str], matches: list[str]) -> None:
    found = match_lines(old, new)
    shown = [f"{_shown(each.old)}→{_shown(each.new)}{' moved' if each.moved else ''}" for each in found]
    assert shown == matches


def _shown(numbers: tuple[int, ...]) -> str:
    return "+".join(map(str, numbers))


def test_many_new_words_in_a_row_are_still_known_by_their_characters() -> None:
    """More pairs than are compared one by one: 201 lines of which each has one character more."""
    old = [f"第{number}项工作，{chr(0x4E00 + number) * 9}" for number in range(201)]
    new = [f"{line}了" for line in old]
    assert {(match.old, match.new) for match in match_lines(old, new)} == {((n,), (n,)) for n in range(201)}

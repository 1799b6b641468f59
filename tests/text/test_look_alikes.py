"""Characters that only look right."""

import pytest

from reportgen.text.look_alikes import look_alikes, may_look_alike


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("出席⼈⼤会议", [(2, 4, "人大")]),
        ("⼈⺠民⺠主", [(0, 2, "人民"), (3, 4, "民")]),
        ("甲﹐乙﹑丙", [(1, 2, "，"), (3, 4, "、")]),
        ("甲﹙乙﹚占5﹪", [(1, 2, "（"), (3, 4, "）"), (6, 7, "%")]),
        ("巩固统ー战线", [(3, 4, "一")]),
        ("１２０家ＡＢＣ", [(0, 3, "120"), (4, 7, "ABC")]),
        ("丙•丁 a•b", [(1, 2, "·")]),
        ("АРР上线", [(0, 3, "APP")]),
        ("Анна Каренина", []),
        ("政协，（常委会）：5％", []),
    ],
)
def test_what_only_looks_right_is_found_in_runs(text: str, found: list[tuple[int, int, str]]) -> None:
    assert look_alikes(text) == found


@pytest.mark.slow
def test_no_look_alike_is_passed_over_unread() -> None:
    """Rules ask for the characters of a whole report first."""
    for code in range(0x80, 0x30000):
        text = f"人{chr(code)}人"
        assert may_look_alike(text) or not look_alikes(text), hex(code)
    assert may_look_alike("Аa")
    assert not may_look_alike("政协ABC，（：")

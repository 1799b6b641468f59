"""Where a file has comments, and where a ``#`` is text."""

import pytest

from reportgen.source.comments import comments
from tests.support import nodes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1 # 甲\n# 乙\nb: 2\n", ["# 甲", "# 乙"]),
        ("a: 一#二\nb: '一 # 二'\nc: \"一 # 二\"\n", []),
        ("a: |\n  一 # 二\nb: 2 # 甲\n", ["# 甲"]),
        ("a: | # 甲\n  一 # 二\n", ["# 甲"]),
        ("a: >- # 甲\n  一\n  # 二\n# 乙\n", ["# 甲", "# 乙"]),
        ("a: [一, # 甲\n  二]\n", ["# 甲"]),
        ("a:\n  - | # 甲\n    一\n  - 二\n", ["# 甲"]),
    ],
)
def test_comments_are_found_and_texts_are_left_alone(text: str, found: list[str]) -> None:
    assert [each.text for each in comments(nodes(text))] == found


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("a: 1 # 甲\n", True),
        ("# 甲\na: 1\n", False),
        ("a: # 甲\n  b: 1\n", False),
        ("a:\n  - # 甲\n    b: 1\n", False),
        ("a:\n  - b # 甲\n", True),
    ],
)
def test_a_comment_is_beside_the_value_on_its_line(text: str, beside: bool) -> None:
    assert [each.beside for each in comments(nodes(text))] == [beside]

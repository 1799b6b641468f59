"""Where a file has comments, and where a ``#`` is text."""

import pytest

from reportgen.source import Mapping, Scalar
from reportgen.source.comments import comments, is_block_text, raw_text
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
    assert all(text.startswith(each.text, each.start) for each in comments(nodes(text)))


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


@pytest.mark.parametrize(
    ("text", "raw", "block"),
    [
        ("a: |\n  一\n\n\nb: 2\n", "|\n  一", True),
        ("a: >- # 甲\n  一\n", ">- # 甲\n  一", True),
        ('a: "|"\n', '"|"', False),
        ("a: '> 一'\n", "'> 一'", False),
        ("a: 一\n  二\n", "一\n  二", False),
    ],
)
def test_a_text_as_it_is_typed(text: str, raw: str, block: bool) -> None:
    """Without the empty lines behind it."""
    root = nodes(text)
    assert isinstance(root, Mapping)
    scalar = root.get("a")
    assert isinstance(scalar, Scalar)
    assert (raw_text(scalar), is_block_text(scalar)) == (raw, block)

"""Which key or value an offset of a file is in."""

import pytest

from reportgen.source.nodes import path_at
from tests.support import nodes

TEXT = """\
甲: 一二
乙乙:
  丙: [三, 四四]
  丁:
    - 五

    - 己: "六"
戊: {庚: 七}
"""

# The character before which an offset is, marked by ^ in a copy of the text, and the path there.
TABLE = {
    "^甲: 一二": "甲",
    "甲^: 一二": "甲",
    "甲: ^一二": "甲",
    "甲: 一二^": "甲",
    "^乙乙:": "乙乙",
    "乙^乙:": "乙乙",
    "乙乙^:": "乙乙",
    "^  丙: [": "乙乙",
    "^丙: [三": "乙乙 丙",
    "丙: ^[三": "乙乙 丙",
    "[^三, ": "乙乙 丙 0",
    "[三^, ": "乙乙 丙 0",
    "三,^ 四四": "乙乙 丙",
    "^四四]": "乙乙 丙 1",
    "四四^]": "乙乙 丙 1",
    "四四]^": "乙乙 丙",
    "^- 五": "乙乙 丁",
    "- 五^": "乙乙 丁 0",
    "^己: ": "乙乙 丁 1 己",
    '己: "六"^': "乙乙 丁 1 己",
    "{^庚: ": "戊 庚",
    "七^}": "戊 庚",
    "七}^": "戊",
    "七}\n^": "",
}


@pytest.mark.parametrize("marked", TABLE)
def test_the_deepest_key_or_value_that_contains_an_offset_or_ends_at_it(marked: str) -> None:
    offset = TEXT.index(marked.replace("^", "")) + marked.index("^")
    assert " ".join(map(str, path_at(nodes(TEXT), offset))) == TABLE[marked]

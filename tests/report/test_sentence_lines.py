"""Where a line may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.report.joints import printed
from reportgen.report.sentence_lines import sentence_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲。乙！丙", ["甲。", "乙！", "丙"]),
        ("甲。 乙。", ["甲。 乙。"]),
        (" 甲。乙", [" 甲。乙"]),
        ("他说：“好。走！”然后。", ["他说：“好。走！”", "然后。"]),
        ("甲……，乙……。丙", ["甲……，乙……。", "丙"]),
        ("见《你好！》一书（附。）后。完", ["见《你好！》一书（附。）", "后。", "完"]),
        ("【甲。乙】丙。丁", ["【甲。乙】丙。", "丁"]),
        ("【甲）。乙】丙。丁", ["【甲）。乙】丙。", "丁"]),
        ("甲。【乙】丙。**丁。戊**己", ["甲。", "【乙】丙。", "**丁。戊**己"]),
        ("**甲。**乙", ["**甲。**", "乙"]),
        ("It is so. It was. 是", ["It is so.", "It was. 是"]),
        ("It is so.  It was.", ["It is so.  It was."]),
        ("Mr. Li and J. Wu", ["Mr. Li and J. Wu"]),
        ("全年\n工作。\n\n下年\nthe\nPDF", ["全年工作。", "", "下年the PDF"]),
        ("甲；\n乙，\n丙", ["甲；", "乙，丙"]),
        ("【甲】\nfast", ["【甲】", "fast"]),
        ("【甲】\n快", ["【甲】快"]),
        ("【甲\n乙】", ["【甲", "乙】"]),
        ("**\n甲**", ["**", "甲**"]),
        ("甲。- 乙。title: 丙。丁", ["甲。- 乙。title: 丙。", "丁"]),
        ("甲。\n- 乙\n丙", ["甲。", "- 乙丙"]),
        ("甲\ntitle: 乙", ["甲", "title: 乙"]),
        ("。。。！甲。乙", ["。。。！甲。", "乙"]),
    ],
)
def test_one_sentence_a_line(text: str, lines: list[str]) -> None:
    assert list(sentence_lines(text)) == lines


_TEXTS = st.text(st.sampled_from("甲乙a B。！…“”‘’（）《》【】*\\\n ;；.—x"), min_size=1, max_size=40).filter(
    lambda text: (
        all(line == line.strip() for line in text.split("\n")) and "\n\n\n" not in text and text == text.strip()
    )
)


@given(_TEXTS)
def test_lines_print_as_the_text_did_and_stay(text: str) -> None:
    lines = sentence_lines(text)
    assert printed("\n".join(lines)) == printed(text)
    assert sentence_lines("\n".join(lines)) == lines

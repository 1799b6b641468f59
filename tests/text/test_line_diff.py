"""Unified diffs are those of difflib."""

from difflib import unified_diff as expected_diff

from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.line_diff import unified_diff

LINES = st.lists(st.sampled_from("甲乙丙丁戊己"), max_size=40)


def test_changes_that_are_near_each_other_share_their_lines() -> None:
    old = [f"第{number}行" for number in range(1, 21)]
    new = [*old[:1], "新行", *old[1:6], *old[7:18], "改行", *old[19:]]
    assert "\n".join(unified_diff(old, new, "2025.yaml")) == (
        "--- 2025.yaml\n+++ 2025.yaml\n"
        "@@ -1,10 +1,10 @@\n 第1行\n+新行\n 第2行\n 第3行\n 第4行\n 第5行\n 第6行\n-第7行\n 第8行\n 第9行\n 第10行\n"
        "@@ -16,5 +16,5 @@\n 第16行\n 第17行\n 第18行\n-第19行\n+改行\n 第20行"
    )


@given(old=LINES, new=LINES)
def test_it_is_the_diff_of_the_standard_library(old: list[str], new: list[str]) -> None:
    assert [*unified_diff(old, new, "名")] == [*expected_diff(old, new, "名", "名", lineterm="")]

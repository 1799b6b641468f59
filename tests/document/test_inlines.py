"""Texts to runs: what is printed, under which roles, and how it is joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Run
from reportgen.document.inline_composer import compose_inlines, compose_line
from reportgen.report import resolve
from reportgen.text.characters import joint
from tests.support import MINIMAL, examine

FIGURES = resolve(
    examine(
        MINIMAL
        + "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n  速度: {label: 速度, value: 9.8, unit: m/s}\n"
    ).report,
    None,
)


def _text(text: str) -> str:
    return "¶".join("".join(run.text for run in runs) for runs in compose_inlines(text, FIGURES))


def test_a_text_without_marks_is_one_run() -> None:
    assert compose_inlines("全年工作", FIGURES) == ((Run("全年工作"),),)
    assert compose_inlines("全年，工作。", FIGURES, ("claim",)) == ((Run("全年，工作。", ("claim",)),),)


def test_a_metric_is_a_run_of_its_own_and_names_where_it_comes_from() -> None:
    assert compose_inlines("征集【提案】，【本年】年", FIGURES) == (
        (Run("征集"), Run("546件", ("metric",), "提案"), Run("，2025年")),
    )


def test_roles_lie_over_each_other() -> None:
    assert compose_inlines("一**二【提案】**", FIGURES, ("run-in",)) == (
        (Run("一", ("run-in",)), Run("二", ("run-in", "strong")), Run("546件", ("run-in", "strong", "metric"), "提案")),
    )


def test_two_metrics_side_by_side_stay_apart() -> None:
    ((first, second),) = compose_inlines("【提案】【提案：数值】", FIGURES)
    assert (first.text, second.text) == ("546件", "546")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("the PDF\nfile", "the PDF file"),
        ("全年\nPDF", "全年PDF"),
        ("“**重点**”\nword", "“重点”word"),
        ("word\n“**重点**”", "word“重点”"),
        ("word\n**“重点”**", "word“重点”"),
        ("word\n“**word**”\nword", "word “word” word"),
        ("速度\n【速度】\n【速度】\n提案\n【提案】\nfast", "速度9.8m/s 9.8m/s提案546件fast"),
        ("【提案：数值】\nOK", "546 OK"),
        ("一\n\n\u2028\n\n二", "一¶二"),
        ("一\u2028\nword\nword", "一\u2028word word"),
    ],
)
def test_a_joint_looks_at_what_is_printed_on_both_sides_whatever_its_runs(text: str, printed: str) -> None:
    assert _text(text) == printed


def test_the_space_of_a_joint_is_emphasised_only_inside_of_emphasis() -> None:
    assert compose_inlines("**one\ntwo**\nthree", FIGURES) == ((Run("one two", ("strong",)), Run(" three")),)


def test_paragraphs_without_anything_printed_are_left_out() -> None:
    assert _text("一\n\n  \n\n二") == "一¶二"
    assert compose_inlines(" ", FIGURES) == ()


def test_a_blank_line_in_a_title_is_a_line_end() -> None:
    assert compose_line("一\n二\n\n三", FIGURES, ("run-in",)) == (
        Run("一二", ("run-in",)), Run("\u2028", ("run-in",)), Run("三", ("run-in",)),
    )  # fmt: skip


@given(
    st.lists(
        st.lists(st.sampled_from(["word", "2025", "全年", "“", "”", "**", "——"]), min_size=1, max_size=3), max_size=4
    )
)
def test_emphasis_never_changes_how_lines_are_joined(lines: list[list[str]]) -> None:
    """The text with its marks taken away, joined, is the printed text: runs are not boundaries for a joint."""
    text = "\n".join("".join(line) for line in lines)
    runs = [run for paragraph in compose_inlines(text, FIGURES) for run in paragraph]
    if any("*" in run.text for run in runs):
        return
    bare = [line for line in text.replace("**", "").split("\n") if line]
    printed = ""
    for index, line in enumerate(bare):
        printed += joint(printed, "".join(bare[index:])) + line if index else line
    assert "".join(run.text for run in runs) == printed

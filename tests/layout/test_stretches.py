"""What lines part only where keeping it whole would cost too much: names, terms, numbers with what they count."""

import pytest

from reportgen.document import Run
from reportgen.layout.setting import Typesetter
from reportgen.style import Looks
from tests.layout.setting import SIZE, break_texts, line_text, line_texts, official_book, set_lines
from tests.support import sheet_named

TERM = "新时代市域社会治理现代化"


def parted(text: str, name: str, ems: int = 28) -> bool:
    return not any(name in line for line in line_texts(text, ems, terms=[name]))


@pytest.mark.parametrize(("before", "whole"), [(27, True), (16, True), (25, False), (22, False), (20, False)])
def test_a_long_term_is_parted_where_the_line_above_would_be_loose(before: int, whole: bool) -> None:
    """11 characters; what is left of 28 decides: one em spread over the line is cheaper than parting it, not three."""
    text = "国" * before + TERM + "国" * 30
    assert parted(text, TERM) is not whole
    assert max(line.looseness for line in set_lines(text, 28, terms=[TERM])) <= 0.12 * SIZE


@pytest.mark.parametrize("before", range(20, 29))
def test_a_term_of_four_characters_stays_whole_at_any_price(before: int) -> None:
    assert not parted("国" * before + "提案工作" + "国" * 30, "提案工作")


def test_words_that_a_style_sheet_keeps_stay_whole_at_any_price() -> None:
    for before in range(16, 29):
        assert any(TERM in line for line in line_texts("国" * before + TERM + "国" * 30, 28, kept=[TERM]))


@pytest.mark.parametrize(
    "figure",
    [
        "25.6亿元",
        "3.2万余人次",
        "546件",
        "12月31日",
        "38120余人",
        "约3400多万元",
        "4.8个百分点",
        "6个月",
        "5.8万人",
        "3.6 kg",
    ],
)
def test_a_number_stays_with_what_it_counts_where_no_line_is_loose_for_it(figure: str) -> None:
    """T29: parted only where more than two characters are left of the line, which would then be loose."""
    for before in range(10, 29):
        text = "国" * before + figure + "国" * 30
        lines = set_lines(text, 28)
        assert any(figure in line_text(line) for line in lines) or before < 26, before
        assert max(line.looseness for line in lines) <= 0.1 * SIZE


def kept_and_dear(*runs: Run) -> tuple[list[str], set[str]]:
    """What a typesetter keeps whole of some runs, and what it parts at a cost."""
    text = "".join(run.text for run in runs)
    setter = Typesetter(Looks(sheet_named("official")), official_book(), (), ("征集提案数量",))
    found = setter.set(runs, "base", None).stretches
    return [text[first:last] for first, last in found.kept], {text[first:last] for first, last, _ in found.dear}


def test_a_metric_is_whole_where_it_is_short_and_its_name_and_change_are_text() -> None:
    assert kept_and_dear(Run("共"), Run("546件", ("metric",), "提案")) == (["546件"], {"546件"})
    assert kept_and_dear(Run("共"), Run("5.8万人次", ("metric",), "群众")) == ([], {"5.8万人次", "5.8万", "人次"})
    assert kept_and_dear(Run("协调解决群众关切问题", ("metric",), "问题")) == ([], set())
    assert kept_and_dear(Run("提高1.2个百分点", ("metric",), "问题"))[0] == []
    assert kept_and_dear(Run("征集提案数量", ("metric",), "提案")) == ([], {"征集提案数量"})
    assert kept_and_dear(Run("5户又3村", (), "村户"))[1] >= {"5户又3村"}
    assert kept_and_dear(Run("5户又3村", ("strong",)))[1] == {"5户", "3村"}


@pytest.mark.parametrize(
    ("figure", "ems", "lines"),
    [("12.8万余人次", 4.4, ["12.8万余", "人次"]), ("1234567.89平方米", 6.5, ["1234567.89", "平方米"])],
)
def test_a_figure_wider_than_a_line_is_parted_before_its_measure_word(
    figure: str, ems: float, lines: list[str]
) -> None:
    assert break_texts(figure, ems, align="left") == lines


@pytest.mark.parametrize("number", ["一百二十", "四十一", "三千零五十", "两万"])
def test_a_number_in_words_is_parted_at_a_price_and_at_the_lectern_never(number: str) -> None:
    """T29: there it stays with what it counts, as what is read aloud must; 一心一意 is no number."""
    text = f"开展读书会{number}场，一心一意"
    assert kept_and_dear(Run(text)) == ([], {number})
    setter = Typesetter(Looks(sheet_named("lectern")), official_book(), whole_words=True)
    kept = [text[first:last] for first, last in setter.set((Run(text),), "base", None).stretches.kept]
    assert f"{number}场" in kept

"""Two wordings of one text: what is an atom, and what is told of as one piece."""

from itertools import pairwise

import pytest
from hypothesis import given

from reportgen.compare.text_diff import compare_wording, printed_text, printed_tokens, tokens_of
from reportgen.document import inline_text
from reportgen.document.inline_composer import compose_inlines
from reportgen.text.names import Names
from tests.compare.reports import PROSE, between, reported, side, side_of
from tests.support import MINIMAL, examine

METRICS = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"


def _marked(old: str, new: str, kept: tuple[str, ...] = ()) -> str:
    figures = examine(METRICS + MINIMAL + "  intro: 【提案】\n").report
    sides = [tokens_of(text, side(figures).figures, Names(kept)) for text in (old, new)]
    return "".join(
        each.after if each.same else f"[{each.before}→{each.after}]" for each in compare_wording(sides[0], sides[1])
    )


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("征集提案420件。", "征集提案428件。", "征集提案[420件→428件]。"),
        ("惠及5.8万人次。", "惠及6万余人次。", "惠及[5.8万人次→6万余人次]。"),
        ("办复率98.1%，", "办复率98.6%，", "办复率[98.1%→98.6%]，"),
        ("提高1.2个百分点", "提高1.3个百分点", "提高[1.2个百分点→1.3个百分点]"),
        ("2025年1月7日开幕", "2026年1月9日开幕", "[2025年1月7日→2026年1月9日]开幕"),
        ("宣讲一百二十场", "宣讲一百三十场", "宣讲[一百二十场→一百三十场]"),
        ("印发《提案工作条例》。", "印发《提案办理条例》。", "印发[《提案工作条例》→《提案办理条例》]。"),
        ("使用Word软件", "使用WPS软件", "使用[Word→WPS]软件"),
        ("全年【提案】全部办复", "全年全部办复", "全年[546件→]全部办复"),
        ("围绕中心、服务大局", "紧扣中心、服务大局", "[围绕→紧扣]中心、服务大局"),
        ("甲乙丙", "丁乙戊", "[甲乙丙→丁乙戊]"),
        ("甲乙乙丙", "丁乙乙戊", "[甲→丁]乙乙[丙→戊]"),
        ("民生", "**民生**", "[民生→民生]"),
        ("一句。\n二句。", "一句。二句。", "一句。二句。"),
        ("一句。\n\n二句。", "一句。二句。", "一句。[\n→]二句。"),
        ("", "新的。", "[→新的。]"),
        ("征集提案办理。好评。", "好评。征集提案办理中。", "[征集提案办理。好评。→好评。征集提案办理中。]"),
    ],
)
def test_what_differs_is_reported_in_atoms(old: str, new: str, marked: str) -> None:
    assert _marked(old, new) == marked


def test_a_kept_name_is_never_cut() -> None:
    assert _marked("市政协办公室牵头", "市政府办公厅牵头") == "市政[协→府]办公[室→厅]牵头"
    kept = ("市政协办公室", "市政府办公厅")
    assert _marked("市政协办公室牵头", "市政府办公厅牵头", kept) == "[市政协办公室→市政府办公厅]牵头"


def test_the_text_before_a_kept_name_is_compared_as_well() -> None:
    kept = ("市政协办公室",)
    assert _marked("会同市政协办公室牵头", "联合市政协办公室牵头", kept) == "[会同→联合]市政协办公室牵头"


def test_what_little_is_the_same_between_two_differences_joins_them() -> None:
    assert _marked("把准方向，凝聚共识。", "服务大局，建言资政。") == "[把准方向，凝聚共识→服务大局，建言资政]。"


def test_a_metric_that_prints_another_number_leaves_its_texts_the_same() -> None:
    old, new = (
        examine(
            f"metrics: {{提案: {{label: 征集提案, value: {value}, unit: 件}}}}\n{MINIMAL}  intro: 共【提案】。\n"
        ).report
        for value in (420, 428)
    )
    assert reported(between(old, new)) == [("metric", "metrics.提案", "[-420件-]{+428件+}")]


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("共【提案】。", "全年【提案】。", "[-共-]{+全年+}428件。"),
        ("共**【提案】**。", "全年**【提案】**。", "[-共-]{+全年+}428件。"),
        ("共【提案】。", "共**【提案】**。", "共[-420件-]{+428件+}。"),
        ("共【提案】。", "共【提案：数值】。", "共[-420件-]{+428+}。"),
        ("共420件。", "共【提案】。", "共[-420件-]{+428件+}。"),
    ],
)
def test_a_reference_is_the_same_as_long_as_it_is_to_the_same(before: str, after: str, marked: str) -> None:
    """Whatever it prints; another side of its metric, or another emphasis, is another."""
    old, new = (
        examine(f"metrics: {{提案: {{label: 征集提案, value: {value}, unit: 件}}}}\n{MINIMAL}  intro: {text}\n").report
        for value, text in ((420, before), (428, after))
    )
    assert [text for kind, _, text in reported(between(old, new)) if kind == "reworded"] == [marked]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("【提案】", "546件"),
        ("【提案：数值】", "546"),
        ("【提案：名称】", "征集提案"),
        ("【提案：变化】", "增长4.0%"),
        ("【信息：变化】", "持平"),
        ("【新增：变化】", "【新增：变化】"),
        ("【提案：变幅】", "【提案：变幅】"),
        ("【提俺】", "【提俺】"),
        ("【提俺：名称】", "【提俺：名称】"),
        ("【本年】", "2025"),
        ("【本年：变化】", "2025"),
    ],
)
def test_what_cannot_be_resolved_prints_as_typed(typed: str, printed: str) -> None:
    """A draft may contain such a reference: to an unknown metric or side, or to a change without a year before."""
    old, new = (
        "metrics:\n"
        f"  提案: {{label: 征集提案, value: {value}, unit: 件}}\n"
        "  信息: {label: 报送信息, value: 5, unit: 篇}\n"
        f"  {new}: {{label: 新增, value: 1, unit: 件}}\n"
        f"{MINIMAL.replace('2025', year)}  intro: 【提案】【信息】【{new}】\n"
        for year, value, new in (("2024", 525, "停办"), ("2025", 546, "新增"))
    )
    figures = side(examine(new).report, examine(old, year=2024).report).figures
    assert printed_text(f"共{typed}。", figures) == f"共{printed}。"


@pytest.mark.slow
@given(PROSE, PROSE)
def test_both_texts_can_be_read_from_the_stretches(old: str, new: str) -> None:
    figures = side_of(MINIMAL + "  intro: 文。\n").figures
    before, after = tokens_of(old, figures, Names(())), tokens_of(new, figures, Names(()))
    spans = compare_wording(before, after)
    assert "".join(each.before for each in spans) == printed_tokens(before)
    assert "".join(each.after for each in spans) == printed_tokens(after)
    assert all(each.before == each.after for each in spans if each.same)
    assert all(one.same is not other.same for one, other in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["the\n**PDF** file", "全年\n**工作**", "征集\n【提案】", "**one**\ntwo\n\nthree", "甲\n\n乙"]
)
def test_a_text_is_compared_as_it_is_composed(text: str) -> None:
    figures = side(examine(METRICS + MINIMAL + "  intro: 【提案】\n").report).figures
    composed = (inline_text(inlines) for inlines in compose_inlines(text, figures))
    assert printed_tokens(tokens_of(text, figures, Names(()))) == "\n".join(composed)

"""What metrics say of the sum they are: parts on a whole, of on a part, compared as they print."""

import pytest

from reportgen.diagnostics import render_concise
from tests.support import MINIMAL, examine


def _found(*metrics: str) -> list[str]:
    lines = "".join(f"  {line}\n" for line in metrics)
    used = "".join(f"【{line.split(':')[0]}】" for line in metrics)
    examined = examine(f"{MINIMAL}  intro: {used}\nmetrics:\n{lines}")
    return [render_concise(each, "zh").split("] ")[-1] for each in examined.found]


A = "立案: {label: 立案提案, value: 498, unit: 件"
B = "并案: {label: 并案提案, value: 35, unit: 件"


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        ("546, unit: 件, parts: [立案, 并案]", (A, B), "“提案”是546件，各部分相加却是533件（498件＋35件）"),
        ("546, unit: 件", (f"{A}, of: 提案", f"{B}, of: 提案"), "“提案”是546件，各部分相加却是533件（498件＋35件）"),
        ("497, unit: 件", (f"{A}, of: 提案", B), "“提案”是497件，各部分相加却是498件（498件）"),
        ("533, unit: 件, parts: [立案, 并案]", (A, B), ""),
        ("533, unit: 件, parts: [立案]", (A, f"{B}, of: 提案"), ""),
        ("546, unit: 件", (f"{A}, of: 提案", B), ""),
        ("546, qualifier: 余, unit: 件, parts: [立案, 并案]", (A, B), ""),
        (
            "5.34万, unit: 件, parts: [立案]",
            (A.replace("498", "53300"),),
            "“提案”是5.34万件，各部分相加却是5.33万件（53300件）",
        ),
        ("5.33万, unit: 件, parts: [立案]", (A.replace("498", "53300"),), ""),
        (
            "5.34万, unit: 件, parts: [立案]",
            (A.replace("498", "50000"),),
            "“提案”是5.34万件，各部分相加却是5万件（50000件）",
        ),
        ("546, unit: 次, parts: [立案]", (A,), "“立案”的单位是“件”，总数“提案”却是“次”，无法相加"),
        ("546, unit: 件, parts: [立按]", (A,), "没有名为“立按”的指标"),
        ("546, unit: 件, of: 信息", (A,), "没有名为“信息”的指标"),
        ("546, unit: 件, parts: [提案]", (A,), ""),
    ],
)
def test_parts_add_up_as_they_print(whole: str, parts: tuple[str, ...], said: str) -> None:
    found = _found(f"提案: {{label: 征集提案, value: {whole}}}", *(f"{part}}}" for part in parts))
    assert [each for each in found if "读取" not in each] == ([said] if said else [])


@pytest.mark.parametrize(("count", "terms"), [(12, "1件＋" * 11 + "1件"), (13, "1件＋" * 12 + "……")])
def test_a_long_sum_is_shown_in_part(count: int, terms: str) -> None:
    parts = [f"甲{number}: {{label: 名{number}, value: 1, unit: 件, of: 总}}" for number in range(count)]
    (said,) = _found("总: {label: 总数, value: 15, unit: 件}", *parts)
    assert said.endswith(f"却是{count}件（{terms}）")


def test_a_part_of_another_unit_is_shown_at_its_unit() -> None:
    metrics = f"metrics:\n  提案: {{label: 征集提案, value: 546, unit: 次, parts: [立案]}}\n  {A}}}\n"
    found = [each.place for each in examine(f"{MINIMAL}  intro: 【提案】【立案】\n{metrics}").found]
    assert [each and each.path for each in found] == [("metrics", "立案", "unit")]

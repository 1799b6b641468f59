"""Patterns compiled when they are first used."""

import json
from collections.abc import Iterator

import pytest

from reportgen.text.lazy_pattern import LazyPattern
from tests.support import ROOT
from tests.test_total_tables import modules


def test_it_finds_what_the_pattern_finds_and_compiles_once() -> None:
    lazy = LazyPattern("(?P<digit>[0-9])|甲")
    assert "compiled" not in vars(lazy)
    compiled = lazy.compiled
    text = "甲1乙2"
    assert [each.span() for each in lazy.finditer(text, 1)] == [each.span() for each in compiled.finditer(text, 1)]
    assert lazy.match(text, 1, 2) is not None
    assert lazy.match(text, 2) is None
    assert lazy.search(text, 2) is not None
    assert lazy.fullmatch(text, 0, 1) is not None
    assert lazy.split("a1b") == compiled.split("a1b")
    assert lazy.sub("-", text) == "--乙-"
    assert lazy.compiled is compiled


@pytest.mark.parametrize("text", ["1甲1", "甲1", "1", ""])
@pytest.mark.parametrize("name", ["match", "fullmatch", "search"])
def test_it_looks_through_the_whole_text(name: str, text: str) -> None:
    lazy = LazyPattern("1甲?")
    found, expected = (getattr(each, name)(text) for each in (lazy, lazy.compiled))
    assert (found and found.span()) == (expected and expected.span())
    assert [each.span() for each in lazy.finditer(text)] == [each.span() for each in lazy.compiled.finditer(text)]


def test_it_is_not_compiled_for_a_text_without_its_signs() -> None:
    lazy = LazyPattern("(?P<mark>《[^》]*》)", signs="》")
    text = "《甲"
    assert not list(lazy.finditer(text))
    assert lazy.match(text) is lazy.search(text) is lazy.fullmatch(text) is None
    assert lazy.split(text) == [text]
    assert lazy.sub("", text) == text
    assert "compiled" not in vars(lazy)
    assert lazy.sub("", "《甲》乙") == "乙"
    assert "compiled" in vars(lazy)
    assert lazy.search(text) is None


def test_one_of_several_signs_is_enough() -> None:
    for text, changed in (("甲1", "-1"), ("1乙", "1-"), ("甲乙", "--"), ("1", "1")):
        assert LazyPattern("[甲乙]", signs="甲乙").sub("-", text) == changed


def test_every_match_has_one_of_the_signs_of_its_pattern() -> None:
    """And each sign is needed. Once a pattern is compiled nobody asks for them, so no test of a rule misses one."""
    lines = [*_lines_of_examples(), *ONE_SIGN_EACH.splitlines(), *_lines_of_signs()]
    for name, lazy in _patterns_with_signs():
        found = [[sign for sign in lazy._signs if sign in line] for line in lines if lazy.compiled.search(line)]
        assert [] not in found, name
        assert {signs[0] for signs in found if len(set(signs)) == 1} == set(lazy._signs), name


ONE_SIGN_EACH = """
【提案】同比增长5%
【提案】比上年增长5%
【提案】较上年增长5%
【提案】，同比增长5%
【提案】，比上年增长5%
【提案】，较上年增长5%
【提案】,同比增长5%
【提案】,比上年增长5%
【提案】,较上年增长5%
5余亿
50亿多
《悦读》文化活动
《悦读》惠民活动
《悦读》主题活动
《悦读》系列活动
《悦读》品牌活动
《悦读》活动
《悦读》讲堂
《悦读》大赛
《悦读》杯
《悦读》称号
《悦读》论坛
《先进奖状》
《营业执照》
《先进称号》
《先进奖》
《政协杯》
《悦读活动》
《悦读大赛》
《悦读研讨会》
《悦读座谈会》
《培训班》
《铜牌》
本年度
提案 {value: 5
提案： {
提案： [
提案:{
提案:[
2024：5
...
一一写在前面
增长0。5%
提高2个％
“十四五”规划(2021—2025年)
第两十个
见www.a.example
写给a@b.example
一九六O年
一九六o年
占地5立方
"""
SIGNS_IN_LINES = {
    "甲{}乙": "··· ・・・ ••• ．．． ⋯ ‥",
    "{}写在前面": "— -",
    "甲{}乙。": "、。 、： 、； 。、 。： 。； ，： ，； ：、 ：。 ：， ：； ；、 ；： ？。",
    "甲{}": "？？？？ ！？！？",
    "一九{}年": "〇0 一0 二0 三0 四0 五0 六0 七0 八0",
    "一{}0年": "九0",
    "“{}”": "3．15 4.15 4．15 4.26 4．26 5.12 5．12 6.26 6．26 7.20 7．20 9.18 9．18 11.9 11．9 12.4 12．4 12.9 12．9"
    " 12.13 12．13 一二八 一二.九 一二．九 二·七 三·八 四·五 六·一 七·一 八·一 九·三 十·一",
    "{}甲~~": "~~",
    "占地5{}": "KM Km KW Kw KG Kg",
    "来了{}个": "一、二 六、七 八、九 两十",
    "第{}、甲，": "二 三 四 五 六 七 八 九 十",
    "其{}甲，": "次、",
    "最{}甲，": "后、",
    "{}、甲": "（3） ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳",
    "扎实{}各项工作": "的落实 的开展 的做好 的完成 的贯彻 的执行 的履行 的部署 的加强 的解决",
    "2025年是“十四五”规划{}": "首年 末年 第一年 开局年 起步年 收官年 收尾年 结束年",
    "9月1日{}3日": "-- ── －－",
    "2021{}025年是“十四五”规划": "-2 至2 ～2 -1 至1 ～1 —1",
    "“十四五”规划{}921-2025年)": "（1 (1",
    "第7{}第9位": "升到 升至 升为 前移到 前移至 前移为",
    "新增{}": "二件 二座 二所 二篇",
}


def _patterns_with_signs() -> Iterator[tuple[str, LazyPattern]]:
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, LazyPattern) and value._signs:
                yield f"{module.__name__}.{name}", value


def _lines_of_signs() -> Iterator[str]:
    for line, signs in SIGNS_IN_LINES.items():
        yield from (line.format(sign) for sign in signs.split())


def _lines_of_examples() -> Iterator[str]:
    for file in (ROOT / "docs" / "checks.md", *sorted((ROOT / "tests" / "rules").glob("*.txt"))):
        yield from file.read_text("utf-8").splitlines()
    for case in json.loads((ROOT / "tests" / "rules" / "proofreading.json").read_text("utf-8")):
        yield case.get("text", "")

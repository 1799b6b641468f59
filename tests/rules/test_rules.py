"""Rules speak where something is amiss and nowhere else: a rule that fires on sound reports is a defect."""

import pkgutil
from importlib import import_module

import pytest

from reportgen import rules
from reportgen.diagnostics import CODES, Language, Severity, apply_edits
from reportgen.rules.checking import RULES
from reportgen.rules.sources import source_of
from tests.support import MINIMAL, examine

METRICS = (
    "metrics:\n"
    "  提案: {label: 征集提案, value: 546, unit: 件, history: {2024: 521}}\n"
    "  群众: {label: 惠及群众, value: 58000, scale: 万, unit: 人次}\n"
    "  问题: {label: 解决问题, value: 5, unit: 项}\n"
)
USED = "  closing: 【提案】【群众】【问题】\n"


def test_every_module_with_a_check_is_in_the_list() -> None:
    """A rule that nobody registered would never be heard."""
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    modules = [import_module(f"{rules.__name__}.{name}") for name in names]
    checks = [module.check for module in modules if hasattr(module, "check")]
    assert len(checks) == len(RULES)
    assert {*checks} == {rule.check for rule in RULES}


@pytest.mark.parametrize(
    "text",
    [
        "全年征集提案【提案】，比去年征集提案521件多25件。",
        "五年来征集提案2600件，其中经济类征集提案120件，平均每年征集提案520件。",
        "2024年征集提案530件；本届以来征集提案1067件。",
        "工作机制有待完善，短板亟待补充，方案等待定期检查，职责有待填补。",
        "对标XXL号样品，参观C919，登录http://www.example.org:80/a,b?c=1，拨打12345热线。",
        "面积3×4米，比例为3:2，时间为9:30，文号为长政协〔2025〕3号，标准为GB/T 9704(2012)。",
        "他说：“人民政协要‘说得对’，也要‘做得好’。”——这是要求……",
        "一九四九年至二〇〇〇年，X光检查1,234人次。",
        "第一，加强学习（含网上学习）；第二，深入调研；第三，建言献策！怎么办？",
        "英文写作 (see “Notes”, p. 3) and so on.",
        "Mr. Smith said: hello, world (2025).",
        "增长4.8%，3—5月，5～10人，A4纸，PM2.5，Wi-Fi，C/S结构。",
        "【【注】是印出来的括号，李　明同志发言。",
        "出席：李　明、王　小平、欧阳　强；主持：　赵明湖。",
        "解决问题若干项，办理5件实事，服务58人次。",
        "惠及群众达【群众】，征集提案共【提案】。",
    ],
)
def test_sound_texts_are_left_alone(text: str) -> None:
    examined = examine(f"{MINIMAL}  intro: >-\n    {text}\n{USED}{METRICS}")
    assert not examined.found, examined.listing()


@pytest.mark.parametrize(
    ("scale", "unit", "right"),
    [
        ("万", "万人次", "人次"),
        ("亿", "万亿元", "元"),
        ("万", "亿元", "元"),
        ("万", "元", None),
        (None, "万人次", None),
    ],
)
def test_a_unit_has_no_scale_of_its_own_where_its_number_has_one(
    scale: str | None, unit: str, right: str | None
) -> None:
    value = "value: 580000000" + (f", scale: {scale}" if scale else "")
    text = f"{MINIMAL}  intro: 【甲】\nmetrics:\n  甲: {{label: 惠及, {value}, unit: {unit}}}\n"
    found = [each for each in examine(text).found if each.code == "unit-scaled"]
    repaired = [text.replace(f"unit: {unit}", f"unit: {right}")] if right else []
    assert [apply_edits(text, each.edits) for each in found] == repaired


def test_another_time_excuses_the_numbers_of_its_own_sentence_only() -> None:
    examined = examine(f"{MINIMAL}  intro: 去年征集提案530件，有所增长。今年征集提案540件。\n{USED}{METRICS}")
    found = [(each.code, each.words["typed"]) for each in examined.found if each.code != "year-relative"]
    assert found == [("metric-doubtful", "征集提案540件")]


@pytest.mark.parametrize(
    "title",
    [
        "2025年工作回顾",
        "【本年】年工作回顾",
        "2021—2025年工作回顾",
        "2023年至2025年工作回顾",
        "面向2035年的谋划",
        "“十四五”工作回顾",
    ],
)
def test_sound_titles_are_left_alone(title: str) -> None:
    examined = examine(MINIMAL.replace("工作回顾", title))
    assert not examined.found, examined.listing()


def test_a_rule_has_a_code_of_the_table_and_no_two_have_one() -> None:
    codes = [code for rule in RULES for code in rule.codes]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(CODES)


def test_a_finding_keeps_its_edits_only_where_the_file_has_the_text_as_it_reads() -> None:
    """A mark written as an escape is found, but not fixed: the author's file says something else there."""
    (plain,) = examine(MINIMAL + "  intro: 甲,乙\n").found
    (escaped,) = examine(MINIMAL + '  intro: "甲\\u002C 乙"\n').found
    assert len(plain.edits) == 1
    assert (plain.code, plain.edits[0].text) == ("punctuation-half-width", "，")
    assert (escaped.code, escaped.edits) == ("punctuation-half-width", ())


def test_rules_look_at_what_could_be_read_also_where_there_is_no_report() -> None:
    examined = examine("schema: 1\nyear: 2025\nreviews:\n  title: 2024年回顾\n  intro: 全年征集提案540件\n" + METRICS)
    assert examined.reading is not None
    assert examined.reading.report is None
    assert {"key-missing", "year-in-title", "metric-contradicted"} <= set(examined.codes)


def test_drafts_lower_leftovers_and_nothing_else() -> None:
    text = MINIMAL + "  intro: XX〔 〕\n  closing: 【没有】\n  items: [~]\n"
    severities = {each.code: each.severity for each in examine(text, draft=True).found}
    assert severities == {
        "placeholder-left": Severity.WARNING,
        "bracket-empty": Severity.WARNING,
        "entry-empty": Severity.WARNING,
        "metric-unknown": Severity.ERROR,
    }


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("布署工作的报告", ["misspelling"]),
        ("甲)工作报告", ["bracket-unpaired"]),
        ("“十四五规划”工作报告", []),
        ("云溪市大数据局工作报告", ["word-forbidden"]),
        ("云溪市数剧局工作报告", ["word-nearly-known"]),
        ("西溪市大数据局工作报告", []),
    ],
)
def test_the_first_words_of_a_report_are_read_like_others(title: str, codes: list[str]) -> None:
    lexicon = "terms:\n  - {term: 云溪市数据局, short: [市数据局], wrong: [市大数据局]}\n"
    found = examine(MINIMAL.replace("工作报告", title), lexicon=lexicon).codes
    assert [each for each in found if each != "punctuation-half-width"] == codes


@pytest.mark.parametrize("field", ["opening: {}\nreviews:", "closing: {}\nreviews:", "reviews:\n  intro: {}"])
def test_a_field_of_running_text_ends_with_a_mark(field: str) -> None:
    report = MINIMAL.replace("reviews:", field.format("一年来，成效显著"))
    (found,) = examine(report).found
    assert apply_edits(report, found.edits) == report.replace("成效显著", "成效显著。")


def test_a_text_with_emphasis_inside_a_wrong_stretch_is_not_edited() -> None:
    (found,) = examine(f"{MINIMAL}  intro: 2025年**三**月六日，赴西溪调研。\n").found
    assert (found.edits, found.words["typed"], found.words["right"]) == ((), "2025年**三**月六日", "2025年3月6日")


def test_two_metrics_with_one_label_are_reported_with_line_and_figure() -> None:
    metrics = (
        "metrics:\n  甲:\n    value: 12345\n    label: 提案\n    unit: 件\n  乙: {label: 提案, value: 5, unit: 件}\n"
    )
    found = [each.words for each in examine(metrics + MINIMAL).found if each.code == "metric-label-twice"]
    assert found == [{"label": "提案", "line": "4", "printed": "12345件"}]


def test_only_what_follows_names_is_looked_up_in_last_years_tasks() -> None:
    last_year = "schema: 1\nyear: 2024\ntitle: 报告\ntasks: {title: 任务, items: [{id: 学习, title: 学习}]}\n"
    report = f"{MINIMAL}  items: [一条, {{title: 两条, follows: [学习, 读书]}}]\n"
    found = [each for each in examine(report, last_year=last_year).found if each.code == "follows-unknown"]
    assert [each.words["id"] for each in found] == ["读书"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_source_says_what_is_cited_from_memory(language: Language) -> None:
    memory = {"zh": "凭记忆", "en": "from memory"}[language]
    sources = {number: source_of(f"Doubled (P{number}; GB).\n\nMore.", language) for number in (1, 6)}
    assert (memory in sources[1], memory in sources[6]) == (False, True)
    assert sources[1] == "P1 GB/T 15834-2011 5.1.2"


@pytest.mark.parametrize(
    ("text", "is_twice"),
    [
        ("解决问题【问题】项。", True),
        ("解决问题【问题】项，建成项目", True),
        ("解决问题【问题】项目有序推进。", False),
        ("解决问题【问题】个。", False),
    ],
)
def test_a_unit_behind_a_reference_is_typed_twice(text: str, is_twice: bool) -> None:
    """Unless it begins another word."""
    assert ("unit-twice" in examine(f"{METRICS}{MINIMAL}  intro: {text}\n").codes) == is_twice


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("2024年工作", 1),
        ("2020—2024年云溪市经济社会发展的情况与今后五年工作的总体要求", 0),
        ("云溪市经济社会发展的情况与今后五年工作的总体要求和2024年工作", 1),
    ],
)
def test_a_year_in_a_title_may_end_a_span(title: str, count: int) -> None:
    assert examine(MINIMAL.replace("title: 工作回顾", f"title: {title}")).codes.count("year-in-title") == count


@pytest.mark.parametrize(("value", "count"), [("0", 0), ("1", 1), ("9999", 1), ("1万", 0)])
def test_a_scale_is_too_large_for_less_than_one_of_it(value: str, count: int) -> None:
    report = f"metrics:\n  产值: {{label: 产值, value: {value}, scale: 万, unit: 元}}\n{MINIMAL}  intro: 【产值】\n"
    assert examine(report).codes.count("scale-too-large") == count


@pytest.mark.parametrize(("unit", "right"), [("万亿元", "元"), ("万元", "元"), ("亿元", "元")])
def test_a_scale_in_a_unit_goes_whole(unit: str, right: str) -> None:
    report = (
        f"metrics:\n  产值: {{label: 产值, value: 123450000, scale: 万, unit: {unit}}}\n{MINIMAL}  intro: 【产值】\n"
    )
    (found,) = (each for each in examine(report).found if each.code == "unit-scaled")
    assert f"unit: {right}}}" in apply_edits(report, found.edits)
    assert found.words["printed"] == f"12345万{unit}"


@pytest.mark.parametrize(
    ("title", "count"),
    [("2026年工作", 1), ("2027年工作", 0), (f"2020年{'—' * 18}2024年工作", 0), (f"2020年{'—' * 19}2024年工作", 1)],
)
def test_a_year_in_the_title_of_a_part_is_its_own_or_far_ahead(title: str, count: int) -> None:
    assert examine(MINIMAL.replace("title: 工作回顾", f"title: {title}")).codes.count("year-in-title") == count


@pytest.mark.parametrize(("year", "count"), [(2024, 1), (2025, 0), (2026, 0)])
def test_a_year_in_the_title_of_a_report_may_be_the_next(year: int, count: int) -> None:
    report = MINIMAL.replace("title: 工作报告", f"title: {year}年工作报告")
    assert examine(report).codes.count("year-in-title") == count


def test_a_scale_in_a_unit_between_quotes_is_found_and_left() -> None:
    metrics = "metrics:\n  产值: {label: 产值, value: 12345, scale: 万, unit: '万元'}\n"
    found = [each for each in examine(f"{metrics}{MINIMAL}  intro: 【产值】\n").found if each.code == "unit-scaled"]
    assert [each.edits for each in found] == [()]


@pytest.mark.parametrize(
    ("field", "count"),
    [
        ("intro: 甲；", 1),
        ("intro: 甲。", 0),
        ("items: [甲；, 乙。]", 0),
        ("items: [{title: 甲, text: 乙；}, {title: 丙, text: 丁。}]", 0),
        ("items: [{title: 甲, text: 乙。}, {title: 丙, text: 丁；}]", 1),
        ("sections: [{title: 甲, lead: 乙；}, {title: 丙, lead: 丁。}]", 0),
    ],
)
def test_a_text_is_cut_off_where_nothing_goes_on(field: str, count: int) -> None:
    assert examine(f"{MINIMAL}  {field}\n").codes.count("text-cut-off") == count

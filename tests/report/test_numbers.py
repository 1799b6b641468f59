"""Numbers: as typed, as printed, and the change between two of them."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.report import (
    Aspect,
    Metric,
    Number,
    Report,
    print_figure,
    print_number,
    quantity_of,
    resolve,
)
from reportgen.report.metric_printing import change_between, is_amount, same_unit
from reportgen.report.numbers import group_digits, read_number
from tests.support import examine, nodes


def _number(text: str) -> tuple[Number | None, list[str]]:
    """A number as read from a quoted text, and the codes found."""
    value, found = read_number(nodes(f"'{text}'"), ())  # type: ignore[arg-type]
    return value if isinstance(value, Number) else None, [each.code for each in found]


@pytest.mark.parametrize(
    ("text", "amount", "noted"),
    [
        ("546", "546", False),
        ("-3.50", "-3.50", False),
        ("0", "0", False),
        ("0.5", "0.5", False),
        ("5.8万", "58000", False),
        ("3亿", "300000000", False),
        ("1.26万亿", "1260000000000", False),
        ("1,234", "1234", True),
        ("1,234,567.8", "1234567.8", True),
        ("+5.0", "5.0", True),
        ("１２３．５", "123.5", True),
        ("１，２３４", "1234", True),
        ("−5", "-5", True),
        ("5.8 万", "58000", False),
        (" 5", "5", True),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, amount: str, noted: bool) -> None:
    number, codes = _number(text)
    assert number is not None
    assert number.amount == Decimal(amount)
    assert codes == (["number-read-as"] if noted else [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "五",
        "0123",
        "1e5",
        "1_000",
        ".5",
        "5.",
        "12,34",
        "1,2345",
        "546件",
        "5亿万",
        "0x10",
        "٣",
        "1٣",
        "inf",
        "NaN",
        "9" * 31,
    ],
)
def test_what_is_not_a_plain_number_is_refused(text: str) -> None:
    assert _number(text) == (None, ["number-unreadable"])


@pytest.mark.parametrize(
    ("text", "hint", "meant"),
    [
        ("0123", "write-number-as", "123"),
        ("46_000", "write-number-as", "46000"),
        ("12,34", "write-number-as", "1234"),
        ("1e5", "write-number-as", "100000"),
        ("1.28w", "write-number-as", "1.28万"),
        ("1.28W", "write-number-as", "1.28万"),
        ("3十", "write-number-as", "30"),
        ("3百", "write-number-as", "300"),
        ("3.2千", "write-number-as", "3200"),
        ("3百万", "write-number-as", "300万"),
        ("2.5千亿", "write-number-as", "2500亿"),
        ("1e30", "write-number-as", f"1{'0' * 30}"),
        ("546件", "parts-apart", "546"),
        ("约546", "parts-apart", "546"),
        ("5 watt", "parts-apart", "5"),
        ("5watt", "parts-apart", "5"),
        ("3.2千件", "parts-apart", "3200"),
        (f"0{'1' * 29}", "write-number-as", "1" * 29),
        (f"0{'1' * 30}", "write-number", ""),
        ("1e31", "write-number", ""),
        ("1e-31", "write-number", ""),
        ("9" * 31, "write-number", ""),
        ("五", "write-number", ""),
        ("5:30", "write-number", ""),
        ("2025-01", "write-number", ""),
    ],
)
def test_the_number_that_was_meant_is_told(text: str, hint: str, meant: str) -> None:
    """``parts-apart`` where there is more than the number."""
    _, (found,) = read_number(nodes(f"'{text}'"), ())  # type: ignore[arg-type]
    assert (found.hints, found.words["number"]) == ((hint,), meant)


def _metric(value: str, **fields: object) -> Metric:
    number, _ = _number(value)
    assert number is not None
    return Metric(label="指标", value=number, **{"unit": "件", **fields})  # type: ignore[arg-type]


def _change(now: Metric, before: Metric) -> str:
    return change_between(now, quantity_of(now, now.value), quantity_of(before, before.value), approximate=False).text


@pytest.mark.parametrize(
    ("value", "fields", "printed"),
    [
        ("546", {}, "546件"),
        ("98.50", {"unit": "%"}, "98.50%"),
        ("98.45", {"decimals": 1}, "98.5件"),
        ("2.5", {"decimals": 0}, "3件"),
        ("-2.5", {"decimals": 0}, "-3件"),
        ("7", {"decimals": 2}, "7.00件"),
        ("58000", {"scale": "万"}, "5.8万件"),
        ("120000", {"scale": "万"}, "12万件"),
        ("1200000", {"scale": "万"}, "120万件"),
        ("120000", {"scale": "万", "decimals": 1}, "12.0万件"),
        ("5.80万", {}, "5.80万件"),
        ("5.8万", {"scale": "万"}, "5.8万件"),
        ("500", {"qualifier": "余"}, "500余件"),
        ("32000", {"qualifier": "多", "scale": "万"}, "3.2万多件"),
        ("32000", {"qualifier": "约", "scale": "万"}, "约3.2万件"),
        ("34000000", {"qualifier": "多", "scale": "万"}, "3400多万件"),
        ("1400000000", {"qualifier": "多", "scale": "亿"}, "14亿多件"),
        ("100000", {"qualifier": "余", "scale": "万"}, "10余万件"),
        ("100000", {"qualifier": "余", "scale": "万", "qualifier_position": "after"}, "10万余件"),
        ("32000", {"qualifier": "余", "scale": "万", "qualifier_position": "before"}, "3.2余万件"),
        ("1.26万亿", {"unit": "元"}, "1.26万亿元"),
        ("1260000000000", {"unit": "元", "scale": "万亿", "qualifier": "余"}, "1.26万亿余元"),
        ("100", {"qualifier": "近"}, "近100件"),
        ("100", {"qualifier": "超"}, "超100件"),
        ("100", {"qualifier": "逾"}, "逾100件"),
        ("0", {"scale": "万"}, "0万件"),
        ("9" * 30, {"decimals": 6}, "9" * 30 + ".000000件"),
    ],
)
def test_how_a_metric_prints(value: str, fields: dict[str, object], printed: str) -> None:
    metric = _metric(value, **fields)
    assert print_figure(metric, quantity_of(metric, metric.value), "none") == printed


@pytest.mark.parametrize(
    ("digits", "grouping", "grouped"),
    [
        ("1234", "comma", "1234"),
        ("12345", "comma", "12,345"),
        ("1234567.8901", "comma", "1,234,567.8901"),
        ("-12345", "comma", "-12,345"),
        ("-1234", "comma", "-1234"),
        ("12345", "space", "12\u2005345"),
        ("12345", "none", "12345"),
    ],
)
def test_digits_are_grouped_from_five_on(digits: str, grouping: str, grouped: str) -> None:
    assert group_digits(digits, grouping) == grouped  # type: ignore[arg-type]


_DIGITS = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3).map(
    lambda number: f"{number:f}"
)


@given(_DIGITS, st.sampled_from(["none", "comma", "space"]))
def test_grouping_only_adds_separators(digits: str, grouping: str) -> None:
    grouped = group_digits(digits, grouping)  # type: ignore[arg-type]
    assert grouped.replace(",", "").replace("\u2005", "") == digits


@given(
    st.decimals(0, 10**15, allow_nan=False, allow_infinity=False, places=2),
    st.sampled_from([None, "万", "亿"]),
    st.sampled_from([None, "万", "亿"]),
)
def test_the_page_shows_the_amount_of_the_file(digits: Decimal, typed: str | None, scale: str | None) -> None:
    metric = Metric(label="指标", value=Number(digits, typed), unit="件", scale=scale)  # type: ignore[arg-type]
    quantity = quantity_of(metric, metric.value)
    assert quantity.amount == metric.value.amount
    assert Decimal(print_number(quantity, "none").removesuffix(quantity.scale or "")) == Decimal(quantity.digits)


@given(st.decimals(0, 10**15, allow_nan=False, allow_infinity=False, places=5), st.integers(0, 6))
def test_decimals_round_to_the_nearest(digits: Decimal, decimals: int) -> None:
    metric = Metric(label="指标", value=Number(digits), unit="件", decimals=decimals)
    shown = quantity_of(metric, metric.value).digits
    assert abs(Decimal(shown) - digits) <= Decimal(5).scaleb(-decimals - 1)
    assert len(shown.partition(".")[2]) == decimals


@pytest.mark.parametrize(
    ("now", "before", "unit", "change"),
    [
        ("546", "521", "件", "增长4.8%"),
        ("97", "100.2", "件", "下降3.2%"),
        ("30", "30.0", "件", "持平"),
        ("2001", "2000", "件", "增长0.1%"),
        ("100049", "100000", "件", "基本持平"),
        ("99951", "100000", "件", "基本持平"),
        ("5.8万", "49000", "人", "增长18.4%"),
        ("98.5", "97.3", "%", "提高1.2个百分点"),
        ("90.3", "91.3", "％", "降低1.0个百分点"),
        ("90.34", "90.3", "%", "基本持平"),
        ("0.05", "0", "%", "提高0.1个百分点"),
        ("3.2", "1.5", "个百分点", "提高1.7个百分点"),
        ("-3.2", "-1.5", "百分点", "降低1.7个百分点"),
        ("0", "0", "件", "持平"),
        ("0", "10", "件", "下降100.0%"),
        ("0", "-10", "件", "增加10件"),
        ("1", "-2", "件", "增加3件"),
        ("-50万", "30万", "元", "减少80万元"),
        ("-2", "-3.5", "亿元", "增加1.5亿元"),
        ("23.4", "22.2", "℃", "上升1.2℃"),
        ("-1.5", "0", "℃", "下降1.5℃"),
        ("3", "1", "件", "增长200.0%"),
    ],
)
def test_how_a_change_reads(now: str, before: str, unit: str, change: str) -> None:
    current, earlier = _metric(now, unit=unit), _metric(before, unit=unit)
    assert _change(current, earlier) == change


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [("3", "5", "上升2位"), ("4", "3", "下降1位"), ("3", "3", "持平"), ("1", "0", "下降1位")],
)
def test_a_rank_rises_as_its_number_falls(now: str, before: str, change: str) -> None:
    current, earlier = _metric(now, unit="位", rank=True), _metric(before, unit="位", rank=True)
    assert _change(current, earlier) == change


@pytest.mark.parametrize(
    ("now", "before", "unit", "rank", "verb", "rises", "more"),
    [
        ("110", "100", "件", False, "增长", True, True),
        ("100", "110", "件", False, "下降", False, False),
        ("98.5", "97.3", "%", False, "提高", True, True),
        ("97.3", "98.5", "%", False, "降低", False, False),
        ("1.5", "-1", "℃", False, "上升", True, True),
        ("-1.5", "0", "℃", False, "下降", False, False),
        ("-2", "-3.5", "亿元", False, "增加", True, True),
        ("-5", "-3.5", "亿元", False, "减少", False, False),
        ("3", "5", "位", True, "上升", True, False),
        ("4", "3", "位", True, "下降", False, True),
        ("3.5", "3", "位", True, "下降", False, True),
        ("3", "3", "位", True, "持平", None, None),
        ("3", "3", "件", False, "持平", None, None),
        ("100049", "100000", "件", False, "基本持平", None, None),
        ("90.34", "90.3", "%", False, "基本持平", None, None),
    ],
)
def test_which_way_a_change_goes(
    now: str, before: str, unit: str, rank: bool, verb: str, rises: bool | None, more: bool | None
) -> None:
    """Whether its verb says that something rose, and whether the number is larger, which of a rank is the contrary."""
    current, earlier = _metric(now, unit=unit, rank=rank), _metric(before, unit=unit, rank=rank)
    quantities = quantity_of(current, current.value), quantity_of(earlier, earlier.value)
    change = change_between(current, *quantities, approximate=False)
    assert (change.verb, change.rises, change.more) == (verb, rises, more)


@pytest.mark.parametrize(
    ("unit", "rank", "amount"),
    [("件", False, True), ("亿元", False, True), ("位", True, False), ("件", True, False)]
    + [(unit, False, False) for unit in ("%", "％", "个百分点", "百分点", "℃", "°C", "摄氏度")],
)
def test_only_of_an_amount_twice_the_number_is_twice_as_much(unit: str, rank: bool, amount: bool) -> None:
    """So that columns may show it; neither rates, nor degrees, nor ranks are amounts."""
    assert is_amount(_metric("2", unit=unit, rank=rank)) == amount


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("件", "件", True),
        ("件", "条", False),
        ("%", "％", True),
        ("％", "%", True),
        ("%", "件", False),
        ("件", "%", False),
        ("%", "个百分点", False),
    ],
)
def test_units_are_the_same_however_their_signs_are_typed(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) == same


@pytest.mark.parametrize("unit", ["名", "位"])
def test_counters_of_people_are_amounts(unit: str) -> None:
    assert _change(_metric("110", unit=unit), _metric("100", unit=unit)) == "增长10.0%"


def test_numbers_of_any_length_can_be_compared() -> None:
    assert _change(_metric("9" * 27), _metric("0.0000001")).startswith("增长" + "9" * 26)


def test_a_change_between_rounded_figures_is_about() -> None:
    current, earlier = _metric("620"), _metric("520")
    quantities = quantity_of(current, current.value), quantity_of(earlier, earlier.value)
    assert change_between(current, *quantities, approximate=True).text == "约增长19.2%"


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_change_rounds_half_up_in_decimal(now: int, before: int) -> None:
    assume(now != before)
    current, earlier = _metric(str(now)), _metric(str(before))
    reported = _change(current, earlier)
    tenths = (abs(now - before) * 2000 + before) // (2 * before)
    verb = "增长" if now > before else "下降"
    assert reported == (f"{verb}{tenths // 10}.{tenths % 10}%" if tenths else "基本持平")


METRIC = (
    "schema: 1\nyear: {year}\ntitle: 报告\nreviews: {{title: 回顾}}\n"
    "metrics:\n  甲: {{label: 甲, value: {value}, unit: {unit}{more}}}\n"
)


def _report(year: int, value: str, unit: str = "件", more: str = "") -> Report:
    return examine(METRIC.format(year=year, value=value, unit=unit, more=more), year=year).report


@pytest.mark.parametrize(
    ("now", "before", "text", "fault"),
    [
        (("110", "件", ""), ("100", "件", ""), "增长10.0%", ""),
        (("110", "件", ", history: {2024: 50}"), ("100", "件", ""), "增长10.0%", ""),
        (("110", "件", ", history: {2024: 50}"), None, "增长120.0%", ""),
        (("110", "件", ", history: {2023: 50}"), None, "", "change-without-last-year"),
        (("110", "件", ""), None, "", "change-without-last-year"),
        (("110", "条", ""), ("100", "件", ""), "", "change-other-unit"),
        (("110", "件", ""), ("0", "件", ""), "", "change-from-zero"),
        (("110", "件", ", history: {2024: 0}"), None, "", "change-from-zero"),
        (("1.5", "'%'", ""), ("0", "'%'", ""), "提高1.5个百分点", ""),
        (("110", "件", ", qualifier: 余"), ("100", "件", ""), "约增长10.0%", ""),
        (("110", "件", ""), ("100", "件", ", qualifier: 近"), "约增长10.0%", ""),
        (("110", "件", ", change: 增长5.2%"), ("100", "件", ""), "增长5.2%", ""),
        (("110", "件", ", change: none"), ("100", "件", ""), "", "change-withheld"),
        (("1.5", "℃", ""), ("0", "℃", ""), "上升1.5℃", ""),
        # the numbers compared are those that print
        (("58400", "人", ", scale: 万, decimals: 1"), ("5.8万", "人", ""), "持平", ""),
        (("58000", "人", ", scale: 万, decimals: 1, history: {2024: 58049}"), None, "持平", ""),
    ],
)
def test_where_last_years_number_comes_from(
    now: tuple[str, str, str], before: tuple[str, str, str] | None, text: str, fault: str
) -> None:
    figures = resolve(_report(2025, *now), _report(2024, *before) if before else None)
    assert (figures.changes["甲"].text, figures.changes["甲"].fault) == (text, fault)


def test_every_aspect_of_a_metric_and_of_the_years() -> None:
    figures = resolve(_report(2025, "58000", "人次", ", scale: 万, qualifier: 余, history: {2024: 5万}"), None, "comma")
    assert [figures.printed("甲", aspect) for aspect in Aspect] == ["5.8万余人次", "5.8万", "甲", "约增长16.0%"]
    assert [figures.printed(name, Aspect.PRINTED) for name in ("本年", "下年", "上年")] == ["2025", "2026", "2024"]
    assert resolve(_report(2025, "58000"), None, "comma").printed("甲", Aspect.PRINTED) == "58,000件"
    assert resolve(_report(2025, "58000"), None).printed("甲", Aspect.PRINTED) == "58000件", "as typed, unless asked"

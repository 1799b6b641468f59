"""What a report knows of its metrics in other years."""

import pytest
from msgspec.structs import replace

from reportgen.report import Metric, Number, Report, overruled, print_figure, quantity_of, resolve
from tests.support import MINIMAL, examine


def _report(year: int, *metrics: str) -> Report:
    written = "".join(f"  {metric}\n" for metric in metrics)
    text = f"{MINIMAL}  intro: 【甲】\nmetrics:\n{written}".replace("year: 2025", f"year: {year}")
    return examine(text, year=year).report


NOW = _report(2025, "甲: {label: 服务群众, value: 5.8万, unit: 人次, qualifier: 余}")
LAST = _report(2024, "甲: {label: 服务群众, value: 52000, unit: 人次}")


def _known(*earlier: Report, now: Report = NOW, last_year: Report | None = LAST) -> dict[int, str]:
    """The metric as it prints in every year that is known."""
    series = resolve(now, last_year, "none", earlier).series["甲"]
    return {year: print_figure(metric, quantity_of(metric, metric.value), "none") for year, metric in series.items()}


def test_every_year_that_has_a_report_is_known_in_the_scale_of_this_one() -> None:
    others = (
        _report(2023, "甲: {label: 服务群众, value: 4.9万, unit: 人次, qualifier: 多}"),
        _report(2021, "甲: {label: 服务群众, value: 38000, unit: 人次, qualifier: 约}"),
    )
    assert _known(*others) == {2021: "约3.8万人次", 2023: "4.9万多人次", 2024: "5.2万人次", 2025: "5.8万余人次"}


def test_what_any_report_remembers_is_known_unless_a_nearer_one_or_its_own_says_otherwise() -> None:
    remembering = "甲: {{label: 服务群众, value: 5万, unit: 人次, history: {{{}}}}}"
    now = _report(2025, remembering.format("2022: 42000"))
    last_year = _report(2024, remembering.format("2022: 41000, 2021: 35000"))
    earlier = _report(2020, remembering.format("2019: 20000, 2021: 1"))
    assert _known(earlier, now=now, last_year=last_year) == {
        2019: "2万人次",
        2020: "5万人次",
        2021: "3.5万人次",
        2022: "4.1万人次",
        2024: "5万人次",
        2025: "5万人次",
    }


@pytest.mark.parametrize(
    ("metric", "known"),
    [
        ("乙: {label: 服务群众, value: 4万, unit: 人次}", True),
        ("甲: {label: 群众, value: 4万, unit: 人次}", True),
        ("甲: {label: 服务群众, value: 4万, unit: 人}", False),
        ("甲: {label: 服务群众, value: 待填, unit: 人次}", False),
    ],
)
def test_a_metric_is_known_by_its_name_or_its_label_and_in_its_unit(metric: str, known: bool) -> None:
    text = f"{MINIMAL}metrics:\n  {metric}\n".replace("year: 2025", "year: 2023")
    assert (2023 in _known(examine(text, year=2023, draft=True).report)) is known


@pytest.mark.parametrize(
    ("remembered", "before", "printed"),
    [
        ("history: {2024: 40000}", "value: 5.2万, unit: 人次", "5.2万"),
        ("history: {2024: 40000}", "value: 52000, unit: 人次", "52000"),
        ("history: {2024: 52000}", "value: 5.2万, unit: 人次", None),
        ("history: {2024: 40000}", "value: 5.2万, unit: 人", None),
        ("history: {2024: 40000}", "value: 待填, unit: 人次", None),
        ("history: {2024: 待填}", "value: 5.2万, unit: 人次", None),
        ("history: {2023: 40000}", "value: 5.2万, unit: 人次", None),
        ("note: 无", "value: 5.2万, unit: 人次", None),
    ],
)
def test_last_years_report_overrules_what_this_one_remembers_of_it(
    remembered: str, before: str, printed: str | None
) -> None:
    now = _report(2025, f"甲: {{label: 服务群众, value: 5.8万, unit: 人次, {remembered}}}")
    text = f"{MINIMAL}metrics:\n  甲: {{label: 服务群众, {before}}}\n".replace("year: 2025", "year: 2024")
    last_year = examine(text, year=2024, draft=True).report
    assert overruled(now.metrics, 2025, last_year.metrics).get("甲") == printed


def test_a_metric_whose_number_is_still_to_come_is_known_in_no_year() -> None:
    text = f"{MINIMAL}metrics:\n  甲: {{label: 服务群众, value: 待填, unit: 人次, history: {{2023: 5}}}}\n"
    assert resolve(examine(text, draft=True).report, LAST).series == {}


@pytest.mark.parametrize(("now", "before"), [("待填", "5万"), ("5万", "待填"), ("待填", "待填")])
def test_a_change_from_or_to_a_number_still_to_come_is_to_come(now: str, before: str) -> None:
    this_year, last_year = (
        examine(
            f"{MINIMAL.replace('2025', year)}metrics:\n  甲: {{label: 甲, value: {value}, unit: 人次}}\n",
            year=int(year),
            draft=True,
        ).report
        for year, value in (("2025", now), ("2024", before))
    )
    assert resolve(this_year, last_year).changes["甲"].text == "（待填）"


def test_years_to_come_are_not_known() -> None:
    metrics: dict[str, Metric] = {"甲": replace(NOW.metrics["甲"], value=Number(NOW.metrics["甲"].value.digits))}
    assert list(_known(replace(NOW, year=2026, metrics=metrics), last_year=None)) == [2025]

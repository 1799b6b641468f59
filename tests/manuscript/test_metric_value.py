"""A number typed over a metric's becomes the value of the metric, if the metric can print it."""

import pytest

from reportgen.manuscript.metric_value import new_value
from tests.support import MINIMAL, examine


@pytest.mark.parametrize(
    ("metric", "typed", "value"),
    [
        ("value: 546", "547", "547"),
        ("value: 546", "1,546", "1546"),
        ("value: 546", "-3", "-3"),
        ("value: 546", "约547", None),
        ("value: 546", "547余", None),
        ("value: 546", "5.5万", None),
        ("value: 546", "许多", None),
        ("value: 待填", "547", None),
        ("value: 1.50", "2.00", "2.00"),
        ("value: 1.50", "2", "2"),
        ("value: 3.2万", "3.5万", "3.5万"),
        ("value: 3.2万", "4万", "4万"),
        ("value: 3.2万", "4亿", None),
        ("value: 500, qualifier: 余", "600余", "600"),
        ("value: 500, qualifier: 余", "600", None),
        ("value: 500, qualifier: 余", "约600", None),
        ("value: 3万, qualifier: 约", "约4万", "4万"),
        ("value: 3400万, qualifier: 多", "3500多万", "3500万"),
    ],
)
def test_what_a_number_typed_over_a_metric_becomes(metric: str, typed: str, value: str | None) -> None:
    """None where it would need another scale, another word beside it, or is no number."""
    report = examine(f"{MINIMAL}metrics:\n  甲: {{label: 甲, {metric}, unit: 件}}\n", draft=True).report
    assert new_value(report.metrics["甲"], typed) == value

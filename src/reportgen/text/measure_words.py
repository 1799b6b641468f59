"""Measure words: what is between a number and the noun it counts."""

MEASURE_WORDS = (
    "个百分点|百分点|人次|平方米|公里|小时|分钟|公顷|件|篇|项|条|个|场|次|处|家|名|人|户|元|份|期|亩|天|倍|批|套|座|所"
    "|支|间|位|辆|台|吨"
)
"""Those that reports use, longest first, as a pattern."""

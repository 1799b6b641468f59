"""The tables of cases: those beside this file, or those of the folder that REPORTGEN_CASES names."""

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]
Reason = Callable[[Case], str | None]
"""Why a case does not bind a product at the GB level (T20); ``None`` where it does, or where nothing is known of it."""

_HERE = Path(__file__).parent
_OWN = _HERE / "cases"
ELSEWHERE = os.environ.get("REPORTGEN_CASES")
"""Another folder whose tables are run instead."""

DISPUTED: dict[str, str] = json.loads((_HERE / "disputed_cases.json").read_text(encoding="utf-8"))
"""Cases we hold to be wrong or beyond any program, each with the reason; they run, and must fail."""

_EVERYWHERE = "id source rule text constructed note"
_BREAKS = "forbidden_break_before allowed_break_before"
FIELDS = {
    "line-break-levels": f"{_BREAKS} profile char char_name measure_em squeeze expected_lines gb_profile_forbids",
    "uax14-cjk": f"{_BREAKS} kind lang profile gb_profile_also_forbids gb_profile_allows",
    "clreq-line-edges": f"{_BREAKS} profile char char_class",
    "punct-squeeze": "kind widths_em total_em min_total_em trimmed char char_width_em at indent_em first_han_at_em"
    " unbreakable",
    "paragraph-lines": f"{_BREAKS} measure_em first_line_indent_em justified reference_lines must_hold",
    "titles": f"{_BREAKS} bad_lines reason words inside_word",
    "geometry": "quantity expected unit tolerance",
}
"""What the records of each table say, besides what all do; a field not named here is one that nothing reads."""


def read_cases(name: str) -> list[Case]:
    """The records of one table; none where another folder is named that lacks it."""
    path = Path(ELSEWHERE or _OWN) / f"{name}.json"
    records: list[Case] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return records


def binding(cases: list[Case], reason: Reason) -> list[Case]:
    """The cases that bind."""
    return [case for case in cases if reason(case) is None]


def left_out(cases: list[Case], reason: Reason) -> Counter[str]:
    """How many cases do not bind, by the reason."""
    return Counter(why for why in map(reason, cases) if why is not None)


def unread_fields(name: str, case: Case) -> set[str]:
    """The fields of a record that nothing reads."""
    return case.keys() - {*_EVERYWHERE.split(), *FIELDS[name].split()}


def parameters(cases: list[Case]) -> list[Any]:
    """The cases for ``parametrize``, by their own names."""
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=DISPUTED[case["id"]], strict=True)] if case["id"] in DISPUTED else [],
        )
        for case in cases
    ]

"""The tables of cases: those beside this file, or those of the folder that REPORTGEN_CASES names."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]

_HERE = Path(__file__).parent
_OWN = _HERE / "cases"
DISPUTED: dict[str, str] = json.loads((_HERE / "disputed_cases.json").read_text(encoding="utf-8"))
"""Cases we hold to be wrong or beyond any program, each with the reason; they run, and must fail."""


def read_cases(name: str) -> list[Case]:
    """The records of one table; none where another folder is named that lacks it."""
    path = Path(os.environ.get("REPORTGEN_CASES") or _OWN) / f"{name}.json"
    records: list[Case] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return records


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

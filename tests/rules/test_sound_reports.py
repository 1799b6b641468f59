"""Reports that are sound: what is found in them is there, and nothing else is found."""

from pathlib import Path

import pytest

from tests.rules.proofreading import reported_in
from tests.support import ROOT, examine

FOUND = {
    "data/2025.yaml": [],
    "tests/looks/2025.yaml": [],
    **{
        f"tests/pages/reports/{name}/2025.yaml": []
        for name in ("torture", "one-page", "without-history", "with-history")
    },
    "tests/years/2022.yaml": ["metric-unused"],
    "tests/years/2023.yaml": ["metric-unused", "promise-forgotten", "glossary-unnumbered"],
    "tests/years/2024.yaml": ["metric-unused", "promise-forgotten", "copy-stale"],
    "tests/years/2025.yaml": ["metric-unused", *["promise-forgotten"] * 3, "copy-stale"],
    "tests/workflows/places/compared/data/2025.yaml": ["metric-unused", "promise-forgotten"],
    "tests/workflows/places/printed/data/2025.yaml": ["glossary-unnumbered"],
}


@pytest.mark.parametrize("name", FOUND)
def test_nothing_is_found_that_is_not_there(name: str) -> None:
    path = ROOT / name
    year = int(path.stem)
    earlier = path.with_name(f"{year - 1}.yaml")
    last_year = earlier.read_bytes() if earlier.exists() else None
    examined = examine(path.read_bytes(), last_year=last_year, year=year, file=path.name)
    assert examined.codes == FOUND[name], examined.listing()


SOUND = Path(__file__).with_name("sound.txt").read_text("utf-8").splitlines()
"""Sentences of invented places, as dense with figures, lists and ordinals as reports are at their densest."""


def test_a_long_sound_text_gives_no_warning() -> None:
    """At most one in 30,000 characters would be a proofreader's law; here there is none."""
    assert sum(map(len, SOUND)) > 4000
    found = [
        (each.code, line[each.start : each.end])
        for line in SOUND
        for each in reported_in(line)
        if each.severity != "note"
    ]
    assert found == []

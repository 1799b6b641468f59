"""The settings of a workspace: which checks it sets, and what is wrong with them."""

import pytest

from reportgen.rules import read_settings
from reportgen.source import Source


def found_in(text: str) -> list[tuple[str, int, str]]:
    """The codes found in settings, with their lines and the words that are wrong."""
    _, found = read_settings(Source("reportgen.yaml", text))
    return [(each.code, each.place.line if each.place else 0, str(each.words.get("text", ""))) for each in found]


def test_checks_are_set_by_their_codes() -> None:
    settings, found = read_settings(Source("reportgen.yaml", "checks:\n  metric-unused: off\n  year-in-title: error\n"))
    assert found == ()
    assert settings.checks == {"metric-unused": "off", "year-in-title": "error"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# nothing\n", []),
        ("checks:\n  metric-unusd: off\n", [("check-unknown", 2, "metric-unusd")]),
        ("checks:\n  metric-unused: off\n  metric-unknown: off\n", [("check-fixed", 3, "metric-unknown")]),
        ("checks: {metric-unused: no}\n", [("choice-unknown", 1, "no")]),
        ("checks: 1\n", [("type-not-mapping", 1, "")]),
    ],
)
def test_what_cannot_be_set_is_reported_where_it_is(text: str, found: list[tuple[str, int, str]]) -> None:
    assert found_in(text) == found

"""Whatever a file holds: no exception, every finding inside the file, and told in every form.

``pytest --mutants 20000`` (``make fuzz``) tries more of them and names the slowest.
"""

import json
import time
from pathlib import Path

import pytest

from reportgen.diagnostics import (
    Diagnostic,
    has_errors,
    render_concise,
    render_full,
    render_github,
    render_json,
    render_sarif,
)
from reportgen.source import Source, decode
from reportgen.workflows.fmt import format_source
from tests.mutants import mutant
from tests.support import ROOT, examine

BASES = [ROOT / "data" / "2025.yaml", *sorted((Path(__file__).parent / "cases").glob("*/2025.yaml"))]
PORTION = 50


@pytest.mark.slow
def test_a_damaged_file_is_reported_and_never_a_crash(pytestconfig: pytest.Config, subtests_of: range) -> None:
    """Half of the damaged files are copies of the real one, half of the cases."""
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in BASES]
    slowest = (0.0, 0)
    for number in subtests_of:
        content = mutant(texts[0] if number % 2 else texts[number % len(texts)], number)
        began = time.process_time()
        examined = examine(content)
        slowest = max(slowest, (time.process_time() - began, number))
        for diagnostic in examined.found:
            _assert_tellable(diagnostic, examined.source, number)
        json.dumps(render_sarif(examined.found, "0", "zh"))
    if pytestconfig.getoption("--mutants") > 500:
        print(f"slowest: number {slowest[1]}, {slowest[0]:.2f} s")


@pytest.mark.slow
def test_formatting_never_makes_another_report_of_a_damaged_file(subtests_of: range) -> None:
    """Where it is sure it is right: the last guard, which would refuse the file, has nothing to do. Once is enough."""
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in BASES]
    for number in subtests_of:
        content = mutant(texts[0] if number % 2 else texts[number % len(texts)], number)
        source, found = decode("2025.yaml", content)
        if source is None or has_errors(found):
            continue
        formatted = format_source(source, 2025, ("ime", "punctuation") if number % 3 else ())
        assert "fmt-unsure" not in [each.code for each in formatted.found], number
        if formatted.source is not None:
            again = format_source(formatted.source, 2025)
            assert again.source is not None, number
            assert again.source.text == formatted.source.text, number


def _assert_tellable(diagnostic: Diagnostic, source: Source | None, number: int) -> None:
    lines = {source.file: source.lines} if source else {}
    for language in ("zh", "en"):
        assert render_full(diagnostic, lines, language)
        assert "\n" not in render_concise(diagnostic, language)
        assert "\n" not in render_github(diagnostic, language)
        json.dumps(render_json(diagnostic, language))
    place = diagnostic.place
    assert place is not None, (number, diagnostic)
    if source is None:
        return
    assert 1 <= place.line <= place.end_line <= len(source.lines), (number, diagnostic)
    assert 1 <= place.column <= len(source.lines[place.line - 1]) + 1, (number, diagnostic)
    assert 1 <= place.end_column <= len(source.lines[place.end_line - 1]) + 1, (number, diagnostic)
    assert (place.line, place.column) <= (place.end_line, place.end_column), (number, diagnostic)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    wanted = metafunc.config.getoption("--mutants")
    portions = [range(start, min(start + PORTION, wanted)) for start in range(0, wanted, PORTION)]
    metafunc.parametrize("subtests_of", portions, ids=lambda portion: f"{portion.start}-{portion.stop - 1}")

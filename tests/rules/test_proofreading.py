"""The table of proofreading: what is certain is a warning at its place, what is sound is left alone."""

import pytest

from reportgen.diagnostics import apply_edits
from tests.rules.proofreading import Case, cases, reported_in


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_what_is_wrong_is_reported_and_nothing_else(case: Case) -> None:
    """A suspect may be a note; where one thing is right, the repairs of that stretch make it."""
    reported = reported_in(case.text, case.field, case.setup)
    grave = [each for each in reported if each.severity != "note"]
    for expected in case.expected:
        end = expected.start + expected.length
        near = [each for each in reported if each.start < end and expected.start < each.end]
        assert near, reported
        assert expected.certainty == "suspect" or any(each in grave for each in near), near
        if expected.suggestion is not None:
            edits = [each for finding in near for each in finding.edits if expected.start <= each.start < end]
            assert apply_edits(case.text, edits)[expected.start :].startswith(expected.suggestion), near
            assert len(apply_edits(case.text, edits)) - len(case.text) == len(expected.suggestion) - expected.length
    assert case.expected or not grave, grave

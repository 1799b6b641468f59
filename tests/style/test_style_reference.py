"""The reference of style sheets in ``docs/``."""

import pytest

from reportgen.diagnostics import Language
from reportgen.style.sheet_descriptions import FIELDS
from tests.goldens import Goldens
from tests.support import ROOT
from tools.style_reference import DOCUMENTS, reference


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_reference_is_the_generated_one(name: str, goldens: Goldens) -> None:
    """``make goldens`` renews it; a change of a type or a description and of the page go together."""
    goldens.check({ROOT / "docs" / name: reference(DOCUMENTS[name])})


@pytest.mark.parametrize("language", DOCUMENTS.values())
def test_every_key_has_its_row(language: Language) -> None:
    rows = [line for line in reference(language).splitlines() if line.startswith("| `")]
    assert len(rows) >= sum(len(fields) for fields in FIELDS.values())
    assert not [row for row in rows if row.count(" | ") not in (1, 2, 3)]


def test_a_row_shows_what_may_be_written_its_default_and_what_it_is_for() -> None:
    page = reference("en")
    for row in (
        "| `line` | length 1pt–550mm | required | The pitch of the line grid, the unit 行. |",
        "| `max_pages` | whole number ≥ 1 | — | More than this are set closer, then reported; no limit unless given. |",
        "| `faces` | list: text / [{…}](#FaceChoice) | required | The faces for Chinese; the first found is used. |",
        "| `pace` | whole number 50–1000 | `220` | Characters spoken a minute, without marks. |",
        "| `band` | The heading of a part with an intro. | `heading-1` |",
    ):
        assert row in page.splitlines()
    assert "## `header`, `footer`, `draft.mark`" in page

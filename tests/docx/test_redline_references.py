"""References in redlines: none leads to what may be rejected, since Word prints an error in its place."""

import pytest

from tests.docx.reading import WORD, part
from tests.docx.test_redline import REPORT, assert_round_trip, word

pytestmark = pytest.mark.slow


def test_a_number_refers_to_no_place_that_may_be_rejected() -> None:
    """A place that came holds the first number of the new file; the reference to it would be an error without it."""
    figure = "metrics: {甲: {label: 提案, value: 437, unit: 件}}\n"
    old = REPORT.replace("reviews:", f"{figure}reviews:").replace("改造五处", "办理【甲】，都是【甲】")
    new = old.replace("        - {id: 读书", "        - {title: 新添, text: 又说【甲】。}\n        - {id: 读书")
    assert len(list(part(word(new, "official").data).iter(f"{WORD}fldSimple"))) == 3
    made = assert_round_trip(old, new, "official")
    assert [each.get(f"{WORD}instr") for each in part(made.data).iter(f"{WORD}fldSimple")] == []
    kept = assert_round_trip(old, old.replace("读书会二十场", "读书会三十场"), "official")
    assert len(list(part(kept.data).iter(f"{WORD}fldSimple"))) == 2


def test_a_mark_refers_to_no_entry_that_may_be_rejected() -> None:
    """The reference to an entry that came, or whose end is tracked, would be an error without it."""
    old = f"{REPORT}glossary:\n  - {{term: 书屋, meaning: 看书的地方。}}\n"
    new = f"{old}  - {{term: 听众, meaning: 来听的人。}}\n"
    assert len(list(part(word(new, "official").data).iter(f"{WORD}fldSimple"))) == 2
    made = assert_round_trip(old, new, "official")
    assert list(part(made.data).iter(f"{WORD}fldSimple")) == []

"""The step that makes the edits findings carry, with findings made by hand."""

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.formatting import Mend, mend, mends
from reportgen.source import Source

SOURCE = Source("2025.yaml", "schema: 1\ntitle：工作报告\nlabel: 图解,全\n")


def _found(code: str, *edits: Edit) -> Diagnostic:
    return Diagnostic(code, SOURCE.place(0, 0), edits=edits)


COLON = Edit(15, 16, ": ")
COMMA = Edit(30, 31, "，")


def test_each_change_is_told_with_its_place_in_the_order_of_the_file() -> None:
    mended = mend(SOURCE, (_found("slip-comma", COMMA), _found("slip-colon", COLON)), mends("ime"))
    assert mended.text == "schema: 1\ntitle: 工作报告\nlabel: 图解，全\n"
    assert mended.changes == (Mend(2, 6, "：", ": "), Mend(3, 10, ",", "，"))


def test_only_the_kinds_asked_for_are_mended() -> None:
    found = (_found("slip-colon", COLON), _found("punctuation-half-width", COMMA), _found("key-unknown", COMMA))
    assert len(mend(SOURCE, found, mends("ime")).changes) == 1
    assert mend(SOURCE, found, mends("punctuation")).changes == (Mend(3, 10, ",", "，"),)
    assert len(mend(SOURCE, found, mends("ime", "punctuation")).changes) == 2
    assert mend(SOURCE, found, mends()).text == SOURCE.text


def test_a_finding_whose_place_is_taken_is_left_out_whole() -> None:
    both = _found("slip-both", COMMA, Edit(14, 16, "E: "))
    mended = mend(SOURCE, (_found("slip-colon", COLON), both), mends("ime"))
    assert mended.changes == (Mend(2, 6, "：", ": "),)


def test_two_findings_that_ask_for_the_same_are_one() -> None:
    mended = mend(SOURCE, (_found("slip-colon", COLON), _found("slip-other", COLON, COMMA)), mends("ime"))
    assert len(mended.changes) == 2


def test_two_insertions_at_one_place_are_not_both_made() -> None:
    found = (_found("slip-a", Edit(10, 10, "a")), _found("slip-b", Edit(10, 10, "b")))
    assert mend(SOURCE, found, mends("ime")).text.startswith("schema: 1\natitle")

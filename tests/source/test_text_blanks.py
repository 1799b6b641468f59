"""Blanks inside a text that are not plain spaces, and what replaces them together with plain ones beside them."""

from pathlib import Path

import pytest

from reportgen.diagnostics import apply_edits
from tests.goldens import Goldens
from tests.source.test_damaged import read_lines
from tests.source.test_single_slips import slipped
from tests.support import MINIMAL, examine

TABLE = {
    "征集\u00a0提案。": "征集提案。",
    "征集 \u00a0 提案。": "征集提案。",
    "征集\t提案。": "征集提案。",
    "对接 App \u00a0\u00a0 Store 上架。": "对接 App Store 上架。",
    "对接 App\u2003Store 上架。": "对接 App Store 上架。",
    "对接\u00a0App上架。": "对接 App上架。",
    "对接App\u00a0上架。": "对接App 上架。",
    "引言。 \u00a0 ": "引言。",
    "\u00a0 引言。": "引言。",
    "政\u200b协。": "政协。",
    "引言。\u3000\u3000又一句。": "引言。又一句。",
    "引言\u3000。": "引言。",
}


@pytest.mark.parametrize("text", TABLE)
def test_odd_blanks_are_one_finding_and_replaced(text: str) -> None:
    wrong = f"{MINIMAL}  intro: {text}\n  closing: 完。\n"
    (found,) = examine(wrong).found
    assert (found.code, found.place and found.place.line) in (("slip-space-text", 6), ("slip-invisible", 6))
    assert apply_edits(wrong, found.edits) == f"{MINIMAL}  intro: {TABLE[text]}\n  closing: 完。\n"


@pytest.mark.parametrize("text", ["李\u3000明。", "对接 App Store。", "'甲\u3000乙'", "一\u3000二\u3000三。"])
def test_full_width_spaces_between_characters_are_left_alone(text: str) -> None:
    assert examine(f"{MINIMAL}  intro: {text}\n").codes == []


@pytest.mark.parametrize(
    "value", [">-\n    甲。", "|  # 甲\n    甲。", '"甲。"', "'甲。'  # 乙", "[甲, 乙]", "{甲: 乙}"]
)
def test_a_full_width_space_before_yaml_is_replaced_by_a_plain_one(value: str) -> None:
    """Behind it, quotes, brackets and the mark of a block would be characters of a text."""
    wrong = f"{MINIMAL}  intro: \u3000{value}\n  closing: 完。\n"
    found = examine(wrong).found[0]
    assert found.code == "slip-space"
    assert apply_edits(wrong, found.edits) == f"{MINIMAL}  intro: {value}\n  closing: 完。\n"


@pytest.mark.parametrize("text", [">50%的委员。", '"甲"乙。', "'甲'乙。", "[甲]和[乙]。", "#1楼。", "*甲。"])
def test_a_full_width_space_stays_where_the_text_could_not_begin_without_it(text: str) -> None:
    found = examine(f"{MINIMAL}  intro: \u3000{text}\n").found[0]
    assert (found.code, found.edits) == ("slip-space-text", ())


HEAD = "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 回顾\n"
TEXTS = """\
  intro: 对接 App  上架，完 # 甲
  items: ["甲乙。", b]
"""
BLANKS = {"no-break space": "\xa0", "wide space": "\u3000", "no width": "\u200b", "joiner": "\u200d", "tab": "\t"}


@pytest.mark.slow
def test_what_is_reported_for_a_space_at_any_place(goldens: Goldens) -> None:
    lines: list[str] = []
    for name, blank in BLANKS.items():
        lines += [f"# {name}", ""]
        for _, text in slipped(("(?=.)", blank), TEXTS):
            lines += read_lines(HEAD + TEXTS, HEAD + text)
    goldens.check({Path(__file__).with_name("blanks.txt"): "\n".join(lines)})

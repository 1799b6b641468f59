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


ROW = "metrics: {甲: {label: 提案, value: 437, unit: 件}}\n"
ROWS = ROW.replace("}}", "}, 乙: {label: 视察, value: 12, unit: 次}}")
BOTH = f"{REPORT}{ROWS}".replace("改造五处", "办理【甲】").replace("书屋六处", "书屋【乙】")
NAMED = f"{REPORT}{ROW}".replace("改造五处", "办理【甲】")


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        pytest.param(NAMED, NAMED.replace("书屋六处", "书屋七处"), 1, id="its item stays"),
        pytest.param(NAMED, NAMED.replace("菜场换新颜", "菜场更新"), 1, id="renamed"),
        pytest.param(
            NAMED,
            NAMED.replace("{id: 菜场, title: 菜场换新颜, text: 办理", "{id: 别处, title: 众人合力, text: 共"),
            0,
            id="its item is new",
        ),
        pytest.param(NAMED, NAMED.replace(ROW, "").replace("【甲】", "多件"), 0, id="its row goes"),
        pytest.param(
            BOTH,
            BOTH.replace(ROWS, ROWS.replace("甲: {label: 提案, value: 437, unit: 件}, ", "")).replace("【甲】", "多件"),
            1,
            id="one of two rows goes",
        ),
    ],
)
def test_a_page_is_referred_to_while_its_item_stays(old: str, new: str, fields: int) -> None:
    """Else its number is text: bookmarks of items that went are not in the file, and those that came may go."""
    made = assert_round_trip(old, new, "plenary")
    body = part(made.data)
    names = {each.get(f"{WORD}name") for each in body.iter(f"{WORD}bookmarkStart")}
    codes = [str(each.text).split() for each in body.iter() if each.tag in (f"{WORD}instrText", f"{WORD}delInstrText")]
    found = [code[1] for code in codes if code[0] == "PAGEREF" and code[1].startswith("_Page")]
    assert len(found) == fields
    assert set(found) <= names
    numbered = [each for each in body.iter(f"{WORD}rStyle") if each.get(f"{WORD}val") == "PageReference"]
    assert numbered

"""One slip is one finding, at the line that has it, and its edits give what was meant."""

import pytest

from reportgen.diagnostics import apply_edits
from tests.support import examine

_HEAD = "schema: 1\nyear: 2025\ntitle: 工作报告\n"
_PART = _HEAD + "reviews:\n  title: 回顾\n"
_METRIC = "metrics:\n  甲: {label: 征集甲, value: 1, unit: 件}\n"
_USED = "reviews:\n  title: 回顾\n  intro: 征集【甲】。\n"

# The code and the line, the text with the slip, and the text that was meant.
TABLE = {
    "a colon after a name with a value": (
        ("slip-colon-missing", 7),
        _PART + "  items:\n    - title 走访委员\n      text: 走访了。\n",
        _PART + "  items:\n    - title: 走访委员\n      text: 走访了。\n",
    ),
    "a full-width space before a quoted text": (
        ("slip-space", 6),
        _PART + '  intro: \u3000"WPS: a program"\n  closing: 完。\n',
        _PART + '  intro: "WPS: a program"\n  closing: 完。\n',
    ),
    "text as far out as its mark, before an entry without fields": (
        ("block-unindented", 9),
        _PART + "  items:\n    - title: 甲\n      text: >-\n      写了一句。\n    - 乙\n",
        _PART + "  items:\n    - title: 甲\n      text: >-\n        写了一句。\n    - 乙\n",
    ),
    "a colon after a name alone in its entry": (
        ("slip-colon-missing", 8),
        _PART + "  items:\n    - 甲\n    - title 走访委员\n",
        _PART + "  items:\n    - 甲\n    - title: 走访委员\n",
    ),
    "a colon after a part": (
        ("slip-colon-missing", 6),
        _PART + "tasks\n  title: 任务\n  items: [一, 二]\n",
        _PART + "tasks:\n  title: 任务\n  items: [一, 二]\n",
    ),
    "a colon after sections": (
        ("slip-colon-missing", 6),
        _PART + "  sections\n    - title: 甲\n      items: [一]\n    - title: 乙\n",
        _PART + "  sections:\n    - title: 甲\n      items: [一]\n    - title: 乙\n",
    ),
    "a colon and a space": (
        ("slip-colon-missing", 6),
        _PART + "  intro引言。\n  closing: 完。\n",
        _PART + "  intro: 引言。\n  closing: 完。\n",
    ),
    "a dash before the fields of an item": (
        ("slip-dash-missing", 9),
        _PART + "  items:\n    - title: 甲\n      text: 甲文\n      title: 乙\n      text: 乙文\n    - title: 丙\n",
        _PART + "  items:\n    - title: 甲\n      text: 甲文\n    - title: 乙\n      text: 乙文\n    - title: 丙\n",
    ),
    "one space before a dash": (
        ("indent-crooked", 9),
        _PART
        + "  sections:\n    - id: 甲\n      title: 甲\n   - id: 乙\n      title: 乙\n    - id: 丙\n      title: 丙\n",
        _PART
        + "  sections:\n    - id: 甲\n      title: 甲\n    - id: 乙\n      title: 乙\n    - id: 丙\n      title: 丙\n",
    ),
    "one space too many before a dash": (
        ("indent-crooked", 8),
        _PART + "  items:\n    - title: 甲\n     - title: 乙\n    - title: 丙\n",
        _PART + "  items:\n    - title: 甲\n    - title: 乙\n    - title: 丙\n",
    ),
    "a first section too deep": (
        ("indent-uneven", 7),
        _PART + "  sections:\n        - title: 甲\n          lead: 甲\n    - title: 乙\n    - title: 丙\n",
        _PART + "  sections:\n    - title: 甲\n      lead: 甲\n    - title: 乙\n    - title: 丙\n",
    ),
    "an entry too deep": (
        ("structure-in-text", 8),
        _PART + "  items:\n    - 甲\n      - 乙\n    - 丙\n",
        _PART + "  items:\n    - 甲\n    - 乙\n    - 丙\n",
    ),
    "an entry not deep enough": (
        ("indent-crooked", 8),
        _PART + "  items:\n    - 甲\n  - 乙\n    - 丙\n",
        _PART + "  items:\n    - 甲\n    - 乙\n    - 丙\n",
    ),
    "sections at the top": (
        ("key-misplaced", 6),
        _PART + "sections:\n  - title: 甲\n",
        _PART + "  sections:\n    - title: 甲\n",
    ),
    "a part inside another": (
        ("key-misplaced", 6),
        _PART + "  tasks:\n    title: 任务\n",
        _PART + "tasks:\n  title: 任务\n",
    ),
    "text below its mark": (
        ("block-unindented", 7),
        _PART + "  intro: >-\n  第一行。\n  第二行。\n  closing: 完。\n",
        _PART + "  intro: >-\n    第一行。\n    第二行。\n  closing: 完。\n",
    ),
    "text further out than its mark": (
        ("block-unindented", 9),
        _PART + "  sections:\n    - title: 甲\n      lead: |\n    第一行。\n    第二行。\n      items: [乙]\n",
        _PART + "  sections:\n    - title: 甲\n      lead: |\n        第一行。\n        第二行。\n      items: [乙]\n",
    ),
    "text beside its mark": (
        ("text-beside-mark", 6),
        _PART + "  intro: > 对照检查。\n  closing: 完。\n",
        _PART + "  intro: >\n    对照检查。\n  closing: 完。\n",
    ),
    "a comment before the closing brace": (
        ("bracket-in-comment", 5),
        _HEAD + "metrics:\n  甲: {label: 征集甲, value: 1, unit: 件 # 待核}\n" + _USED,
        _HEAD + "metrics:\n  甲: {label: 征集甲, value: 1, unit: 件} # 待核\n" + _USED,
    ),
    "a comment before the closing brace, and blanks behind that": (
        ("bracket-in-comment", 5),
        _HEAD + "metrics:\n  甲: {label: 征集甲, value: 1, unit: 件 # 待核}  \n" + _USED,
        _HEAD + "metrics:\n  甲: {label: 征集甲, value: 1, unit: 件} # 待核  \n" + _USED,
    ),
    "a semicolon between fields": (
        ("slip-comma", 5),
        _HEAD + "metrics:\n  甲: {label: 征集甲；value: 1, unit: 件}\n" + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a semicolon between entries": (
        ("slip-comma-doubtful", 6),
        _PART + "  items: [甲；乙, 丙]\n",
        _PART + "  items: [甲, 乙, 丙]\n",
    ),
    "a comma between fields": (
        ("slip-comma-missing", 5),
        _HEAD + _METRIC.replace("征集甲, value", "征集甲 value") + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a colon after the name of a metric": (
        ("slip-colon-missing", 5),
        _HEAD + "metrics:\n  甲\n    label: 征集甲\n    value: 1\n    unit: 件\n" + _USED,
        _HEAD + "metrics:\n  甲:\n    label: 征集甲\n    value: 1\n    unit: 件\n" + _USED,
    ),
    "a name before a text with fields below": (
        ("line-without-colon", 8),
        _PART + "  items:\n    - title: 甲\n    - 乙\n      text: 乙文\n    - title: 丙\n",
        _PART + "  items:\n    - title: 甲\n    - title: 乙\n      text: 乙文\n    - title: 丙\n",
    ),
    "a conflict inside a text": (
        ("merge-conflict", 8),
        _PART
        + "  intro: >-\n    一句。\n    <<<<<<< HEAD\n    二句。\n    =======\n    两句。\n    >>>>>>> b\n    三句。\n",
        _PART + "  intro: >-\n    一句。\n    二句。\n    三句。\n",
    ),
    "a joiner between Han": (
        ("slip-invisible", 6),
        _PART + "  intro: 政\u200d协。\n",
        _PART + "  intro: 政协。\n",
    ),
    "a bracket too many": (
        ("yaml-syntax", 5),
        _HEAD + _METRIC.replace("}", "}}") + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a list closed by 】": (
        ("bracket-wrong", 6),
        _PART + "  items: [甲, 乙】\n  closing: 完。\n",
        _PART + "  items: [甲, 乙]\n  closing: 完。\n",
    ),
    "braces closed by 】": (
        ("bracket-wrong", 5),
        _HEAD + _METRIC.replace("}", "】") + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a list closed by ｝": (
        ("bracket-wrong", 6),
        _PART + "  items: [甲, 乙｝\n",
        _PART + "  items: [甲, 乙]\n",
    ),
    "a backslash in double quotes": (
        ("quote-backslash", 6),
        _PART + '  intro: "见C:\\报告"\n',
        _PART + "  intro: '见C:\\报告'\n",
    ),
    "tabs throughout": (
        ("indent-tabs", 5),
        _HEAD
        + "reviews:\n\ttitle: 回顾\n\tsections:\n\t\t- title: 甲\n\t\t  lead: >-\n\t\t\t提要。\n\t\t-\ttitle: 乙\n",
        _HEAD
        + "reviews:\n  title: 回顾\n  sections:\n    - title: 甲\n      lead: >-\n        提要。\n    - title: 乙\n",
    ),
    "two colons": (
        ("slip-colon", 3),
        _PART.replace("title: 工作", "title:：工作"),
        _PART,
    ),
    "a colon after a colon and a space": (
        ("slip-colon", 3),
        _PART.replace("title: 工作", "title: ：工作"),
        _PART,
    ),
    "a colon in braces": (
        ("slip-colon-missing", 5),
        _HEAD + "metrics:\n  甲: {label 征集甲, value: 1, unit: 件}\n" + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a colon before braces": (
        ("slip-colon-missing", 5),
        _HEAD + "metrics:\n  甲 {label: 征集甲, value: 1, unit: 件}\n" + _USED,
        _HEAD + _METRIC + _USED,
    ),
    "a colon before a mark for a block": (
        ("slip-colon-missing", 6),
        _PART + "  intro >-\n    引言。\n  closing: 完。\n",
        _PART + "  intro: >-\n    引言。\n  closing: 完。\n",
    ),
    "a colon before a list": (
        ("slip-colon-missing", 6),
        _PART + "  items [甲, 乙]\n",
        _PART + "  items: [甲, 乙]\n",
    ),
    "the dash of the first entry": (
        ("slip-dash-missing", 7),
        _PART + "  items:\n      title: 甲\n      text: 甲文\n    - title: 乙\n",
        _PART + "  items:\n    - title: 甲\n      text: 甲文\n    - title: 乙\n",
    ),
    "the dash of the first text": (
        ("slip-dash-missing", 7),
        _PART + "  items:\n    甲\n    - 乙\n",
        _PART + "  items:\n    - 甲\n    - 乙\n",
    ),
    "the dash of a text": (
        ("slip-dash-missing", 8),
        _PART + "  items:\n    - 甲\n    乙\n    - 丙\n",
        _PART + "  items:\n    - 甲\n    - 乙\n    - 丙\n",
    ),
    "a dash before a section": (
        ("slip-dash-missing", 9),
        _PART + "  sections:\n    - title: 甲\n      items: [一]\n    title: 乙\n      items: [二]\n    - title: 丙\n",
        _PART
        + "  sections:\n    - title: 甲\n      items: [一]\n    - title: 乙\n      items: [二]\n    - title: 丙\n",
    ),
    "a dash before a section with all its fields": (
        ("slip-dash-missing", 9),
        _PART + "  sections:\n    - title: 甲\n      items: [一]\n    title: 乙\n    items: [二]\n    - title: 丙\n",
        _PART
        + "  sections:\n    - title: 甲\n      items: [一]\n    - title: 乙\n      items: [二]\n    - title: 丙\n",
    ),
    "a quotation mark": (
        ("quote-unclosed", 6),
        _PART + '  intro: "引言。\n  closing: 完。\n',
        _PART + '  intro: "引言。"\n  closing: 完。\n',
    ),
    "a quotation mark after two lines": (
        ("quote-unclosed", 6),
        _PART + "  intro: '引言。\n    又一句。\n  closing: 完。\n",
        _PART + "  intro: '引言。\n    又一句。'\n  closing: 完。\n",
    ),
    "a quotation mark in an entry": (
        ("quote-unclosed", 7),
        _PART + '  items:\n    - "甲\n    - 乙\n',
        _PART + '  items:\n    - "甲"\n    - 乙\n',
    ),
    "a quotation mark in a list": (
        ("quote-unclosed", 6),
        _PART + '  items: ["甲, 乙]\n',
        _PART + '  items: ["甲", 乙]\n',
    ),
    "a quotation mark in braces": (
        ("quote-unclosed", 5),
        _HEAD + "metrics:\n  甲: {label: '征集甲, value: 1, unit: 件}\n" + _USED,
        _HEAD + "metrics:\n  甲: {label: '征集甲', value: 1, unit: 件}\n" + _USED,
    ),
    "an indent of a text that begins with a quotation mark": (
        ("block-unindented", 7),
        _PART + '  intro: >-\n"APP" is new.\n    又一句。\n',
        _PART + '  intro: >-\n    "APP" is new.\n    又一句。\n',
    ),
    "a title in a text that is one of the next entry": (
        ("structure-in-text", 10),
        _PART + "  items:\n    - title: 甲\n      text: >-\n        甲文。\n        title: 乙\n",
        _PART + "  items:\n    - title: 甲\n      text: >-\n        甲文。\n    - title: 乙\n",
    ),
    "semicolons between three entries": (
        ("entries-joined", 6),
        _PART + "  items: [深学细悟；建言资政；凝聚共识]\n",
        _PART + "  items: [深学细悟, 建言资政, 凝聚共识]\n",
    ),
    "an ordinal in half-width brackets": (
        ("ordinal-typed", 7),
        _PART + "  items:\n    - (一) 甲\n",
        _PART + "  items:\n    - 甲\n",
    ),
    "full-width spaces before a text in quotes": (
        ("slip-space-text", 6),
        _PART + '  intro: "\u3000\u3000引言。"\n',
        _PART + '  intro: "引言。"\n',
    ),
    "full-width spaces after a sentence": (
        ("slip-space-text", 6),
        _PART + "  intro: 引言。\u3000\u3000又一句。\n",
        _PART + "  intro: 引言。又一句。\n",
    ),
    "a no-break space before a text": (
        ("slip-space-text", 7),
        _PART + "  intro: >-\n    \u00a0引言。\n    又一句。\n",
        _PART + "  intro: >-\n    引言。\n    又一句。\n",
    ),
    "a no-break space after a text": (
        ("slip-space-text", 6),
        _PART + "  intro: 引言。\u00a0\n",
        _PART + "  intro: 引言。\n",
    ),
    "a tab before a text below its mark": (
        ("slip-tab", 7),
        _PART + "  intro: >-\n    \t引言。\n    又一句。\n",
        _PART + "  intro: >-\n    引言。\n    又一句。\n",
    ),
    "radicals that run on": (
        ("look-alike", 6),
        _PART + "  intro: 出席⼈⼤会议。\n",
        _PART + "  intro: 出席人大会议。\n",
    ),
    "the name of the first entry, as those below have it": (
        ("line-without-colon", 7),
        _PART + "  items:\n    - 提案\n      text: 甲。\n    - title: 信息\n      text: 乙。\n",
        _PART + "  items:\n    - title: 提案\n      text: 甲。\n    - title: 信息\n      text: 乙。\n",
    ),
    "the name of an entry, as one below an entry with an id has it": (
        ("line-without-colon", 7),
        _PART + "  items:\n    - 提案\n      text: 甲。\n    - id: 信息\n      text: 乙。\n    - title: 丙\n",
        _PART + "  items:\n    - title: 提案\n      text: 甲。\n    - id: 信息\n      text: 乙。\n    - title: 丙\n",
    ),
    "an invisible character in a field's name": (
        ("slip-invisible-name", 5),
        _PART.replace("  title", "  ti\u200btle"),
        _PART,
    ),
    "an invisible character in a metric's name": (
        ("slip-invisible-name", 5),
        (_HEAD + _METRIC + _USED).replace("  甲: {", "  提\u200b案: {").replace("【甲】", "【提案】"),
        (_HEAD + _METRIC + _USED).replace("  甲: {", "  提案: {").replace("【甲】", "【提案】"),
    ),
}


@pytest.mark.parametrize("slip", TABLE)
def test_a_slip_is_one_finding_at_its_line_and_its_edits_give_what_was_meant(slip: str) -> None:
    (code, line), wrong, right = TABLE[slip]
    examined = examine(wrong)
    (found,) = examined.found or pytest.fail("nothing found")
    assert found.place is not None
    assert (found.code, found.place.line) == (code, line), examined.listing()
    assert apply_edits(wrong, found.edits) == right


@pytest.mark.parametrize("slip", TABLE)
def test_what_was_meant_is_sound(slip: str) -> None:
    examined = examine(TABLE[slip][2])
    assert not examined.found, examined.listing()


@pytest.mark.parametrize(
    "fields", ["      text: 乙文\n", "      id: 乙\n      text: >-\n        一行。\n        又一行。\n"]
)
@pytest.mark.parametrize("below", ["", "tasks:\n  title: 任务\n  items:\n    - title: 一\n"])
def test_a_text_with_fields_below_is_one_finding_where_no_entry_shows_its_name(fields: str, below: str) -> None:
    """Those of another list do not."""
    (found,) = examine(_PART + "  items:\n    - 甲\n" + fields + "    - 丙\n" + below).found
    assert (found.code, found.place and found.place.line, found.edits) == ("line-without-colon", 7, ())


@pytest.mark.parametrize(
    ("text", "near"),
    [
        (_PART + "  lead: 提要。\n", "intro"),
        (_PART + "  sections:\n    - title: 甲\n      intro: 引言。\n", "lead"),
    ],
)
def test_what_another_record_calls_a_text_is_named(text: str, near: str) -> None:
    (found,) = examine(text).found
    assert (found.code, found.words["near"]) == ("key-unknown", near)


@pytest.mark.parametrize(
    "sound",
    [
        _PART + "  items:\n    - title\n    - 甲 text 乙\n",
        _PART + "  intro: >-\n    标题 title\n    tasks\n",
        _HEAD + _METRIC + _PART.removeprefix(_HEAD) + "  items: [甲】【甲】, 乙]\n",
        _PART + "  items:\n  - 甲\n  - 乙\n",
        _PART + "  intro:\n    '*甲\n    - 乙'\n",
        _PART + '  intro: \u3000"甲"乙。\n  lead: \u3000[甲]和[乙]。\n',
        _PART + "  items:\n    - title: 甲\n      text: 乙\n    -\n      title: 丙\n      text: 丁\n",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(sound: str) -> None:
    slips = {
        "slip-colon-missing",
        "slip-dash-missing",
        "bracket-wrong",
        "indent-uneven",
        "slip-space",
        "structure-in-text",
    }
    assert not slips.intersection(examine(sound).codes)

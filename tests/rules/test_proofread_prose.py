"""Prose of our own about invented places: sound texts in which nothing is found, and sentences with a slip each."""

import re
from pathlib import Path

import pytest

from reportgen.diagnostics import CODES, apply_edits
from tests.rules.proofreading import reported_in
from tests.support import examine

_HERE = Path(__file__).parent
_SOUND = (_HERE / "sound_prose.txt").read_text("utf-8").strip().split("\n\n")
"""Texts with an empty line between; each line of a text is a paragraph."""
_SLIPS = (_HERE / "slips.txt").read_text("utf-8").splitlines()
"""A code and a sentence: what is reported is in ⟦ ⟧, with what replaces it behind →."""
_SLIP = re.compile("⟦([^→⟧]*)(?:→([^⟧]*))?⟧")
_HEAD = (
    "schema: 1\nyear: 2025\ntitle: 工作报告\norganization: 政协云溪市委员会\nreviews:\n  title: 工作回顾\n  items:\n"
)


def slips() -> list[tuple[str, str]]:
    """The sentences with a slip each, and what it is reported as."""
    marked = (line.split(": ", 1) for line in _SLIPS)
    return [(code, _SLIP.sub(lambda match: match[1], sentence)) for code, sentence in marked]


def _report(texts: list[str]) -> str:
    paragraphs = (text.replace("\n", "\n\n        ") for text in texts)
    return _HEAD + "".join(f"    - text: >-\n        {text}\n" for text in paragraphs)


def test_nothing_is_found_in_a_long_sound_text() -> None:
    assert sum(map(len, _SOUND)) > 20_000
    examined = examine(_report(_SOUND))
    assert {each.code for each in examined.found} <= {"year-relative"}, examined.listing()


def test_a_slip_in_the_long_text_is_found() -> None:
    examined = examine(_report([*_SOUND, "市委专门召开会议布署政协工作。"]))
    assert "misspelling" in examined.codes


@pytest.mark.parametrize("line", _SLIPS)
def test_a_slip_is_found_at_its_stretch_with_what_is_right(line: str) -> None:
    code, marked = line.split(": ", 1)
    text = _SLIP.sub(lambda match: match[1], marked)
    found = [each for each in reported_in(text) if each.code == code]
    for each in sorted(found, key=lambda each: each.start, reverse=True):
        right = f"→{each.edits[0].text}" if each.edits else ""
        text = f"{text[: each.start]}⟦{text[each.start : each.end]}{right}⟧{text[each.end :]}"
    assert text == marked


@pytest.mark.parametrize(
    ("code", "text", "most", "within"),
    [
        ("and-so-on-doubled", "走访企业、{}等……。", 59, True),
        ("decade-alone", "二十世纪{}90年代建成。", 10, False),
        ("direction-reversed", "全省排名{}由5名上升到3名。", 27, False),
        ("growth-differs", "由{}400件增加到500件，增长20%。", 12, True),
        ("part-exceeds-whole", "比上年{}立案498件，其中委员提案512件。", 55, False),
        ("part-exceeds-whole", "走访12个{}村，其中86个村。", 7, True),
        ("punctuation-half-width", "（{}(乙）。", 199, False),
        ("sequence-miscounted", "做好三项工作{}：一是抓学习，二是抓协商。", 4, True),
        ("sequence-miscounted", "做好三项工作：一是抓学习，二是抓协商。{}最后抓队伍。", 294, False),
        ("share-differs", "提案500件{}，其中委员提案400件，占60%。", 389, True),
        ("share-impossible", "占{}总数的102%。", 14, True),
        ("time-colon", "上午{}9：30分组讨论。", 4, True),
        ("time-colon", "比例{}为3：2分。", 9, True),
    ],
)
def test_how_far_apart_words_still_belong_together(code: str, text: str, most: int, within: bool) -> None:
    """Characters between what says what is meant and what is meant; ``within`` them it is found, or it is not."""
    found = [code in {each.code for each in reported_in(text.format("甲" * count))} for count in (most, most + 1)]
    assert found == [within, not within]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("做好两项工作：{}。", True),
        ("做好三项工作：{}。", False),
        ("做好四项工作：{}。", True),
        ("做好五项工作：{}。", True),
        ("做好六项工作：{}。", False),
        ("做好十项工作：{}。", False),
        ("做好四项工作：{}，四是抓队伍。", False),
        ("做好四项工作：{}。最后抓队伍。", False),
        ("做好四项工作：{}而四是抓队伍。", False),
        ("做好四项工作：{}。\n\n        四是抓队伍。", False),
        ("做好3项工作：{}。", False),
        ("做好4项工作：{}。", True),
    ],
)
def test_how_many_points_may_be_left_out(text: str, is_found: bool) -> None:
    """More than two of up to nine that were announced: they are in another paragraph."""
    points = "一是抓学习，二是抓协商，三是抓监督"
    assert ("sequence-miscounted" in examine(_report([text.format(points)])).codes) == is_found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“甲。\n“乙。”", 0),
        ("“甲。\n“乙”。", 0),
        ("“甲。\n“乙”；", 0),
        ("“甲。\n“乙。\n“丙。”", 0),
        ("“甲。\n“乙”是丙。", 1),
        ("“甲。\n乙。", 1),
        ("“甲。\n乙。”", 2),
        ("“甲。\n“乙。", 1),
        ("“甲”是“乙。\n“丙。”", 0),
        ("“甲”“乙”是“丙。\n“丁。”", 0),
    ],
)
def test_a_quotation_of_several_paragraphs_is_closed_behind_the_last(text: str, count: int) -> None:
    """Each line is a paragraph."""
    assert examine(_report([text])).codes.count("punctuation-quotes") == count


@pytest.mark.parametrize(("points", "announced", "is_found"), [(7, "九", True), (8, "十", False), (8, "九", True)])
def test_of_more_than_nine_points_some_may_be_left_out(points: int, announced: str, is_found: bool) -> None:
    listed = "，".join(f"{number}是抓落实" for number in "一二三四五六七八"[:points])
    found = reported_in(f"做好{announced}项工作：{listed}。")
    assert ("sequence-miscounted" in {each.code for each in found}) == is_found


def test_how_long_a_latin_word_behind_chinese_may_be_before_a_mark_that_ends_a_text() -> None:
    found = [[each.code for each in reported_in(f"运用{'A' * length}!")] for length in (40, 41)]
    assert found == [["punctuation-half-width"], []]


@pytest.mark.parametrize(
    ("typed", "right"),
    [("打造'书香政协'品牌，it's fine。", "打造“书香政协”品牌，it's fine。"), ("“要'学'好。”", "“要‘学’好。”")],
)
def test_straight_single_quotes_around_chinese_are_made_double_but_inside_of_others(typed: str, right: str) -> None:
    report = _report([typed])
    (found,) = examine(report).found
    assert right in apply_edits(report, found.edits)


def test_a_mark_made_full_width_takes_the_blank_behind_it() -> None:
    report = _report(["走访企业, 解决问题。"])
    (found,) = examine(report).found
    assert "走访企业，解决问题。" in apply_edits(report, found.edits)


def test_the_slips_are_of_most_codes_of_proofreading() -> None:
    """A code without a sentence here would be held by its page alone."""
    assert {line.split(": ")[0] for line in _SLIPS} <= set(CODES)
    assert len({line.split(": ")[0] for line in _SLIPS}) > 40

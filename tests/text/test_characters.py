"""What a line end in the source becomes between two printed texts."""

import unicodedata

import pytest

from reportgen.text.characters import (
    BOLD_DIGIT_WIDTH,
    HAN_LATIN_GAP,
    close_joints,
    code_point,
    is_chinese,
    is_private,
    joint,
    printable,
    rough_width,
    text_before,
    visible,
    visible_breaks,
    visible_line,
)


@pytest.mark.parametrize("character", "一龥㐀𠀀豈あアㄅ。，、：；？！（）《》【】“”"[:-2] + "　％Ａ１￥")
def test_han_kana_and_full_width_marks_are_chinese(character: str) -> None:
    assert is_chinese(character)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0x1100, 0x115F),  # Hangul initials
        (0x2E80, 0x303E),  # radicals to marks
        (0x3041, 0xA4CF),  # kana to Yi
        (0xA960, 0xA97C),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE10, 0xFE19),  # vertical forms
        (0xFE30, 0xFE6F),
        (0xFF01, 0xFF60),  # full-width forms
        (0xFFE0, 0xFFE6),
        (0x1B000, 0x1B2FF),
        (0x1F200, 0x1F265),
        (0x20000, 0x3FFFD),
    ],
)
def test_wide_characters_are_chinese_from_the_first_of_their_blocks_to_the_last(first: int, last: int) -> None:
    edges = [first - 1, first, last, last + 1]
    assert [is_chinese(chr(each)) for each in edges] == [False, True, True, False]


@pytest.mark.parametrize("character", "aZ09éЖ .,:;()“”‘’—…·%+")
def test_latin_and_the_marks_both_scripts_share_are_not_chinese_by_themselves(character: str) -> None:
    assert not is_chinese(character)


def test_from_the_radicals_on_chinese_is_what_is_wide_to_unicode() -> None:
    """But for numbers in squares and hexagrams, which are wide in Chinese type only."""
    also = {*range(0x3248, 0x3250), *range(0x4DC0, 0x4E00)}
    assigned = [code for code in range(0x2E80, 0x10000) if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    wide = {code for code in assigned if unicodedata.east_asian_width(chr(code)) in ("W", "F")}
    assert {code for code in assigned if is_chinese(chr(code))} == wide | also


def test_the_planes_of_rare_han_are_chinese_to_their_ends() -> None:
    assert [is_chinese(character) for character in "\U0001ffff\U00020000\U0003fffd\U0003fffe"] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("edges", "private"),
    [
        ((0xDFFF, 0xE000, 0xF8FF, 0xF900), [False, True, True, False]),
        ((0xEFFFF, 0xF0000, 0x10FFFD), [False, True, True]),
    ],
)
def test_private_characters_are_in_one_block_and_the_last_two_planes(
    edges: tuple[int, ...], private: list[bool]
) -> None:
    assert [is_private(chr(each)) for each in edges] == private


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("全年", "工作", ""),
        ("全年", "PDF", ""),
        ("PDF", "文件", ""),
        ("PDF", "file", " "),
        ("2025", "2026", " "),
        ("一句。", "Next", ""),
        ("word", "（注", ""),
        ("民生”", "word", ""),
        ("word", "“民生", ""),
        ("word”", "“word", " "),
        ("word", "——", " "),
        ("word", "——完", ""),
        ("年……", "word", ""),
        ("", "word", ""),
        ("word", "", ""),
        ("word ", "word", ""),
        ("word", "\u2028word", ""),
        ("word\u2028", "word", ""),
        ("年" + "…" * 15, "word", ""),
        ("年" + "…" * 16, "word", " "),  # marks are looked past so far
        ("word", "…" * 15 + "年", ""),
        ("word", "…" * 16 + "年", " "),
    ],
)
def test_a_joint_is_a_space_only_where_neither_side_is_chinese(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between


def test_a_text_of_one_line_closes_all_its_joints() -> None:
    assert close_joints("the PDF\nfile\n文件\n\nA\nB") == "the PDF file文件A B"
    assert close_joints("一行") == "一行"
    assert close_joints("") == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("甲\t乙", "甲 乙"),
        ("甲\u200b乙\ufeff", "甲乙"),
        ("甲\u00ad乙", "甲乙"),
        ("甲\u3000乙\u00a0丙", "甲\u3000乙\u00a0丙"),
    ],
)
def test_what_has_no_shape_is_not_printed(typed: str, printed: str) -> None:
    """Decided before the writers, so that Word does not keep what the PDF cannot show; spaces are all kept."""
    assert printable(typed) == printed


def test_what_has_no_shape_is_shown_as_its_code() -> None:
    """In messages; joiners have one in what is beside them."""
    assert visible("甲\u202e乙\n丙\x00\u3000\u200d") == "甲<U+202E>乙\n丙<U+0000>\u3000\u200d"
    assert visible_line("甲\n乙\t丙\u200b") == "甲 乙 丙<U+200B>"
    assert visible_line("甲\n乙") == "甲 乙"


def test_a_line_break_of_the_author_is_quoted_as_a_stroke() -> None:
    assert visible_breaks("甲\u2028乙") == "甲／乙"


def test_a_code_point_has_four_digits_or_more() -> None:
    assert [code_point(character) for character in "\t\u200b\ud800𠮷"] == ["U+0009", "U+200B", "U+D800", "U+20BB7"]


@pytest.mark.parametrize(
    ("end", "most", "before"),
    [(3, 2, "乙丙"), (3, 3, "甲乙丙"), (3, 4, "甲乙丙"), (4, 1, "丁"), (1, 2, "甲"), (0, 2, "")],
)
def test_the_text_before_an_offset_is_as_long_as_there_is_text(end: int, most: int, before: str) -> None:
    assert text_before("甲乙丙丁", end, most) == before


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("甲", 1), ("，", 1), ("é", 1), ("5", 0.64), ("2025", 4 * 0.64), ("第5次", 2.64)]
)
def test_without_fonts_a_character_is_an_em_wide_and_an_ascii_one_as_the_widest_digits(text: str, width: float) -> None:
    assert rough_width(text) == pytest.approx(width)


def test_bold_digits_are_seven_tenths_of_an_em_wide() -> None:
    assert rough_width("2025年", BOLD_DIGIT_WIDTH) == pytest.approx(4 * 0.7 + 1)


def test_between_han_and_latin_there_is_the_gap_that_word_makes() -> None:
    """A quarter of an em (CLREQ 3.2.2, OOXML autoSpaceDE); with another one the files would break their lines apart."""
    assert HAN_LATIN_GAP == 1 / 4

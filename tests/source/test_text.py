"""Bytes to text."""

import codecs

import pytest

from reportgen.source import LARGEST_FILE, decode


@pytest.mark.parametrize("marks", [b"", codecs.BOM_UTF8, codecs.BOM_UTF8 * 2])
def test_a_byte_order_mark_is_not_part_of_the_text(marks: bytes) -> None:
    source, found = decode("a.yaml", marks + "标题".encode())
    assert source is not None
    assert source.text == "标题"
    assert not found


TEXT = "schema: 1\ntitle: 市政协十四届五次会议工作报告\nplace: 长治\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode("gbk"), "GBK"),
        ((TEXT + "𬭎㐀").encode("gb18030"), "GB18030"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        ("标题".encode("gbk"), "GBK"),
    ],
)
def test_other_encodings_are_read_and_named(content: bytes, encoding: str) -> None:
    source, (found,) = decode("a.yaml", content)
    assert source is not None
    assert source.text in (TEXT, TEXT + "𬭎㐀", "标题")
    assert (found.code, found.words["encoding"]) == ("encoding-other", encoding)


@pytest.mark.parametrize(
    ("content", "byte", "line", "column"),
    [
        ("标题\n甲".encode() + b"\xff", "0xFF", 2, 2),
        (codecs.BOM_UTF8 + "甲乙".encode() + b"\xc0", "0xC0", 1, 3),
        (TEXT.encode()[:-4] + b"\xe6\xb2", "0xE6", 3, 9),
    ],
)
def test_a_bad_byte_is_named_with_its_place_and_the_rest_is_read(
    content: bytes, byte: str, line: int, column: int
) -> None:
    source, found = decode("a.yaml", content)
    assert source is not None
    (bad,) = (each for each in found if each.code == "encoding-broken")
    assert bad.words["byte"] == byte
    assert bad.place is not None
    assert (bad.place.line, bad.place.column) == (line, column)


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gbk"), ("gbk", "utf-8")])
def test_a_file_in_two_encodings_is_read_line_by_line_and_the_lines_reported(first: str, second: str) -> None:
    """As an editor or a merge leaves it; the encoding of most lines is the file's."""
    source, found = decode("a.yaml", TEXT.encode(first) * 2 + "closing: 结束了\n".encode(second))
    assert source is not None
    assert source.text == TEXT * 2 + "closing: 结束了\n"
    (mixed,) = (each for each in found if each.code == "encoding-mixed")
    assert mixed.place is not None
    assert (mixed.place.line, mixed.place.column, mixed.place.end_column) == (7, 10, 13)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("政".encode() + b"\xff", "政\ufffd"),
        ("政协".encode() + b"\xff\xfe", "政协\ufffd\ufffd"),
        ("政协".encode() + b"\xff\xfe\xff", "鏀垮崗\ufffd\ufffd\ufffd"),
    ],
)
def test_one_damaged_line_is_utf8_where_no_more_is_lost_than_is_chinese(content: bytes, text: str) -> None:
    source, _ = decode("a.yaml", content)
    assert source is not None
    assert source.text == text


def test_a_character_lost_before_is_reported() -> None:
    source, (found,) = decode("a.yaml", "标题: 市\ufffd协".encode())
    assert source is not None
    assert found.code == "character-lost"


@pytest.mark.parametrize(
    "content", [b"\xff" * 100, b"PK\x03\x04" + bytes(range(256)), b"\x89PNG\r\n\x1a\n\x00\x00\x00\r"]
)
def test_what_is_not_text_is_reported_at_once(content: bytes) -> None:
    source, (found,) = decode("a.yaml", content)
    assert source is None
    assert found.code == "encoding-unknown"


@pytest.mark.parametrize("character", "\0\x07\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\ufdd0\ufffe\uffff")
def test_characters_no_report_may_hold_are_reported_with_their_number(character: str) -> None:
    source, (found,) = decode("a.yaml", f"标题: 甲{character}乙".encode())
    assert source is not None
    assert found.code == "character-control"
    assert found.words["code_point"] == f"U+{ord(character):04X}"
    assert found.place is not None
    assert (found.place.column, found.place.end_column) == (6, 7)


@pytest.mark.parametrize("character", "\t\u3000\xa0\u200b\u2003𠮷👨")
def test_other_characters_are_left_alone(character: str) -> None:
    assert decode("a.yaml", f"a{character}b".encode())[1] == ()


@pytest.mark.parametrize(
    ("character", "right"),
    [("\ue863", "䶮"), ("\ue81e", "龴"), ("\ue816", "𠂇"), ("\ue844", "䜣"), ("\ue000", None), ("\U000f0001", None)],
)
def test_private_characters_are_reported_with_the_standard_one_where_gbk_meant_one(
    character: str, right: str | None
) -> None:
    """Old programs write 䶮 as U+E863; no two faces agree on what such a character looks like."""
    (found,) = decode("a.yaml", f"标题: 甲{character}乙".encode())[1]
    assert (found.code, found.words["code_point"]) == ("character-private", f"U+{ord(character):04X}")
    assert found.words.get("right") == right
    assert found.hints == (("write-instead",) if right else ("type-standard",))
    assert found.place is not None
    assert (found.place.column, found.place.end_column) == (6, 7)


@pytest.mark.slow
def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    source, (found,) = decode("a.yaml", b"x" * (LARGEST_FILE + 1))
    assert source is None
    assert found.code == "file-too-large"
    assert found.words == {"size": "16.0", "largest": "16"}
    assert decode("a.yaml", b"x" * LARGEST_FILE)[1] == ()

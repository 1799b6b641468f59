"""Bytes to text."""

import codecs

import pytest

from reportgen.source import LARGEST_FILE, decode


@pytest.mark.parametrize("marks", [b"", codecs.BOM_UTF8, codecs.BOM_UTF8 * 2])
def test_a_byte_order_mark_is_no_part_of_the_text(marks: bytes) -> None:
    source, found = decode("a.yaml", marks + "标题".encode())
    assert source is not None
    assert source.text == "标题"
    assert not found


@pytest.mark.parametrize(
    ("content", "byte", "line", "column"),
    [
        ("标题\n甲".encode() + b"\xff", "0xFF", 2, 2),
        (codecs.BOM_UTF8 + "甲乙".encode() + b"\xc0", "0xC0", 1, 3),
        ("图".encode("utf-16"), "0xFF", 1, 1),
        (b"ab\r\xe5\xb8", "0xE5", 2, 1),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_named_with_its_place(
    content: bytes, byte: str, line: int, column: int
) -> None:
    source, (found,) = decode("a.yaml", content)
    assert source is None
    assert found.code == "encoding-unknown"
    assert found.words["byte"] == byte
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line, column)


@pytest.mark.parametrize("character", "\0\x07\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\ufdd0\ufffe\uffff")
def test_characters_no_report_may_hold_are_reported_with_their_number(character: str) -> None:
    source, (found,) = decode("a.yaml", f"标题: 甲{character}乙".encode())
    assert source is not None
    assert found.code == "character-control"
    assert found.words["code_point"] == f"U+{ord(character):04X}"
    assert found.place is not None
    assert (found.place.column, found.place.end_column) == (6, 7)


@pytest.mark.parametrize("character", "\t\u3000\xa0\u200b\u2003𠮷👨\ue000")
def test_other_characters_are_left_alone(character: str) -> None:
    assert decode("a.yaml", f"a{character}b".encode())[1] == ()


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    source, (found,) = decode("a.yaml", b"x" * (LARGEST_FILE + 1))
    assert source is None
    assert found.code == "file-too-large"
    assert found.words == {"size": "16.0", "largest": "16"}
    assert decode("a.yaml", b"x" * LARGEST_FILE)[1] == ()

"""Where one encoding ends and another begins: shares of bytes, votes of lines, the characters of GBK since named."""

import codecs

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.source import LARGEST_FILE, decode, encode_like

GBK_SINCE_NAMED = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟"
    "㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
    "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟"
    "䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)
"""What GBK's bytes FE50 to FEA0 are in GB 18030-2022, in order."""


def findings(content: bytes) -> list[Diagnostic]:
    return list(decode("a.yaml", content)[1])


def encodings(content: bytes) -> tuple[str, ...]:
    """What is reported of the encoding of a file, by codes and encodings; nothing for UTF-8."""
    return tuple(str(each.words.get("encoding", each.code)) for each in findings(content))


def test_every_character_that_gbk_had_for_private_use_has_a_standard_one() -> None:
    content = "\n".join(map(chr, range(0xE815, 0xE815 + 80))).encode()
    _, found = decode("a.yaml", content)
    assert "".join(str(each.words["right"]) for each in found[:50]) == GBK_SINCE_NAMED[:50]
    _, found = decode("a.yaml", content[4 * 50 :])
    assert "".join(str(each.words["right"]) for each in found) == GBK_SINCE_NAMED[50:]
    assert [each.words.get("right") for each in findings("\ue814\ue865".encode())] == [None, None]


@pytest.mark.parametrize(
    ("content", "is_text"),
    [
        (b"\xff" * 11, True),  # a handful of bad bytes is damage,
        (b"\xff" * 12, False),
        (b"\xff" * 100 + b"a" * 800, True),  # and so is a tenth
        (b"\xff" * 101 + b"a" * 800, False),
        ("甲".encode("gbk") * 49 + b"\1\1", True),  # two controls in a hundred bytes
        ("甲".encode("gbk") * 48 + b"\1\1\1a", False),
        ("甲".encode("gbk") * 48 + b"\x08\x08\x08a", False),
        ("甲".encode("gbk") * 40 + b"\t" * 20, True),
        ("甲".encode("gbk") * 50_000 + b"\1" * 5000, True),  # as far as it is looked at
        ("甲".encode("gbk") * 30_000 + b"\1" * 5000, False),
        (b"\xff" + bytes(25) + b"a" * 74, False),  # a quarter of zeros
        (b"\xff" + bytes(26) + b"a" * 73, True),  # UTF-16, it seems
    ],
)
def test_a_file_with_many_bytes_that_no_text_has_is_not_a_text(content: bytes, is_text: bool) -> None:
    assert (encodings(content) != ("encoding-unknown",)) == is_text


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(("latin", "encoding"), [(33, False), (34, True)])
def test_utf_16_without_a_mark_shows_in_its_first_hundred_characters(order: str, latin: int, encoding: bool) -> None:
    """More than a third of them are ASCII, and so are a quarter of all."""
    text = "长" * (100 - latin) + "a" * latin + "b" * 1000
    assert (encodings(text.encode(f"utf-16-{order}")) == ("UTF-16",)) == encoding


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        ("u", ()),
        ("g", ("GBK",)),
        ("gg", ("GBK",)),
        ("ug", ("UTF-8",)),
        ("uug", ("UTF-8",)),
        ("uugg", ("UTF-8", "UTF-8")),
        ("ugg", ("GB18030", "GB18030")),
        ("uggg", ("GB18030", "GB18030")),
    ],
)
def test_the_lines_of_most_decide_on_the_encoding(lines: str, encoding: tuple[str, ...]) -> None:
    """u in UTF-8, g in GBK; lines of ASCII have no vote, and where as many are of each, it is UTF-8."""
    text = {"u": "标题：报告".encode(), "g": "标题：报告".encode("gbk")}
    content = b"\n".join(line for each in lines for line in (text[each], b"a: 1"))
    source, _ = decode("a.yaml", content)
    assert source is not None
    assert source.text == "\n".join(["标题：报告\na: 1"] * len(lines))
    assert encodings(content) == encoding


def test_lines_of_another_encoding_are_reported_from_their_first_chinese_character() -> None:
    content = "标题：报告\r\n".encode() * 2 + "ab甲\r\n".encode("gbk") + "c甲乙".encode("gbk")
    found = [each.place for each in findings(content) if each.code == "encoding-mixed"]
    assert [(each.line, each.column, each.end_column) for each in found if each] == [(3, 3, 4), (4, 2, 4)]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_bad_byte_behind_a_mark_is_the_byte_of_the_file(mark: bytes) -> None:
    content = mark + "甲乙丙丁".encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be") + b"\x07"
    assert [(each.code, each.words.get("byte")) for each in findings(content)] == [
        ("encoding-other", None),
        ("encoding-broken", "0x07"),
    ]


@pytest.mark.parametrize("bad", [50, 200, 201, 250])
def test_whatever_cannot_be_read_is_lost_and_the_rest_is_not(bad: int) -> None:
    """Two hundred bytes of a line are reported as such, others as characters that are lost."""
    source, found = decode("a.yaml", "报告。\n".encode() + ("标题：报告".encode() + b"\xff") * bad)
    assert source is not None
    assert source.text == "报告。\n" + "标题：报告\ufffd" * bad
    lost = sum(each.code == "character-lost" for each in found)
    assert lost == max(0, bad - 200)
    assert sum(each.code == "encoding-broken" for each in found) == min(200, bad)


def test_a_file_of_16_mb_is_the_largest() -> None:
    assert LARGEST_FILE == 16 * 1024 * 1024


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("标题".encode(), "新".encode()),
        ("\ufeff标题".encode(), "\ufeff新".encode()),
        ("标题".encode("gbk"), "新".encode("gbk")),
        ("标题".encode("utf-16"), "新".encode("utf-16")),
        (b"ab\xff", "新".encode()),
        (b"", "新".encode()),
    ],
)
def test_a_text_is_saved_as_its_file_was(before: bytes, after: bytes) -> None:
    """In UTF-8 where it was damaged."""
    assert encode_like("新", before) == after

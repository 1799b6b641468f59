"""One text, many ways to write it in the file."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.source import Mapping, Scalar
from tests.support import nodes


def _scalar(text: str) -> Scalar:
    """The value of ``t`` in a YAML text."""
    root = nodes(text)
    assert isinstance(root, Mapping)
    node = root.get("t")
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    ("yaml", "text"),
    [
        # a line end is a joint, a blank line a paragraph, in every style
        ("t: 一\n  二\n", "一\n二"),
        ("t: >-\n  一\n  二\n", "一\n二"),
        ("t: |\n  一\n  二\n", "一\n二"),
        ("t: '一\n  二'\n", "一\n二"),
        ('t: "一\n  二"\n', "一\n二"),
        ("t: 一\n\n  二\n", "一\n\n二"),
        ("t: >\n  一\n\n\n\n  二\n\n\n", "一\n\n二"),
        ("t: |+\n  一\n   \n  二\n\n", "一\n\n二"),
        ("t: '一\n\n  二'\n", "一\n\n二"),
        ('t: "一\n   \n  二"\n', "一\n\n二"),
        # blanks at line ends and beginnings belong to the file, not to the text
        ("t: >-\n  一  \n  二\t\n", "一\n二"),
        ("t: |2\n    一\n   二\n", "一\n二"),
        ("t: >1-\n   一\n  二\n", "一\n二"),
        ("t: >-  # 注\n  一\n  二\n# 注\nu: x\n", "一\n二"),
        ("t: |\n  一\n  # 不是注释\n", "一\n# 不是注释"),
        ("t: '\n  一\n  '\n", "一"),
        ("t: |\n\n  一\n", "一"),
        ("t: |\n", ""),
        ("t: >-\n\n\n", ""),
        # but what is inside of quotes on one line is as typed
        ("t: ' 一 '\n", " 一 "),
        ('t: " 一 "\n', " 一 "),
        ("t: '　一'\n", "　一"),
        ("t: |\n  　一\n", "　一"),
        # quotes and escapes
        ("t: 'it''s ''a'''\n", "it's 'a'"),
        ("t: 'it''s\n  ''a'''\n", "it's\n'a'"),
        ("t: ''''\n", "'"),
        (r't: "a\"b\\c\/d"' + "\n", 'a"b\\c/d'),
        (r't: "\u4e00\x41\U00020bb7\t\_"' + "\n", "一A𠮷\t\xa0"),
        # an escaped line end is one the author asked for, however written
        (r't: "一\n二"' + "\n", "一\u2028二"),
        (r't: "一\r二\L三\P四\x0a五\u2028六\u2029七"' + "\n", "一\u2028二\u2028三\u2028四\u2028五\u2028六\u2028七"),
        ('t: "一\\n\n  二"\n', "一\u2028\n二"),
        # a backslash at the end of a line joins without a trace
        ('t: "abc\\\n  def"\n', "abcdef"),
        ('t: "abc \\\n  def"\n', "abc def"),
        ('t: "abc\\\n\n  def"\n', "abc\n\ndef"),
        ('t: "abc\\\\\n  def"\n', "abc\\\ndef"),
        ('t: "abc\\ \n  def"\n', "abc \ndef"),
        ('t: "abc\\   \n  def"\n', "abc \ndef"),
        ('t: "abc\\\\ \n  def"\n', "abc\\\ndef"),
        ('t: "\\\n  abc\\\n  "\n', "abc"),
        # other line ends
        ("t: 一\r\n  二\r\n\r\n  三\r\n", "一\n二\n\n三"),
        ("t: >-\r\n  一\r\n  二\r\n", "一\n二"),
        ("t: |\r  一\r  二\r\r  三\r", "一\n二\n\n三"),
        ("t: '一\r  二'\r", "一\n二"),
    ],
)
def test_how_a_scalar_is_written_does_not_change_its_text(yaml: str, text: str) -> None:
    assert _scalar(yaml).text == text


@pytest.mark.parametrize(
    "yaml",
    [
        "t: 一二【甲】\n",
        "t: 一\n  二【甲】\n",
        "t: >2-\n    一\n\n     二【甲】\n# 后\n",
        "t: |\n  𠮷\n  二【甲】\n",
        "t: 'it''s'' 一【甲】'\n",
        "t: 'it''s\n  一''【甲】'\n",
        't: "a\\"b\\u4e00\\\n   c【甲】"\n',
        't: "a\\\\ \n\n   c\\n【甲】"\n',
        "t: !!str 一【甲】\n",
        "t: &a '一【甲】'\n",
        "t: &a !b |\n  一【甲】\n",
        "t: |\r\n  一\r\n  二【甲】\r\n",
        "\n\nu: x\nt: >\r  一\r\r  二【甲】\r",
    ],
)
def test_a_piece_of_text_is_found_where_it_is_in_the_file(yaml: str) -> None:
    from reportgen.source import Source, parse

    source = Source("a.yaml", yaml)
    root, _ = parse(source)
    assert isinstance(root, Mapping)
    node = root.get("t")
    assert isinstance(node, Scalar)
    start = node.text.index("【甲】")
    place = node.place_of(start, start + 3)
    assert source.lines[place.line - 1][place.column - 1 : place.end_column - 1] == "【甲】"
    assert place.line == place.end_line


def test_the_place_of_a_joint_lies_inside_of_its_text() -> None:
    node = _scalar("t: 一\n\n  二")
    for start in range(len(node.text)):
        for end in range(start, len(node.text) + 1):
            place = node.place_of(start, end)
            assert (1, 4) <= (place.line, place.column) <= (place.end_line, place.end_column) <= (3, 4)


def test_an_escaped_quote_is_marked_where_it_begins() -> None:
    node = _scalar("t: 'a''b【c】'\n")
    assert node.text == "a'b【c】"
    assert [node.place_of(position, position + 1).column for position in range(4)] == [5, 6, 8, 9]


# Words that YAML reads as they are at the beginning of a line, in every style.
_WORDS = st.one_of(
    st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True), st.sampled_from(["全年", "工作。", "“民生”", "【甲】"])
)


class _Written(NamedTuple):
    """Paragraphs of lines of words."""

    paragraphs: list[list[list[str]]]

    def text(self) -> str:
        return "\n\n".join("\n".join(" ".join(words) for words in lines) for lines in self.paragraphs)

    def lines(self, indent: str) -> str:
        return f"\n{indent}".join(self.text().split("\n"))


_WRITTEN = st.builds(
    _Written,
    st.lists(st.lists(st.lists(_WORDS, min_size=1, max_size=4), min_size=1, max_size=4), min_size=1, max_size=4),
)


@pytest.mark.slow
@given(_WRITTEN, st.integers(1, 6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_paragraphs_have_one_text_in_every_scalar_style(written: _Written, indent: int, line_end: str) -> None:
    blank = " " * indent
    body = written.lines(blank)
    for style in (f"t: {body}", f't: "{body}"', f"t: '{body}'", f"t: |\n{blank}{body}", f"t: >-\n{blank}{body}\n\n"):
        assert _scalar(f"{style}\nu: x\n".replace("\n", line_end)).text == written.text()


_PLAIN_CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"], exclude_characters="\ufeff"
)


@pytest.mark.slow
@given(st.text(_PLAIN_CHARACTERS, min_size=1, max_size=40), st.sampled_from(["'", '"']), st.data())
def test_every_character_of_a_quoted_text_is_found_at_itself(text: str, quote: str, data: st.DataObject) -> None:
    raw = text.replace("'", "''") if quote == "'" else text.replace("\\", "\\\\").replace('"', '\\"')
    node = _scalar(f"t: {quote}{raw}{quote}\n")
    assert node.text == text
    position = data.draw(st.integers(0, len(text) - 1))
    place = node.place_of(position, position + 1)
    line = node.source.lines[place.line - 1]
    shown = line[place.column - 1]
    assert shown == ("\\" if quote == '"' and text[position] in '"\\' else text[position])


@pytest.mark.slow
@given(_WRITTEN, st.data())
def test_every_character_of_a_block_text_is_found_at_itself(written: _Written, data: st.DataObject) -> None:
    node = _scalar("t: |\n   " + written.lines("   ") + "\n# 后\n")
    position = data.draw(st.integers(0, len(node.text) - 1).filter(lambda at: node.text[at] != "\n"))
    place = node.place_of(position, position + 1)
    assert node.source.lines[place.line - 1][place.column - 1 : place.end_column - 1] == node.text[position]

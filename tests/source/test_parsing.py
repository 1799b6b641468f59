"""YAML to nodes with places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostic, has_errors, in_order, render_full
from reportgen.report import read_report
from reportgen.source import Mapping, Node, Scalar, Sequence, Source, decode, find, merge, parse
from reportgen.source.composing import LONGEST_TEXT, MOST_NODES
from reportgen.source.marks import INVISIBLE, ODD_SPACES
from tests.support import MINIMAL, nodes


def _plain(node: Node) -> object:
    if isinstance(node, Mapping):
        return {entry.key.text: _plain(entry.value) for entry in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


def _stretch(node: Node) -> str:
    return node.source.text[node.start : node.end]


def test_a_collection_ends_with_its_last_entry_not_with_the_comments_after_it() -> None:
    root = nodes("a:\n  b: 一\n  c:\n    - 二\n    - d: 三  # 注\n\n  # 注\n\ne: [x, y]  # 注\nf: {g: h}\n# 完\n")
    assert _stretch(root).endswith("{g: h}")
    assert _stretch(find(root, ("a",))) == "b: 一\n  c:\n    - 二\n    - d: 三"
    assert _stretch(find(root, ("a", "c"))) == "- 二\n    - d: 三"
    assert _stretch(find(root, ("e",))) == "[x, y]"
    assert _stretch(find(root, ("f",))) == "{g: h}"


def test_an_entry_without_a_value_still_lies_inside_its_mapping() -> None:
    assert _stretch(nodes("a: 1\nbcd:\n\n# 注\n")) == "a: 1\nbcd:"


def test_places_count_lines_and_characters_from_one_in_any_line_end() -> None:
    for line_end in ("\n", "\r\n", "\r"):
        root = nodes(line_end.join(["# 注", "标题: 甲", "节:", "  - 乙𠮷丙", ""]))
        place = find(root, ("节", 0)).place(("节", 0))
        assert (place.line, place.column, place.end_line, place.end_column) == (4, 5, 4, 8)
        assert place.path == ("节", 0)


def test_no_place_lies_inside_a_line_end() -> None:
    """What a repair inserts at the end of a line has no character of its own in the file."""
    place = Source("a", "甲\r\n乙").place(1, 2)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 2, 1, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "# 注\n", "---\n", "---\n# 注\n...\n", "%YAML 1.1\n---\n"])
def test_a_file_without_content_is_reported_as_empty(text: str) -> None:
    root, found = parse(Source("a", text))
    assert root is None
    assert [each.code for each in found] == ["file-empty"]


def _codes(text: str) -> list[str]:
    return [each.code for each in parse(Source("a", text))[1]]


def test_there_are_64_levels_below_the_first() -> None:
    """As the message says."""
    for one, other in (("[", "]"), ("{a: ", "}"), ("- ", "")):
        assert _codes(one * 64 + "a" + other * 64) == []
        (found,) = parse(Source("a", one * 65 + "a" + other * 65))[1]
        assert (found.code, found.words) == ("yaml-too-deep", {"largest": "64"})
    assert _codes("[" * 100_000) == ["yaml-too-deep"]


@pytest.mark.parametrize(("length", "codes"), [(1000, ["text-unquoted"]), (1001, ["yaml-syntax"])])
def test_a_line_of_a_thousand_characters_is_quoted(length: int, codes: list[str]) -> None:
    for before, after in (("a: ", ""), ("a: [", "]")):
        text = "*b " + "甲" * (length - len(before + after) - 3)
        (found,) = parse(Source("a", f"{before}{text}{after}\n"))[1]
        assert ([found.code], found.words.get("quoted", f'"{text}"')) == (codes, f'"{text}"')


@pytest.mark.slow
def test_the_number_of_entries_is_bounded() -> None:
    (found,) = parse(Source("a", "- a\n" * MOST_NODES))[1]
    assert (found.code, found.words) == ("yaml-too-many", {"largest": "400000"})
    (found,) = parse(Source("a", "a: " + "中" * (LONGEST_TEXT + 1)))[1]
    assert (found.code, found.words) == ("yaml-text-too-long", {"most": "1"})
    assert _codes("a: " + "中" * LONGEST_TEXT) == []
    assert _codes("- a\n" * 1000) == []


def test_a_reported_fault_does_not_stop_the_reading() -> None:
    """Every fault of a file is reported at once, so parsing goes on past characters that decoding has refused."""
    source, decoded = decode("a", b"a: \x00x\nb: \x01y\nb: z\n")
    assert source is not None
    root, found = parse(source)
    assert isinstance(root, Mapping)
    assert [each.code for each in (*decoded, *found)] == ["character-control"] * 2 + ["yaml-duplicate-key"]


@pytest.mark.parametrize("escape", [r"\0", r"\x07", r"\e", r"\N", r"\u0085", r"\ufffe"])
def test_an_escape_cannot_bring_in_what_no_file_may_hold(escape: str) -> None:
    source = Source("a", f't: "甲{escape}乙"\n')
    _, (found,) = parse(source)
    assert found.code == "character-control"
    assert found.place is not None
    assert found.place.column == 6


def test_the_first_of_two_keys_is_kept() -> None:
    root, (found,) = parse(Source("a", "a: 1\nb: 2\na: 3\n"))
    assert root is not None
    assert find(root, ("a",)).place().line == 1
    assert found.words == {"key": "a", "line": "1"}


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("t: {甲}乙", "{甲}乙"),
        ("t: *甲", "*甲"),
        ("  - @甲  ", "@甲"),
        ("- t: 甲: 乙: 丙", "甲: 乙: 丙"),
        ("t: - 甲", "- 甲"),
        ("t: {value: 99.5, unit: %}", "%"),
        ("t: {unit: % , value: 99.5}", "%"),
        ("t: [甲, {b: 乙: 丙}]", "乙: 丙"),
        ("t: [甲,\n  @乙,\n  丙]", "@乙"),
    ],
)
def test_a_text_that_needs_quotes_is_marked_and_shown_quoted(line: str, marked: str) -> None:
    source = Source("a", line + "\n")
    _, (found,) = parse(source)
    assert found.words["quoted"] == f'"{marked}"'
    place = found.place
    assert place is not None
    assert line.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == marked
    assert parse(Source("a", line.replace(marked, str(found.words["quoted"])) + "\n"))[1] == ()


@pytest.mark.parametrize("line", ['t: {a "b"} c', r"t: {a \ it's} b"])
def test_the_quoted_form_can_be_pasted_whatever_is_in_it(line: str) -> None:
    _, (found,) = parse(Source("a", line))
    root = nodes(line.replace(line[3:], str(found.words["quoted"])))
    assert isinstance(value := find(root, ("t",)), Scalar)
    assert value.text == line[3:]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('a: [\n  "甲[乙",\n  # 注 [\n  "丙: {丁"\n]\n', ["甲[乙", "丙: {丁"]),
        ('a: ["甲[乙\n  丙"\n]\n', ["甲[乙\n丙"]),
        ('a: [丁, # 注\n\n  "甲\n  乙，["\n]\n', ["丁", "甲\n乙，["]),
        ('a: [{b: # 注\n  "甲{乙"}]\n', [{"b": "甲{乙"}]),
    ],
)
def test_quoted_texts_in_brackets_may_begin_and_end_on_any_line(text: str, read: object, line_end: str) -> None:
    root, found = parse(Source("a", text.replace("\n", line_end)))
    assert found == ()
    assert root is not None
    assert _plain(find(root, ("a",))) == read


@pytest.mark.parametrize("head", ["---\n", "%YAML 1.1\n--- # 注\n"])
def test_slips_are_found_below_the_mark_that_begins_a_document(head: str) -> None:
    text = "甲: >-\n  乙\n\n  \u3000\n丙:\u3000丁\n戊:\n\t己: 庚\n"
    assert _codes(head + text) == _codes(text) == ["slip-space-text", "slip-space", "slip-tab"]


@pytest.mark.parametrize("blank", "\u3000\xa0\u2003\u200b")
@pytest.mark.parametrize("text", ["甲:{}乙", "甲:\n  -{}乙", "甲{}: 乙", "甲:\n{}  乙: 丙"])
def test_an_odd_blank_is_one_finding_wherever_it_is(text: str, blank: str) -> None:
    assert len(_codes(f"{text.format(blank)}\n")) == 1


def test_every_odd_blank_and_invisible_character_is_found_in_a_text() -> None:
    for character in filter(re.compile(f"[{INVISIBLE}{ODD_SPACES}]").match, map(chr, range(0x10000))):
        _, found = parse(Source("a", f"标题: 甲{character}乙\n"))
        assert [each.code for each in found] in (["slip-invisible"], ["slip-space-text"]), hex(ord(character))


def test_what_was_left_open_is_marked_where_it_was_opened() -> None:
    _, (found,) = parse(Source("a", 'a: 1\nb: "甲\nc: 2\nd: 3\n'))
    assert found.place is not None
    assert (found.place.line, found.place.column) == (2, 4)


def test_merging_lays_mappings_over_each_other_and_replaces_the_rest() -> None:
    base = nodes("a: {b: 1, c: [1, 2], d: {e: 1, f: 2}}\ng: 1\n")
    merged = merge(base, nodes("a: {c: [3], d: {f: 3, h: 4}}\ni: 5\n"))
    plain = _plain(merged)
    assert plain == {"a": {"b": "1", "c": ["3"], "d": {"e": "1", "f": "3", "h": "4"}}, "g": "1", "i": "5"}
    assert isinstance(plain, dict)
    assert list(plain) == ["a", "g", "i"]


def test_finding_stops_at_the_deepest_node_there_is() -> None:
    root = nodes("a: {b: [x]}\n")
    assert find(root, ("a", "b", 0)) != find(root, ("a", "b"))
    assert find(root, ("a", "b", 7, "c")) == find(root, ("a", "b"))
    assert find(root, ("z", "y")) == root


# Pieces that YAML and reports give a meaning to, so that random files get past the first line.
_MARKS = [*"{}[]:,-'\"\\&*!|>#?~%@`甲𠮷a1【】.\n\r \t\0\x85\u2028\ufeff"]
_WORDS = ["\r\n", "  ", ": ", "- ", " # ", "|\n", ">-\n", "---\n", "...\n", "&a ", "*a", "!t ", "\\x00", "**", "【甲】"]
_FIELDS = ["schema: 1\n", "title: ", "reviews:\n", "  items:\n", "    - ", "text: ", "metrics: ", "{value: 5.8万}\n"]
_PIECES = st.lists(st.sampled_from([*_MARKS, *_WORDS, *_FIELDS]), max_size=40).map("".join)
_TEXTS = st.one_of(st.text(max_size=60), _PIECES, _PIECES.map(lambda text: MINIMAL + text))


def _everything(content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    source, found = decode("a.yaml", content)
    if source is None:
        return None, found
    root, parsed = parse(source)
    return source, in_order((*found, *parsed, *(read_report(root, 2025).found if root is not None else ())))


@pytest.mark.slow
@given(st.one_of(_TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=60)))
def test_no_file_whatsoever_raises_and_every_finding_lies_inside_of_it(content: bytes) -> None:
    source, found = _everything(content)
    for diagnostic in found:
        for language in ("zh", "en"):
            render_full(diagnostic, {source.file: source.lines} if source else {}, language)
        place = diagnostic.place
        assert place is not None
        if source is not None:
            assert 1 <= place.line <= place.end_line <= len(source.lines)
            assert 1 <= place.column <= len(source.lines[place.line - 1]) + 1
            assert 1 <= place.end_column <= len(source.lines[place.end_line - 1]) + 1
            assert (place.line, place.column) <= (place.end_line, place.end_column)


@pytest.mark.slow
@given(_TEXTS)
def test_parsing_and_reading_never_raise_on_a_text_that_no_decoder_has_seen(text: str) -> None:
    root, _ = parse(Source("a.yaml", text))
    if root is not None:
        read_report(root, 2025)


@given(_TEXTS)
def test_every_node_lies_inside_the_one_that_holds_it(text: str) -> None:
    root, _ = parse(Source("a.yaml", text))
    if root is not None:
        _check_inside(root)


def _check_inside(node: Node) -> None:
    assert 0 <= node.start <= node.end <= len(node.source.text)
    inner: list[Node] = []
    if isinstance(node, Mapping):
        inner = [each for entry in node.entries for each in (entry.key, entry.value)]
    elif isinstance(node, Sequence):
        inner = list(node.items)
    for each in inner:
        assert node.start <= each.start <= each.end <= node.end
        _check_inside(each)


def test_a_line_too_far_left_is_read_with_the_text_above_it() -> None:
    root, (found,) = parse(Source("a", "a:\n  b: >-\n    一\n 二\n  c: 三\n"))
    assert found.code == "block-unindented"
    assert root is not None
    text, after = find(root, ("a", "b")), find(root, ("a", "c"))
    assert isinstance(text, Scalar)
    assert isinstance(after, Scalar)
    assert (text.text, after.text) == ("一\n二", "三")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a: 1\nb 2\nc: 3\n", {"a": "1", "b": "2", "c": "3"}),
        ("a: 1\nbb 2\nc: 3\n", {"a": "1", "c": "3"}),
        ("a: @1\nb: 2\n", {"a": "@1", "b": "2"}),
        ("a:\n  - 1\n b: 2\nc: 3\n", {"a": ["1"], "b": "2", "c": "3"}),
        ('a: "1\nb: [2, 3\nc: {d: 4\n', {"a": "1", "b": ["2", "3"], "c": {"d": "4"}}),
        ("a：1\n-b: 2\nc:{d:4}\n", None),
    ],
)
def test_reading_goes_on_behind_every_fault(text: str, lost: object) -> None:
    def plain(node: Node) -> object:
        if isinstance(node, Mapping):
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text

    root, found = parse(Source("a", text), frozenset("abcd"))
    assert root is not None
    assert has_errors(found)
    assert lost is None or plain(root) == lost


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quoted_text_on_lines_of_its_own_has_no_key_in_it(quote: str) -> None:
    """A full-width colon before a bracket is not a slip where the line begins inside of quotes."""
    text = f"opening:\n {quote}全年2024：[丁]，\n {{未完{quote}\n"
    assert [found.code for found in parse(Source("2025.yaml", text), frozenset({"opening"}))[1]] == []

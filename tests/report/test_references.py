"""What a printed text is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.report.references import (
    Aspect,
    Emphasis,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Reference,
    Unclosed,
    is_plain,
    parse_text,
    references_in,
)


def _shown(text: str) -> str:
    """The text with its pieces made visible: <emphasis>, [reference|aspect], ! for unclosed, / | ¶ for line ends."""
    shown = ""
    assert Literal("") not in parse_text(text), "there are no pieces of nothing"
    for piece in parse_text(text):
        if isinstance(piece, Literal):
            shown += piece.text
        elif isinstance(piece, Reference):
            shown += f"[{piece.name}|{'?' if piece.aspect is None else piece.aspect.name}{'~' * piece.spaced}]"
        elif isinstance(piece, Emphasis):
            shown += "<" if piece.begins else ">"
        else:
            shown += {Unclosed: "!", Joint: "/", LineBreak: "|", ParagraphEnd: "¶"}[type(piece)]
    return shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("征集【提案】件", "征集[提案|PRINTED]件"),
        ("【提案：数值】【提案:value】【提案.数值】", "[提案|NUMBER]" * 3),
        ("【提案：名称】【提案.label】", "[提案|LABEL]" * 2),
        ("【提案：变化】【提案：change】", "[提案|CHANGE]" * 2),
        ("【提案：别的】【提案：】", "[提案|?]" * 2),
        ("【提案：数.值】【提案.数：值】【提案:数：值】", "[提案|?]" * 3),
        ("【本年】【year】", "[本年|PRINTED]" * 2),
        ("【下年】【next_year】【上年】【last_year】", "[下年|PRINTED]" * 2 + "[上年|PRINTED]" * 2),
        ("【 提案】【提案\u3000】【提案 ：数值】【提案：\xa0数值】", "[提案|PRINTED~]" * 2 + "[提案|NUMBER~]" * 2),
        ("【】", "[|PRINTED]"),
        ("【：变化】【：】", "[|CHANGE][|?]"),
        ("【【提案】", "【提案】"),
        ("【【【提案】】", "【[提案|PRINTED]】"),
        ("【提【案】", "!提[案|PRINTED]"),
        ("【提\n案】", "!提/案】"),
        ("】【", "】!"),
        ("一\n二\n\n三\u2028四", "一/二¶三|四"),
    ],
)
def test_brackets_and_line_ends(text: str, shown: str) -> None:
    assert _shown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**重点**工作", "<重点>工作"),
        ("一**二**三**四**五", "一<二>三<四>五"),
        ("**【提案】**", "<[提案|PRINTED]>"),
        ("**跨\n行**", "<跨/行>"),
        ("**跨\n\n段**", "**跨¶段**"),
        ("**不收尾", "**不收尾"),
        ("不开头**", "不开头**"),
        ("** 空**", "** 空**"),
        ("**空 **", "**空 **"),
        ("**a **b**", "<a **b>"),
        ("****", "****"),
        ("***三***", "***三***"),
        ("138****5678", "138****5678"),
        ("a*b*c", "a*b*c"),
        (r"\*\*照印\*\*", "**照印**"),
        (r"\**一**", "**一**"),
        ("【**】", "[**|PRINTED]"),
        ("一**二**", "一<二>"),
        ("**一**\n\n**二**", "<一>¶<二>"),
    ],
)
def test_emphasis(text: str, shown: str) -> None:
    assert _shown(text) == shown


def test_the_references_of_a_text_are_found_in_order() -> None:
    assert [each.name for each in references_in("甲【乙】【【丙】\n【丁：变化】【")] == ["乙", "丁"]
    assert not list(references_in("甲**乙**"))


def test_offsets_are_those_of_the_brackets() -> None:
    text = "一【提案】二【"
    reference, unclosed = (piece for piece in parse_text(text) if isinstance(piece, (Reference, Unclosed)))
    assert text[reference.start : reference.end] == "【提案】"
    assert text[unclosed.start : unclosed.end] == "【"


@pytest.mark.slow
@given(st.text(st.characters(exclude_characters="【*\\\n\u2028", codec="utf-8")))
def test_a_text_without_marks_comes_out_as_it_was_typed(text: str) -> None:
    assert "".join(piece.text for piece in parse_text(text) if isinstance(piece, Literal)) == text


def _written(text: str) -> str:
    """The pieces put together again as they were written."""
    written = ""
    for piece in parse_text(text):
        if isinstance(piece, Literal):
            written += piece.text
        elif isinstance(piece, (Reference, Unclosed)):
            written += text[piece.start : piece.end]
        else:
            written += {Emphasis: "**", Joint: "\n", LineBreak: "\u2028", ParagraphEnd: "\n\n"}[type(piece)]
    return written


@pytest.mark.slow
@given(st.text(st.sampled_from("甲a 【】**\n\u2028：.\\")))
def test_no_character_is_lost_but_those_that_escape(text: str) -> None:
    assert _written(text) == _unescaped(text)


def _unescaped(text: str) -> str:
    """``【【`` and ``\\*`` reduced, from left to right, but not inside of a reference: an oracle of its own."""
    out, position = "", 0
    while position < len(text):
        if text.startswith("【【", position):
            out, position = out + "【", position + 2
        elif text[position] == "【":
            stop = next((at for at in range(position + 1, len(text)) if text[at] in "【】\n\u2028"), None)
            end = stop + 1 if stop is not None and text[stop] == "】" else position + 1
            out, position = out + text[position:end], end
        elif text.startswith("\\*", position):
            out, position = out + "*", position + 2
        else:
            out, position = out + text[position], position + 1
    return out


@given(st.text(st.sampled_from("甲 *\n【】"), max_size=30))
def test_emphasis_is_always_paired_within_its_paragraph_and_holds_something(text: str) -> None:
    open_since = None
    for index, piece in enumerate(parse_text(text)):
        if isinstance(piece, Emphasis):
            assert piece.begins == (open_since is None)
            if not piece.begins:
                assert open_since is not None
                assert index > open_since + 1
            open_since = index if piece.begins else None
        if isinstance(piece, ParagraphEnd):
            assert open_since is None
    assert open_since is None


def test_an_aspect_is_the_word_in_the_brackets() -> None:
    assert [aspect.value for aspect in Aspect] == ["", "数值", "名称", "变化"]


@given(st.text("甲【】*\\\n\u2028 "))
def test_a_plain_text_is_words_alone(text: str) -> None:
    pieces = parse_text(text)
    if is_plain(text):
        assert pieces == ((Literal(text),) if text else ())
    else:
        assert pieces != (Literal(text),) or "*" in text

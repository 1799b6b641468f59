"""Texts as they print, piece by piece."""

import pytest

from reportgen.report import Reference
from reportgen.report.joints import printed
from reportgen.report.printed_text import printed_pieces
from reportgen.report.references import Emphasis, Joint, LineBreak, ParagraphEnd, Piece


def _printed(text: str) -> list[str]:
    """The pieces: ``*`` before emphasized ones, ``@`` before those of references, ``¶`` for ends of paragraphs."""
    return [
        "¶" if piece.ends_paragraph else "*" * piece.strong + "@" * (piece.reference is not None) + piece.text
        for piece in printed_pieces(text, _number)
    ]


def _number(reference: Reference) -> str:
    return {"提案": "546件", "速率": "5G"}.get(reference.name, "")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("全年工作", ["全年工作"]),
        ("征集【提案】。", ["征集", "@546件", "。"]),
        ("甲**乙【提案】**丙", ["甲", "*乙", "*@546件", "丙"]),
        ("全年\n工作", ["全年", "工作"]),
        ("the\nPDF", ["the", " ", "PDF"]),
        ("the\n**PDF**", ["the", " ", "*PDF"]),
        ("**the\nPDF**", ["*the", "* ", "*PDF"]),
        ("at\n【速率】", ["at", " ", "@5G"]),
        ("at\n【提案】", ["at", " ", "@546件"]),
        ("全年\n【速率】", ["全年", "@5G"]),
        ("甲\n\n乙", ["甲", "¶", "乙"]),
        ("the\n\nPDF", ["the", "¶", "PDF"]),
        ("the\n\n\nPDF", ["the", "¶", "PDF"]),
        ("一\u2028二", ["一", "\u2028", "二"]),
        ("甲\u200b乙", ["甲乙"]),
        ("【【甲", ["【", "甲"]),
        ("【甲", ["【", "甲"]),
        ("【无】", []),
        ("", []),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert _printed(text) == pieces


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("全年工作", ["全年工作"]),
        ("征集【提案】。", ["征集", "【提案】", "。"]),
        ("甲**乙【提案】**丙", ["甲", "乙", "【提案】", "丙"]),
        ("the\n**PDF**", ["the", "\n", "PDF"]),
        ("甲\n\n乙", ["甲", "\n\n", "乙"]),
        ("甲\u200b乙", ["甲\u200b乙"]),
    ],
)
def test_pieces_know_where_they_were_written(text: str, sources: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in printed_pieces(text, _number)] == sources


def _resolved(text: str) -> list[str]:
    """What a file alone tells: ``*`` emphasis, ``/`` a line break, ``¶`` an end of a paragraph, ``?`` an open joint."""
    return [part if isinstance(part, str) else _mark(part) for part in printed(text)]


def _mark(piece: Piece) -> str:
    match piece:
        case Reference():
            return f"【{piece.name}】"
        case Emphasis():
            return "*"
        case Joint():
            return "?"
        case LineBreak():
            return "/"
        case ParagraphEnd():
            return "¶"
        case _:
            raise AssertionError(piece)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("全年工作", ["全年工作"]),
        ("全年\n工作", ["全年工作"]),
        ("the\nPDF", ["the PDF"]),
        ("征集【提案】。", ["征集", "【提案】", "。"]),
        ("【提案】【信息】", ["【提案】", "【信息】"]),
        ("甲**乙**丙", ["甲", "*", "乙", "*", "丙"]),
        ("甲\n\n乙", ["甲", "¶", "乙"]),
        ("at\n【提案】", ["at", "?", "【提案】"]),
        ("全年\n【提案】", ["全年", "【提案】"]),
        ("**甲**\n**乙**", ["*", "甲", "*", "*", "乙", "*"]),
        ("", []),
    ],
)
def test_what_a_file_alone_tells_of_its_print(text: str, parts: list[str]) -> None:
    assert _resolved(text) == parts

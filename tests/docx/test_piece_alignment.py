"""Which atoms of changed paragraphs are the same: differences that can be read, paragraphs split and joined."""

import pytest

from reportgen.docx import piece_alignment
from reportgen.docx.piece_alignment import align_pieces
from reportgen.docx.pieces import Mark, Piece


def aligned(old: str, new: str) -> str:
    """Both versions as one: `甲 [乙→丙] 丁¶`; spaces between atoms; ¶ and a letter end a paragraph of a style."""
    spans = align_pieces(_pieces(old), _pieces(new))
    return " ".join(
        " ".join(span.new) if span.same else f"[{' '.join(span.old)}→{' '.join(span.new)}]" for span in spans
    )


def _pieces(text: str) -> list[str]:
    return [Mark(each) if each.startswith("¶") else _piece(each) for each in text.split()]


def _piece(text: str) -> Piece:
    piece = Piece(text)
    piece.text = text
    return piece


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲 乙 ¶a", "甲 乙 ¶a", "甲 乙 ¶a"),
        ("甲 乙 ¶a", "甲 丙 ¶a", "甲 [乙→丙] ¶a"),
        ("甲 乙 ¶a", "甲 乙 丙 ¶a", "甲 乙 [→丙] ¶a"),
        ("甲 ¶a 乙 ¶a", "乙 ¶a", "[甲 ¶a→] 乙 ¶a"),
        ("乙 ¶a", "甲 ¶a 乙 ¶a", "[→甲 ¶a] 乙 ¶a"),
        ("甲 乙 ¶a", "甲 ¶a 乙 ¶a", "甲 [→¶a] 乙 ¶a"),
        ("甲 ¶a 乙 ¶a", "甲 乙 ¶a", "甲 [¶a→] 乙 ¶a"),
        ("甲 ¶a", "甲 ¶b", "甲 ¶b"),
        ("甲 ¶a 乙 ¶a", "丙 ¶b 丁 ¶b", "[甲→丙] ¶b [乙→丁] ¶b"),
        ("甲 ¶a 乙", "丙 ¶b 丁", "[甲→丙] ¶b [乙→丁]"),
        ("¶a", "¶b 丁", "¶b [→丁]"),
        ("甲 乙", "甲 丙", "甲 [乙→丙]"),
        ("", "甲 ¶a", "[→甲 ¶a]"),
    ],
)
def test_what_is_the_same_stays_and_the_rest_went_and_came(old: str, new: str, expected: str) -> None:
    """A paragraph whose style alone changed stays; marks that came or went part or join paragraphs."""
    assert aligned(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲 中 乙", "丙 中 丁", "[甲 中 乙→丙 中 丁]"),
        ("甲 甲 中 乙", "丙 中 丁", "[甲 甲 中 乙→丙 中 丁]"),
        ("甲 中 中 乙", "丙 中 中 丁", "[甲→丙] 中 中 [乙→丁]"),
        ("甲 甲 中 中 乙 乙", "丙 中 中 丁", "[甲 甲 中 中 乙 乙→丙 中 中 丁]"),
        ("甲 甲 中 中 乙", "丙 中 中 丁", "[甲 甲→丙] 中 中 [乙→丁]"),
        ("中 乙", "丙 中 丁", "[→丙] 中 [乙→丁]"),
        ("甲 中", "丙 中 丁", "[甲→丙] 中 [→丁]"),
        ("甲 中 乙", "中 丁", "[甲→] 中 [乙→丁]"),
        ("甲 中 乙", "丙 中", "[甲→丙] 中 [乙→]"),
        ("甲 ¶a 乙 ¶a", "丙 ¶a 丁 ¶a", "[甲→丙] ¶a [乙→丁] ¶a"),
        ("甲 中 乙 文 戊", "丙 中 丁 文 己", "[甲 中 乙 文 戊→丙 中 丁 文 己]"),
        (
            "甲 甲 甲 中 中 中 乙 文 戊",
            "丙 丙 丙 中 中 中 丁 文 己",
            "[甲 甲 甲 中 中 中 乙 文 戊→丙 丙 丙 中 中 中 丁 文 己]",
        ),
    ],
)
def test_little_that_is_the_same_between_two_others_is_given_up(old: str, new: str, expected: str) -> None:
    """No longer than what was replaced on either side of it; never the end of a paragraph."""
    assert aligned(old, new) == expected


@pytest.mark.parametrize(
    ("at_once", "expected"),
    [(56, "甲 乙 [¶a→] 丙 丁 ¶a [戊→己] ¶a"), (55, "甲 乙 [→丙 丁] ¶a [丙 丁 ¶a→] [戊 ¶a→] [→己 ¶a]")],
)
def test_very_many_atoms_are_aligned_paragraph_by_paragraph(
    at_once: int, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight against seven here, in place of a thousand against a thousand."""
    monkeypatch.setattr(piece_alignment, "_AT_ONCE", at_once)
    assert aligned("甲 乙 ¶a 丙 丁 ¶a 戊 ¶a", "甲 乙 丙 丁 ¶a 己 ¶a") == expected

"""Marks of notes in our Word files: the style sheet puts them there, so they are no text of a report."""

from reportgen.manuscript.manuscript_types import Paragraph

NOTE_MARK = "注码"
"""The name of their style."""


def without_stray_marks(paragraph: Paragraph, printed: str) -> str:
    """The text of a paragraph without marks that the line it was did not have.

    A mark is a field, and LibreOffice leaves fields behind where text with one is deleted as a tracked change.
    """
    kept: list[str] = []
    for span in paragraph.spans:
        stray = span.look.style == NOTE_MARK and not _has_words(span.text) and span.text not in printed
        kept += () if stray else (span.text,)
    return "".join(kept)


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)

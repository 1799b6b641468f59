"""Superscripts and subscripts of formulas and measures: printed whatever the font has, copied as they were typed."""

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from reportgen.document import Origin, Run
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.layout.rows import baseline, line_row
from reportgen.layout.setting import Typesetter
from reportgen.pdf import write_pdf
from reportgen.style import Looks
from reportgen.text.characters import SMALL_FIGURES
from tests.layout.setting import SIZE, gaps, measured, official_book, set_lines
from tests.support import MINIMAL, STYLES, examine, fitted, sheet_named

FORMULAS = f"排放CO₂下降，38.5m²的议事厅，NH₄⁺和SO₄²⁻，全部：x{''.join(SMALL_FIGURES)}"


def shown(text: str) -> list[tuple[str, float, float]]:
    """The pieces of a line, each with its size and how far it is raised, in em."""
    (line,) = set_lines(text, 40)
    level = baseline(line_row(line, 0, SIZE))
    return [(piece.text, round(piece.size / SIZE, 2), round((level - piece.y) / SIZE, 2)) for piece in line.texts]


def test_what_the_face_lacks_is_made_of_its_figures() -> None:
    """Noto Serif SC has ² and no ₂: 0.6 em, raised or lowered; ²⁻ is made as a whole."""
    assert shown("CO₂") == [("CO", 1.0, 0.0), ("₂", 0.6, -0.14)]
    assert shown("5m²") == [("5m²", 1.0, 0.0)]
    assert shown("SO₄²⁻a") == [
        ("SO", 1.0, 0.0), ("₄", 0.6, -0.14), ("²", 0.6, 0.36), ("⁻", 0.6, 0.36), ("a", 1.0, 0.0),
    ]  # fmt: skip
    setting = measured("CO₂").spans[1].setting
    assert setting.glyphs["₂"] == setting.face.latin.glyphs["2"]


def test_they_are_part_of_the_word_they_are_in() -> None:
    """No line parts CO₂, and Han keeps its quarter em from it (T30, T43)."""
    found = gaps(set_lines("排放CO₂下降m²的", 40)[0])
    assert (found["放C"], found["₂下"], found["²的"], found["O₂"]) == (0.25, 0.25, 0.25, 0.0)
    for ems in range(3, 9):
        assert any(
            "CO₂" in "".join(piece.text for piece in line.texts) for line in set_lines("国国国国国CO₂国国国", ems)
        )


def test_another_character_that_no_face_has_is_still_missing() -> None:
    typesetter = Typesetter(Looks(sheet_named("official")), official_book())
    typesetter.set((Run("xₐ₂"),), "base", Origin(("title",)))
    assert [each.character for each in typesetter.missing] == ["ₐ"]


@pytest.mark.parametrize("style", STYLES)
def test_they_print_and_copy_out_as_typed(style: str) -> None:
    """In titles as well, under every sheet."""
    sheet = sheet_named(style)
    text = f"{MINIMAL}  sections: [{{title: 减排CO₂, lead: '{FORMULAS}'}}]\n"
    document = examine(text, style=sheet, draft=True).composed
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    layout = lay_out(document, fitted(sheet, document), book)
    assert layout.missing == ()
    with pypdfium2.PdfDocument(write_pdf(layout, document)) as pdf:
        printed = "".join(pdf[number].get_textpage().get_text_range() for number in range(len(pdf)))
    assert "减排CO₂" in printed.replace(" ", "")
    assert style == "handout" or FORMULAS in "".join(printed.split())


def test_a_gap_after_them_is_not_copied_as_a_space() -> None:
    """Where a line begins with the word: its text is given besides being shown, as of any line with a gap."""
    sheet = sheet_named("official")
    document = examine(f"{MINIMAL}  intro: CO₂下降\n", style=sheet).composed
    data = write_pdf(lay_out(document, fitted(sheet, document), official_book()), document)
    spoken = "CO₂下降".encode("utf-16-be").hex().upper().encode()
    streams: list[Any] = [page["/Contents"].get_object() for page in PdfReader(BytesIO(data)).pages]
    assert any(spoken in stream.get_data() for stream in streams)

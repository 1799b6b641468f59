"""The grounds in Word: shapes behind the text, which stays text; nothing else floats."""

import re

from tests.docx.made import made, made_of
from tests.docx.reading import WORD, paragraphs, part, run_text, style_of
from tests.support import MINIMAL, sheet_named

VML = "{urn:schemas-microsoft-com:vml}"
PARTICULARS = "organization: 政协青岚市委员会\nsession: 三届五次会议\ndate: 2026-01-09\n"


def shapes(data: bytes) -> list[tuple[str, str]]:
    """The paragraph and the place of every shape in the body."""
    found = []
    for paragraph in paragraphs(data):
        for shape in (each for each in paragraph.iter() if each.tag in (f"{VML}rect", f"{VML}shape")):
            style = dict(piece.split(":") for piece in str(shape.get("style")).split(";"))
            found.append((style_of(paragraph), f"{style['margin-top']} {style['height']}"))
    return found


def test_cover_and_back_have_their_grounds() -> None:
    assert shapes(made_of(MINIMAL + PARTICULARS, sheet_named("plenary")).data) == [
        ("CoverOrganization", "0.00pt 521.57pt"),
        ("CoverOrganization", "0.00pt 841.89pt"),  # the year: an outline on the whole page
        ("CoverOrganization", "790.12pt 0.75pt"),
        ("CoverOrganization", "26.67pt 0.75pt"),  # the short rule
        ("ColophonTitle", "728.50pt 113.39pt"),
    ]


def test_the_year_is_drawn_and_is_no_text() -> None:
    data = made_of(MINIMAL + PARTICULARS, sheet_named("plenary")).data
    (path,) = (each.get("path") for each in part(data).iter(f"{VML}shape"))
    assert path is not None
    assert path.count("x") >= 5, "2 0 2 5: the nought has two outlines"
    assert re.fullmatch(r"(?:[mlc][-\d,]+|x)+e", path)
    assert "2025" not in [run_text(paragraph) for paragraph in paragraphs(data)]


def test_names_are_text_before_a_tab() -> None:
    data = made_of(MINIMAL + PARTICULARS, sheet_named("plenary")).data
    (session,) = (paragraph for paragraph in paragraphs(data) if style_of(paragraph) == "CoverSession")
    assert run_text(session) == "会　议三届五次会议"
    assert len(list(session.iter(f"{WORD}tab"))) == 1


def test_the_part_of_a_page_is_a_field_that_follows_the_headings() -> None:
    data = made("plenary").data
    found = [
        [(code.text or "").strip() for code in part(data, f"word/footer{number}.xml").iter(f"{WORD}instrText")]
        for number in (1, 2, 3)
    ]
    assert ['STYLEREF "heading 1"', "PAGE"] in found
    assert ["PAGE"] in found


def test_no_other_sheet_has_shapes_in_its_body() -> None:
    for style in ("official", "lectern", "handout", "classic"):
        assert shapes(made(style).data) == []

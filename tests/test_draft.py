"""``build --draft N``: what the pages of a draft carry, in the PDF and in the DOCX, and that nothing else changes."""

import math
import re
from functools import cache
from itertools import pairwise

import msgspec
import pytest

from reportgen.document import Document, Grid, Table
from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import LABEL, Fragment, Layout, Page, as_laid_out, lay_out
from reportgen.pdf import write_pdf
from tests.docx.made import names, style_elements
from tests.docx.reading import WORD, attribute, docx_text, part, style_of
from tests.pdf.reading import pdf_furniture
from tests.support import ROOT, STYLES, examine, fitted, prepared, sheet_named

REAL = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
HASH = "4ec1106"
UNNUMBERED = f"{WORD}suppressLineNumbers"
VML = "{urn:schemas-microsoft-com:vml}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@cache
def drafted(style: str, draft: int) -> tuple[Document, Layout]:
    """The real report as a draft of a number; 0 is final."""
    sheet = sheet_named(style)
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    document = examine(REAL, style=sheet, draft=True).composed
    metadata = msgspec.structs.replace(document.metadata, draft=draft, short_hash=HASH)
    document = msgspec.structs.replace(document, metadata=metadata)
    return document, lay_out(document, fitted(sheet, document), book)


def shift(style: str) -> float:
    """How far the type area of a draft is moved, in points."""
    draft = sheet_named(style).draft
    assert draft is not None
    return draft.shift.points()


def has_ground(style: str) -> bool:
    """Whether the cover is on a ground, and not only a head on the first page."""
    sheet = sheet_named(style)
    return sheet.cover_ground is not None and sheet.cover_page


@cache
def word(style: str, draft: int) -> bytes:
    document, layout = drafted(style, draft)
    return write_docx(as_laid_out(document, layout), fitted(sheet_named(style), document), layout.page_labels())


def printed(page: Page) -> list[tuple[float, float, str]]:
    """What the blocks of a page print, and where."""
    return [
        (round(piece.x, 3), round(piece.y, 3), piece.text)
        for fragment in page.fragments
        if fragment.block is not None
        for piece in fragment.texts
    ]


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_a_draft_breaks_lines_and_pages_where_the_final_report_does(style: str) -> None:
    """Remarks on page 3, line 12 must still be found there; only the type area moves to the binding edge."""
    _, final = drafted(style, 0)
    _, draft = drafted(style, 3)
    assert len(final.pages) == len(draft.pages)
    facing = sheet_named(style).page.facing
    for number, (before, after) in enumerate(zip(final.pages, draft.pages, strict=True)):
        moved = shift(style) if facing and number % 2 else -shift(style)
        expected = [(x + moved, y, text) for x, y, text in printed(before)]
        assert len(printed(after)) == len(expected)
        for (x, y, text), (wanted_x, wanted_y, wanted) in zip(printed(after), expected, strict=True):
            assert (y, text) == (wanted_y, wanted)
            assert abs(x - wanted_x) < 0.01


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_printed_page_has_mark_and_watermark(style: str) -> None:
    """Cover and contents too: a draft that passes for the report is the scandal; a ground has it for its mark."""
    document, layout = drafted(style, 3)
    pages = [page for page in layout.pages if page.fragments]
    on_ground = has_ground(style)
    if on_ground:
        assert "".join(piece.text for piece in pages[0].fragments[0].texts) == "第3稿"
        assert pages[0].watermark is None
    for page in pages[on_ground:]:
        assert page.watermark is not None
        assert "".join(piece.text for piece in page.watermark.texts) == "第3稿"
        x = [piece.x for piece in page.watermark.texts]
        assert min(x) < 0 < max(x) or len(x) == 1
    assert all(page.watermark is None for page in layout.pages if not page.fragments)
    furniture = pdf_furniture(write_pdf(layout, document))
    shown = [line for line in furniture if HASH in line]
    assert len(shown) == len(pages)
    assert all("第3稿" in line.replace(" ", "") for line in shown)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_what_is_final_carries_nothing_of_a_draft(style: str) -> None:
    document, layout = drafted(style, 0)
    assert all(page.watermark is None for page in layout.pages)
    assert not [line for line in pdf_furniture(write_pdf(layout, document)) if "稿" in line or HASH in line]
    data = word(style, 0)
    everything = "".join(
        "".join(part(data, name).itertext()) for name in names(data) if name.startswith(("word/header", "word/footer"))
    )
    assert "稿" not in everything
    assert not list(part(data).iter(f"{WORD}lnNumType"))


def is_text(fragment: Fragment) -> bool:
    """Whether a fragment has a line of text, and not the ordinal that is beside it alone."""
    return any(piece.slot != LABEL for piece in fragment.texts)


def numbers_beside(page: Page) -> list[tuple[float, int]]:
    """The numbers beside lines, with their baselines: all alone in a line of furniture that is beside the text."""
    baselines = {y for _, y, _ in printed(page)}
    return [
        (piece.y, int(piece.text))
        for fragment in page.fragments
        if fragment.block is None
        for piece in fragment.texts
        if piece.text.isdecimal() and round(piece.y, 3) in baselines
    ]


@pytest.mark.parametrize("style", STYLES)
def test_every_fifth_line_of_the_body_has_its_number(style: str) -> None:
    """Counted on every page from 1, heads included, tables, cards and plan not; on the baseline of its line."""
    _, layout = drafted(style, 3)
    document, _ = drafted(style, 3)
    bodies = [page for page in layout.pages if page.label.isdecimal()]
    assert sum(len(numbers_beside(page)) for page in layout.pages) == sum(len(numbers_beside(page)) for page in bodies)
    tables = {index for index, block in enumerate(document.blocks) if isinstance(block, Grid | Table)}
    for page in bodies:
        baselines = [
            max(piece.y for piece in fragment.texts)
            for fragment in page.fragments
            if fragment.block is not None and fragment.block not in tables and is_text(fragment)
        ]
        expected = [(y, number) for number, y in enumerate(baselines, 1) if number % 5 == 0]
        assert numbers_beside(page) == expected
    most = {"plenary": 4, "official": 4, "lectern": 3, "handout": 2}[style]
    assert any(len(numbers_beside(page)) >= most for page in bodies)


@pytest.mark.parametrize(
    ("style", "uncounted"),
    [
        ("plenary", "CoverLabel CoverOrganization SectionEnd SideFigure SideLabel TOC1 TOC2 TOCHeading Title"),
        ("official", "CoverLabel CoverOrganization SectionEnd TOC1 TOC2 TOCHeading Title"),
        ("lectern", "CoverLabel CoverOrganization SectionEnd Title"),
        ("handout", "SectionEnd"),
    ],
)
def test_lines_of_cover_contents_and_side_column_are_not_numbered_in_word(style: str, uncounted: str) -> None:
    """A title without a page of its own is counted; what is final has no numbers to leave out."""

    def found(draft: int) -> str:
        styles = style_elements(word(style, draft)).items()
        return " ".join(sorted(name for name, each in styles if next(each.iter(UNNUMBERED), None) is not None))

    assert (found(3), found(0)) == (uncounted, "SectionEnd")


@pytest.mark.parametrize("style", STYLES)
def test_the_word_file_of_a_draft_shows_the_same(style: str) -> None:
    """Margins, numbers beside the lines of the body, mark and watermark in every header and footer of every section."""
    data = word(style, 3)
    root = part(data)
    targets = {node.get("Id"): node.get("Target") for node in part(data, "word/_rels/document.xml.rels")}
    sections = list(root.iter(f"{WORD}sectPr"))
    page, area = sheet_named(style).page, prepared(sheet_named(style)).area
    for number, section in enumerate(sections):
        left = page.left.points() if number else area.cover_left
        right = page.left.points() + page.right.points() - left
        margins = section.find(f"{WORD}pgMar")
        assert int(attribute(margins, "left")) == round((left - shift(style)) * 20)
        assert int(attribute(margins, "right")) == round((right + shift(style)) * 20)
    numbered = [section.find(f"{WORD}lnNumType") for section in sections]
    counted = [node for node in numbered if node is not None]
    assert [attribute(node, key) for node in counted for key in ("countBy", "restart")] == ["5", "newPage"]
    assert (numbered[-1] is None) == (style == "plenary"), "its last page is a section of its own"
    sides = ("default",) if style == "lectern" else ("default", "even")
    shown: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for reference in section.iter(f"{WORD}{kind}Reference"):
                shown[kind, attribute(reference, "type")] = f"word/{targets[reference.get(RELATED)]}"
        on_ground = section is sections[0] and has_ground(style)
        kinds = ("footer",) if on_ground else ("header", "footer")
        assert set(shown) == {(kind, side) for kind in kinds for side in sides}
        for (kind, _), name in shown.items():
            content = part(data, name)
            if kind == "header":
                (mark,) = content.iter(f"{VML}shape")
                assert (mark.get("alt"), mark.get("id")) == ("第3稿", "PowerPlusWaterMarkObject1")
                assert "rotation:315" in mark.get("style", "")
            else:
                lines = ["".join(each.itertext()) for each in content.iter(f"{WORD}p")]
                assert lines[-1] == f"第3稿\u3000{HASH}"


@pytest.mark.parametrize("style", STYLES)
def test_the_text_of_a_draft_is_the_reports(style: str) -> None:
    """But for the furniture, a draft says what the report says, numbers included."""
    assert docx_text(word(style, 3)) == docx_text(word(style, 0))


def test_the_mark_is_below_the_page_number() -> None:
    """In the Word file the footer is built from its foot; both lines stand as far apart as in the PDF."""
    sheet = prepared(sheet_named("official")).for_draft(3).style
    assert sheet.draft is not None
    assert sheet.footer is not None
    data = word("official", 3)
    styles = {attribute(style, "styleId"): style for style in part(data, "word/styles.xml").iter(f"{WORD}style")}
    footer = next(
        name
        for name in names(data)
        if name.startswith("word/footer") and "PAGE" in "".join(part(data, name).itertext())
    )
    used = [style_of(paragraph) for paragraph in part(data, footer).iter(f"{WORD}p")]
    assert [re.sub("Even$", "", name) for name in used] == ["Footer", "DraftMark"]
    spacing = [styles[name].find(f"{WORD}pPr/{WORD}spacing") for name in used]
    lines = [int(attribute(each, "line")) for each in spacing]
    between = int(attribute(spacing[1], "before")) + sum(lines) / 2
    gaps = [style.gap.points() * 20 for style in (sheet.footer, sheet.draft.mark)]
    assert all(math.isclose(after - before, between, abs_tol=12) for before, after in pairwise(gaps))


def test_a_shift_wider_than_the_margin_stops_at_the_edge() -> None:
    given = sheet_named("official")
    assert given.draft is not None
    far = msgspec.structs.replace(given.draft, shift=msgspec.structs.replace(given.draft.shift, value=100.0))
    page = prepared(msgspec.structs.replace(given, draft=far)).for_draft(1).style.page
    assert (page.left.points(), round(page.right.points(), 3)) == (0.0, round(54 * 72 / 25.4, 3))

"""The PDF as other programs read it: text, furniture, geometry, outline, labels, fonts."""

import re
from functools import cache
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

from reportgen.document import Chart, Contents, Document, Heading, document_text, inline_text
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.pdf import write_pdf
from reportgen.source import Source
from reportgen.style import Colour, Looks
from reportgen.workflows.fmt import format_source
from tests.pdf.reading import Path, page_count, pdf_furniture, pdf_paths, pdf_text, unpacked
from tests.support import MINIMAL, ROOT, STYLES, examine, fitted, sheet_named

MANY_YEARS = (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml").read_text(encoding="utf-8")


@cache
def made(style: str, text: str = "") -> tuple[Document, Layout, bytes]:
    """The real report, or another, as a PDF."""
    sheet = sheet_named(style)
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    report = text or (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    document = examine(report, style=style, draft=True).composed
    layout = lay_out(document, fitted(sheet, document), book)
    return document, layout, write_pdf(layout, document)


def expected_text(document: Document, layout: Layout) -> str:
    """The document's text in one line, each entry of the contents with its page number."""
    lines = document_text(document).splitlines()
    labels = layout.page_labels()
    for contents in (block for block in document.blocks if isinstance(block, Contents)):
        listed = [each for each in document.blocks if isinstance(each, Heading) and each.level <= contents.levels]
        first = lines.index(contents.title) + 1
        for number, heading in enumerate(listed):
            lines[first + number] += labels[heading.anchor]
    return "".join(lines).replace("\t", " ")


@pytest.mark.parametrize("style", STYLES)
def test_text_copied_from_the_pdf_is_the_documents(style: str) -> None:
    """Character for character, spaces at line ends included, in reading order."""
    document, layout, data = made(style)
    assert pdf_text(data) == expected_text(document, layout)


def test_what_only_looks_like_a_word_is_found_by_searching_once_it_is_mended() -> None:
    report = MINIMAL + "  intro: 列席市⼈⼤会议，走访１２０家企业。\n"
    mended = format_source(Source("2025.yaml", report), 2025, ("punctuation",)).source
    assert mended is not None
    assert "列席市人大会议，走访120家企业。" in pdf_text(made("plenary", mended.text)[2])


@pytest.mark.slow
def test_every_character_of_the_faces_comes_back() -> None:
    """Some 30,900 characters, many of which share glyphs; five Latin ligatures pdfium itself takes apart."""
    sheet = sheet_named("official")
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    known = {chr(code) for face in book.faces for code in face.hb_face.unicodes}
    printable = sorted(each for each in known if each.isprintable() and not each.isspace() and each not in "【*\\")
    assert len(printable) > 30_000
    paragraphs = ["".join(printable[start : start + 400]) for start in range(0, len(printable), 400)]
    body = "\n\n".join(f"    {paragraph}" for paragraph in paragraphs)
    document, layout, data = made("official", f"{MINIMAL}  intro: |\n{body}\n")
    apart = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
    expected = re.sub("[ﬀ-ﬄ]", lambda match: apart[match.group()], expected_text(document, layout))
    assert pdf_text(data) == expected


def test_page_numbers_run_and_are_outside() -> None:
    """T14: dashes around the number; the cover has none, the contents count for themselves."""
    _, layout, data = made("official")
    furniture = pdf_furniture(data)
    body = [f"— {number} —" for number in range(1, len(furniture) - 3)]
    assert furniture == ["", "", "— i —", "", *body]
    sides = [
        piece.x
        for page in layout.pages
        for fragment in page.fragments
        if fragment.block is None and fragment.texts
        for piece in fragment.texts[:1]
    ]
    assert sides[0] > 400
    assert sides[2] < 150 < 400 < sides[1]


@pytest.mark.parametrize("style", STYLES)
def test_outline_and_labels_follow_the_headings(style: str) -> None:
    """What the reader's side panel lists is what the report's headings say, at their pages."""
    document, layout, data = made(style)
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    with pypdfium2.PdfDocument(data) as pdf:
        outline = list(pdf.get_toc())
        titles = [bookmark.get_title() for bookmark in outline]
        pages = [bookmark.get_dest().get_index() for bookmark in outline]
        levels = [bookmark.level for bookmark in outline]
        labels = [pdf.get_page_label(index) for index in range(len(pdf))]
    assert [title.replace(" ", "") for title in titles] == [
        ((heading.ordinal.text if heading.ordinal else "") + inline_text(heading.inlines)) for heading in headings
    ]
    assert pages == [layout.targets[heading.anchor].page for heading in headings]
    assert levels == [heading.level - 1 for heading in headings]
    assert labels == [page.label for page in layout.pages]


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_marks_of_the_glossary_lead_to_their_entries(style: str) -> None:
    """A link over the mark alone, which says where it leads (PDF/UA-1 7.18.5)."""
    report = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text("utf-8")
    _, layout, data = made(style, report)
    entry = "三融三联：政协的一项工作。"
    found = [
        (number, annotation)
        for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages)
        for annotation in (each.get_object() for each in page.get("/Annots", ()))
        if annotation["/Contents"] == entry
    ]
    ((number, link),) = found
    left, bottom, right, top = map(float, link["/Rect"])
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf[number].get_textpage().get_text_bounded(left, bottom, right, top).strip() == "[1]"
        page = layout.targets["note-1"].page
        assert "三融三联：" in pdf[page].get_textpage().get_text_range()
    reference = pypdf.PdfReader(BytesIO(data)).pages[page].indirect_reference
    assert reference is not None
    assert link["/Dest"].get_object()[0].idnum == reference.idnum


@pytest.mark.parametrize("style", STYLES)
def test_every_font_is_an_embedded_subset(style: str) -> None:
    """No page names a font that is not in the file."""
    data = unpacked(made(style)[2])
    assert b"/Helvetica" not in data
    names = set(re.findall(rb"/BaseFont /([A-Z]{6}\+\w+)", data))
    assert len(names) == (4 if style in ("plenary", "handout") else 2)  # these have bold faces as well
    assert len(re.findall(rb"/BaseFont", data)) == 2 * len(names)
    assert len(re.findall(rb"/FontFile3", data)) == len(names)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_widths_are_those_of_the_embedded_fonts(style: str) -> None:
    """ISO 19005-2 6.2.11.5: by the descriptors, each glyph is as wide as its font program says."""
    fonts: list[Any] = [
        font["/DescendantFonts"][0]
        for page in pypdf.PdfReader(BytesIO(made(style)[2])).pages
        for font in _fonts(page)
        if "/DescendantFonts" in font
    ]
    assert fonts
    for font in (each.get_object() for each in fonts):
        program = font["/FontDescriptor"]["/FontFile3"].get_data()
        assert _described_widths(font) == _widths_inside(program), font["/BaseFont"]


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def _described_widths(font: Any) -> dict[int, float]:
    """The widths that are not the default of 1000, by glyph number."""
    runs = list(font["/W"])
    assert font["/DW"] == 1000
    return {
        first + place: float(width)
        for first, run in zip(runs[::2], runs[1::2], strict=True)
        for place, width in enumerate(run)
    }


def _widths_inside(program: bytes) -> dict[int, float]:
    """The same from the outlines of a CFF font."""
    cff = CFFFontSet()
    cff.decompile(BytesIO(program), None)
    strings = cff[0].CharStrings
    widths = {}
    for number, name in enumerate(cff[0].charset):
        strings[name].draw(NullPen())
        widths[number] = strings[name].width
    return {number: width for number, width in widths.items() if width != 1000}


def test_a_contents_entry_leads_to_its_heading() -> None:
    """Every line of the contents is a link; counted by their destinations."""
    document, layout, data = made("classic")
    listed = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    links = [link for page in layout.pages for fragment in page.fragments for link in fragment.links]
    assert [link.anchor for link in links] == [heading.anchor for heading in listed]
    assert unpacked(data).count(b"/Subtype /Link") == len(listed)


def test_a_contents_entry_is_a_link_as_wide_as_its_line() -> None:
    """Inside of it on the page are the heading and, at the end, its page number."""
    document, layout, data = made("classic")
    listed = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    labels = layout.page_labels()
    shown: list[str] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages):
            edges = [link.get_object()["/Rect"] for link in page.get("/Annots", [])]
            shown += (pdf[number].get_textpage().get_text_bounded(*map(float, each)) for each in edges)
    assert len(shown) == len(listed)
    for heading, text in zip(listed, shown, strict=True):
        assert inline_text(heading.inlines) in text
        assert text.endswith(labels[heading.anchor])


def test_metadata_come_from_the_report() -> None:
    """Title, author, subject, dates: the report's, never the machine's."""
    data = made("classic")[2]
    with pypdfium2.PdfDocument(data) as pdf:
        metadata = pdf.get_metadata_dict()
    assert metadata["Title"] == "市政协十四届五次会议政协常委会工作报告"
    assert metadata["Author"] == "政协长治市委员会"
    assert metadata["CreationDate"] == "D:20251231000000+00'00'"
    assert metadata["Subject"] == "2025年工作回顾，2026年主要任务，三点深刻感悟"


def test_the_sheet_is_a4() -> None:
    """T1."""
    with pypdfium2.PdfDocument(made("official")[2]) as pdf:
        assert pdf[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_layout_and_pdf_agree_on_pages() -> None:
    """One page object a page."""
    for style in STYLES:
        _, layout, data = made(style)
        assert page_count(data) == len(layout.pages)


def printed(colour: Colour) -> str:
    """The digits a colour prints with; a grey has one ink."""
    return colour.hexadecimal if colour.grey is None else f"{round(255 * colour.grey):02x}" * 3


@pytest.mark.parametrize("style", STYLES)
def test_black_and_greys_have_one_ink_and_what_has_a_hue_keeps_it(style: str) -> None:
    """A press prints RGB black in four inks, with fringes; only what is of the accent is in colour."""
    streams: list[Any] = [
        page["/Contents"].get_object() for page in pypdf.PdfReader(BytesIO(made(style, MANY_YEARS)[2])).pages
    ]
    painted = "\n".join(stream.get_data().decode("ascii") for stream in streams)
    coloured = {tuple(map(float, each.split())) for each in re.findall(r"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b", painted)}
    colours = sheet_named(style).colours
    accents = {"accent", "tint", "hairline", "glow", "clay", "new"} & colours.keys()
    assert coloured <= {tuple(round(part, 3) for part in colours[name].rgb) for name in accents}
    assert bool(coloured) == (style in ("plenary", "handout"))
    assert re.findall(r"\b[\d.]+ g\b", painted)


def test_charts_are_vectors_and_content() -> None:
    """A line where years follow one another, a dot for every number; columns else. Only these and axes are filled."""
    document, _, data = made("classic", MANY_YEARS)
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    style = Looks(sheet_named("classic")).chart()
    assert style is not None
    past, last, axis, curve = map(printed, (style.past, style.colour, style.axis, style.line_colour))
    expected: list[Path] = []
    for chart in charts:
        earlier = len(chart.years) - 1
        if chart.form == "line":
            line = Path(True, curve, True)
            known = "".join(" x"[year in chart.years] for year in chart.span)
            strokes = sum(len(each) > 1 for each in known.split())
            expected += [Path(False, axis, True), *[line] * (strokes + earlier), Path(True, last, True)]
        else:
            expected += [*[Path(False, past, True)] * earlier, Path(False, last, True), Path(False, axis, True)]
    assert len(charts) == 4
    assert [path for path in pdf_paths(data) if path.content] == expected

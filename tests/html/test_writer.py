"""The page says what the document says, is whole by itself, and shows every character as typed."""

import re

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document import Chart, Document, Run, Table, document_text, text_block
from reportgen.html import write_html
from reportgen.pictures import Picture
from reportgen.style import ColumnText, Length, LogoStyle, Looks, WorkspaceFile
from tests.beside import SECTIONS, side_sheet
from tests.compare.documents import compared_documents
from tests.html.reading import Page
from tests.support import MINIMAL, ROOT, STYLES, examine, fitted, sheet_named

CASES = ROOT / "tests" / "cases"
EVERY_FIELD = (CASES / "every-field" / "2025.yaml").read_bytes()
WITH_CHARTS = (CASES / "metrics-over-many-years" / "2025.yaml").read_bytes()


def page_of(document: Document, style: str) -> Page:
    return Page(write_html(document, fitted(sheet_named(style), document)))


@pytest.mark.parametrize("style", STYLES)
def test_every_comparison_says_what_its_document_says(style: str) -> None:
    for name, document in compared_documents(style).items():
        assert "".join(page_of(document, style).text.split()) == "".join(document_text(document).split()), name


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("report", [EVERY_FIELD, WITH_CHARTS], ids=["every-field", "charts"])
def test_a_page_needs_nothing_else_and_all_its_classes_have_rules(style: str, report: bytes) -> None:
    """No address outside the page, every link has its end, no anchor is there twice, no class is without a rule."""
    document = examine(report, style=style, draft=True).composed
    written = write_html(document, fitted(sheet_named(style), document))
    page = Page(written)
    assert "http" not in written
    assert "url(" not in written
    assert all(link.startswith("#") and link[1:] in page.anchors for link in page.links)
    assert len(page.anchors) == len(set(page.anchors))
    ruled = set(re.findall(r"\.([a-z][\w-]*)", written.partition("</style>")[0]))
    assert page.tags_of.keys() - ruled == set()
    inline = {"span", "strong", "ins", "del", "a"}
    assert all(tags <= inline or not tags & inline for tags in page.tags_of.values()), "a rule for two kinds"


def test_the_minutes_of_a_paragraph_have_a_rule_that_shows_them() -> None:
    report = (ROOT / "data" / "2025.yaml").read_bytes()
    document = examine(report, style="lectern", draft=True).composed
    head, _, body = write_html(document, fitted(sheet_named("lectern"), document)).partition("</style>")
    assert len(re.findall(' data-minutes="[0-9]+分"', body)) > 3
    assert "[data-minutes] { position: relative }" in head
    assert "[data-minutes]::after { content: attr(data-minutes); position: absolute; left: 100%; top: 0" in head
    assert "margin-left: 34.02pt; font: 22pt" in head, "12 mm from the text"
    # 132 mm of text, and 12 mm with two letters on either side of it
    assert "@media (max-width: 530.2pt) { [data-minutes]::after { content: none } }" in head


@pytest.mark.parametrize(
    ("texts", "inner", "has_column", "overhang"),
    [(("reviews",), 16, True, "22.68pt"), (("reviews",), 30, True, "0pt"), (("glossary",), 16, False, "0pt")],
)
def test_a_page_has_a_side_column_for_what_is_beside_one(
    texts: tuple[ColumnText, ...], inner: float, overhang: str, *, has_column: bool
) -> None:
    """On paper the text moves as far as the column is in the margin of 24 mm."""
    plenary = sheet_named("plenary")
    assert plenary.side is not None
    side = replace(plenary.side, texts=texts, indented=(), inner=Length(inner, "mm"))
    sheet = replace(plenary, side=side)
    document = examine(f"{MINIMAL}  intro: 一段。\n", style=sheet).composed
    written = write_html(document, fitted(sheet, document))
    assert ("beside-column" in written, "\naside {" in written) == (has_column, has_column)
    assert f"main {{ margin: 0 0 0 {overhang};" in written


def test_contents_and_marks_of_terms_are_links() -> None:
    page = page_of(examine(EVERY_FIELD, draft=True).composed, "classic")
    assert page.links == [*(f"#heading-{number}" for number in range(1, 10)), "#term-1", "#mark-1"]
    assert page.headings == ["h1", "h2", "h2", "h3", "h2", "h3", "h2", "h3", "h2", "h2"]


def test_charts_are_drawn_and_tell_their_numbers() -> None:
    document = examine(WITH_CHARTS).composed
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert page_of(document, "classic").pictures == [("svg", chart.text) for chart in charts]
    assert {chart.form for chart in charts} == {"columns", "line"}


@pytest.mark.parametrize(
    ("picture", "source"),
    [
        (Picture("png", 2, 1, is_grey=True, pixels=b"\0\xff"), "data:image/png;base64,iVBORw0KGgo"),
        (Picture("jpeg", 2, 1, is_grey=True, pixels=b"", whole=b"\xff\xd8\xff"), "data:image/jpeg;base64,/9j/"),
        (Picture("svg", 2, 1, is_grey=True, pixels=b"\0\xff", whole=b"<svg/>"), "data:image/svg+xml;base64,PHN2Zy8+"),
    ],
    ids=lambda value: value.kind if isinstance(value, Picture) else "",
)
def test_the_logo_is_inside_the_page(picture: Picture, source: str) -> None:
    plenary = sheet_named("classic")
    logo = LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽")
    sheet = replace(plenary, logo=logo)
    document = examine(MINIMAL, style=sheet).composed
    ((written, said),) = Page(write_html(document, fitted(sheet, document), picture)).pictures
    assert written.startswith(source)
    assert said == "徽"
    assert Page(write_html(document, fitted(sheet, document))).pictures == []


def test_a_wide_logo_is_as_wide_as_the_margins_of_its_line_leave_it_room() -> None:
    classic = sheet_named("classic")
    logo = LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽")
    margins = replace(classic.text["cover-logo"], left=Length(100, "pt"), right=Length(19.98, "pt"))
    sheet = replace(classic, logo=logo, text={**classic.text, "cover-logo": margins})
    document = examine(MINIMAL, style=sheet).composed
    wide = Picture("jpeg", 3000, 1, is_grey=True, pixels=b"", whole=b"\xff\xd8\xff")
    assert 'style="width: 300.0pt; height: auto"' in write_html(document, fitted(sheet, document), wide)


def test_only_a_mark_of_the_glossary_is_a_link_to_it() -> None:
    """Not what was typed to look like one."""
    report = f"{MINIMAL}  intro: 要点甲**[1]**。\nglossary: [{{term: 要点, meaning: 含义。}}]\n"
    document = examine(report).composed
    written = write_html(document, fitted(sheet_named("classic"), document))
    assert written.count('href="#term-1"') == 1
    assert '<strong class="strong">[1]</strong>' in written


def test_the_number_of_a_figure_is_apart_from_its_unit_whatever_runs_they_are_in() -> None:
    """T16: numbers end below each other, as far to the right as the widest of them."""
    report = (CASES / "metrics-over-years" / "2025.yaml").read_bytes()
    document = examine(report, style="official", draft=True).composed
    table = next(block for block in document.blocks if isinstance(block, Table))
    column = table.columns.index("figure")
    figures = [(Run("12", ("strong",)), Run("3件"), Run("多", ("strong",))), (Run("9"),), ()]
    rows = tuple((*row[:column], cell, *row[column + 1 :]) for row, cell in zip(table.rows, figures, strict=False))
    document = replace(document, blocks=(replace(table, rows=rows),))
    written = write_html(document, fitted(sheet_named("official"), document))
    strong = '<strong class="strong">'
    assert [each.replace("<wbr>", "") for each in re.findall('<td>(<span class="figure".*?)</td>', written)] == [
        f'<span class="figure" style="min-width: 3ch">{strong}12</strong>3</span>件{strong}多</strong>',
        '<span class="figure" style="min-width: 3ch">9</span>',
        '<span class="figure" style="min-width: 3ch"></span>',
    ][: len(rows)]


def test_a_draft_says_so_above_its_text() -> None:
    document = examine(MINIMAL).composed
    draft = replace(document, metadata=replace(document.metadata, draft=3, short_hash="0a1b2c3"))
    assert '<p class="draft-mark">第3稿\u30000a1b2c3</p>' in write_html(draft, fitted(sheet_named("classic"), draft))
    assert "draft-mark" not in write_html(document, fitted(sheet_named("classic"), document))


def test_a_page_knows_what_it_was_made_from() -> None:
    document = examine(MINIMAL).composed
    stamped = replace(document, metadata=replace(document.metadata, stamp='reportgen/1 2025 "x"'))
    meta = '<meta name="dcterms.identifier" content="reportgen/1 2025 &quot;x&quot;">'
    assert meta in write_html(stamped, fitted(sheet_named("classic"), stamped))


def test_marks_of_html_are_text() -> None:
    document = examine(f'{MINIMAL}  intro: "<b>&amp; \\"引\\" \'单\' a<b"\n').composed
    assert "<b>&amp; \"引\" '单' a<b" in page_of(document, "classic").text


@pytest.mark.parametrize("style", STYLES)
def test_first_lines_are_indented_as_the_sheet_says(style: str) -> None:
    """Neither to the left nor where the sheet has no indent."""
    sheet = sheet_named(style)
    document = examine(EVERY_FIELD, style=style, draft=True).composed
    page = write_html(document, fitted(sheet, document))
    indents = dict(re.findall(r"^\.([a-z0-9-]+) \{[^}]*text-indent: ([^;} ]+)", page, re.MULTILINE))
    roles = {text.role for text in map(text_block, document.blocks) if text}
    looks = Looks(sheet)
    assert any(looks.block(role).first_line for role in roles)
    assert {role: indents[role] for role in roles} == {
        role: f"{round(looks.block(role).first_line, 2):g}pt" for role in roles
    }


def test_a_number_too_long_for_its_card_is_smaller_as_on_paper() -> None:
    """T28: fitted by the same sheet as the PDF and the Word file."""
    sizes: list[float] = []
    for value in ("546", "123456789012345"):
        text = f"{MINIMAL}metrics: {{甲: {{label: 甲, value: {value}, unit: 件}}}}\n"
        document = examine(text, draft=True).composed
        sheet = fitted(sheet_named("classic"), document)
        (size,) = re.findall(
            r"^\.card-figure \{[^}]*font: (?:clamp\(.*vw, )?([\d.]+)pt", write_html(document, sheet), re.MULTILINE
        )
        assert float(size) == pytest.approx(sheet.looks.block("card-figure").size, abs=0.01)
        sizes.append(float(size))
    assert sizes[0] == 42 > sizes[1]


def test_an_ordinal_of_the_side_column_is_before_its_heading() -> None:
    """In letters of its own, and apart from the text where it is copied."""
    sheet = side_sheet()
    document = examine(SECTIONS, style=sheet).composed
    written = write_html(document, fitted(sheet, document))
    assert '<span class="side-number number">1 </span>办好<wbr>身边<wbr>小事' in written
    assert re.search(r"^\.side-number \{", written, re.MULTILINE)
    assert "".join(Page(written).text.split()) == "".join(document_text(document).split())

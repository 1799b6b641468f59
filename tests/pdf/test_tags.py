"""The tag tree read back by other programs, against the Document: what veraPDF does not look at among it."""

import re
import zlib
from io import BytesIO
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace

from reportgen.document import Grid, Heading, Paragraph, Table, document_text, inline_text
from reportgen.layout import LABEL
from reportgen.pdf.structure import Element, structure_of
from tests.pdf.test_pdf import expected_text, made
from tests.pdf.tree import Tag, tag_tree
from tests.support import MINIMAL, ROOT, STYLES, sheet_named

EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text(encoding="utf-8")
REPORTS = ("", EVERY_FIELD)
CASES = [(style, report) for style in STYLES for report in REPORTS]
IDS = [f"{style}-{name}" for style in STYLES for name in ("real", "every-field")]


def solid(text: str) -> str:
    """The text without blanks, which pdfium makes up at line ends."""
    return re.sub(r"\s", "", text)


def labelled(paragraph: Paragraph) -> str:
    """The ordinal or bullet of a paragraph and its text, without blanks."""
    return solid((paragraph.ordinal.text if paragraph.ordinal else "") + inline_text(paragraph.inlines))


def of_type(tree: Tag, *types: str) -> list[Tag]:
    """The elements of some types in reading order."""
    return [tag for tag in tree.walk() if tag.type in types]


@pytest.mark.parametrize(("style", "report"), CASES, ids=IDS)
def test_the_tree_reads_as_the_document_does(style: str, report: str) -> None:
    """Every character once, in the document's order, also across pages and columns."""
    document, layout, data = made(style, report)
    assert solid(tag_tree(data).all_text()) == solid(expected_text(document, layout))


@pytest.mark.parametrize(("style", "report"), CASES, ids=IDS)
def test_headings_have_the_documents_levels(style: str, report: str) -> None:
    """H1 to H3 as composed, none skipped, each the first thing in its Part or Sect."""
    document, _, data = made(style, report)
    tree = tag_tree(data)
    headings = [
        (f"H{block.level}", solid((block.ordinal.text if block.ordinal else "") + inline_text(block.inlines)))
        for block in document.blocks
        if isinstance(block, Heading)
    ]
    assert [(tag.type, solid(tag.text)) for tag in of_type(tree, "H1", "H2", "H3", "H4")] == headings
    for section in of_type(tree, "Sect"):
        assert section.kids[0].type in {"H2", "H3"}
        assert [kid.type for kid in section.kids[1:] if kid.type[0] == "H"] == []


def test_every_link_leads_back_to_its_element() -> None:
    """PDF/UA-1 7.18.1: by the parent tree, an annotation finds the Link that has it (ISO 32000-1 14.7.4.4)."""
    reader = pypdf.PdfReader(BytesIO(made("classic")[2]))
    root: Any = reader.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    assert links
    for link in links:
        element = parents[link["/StructParent"]].get_object()
        owned = [kid["/Obj"].get_object() for kid in element["/K"] if isinstance(kid, dict)]
        assert (element["/S"], owned) == ("/Link", [link])


def _outline(element: Element) -> str:
    kids = [_outline(kid) for kid in element.kids if isinstance(kid, Element) and element.tag != "Table"]
    return f"{element.tag}({' '.join(kids)})" if kids else element.tag


def test_only_headings_and_closing_words_end_a_section() -> None:
    """A table belongs to the section it is in, with what follows it; no sheet of the program puts one there."""
    document, _, _ = made("classic", EVERY_FIELD)
    table = next(block for block in document.blocks if isinstance(block, Table))
    heading = next(block for block in document.blocks if isinstance(block, Heading))
    first, second, third = (replace(heading, level=level) for level in (1, 2, 3))
    text = next(block for block in document.blocks if isinstance(block, Paragraph) and block.role == "body")
    point = next(block for block in document.blocks if isinstance(block, Paragraph) and block.ordinal)
    numbered = replace(text, ordinal=point.ordinal)
    for blocks, expected in (
        ((first, second, text, third, table, text, third, text), "Part(H1 Sect(H2 P Sect(H3 Table P) Sect(H3 P)))"),
        ((first, third, text, second, text), "Part(H1 Sect(H3 P) Sect(H2 P))"),
        ((text, second, text, third, text), "P Sect(H2 P Sect(H3 P))"),
    ):
        assert _outline(structure_of(replace(document, blocks=blocks))) == f"Document({expected})"
    (paragraph,) = structure_of(replace(document, blocks=(numbered,))).kids
    assert paragraph == Element("P", ((0, 0, LABEL), (0, 0, 0)))


@pytest.mark.slow
@pytest.mark.parametrize(("style", "report"), CASES, ids=IDS)
def test_lists_have_labels_bodies_and_a_way_of_counting(style: str, report: str) -> None:
    """ListNumbering, which veraPDF does not ask for, by what comes before the entries."""
    document, _, data = made(style, report)
    entries = [each for each in document.blocks if isinstance(each, Paragraph) and each.role in {"point", "glossary"}]
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    found = of_type(tag_tree(data), "L")
    said = [[solid(item.all_text()) for item in each.kids] for each in found]
    shown = [["".join(map(labelled, entry.paragraphs)) for entry in grid.entries] for grid in grids]
    assert [items for items in said if items in shown] == shown
    assert [item for items in said if items not in shown for item in items] == [labelled(entry) for entry in entries]
    for each in found:
        assert {item.type for item in each.kids} == {"LI"}
        labels = {kid.text for item in each.kids for kid in item.kids if kid.type == "Lbl"}
        expected = "None" if not labels else "Square" if labels <= set("▪") else "Decimal"
        assert each.attributes == {"ListNumbering": expected}
        assert {tuple(kid.type for kid in item.kids) for item in each.kids} <= {("LBody",), ("Lbl", "LBody")}


@pytest.mark.parametrize(("style", "report"), CASES, ids=IDS)
def test_tables_have_head_body_and_scopes(style: str, report: str) -> None:
    """THead and TBody, which veraPDF does not ask for; a cell for every column, also where it is empty."""
    document, _, data = made(style, report)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    found = of_type(tag_tree(data), "Table")
    assert len(found) == len(tables)
    for table, tag in zip(tables, found, strict=True):
        head, body = tag.kids
        assert (head.type, body.type) == ("THead", "TBody")
        rows = [*head.kids, *body.kids]
        assert [[solid(cell.text) for cell in row.kids] for row in rows] == [
            [solid(inline_text(cell)) for cell in row] for row in (table.head, *table.rows)
        ]
        assert {cell.attributes["Scope"] for cell in head.kids[0].kids} == {"Column"}
        assert all((row.kids[0].type, row.kids[0].attributes) == ("TH", {"Scope": "Row"}) for row in body.kids)


@pytest.mark.parametrize(("style", "report"), CASES, ids=IDS)
def test_entries_of_the_contents_are_links_with_their_numbers(style: str, report: str) -> None:
    """TOC, TOCI, Reference, Link, and at least one annotation each; nothing of it where the sheet has no contents."""
    document, layout, data = made(style, report)
    labels = layout.page_labels()
    if sheet_named(style).contents is None:
        assert of_type(tag_tree(data), "TOC", "TOCI", "Reference", "Link") == []
        return
    (contents,) = of_type(tag_tree(data), "TOC")
    caption, *entries = contents.kids
    assert (caption.type, caption.text) == ("Caption", "目录")
    listed = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    for heading, entry in zip(listed, entries, strict=True):
        (reference,) = entry.kids
        (link,) = reference.kids
        assert (entry.type, reference.type, link.type) == ("TOCI", "Reference", "Link")
        assert solid(link.text).endswith(solid(inline_text(heading.inlines)) + labels[heading.anchor])
        assert link.annotations >= 1


def test_words_of_another_language_say_so() -> None:
    """A voice reads Word in English; abbreviations in capitals stay Chinese."""
    data = made("official", f"{MINIMAL}  intro: 用Word与APP办公，见Open Data平台。\n")[2]
    streams = b"".join(
        zlib.decompress(body)
        for body in re.findall(rb"/FlateDecode[^>]*>>\s*stream\n(.*?)\nendstream", data, re.DOTALL)
    )
    assert streams.count(b"/Lang (en)") == 2


@pytest.mark.slow
def test_furniture_is_not_part_of_the_tree() -> None:
    """Headers, page numbers and repeated heads are artifacts."""
    document, layout, data = made("classic")
    title = "市政协十四届五次会议政协常委会工作报告"
    assert tag_tree(data).all_text().count(title) == document_text(document).count(title) == 2, "cover and colophon"
    assert sum(1 for page in layout.pages if page.label) > 5

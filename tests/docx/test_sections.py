"""Sections in Word: paper, margins, headers, footers and page numbers."""

from itertools import pairwise

import msgspec
import pytest

from reportgen.document import Contents, Cover, Heading
from reportgen.docx.names import WordStyle
from tests.docx.made import EVERY_FIELD, made, made_of, names, style_elements
from tests.docx.reading import WORD, attribute, paragraphs, part, style_of, tag, value
from tests.support import MINIMAL, STYLES, sheet_named

BUILT_IN = {
    "Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
    "TOCHeading": "TOC Heading", "TOC1": "toc 1", "TOC2": "toc 2", "TOC3": "toc 3", "Header": "header",
    "Footer": "footer", "Strong": "Strong",
}  # fmt: skip


def sections_before_parts(style: str) -> int:
    """Cover and contents, where the sheet has them, and the body are sections of their own."""
    return 1 + len([each for each in made(style).document.blocks if isinstance(each, Cover | Contents)])


def sections_after_parts(style: str) -> int:
    """A last page with a ground behind it is a section of its own, without furniture."""
    return int(sheet_named(style).colophon_ground is not None)


@pytest.mark.parametrize("style", STYLES)
def test_paper_and_margins_are_those_of_the_sheet(style: str) -> None:
    """T100; in every section, or a part of the report prints on another type area. The lectern's cover is centred."""
    page = sheet_named(style).page
    wanted = {side: str(round(getattr(page, side).points() * 20)) for side in ("top", "right", "bottom", "left")}
    sections = list(part(made(style).data).iter(tag("sectPr")))
    assert len(sections) == sections_before_parts(style) + sections_after_parts(style)
    for number, section in enumerate(sections):
        assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
        centred = {"left": "2211", "right": "2211"} if style == "lectern" and number == 0 else {}
        assert {side: value(section, "pgMar", side) for side in wanted} == wanted | centred


def test_official_pages_hold_22_lines_of_28_characters() -> None:
    """GB/T 9704: 16 pt tightened by 0.25 pt and a pitch of 28.95 pt, which Word and LibreOffice both fit (T101)."""
    data = made("official").data
    root = part(data)
    for section in root.iter(tag("sectPr")):
        assert (value(section, "docGrid", "type"), value(section, "docGrid", "linePitch")) == ("lines", "579")
    normal = style_elements(data)["Normal"]
    assert (value(normal, "rPr/sz"), value(normal, "rPr/spacing")) == ("32", "-5")
    assert value(normal, "pPr/spacing", "line") == "579"
    size, margins = root.find(f".//{WORD}pgSz"), root.find(f".//{WORD}pgMar")
    height = int(attribute(size, "h")) - int(attribute(margins, "top")) - int(attribute(margins, "bottom"))
    width = int(attribute(size, "w")) - int(attribute(margins, "left")) - int(attribute(margins, "right"))
    assert height // 579 == 22
    assert width // (16 * 20 - 5) == 28


@pytest.mark.parametrize(
    ("style", "types", "expected"),
    [
        ("classic", ["nextPage", "nextPage", "oddPage"], [("", ""), ("lowerRoman", ""), ("decimal", "1")]),
        ("official", ["nextPage", "oddPage", "oddPage"], [("", ""), ("lowerRoman", "1"), ("decimal", "1")]),
        ("lectern", ["nextPage", "nextPage"], [("", "0"), ("decimal", "1")]),
        ("handout", ["oddPage"], [("decimal", "1")]),
    ],
)
def test_cover_contents_and_body_are_sections_with_their_own_page_numbers(
    style: str, types: list[str], expected: list[tuple[str, str]]
) -> None:
    """The contents count from i, from the cover where they stand on its back; the body from 1 (T112)."""
    sections = list(part(made(style).data).iter(tag("sectPr")))
    assert [value(section, "type") for section in sections] == types
    numbers = [(value(section, "pgNumType", "fmt"), value(section, "pgNumType", "start")) for section in sections]
    assert numbers == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("classic", {("header", "default"): "center", ("footer", "default"): "center"}),
        ("official", {("footer", "default"): "right", ("footer", "even"): "left"}),
    ],
)
def test_the_cover_is_bare_and_page_numbers_are_outside(style: str, expected: dict[tuple[str, str], str]) -> None:
    """Furniture begins with the contents and goes on; odd pages have it right and even pages left (T110)."""
    data = made(style).data
    relationships = {node.get("Id"): node.get("Target") for node in part(data, "word/_rels/document.xml.rels")}
    found: list[dict[tuple[str, str], str]] = []
    for section in part(data).iter(tag("sectPr")):
        found.append({})
        for kind in ("header", "footer"):
            for reference in section.iter(tag(f"{kind}Reference")):
                target = relationships[next(value for key, value in reference.attrib.items() if key.endswith("}id"))]
                (paragraph,) = part(data, f"word/{target}").iter(tag("p"))
                side = attribute(reference, "type")
                assert style_of(paragraph) == kind.capitalize() + {"even": "Even", "default": ""}[side]
                assert [child.tag for child in paragraph.iterfind(f"{tag('pPr')}/*")] == [tag("pStyle")]
                found[-1][kind, side] = value(style_elements(data)[style_of(paragraph)], "pPr/jc")
    assert found == [{}, expected, {}]


@pytest.mark.parametrize(("style", "around"), [("classic", ("", "")), ("official", ("— ", " —"))])
def test_page_numbers_are_fields_in_runs_of_their_own(style: str, around: tuple[str, str]) -> None:
    """WPS shows nothing for a field whose marks share a run, and nothing without a stored result."""
    data = made(style).data
    footers = [name for name in names(data) if name.startswith("word/footer")]
    assert footers
    for name in footers:
        runs = list(part(data, name).iter(tag("r")))
        shapes = [[child.tag.removeprefix(WORD) for child in run if child.tag != tag("rPr")] for run in runs]
        assert all(len(shape) == 1 for shape in shapes)
        kinds = [attribute(mark, "fldCharType") for mark in part(data, name).iter(tag("fldChar"))]
        assert kinds == ["begin", "separate", "end"]
        first = shapes.index(["fldChar"])
        assert [shape[0] for shape in shapes[first : first + 5]] == ["fldChar", "instrText", "fldChar", "t", "fldChar"]
        texts = "".join(part(data, name).itertext())
        assert texts == f"{around[0]} PAGE 1{around[1]}"


@pytest.mark.parametrize(
    ("contents", "body", "texts", "formats"),
    [
        ("{i}", "第{1}页", [["—  PAGE 1 —"] * 2, ["— 第 PAGE 1页 —"] * 2], ["lowerRoman", "decimal"]),
        ("{i}", "{①}", [["—  PAGE 1 —"] * 2, []], ["lowerRoman", "decimalEnclosedCircleChinese"]),
        ("{i}", "{一}", [["—  PAGE 1 —"] * 2, []], ["lowerRoman", "chineseCountingThousand"]),
        (None, "{1}", [[], ["—  PAGE 1 —"] * 2], ["", "decimal"]),
    ],
)
def test_page_numbers_are_dressed_as_in_the_contents(
    contents: str | None, body: str, texts: list[list[str]], formats: list[str]
) -> None:
    """A footer that says 1 where the contents say 第1页 sends the reader looking; no format, no number."""
    sheet = sheet_named("official")
    assert sheet.contents is not None
    list_of_contents = msgspec.structs.replace(sheet.contents, page_number=contents)
    data = made_of(MINIMAL, msgspec.structs.replace(sheet, contents=list_of_contents, body_page_number=body)).data
    relationships = {node.get("Id"): node.get("Target") for node in part(data, "word/_rels/document.xml.rels")}
    found: list[list[str]] = []
    for section in part(data).iter(tag("sectPr")):
        targets = [
            relationships[next(value for key, value in reference.attrib.items() if key.endswith("}id"))]
            for reference in section.iter(tag("footerReference"))
        ]
        found.append(["".join(part(data, f"word/{target}").itertext()) for target in targets])
    assert found == [[], *texts]
    assert [value(section, "pgNumType", "fmt") for section in part(data).iter(tag("sectPr"))] == ["", *formats]


@pytest.mark.parametrize("style", STYLES)
def test_a_heading_that_begins_on_a_right_hand_page_begins_a_section(style: str) -> None:
    """Word knows no other way; pages and their furniture go on as if nothing were."""
    sheet = sheet_named(style)
    text = {**sheet.text, "heading-1": msgspec.structs.replace(sheet.text["heading-1"], start="odd")}
    each = made_of(EVERY_FIELD, msgspec.structs.replace(sheet, text=text))
    sections = list(part(each.data).iter(tag("sectPr")))
    sections = sections[: len(sections) - sections_after_parts(style)]
    _, *body = (block for block in each.document.blocks if not isinstance(block, Cover | Contents))
    parts = [WordStyle(block.role).identifier for block in body if isinstance(block, Heading) and block.level == 1]
    assert len(parts) == {"plenary": 5, "official": 5, "lectern": 3, "handout": 4}[style]
    later = len(parts)
    before = sections_before_parts(style)
    assert [value(section, "type") for section in sections[before:]] == ["oddPage"] * later
    assert [value(section, "pgNumType", "start") for section in sections[before - 1 :]] == ["1"] + [""] * later
    followers = sections[max(before, 2) :]  # the first that is not the cover has furniture, all others go on with it
    assert not [reference for section in followers for reference in section if reference.tag.endswith("Reference")]
    first = [
        paragraph
        for before, paragraph in pairwise(paragraphs(each.data))
        if before.find(f"{tag('pPr')}/{tag('sectPr')}") is not None
    ]
    assert [style_of(paragraph) for paragraph in first][before - 1 :][:later] == parts


def test_the_sheet_decides_where_furniture_begins() -> None:
    """Without a cover the first section has it."""
    data = made_of(MINIMAL, msgspec.structs.replace(sheet_named("official"), cover=())).data
    sections = list(part(data).iter(tag("sectPr")))
    assert [len(list(section.iter(tag("footerReference")))) for section in sections] == [2, 0]

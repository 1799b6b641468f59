"""What the Word file says: contents, bookmarks, characters, tables, the package around them."""

import re
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from reportgen.document import Contents, Cover, Grid, Heading, Paragraph, Run, Table, contents_headings, inline_text
from reportgen.text.characters import LINE_SEPARATOR
from tests.docx.made import (
    CASES,
    REPORTS,
    BuildResult,
    made,
    made_of,
    names,
    pairs,
    printed,
    story_parts,
)
from tests.docx.reading import WORD, Counter, attribute, bookmarks, paragraphs, part, run_text, style_of
from tests.support import MINIMAL, PLAIN, STYLES, sheet_named

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def contents_paragraphs(each: BuildResult) -> list[ElementTree.Element]:
    return [paragraph for paragraph in paragraphs(each.data) if re.fullmatch("TOC[1-3]", style_of(paragraph))]


def listed(each: BuildResult) -> tuple[Heading, ...]:
    """The headings in the contents; none where there are no contents."""
    levels = [block.levels for block in each.document.blocks if isinstance(block, Contents)]
    return contents_headings(each.document, levels[0]) if levels else ()


def has_contents(style: str) -> bool:
    """Whether the sheet asks for contents; lectern and handout do not."""
    return sheet_named(style).contents is not None


def printed_metrics(each: BuildResult) -> list[Run]:
    """Every run made from a metric; the contents repeat a heading's text without them."""
    lines: list[tuple[Run, ...]] = []
    for block in each.document.blocks:
        if isinstance(block, Cover):
            lines += [line.inlines for line in block.paragraphs]
        elif isinstance(block, Table):
            lines += [cell for row in (block.head, *block.rows) for cell in row]
        elif isinstance(block, Grid):
            lines += [paragraph.inlines for paragraph in block.paragraphs]
        elif isinstance(block, Heading | Paragraph):
            lines.append(block.inlines)
            lines += [line.inlines for line in getattr(block, "lines_beside", ())]
    return [run for line in lines for run in line if run.metric]


# Numbering


@pytest.mark.parametrize(("style", "report"), CASES)
def test_fields_ask_nothing(style: str, report: str) -> None:
    """A dirty field makes Word ask before it opens the file."""
    each = made(style, report)
    for name in story_parts(each.data):
        assert not any(f"{WORD}dirty" in element.attrib for element in part(each.data, name).iter())
    assert part(each.data, "word/settings.xml").find(f"{WORD}updateFields") is None


@pytest.mark.parametrize(("style", "report"), CASES)
def test_levels_of_headings_are_never_skipped(style: str, report: str) -> None:
    """Who listens to the file goes from level to level."""
    levels = [block.level for _, block in pairs(made(style, report)) if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(("style", "report"), CASES)
def test_the_contents_are_one_toc_field_over_the_right_levels(style: str, report: str) -> None:
    """Typed contents are dead: they stay as they are when a heading changes."""
    each = made(style, report)
    entries = contents_paragraphs(each)
    codes = [(code.text or "").split() for code in part(each.data).iter(f"{WORD}instrText")]
    assert [code[:3] for code in codes if code[0] == "TOC"] == [["TOC", "\\o", '"1-2"']] * has_contents(style)
    assert bool(entries) == has_contents(style)
    if not entries:
        return
    first = [attribute(mark, "fldCharType") for mark in entries[0].iter(f"{WORD}fldChar")]
    last = [attribute(mark, "fldCharType") for mark in entries[-1].iter(f"{WORD}fldChar")]
    assert first == ["begin", "separate", "begin", "separate", "end"]
    assert last == ["begin", "separate", "end", "end"]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_contents_entries_are_the_headings_with_their_pages(style: str, report: str) -> None:
    """The stored result is what everyone sees at first open, in WPS for ever."""
    each = made(style, report)
    found = []
    for paragraph in contents_paragraphs(each):
        texts = [node.text or "" for node in paragraph.iter(f"{WORD}t")]
        found.append((style_of(paragraph), "".join(texts[:-1]), texts[-1]))
    assert found == [
        (
            f"TOC{heading.level}",
            (heading.ordinal.text if heading.ordinal else "") + inline_text(heading.inlines),
            each.labels[heading.anchor],
        )
        for heading in listed(each)
    ]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_contents_entries_lead_to_their_headings(style: str, report: str) -> None:
    """Link and page reference name the bookmark around the heading itself; a dead anchor shows an error in Word."""
    each = made(style, report)
    around = {
        attribute(paragraph.find(f"{WORD}bookmarkStart"), "name"): run_text(paragraph)
        for paragraph, block in pairs(each)
        if isinstance(block, Heading)
    }
    entries = contents_paragraphs(each)
    assert len(entries) == len(listed(each))
    assert (len(entries) > 1) == has_contents(style)
    for paragraph, heading in zip(entries, listed(each), strict=True):
        (link,) = paragraph.iter(f"{WORD}hyperlink")
        anchor = attribute(link, "anchor")
        assert around[anchor] == inline_text(heading.inlines)
        (code,) = (code.text or "" for code in link.iter(f"{WORD}instrText"))
        assert code.split() == ["PAGEREF", anchor, "\\h"]


def test_an_ordinal_wider_than_its_indent_has_no_tab() -> None:
    """Beyond the indent the next stop is the right edge: dots before the title, the page number a line below."""
    sections = "".join(f"    - title: 第{number}节\n" for number in range(1, 23))
    each = made_of(
        f"schema: 1\nyear: 2025\ntitle: 报告\ntasks:\n  title: 任务\n  sections:\n{sections}", sheet_named("classic")
    )
    tabs = [len(list(entry.iter(f"{WORD}tab"))) for entry in contents_paragraphs(each)]
    assert tabs == [1] + [2] * 20 + [1] * 2


# Bookmarks


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_printed_metric_has_a_bookmark_with_its_name(style: str, report: str) -> None:
    """By these a figure edited in Word is found again."""
    each = made(style, report)
    found = [(name, text) for name, text in bookmarks(each.data).items() if name.startswith("指标_")]
    metrics = printed_metrics(each)
    assert [text for _, text in found] == [run.text for run in metrics]
    assert [name.partition("__")[0] for name, _ in found] == [f"指标_{run.metric}" for run in metrics]
    assert metrics


@pytest.mark.parametrize("style", STYLES)
def test_metrics_whose_names_are_alike_keep_bookmarks_of_their_own(style: str) -> None:
    """Word compares 40 UTF-16 units without regard to capitals: A-b, a_B, and a name that looks like a counted one."""
    long = "甲" * 45
    wide = "\U00020bb7" * 30
    given = ["a-b", "A_B", "a_b__2", f"{long}一", f"{long}二", wide, f"{wide}二"]
    metrics = "".join(f"  {name}: {{label: 数, value: 1, unit: 件}}\n" for name in given)
    text = "".join(f"【{name}】，【{name}】。" for name in given)
    each = made_of(f"{MINIMAL}  intro: {text}\nmetrics:\n{metrics}", sheet_named(style))
    found = [name for name in bookmarks(each.data) if name.startswith("指标_")]
    printed_each = {"plenary": 3, "official": 3, "lectern": 2, "handout": 1}[style]  # text, text, card or table
    assert len(found) == len(printed_metrics(each)) == printed_each * len(given)
    assert len({name.casefold() for name in found}) == len(found)
    assert all(len(name.encode("utf-16-le")) <= 80 for name in found)


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_a_mark_of_the_glossary_is_a_reference_to_its_entry(style: str) -> None:
    """A term moved in Word takes its number along, once fields are updated."""
    each = made(style, "every-field")
    marks = {
        "".join(field.itertext()): attribute(field, "instr").split()
        for field in part(each.data).iter(f"{WORD}fldSimple")
        if "\\r" in attribute(field, "instr").split()
    }
    counter = Counter(each.data)
    entries = {
        counter.text(paragraph): attribute(paragraph.find(f"{WORD}bookmarkStart"), "name")
        for paragraph in paragraphs(each.data)
        if style_of(paragraph) == "ReportGlossary"
    }
    assert marks
    for mark, (name, *_) in marks.items():
        assert name == entries[mark]


@pytest.mark.parametrize(("style", "report"), CASES)
def test_a_metric_printed_again_refers_to_its_first_place(style: str, report: str) -> None:
    """One number, changed once: Word brings it to the other places when fields are updated. REF is left out."""
    each = made(style, report)
    printed = bookmarks(each.data)
    first: dict[str, str] = {}
    for element in part(each.data).iter():
        if element.tag == f"{WORD}bookmarkStart":
            name = attribute(element, "name")
            first.setdefault(f"{name.partition('__')[0]} {printed[name]}", name)
        if element.tag == f"{WORD}fldSimple" and "\\r" not in attribute(element, "instr"):
            source, *switches = attribute(element, "instr").split()
            assert switches == ["\\h", "\\*", "MERGEFORMAT"]
            assert printed[source] == "".join(element.itertext())
            assert source in [*first.values()], "it is before"


def test_figures_of_the_annex_refer_to_the_text() -> None:
    """The tab before the unit is part of what their fields store, not of what Word fetches."""
    data = made("official").data
    table = next(part(data).iter(f"{WORD}tbl"))
    fields = [attribute(field, "instr").split()[0] for field in table.iter(f"{WORD}fldSimple")]
    assert len(fields) == len(table.findall(f"{WORD}tr")) - 1
    assert not set(fields) & {attribute(each, "name") for each in table.iter(f"{WORD}bookmarkStart")}
    assert all(next(field.iter(f"{WORD}tab"), None) is not None for field in table.iter(f"{WORD}fldSimple"))


def test_the_unit_of_a_card_is_part_of_what_texts_refer_to() -> None:
    """546件 of a text is the 546 and the 件 of the card, whose sizes differ."""
    each = made("classic")
    printed = bookmarks(each.data)
    fields = [attribute(field, "instr").split()[0] for field in part(each.data).iter(f"{WORD}fldSimple")]
    assert len(fields) >= 5
    assert {name[:4] for name in fields} == {"_Num"}
    assert printed[fields[0]] in {run.text for run in printed_metrics(each)}


# Characters and tables


def test_characters_xml_knows_and_others_survive() -> None:
    """&, <, quotes, characters beyond U+FFFF, spaces at either end: in cover, contents, body, colophon and header."""
    text = "甲&乙<丙>“丁”\\\"戊\\\"'己' \U00020bb7\U0002a6d6 ]]> &amp;"
    report = f'schema: 1\nyear: 2025\ntitle: "{text}"\nreviews:\n  title: "{text}"\n  intro: "{text} **重** 点"\n'
    each = made_of(report, sheet_named("classic"))
    plain = text.replace("\\", "")
    texts = [run_text(paragraph) for paragraph in paragraphs(each.data)]
    assert texts.count(plain) == 4
    assert f"{plain} 重 点" in texts
    assert plain in "".join(part(each.data, "word/header1.xml").itertext())
    assert "".join(part(each.data, "docProps/core.xml").itertext()).startswith(plain)
    kept = [node for node in part(each.data).iter(f"{WORD}t") if (node.text or "") != (node.text or "").strip()]
    assert kept
    assert all(node.get(XML_SPACE) == "preserve" for node in kept)


def test_small_figures_are_characters_in_a_font_that_has_them() -> None:
    """Chinese fonts lack ₂ and ²; whatever Word takes instead must not change the characters around them."""
    text = "排放“CO₂”下降38.5m²，SO₄²⁻"
    each = made_of(f"{MINIMAL}  intro: '{text}'\n", sheet_named("official"))
    (paragraph,) = (found for found in paragraphs(each.data) if run_text(found) == text)
    slots = ("ascii", "hAnsi", "eastAsia", "cs")
    fonts = {
        "".join(node.text or "" for node in run.iter(f"{WORD}t")): [
            attribute(run.find(f"{WORD}rPr/{WORD}rFonts"), slot) for slot in slots
        ]
        for run in paragraph.iter(f"{WORD}r")
    }
    assert {small for small, found in fonts.items() if found == ["Cambria"] * 4} == {"₂", "²", "₄²⁻"}
    assert {plain for plain, found in fonts.items() if found == [""] * 4} == {"排放“CO", "”下降38.5m", "，SO"}


@pytest.mark.parametrize("style", STYLES)
def test_a_line_end_the_author_asked_for_is_a_line_break(style: str) -> None:
    """U+2028 is not a character of a Word file: it would print as a box."""
    each = made_of(
        f'{MINIMAL}  intro: "一行“甲”\\n二行"\n'.replace("title: 工作报告", 'title: "工作\\n报告"'), sheet_named(style)
    )
    broken = [block for block in printed(each.document) if isinstance(block, Paragraph)]
    assert any(LINE_SEPARATOR in run.text for block in broken for run in block.inlines)
    assert LINE_SEPARATOR not in "".join(part(each.data).itertext())
    lines = [
        "".join({f"{WORD}br": "|", f"{WORD}t": node.text or ""}.get(node.tag, "") for node in paragraph.iter())
        for paragraph in paragraphs(each.data)
    ]
    assert "工作|报告" in lines
    assert ("一行“甲”|二行" in lines) == (sheet_named(style).reviews.show == "all")


@pytest.mark.parametrize(("style", "report"), [(style, report) for style in (PLAIN, "official") for report in REPORTS])
def test_the_table_is_as_wide_as_the_type_area_and_its_head_repeats(style: str, report: str) -> None:
    """T16: a row split over two pages, or a page of figures without their heads, cannot be read."""
    each = made(style, report)
    tables = part(each.data).iter(f"{WORD}tbl")
    (table,) = (each for each in tables if attribute(each.find(f"{WORD}tblPr/{WORD}tblStyle"), "val") == "MetricsTable")
    page = sheet_named(style).page
    width = round((page.width.points() - page.left.points() - page.right.points()) * 20)
    columns = [int(attribute(column, "w")) for column in table.iter(f"{WORD}gridCol")]
    assert sum(columns) == width == int(attribute(table.find(f"{WORD}tblPr/{WORD}tblW"), "w"))
    rows = list(table.iter(f"{WORD}tr"))
    for row in rows:
        assert [int(attribute(cell, "w")) for cell in row.iter(f"{WORD}tcW")] == columns
        assert row.find(f"{WORD}trPr/{WORD}cantSplit") is not None
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
    assert attribute(table.find(f"{WORD}tblPr/{WORD}tblLook"), "firstRow") == "1"
    assert {attribute(cell, "val") for cell in rows[0].iter(f"{WORD}pStyle")} == {"TableHead"}


@pytest.mark.parametrize("style", [PLAIN, *STYLES])
def test_no_body_ends_with_a_table(style: str) -> None:
    """Word adds a full line after a table at the end, which may be a page of its own."""
    each = made(style)
    body = part(each.data)[0]
    ends_in_table = isinstance(each.document.blocks[-1], Grid | Table)
    assert ends_in_table == (style in (PLAIN, "official"))
    assert [child.tag for child in body][-2:] == [f"{WORD}p", f"{WORD}sectPr"]
    assert (body[-3].tag, style_of(body[-2])) == (f"{WORD}tbl", "SectionEnd") or not ends_in_table


# The package


@pytest.mark.parametrize(("style", "report"), CASES)
def test_core_properties_are_the_reports(style: str, report: str) -> None:
    """Never the machine's, never the library's."""
    each = made(style, report)
    metadata = each.document.metadata
    found = {node.tag.partition("}")[2]: node.text for node in part(each.data, "docProps/core.xml")}
    moment = f"{metadata.date}T00:00:00Z"
    assert found == {
        "title": metadata.title,
        "creator": metadata.author,
        "subject": metadata.subject,
        "keywords": "，".join(metadata.keywords),
        "language": "zh-CN",
        "created": moment,
        "modified": moment,
        "lastModifiedBy": metadata.author,
        "revision": "1",
    }


def test_a_title_longer_than_a_core_property_is_cut_there_only() -> None:
    """python-docx refuses more than 255 characters, and a build must not fail by that."""
    title = "长" * 300
    each = made_of(MINIMAL.replace("工作报告", title), sheet_named("official"))
    assert "长" * 255 in "".join(part(each.data, "docProps/core.xml").itertext())
    assert title in [run_text(paragraph) for paragraph in paragraphs(each.data)]


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_another_template_is_left(style: str) -> None:
    """No thumbnail, custom XML, stylesWithEffects or comment of python-docx."""
    each = made(style)
    assert {name.partition(".")[0].rstrip("0123456789") for name in names(each.data)} <= {
        "[Content_Types]", "_rels/", "docProps/app", "docProps/core", "word/_rels/document", "word/document",
        "word/fontTable", "word/footer", "word/header", "word/numbering", "word/settings", "word/styles",
        "word/theme/theme", "mammoth/style-map",
    }  # fmt: skip
    with ZipFile(BytesIO(each.data)) as archive:
        assert not any(b"python-docx" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("style", STYLES)
def test_entries_have_no_time_and_no_machine(style: str) -> None:
    """The same report gives the same bytes, on every day and system."""
    with ZipFile(BytesIO(made(style).data)) as archive:
        entries = archive.infolist()
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16)
    }
    assert len({entry.filename for entry in entries}) == len(entries)


def test_facing_pages_mirror_their_margins() -> None:
    """For duplex printing: the binding margin is at the right of left-hand pages, as in the PDF."""
    settings = {style: part(made(style).data, "word/settings.xml") for style in STYLES}
    mirrored = [style for style in STYLES if settings[style].find(f"{WORD}mirrorMargins") is not None]
    assert (
        mirrored == [style for style in STYLES if sheet_named(style).page.facing] == ["plenary", "official", "handout"]
    )


def test_a_title_of_the_cover_turns_over_where_the_pdf_turns_it() -> None:
    """T109: Word breaks titles anywhere; the line end is between the words that our layout chose."""
    (title,) = (paragraph for paragraph in paragraphs(made("classic").data) if style_of(paragraph) == "Title")
    assert len(list(title.iter(f"{WORD}br"))) == 1
    assert "".join(text.text or "" for text in title.iter(f"{WORD}t")) == "市政协十四届五次会议政协常委会工作报告"


def test_a_place_without_a_card_has_no_paper() -> None:
    """The last row of an odd number of cards; the table's style would put its paper there too."""
    text = f"{MINIMAL}metrics:\n  甲: {{label: 甲, value: 1, unit: 件}}\n"
    table = next(part(made_of(text, sheet_named("classic")).data).iter(f"{WORD}tbl"))
    fills = [attribute(cell.find(f"{WORD}tcPr/{WORD}shd"), "fill") for cell in table.iter(f"{WORD}tc")]
    assert fills == ["", "FFFFFF"]

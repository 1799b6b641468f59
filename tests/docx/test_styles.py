"""How the Word file looks: styles, fonts of runs, pages, sections, furniture, settings."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import msgspec
import pytest

from reportgen.document import Heading, document_text, side_of, text_block
from reportgen.docx.names import FIGURE, WordStyle, run_style_id
from reportgen.docx.word_units import size_xml
from reportgen.style import HEADING_ROLES, ROLES, SIDE_COLUMN_ROLES, BlockRole, HeadingLevel, Length, Looks, SideArea
from tests.docx.made import CASES, EVERY_FIELD, BuildResult, made, made_of, names, pairs, story_parts, style_elements
from tests.docx.reading import WORD, attribute, part, style_of, tag, value
from tests.support import MINIMAL, STYLES, prepared, sheet_named

BUILT_IN = {
    "Normal": "Normal", "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
    "TOCHeading": "TOC Heading", "TOC1": "toc 1", "TOC2": "toc 2", "TOC3": "toc 3", "Header": "header",
    "Footer": "footer", "Strong": "Strong",
}  # fmt: skip


_LEVELS: dict[str, HeadingLevel] = {"1": 1, "2": 2, "3": 3}


def used_styles(data: bytes) -> set[str]:
    """Every style that a paragraph, run or table names, in the body, in furniture, in lists."""
    wanted = {tag("pStyle"), tag("rStyle"), tag("tblStyle")}
    parts = [*story_parts(data), "word/numbering.xml"]
    return {attribute(node, "val") for name in parts for node in part(data, name).iter() if node.tag in wanted}


# Styles


@pytest.mark.parametrize(("style", "report"), CASES)
def test_headings_contents_and_furniture_have_words_own_styles(style: str, report: str) -> None:
    """Navigation, contents and screen readers go by these names, whatever language Word speaks."""
    defined = style_elements(made(style, report).data)
    found = {identifier: value(element, "name") for identifier, element in defined.items()}
    assert {identifier: name for identifier, name in found.items() if identifier in BUILT_IN} == {
        identifier: name for identifier, name in BUILT_IN.items() if identifier in found
    }
    contents = {"TOCHeading", "TOC1", "TOC2"}
    assert {"Normal", "Title", "Heading1", "Heading2", "Footer"} <= set(found)
    assert found.keys() & contents == (contents if sheet_named(style).contents else set())
    levels = {name: value(element, "pPr/outlineLvl") for name, element in defined.items()}
    headings = [(paragraph, block) for paragraph, block in pairs(made(style, report)) if isinstance(block, Heading)]
    assert {name: level for name, level in levels.items() if level} == {
        name: str(block.level - 1)
        for paragraph, block in headings
        for name in (style_of(paragraph), WordStyle(block.role).identifier)
    }


@pytest.mark.parametrize(("style", "report"), CASES)
def test_styles_are_those_the_file_uses(style: str, report: str) -> None:
    """A style that is missing falls back to Normal; one that nothing uses is one more to choose wrongly."""
    data = made(style, report).data
    check_styles(data)


@pytest.mark.parametrize("style", STYLES)
def test_a_file_without_cover_contents_table_and_items_brings_none_of_their_styles(style: str) -> None:
    """What follows a heading, the end of a section and the table look too are only there when used."""
    sheet = msgspec.structs.replace(sheet_named(style), cover=(), contents=None, colophon=())
    data = made_of(f"{MINIMAL}  intro: 导语。\n", sheet).data
    check_styles(data)
    assert not {"SectionEnd", "MetricsTable", "TOC1", "Title", "ReportItem"} & set(style_elements(data))


def check_styles(data: bytes) -> None:
    defined = style_elements(data)
    used = used_styles(data)
    assert used <= set(defined)
    named = {
        attribute(node, "val")
        for element in defined.values()
        for node in element
        if node.tag in (tag("basedOn"), tag("next"), tag("link"))
    }
    assert named <= set(defined)
    defaults = {identifier for identifier, element in defined.items() if attribute(element, "default")}
    assert defaults == {"Normal", "DefaultParagraphFont", "TableNormal"}
    parents = {value(defined[identifier], "basedOn") for identifier in used} - {""}
    assert set(defined) == used | defaults | parents | {FIGURE}


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_paragraph_style_names_its_four_fonts_itself(style: str, report: str) -> None:
    """A missing East Asian slot prints in MS Mincho; a theme attribute wins over the name beside it (T107)."""
    data = made(style, report).data
    slots = {tag(slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    seen = 0
    for identifier, element in style_elements(data).items():
        fonts = element.find(f"{WORD}rPr/{WORD}rFonts")
        if attribute(element, "type") == "paragraph":
            assert fonts is not None, identifier
        if fonts is not None:
            assert set(fonts.attrib) == slots, identifier
            assert all(fonts.attrib.values())
            seen += 1
    assert seen > 10
    fonts = part(data, "word/styles.xml").find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr/{WORD}rFonts")
    assert fonts is not None
    assert set(fonts.attrib) == slots
    for name in names(data):
        if name.startswith("word/") and name != "word/settings.xml" and name.endswith(".xml"):
            attributes = {key for node in part(data, name).iter() for key in node.attrib if key.startswith(WORD)}
            assert not [key for key in attributes if "theme" in key.lower()]


@pytest.mark.parametrize("style", STYLES)
def test_the_font_table_lists_every_font_of_the_sheet(style: str) -> None:
    """With the character set, by which Word finds another Chinese font where one is missing."""
    sheet = sheet_named(style)
    table = {
        attribute(font, "name"): value(font, "charset")
        for font in part(made(style).data, "word/fontTable.xml").iter(tag("font"))
    }
    assert set(table) == {name for font in sheet.fonts.values() for name in (font.word, font.word_latin)}
    assert {table[font.word] for font in sheet.fonts.values()} == {"86"}


@pytest.mark.parametrize("style", STYLES)
def test_sizes_and_pitches_are_those_of_the_style_sheet(style: str) -> None:
    """Half points and a spacing of its own in every style: one that inherits Normal's prints too tight."""
    data = made(style, "every-field").data
    looks = Looks(sheet_named(style))
    defined = style_elements(data)
    roles: dict[str, BlockRole] = {
        WordStyle(role).identifier: role
        for role in looks_roles()
        if role not in ("base", "watermark", "cover-mark", "line-number") and WordStyle(role).identifier in defined
    }
    assert len(roles) > 12
    for identifier, role in roles.items():
        element = defined[identifier]
        size = int(value(element, "rPr/sz")) / 2 + int(value(element, "rPr/spacing")) / 20
        assert looks.block(role).size - 0.06 < size <= looks.block(role).size, identifier
        assert value(element, "rPr/szCs") == value(element, "rPr/sz")
        assert value(element, "pPr/spacing", "lineRule") == "exact"
        indents = element.find(f"{WORD}pPr/{WORD}ind")
        characters = round(looks.block(role).first_line / looks.block(role).size * 100)
        assert attribute(indents, "firstLineChars") == str(characters)


def test_what_a_rule_above_takes_is_no_more_space_in_word() -> None:
    """Word puts the space above a paragraph over the rule, the sheet has it over the text."""
    defined = style_elements(made("plenary", "every-field").data)
    looks = Looks(sheet_named("plenary"))
    roles: tuple[BlockRole, ...] = ("task", "statement", "contents-1", "heading-1")
    found = {role: int(value(defined[WordStyle(role).identifier], "pPr/spacing", "before")) / 20 for role in roles}
    for role, above in found.items():
        look = looks.block(role)
        assert look.rule is not None
        expected = look.before - look.rule.gap - look.rule.thickness
        assert above == pytest.approx(max(0.0, expected), abs=0.3), role


def test_an_indent_of_the_base_stops_where_a_role_has_none() -> None:
    """Word's styles inherit what they leave out: a centred title would stand two characters off the middle."""
    sheet = sheet_named("official")
    indented = msgspec.structs.replace(sheet.text["base"], first_line=Length(2.0, "em"))
    flush = msgspec.structs.replace(sheet.text["contents-title"], first_line=Length(0.0, "pt"))
    text = {**sheet.text, "base": indented, "contents-title": flush}
    data = made_of(MINIMAL, msgspec.structs.replace(sheet, text=text)).data
    found = {
        name: (value(element, "pPr/ind", "firstLineChars"), value(element, "pPr/ind", "firstLine"))
        for name, element in style_elements(data).items()
        if name in ("Normal", "TOCHeading", "SectionEnd")
    }
    assert found == {"Normal": ("200", "632"), "TOCHeading": ("0", "0"), "SectionEnd": ("0", "0")}


def looks_roles() -> tuple[BlockRole, ...]:
    from typing import get_args

    return get_args(BlockRole)


@pytest.mark.parametrize(
    ("size", "half_points", "twentieths"), [(16.0, 32, 0), (15.75, 32, -5), (15.7, 31, 4), (15.7499, 31, 4)]
)
def test_a_size_between_half_points_is_made_up_by_spacing(size: float, half_points: int, twentieths: int) -> None:
    """Rounded down: a line is never wider than in the PDF."""
    expected = f'<w:spacing w:val="{twentieths}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    assert size_xml(size) == expected


@pytest.mark.parametrize("style", STYLES)
def test_defaults_set_chinese_lines(style: str) -> None:
    """zh-CN decides the break tables; hanging marks are on when absent (T102-T107)."""
    data = made(style).data
    defaults = part(data, "word/styles.xml").find(f"{WORD}docDefaults")
    assert defaults is not None
    assert value(defaults, "rPrDefault/rPr/lang", "eastAsia") == "zh-CN"
    properties = defaults.find(f"{WORD}pPrDefault/{WORD}pPr")
    assert properties is not None
    found = [(child.tag.removeprefix(WORD), attribute(child, "val")) for child in properties]
    assert found == [
        ("widowControl", ""), ("kinsoku", ""), ("overflowPunct", "0"), ("topLinePunct", ""), ("autoSpaceDE", ""),
        ("autoSpaceDN", ""), ("snapToGrid", "0"),
    ]  # fmt: skip
    settings = part(data, "word/settings.xml")
    assert value(settings, "characterSpacingControl") == "compressPunctuation"
    assert (settings.find(tag("evenAndOddHeaders")) is not None) == (style != "lectern")


# Runs


def _indented_otherwise(each: BuildResult, style: str) -> set[str]:
    """The styles that are beside the side column, and elsewhere or beside another as well."""
    areas: dict[BlockRole, set[SideArea | None]] = {}
    for block in map(text_block, each.document.blocks):
        if block is not None:
            areas.setdefault(block.role, set()).add(side_of(block, prepared(sheet_named(style))))
    return {WordStyle(role).identifier for role, found in areas.items() if len(found) > 1}


@pytest.mark.parametrize(("style", "report"), CASES)
def test_the_body_has_no_direct_formatting(style: str, report: str) -> None:
    """Whoever changes a style changes all of its text; only pages are ended by the paragraphs that decide them.

    The space above a heading is its own only where that heading begins a page, or gave a line to a fuller one; that
    below a text where what is beside it is longer; that above a line of the cover where it begins at a place of its
    own. Its indents are where others of its style are beside the side column.
    """
    each = made(style, report)
    root = part(each.data)
    allowed = {"pStyle", "numPr", "sectPr", "keepNext", "keepLines", "pageBreakBefore", "spacing"}
    found = [(value(own, "pStyle"), child) for own in root.iter(tag("pPr")) for child in own]
    spaced = [(name, child) for name, child in found if child.tag == tag("spacing")]
    above = {name for name, child in spaced if attribute(child, "before")}
    placed = (role for role in ROLES if 0 < ROLES[role].depth < 4 or ROLES[role].area == "cover")
    assert above <= {WordStyle(role).identifier for role in placed}
    assert {key for _, child in spaced for key in child.attrib} <= {tag("before"), tag("after")}
    others = {
        (name, child.tag.removeprefix(WORD)) for name, child in found if child.tag.removeprefix(WORD) not in allowed
    }
    framed = {(WordStyle(role).identifier, "framePr") for role in ("minutes", *SIDE_COLUMN_ROLES)}
    assert others <= framed | {(name, "ind") for name in _indented_otherwise(each, style)}
    properties = list(root.iter(tag("rPr")))
    assert properties
    for own in properties:
        inner = [child.tag for child in own if child.tag != tag("b")]  # see the test of weights below
        assert inner in ([tag("rStyle")], [tag("rFonts")], [tag("rStyle"), tag("rFonts")])
        fonts = own.find(tag("rFonts"))
        assert fonts is None or fonts.attrib == {tag("hint"): "eastAsia"}


class Looked:
    """What Word makes of a run: its own properties, else its style's, its paragraph's style's, or the defaults."""

    def __init__(self, data: bytes) -> None:
        self._styles = style_elements(data)
        self._defaults = part(data, "word/styles.xml").find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")

    def value(self, run: ElementTree.Element, paragraph: ElementTree.Element, name: str, key: str) -> str:
        """One attribute of one property."""
        own = run.find(tag("rPr"))
        sources = [own, *self._chain(value(run, "rPr/rStyle")), *self._chain(style_of(paragraph)), self._defaults]
        found = (attribute(each.find(tag(name)), key) for each in sources if each is not None)
        return next((each for each in found if each), "")

    def is_bold(self, identifier: str) -> bool:
        """Whether a style is bold, or the nearest of those it is based on that says so."""
        said = (each.find(tag("b")) for each in self._chain(identifier) if each is not None)
        nearest = next((each for each in said if each is not None), None)
        return nearest is not None and attribute(nearest, "val") != "0"

    def _chain(self, identifier: str) -> list[ElementTree.Element | None]:
        chain: list[ElementTree.Element | None] = []
        while identifier:
            chain.append(self._styles[identifier].find(tag("rPr")))
            identifier = value(self._styles[identifier], "basedOn")
        return chain


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_run_has_a_chinese_font_of_the_sheet_its_language_and_size(style: str, report: str) -> None:
    """Body, contents, cells, headers and footers: nothing is left to Word's own defaults (T107)."""
    data = made(style, report).data
    looked = Looked(data)
    sheet = sheet_named(style)
    han, latin = ({getattr(font, name) for font in sheet.fonts.values()} for name in ("word", "word_latin"))
    runs = 0
    for name in story_parts(data):
        for paragraph in part(data, name).iter(tag("p")):
            assert style_of(paragraph)
            for run in paragraph.iter(tag("r")):
                runs += 1
                assert looked.value(run, paragraph, "rFonts", "eastAsia") in han
                for slot in ("ascii", "hAnsi", "cs"):
                    assert looked.value(run, paragraph, "rFonts", slot) in latin
                assert looked.value(run, paragraph, "lang", "eastAsia") == "zh-CN"
                assert float(looked.value(run, paragraph, "sz", "val")) >= 18
    assert runs >= len([line for line in document_text(made(style, report).document).splitlines() if line])


@pytest.mark.parametrize(("style", "report"), CASES)
def test_a_run_says_its_weight_only_where_its_two_styles_would_print_another(style: str, report: str) -> None:
    """Bold of a character style turns that of a paragraph style off (ISO/IEC 29500-1 17.7.3); none makes light."""
    data = made(style, report).data
    looked = Looked(data)
    light = {run_style_id((role,)) for role, look in sheet_named(style).runs.items() if look.bold is False}
    for name in story_parts(data):
        for paragraph in part(data, name).iter(tag("p")):
            for run in paragraph.iter(tag("r")):
                identifier = value(run, "rPr/rStyle")
                says = ["0"] if identifier in light else [""] if looked.is_bold(identifier) else []
                own = [attribute(each, "val") for each in run.findall(f"{tag('rPr')}/{tag('b')}")]
                assert own == (says if looked.is_bold(style_of(paragraph)) else []), "".join(run.itertext())


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_style_says_its_language_and_every_paragraph_style_all_of_its_look(style: str, report: str) -> None:
    """Whoever bases a new style on one of ours inherits the look of the report, not that of the machine."""
    for identifier, element in style_elements(made(style, report).data).items():
        kind = attribute(element, "type")
        if kind == "table" or identifier == "DefaultParagraphFont":
            continue
        assert value(element, "rPr/lang", "eastAsia") == "zh-CN", identifier
        if kind == "paragraph":
            wanted = ("rPr/rFonts", "rPr/sz", "rPr/color", "pPr/spacing", "pPr/ind", "pPr/jc")
            missing = [path for path in wanted if element.find("/".join(tag(step) for step in path.split("/"))) is None]
            assert missing == ([] if identifier != "SectionEnd" else ["pPr/jc"]), identifier
        if identifier.startswith("Heading"):
            role = HEADING_ROLES[_LEVELS[identifier[len("Heading")]]]
            keeps_next = Looks(sheet_named(style)).block(role).keep_next
            assert keeps_next or (style, role) == ("handout", "heading-2"), "there is no text of sections there"
            assert (element.find(f"{tag('pPr')}/{tag('keepNext')}") is not None) == keeps_next
            assert element.find(f"{tag('pPr')}/{tag('keepLines')}") is not None


@pytest.mark.parametrize(("style", "report"), CASES)
def test_every_heading_is_the_built_in_one_or_based_on_it(style: str, report: str) -> None:
    """pandoc, python-docx and the navigation pane take bands, statements and annexes for what they are."""
    each = made(style, report)
    defined = {found.style_id: found for found in docx.Document(BytesIO(each.data)).styles}
    headings = [(paragraph, block) for paragraph, block in pairs(each) if isinstance(block, Heading)]
    assert headings
    for paragraph, block in headings:
        found = defined[style_of(paragraph)]
        outline = value(found.element, "pPr/outlineLvl")
        assert outline == str(block.level - 1)
        built_in = found if found.name.startswith("Heading") else found.base_style
        assert built_in.name == f"Heading {block.level}"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("classic", "p.PartTitle => h1:fresh\np.Heading2Tasks => h2:fresh\np.StatementTitle => h2:fresh"),
        ("official", "p.AnnexTitle => h1:fresh"),
        ("lectern", None),
    ],
)
def test_mammoth_is_told_the_levels_of_headings_that_are_based_on_others(style: str, expected: str | None) -> None:
    """It goes by the names of styles alone, or by the map that it finds in a file."""
    data = made(style).data
    with ZipFile(BytesIO(data)) as archive:
        found = archive.read("mammoth/style-map").decode() if "mammoth/style-map" in archive.namelist() else None
    assert found == expected


def test_what_a_heading_has_another_based_on_it_does_not_inherit() -> None:
    """Page starts, keeping with the next, paper and numbers are those of its own role."""
    sheet = sheet_named("official")
    heading = msgspec.structs.replace(sheet.text["heading-1"], start="page")
    annex = msgspec.structs.replace(sheet.text["annex-title"], start="none", keep_next=False)
    each = made_of(
        EVERY_FIELD,
        msgspec.structs.replace(sheet, text={**sheet.text, "heading-1": heading, "annex-title": annex}),
    )
    title = style_elements(each.data)["AnnexTitle"]
    assert value(title, "basedOn") == "Heading1"
    assert [value(title, f"pPr/{name}") for name in ("keepNext", "pageBreakBefore", "numPr/numId")] == ["0"] * 3


def test_header_and_footer_stand_where_the_sheet_has_each() -> None:
    sheet = sheet_named("official")
    assert sheet.footer is not None
    header, footer = (msgspec.structs.replace(sheet.footer, side=side) for side in ("right", "left"))
    sheet = msgspec.structs.replace(sheet, header=header, footer=footer)
    defined = style_elements(made_of(f"{MINIMAL}  intro: 全年视察。\n", sheet).data)
    assert [value(defined[name], "pPr/jc") for name in ("Header", "Footer")] == ["right", "left"]

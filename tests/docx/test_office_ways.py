"""What staff meet who go on with the Word file: fonts that stand in, the theme, the contents' tab, the gallery."""

import pytest

from reportgen.docx.names import FIGURE
from reportgen.style import Looks
from tests.docx.made import made, made_of, style_elements
from tests.docx.reading import attribute, part, style_of, tag, value
from tests.support import MINIMAL, STYLES, sheet_named


def test_the_header_prints_the_title_whatever_it_says() -> None:
    """As a field of Word's property, so that it follows a new title; its words are not fields."""
    title = "{page}报告{title}"
    data = made_of(MINIMAL.replace("工作报告", f'"{title}"'), sheet_named("classic")).data
    header = part(data, "word/header1.xml")
    assert [(code.text or "").strip() for code in header.iter(tag("instrText"))] == ["TITLE"]
    assert [text.text for text in header.iter(tag("t"))] == [title]


def test_a_title_longer_than_its_property_is_in_the_header_itself() -> None:
    data = made_of(MINIMAL.replace("工作报告", "长" * 300), sheet_named("classic")).data
    header = part(data, "word/header1.xml")
    assert list(header.iter(tag("instrText"))) == []
    assert "".join(header.itertext()) == "长" * 300


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("official", {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "华文中宋", "黑体": "SimHei"}),
        ("plenary", {"宋体": "SimSun", "微软雅黑": "Microsoft YaHei"}),
    ],
)
def test_a_missing_font_has_another_of_its_kind(style: str, expected: dict[str, str]) -> None:
    """A machine without 仿宋_GB2312 prints 仿宋, not 宋体."""
    fonts = {attribute(font, "name"): font for font in part(made(style).data, "word/fontTable.xml")}
    found = {name: value(font, "altName") for name, font in fonts.items()}
    assert expected.items() <= found.items()
    assert value(fonts["Times New Roman"], "panose1") == "02020603050405020304"


@pytest.mark.parametrize("style", STYLES)
def test_what_staff_insert_has_the_fonts_and_colours_of_the_sheet(style: str) -> None:
    """The theme is the sheet's: no blue tables, no 等线."""
    sheet = sheet_named(style)
    theme = part(made(style).data, "word/theme/theme1.xml")
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    colours = {node.get("val", "").lower() for node in theme.iter(f"{drawing}srgbClr")}
    assert colours <= {"ffffff", "e7e6e6", *(colour.hexadecimal for colour in sheet.colours.values())}
    base = sheet.fonts[Looks(sheet).block("base").font]
    minor = theme.find(f".//{drawing}minorFont")
    assert minor is not None
    assert [minor[0].get("typeface"), minor[1].get("typeface")] == [base.word_latin, base.word]


@pytest.mark.parametrize("style", [style for style in STYLES if sheet_named(style).contents])
def test_word_updates_the_contents_by_a_tab_above_them(style: str) -> None:
    """Title and entries are in the control that Word makes for contents."""
    (control,) = part(made(style).data).iter(tag("sdt"))
    assert value(control, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"
    inside = {style_of(paragraph)[:3] for paragraph in control.iter(tag("p"))}
    assert inside == {"TOC"}


@pytest.mark.parametrize("style", STYLES)
def test_the_gallery_shows_a_handful_of_styles(style: str) -> None:
    """The text's own, headings first; the usual ones of Word can be found, all others are hidden."""
    data = made(style, "every-field").data
    defined = style_elements(data).values()
    gallery = [each for each in defined if each.find(tag("qFormat")) is not None and attribute(each, "type") != "table"]
    assert 4 <= len(gallery) <= 12
    places = {value(each, "name"): int(value(each, "uiPriority") or 0) for each in gallery}
    assert places["heading 1"] < min(place for name, place in places.items() if name in ("导语", "提要", "条目"))
    latent = part(data, "word/styles.xml").find(tag("latentStyles"))
    assert latent is not None
    assert attribute(latent, "defSemiHidden") == "1"
    assert {"Table Grid", "List Bullet", "footnote text"} <= {attribute(each, "name") for each in latent}


def test_a_line_that_ends_by_a_break_is_not_drawn_out_to_the_edge() -> None:
    """Word stretches it where the text is justified, unless told not to."""
    settings = part(made("official").data, "word/settings.xml")
    assert settings.find(f"{tag('compat')}/{tag('doNotExpandShiftReturn')}") is not None


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_that_staff_insert_has_a_style_that_does_not_cut_it(style: str) -> None:
    """In every file and in the gallery; an exact line would show a strip of the picture."""
    figure = style_elements(made(style).data)[FIGURE]
    assert value(figure, "name") == "图片"
    assert value(figure, "pPr/spacing", "lineRule") == "auto"
    assert value(figure, "pPr/jc") == "center"
    assert figure.find(tag("qFormat")) is not None

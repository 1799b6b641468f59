"""Styles, direct formatting and lists of a Word file, as they are inherited."""

import pytest

from reportgen.manuscript import Decoration, ListLevel, Look, Paragraph
from tests.manuscript.word_files import manuscript_of, paragraph

STYLES = """
<w:docDefaults><w:rPrDefault>
<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>
  <w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 2"/><w:basedOn w:val="2"/>
  <w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="绕圈"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="圈绕"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="character" w:styleId="m"><w:name w:val="指标"/><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="3">
  <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="3"/></w:num>
"""


def read(properties: str, *inlines: str) -> Paragraph:
    """A paragraph in these styles and lists."""
    body = paragraph(*inlines or ("字",), properties=properties)
    (only,) = manuscript_of(body, styles=STYLES, numbering=NUMBERING).paragraphs
    return only


def test_a_style_inherits_list_and_level_apart() -> None:
    assert read('<w:pStyle w:val="2"/>').list_level == ListLevel("3", 0, "chineseCounting")
    assert read('<w:pStyle w:val="3"/>').list_level == ListLevel("3", 1, "decimal")
    assert read('<w:pStyle w:val="3"/><w:numPr><w:numId w:val="8"/></w:numPr>').list_level == ListLevel(
        "3", 1, "decimal"
    )


def test_list_zero_is_none_and_a_level_alone_is_not_a_list() -> None:
    assert read('<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>').list_level is None
    assert read('<w:numPr><w:ilvl w:val="1"/></w:numPr>').list_level is None


def test_outline_and_names_come_from_the_style_and_its_bases() -> None:
    heading = read('<w:pStyle w:val="3"/>')
    assert (heading.styles, heading.outline) == (("heading 2", "heading 1", "normal"), 1)
    assert read('<w:pStyle w:val="3"/><w:outlineLvl w:val="9"/>').outline is None
    assert read('<w:outlineLvl w:val="2"/>').outline == 2
    assert read('<w:pStyle w:val="无"/>').styles == ("normal",)


def test_styles_that_are_based_on_each_other_are_read() -> None:
    assert read('<w:pStyle w:val="x"/>').styles == ("绕圈", "圈绕")


def test_looks_are_those_of_run_style_and_defaults_together() -> None:
    assert read("").spans[0].look == Look(font="宋体", size=10.5)
    assert read('<w:pStyle w:val="3"/>').spans[0].look == Look(bold=True, font="黑体", size=16)
    direct = '<w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b w:val="0"/></w:rPr><w:t>字</w:t></w:r>'
    assert read('<w:pStyle w:val="3"/>', direct).spans[0].look == Look(font="楷体", size=16)
    named = '<w:r><w:rPr><w:rStyle w:val="m"/></w:rPr><w:t>字</w:t></w:r>'
    assert read("", named).spans[0].look == Look("指标", bold=True, font="宋体", size=10.5)


def test_a_look_that_no_style_says_is_left_open() -> None:
    (only,) = manuscript_of(paragraph("字")).paragraphs
    assert only.spans[0].look == Look("", bold=False, font="", size=0)


@pytest.mark.parametrize(
    ("properties", "decoration"),
    [
        ("<w:i/>", Decoration(italic=True)),
        ('<w:i w:val="0"/>', Decoration()),
        ('<w:u w:val="single"/>', Decoration(underlined=True)),
        ('<w:u w:val="none"/>', Decoration()),
        ("<w:strike/>", Decoration(struck=True)),
        ('<w:strike w:val="0"/>', Decoration()),
        ('<w:highlight w:val="yellow"/>', Decoration(highlight="yellow")),
        ('<w:highlight w:val="none"/>', Decoration()),
        ('<w:color w:val="ff0000"/>', Decoration(colour="FF0000")),
        ('<w:color w:val="auto"/>', Decoration()),
        ('<w:color w:val="000000"/>', Decoration()),
        ("", Decoration()),
    ],
)
def test_what_people_put_on_words(properties: str, decoration: Decoration) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>字</w:t></w:r>"
    assert read("", run).spans[0].decoration == decoration


def test_first_lines_by_characters_or_lengths() -> None:
    assert read('<w:ind w:firstLineChars="200" w:firstLine="640"/>').indent == 2
    assert read('<w:ind w:firstLine="640"/>').indent == 2
    assert read('<w:ind w:hanging="320"/>').indent == -1

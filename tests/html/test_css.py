"""What a style sheet asks of a paragraph, as the rule that its page has for it."""

import re

import pytest
from msgspec.structs import replace

from reportgen.html import write_html
from reportgen.html.article_writer import write_article
from reportgen.style import (
    BlockRole,
    Colour,
    FaceChoice,
    FurnitureStyle,
    Length,
    PageStart,
    Rule,
    RunRole,
    RunStyle,
    StyleSheet,
    TextStyle,
)
from tests.support import CLASSIC, MINIMAL, examine, fitted, sheet_named

REPORT = f"{MINIMAL}  intro: 一段**要紧**的话。\n"


def pt(points: float) -> Length:
    return Length(points, "pt")


def sheet_of(style: TextStyle, run: RunStyle | None = None) -> StyleSheet:
    """A sheet whose text is 400 points wide, 80 below the edge of its paper, in letters of 12; ``style`` is that of
    the paragraph of the report and ``run`` that of its emphasis."""
    classic = sheet_named(CLASSIC)
    page = replace(classic.page, width=pt(600), left=pt(100), right=pt(100), top=pt(80), line=pt(20))
    text: dict[BlockRole, TextStyle] = {
        "base": TextStyle(font="song", size=pt(12), colour="ink", align="justify"),
        "intro": style,
    }
    runs: dict[RunRole, RunStyle] = {"strong": run or RunStyle()}
    colours = {"ink": Colour("112233"), "red": Colour("cc0000"), "pale": Colour("eeeeee"), "night": Colour("222222")}
    return StyleSheet(
        schema=1,
        description="css",
        page=page,
        colours=colours,
        fonts=classic.fonts,
        text=text,
        runs=runs,
        tables=replace(classic.tables, colour="ink", head_fill=None),
    )


def page_of(style: TextStyle, run: RunStyle | None = None) -> str:
    sheet = sheet_of(style, run)
    document = examine(REPORT, style=sheet).composed
    return write_html(document, fitted(sheet, document))


def declared(page: str, selector: str) -> str:
    """The declarations of a selector."""
    (found,) = re.findall(rf"^{re.escape(selector)} \{{ (.*) \}}$", page, re.MULTILINE)
    return str(found)


def intro(style: TextStyle) -> str:
    return declared(page_of(style), ".intro")


MARGINS = {
    "none": (TextStyle(), "0pt 0pt 0pt 0pt"),
    "all": (TextStyle(before=pt(1), right=pt(2), after=pt(3), left=pt(4)), "1pt 2pt 3pt 4pt"),
    "as far down as the text of a page": (TextStyle(before=pt(80)), "80pt 0pt 0pt 0pt"),
    "further down": (TextStyle(before=pt(81)), "min(81pt, var(--most-above)) 0pt 0pt 0pt"),
    "the top of a page": (TextStyle(before=pt(9), start="page"), "calc(9pt + var(--page-top)) 0pt 0pt 0pt"),
    "an odd page": (TextStyle(before=pt(9), start="odd"), "calc(9pt + var(--page-top)) 0pt 0pt 0pt"),
    "three ems in": (TextStyle(left=pt(36)), "0pt 0pt 0pt 36pt"),
    "more than three": (TextStyle(left=pt(40)), "0pt 0pt 0pt min(40pt, 10.0%)"),
    "a quarter in": (TextStyle(left=pt(100)), "0pt 0pt 0pt min(100pt, 25.0%)"),
    "more than a quarter": (TextStyle(left=pt(120)), "0pt 0pt 0pt max(0px, 100% - 280pt)"),
    "beyond the right edge": (TextStyle(right=pt(-5)), "0pt max(-5pt, -5vw) 0pt 0pt"),
    "an em beyond it": (TextStyle(right=pt(-12)), "0pt max(-12pt, -5vw) 0pt 0pt"),
    "further beyond it": (TextStyle(right=pt(-30)), "0pt max(-12pt, -5vw) 0pt 0pt"),
    "on a paper": (TextStyle(left=pt(4), right=pt(2), after=pt(3), fill="pale"), "0pt 0pt 3pt 0pt"),
}
"""Above, right, below and left; in narrow windows no more than there is room for."""

RULES = {
    "below": (
        Rule(thickness=pt(2), colour="red", gap=pt(3)),
        "border-bottom: 2pt solid var(--line-cc0000); padding-bottom: 3pt",
    ),
    "above": (
        Rule(thickness=pt(0.5), colour="ink", side="above"),
        "border-top: 0.5pt solid var(--line-112233); padding-top: 0pt",
    ),
    "short": (
        Rule(thickness=pt(2), colour="red", width=pt(60)),
        (
            "border-bottom: 2pt solid var(--line-cc0000); padding-bottom: 0pt; "
            "border-image: linear-gradient(90deg, var(--line-cc0000) 60pt, transparent 0) 0 0 1 0"
        ),
    ),
    "short and above": (
        Rule(thickness=pt(2), colour="red", side="above", width=pt(60)),
        (
            "border-top: 2pt solid var(--line-cc0000); padding-top: 0pt; "
            "border-image: linear-gradient(90deg, var(--line-cc0000) 60pt, transparent 0) 1 0 0 0"
        ),
    ),
}
BREAKS: dict[str, tuple[TextStyle, list[str]]] = {
    "anywhere": (TextStyle(), []),
    "where there is room": (TextStyle(start="fit"), []),
    "page": (TextStyle(start="page"), ["break-before: page"]),
    "odd": (TextStyle(start="odd"), ["break-before: page"]),
    "next": (TextStyle(keep_next=True), ["break-after: avoid"]),
    "lines": (TextStyle(keep_lines=True), ["break-inside: avoid"]),
}
RUNS: dict[str, tuple[RunStyle, str]] = {
    "nothing": (RunStyle(), ""),
    "bold": (RunStyle(bold=True), "font-weight: bold"),
    "light": (RunStyle(bold=False), "font-weight: normal"),
    "colour": (RunStyle(colour="red"), "color: var(--ink-cc0000)"),
    "fill": (RunStyle(fill="pale"), "background: var(--fill-eeeeee)"),
    "size": (RunStyle(size=pt(15)), "font-size: 15pt"),
    "the same size": (RunStyle(size=pt(12)), ""),
    "scale": (RunStyle(scale=0.5), "font-size: 0.50em"),
    "rise": (RunStyle(rise=pt(3)), "vertical-align: 0.25em; line-height: 0"),
    "rise of small letters": (
        RunStyle(scale=0.5, rise=pt(3)),
        "font-size: 0.50em; vertical-align: 0.50em; line-height: 0",
    ),
    "pad": (RunStyle(pad=pt(3)), "padding: 0 0.25em"),
    "gap": (RunStyle(gap=pt(3)), "margin-left: 3pt"),
    "no gap": (RunStyle(gap=pt(0)), "margin-left: 0pt"),
}


@pytest.mark.parametrize("name", MARGINS)
def test_the_margins_of_a_paragraph(name: str) -> None:
    style, margin = MARGINS[name]
    assert f"; margin: {margin};" in intro(style)


@pytest.mark.parametrize("name", RULES)
def test_the_rule_of_a_paragraph(name: str) -> None:
    rule, expected = RULES[name]
    assert intro(TextStyle(rule=rule)).endswith(f"; {expected}")


def test_a_rule_under_light_letters_is_seen_by_night_as_they_are() -> None:
    rule = Rule(thickness=pt(2), colour="red")
    assert "border-bottom: 2pt solid var(--ink-cc0000)" in intro(TextStyle(colour="pale", rule=rule))


@pytest.mark.parametrize("name", BREAKS)
def test_where_pages_may_end_beside_a_paragraph(name: str) -> None:
    style, expected = BREAKS[name]
    assert [each for each in intro(style).split("; ") if each.startswith("break-")] == expected


@pytest.mark.parametrize("name", RUNS)
def test_a_run_has_what_its_paragraph_has_not(name: str) -> None:
    run, expected = RUNS[name]
    assert declared(page_of(TextStyle(), run), ".strong") == expected


def test_a_first_line_is_indented_and_a_hanging_one_as_far_as_its_ordinal_is_wide() -> None:
    assert "text-indent: 5pt" in intro(TextStyle(first_line=pt(5)))
    page = page_of(TextStyle(first_line=pt(5), hang=pt(20)))
    assert declared(page, ".intro.numbered") == "padding-left: 20pt; text-indent: -15pt"
    assert declared(page, ".intro .number") == "min-width: 20pt"


def test_letters_have_their_size_their_line_and_their_colour() -> None:
    said = intro(TextStyle(size=pt(10), line=pt(15), bold=True, colour="red", align="centre", font="hei"))
    assert said.startswith(
        "font: bold 10pt/1.50 '微软雅黑', '方正黑体_GBK', '黑体', 'Noto Sans SC', sans-serif; color: var(--ink-cc0000)"
    )
    assert "text-align: center" in said


@pytest.mark.parametrize(
    ("size", "expected"),
    [(18, "18pt"), (19, "clamp(min(18pt, 12vw), 4.8vw, 19pt)"), (40, "clamp(min(18pt, 12vw), 10.0vw, 40pt)")],
)
def test_letters_much_larger_than_the_text_shrink_with_the_window(size: float, expected: str) -> None:
    assert intro(TextStyle(size=pt(size), line=pt(60))).startswith(f"font: {expected}/")


@pytest.mark.parametrize(("start", "breaks"), [("none", ""), ("page", "; break-before: page")])
def test_contents_begin_a_page_of_paper_where_the_sheet_says_so(start: PageStart, breaks: str) -> None:
    classic = sheet_named(CLASSIC)
    assert classic.contents is not None
    sheet = replace(classic, contents=replace(classic.contents, start=start))
    document = examine(REPORT, style=sheet).composed
    page = write_html(document, fitted(sheet, document))
    assert declared(page, "nav") == f"margin: var(--page-top) 0{breaks}"


@pytest.mark.parametrize(
    ("faces", "generic"),
    [(("宋体", "仿宋"), "serif"), (("仿宋", "Source Sans"), "sans-serif"), (("黑体", "仿宋"), "sans-serif")],
)
def test_a_browser_without_any_of_the_faces_takes_one_like_them(faces: tuple[str, str], generic: str) -> None:
    sheet = sheet_of(TextStyle())
    word, other = faces
    font = replace(sheet.fonts["song"], faces=(FaceChoice(other),), word=word, word_latin=word)
    sheet = replace(sheet, fonts={"song": font})
    document = examine(REPORT, style=sheet).composed
    page = write_html(document, fitted(sheet, document))
    assert f" '{word}', '{other}', {generic};" in declared(page, ".intro")


@pytest.mark.parametrize(("text", "numbered"), [(None, False), ("{title}", False), ("第{page}页", True)])
def test_a_printed_page_has_the_line_of_the_footer_with_its_number(text: str | None, *, numbered: bool) -> None:
    sheet = replace(sheet_of(TextStyle()), footer=FurnitureStyle(text=text) if text else None)
    document = examine(REPORT, style=sheet).composed
    page = write_html(document, fitted(sheet, document))
    assert ("@page :right { @bottom-center { content: '第' counter(page) '页'; " in page) is numbered
    assert ("@page :" in page) is numbered


def article_style(style: TextStyle) -> str:
    """The style of the paragraph in the article for an editor."""
    sheet = sheet_of(style)
    document = examine(REPORT, style=sheet).composed
    (found,) = re.findall('<p style="([^"]*)">一段', write_article(document, fitted(sheet, document)).page)
    return str(found)


ARTICLE = {
    "plain": (
        TextStyle(),
        "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 0px 0 0px",
    ),
    "larger": (
        TextStyle(size=pt(13.5)),
        "font-size: 18px; line-height: 1.4; color: #112233; text-align: justify; margin: 0px 0 0px",
    ),
    "largest": (
        TextStyle(size=pt(40)),
        "font-size: 28px; line-height: 1.4; color: #112233; text-align: justify; margin: 0px 0 0px",
    ),
    "indented": (
        TextStyle(first_line=pt(0.6)),
        (
            "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 0px 0 0px; "
            "text-indent: 0.05em"
        ),
    ),
    "another face": (
        TextStyle(font="hei"),
        "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 0px 0 0px",
    ),
    "another face and larger": (
        TextStyle(font="hei", size=pt(15)),
        "font-size: 20px; line-height: 1.4; color: #112233; font-weight: bold; text-align: justify; margin: 0px 0 0px",
    ),
    "bold and smaller": (
        TextStyle(bold=True, size=pt(9), align="right"),
        "font-size: 12px; line-height: 1.75; color: #112233; font-weight: bold; text-align: right; margin: 0px 0 0px",
    ),
    "apart": (
        TextStyle(before=pt(12), after=pt(6)),
        "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 16px 0 8px",
    ),
    "far apart": (
        TextStyle(before=pt(120), after=pt(60)),
        "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 32px 0 32px",
    ),
    "a rule": (
        TextStyle(rule=Rule(thickness=pt(0.4), colour="red", gap=pt(3))),
        (
            "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 0px 0 0px; "
            "border-bottom: 1px solid #cc0000; padding-bottom: 4px"
        ),
    ),
    "a thick rule above": (
        TextStyle(rule=Rule(thickness=pt(2.6), colour="red", gap=pt(3), side="above")),
        (
            "font-size: 16px; line-height: 1.75; color: #112233; text-align: justify; margin: 0px 0 0px; "
            "border-top: 3px solid #cc0000; padding-top: 4px"
        ),
    ),
}


@pytest.mark.parametrize("name", ARTICLE)
def test_a_paragraph_of_an_article_is_in_pixels_of_a_phone(name: str) -> None:
    """Sixteen for the letters of the text, whatever they are on paper; nothing is very large or very far apart."""
    style, expected = ARTICLE[name]
    assert article_style(style) == expected

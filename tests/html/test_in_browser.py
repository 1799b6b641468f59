"""Pages in a real browser: what they say, how wide they are, and what axe-core and the Nu HTML checker find."""

import unicodedata
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request
from pypdf import PdfReader

from reportgen.html import write_html
from reportgen.text.word_breaks import title_breaks
from tests.beside import SECTIONS, side_sheet
from tests.browsers import accessibility_faults, open_page
from tests.html.nu_checker import checked
from tests.html.pages import PAGES, compared_page, page_named
from tests.support import ALL_SHEETS, examine, fitted

pytestmark = pytest.mark.slow

NARROWEST = 320
"""CSS pixels: a window of 1280 at 400 % (WCAG 2.2, 1.4.10)."""

LEAST_SIZE = 12.0
"""CSS pixels that letters must have: 9 pt."""


def shown(page: Page) -> str:
    """What a page says, without spaces, drawings, hidden names of tables and figures that repeat what the text says."""
    return "".join(
        page.evaluate(
            """() => {
                const copy = document.querySelector('main').cloneNode(true)
                copy.querySelectorAll('svg, caption, aside').forEach(each => each.remove())
                return copy.textContent
            }"""
        ).split()
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_all_and_hides_nothing(name: str, browser: Browser) -> None:
    """The text of the document, in every element's box something to be seen, and nothing beyond the window's edge."""
    written, asked = page_named(name), []

    def ask(request: Request) -> None:
        asked.append(request.url)

    for width in (1280, NARROWEST):
        with open_page(browser, width=width) as page:
            page.on("request", ask)
            page.set_content(written.html)
            assert shown(page) == written.text
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert asked == []
            assert (
                page.evaluate(
                    """() => [...document.querySelectorAll('main p, main li, main td, h1, h2, h3, h4')]
                    .filter(each => each.textContent && !each.getBoundingClientRect().height)
                    .map(each => each.outerHTML)"""
                )
                == []
            )


@pytest.mark.parametrize("style", ALL_SHEETS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(style: str, dark: bool, browser: Browser) -> None:
    with open_page(browser, dark=dark) as page:
        for report in ("years", "every-field"):
            page.set_content(page_named(f"{report}-{style}").html)
            assert accessibility_faults(page) == [], report


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_axe_finds_nothing_in_a_comparison(style: str, browser: Browser) -> None:
    with open_page(browser, dark=True) as page:
        page.set_content(compared_page(style).html)
        assert accessibility_faults(page) == []


def test_axe_finds_what_is_there(browser: Browser) -> None:
    with open_page(browser) as page:
        page.set_content("<html lang='zh'><title>甲</title><main><h1>甲</h1><p style='color: #ccc'>浅色的字</p></main>")
        assert [fault.partition(":")[0] for fault in accessibility_faults(page)] == ["color-contrast"]


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_contents_lead_to_headings_and_notes_back(style: str, browser: Browser) -> None:
    """By keyboard: every link of the page is reached with the tabulator and leads to what has its text."""
    with open_page(browser) as page:
        page.set_content(page_named(f"every-field-{style}").html)
        links = page.locator("a").count()
        for number in range(links):
            page.keyboard.press("Tab")
            link, target = page.evaluate(
                """() => {
                    const link = document.activeElement
                    return [link.textContent, document.querySelector(link.getAttribute('href')).textContent]
                }"""
            )
            assert "".join(link.split()) in "".join(target.split()), number


def test_the_contents_stay_beside_the_text_in_a_wide_window(browser: Browser) -> None:
    for width, beside in ((1280, True), (700, False)):
        with open_page(browser, width=width) as page:
            page.set_content(page_named("real-classic").html)
            page.evaluate("document.querySelectorAll('h2')[2].scrollIntoView()")
            contents, heading = (page.locator(name).bounding_box() for name in ("nav", "h2 >> nth=2"))
            assert contents is not None
            assert heading is not None
            assert (contents["x"] + contents["width"] < heading["x"]) is beside
            assert (contents["y"] + contents["height"] > 0) is beside


def test_ordinals_and_figures_are_beside_the_text_where_there_is_room(browser: Browser) -> None:
    document = examine(SECTIONS, style=side_sheet()).composed
    html = write_html(document, fitted(side_sheet(), document))
    for width, beside in ((1280, True), (NARROWEST, False)):
        with open_page(browser, width=width) as page:
            page.set_content(html)
            boxes = [
                page.locator(f"{name} >> nth=0").bounding_box() for name in ("aside", "h2 .number", "h2 + aside + *")
            ]
            figure, ordinal, text = (box for box in boxes if box)
            assert (figure["x"] + figure["width"] < text["x"]) is beside
            assert (ordinal["x"] + ordinal["width"] < text["x"]) is beside
            assert (figure["y"] + figure["height"] <= text["y"]) is not beside
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator("aside").first.inner_text().split() == ["征集提案", "437件"]
            assert accessibility_faults(page) == []


def test_letters_are_large_enough(browser: Browser) -> None:
    """Marks of notes and numbers of charts apart."""
    for style in ALL_SHEETS:
        with open_page(browser, width=NARROWEST) as page:
            page.set_content(page_named(f"years-{style}").html)
            sizes = page.evaluate(
                """() => [...document.querySelectorAll('main :not(.note-mark, svg *)')]
                    .filter(each => [...each.childNodes].some(node => node.nodeType == 3 && node.data.trim()))
                    .map(each => parseFloat(getComputedStyle(each).fontSize))"""
            )
            assert min(sizes) >= LEAST_SIZE, style


def test_a_printed_page_has_the_paper_of_its_sheet_and_its_colours(browser: Browser) -> None:
    with open_page(browser, dark=True) as page:
        page.set_content(page_named("real-classic").html)
        page.emulate_media(media="print")
        ground = page.evaluate("getComputedStyle(document.querySelector('.cover-title').parentElement).backgroundColor")
        assert ground == "rgb(155, 27, 30)"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.querySelector('main')).printColorAdjust") == "exact"
        reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    cover, contents = (unicodedata.normalize("NFKC", each.extract_text()) for each in reader.pages[:2])
    assert "目录" not in cover
    assert "数说" in contents


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_titles_turn_over_between_words(style: str, browser: Browser) -> None:
    """In windows of every width, as on paper; a word is torn only where a line has no room for it."""
    turns = 0
    for width in (NARROWEST, 375, 768, 1280):
        with open_page(browser, width=width) as page:
            for report in ("real", "years"):
                page.set_content(page_named(f"{report}-{style}").html)
                for lines in page.evaluate(_LINES):
                    ends = accumulate(len(line) for line in lines[:-1])
                    torn = [end for end in ends if end not in title_breaks("".join(lines))]
                    assert torn == [], (width, lines)
                    turns += len(lines) - 1
    assert turns > 10


_LINES = """() => [...document.querySelectorAll('h1, h2, h3, h4, nav li, [class^=cover-], [class^=card-label]')]
    .map(each => {
        const lines = [], range = document.createRange()
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
        let last = null
        for (let text; text = texts.nextNode();) {
            if (text.parentElement.closest('.number, .ordinal, .ordinal-run, .badge'))
                continue
            for (let at = 0; at < text.length; at++) {
                range.setStart(text, at)
                range.setEnd(text, at + 1)
                const {left} = range.getBoundingClientRect()
                if (last === null || left < last)
                    lines.push('')
                lines[lines.length - 1] += text.data[at]
                last = left
            }
        }
        return lines
    })"""
"""The lines of headings, of what is on the cover and on cards, and of the contents, without ordinals."""


def test_printed_pages_have_their_numbers_outside_but_the_cover(browser: Browser) -> None:
    with open_page(browser) as page:
        page.set_content(page_named("real-official").html)
        reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    numbered = [
        number for number, each in enumerate(reader.pages, 1) if f"— {number} —" in each.extract_text().splitlines()
    ]
    assert numbered == [*range(2, len(reader.pages) + 1)]


def test_a_printed_page_has_all_of_its_side_column(browser: Browser) -> None:
    """No browser prints what is in the margin of its paper."""
    with open_page(browser) as page:
        page.set_content(page_named("real-plenary").html)
        page.emulate_media(media="print")
        left = page.evaluate(
            """() => [...document.querySelectorAll('aside, .number')].map(each => each.getBoundingClientRect().left)"""
        )
    assert min(left) >= -0.01
    assert len(left) > 10


def test_a_short_rule_is_as_long_as_the_sheet_says(browser: Browser) -> None:
    with open_page(browser) as page:
        page.set_content(page_named("real-plenary").html)
        image = page.evaluate("getComputedStyle(document.querySelector('.cover-organization')).borderImageSource")
    assert image == "linear-gradient(90deg, rgb(255, 255, 255) 68.03pt, rgba(0, 0, 0, 0) 0px)"  # 24 mm


def test_the_checker_of_html_finds_nothing(tmp_path: Path) -> None:
    pages = [*map(page_named, PAGES), *map(compared_page, ALL_SHEETS)]
    for each in pages:
        (tmp_path / f"{each.name}-{each.style}.html").write_text(each.html, "utf-8")
    assert checked(tmp_path) == []


def test_the_checker_of_html_finds_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><html lang=zh><title>甲</title><p id=a><p id=a>", "utf-8")
    assert any("Duplicate ID" in message for message in checked(tmp_path))

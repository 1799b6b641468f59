"""The preview's page in a real browser."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browsers import accessibility_faults, open_page
from tests.live.previews import Preview, previewing, settled, shown
from tests.support import ROOT
from tests.workflows.test_build import workspace_of
from tests.workflows.test_watch import SENTENCE, edited

pytestmark = pytest.mark.slow

REPORT = (ROOT / "data" / "2025.yaml").read_text("utf-8") + "date: 2026-01-08\n"
WORDS = 50
POINTS = 72 / 96


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One process for all tests, each of which leaves the report as it was."""
    with previewing(workspace_of(tmp_path_factory.mktemp("preview"), REPORT), "--editor", "none") as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    with open_page(browser) as opened:
        yield shown(opened, preview.url)


@pytest.fixture(autouse=True)
def _as_it_was(browser: Browser, preview: Preview) -> Iterator[None]:
    """Waits until the report as it was is shown, so that no page of the next test is drawn anew under its hands."""
    yield
    if preview.report.read_text("utf-8") != REPORT:
        with open_page(browser) as opened:
            body = shown(opened, preview.url).locator("body")
            before = body.get_attribute("data-revision")
            assert before is not None
            preview.report.write_text(REPORT, "utf-8")
            expect(body).not_to_have_attribute("data-revision", before)
            expect(opened.locator("#findings")).to_have_text("No findings")


def sources(page: Page) -> list[str]:
    """The pictures that lie on the pages."""
    return list(page.locator(".paper img").evaluate_all("tiles => tiles.map(each => each.dataset.source)"))


def test_a_save_shows_where_it_is_and_only_changed_pages_are_drawn_again(page: Page, preview: Preview) -> None:
    before = {source.split("/")[1] for source in sources(page)}
    edited(preview.report, SENTENCE, "全年认真征集提案")
    expect(page.locator("svg text", has_text="认真征集")).to_have_count(1)
    expect(page.locator(".mark")).not_to_have_count(0)
    expect(page.locator(".pointed")).to_have_count(1)
    marked = page.locator(".mark").first.bounding_box()
    line = page.locator("svg text", has_text="认真征集").bounding_box()
    assert marked is not None
    assert line is not None
    assert marked["y"] - 2 <= line["y"] + line["height"] / 2 <= marked["y"] + marked["height"] + 40
    assert line["y"] < page.viewport_size["height"], "the page has not followed"  # type: ignore[index]
    after = {source.split("/")[1] for source in sources(page)}
    assert after != before
    assert len(before & after) >= len(before) // 2, "pages that have not changed keep their pictures"


def test_a_click_goes_to_the_line_of_the_file(page: Page, preview: Preview) -> None:
    """Fifty words from all over the report, each of which is in the file once."""
    text = preview.report.read_text("utf-8")
    lines = [line for line in page.locator("svg text").all_text_contents() if re.search("[\u4e00-\u9fff]{6}", line)]
    words = [word for line in lines for word in re.findall("[\u4e00-\u9fff]{6}", line)[:1] if text.count(word) == 1]
    words = list(dict.fromkeys(words))
    words = words[:: max(1, len(words) // WORDS)][:WORDS]
    assert len(words) == WORDS
    missed = []
    for word in words:
        line = page.locator("svg text", has_text=word).last
        line.scroll_into_view_if_needed()
        box, content = line.bounding_box(), line.text_content()
        assert box is not None
        assert content is not None
        share = (content.index(word) + 0.5) / len(content)
        page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
        before = text[: text.index(word)]
        expected = f"data/2025.yaml:{before.count(chr(10)) + 1}:"
        place = page.locator("#place")
        try:
            expect(place).to_contain_text(expected)
        except AssertionError:
            missed.append((word, expected, place.text_content()))
    assert missed == []


def test_findings_appear_and_vanish_and_lead_to_their_places(page: Page, preview: Preview) -> None:
    expect(page.locator("#findings")).to_have_text("No findings")
    edited(preview.report, SENTENCE, "全年，，征集提案")
    finding = page.locator("#findings button.warning")
    expect(finding).to_have_count(1)
    page.locator("#pages").press("f")
    expect(finding).to_have_attribute("aria-current", "true")
    expect(page.locator("#place")).to_have_text(re.compile(r"^data/2025\.yaml:[0-9]+:[0-9]+$"))
    expect(page.locator(".pointed")).to_have_count(1)
    edited(preview.report, "【提案】", "【提安】")
    expect(page.locator("#findings button.error")).to_have_count(1)
    expect(page.locator("#notice")).to_contain_text("last pages")
    expect(page.locator("svg text", has_text="全年，，征集")).to_have_count(1)
    preview.report.write_text(REPORT, "utf-8")
    expect(page.locator("#findings")).to_have_text("No findings")
    expect(page.locator("#notice")).to_be_hidden()


def test_style_draft_and_spread_are_chosen_on_the_page(page: Page) -> None:
    page.locator("#style").select_option("official")
    expect(page.locator("h1")).to_have_text("2025 · official")
    expect(page.locator("svg text", has_text="（一）")).not_to_have_count(0)
    page.locator("#draft").select_option("3")
    expect(page.locator("svg text", has_text="第3稿")).not_to_have_count(0)
    page.locator("#spread").check()
    first, second = (page.locator(".paper").nth(number).bounding_box() for number in (1, 2))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    page.reload()
    settled(page)
    expect(page.locator("h1")).to_have_text("2025 · official")
    expect(page.locator("#draft")).to_have_value("3")
    expect(page.locator("#spread")).to_be_checked()


def test_words_are_found_across_line_ends(page: Page, preview: Preview) -> None:
    lines = page.locator("svg text").all_text_contents()
    end, start = next(
        (first[-4:], second[:4])
        for first, second in pairwise(lines)
        if len(first) > 25 and len(second) > 10 and REPORT.count(first[-4:] + second[:4]) == 1
    )
    page.locator("#search").fill(f"{end} {start}")
    expect(page.locator("#matches")).to_have_text("1 / 1")
    expect(page.locator(".found.current")).to_have_count(2)
    line = REPORT[: REPORT.index(end + start)].count("\n") + 1
    expect(page.locator("#place")).to_contain_text(f"data/2025.yaml:{line}:")
    page.locator("#search").fill("没有这样的话")
    expect(page.locator("#matches")).to_have_text("Not found")


def test_keys_turn_pages_zoom_and_change_the_style(page: Page) -> None:
    pages = page.locator("#pages")
    pages.press("j")
    top = pages.evaluate("box => box.scrollTop")
    assert top > 100
    pages.press("k")
    before = page.locator("#zoom").text_content()
    pages.press("+")
    expect(page.locator("#zoom")).not_to_have_text(before or "")
    pages.press("0")
    expect(page.locator("#zoom")).to_have_text(before or "")
    pages.press("s")
    expect(page.locator("h1")).not_to_have_text("2025 · plenary")
    pages.press("?")
    expect(page.locator("dialog")).to_be_visible()


def test_the_place_is_kept_when_the_page_is_loaded_again(page: Page) -> None:
    pages = page.locator("#pages")
    for _ in range(3):
        pages.press("j")
    pages.press("+")
    while page.evaluate("() => JSON.parse(sessionStorage.preview).page") < 3:
        page.wait_for_timeout(50)
    before, zoom = pages.evaluate("box => box.scrollTop"), page.locator("#zoom").text_content()
    page.reload()
    settled(page)
    expect(page.locator("#zoom")).to_have_text(zoom or "")
    assert abs(pages.evaluate("box => box.scrollTop") - before) < 60


def test_a_large_page_is_sharp_and_drawn_only_where_it_is_seen(page: Page) -> None:
    for _ in range(9):
        page.locator("#larger").click()
    expect(page.locator("#zoom")).to_have_text("400%")
    settled(page)
    drawn, all_tiles = page.locator(".paper img[src]").count(), page.locator(".paper img").count()
    assert 0 < drawn < all_tiles / 3
    page.wait_for_function(
        """() => {
            const tile = document.querySelector(".paper img[src]")
            return tile?.complete && Math.abs(tile.naturalWidth / tile.getBoundingClientRect().width - 1) < 0.01
        }"""
    )


@pytest.mark.parametrize("state", ["sound", "errors", "keys"])
@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 1280), (False, 640), (True, 640)])
def test_the_page_is_accessible(browser: Browser, preview: Preview, dark: bool, width: int, state: str) -> None:
    """Light and dark, wide and as wide as a page at 200 %; also with errors, and with a dialog."""
    with open_page(browser, width=width, dark=dark) as page:
        shown(page, preview.url)
        if state == "errors":
            edited(preview.report, "【提案】", "【提安】，，")
            expect(page.locator("#findings button.error")).not_to_have_count(0)
        elif state == "keys":
            page.locator("#pages").press("?")
        too_wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(too_wide)
        assert accessibility_faults(page) == []


def test_texts_of_the_report_are_texts(browser: Browser, tmp_path: Path) -> None:
    """A report whose every text is a script, and a file whose name is one."""
    script = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    quoted = json.dumps(script)
    sound = (
        f"schema: 1\nyear: 2025\ntitle: {quoted}\nreviews:\n  title: {quoted}\n  items:\n"
        f"    - {{title: {quoted}, text: {quoted}}}\n"
    )
    report = sound.replace("}}", "}, <b>: 1}") + "<i>: 1\n"
    folder = workspace_of(tmp_path, sound)
    with previewing(folder, "--editor", "none") as preview, open_page(browser) as page:
        shown(page, preview.url)
        expect(page.locator("svg text", has_text="<script>").first).to_be_attached()
        preview.report.write_text(report, "utf-8")
        expect(page.locator("#findings button.error")).not_to_have_count(0)
        assert page.locator("script").count() == 1
        assert "run" not in page.title()


def test_the_page_says_when_the_program_has_ended_and_comes_back(browser: Browser, tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    with open_page(browser) as page:
        with previewing(folder, "--editor", "none") as first:
            shown(page, first.url)
        expect(page.locator("#notice")).to_contain_text("has ended")
        edited(folder / "data" / "2025.yaml", SENTENCE, "全年再次征集提案")
        with previewing(folder, "--editor", "none") as second:
            assert second.url == first.url
            expect(page.locator("svg text", has_text="再次征集")).to_have_count(1)
            expect(page.locator("#notice")).to_be_hidden()


def test_nothing_comes_from_elsewhere_and_nothing_fails(browser: Browser, preview: Preview) -> None:
    asked: list[Response] = []
    faults: list[str] = []
    with open_page(browser) as page:
        page.on("response", lambda response: asked.insert(0, response))
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        shown(page, preview.url)
        assert asked
        assert {(each.status, each.url.startswith(preview.url)) for each in asked} == {(200, True)}
        assert faults == []


def test_the_page_speaks_chinese(browser: Browser, tmp_path: Path) -> None:
    with previewing(workspace_of(tmp_path, REPORT), lang="zh") as preview, open_page(browser) as page:
        shown(page, preview.url)
        expect(page.locator("h2").first).to_contain_text("问题")
        expect(page.locator("#findings")).to_have_text("没有问题")
        assert page.locator("html").get_attribute("lang") == "zh-CN"
        page.locator("svg text", has_text="全年征集").first.click()
        expect(page.locator("#address")).to_have_attribute(
            "href", re.compile(r"^vscode://file/.*/data/2025\.yaml:\d+:\d+$")
        )

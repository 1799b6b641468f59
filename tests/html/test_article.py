"""The article for an editor: the same text, nothing that such an editor drops, pictures inside and beside."""

import base64
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image
from playwright.sync_api import Browser

from reportgen.diagnostics import Place
from reportgen.document import Chart, Grid, Paragraph, Run, Table, inline_text
from reportgen.html import write_html
from reportgen.html.article_writer import Article, write_article
from reportgen.pictures import Picture
from reportgen.style import LogoStyle, RunStyle, WorkspaceFile
from reportgen.workflows.build import Request, build
from reportgen.workspace.files import find_workspace
from tests.browsers import accessibility_faults, open_page
from tests.document.test_small_charts import small_sheet
from tests.html.nu_checker import checked
from tests.html.pages import PAGES, page_named
from tests.html.reading import Page
from tests.support import ALL_SHEETS, MINIMAL, ROOT, examine, fitted, sheet_named
from tests.workflows.test_build import workspace_of

LARGEST = 2_000_000
"""Bytes that an article has at most."""

KEPT = {
    "html", "head", "meta", "title", "body", "main", "div", "p", "span", "strong", "ins", "del", "sup", "br", "img",
    "h1", "h2", "h3", "h4", "table", "tr", "th", "td",
}  # fmt: skip
"""The elements of an article."""


class Elements(HTMLParser):
    """The names of a page's elements, and of the attributes in its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("html", "meta"):
            self.attributes |= {name for name, _ in attrs}


def article_of(name: str) -> Article:
    written = page_named(name)
    return write_article(written.document, fitted(sheet_named(written.style), written.document))


@pytest.mark.parametrize("name", PAGES)
def test_an_article_says_all_and_has_nothing_an_editor_drops(name: str) -> None:
    article = article_of(name)
    elements = Elements(article.page)
    assert "".join(Page(article.page).text.split()) == page_named(name).text
    assert elements.tags <= KEPT
    assert elements.attributes <= {"style", "src", "alt"}
    assert "http" not in article.page
    assert "var(" not in article.page
    assert len(article.page.encode()) < LARGEST


@pytest.mark.parametrize("style", ["classic", "official", "lectern"])
def test_running_text_is_as_phones_show_it(style: str) -> None:
    written = page_named(f"real-{style}")
    texts = [block for block in written.document.blocks if isinstance(block, Paragraph) and block.role == "intro"]
    assert texts
    for text in texts:
        begins = inline_text(text.inlines)[:10]
        (declared,) = re.findall(rf'<p style="([^"]*)">{begins}', article_of(written.name).page)
        assert "font-size: 16px; line-height: 1.75" in declared


def test_what_is_light_on_the_ground_of_a_cover_has_it_behind_it() -> None:
    """White letters on white are none."""
    page = article_of("every-field-plenary").page
    ground = page.partition('<div style="background: #9b1b1e; padding: 28px">')[2].partition("</div>")[0]
    light = re.findall(r"color: #f[0-9a-f]f[0-9a-f]{3}", page)
    assert light
    assert re.findall(r"color: #f[0-9a-f]f[0-9a-f]{3}", ground) == light


def test_charts_are_pictures_inside_and_beside() -> None:
    article, charts = article_of("charts-classic"), page_named("charts-classic").document.blocks
    texts = [block.text for block in charts if isinstance(block, Chart)]
    shown = [(base64.b64decode(source.partition(",")[2]), said) for source, said in Page(article.page).pictures]
    assert texts
    assert shown == list(zip(article.pictures, texts, strict=True))
    for content in article.pictures:
        with Image.open(BytesIO(content)) as image:
            assert image.format == "PNG"
            assert image.width == 1032, "three pixels for each of the screen, 258 points wide"
            shades = image.convert("L").histogram()
            assert sum(shades[:128]) > 0, "nothing is drawn"
            assert shades[255] > sum(shades) / 2, "it is not on white"


def test_the_numbers_of_a_chart_are_drawn() -> None:
    """The same chart with other numbers beside its marks is another picture; the same one is the same bytes."""
    from reportgen.html.chart_png import chart_png

    document = page_named("charts-classic").document
    sheet = fitted(sheet_named("classic"), document)
    chart = next(block for block in document.blocks if isinstance(block, Chart))
    other = replace(chart, figures=tuple("8" * len(figure) for figure in chart.figures))
    assert chart_png(chart, sheet) == chart_png(chart, sheet) != chart_png(other, sheet)


def test_a_chart_is_drawn_alike_on_every_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one face, which comes with the program, and none of the machine's."""
    from reportgen.html.chart_png import chart_png

    asked: dict[str, Any] = {}
    monkeypatch.setattr("resvg_py.svg_to_bytes", lambda **given: asked.update(given))
    document = page_named("charts-classic").document
    chart_png(
        next(block for block in document.blocks if isinstance(block, Chart)), fitted(sheet_named("classic"), document)
    )
    assert asked["skip_system_fonts"] is True
    assert [Path(file).name for file in asked["font_files"]] == ["NotoSansSC-Regular.otf"]
    assert "font-family: 'Noto Sans SC'" in asked["style_sheet"]


def test_what_is_strong_in_a_table_is_bolder_than_its_cell() -> None:
    official = sheet_named("official")
    bold = {role: replace(official.text[role], bold=role == "table-head") for role in ("table-head", "table-cell")}
    sheet = replace(official, text={**official.text, **bold}, runs={"strong": RunStyle(bold=True)})
    report = (ROOT / "tests" / "cases" / "metrics-over-years" / "2025.yaml").read_bytes()
    document = examine(report, style=sheet, draft=True).composed
    table = next(block for block in document.blocks if isinstance(block, Table))
    row = tuple((Run("甲", ("strong",)),) for _ in table.columns)
    document = replace(document, blocks=(replace(table, head=row, rows=(row,)),))
    head, cell = re.findall("<tr><t[hd][^>]*>(.*?)</t[hd]>", write_article(document, fitted(sheet, document)).page)
    assert (head, cell) == ("<strong>甲</strong>", '<strong style="font-weight: bold">甲</strong>')


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_large_logo_is_made_smaller(kind: str) -> None:
    noise = Image.effect_noise((2000, 1500), 100)
    content = BytesIO()
    noise.save(content, "JPEG")
    picture = (
        Picture("png", 2000, 1500, is_grey=True, pixels=noise.tobytes())
        if kind == "png"
        else Picture("jpeg", 2000, 1500, is_grey=True, pixels=b"", whole=content.getvalue())
    )
    logo = LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽")
    sheet = replace(sheet_named("classic"), logo=logo)
    document = examine(MINIMAL, style=sheet).composed
    article = write_article(document, fitted(sheet, document), picture)
    assert len(article.page.encode()) < LARGEST
    (small,) = article.pictures
    with Image.open(BytesIO(small)) as image:
        assert image.size == (677, 508)
    assert write_article(document, fitted(sheet, document)).pictures == ()


def test_a_build_writes_the_article_and_its_pictures(tmp_path: Path) -> None:
    report = (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml").read_text("utf-8")
    workspace = find_workspace(workspace_of(tmp_path, report), exact=True)
    request = Request(formats=("wechat",))
    outputs = build(workspace, 2025, replace(request, options=replace(request.options, style="classic")), print).outputs
    names = [Path(each.path).name for each in outputs]
    assert names == ["report.wechat.html", *(f"report.wechat-{number}.png" for number in range(1, len(names)))]
    assert len(names) > 1
    assert all(Path(each.path).stat().st_size == each.size for each in outputs)


def test_pictures_of_an_earlier_build_go_and_nothing_else(tmp_path: Path) -> None:
    """Those that count on from the last one of this build; a name of one's own, a link and a later number stay."""
    workspace = find_workspace(workspace_of(tmp_path), exact=True)
    folder = workspace.output_folder(2025)
    folder.mkdir(parents=True)
    ours, others = ["report.wechat-1.png", "report.wechat-2.png"], ["report.wechat-02.png", "report.wechat-4.png"]
    for name in (*ours, *others, "report-official.wechat-1.png"):
        (folder / name).write_bytes(b"earlier")
    (folder / "report.wechat-3.png").symlink_to(folder / "report.wechat-4.png")
    for format_, left in (("txt", ours), ("wechat", [])):
        assert build(workspace, 2025, Request(formats=(format_,)), print).outputs
        assert [name for name in ours if (folder / name).exists()] == left
    assert {each.name for each in folder.glob("*.png")} == {
        *others,
        "report.wechat-3.png",
        "report-official.wechat-1.png",
    }


@pytest.mark.slow
@pytest.mark.parametrize("style", ALL_SHEETS)
def test_an_article_fits_a_phone_and_axe_finds_nothing(style: str, browser: Browser) -> None:
    with open_page(browser, width=360) as page:
        for report in ("years", "every-field"):
            page.set_content(article_of(f"{report}-{style}").page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert accessibility_faults(page) == [], report


@pytest.mark.slow
def test_the_checker_of_html_finds_nothing_in_articles(tmp_path: Path) -> None:
    for name in PAGES:
        (tmp_path / f"{name}.html").write_text(article_of(name).page, "utf-8")
    assert checked(tmp_path) == []


def test_small_charts_of_cards_are_pictures_too() -> None:
    sheet = small_sheet()
    report = (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml").read_bytes()
    document = examine(report, style=sheet).composed
    entries = [entry for block in document.blocks if isinstance(block, Grid) for entry in block.entries]
    texts = [block.text for entry in entries for block in entry.blocks if isinstance(block, Chart)]
    article = write_article(document, fitted(sheet, document))
    assert texts
    assert [said for _, said in Page(article.page).pictures][: len(texts)] == texts
    assert Page(write_html(document, fitted(sheet, document))).pictures[: len(texts)] == [
        ("svg", each) for each in texts
    ]

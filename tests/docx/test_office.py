"""The Word file in a program we did not write: LibreOffice opens it and makes a PDF of it."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pypdfium2
import pytest

from reportgen.document import (
    CellBlock,
    Contents,
    Cover,
    Entry,
    Grid,
    Heading,
    Paragraph,
    document_text,
    inline_text,
)
from tests.docx.made import made, made_of
from tests.docx.office import run_office
from tests.support import MINIMAL, ROOT, STYLES, sheet_named
from tests.test_draft import HASH, word

pytestmark = pytest.mark.slow

OVER_YEARS, MANY_YEARS = (
    (ROOT / "tests" / "cases" / name / "2025.yaml").read_text(encoding="utf-8")
    for name in ("metrics-over-years", "metrics-over-many-years")
)
MIXED = f"""\
{MINIMAL}  items: [部分自己的条目]
  sections:
    - {{title: 第一节, items: [节里的条目]}}
    - {{title: 第二节}}
insights:
  title: 感悟
  items: [{{text: 没有标题。}}, {{title: 感悟二, text: 正文。}}, {{title: 感悟三, text: 正文。}}]
"""
"""Items before sections, and one without a title before others: LibreOffice counts levels that were passed over."""

PLAIN = "全体委员认真履行职能围绕中心服务大局各项工作取得新的进展"
"""28 characters, a full line of the official sheet."""


class Office:
    """LibreOffice's pages of some Word files; one start of the program makes them all."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        paths = [str(folder / f"{name}.docx") for name in files]
        run_office(folder, "--convert-to", "pdf", "--outdir", str(folder), *paths)
        self._folder = folder

    def pages(self, name: str) -> list[str]:
        """The text of each page that is not blank."""
        with pypdfium2.PdfDocument(self._folder / f"{name}.pdf") as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]


def without_hanging(data: bytes) -> bytes:
    """The file with w:overflowPunct on, which LibreOffice 7.4 takes for off; else it hangs marks and drops them."""
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/styles.xml":
                assert b'<w:overflowPunct w:val="0"/>' in content
                content = content.replace(b'<w:overflowPunct w:val="0"/>', b"<w:overflowPunct/>")
            copy.writestr(name, content)
    return changed.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    plain = MINIMAL.replace("reviews:", f"salutation: {PLAIN * 50}\nreviews:")
    files = {style: made(style).data for style in STYLES}
    files |= {f"{style}-unhung": without_hanging(made(style).data) for style in STYLES}
    files["mixed"] = made_of(MIXED, sheet_named("official")).data
    files["plain"] = made_of(plain, sheet_named("official")).data
    files |= {f"{style}-draft": word(style, 3) for style in STYLES}
    files["charts"] = made_of(OVER_YEARS, sheet_named("classic")).data
    files["lines"] = made_of(MANY_YEARS, sheet_named("classic")).data
    return Office(tmp_path_factory.mktemp("office"), files)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_libreoffice_marks_every_page_of_a_draft(style: str, office: Office) -> None:
    """Cover, contents and body; the watermark is a shape, which has no text there."""
    pages = office.pages(f"{style}-draft")
    assert len(pages) == len(office.pages(style))
    assert all(f"第3稿{HASH}" in without_spaces(page) for page in pages)


def test_libreoffice_draws_the_charts(office: Office) -> None:
    """Figures over the columns and years under them, as in the PDF."""
    text = without_spaces("".join(office.pages("charts")))
    for year, figure in (("2022年", "4.4"), ("2023年", "4.9"), ("2024年", "5.1"), ("2025年", "5.8")):
        assert year in text
        assert figure in text


def test_libreoffice_leaves_out_what_has_no_room_or_no_number(office: Office) -> None:
    """The numbers of 活动经费 that are neither first, last, highest nor lowest; missing years stand empty."""
    text = without_spaces("".join(office.pages("lines")))
    assert all(figure in text for figure in ("1020000", "987654.5", "1301234", "1234567.5", "2018年2019年"))
    assert not any(figure in text for figure in ("998000", "1100000", "1187000"))


def without_spaces(text: str) -> str:
    """Spaces left out, which pdfium makes up between Chinese and Latin, and no-break spaces of badges."""
    return re.sub(r"\s", "", text)


def beside_headings(style: str) -> list[tuple[str, list[str]]]:
    """What the side column says of each heading that has figures, by its anchor."""
    headings = (block for block in made(style).document.blocks if isinstance(block, Heading))
    lines = ((each.anchor, [inline_text(line.inlines) for line in each.lines_beside]) for each in headings)
    return [(anchor, beside) for anchor, beside in lines if beside]


def parted_frames(page: str, style: str) -> tuple[list[str], list[str]]:
    """The lines of a page, and those of its frames, whose text comes last: minutes, figures of the side column."""
    lines, framed = page.splitlines(), list[str]()
    figures = {without_spaces(line) for _, beside in beside_headings(style) for line in beside}
    while (style == "lectern" and re.fullmatch(r"\d+ ?分", lines[-1])) or without_spaces(lines[-1]) in figures:
        framed.insert(0, lines.pop())
    return lines, framed


def without_furniture(page: str, style: str) -> tuple[str, str]:
    """The page number at a page's foot, and the text without it, without the title at its head and frames beside it."""
    lines, _ = parted_frames(page, style)
    if style == "official":
        *text, foot = lines
        number = re.fullmatch(r"— (\w+) —", foot)
        return (number.group(1), "".join(text)) if number else ("", "".join(lines))
    last = re.fullmatch(r"([ivx\d]+)(?:\u3000.*)?|.*\u3000([ivx\d]+)", lines[-1])  # beside the number, a title
    if last is None:  # a page without
        return "", "".join(lines)
    return last.group(1) or last.group(2), "".join(lines[1 if sheet_named(style).header else 0 : -1])


def pages_before_body(style: str) -> int:
    """The cover and the contents, where the sheet has them; blank pages are not printed."""
    return len([block for block in made(style).document.blocks if isinstance(block, Cover | Contents)])


def with_page_numbers(grid: Grid, labels: dict[str, str]) -> Grid:
    """A grid whose runs that print the page of a block have its number as their text."""
    replace = msgspec.structs.replace

    def cell_block(block: CellBlock) -> CellBlock:
        if not isinstance(block, Paragraph):
            return block
        runs = (replace(run, text=labels[run.page_of]) if run.page_of else run for run in block.inlines)
        return replace(block, inlines=tuple(runs))

    cells = (tuple(tuple(map(cell_block, cell)) for cell in entry.cells) for entry in grid.entries)
    return replace(grid, entries=tuple(map(Entry, cells)))


def expected_lines(style: str) -> list[str]:
    """The printed text after the contents, a line a paragraph."""
    document, labels, _ = made(style)
    blocks = (block for block in document.blocks if not isinstance(block, Cover | Contents))
    body = tuple(with_page_numbers(block, labels) if isinstance(block, Grid) else block for block in blocks)
    return document_text(msgspec.structs.replace(document, blocks=body)).splitlines()


@pytest.mark.parametrize("style", STYLES)
def test_libreoffice_prints_every_word_of_the_report_in_order(style: str, office: Office) -> None:
    """Numbers counted by the program included: another reader of the file sees the same report."""
    pages = office.pages(f"{style}-unhung")
    body = "".join(without_furniture(page, style)[1] for page in pages[pages_before_body(style) :])
    assert without_spaces(body) == without_spaces("".join(expected_lines(style)))


def test_libreoffice_shows_figures_beside_the_sections_they_are_of(office: Office) -> None:
    """Each on the page of its section's heading, in the order of the sections."""
    expected = beside_headings("plenary")
    shown = [
        (int(label), "".join(map(without_spaces, framed)))
        for page in office.pages("plenary")
        if (framed := parted_frames(page, "plenary")[1]) and (label := without_furniture(page, "plenary")[0])
    ]
    assert len(expected) > 1
    labels = made("plenary").labels
    assert shown == [(int(labels[anchor]), without_spaces("".join(beside))) for anchor, beside in expected]


@pytest.mark.parametrize("style", [style for style in STYLES if sheet_named(style).cover_page])
def test_libreoffice_shows_the_cover(style: str, office: Office) -> None:
    """It has no furniture."""
    block = next(block for block in made(style).document.blocks if isinstance(block, Cover))
    expected = "".join(inline_text(line.inlines) for line in block.paragraphs)
    assert without_spaces(office.pages(style)[0]) == without_spaces(expected)


@pytest.mark.parametrize("style", [style for style in STYLES if sheet_named(style).contents])
def test_libreoffice_shows_the_contents(style: str, office: Office) -> None:
    """Every entry has its number and its page."""
    each = made(style)
    _, contents, *_ = office.pages(style)
    headings = [block for block in each.document.blocks if isinstance(block, Heading)]
    entries = [
        (heading.ordinal.text if heading.ordinal else "") + inline_text(heading.inlines) + each.labels[heading.anchor]
        for heading in headings
    ]
    label, text = without_furniture(contents, style)
    assert re.sub(r"\.{3,}", "", without_spaces(text)) == without_spaces("目录" + "".join(entries))
    assert label == {"plenary": "ii", "official": "i"}[style]


def heading_pages(name: str, style: str, office: Office) -> dict[str, list[str]]:
    """The printed numbers of the pages that say what each heading says, by anchor.

    Headings of the tasks are in the plan before, the annex is announced before: the heading itself is on the last.
    """
    pages = [without_furniture(page, style) for page in office.pages(name)[pages_before_body(style) :]]
    found: dict[str, list[str]] = {}
    for heading in (block for block in made(style).document.blocks if isinstance(block, Heading)):
        printed = without_spaces((heading.ordinal.text if heading.ordinal else "") + inline_text(heading.inlines))
        found[heading.anchor] = [label for label, text in pages if printed in without_spaces(text)]
    return found


@pytest.mark.parametrize("name", ["official", "official-unhung"])
def test_official_headings_are_on_the_pages_of_our_contents(name: str, office: Office) -> None:
    """Whoever prints the Word file finds headings where the contents say, but for marks that LibreOffice hangs."""
    labels = made("official").labels
    *_, annex = labels
    found = heading_pages(name, "official", office)
    assert len(found.pop(annex)) == 2
    assert heading_pages(name, "official", office)[annex][-1] == labels[annex]
    assert found.keys() == labels.keys() - {annex}
    distances = {int(pages[-1]) - int(labels[anchor]) for anchor, pages in found.items()}
    assert distances <= ({0, 1} if name.endswith("unhung") else {0})


@pytest.mark.parametrize("name", ["plenary", "plenary-unhung"])
def test_plenary_headings_are_on_the_pages_of_our_contents(name: str, office: Office) -> None:
    """LibreOffice does not squeeze marks: where it does not hang them either, headings may come a page later."""
    labels = made("plenary").labels
    found = heading_pages(name, "plenary", office)
    assert found.keys() <= labels.keys()
    assert len(found) > 12
    distances = {int(pages[-1]) - int(labels[anchor]) for anchor, pages in found.items()}
    assert distances <= ({0, 1} if name.endswith("unhung") else {0})


@pytest.mark.parametrize("name", ["lectern", "lectern-unhung", "handout", "handout-unhung"])
def test_headings_of_lectern_and_handout_are_on_the_pages_of_the_pdf(name: str, office: Office) -> None:
    """No more than a page away in the lectern's file, where other programs part words that the PDF keeps whole."""
    style = name.partition("-")[0]
    labels = made(style).labels
    found = heading_pages(name, style, office)
    distances = {int(found[anchor][-1]) - int(label) for anchor, label in labels.items()}
    assert distances <= ({-1, 0, 1} if style == "lectern" else {0})


def test_official_has_22_lines_of_28_characters(office: Office) -> None:
    """GB/T 9704, on a page of plain Chinese behind the one with the title."""
    page = office.pages("plain")[3].splitlines()
    assert page[-1].strip() == "— 2 —"
    assert [len(line) for line in page[:-1]] == [28] * 22


def test_what_is_counted_under_nothing_counts_nothing_above(office: Office) -> None:
    """The numbers are those of the document, also where a level is passed over."""
    shown = re.sub(r"\s", "", "".join(office.pages("mixed")))
    for expected in ("（一）第一节", "（二）第二节", "（二）感悟二", "（三）感悟三"):
        assert expected in shown, shown

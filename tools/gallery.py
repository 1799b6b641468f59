"""Draws docs/gallery, the pictures of README: some pages of every style sheet of the program, side by side.

``make gallery`` renews them; look at them before you commit them. What shows several years comes from ``tests/years``.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pikepdf import Pdf

from reportgen.diagnostics import render_concise
from reportgen.press.imposing import Description, impose
from reportgen.press.pages import seen_page
from reportgen.press.plans import Wish, plans
from reportgen.workflows.build import Request, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.preview import contact_sheet, page_images, png
from reportgen.workspace.files import find_workspace
from reportgen.workspace.writing import NewFile, write_files

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
YEAR = 2025
PAGE_WIDTH = 320
"""Pixels: five pages fill the screen where README is read, and running text can be made out in the picture itself."""

METRIC = re.compile(r"^  (\w+): \{label: [^,]*, value: ([^,]+)", re.MULTILINE)
"""The line of a metric in these reports, up to its number."""


class Picture(NamedTuple):
    """One picture: its name, the style sheet and the pages shown, 0 the first.

    ``years``: of a report with a past; ``sheets``: the pages are sides of a booklet.
    """

    name: str
    style: str
    pages: tuple[int, ...]
    years: bool = False
    sheets: bool = False


PAGES = {
    "plenary": (0, 2, 3, 6, 7),
    "classic": (0, 2, 3, 6, 9),
    "official": (0, 2, 4, -2, -1),
    "lectern": (0, 1, 2, 3, 4),
}
"""Of the styles that show most on other pages than the first three."""

USUAL_PAGES = (0, 1, 2)

OF_YEARS = (Picture("years", "plenary", (2, 3), years=True),)
"""Cards with changes, and charts."""

BOOKLET = (Picture("booklet", "plenary", (0, 1), sheets=True),)
"""The outermost sheet, front and back."""


def pictures(styles: list[str]) -> Iterator[Picture]:
    """What the gallery shows, given the style sheets there are."""
    for style in styles:
        yield Picture(style, style, PAGES.get(style, USUAL_PAGES))
    yield from (picture for picture in (*OF_YEARS, *BOOKLET) if picture.style in styles)


def reports() -> dict[int, str]:
    """The reports of an invented city by year."""
    files = sorted((ROOT / "tests" / "years").glob("20[0-9][0-9].yaml"))
    return {int(file.stem): file.read_text(encoding="utf-8") for file in files}


def remembering(texts: dict[int, str]) -> dict[int, str]:
    """The reports, the last one's metrics with their numbers of all years before it."""
    values = {year: dict(METRIC.findall(text)) for year, text in texts.items()}

    def with_history(match: re.Match[str]) -> str:
        past = [f"{year}: {each[match[1]]}" for year, each in values.items() if year < YEAR and match[1] in each]
        return f"{match[0]}, history: {{{', '.join(past)}}}" if past else match[0]

    return {**texts, YEAR: METRIC.sub(with_history, texts[YEAR])}


def drawn(picture: Picture, root: Path) -> bytes:
    """The PNG of a picture of a workspace's report."""
    request = Request(CheckOptions(picture.style), ("pdf",))
    made = compile_report(read_inputs(find_workspace(root, exact=True), YEAR, request), request, lambda _: None)
    if not made.contents:
        sys.exit("\n".join(render_concise(each, "en") for each in made.findings))
    content = made.contents["pdf"]
    pages = page_images(_booklet(content) if picture.sheets else content, PAGE_WIDTH * (1 + picture.sheets))
    return png(contact_sheet([pages[number] for number in picture.pages if -len(pages) <= number < len(pages)]))


def _booklet(content: bytes) -> bytes:
    """A PDF as a booklet."""
    with Pdf.open(BytesIO(content)) as pdf:
        size = seen_page(pdf.pages[0]).size
        (plan,) = plans(Wish(booklet=True, bleed=3), len(pdf.pages), size)
        return impose(pdf, plan.sides, plan.press, Description("", ""))


def main() -> None:
    """Draws every picture, all or none, and says how large each is."""
    with tempfile.TemporaryDirectory() as folder:
        years = Path(folder)
        (years / "data").mkdir()
        for year, text in remembering(reports()).items():
            (years / "data" / f"{year}.yaml").write_text(text, encoding="utf-8")
        styles = sorted(path.stem for path in (ROOT / "styles").glob("*.yaml"))
        contents = {each.name: drawn(each, years if each.years else ROOT) for each in pictures(styles)}
    for name, content in contents.items():
        print(f"{name}.png {len(content) / 1024:.0f} KB")
    write_files(NewFile(GALLERY / f"{name}.png", name, content) for name, content in contents.items())
    for path in GALLERY.glob("*.png"):
        if path.stem not in contents:
            path.unlink()


if __name__ == "__main__":
    main()

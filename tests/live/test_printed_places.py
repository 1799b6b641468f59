"""Every line of a page, with the place of each of its characters in a file: a report with every kind of block."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.layout import lay_out
from reportgen.live.printed_lines import printed_lines
from reportgen.live.written_texts import Spot
from reportgen.source import Source, parse
from tests.goldens import Goldens
from tests.pages.reports import book_of
from tests.support import SHEETS, examine, fitted, sheet_named

FOLDER = Path(__file__).parent / "places"
REPORT = (FOLDER / "2025.yaml").read_text("utf-8")


@pytest.mark.parametrize("style", ["plenary", "official", "classic"])
def test_every_character_leads_to_where_it_was_written(style: str, goldens: Goldens) -> None:
    goldens.check({FOLDER / f"{style}.txt": "".join(f"{each}\n" for each in listing(style))})


def listing(style: str) -> Iterator[str]:
    """The lines of the pages, under each where it was written."""
    examined = examine(REPORT, style=style, draft=True)
    document = examined.composed
    layout = lay_out(document, fitted(sheet_named(style), document), book_of(style))
    sheet, _ = parse(Source("sheet", (SHEETS / f"{style}.yaml").read_text("utf-8")))
    assert examined.root is not None
    assert sheet is not None
    for page in printed_lines(layout, document, {"report": examined.root, "sheet": sheet}):
        yield "page"
        for line in page:
            written = "  ".join(_written(spots) for spots in _stretches(line.spots))
            yield f"  {line.text}"
            yield f"      {written}"


def _stretches(spots: tuple[Spot | None, ...]) -> Iterator[list[Spot | None]]:
    """Spots in groups: each is where the one before it is, or next to it in the file."""
    stretch: list[Spot | None] = []
    for spot in spots:
        if stretch and spot != stretch[-1] and not (spot and stretch[-1] and spot[1] == stretch[-1][1] + 1):
            yield stretch
            stretch = []
        stretch.append(spot)
    yield stretch


def _written(spots: list[Spot | None]) -> str:
    """Where a file has some characters, and what it has there; a place of several characters as often as that."""
    if spots[0] is None:
        return f"nowhere ×{len(spots)}"
    source, start = spots[0]
    place = source.place(start, start)
    text = "".join(source.text[spot[1]] for spot in spots if spot)
    return f"{place.file}:{place.line}:{place.column} {text}"

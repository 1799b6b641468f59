"""Printed characters know their places: of every report of the checkout, in every style."""

from pathlib import Path

import pytest

from reportgen.document import Document
from reportgen.layout import Layout, lay_out
from reportgen.live.printed_lines import PrintedLine, printed_lines
from reportgen.source import Node
from reportgen.text.characters import printable
from tests.pages.reports import REPORTS, book_of, document_of
from tests.support import STYLES, examine, fitted, sheet_named

pytestmark = pytest.mark.slow

EXACT = 0.75
"""Share of the characters of long lines that stand in a file as they print; the others are ordinals and numbers."""

LONG = 15
"""Characters of a line that is hardly a number or the foot of a page."""

TITLED = """\
schema: 1
year: 2025
title: 【本年】年报告
metrics:
  提案: {label: 征集提案, value: 546, unit: 件}
reviews:
  title: 工作回顾
  items:
    - title: 民生
      text: >-
        全年征集提案【提案】，提案办理提案落实。

        民生**为大**，
        民生为本。
"""


def laid_out(text: bytes, style: str) -> list[PrintedLine]:
    """The lines of a report's pages."""
    examined = examine(text, style=style, draft=True)
    assert examined.document is not None, examined.listing()
    assert examined.root is not None
    return lines_of(examined.document, style, examined.root)


def lines_of(document: Document, style: str, root: Node) -> list[PrintedLine]:
    sheet = sheet_named(style)
    layout: Layout = lay_out(document, fitted(sheet, document), book_of(style))
    pages = printed_lines(layout, document, {"report": root})
    return [line for page in pages for line in page]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_printed_line_has_its_places(name: str, style: str) -> None:
    document = document_of(REPORTS[name], style)
    root = examine(REPORTS[name].read_bytes(), year=int(Path(name).stem), style=style, draft=True).root
    if document is None or root is None:
        return
    exact = other = 0
    for line in lines_of(document, style, root):
        assert len(line.spots) == len(line.text) == len(line.lefts) - 1
        for character, spot in zip(line.text, line.spots, strict=True) if len(line.text) >= LONG else ():
            if spot is not None and printable(spot[0].text[spot[1]]) == character:
                exact += 1
            else:
                other += 1
    if exact + other > 500:
        assert exact / (exact + other) > EXACT


def test_each_of_several_alike_words_has_a_place_of_its_own() -> None:
    """Also behind a number, markup and a line end of the file."""
    found: dict[str, list[int]] = {}
    for line in laid_out(TITLED.encode(), "plenary"):
        for index, spot in enumerate(line.spots):
            if spot:
                found.setdefault(line.text[index], []).append(spot[1])
    offsets = [index for index in range(len(TITLED)) if TITLED.startswith("落", index)]
    assert found["落"] == offsets
    people = [index for index in range(len(TITLED)) if TITLED.startswith("民生", index)]
    assert [offset for offset in found["民"] if offset in people][-3:] == people[-3:]
    assert found["本"][-1] == TITLED.index("本。")
    number = found["6"][-1]
    assert TITLED[number - 2 : number + 1] == "546", "a metric's number leads to its value"
    assert TITLED[found["年"][0]] == "【", "a title with 【本年】 leads to its beginning"

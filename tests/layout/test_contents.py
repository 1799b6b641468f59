"""Contents: lines that close up where that saves a page, in the PDF and in Word alike."""

from itertools import pairwise
from statistics import mode

from msgspec.structs import replace

from reportgen.style import ContentsStyle, StyleSheet
from tests.docx.made import made_of, style_elements
from tests.docx.reading import WORD, attribute
from tests.layout.test_pages import laid_out
from tests.support import MINIMAL, sheet_named

OFFICIAL = sheet_named("official")
assert OFFICIAL.contents is not None
OPEN: ContentsStyle = replace(OFFICIAL.contents, closest=None)
TITLE = 1
"""Headings of the report besides its sections."""


def report(entries: int, title: str = "节") -> str:
    sections = "".join(f"    - {{title: {title}, lead: 一句。}}\n" for _ in range(entries - TITLE))
    return f"{MINIMAL}  sections:\n{sections}"


def contents(entries: int, sheet: StyleSheet = OFFICIAL, title: str = "节") -> list[tuple[int, float]]:
    """On each page of the contents, how many lines it has, and how far apart most of them are."""
    layout = laid_out(report(entries, title), sheet)
    found: list[tuple[int, float]] = []
    for page in (page for page in layout.pages if page.label.startswith(("i", "v"))):
        heights = sorted({round(piece.y, 2) for each in page.fragments if each.block == 1 for piece in each.texts})
        found.append((len(heights), mode([round(below - above, 2) for above, below in pairwise(heights)] or [0.0])))
    return found


def test_contents_close_up_only_where_it_saves_a_page() -> None:
    """Twenty-two lines are a page, of which the title takes two; one more fits at 28 points, two do not."""
    assert contents(20) == [(21, 29.61)]
    assert contents(21) == [(22, 28.0)]
    assert [pitch for _, pitch in contents(23)] == [29.61, 29.61]
    assert len(contents(21, replace(OFFICIAL, contents=OPEN))) == 2


def test_entries_that_turn_over_count_by_their_lines() -> None:
    """A heading of the first level, and ten of two lines each."""
    title = "坚持" * 14
    assert contents(11, title=title) == [(22, 28.0)]
    assert len(contents(12, title=title)) == 2


def test_word_has_the_same_pitch() -> None:
    """As much smaller as Word's grid is (T101): 20 entries are at 579 twips, 21 at 28/29.61 of that."""
    lines = []
    for entries in (20, 21):
        style = style_elements(made_of(report(entries), OFFICIAL).data)["TOC1"].find(f"{WORD}pPr/{WORD}spacing")
        assert style is not None
        lines.append(int(attribute(style, "line")))
    assert lines == [579, 548]

"""The checker itself: each kind of fault is seen, and what comes close is left alone."""

import pytest

from tests.layout.printed import Printed
from tests.pages.faults import KINDS, Fault, Ground, faults, ground_of
from tests.pages.finished import Block, FinishedPdf, Glyph, Line, Paper
from tests.support import STYLES, sheet_named

GROUND = Ground(top=100.0, height=200.0, left=50.0, width=200.0, back=0.0, pitch=20.0, sizes=frozenset({10.0}))
"""Pages of ten lines; text is of ten points."""

PART = (("Document", 0), ("Part", 1))
OTHER_PART = (("Document", 0), ("Part", 2))


def line(text: str, row: float, *, page: int = 0, gap: float = 0.0) -> Line:
    """A line in a row of the grid, with so many em between its characters."""
    glyphs = [
        Glyph(0, Printed(each, 50 + 10 * (1 + gap) * place, 115 + 20 * row, 10.0, 60 + 10 * (1 + gap) * place))
        for place, each in enumerate(text)
    ]
    return Line(page, glyphs)


def text_of(*lines: Line, around: tuple[tuple[str, int], ...] = PART, type_: str = "P") -> Block:
    """A paragraph, or another element."""
    return Block(type_, around, list(lines))


def full(page: int, around: tuple[tuple[str, int], ...] = PART) -> Block:
    """A paragraph that fills a page below its first line."""
    return text_of(*(line("国家国家", row, page=page) for row in range(1, 10)), around=around)


def head(text: str, row: float, page: int, around: tuple[tuple[str, int], ...] = PART) -> Block:
    """A head of level 1."""
    return text_of(line(text, row, page=page), around=around, type_="H1")


def found(*blocks: Block, papers: tuple[Paper, ...] = (), loose: tuple[str, ...] = ()) -> list[str]:
    """The kinds of faults that are seen, each with the page and the beginning of its text."""
    pdf = FinishedPdf(list(blocks), [list(papers) for _ in range(9)])
    return [_read(each) for each in faults(pdf, GROUND, frozenset(loose), spoken=True)]


def _read(fault: Fault) -> str:
    return f"{fault.kind} {fault.page}"


def rows(count: int, page: int, around: tuple[tuple[str, int], ...] = PART) -> Block:
    """A paragraph of so many lines at the head of a page."""
    return text_of(*(line("国家国家", row, page=page) for row in range(count)), around=around)


HEAD = head("一、回顾", 0, 0)
REST = full(0)
TEXT = text_of(line("国家国家", 1))

SEEN = {
    "page-empty": (HEAD, REST, rows(3, 1), head("二、任务", 0, 2, OTHER_PART), full(2, OTHER_PART)),
    "lines-alone": (HEAD, REST, rows(2, 1)),
    "line-loose": (HEAD, text_of(line("征集提案", 1, gap=0.15))),
    "line-torn": (HEAD, text_of(line("征集提案", 1, gap=0.3))),
    "number-apart": (HEAD, text_of(line("办复3000", 1), line("亿元以上", 2))),
    "number-torn": (HEAD, text_of(line("资金98765432", 1), line(".1元", 2))),
    "off-grid": (HEAD, TEXT, text_of(line("国家", 3), line("国家", 4.2))),
    "heading-last": (HEAD, REST, head("（一）学习", 10, 0)._replace(type="H2"), full(1), rows(4, 2)),
    "torn": (HEAD, text_of(line("国家", 9), line("国家", 0, page=1), around=(*PART, ("TR", 7)), type_="TD"), full(1)),
    "overlap": (HEAD, TEXT, text_of(line("国家", 1.1), around=OTHER_PART, type_="TH")),
    "outside": (HEAD, text_of(line("国家" * 11, 1))),
}
"""Of each kind one."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_seen(kind: str) -> None:
    assert {each.split()[0] for each in found(*SEEN[kind])} == {kind}


SOUND: dict[str, tuple[Block, ...]] = {
    "the last page may be short": (HEAD, REST, rows(3, 1)),
    "a part may be short as a whole": (HEAD, TEXT, head("二、任务", 0, 1, OTHER_PART), full(1, OTHER_PART)),
    "all of a report may be short": (
        text_of(line("各位", 0)), head("一、回顾", 1, 0), text_of(line("国家", 2)),
        text_of(line("附件", 0, page=1), around=()),
        text_of(line("指标", 1, page=1), line("数据", 2, page=1), around=()),
    ),
    "a cover is no part": (rows(2, 0, OTHER_PART), head("一、回顾", 0, 1), full(1)),
    "two lines of an annex": (HEAD, REST, text_of(line("附件2", 0, page=1)), text_of(line("名词", 1, page=1))),
    "a measure word on its number's line": (HEAD, text_of(line("办复3000亿元", 1), line("年内办结", 2))),
    "a number before what it does not count": (HEAD, text_of(line("依据GB/T9704", 1), line("排版印刷", 2))),
    "an address that goes on": (HEAD, text_of(line("见data-export_2025-12", 1), line("31.xlsx", 2))),
    "larger type is on no grid": (HEAD, REST, head("大", 3.4, 1)),
    "a head without text of its own": (HEAD, REST, head("二、任务", 0, 1, OTHER_PART), full(1, OTHER_PART)),
}  # fmt: skip


def test_the_opening_words_do_not_take_a_page() -> None:
    assert found(rows(2, 0, ()), head("一、回顾", 0, 1), full(1)) == ["page-empty 1"]


def test_a_number_in_words_is_seen_on_two_lines() -> None:
    assert found(HEAD, text_of(line("全年读书会四十", 1), line("一场以上", 2))) == ["number-apart 1"]


def test_a_cover_is_on_one_page() -> None:
    assert found(text_of(line("会议", 2), line("题目", 0, page=1), around=OTHER_PART), HEAD) == ["torn 1"]


@pytest.mark.parametrize("name", SOUND)
def test_what_comes_close_is_left_alone(name: str) -> None:
    assert found(*SOUND[name]) == []


def test_a_loose_line_that_was_reported_is_no_fault() -> None:
    blocks = (HEAD, text_of(line("征集提案", 1, gap=0.15)))
    assert found(*blocks, loose=("征集提案",)) == []
    assert found(HEAD, text_of(line("征集提案", 1, gap=0.3)), loose=("征集提案",)) == ["line-torn 1"]


def test_text_on_paper_of_its_own_goes_with_that() -> None:
    blocks = (HEAD, TEXT, text_of(line("国家", 3)), text_of(line("国家", 4.3)))
    assert found(*blocks) == ["off-grid 1"]
    assert found(*blocks, papers=(Paper(40, 190, 400, 215),)) == []
    assert found(*blocks, papers=(Paper(40, 195, 75, 207),)) == ["off-grid 1"], "behind a word"


@pytest.mark.parametrize("style", STYLES)
def test_every_sheet_has_a_grid_with_text_on_it(style: str) -> None:
    """Else no line could be off it; the handout sets its text free."""
    assert ground_of(sheet_named(style)).sizes or style == "handout"

"""Pages: what keeps together, what repeats, what is where."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Fragment, Layout, TextPiece, lay_out
from reportgen.layout.page_ends import Frame, paged
from reportgen.layout.pages import Filled, fill_page, page_rows
from reportgen.layout.rows import Row
from reportgen.layout.stacking import BlockStacker
from reportgen.style import StyleSheet
from tests.layout.setting import measured
from tests.support import MINIMAL, ROOT, STYLES, examine, fitted, sheet_named

LINE = 10.0
FRAME = Frame(0.0, 0.0, 5 * LINE, LINE)


def filled(rows: list[Row]) -> list[Filled]:
    """Pages of five lines."""
    return [fill_page(page, FRAME) if page.span else Filled((), {}) for page in page_rows(paged(rows, FRAME))]


def pages_of(rows: list[Row]) -> list[list[int | None]]:
    """The blocks on each page of five lines."""
    return [[fragment.block for fragment in page.fragments] for page in filled(rows)]


def row(block: int, height: float = LINE, **how: Any) -> Row:
    """A row of a block, with nothing on it."""
    return Row(content=Fragment(block), height=height, **how)


def laid_out(text: str, style: str | StyleSheet) -> Layout:
    """A report laid out under a sheet."""
    sheet = sheet_named(style) if isinstance(style, str) else style
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    document = examine(text, style=sheet, draft=True).composed
    return lay_out(document, fitted(sheet, document), book)


def page_texts(layout: Layout) -> list[list[str]]:
    """The lines of each page, furniture left out, in the order of their baselines."""
    pages = []
    for page in layout.pages:
        lines: dict[float, str] = {}
        for fragment in page.fragments:
            for piece in fragment.texts if fragment.block is not None else ():
                lines[round(piece.y, 1)] = lines.get(round(piece.y, 1), "") + piece.text
        pages.append([lines[y] for y in sorted(lines)])
    return pages


def test_a_page_ends_before_rows_that_are_joined() -> None:
    """A heading goes to the next page with what follows it (T55)."""
    rows = [row(number, joined=number == 5) for number in range(8)]
    assert pages_of(rows) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_rows_joined_past_a_whole_page_are_parted_all_the_same() -> None:
    """Never a hang, never a row lost, even where everything asks to stay together."""
    rows = [row(number, joined=number > 0) for number in range(12)]
    assert [len(page) for page in pages_of(rows)] == [5, 5, 2]


def test_a_row_higher_than_a_page_gets_one_of_its_own() -> None:
    """Nothing is lost where nothing fits."""
    rows = [row(0), row(1, height=9 * LINE), row(2)]
    assert pages_of(rows) == [[0], [1], [2]]


def test_a_table_repeats_its_head_on_every_page() -> None:
    """T16."""
    head = row(0)
    rows = [head, *(row(number, head=head) for number in range(1, 10))]
    assert pages_of(rows) == [[0, 1, 2, 3, 4], [None, 5, 6, 7, 8], [None, 9]]


def test_an_odd_start_leaves_a_blank_page() -> None:
    """What begins on a right-hand page never begins on a left-hand one."""
    rows = [row(0), row(1, start="odd")]
    assert pages_of(rows) == [[0], [], [1]]


def test_space_above_is_dropped_at_the_head_of_a_page() -> None:
    """T51: the first line of every page is on the first line of the grid."""
    rows = [row(number, space=2.0) for number in range(6)]
    second = filled(rows)[1]
    assert second.fragments[0].block == 4


def test_a_line_after_a_heading_is_back_on_the_grid() -> None:
    """T51: what a heading and its spaces lack to whole lines is above it, so that it stays with its text."""
    rows = [
        row(0, snap="line"),
        row(1, height=12.0, snap="heading", space=5.0, joined=True),
        row(2, snap="line", space=1.0, joined=True),
    ]
    tops = [fragment.texts[0].y for fragment in filled([_marked(each) for each in rows])[0].fragments]
    assert tops == [0.0, 3 * LINE - 12.0 - 1.0, 3 * LINE]


def test_at_the_head_of_a_page_the_heading_keeps_to_the_top() -> None:
    """There the room that brings the text to the grid is below the heading."""
    rows = [row(0, height=12.0, snap="heading"), row(1, snap="line", joined=True)]
    tops = [fragment.texts[0].y for fragment in filled([_marked(each) for each in rows])[0].fragments]
    assert tops == [0.0, 2 * LINE]


def _marked(blank: Row) -> Row:
    """The row with a piece of text at its top."""
    piece = measured("国").spans[0]
    return blank.with_content(texts=(TextPiece(0.0, 0.0, "国", piece.setting, 10.0, piece.colour, 0.0),))


def body_lines(layout: Layout, size: float) -> set[float]:
    """The baselines of text of the body's size, on all pages together."""
    return {
        round(piece.y, 2)
        for page in layout.pages
        for fragment in page.fragments
        if fragment.block is not None
        for piece in fragment.texts
        if piece.size == size
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "pitch", "size"), [("classic", 21.0, 12.0), ("official", 29.61, 15.793), ("lectern", 12.0, 22.0)]
)
@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(1, 70), st.integers(0, 3), st.integers(1, 60)), min_size=4, max_size=24))
def test_body_lines_of_all_pages_register(
    style: str, pitch: float, size: float, sections: list[tuple[int, int, int]]
) -> None:
    """T51: whatever headings, boxes, points and tables stand between, lines lie on one grid, on every page."""
    text = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
    text += f"{MINIMAL}  intro: {'导语，' * sections[0][0]}完。\n  sections:\n"
    for number, (lead, items, length) in enumerate(sections):
        text += f"    - title: 第{number}节标题\n      lead: {'一句话，' * lead}完。\n"
        if items:
            text += "      items:\n" + f"        - {{title: 小标题, text: {'内容充实，' * length}完。}}\n" * items
    layout = laid_out(text, style)
    pages = replace(layout, pages=layout.pages[[page.label for page in layout.pages].index("1") :])
    lines = body_lines(pages, size)
    assert len(lines) > 3
    assert {round((y - min(lines)) % pitch, 1) % round(pitch, 1) for y in lines} == {0.0}


def sheet_with_page(style: str, **page: object) -> StyleSheet:
    """A sheet of the checkout with other settings of its page."""
    sheet = sheet_named(style)
    return replace(sheet, page=replace(sheet.page, **page))


def test_left_hand_pages_mirror_the_margins_of_right_hand_ones() -> None:
    """The binding margin is at the right of every second side, whatever is on it: text, number and links."""
    text = f"{MINIMAL}  intro: {'国' * 3000}\n"
    sheet = sheet_with_page("official", facing=True)
    layout = laid_out(text, sheet)
    for index, page in enumerate(layout.pages):
        edges = [piece.x for fragment in page.fragments for piece in fragment.texts if fragment.block is not None]
        if len(edges) > 20:
            assert min(edges) == pytest.approx((28 if index % 2 == 0 else 26) * 72 / 25.4, abs=0.01)


def test_the_number_is_outside_wherever_the_body_begins() -> None:
    """A body that begins on a left-hand page has its first number at the left (T14)."""
    layout = laid_out(f"{MINIMAL}  intro: {'国' * 3000}\n", replace(sheet_named("official"), body_start="page"))
    middle = layout.width / 2
    for index, page in enumerate(layout.pages):
        furniture = [fragment for fragment in page.fragments if fragment.block is None]
        if furniture and page.label.isdecimal():
            assert (furniture[-1].texts[0].x > middle) == (index % 2 == 0)


def test_blank_pages_inside_the_body_count_and_carry_no_number() -> None:
    """T14: a part that begins on the right leaves a side without number and header."""
    sheet = sheet_named("classic")
    heading = replace(sheet.text["heading-1"], start="odd")
    text = f"{MINIMAL}  intro: 一句。\ntasks: {{title: 任务, intro: 一句。}}\n"
    layout = laid_out(text, replace(sheet, text={**sheet.text, "heading-1": heading}))
    body = layout.pages[[page.label for page in layout.pages].index("1") :]
    assert [page.label for page in body] == ["1", "", "3", "4"]
    assert body[1].fragments == ()


@pytest.mark.parametrize("multiple", [1, 2, 4])
def test_the_number_of_pages_is_made_a_multiple_by_blank_ones(multiple: int) -> None:
    layout = laid_out(f"{MINIMAL}  intro: {'国' * 2400}\n", sheet_with_page("official", multiple=multiple))
    written = len(laid_out(f"{MINIMAL}  intro: {'国' * 2400}\n", "official").pages)
    assert written % 4 == 1
    assert len(layout.pages) == written - written % -multiple
    assert [page.fragments for page in layout.pages[written:]] == [()] * (len(layout.pages) - written)


@pytest.mark.parametrize("multiple", [2, 4])
def test_the_colophon_is_on_the_back_of_the_last_sheet(multiple: int) -> None:
    """Blank pages that fill the sheet come before it, and count (T14)."""
    report = f"{MINIMAL}  intro: {'国' * 1500}\n"
    *before, last = laid_out(report, "classic").pages
    layout = laid_out(report, sheet_with_page("classic", multiple=multiple))
    blanks = -(len(before) + 1) % multiple
    assert blanks
    assert [len(page.fragments) for page in layout.pages] == [
        *(len(page.fragments) for page in before), *[0] * blanks, len(last.fragments),
    ]  # fmt: skip
    assert int(layout.pages[-1].label) == int(last.label) + blanks


def test_a_table_row_higher_than_a_page_runs_on_and_loses_nothing() -> None:
    """The last resort: a row is split between its lines rather than printed outside the paper."""
    note = "备注文字，" * 400
    text = f"metrics:\n  提案: {{label: 征集提案, value: 546, unit: 件, note: {note}}}\n{MINIMAL}"
    layout = laid_out(text, "official")
    printed = "".join(piece.text for page in layout.pages for fragment in page.fragments for piece in fragment.texts)
    assert [printed.count(character) for character in "备注文字"] == [400] * 4
    bottoms = [piece.y for page in layout.pages for fragment in page.fragments for piece in fragment.texts]
    assert max(bottoms) < layout.height - 60


@pytest.mark.slow
def test_no_heading_is_last_and_no_line_alone_on_any_page_of_a_long_report() -> None:
    """T53, T55 on two hundred sections of uneven length."""
    sections = "".join(
        f"    - title: 第{number}节标题\n      lead: {'一句话，' * (number % 23 + 1)}完。\n"
        f"      items: [{{title: 小标题, text: {'内容充实，' * (number % 17 + 1)}完。}}]\n"
        for number in range(200)
    )
    for style in ("plenary", "official", "lectern"):  # the handout prints no text under its heads
        layout = laid_out(f"{MINIMAL}  sections:\n{sections}", style)
        pages = page_texts(layout)
        assert len(pages) > 40
        body = [page.label for page in layout.pages].index("1")
        for page in pages[body:]:
            if page:
                assert "节标题" not in "".join(page[-2:]), page[-3:]


@pytest.mark.slow
def test_sections_of_one_line_do_not_chain_into_one_block() -> None:
    """A heading takes two lines of its own text with it, not the next heading; a table's head never stands alone."""
    for count in range(8, 24):
        sections = "".join(f"    - title: 第{number}节标题\n      lead: 一句话。\n" for number in range(count))
        metrics = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
        layout = laid_out(f"{metrics}{MINIMAL}  sections:\n{sections}", "official")
        for page in page_texts(layout)[[page.label for page in layout.pages].index("1") :]:
            assert not page or "节标题" not in page[-1]
            assert not page or page[-1] != "指标数据"


def test_the_body_begins_on_a_right_hand_page() -> None:
    """The first page numbered 1 is the third, fifth, ... side whatever the length of the contents.

    Lectern, printed on one side, has it right after the cover; handout has no other page before it.
    """
    sections = "".join(f"    - title: 第{number}节\n" for number in range(60))
    for style in STYLES:
        labels = [page.label for page in laid_out(f"{MINIMAL}  sections:\n{sections}", style).pages]
        assert labels.index("1") % 2 == (1 if style == "lectern" else 0)
        assert labels[0] == ("1" if style == "handout" else "")
        front = labels[1 : labels.index("1")] if labels[0] == "" else []
        assert [label for label in front if label][:2] == {"plenary": ["ii", "iii"], "official": ["i", "ii"]}.get(
            style, []
        )
        odd_and_even = {label: index % 2 for index, label in enumerate(labels)}
        assert style not in ("plenary", "official") or odd_and_even["ii"] == 1, "on a left-hand page (T112)"


@pytest.mark.slow
def test_contents_show_the_page_each_heading_is_on() -> None:
    """Every entry's number is the label of the page whose text has that heading."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    for style in STYLES:
        layout = laid_out(text, style)
        labels = layout.page_labels()
        headings = [anchor for anchor in labels if anchor.startswith("heading-")]
        assert len(headings) == {"plenary": 18, "official": 18, "lectern": 17, "handout": 13}[style]
        for anchor in headings:
            target = layout.targets[anchor]
            tops = [
                piece.y
                for fragment in layout.pages[target.page].fragments
                for piece in fragment.texts
                if fragment.block is not None and target.y <= piece.y <= target.y + 60
            ]
            assert tops, anchor
            assert layout.pages[target.page].label == labels[anchor]


def test_a_full_official_page_has_22_lines_of_28_characters() -> None:
    """T3, T6, T7: the type area is filled by ink, not by leading."""
    layout = laid_out(f"{MINIMAL}  intro: {'国' * 3000}\n", "official")
    pages = [page for page in page_texts(layout) if len(page) > 20]
    assert {len(page) for page in pages[:-1]} == {22}
    assert {len(line) for page in pages[1:-1] for line in page} == {28}


def test_a_character_no_face_has_is_reported_with_its_origin() -> None:
    """Never an empty box in print."""
    layout = laid_out(f"{MINIMAL}  intro: 生僻字𪚥与𠮷\n", "official")
    assert {(missing.character, missing.origin.path) for missing in layout.missing} == {
        ("𪚥", ("reviews", "intro")),
        ("𠮷", ("reviews", "intro")),
    }


def test_a_running_header_of_two_lines_is_whole() -> None:
    """The second line is where one alone would, the first above it."""
    title = f"{'深入学习贯彻新时代加强和改进人民政协工作的重要思想' * 3}的工作报告"
    text = f"schema: 1\nyear: 2025\ntitle: {title}\nreviews: {{title: 回顾, intro: 一句。}}\n"
    furniture = [fragment for fragment in laid_out(text, "classic").pages[-2].fragments if fragment.block is None]
    heads = [piece for fragment in furniture for piece in fragment.texts if len(piece.text) > 3]
    assert "".join(piece.text for piece in heads) == title
    assert len({piece.y for piece in heads}) == 2


@pytest.mark.slow
def test_a_mark_of_the_glossary_stays_with_its_term() -> None:
    """No line begins with it, however the words before it fall."""
    for count in range(1, 36):
        text = f"{MINIMAL}  intro: {'我' * count}们通过专项视察、对口协商等方式提出建议。\n"
        layout = laid_out(f"{text}glossary: [{{term: 专项视察, meaning: 甲。}}]\n", "classic")
        pieces = [piece for page in layout.pages for fragment in page.fragments for piece in fragment.texts]
        place = next(number for number, piece in enumerate(pieces) if 7 < piece.size < 8)
        assert pieces[place - 1].text.endswith("视察")
        assert pieces[place].y - pieces[place - 1].y < 10, count


@pytest.mark.parametrize("style", STYLES)
def test_a_body_set_again_with_its_page_numbers_is_one_set_anew(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that the numbers do not change keep their rows; plenary names the page of every section."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    kept, made = laid_out(text, style), list[int]()
    rows_of = BlockStacker._block_rows

    def noted(stacker: BlockStacker, block: Any, index: int, paper: Any) -> list[Row]:
        made.append(index)
        return rows_of(stacker, block, index, paper)

    monkeypatch.setattr(BlockStacker, "_rows_again", noted)
    anew = laid_out(text, style)
    assert _placed(kept) == _placed(anew)
    assert (kept.targets, kept.loose, kept.turns, kept.paging) == (anew.targets, anew.loose, anew.turns, anew.paging)
    assert (len(made) > len(set(made))) == (style == "plenary")


def _placed(layout: Layout) -> list[list[tuple[float, float, str]]]:
    """The pieces of each page and where they are."""
    return [
        [(piece.x, piece.y, piece.text) for fragment in page.fragments for piece in fragment.texts]
        for page in layout.pages
    ]

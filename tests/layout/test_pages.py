"""Pages: what keeps together, what repeats, what stands where."""

from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.layout.pages import Frame, fill_pages
from reportgen.layout.rows import Row
from tests.support import MINIMAL, ROOT, examine, sheet_named

LINE = 10.0
FRAME = Frame(0.0, 0.0, 5 * LINE)


def pages_of(rows: list[Row]) -> list[list[int | None]]:
    """The blocks on each page of five lines."""
    return [[fragment.block for fragment in page.fragments] for page in fill_pages(rows, FRAME)]


def laid_out(text: str, style: str) -> Layout:
    """A report laid out under a sheet."""
    sheet = sheet_named(style)
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return lay_out(examine(text, style=style, draft=True).composed, sheet, book)


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
    rows = [Row(block=number, height=LINE, joined=number == 5) for number in range(8)]
    assert pages_of(rows) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_rows_joined_past_a_whole_page_are_parted_all_the_same() -> None:
    """Never a hang, never a row lost, even where everything asks to stay together."""
    rows = [Row(block=number, height=LINE, joined=number > 0) for number in range(12)]
    assert [len(page) for page in pages_of(rows)] == [5, 5, 2]


def test_a_row_higher_than_a_page_gets_one_of_its_own() -> None:
    """Nothing is lost where nothing fits."""
    rows = [Row(block=0, height=LINE), Row(block=1, height=9 * LINE), Row(block=2, height=LINE)]
    assert pages_of(rows) == [[0], [1], [2]]


def test_a_table_repeats_its_head_on_every_page() -> None:
    """T16."""
    head = Row(block=0, height=LINE)
    rows = [head, *(Row(block=number, height=LINE, head=head) for number in range(1, 10))]
    assert pages_of(rows) == [[0, 1, 2, 3, 4], [None, 5, 6, 7, 8], [None, 9]]


def test_an_odd_start_leaves_a_blank_page() -> None:
    """What begins on a right-hand page never begins on a left-hand one."""
    rows = [Row(block=0, height=LINE), Row(block=1, height=LINE, start="odd")]
    assert pages_of(rows) == [[0], [], [1]]


def test_space_above_is_dropped_at_the_head_of_a_page() -> None:
    """T51: the first line of every page stands on the first line of the grid."""
    rows = [Row(block=number, height=LINE, space=2.0) for number in range(6)]
    second = fill_pages(rows, FRAME)[1]
    assert second.fragments[0].block == 4


def test_no_heading_is_last_and_no_line_alone_on_any_page_of_a_long_report() -> None:
    """T53, T55 on two hundred sections of uneven length."""
    sections = "".join(
        f"    - title: 第{number}节标题\n      lead: {'一句话，' * (number % 23 + 1)}完。\n"
        f"      items: [{{title: 小标题, text: {'内容充实，' * (number % 17 + 1)}完。}}]\n"
        for number in range(200)
    )
    for style in ("plenary", "official"):
        layout = laid_out(f"{MINIMAL}  sections:\n{sections}", style)
        pages = page_texts(layout)
        assert len(pages) > 40
        body = [page.label for page in layout.pages].index("1")
        for page in pages[body:]:
            if page:
                assert "节标题" not in page[-1], page[-3:]
                assert "节标题" not in page[-2], page[-3:]


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
    """The first page numbered 1 is the third, fifth, ... side whatever the length of the contents."""
    sections = "".join(f"    - title: 第{number}节\n" for number in range(60))
    for style in ("plenary", "official"):
        labels = [page.label for page in laid_out(f"{MINIMAL}  sections:\n{sections}", style).pages]
        assert labels.index("1") % 2 == 0
        assert labels[0] == ""
        assert labels[labels.index("i") - 1] == ""


def test_contents_show_the_page_each_heading_is_on() -> None:
    """Every entry's number is the label of the page whose text has that heading."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    for style in ("plenary", "official"):
        layout = laid_out(text, style)
        labels = layout.page_labels()
        assert len(labels) == 18
        for anchor, target in layout.targets.items():
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


def test_a_character_no_face_has_is_told_with_its_origin() -> None:
    """Never an empty box in print."""
    layout = laid_out(f"{MINIMAL}  intro: 生僻字𪚥与\ue000\n", "official")
    assert {(missing.character, missing.origin) for missing in layout.missing} == {
        ("𪚥", ("reviews", "intro")),
        ("\ue000", ("reviews", "intro")),
    }

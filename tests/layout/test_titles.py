"""Titles: between words, in a shape, and as the author broke them (T9)."""

import pytest

from reportgen.document import Run
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout.lines import Measure, break_lines
from reportgen.layout.setting import Typesetter
from reportgen.style import Align, BlockRole, Looks
from reportgen.text.word_breaks import word_spans
from tests.layout.setting import line_text, measured, title_lines
from tests.support import sheet_named

SESSION = "市政协十四届五次会议政协常委会工作报告"


def test_a_title_turns_over_after_the_name_of_a_session() -> None:
    """The library is not asked where a sure place will do: it costs a tenth of a second."""
    assert title_lines(SESSION, 15) == ["市政协十四届五次会议", "政协常委会工作报告"]


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert title_lines(SESSION, 20) == [SESSION]


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("关于加快推进制造业高质量发展的若干建议", 15, ["关于加快推进制造业", "高质量发展的若干建议"]),
        ("关于印发长治市2026年度协商工作计划的通知", 15, ["关于印发长治市2026年度", "协商工作计划的通知"]),
        (
            "中国人民政治协商会议第十四届长治市委员会常务委员会工作报告",
            12,
            ["中国人民政治协商会议", "第十四届长治市委员会", "常务委员会工作报告"],
        ),
        ("厚植民生情怀，履职为民的底色更加鲜明", 13, ["厚植民生情怀，", "履职为民的底色更加鲜明"]),
        (
            "关于促进民营经济发展壮大优化营商环境若干措施落实情况的专题调研报告",
            20,
            ["关于促进民营经济发展壮大优化营商环境", "若干措施落实情况的专题调研报告"],
        ),
    ],
)
def test_lines_of_a_title_are_words_of_fitting_length(text: str, ems: int, lines: list[str]) -> None:
    assert title_lines(text, ems) == lines


def test_a_title_flush_left_is_filled_and_not_left_with_one_word() -> None:
    """Headings keep to the left edge; the last line has more than a word of two characters."""
    text = "关于印发长治市2026年度协商工作计划的通知"
    assert title_lines(text, 20, align="left", role="heading-2") == ["关于印发长治市2026年度协商工作", "计划的通知"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("坚持忠诚履职，以更高站位夯实共同思想政治基础", ["坚持忠诚履职，", "以更高站位夯实共同思想政治基础"]),
        ("办好提案，由“答复满意”向“结果满意”转变", ["办好提案，", "由“答复满意”向“结果满意”转变"]),
        (
            "提高提案工作质量，推动提案办理协商由“答复满意”向“结果满意”转变",
            ["提高提案工作质量，", "推动提案办理协商由“答复满意”", "向“结果满意”转变"],
        ),
        ("推动提案办理由“答复满意”向“结果满意”转变", ["推动提案办理由“答复满意”", "向“结果满意”转变"]),
    ],
)
def test_a_head_at_the_edge_turns_over_by_clauses(text: str, lines: list[str]) -> None:
    """Whoever reads aloud sees where to pause; nothing turns over inside of quotation marks that need not."""
    sheet = sheet_named("lectern")
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    title = Typesetter(Looks(sheet), book).set((Run(text),), "heading-2", None)
    room = Measure(0.0, 0.0, 16 * title.size, "left", title.size)
    assert [line_text(line) for line in break_lines(title, room)] == lines


def test_an_authors_line_end_wins() -> None:
    assert title_lines("市政协十四届五次会议政协\u2028常委会工作报告", 30) == [
        "市政协十四届五次会议政协",
        "常委会工作报告",
    ]


@pytest.mark.parametrize(("align", "role"), [("centre", "cover-title"), ("left", "heading-2")])
def test_no_line_of_a_title_begins_with_what_belongs_to_the_line_above(align: Align, role: BlockRole) -> None:
    """的 and its like, what a verb acts on, what a number counts: at no width (T9)."""
    text = "外交部发言人沈国放说中国对美再次袭击伊拉克的行为深表不满"
    for ems in range(6, 28):
        lines = title_lines(text, ems, align=align, role=role)
        assert "".join(lines) == text
        assert not any(line.startswith(("的", "伊拉克")) for line in lines), lines


def test_a_shape_is_never_an_hourglass() -> None:
    """A line shorter than both its neighbours is the one shape T9 does not know."""
    text = "关于深入学习贯彻习近平总书记在中央政协工作会议上的重要讲话精神推动新时代政协工作高质量发展的实施意见"
    for ems in range(14, 30):
        widths = [len(line) for line in title_lines(text, ems)]
        inner = zip(widths, widths[1:], widths[2:], strict=False)
        assert not any(before > width < after for before, width, after in inner), (ems, widths)


def test_a_title_without_words_is_still_set() -> None:
    """Nothing is lost where the word list knows no place to turn over."""
    for text in ("国" * 50, "A" * 40, "，" * 30, "的" * 30, "1" * 60):
        assert "".join(title_lines(text, 8)) == text


@pytest.mark.parametrize("role", ["table-head", "table-cell", "card-label", "caption", "header"])
def test_cells_cards_and_heads_turn_over_between_words(role: BlockRole) -> None:
    """At no width is a word in two lines (常态|化, 产|业), unless it is wider than the line."""
    for text in ("推动协商议事常态化开展", "特色产业发展专题协商", "规模以上工业增加值增速"):
        for ems in range(4, 12):
            lines = title_lines(text, ems, align="left", role=role)
            assert "".join(lines) == text
            ends = {len("".join(lines[:count])) for count in range(1, len(lines))}
            inside = {index for start, end in word_spans(text) for index in range(start + 1, end)}
            assert not ends & inside, lines
            assert len(lines) > 1 or ems > 9


def test_a_kept_word_that_the_first_line_has_no_room_for_is_not_torn() -> None:
    """A figure that is moved to the right in its cell, so that digits end at one place, has a short first line."""
    figure = measured("41.7kg CO₂/m²", role="table-cell", kept=["41.7kg CO₂/m²"])
    lines = break_lines(figure, Measure(2.2 * figure.size, 0.0, 7 * figure.size, "left", figure.size))
    assert [line_text(line) for line in lines] == ["41.7kg", "CO₂/m²"]


def test_a_figure_in_a_cell_turns_over_before_its_measure_word() -> None:
    """However short the last line is then."""
    assert title_lines("12.8万余人次", 4.6, align="left", role="table-cell") == ["12.8万余", "人次"]

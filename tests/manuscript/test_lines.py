"""What people see in a line of a document: its number, an emphasized first sentence, a centred title."""

import pytest
from msgspec.structs import replace

from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.front_matter import read_front
from reportgen.manuscript.lines import Line, Lines, read_lines
from reportgen.manuscript.manuscript_types import Cell, ListLevel

BOLD = Look(bold=True)
LISTED = ListLevel("1", 0, "decimal")


def typed(*texts: str) -> Lines:
    """Paragraphs typed without any formatting; what is between ** is bold."""
    return read_lines(Manuscript(tuple(map(_paragraph, texts))))


def _paragraph(text: str) -> Paragraph:
    pieces = text.split("**")
    return Paragraph(tuple(Span(each, BOLD if number % 2 else Look()) for number, each in enumerate(pieces) if each))


def only(text: str, **changes: object) -> Line:
    """The line of one paragraph, below much plain text."""
    paragraph = replace(_paragraph(text), **changes)
    *_, line = read_lines(Manuscript((_paragraph("全年工作平稳有序。" * 20), paragraph))).lines
    return line


def test_empty_paragraphs_and_what_the_printer_adds_part_lines() -> None:
    lines = typed("甲", "乙", "", "丙", "— 3 —", "丁", "目 录", "一、学习………3", "戊", "己")
    assert [(line.text, line.blank_before) for line in lines.lines] == [
        ("甲", True), ("乙", False), ("丙", True), ("丁", True), ("戊", True), ("己", False),
    ]  # fmt: skip
    assert lines.dropped == 4


@pytest.mark.parametrize(
    "text", ["- 3 -", "—12—", "– 123 –", "第3页", "第 3 页", "第3页共9页", "第3页，共9页", "第 3 页, 共 9 页"]
)
def test_page_numbers_are_left_out(text: str) -> None:
    assert typed(text).lines == ()


@pytest.mark.parametrize("text", ["- 1234 -", "3", "第3章", "目录", "1.5"])
def test_a_text_that_only_looks_like_a_page_number_stays(text: str) -> None:
    assert [line.text for line in typed(text).lines] == [text]


@pytest.mark.parametrize(
    ("entry", "dropped"),
    [
        ("一、学习………3", True), ("一、学习……3", False),
        ("一、学习...12", True), ("一、学习\t3", True), ("一、学习···— 3 —", True),
        ("一、学习.......", True), ("一、学习..3", False), ("一、学习…… 1234", False), ("一、学习 3", False),
    ],
)  # fmt: skip
def test_typed_contents_are_left_out(entry: str, dropped: bool) -> None:
    """Their title goes with them, and stays where no entry follows."""
    for title in ("目录", "目　次"):
        assert len(typed(title, entry, "正文。").lines) == (1 if dropped else 3)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一、学习\n抓好。", ["一、学习", "抓好。"]),
        ("一、学习\n抓好！\n抓实？", ["一、学习", "抓好！\n抓实？"]),
        ("一、学习\n抓好； ", ["一、学习", "抓好；"]),
        ("学习\n抓好。", ["学习\n抓好。"]),
        ("一、学习\n抓好", ["一、学习\n抓好"]),
        ("一、学习。\n抓好。", ["一、学习。\n抓好。"]),
        ("一、学习；\n抓好。", ["一、学习；\n抓好。"]),
        ("一、学习！\n抓好。", ["一、学习！\n抓好。"]),
        ("一、学习？\n抓好。", ["一、学习？\n抓好。"]),
        (f"一、{'学' * 58}\n抓好。", [f"一、{'学' * 58}", "抓好。"]),
        (f"一、{'学' * 59}\n抓好。", [f"一、{'学' * 59}\n抓好。"]),
    ],
)
def test_a_counted_heading_and_its_text_may_share_a_paragraph(text: str, lines: list[str]) -> None:
    assert [line.text for line in typed(text).lines] == lines


def test_what_else_counts_a_heading() -> None:
    """A native list or a native heading; in a cell, lines stay together."""
    for counted in ({"list_level": LISTED}, {"styles": ("heading 2",)}, {"styles": ("标题 1",)}, {"outline": 0}):
        assert only("学习\n抓好。", **counted).text == "抓好。"
    assert only("一、学习\n抓好。", cell=Cell(0, 0, 0)).text == "一、学习\n抓好。"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("**抓学习。**全年十次。", 4), ("**抓学习**。全年十次。", 3), ("**抓学习：**全年十次。", 4),
        ("**抓学习，**全年十次。", 4),
        ("**抓学习**全年十次。", 0), ("**抓学习。**", 0), ("抓学习。**全年十次。**", 0), ("**抓学习。** ", 0),
        ("1.**认真学习**全年十次。", 0), ("**1.认真学习**全年十次。", 6), ("**1.认真学**全年十次。", 0),
        ("　　**抓学习。**全年十次。", 4), (f"**{'学' * 49}。**全年。", 50), (f"**{'学' * 50}。**全年。", 0),
    ],
)  # fmt: skip
def test_an_emphasized_first_sentence_is_a_lead(text: str, lead: int) -> None:
    """A title with its stop, or in a counted paragraph four characters without one; not a stressed word."""
    assert only(text).lead == lead


@pytest.mark.parametrize(
    ("font", "lead"), [("黑体", 4), ("楷体_GB2312", 4), ("方正黑体_GBK", 4), ("仿宋", 0), ("宋体", 0), ("", 0)]
)
def test_faces_of_titles_are_emphasis(font: str, lead: int) -> None:
    spans = (Span("抓学习。", Look(font=font)), Span("全年十次。", Look(font="仿宋_GB2312")))
    assert only("", spans=spans).lead == lead
    alike = tuple(replace(span, look=Look(font=font)) for span in spans)
    assert read_lines(Manuscript((Paragraph(alike),))).lines[0].lead == 0


def test_a_listed_title_needs_no_stop() -> None:
    assert only("**认真学习**全年十次。", list_level=LISTED).lead == 4
    assert only("**认真学**全年十次。", list_level=LISTED).lead == 0


@pytest.mark.parametrize(("blanks", "centred"), [(0, False), (2, False), (3, True), (9, True)])
def test_spaces_at_the_start_centre_a_line(blanks: int, centred: bool) -> None:
    assert only("\u3000" * blanks + "报告").centred is centred
    assert only("报告", alignment="center").centred


def test_the_look_of_most_of_the_text_is_that_of_the_body() -> None:
    assert typed("**一二三四**", "五六七").body == BOLD
    assert typed("**一二三**", "五六七八").body == Look()
    assert typed().body == Look()


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("抓好学习", True), ("一、抓好学习。", True), ("抓好学习；抓实", False), ("抓好：学习", False), ("好！", False),
        ("一、", False), (f"一、{'学' * 60}", True), (f"一、{'学' * 61}", False),
    ],
)  # fmt: skip
def test_what_can_be_a_title(text: str, short: bool) -> None:
    assert only(text).is_short is short


@pytest.mark.parametrize(
    ("lines", "fields", "unplaced", "length"),
    [
        (["工作报告", "2025年1月16日"], {"title": "工作报告", "date": "2025年1月16日"}, [], 2),
        (["工作报告", "各位委员：", "2025年1月16日"], {"title": "工作报告", "salutation": "各位委员："}, [], 2),
        (["工作报告（草案）", "（2025年1月16日）"], {"title": "工作报告（草案）", "date": "2025年1月16日"}, [], 2),
        (["工作报告", "（征求意见稿）"], {"title": "工作报告", "label": "征求意见稿"}, [], 2),
        (["工作报告", "三届五次会议"], {"title": "工作报告", "session": "三届五次会议"}, [], 2),
        (["工作报告", "区政协主席　王  某"], {"title": "工作报告", "speaker": "区政协主席　王  某"}, [], 2),
        (["工作报告", "张 三"], {"title": "工作报告", "speaker": "张 三"}, [], 2),
        (["工作报告", "学" * 40, "全年。"], {"title": "工作报告"}, ["学" * 40], 2),
        (["工作报告", "学" * 41, "2025年1月16日"], {"title": "工作报告"}, [], 1),
        (["工作报告", "全年工作。"], {"title": "工作报告"}, [], 1),
        (["工作报告", "同志们！", "2025年1月16日"], {"title": "工作报告"}, [], 1),
        (["工作报告", "一、学习", "2025年1月16日"], {"title": "工作报告"}, [], 1),
        (["工作报告", "附件如下：", "同志们："], {"title": "工作报告", "salutation": "同志们："}, ["附件如下："], 3),
        (["学习"], {}, ["学习"], 1),
        (["2025年工作总结", "一、2025年工作回顾"], {"title": "2025年工作总结"}, [], 1),
        (
            ["工作报告", "——2025年1月16日在区政协三届五次会议上"],
            {"title": "工作报告", "date": "2025年1月16日", "session": "区政协三届五次会议"},
            ["——2025年1月16日在区政协三届五次会议上"],
            2,
        ),
        (
            ["工作报告", "（2025年1月16日区政协三届五次会议通过）"],
            {"title": "工作报告", "date": "2025年1月16日", "session": "区政协三届五次会议"},
            ["（2025年1月16日区政协三届五次会议通过）"],
            2,
        ),
    ],
)  # fmt: skip
def test_the_lines_of_a_title_page(lines: list[str], fields: dict[str, str], unplaced: list[str], length: int) -> None:
    front = read_front(typed(*lines).lines)
    assert (dict(front.fields), list(front.unplaced), front.length) == (fields, unplaced, length)

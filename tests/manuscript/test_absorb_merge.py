"""A report that moved on while its Word file was edited: newer words are never lost."""

import re
from collections import Counter
from pathlib import Path
from time import process_time

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.manuscript import Look, Manuscript, Paragraph, Part, Span, Unread
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed, AbsorbedChange, Hand, HandReason
from reportgen.manuscript.furniture_changes import furniture_hands
from reportgen.manuscript.sound_changes import sound_changes
from reportgen.source import Source
from tests.manuscript.conftest import REPORT, base_of
from tests.support import MINIMAL


def edited(base: Base, old: str, new: str | None) -> Manuscript:
    """The Word file with some words replaced, or with the paragraphs that have them deleted."""
    paragraphs = []
    for each in base.manuscript.paragraphs:
        if each.in_contents or old not in each.text:
            paragraphs.append(each)
        elif new is not None:
            spans = tuple(replace(span, text=span.text.replace(old, new)) for span in each.spans)
            paragraphs.append(replace(each, spans=spans))
    return replace(base.manuscript, paragraphs=tuple(paragraphs))


@pytest.mark.parametrize("at", range(1, len("走访企业商户")))
def test_a_label_of_the_side_column_that_was_split_is_listed_and_stays(base: Base, at: int) -> None:
    label = "走访企业商户"
    absorbed = absorb(base, Source("2025.yaml", REPORT), _with_label(base, label[:at], label[at:]))
    assert absorbed.text == REPORT
    assert [hand.text for hand in absorbed.hands] == [f"{label[:at]}\n\n{label[at:]}"]


def test_a_paragraph_typed_above_a_label_of_the_side_column_is_listed_and_no_text(base: Base) -> None:
    """In the style of the label it stands beside the text, where only metrics do."""
    absorbed = absorb(base, Source("2025.yaml", REPORT), _with_label(base, "实地走一走", "走访企业商户"))
    assert absorbed.text == REPORT
    assert [hand.text for hand in absorbed.hands] == ["实地走一走"]


def _with_label(base: Base, *texts: str) -> Manuscript:
    """The Word file with some paragraphs in place of a label of the side column."""
    return replace(
        base.manuscript,
        paragraphs=tuple(
            made
            for each in base.manuscript.paragraphs
            for made in (
                [replace(each, spans=(replace(each.spans[0], text=text),)) for text in texts]
                if base.roles.get(each.styles[0]) == "side-label" and each.text == "走访企业商户"
                else [each]
            )
        ),
    )


@pytest.mark.parametrize(
    ("in_word", "in_file"),
    [
        (("力求每次", "力求次次"), ("  lead: 常委会坚持把", "  lead: 常委会始终把")),
        (("力求每次", "力求次次"), ("lead: 围绕区委中心", "lead: 紧扣区委中心")),
        (("力求每次", "力求次次"), ("title: 贡献协商之智，助推发展更加有力", "title: 贡献协商之智，助推发展坚强有力")),
        (("力求每次", "力求次次"), ("    - id: 建言\n", "    - title: 新添的一节\n    - id: 建言\n")),
        (("力求每次", "力求次次"), ("      lead: 常委会坚持把学习放在第一位。\n", "")),
        (("关注一老一小。", None), ("推动拆除违建14处", "推动拆除违建15处")),
    ],
)
def test_what_both_changed_elsewhere_is_all_there(
    base: Base, in_word: tuple[str, str | None], in_file: tuple[str, str]
) -> None:
    now = REPORT.replace(*in_file)
    assert now != REPORT
    absorbed = absorb(base, Source("2025.yaml", now), edited(base, *in_word))
    assert absorbed.hands == ()
    expected = absorb(base, Source("2025.yaml", REPORT), edited(base, *in_word)).text.replace(*in_file)
    assert absorbed.text == expected


@pytest.mark.parametrize(
    ("in_word", "in_file", "told"),
    [
        (("力求每次", "力求次次"), ("力求每次", "做到每次"), ("reviews", "sections", 1, "lead")),
        (("助力河道治理。", None), ("推动拆除违建14处", "推动拆除违建15处"), ("reviews", "sections", 1, "items", 1)),
        (
            ("274件", "279件"),
            ("label: 收到提案, value: 274", "label: 收到提案, value: 275"),
            ("metrics", "提案", "value"),
        ),
    ],
)
def test_what_both_changed_differently_stays_and_is_told(
    base: Base, in_word: tuple[str, str | None], in_file: tuple[str, str], told: FieldPath
) -> None:
    now = REPORT.replace(*in_file)
    assert now != REPORT
    absorbed = absorb(base, Source("2025.yaml", now), edited(base, *in_word))
    assert absorbed.text == now
    assert [(hand.where, hand.reason) for hand in absorbed.hands] == [(told, HandReason.CHANGED_ON_BOTH_SIDES)]


def test_words_of_an_entry_that_is_gone_do_not_go_into_one_like_it(base: Base) -> None:
    """The file has one of two items now, and another title for it would be most like the other."""
    now = REPORT.replace(
        "items: [开好季度协商会, 试行街巷议事日, 用好线上议政厅]", "items: [试行街巷议事日, 用好线上议政厅]"
    )
    now = now.replace("        - 开好季度协商会\n", "")
    assert now != REPORT
    absorbed = absorb(base, Source("2025.yaml", now), edited(base, "开好季度协商会", "开好季度大协商会"))
    assert absorbed.text == now
    assert {hand.reason for hand in absorbed.hands} == {HandReason.CHANGED_ON_BOTH_SIDES}


_ITEMS = ("助力夜间经济。", "助力河道治理。", "办好委员提案。")


@pytest.mark.parametrize("gone", [_ITEMS[:1], _ITEMS[1:2], _ITEMS[2:], _ITEMS[:2], _ITEMS[1:]])
def test_entries_that_only_the_file_has_stay_where_they_are(base: Base, gone: tuple[str, ...]) -> None:
    """Each is before one of three, some of which are not in the document any more."""
    now = re.sub(r"        - title: (助力|办好)(.*)", r"        - 先\1\2\n\g<0>", REPORT)
    texts = (*gone, "区里采纳后新增") if _ITEMS[0] in gone else gone
    kept = [each for each in base.manuscript.paragraphs if each.in_contents or not each.text.startswith(texts)]
    absorbed = absorb(base, Source("2025.yaml", now), replace(base.manuscript, paragraphs=tuple(kept)))
    items = [line.split()[-1] for line in absorbed.text.splitlines() if line.endswith(_ITEMS)]
    listed = [name for title in _ITEMS for name in (f"先{title}", title)]
    assert items == [each for each in listed if each not in gone]


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("贡献协商之智", "二、贡献协商之智", False),
        ("贡献协商之智", "（二）贡献协商之智", False),
        ("助力河道治理", "2.助力河道治理", False),
        ("助力河道治理", "一是助力河道治理", True),
        ("围绕区委中心", "第一，围绕区委中心", True),
        ("区里采纳后", "1.区里采纳后", True),
    ],
)
def test_an_ordinal_goes_from_what_the_style_counts_only(base: Base, old: str, new: str, *, kept: bool) -> None:
    """In a sentence it is words."""
    absorbed = absorb(base, Source("2025.yaml", REPORT), edited(base, old, new))
    assert absorbed.hands == ()
    assert absorbed.text == (REPORT.replace(old, new, 1) if kept else REPORT)


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0"])
def test_a_blank_within_a_text_is_a_change(base: Base, blank: str) -> None:
    """As in a name of two characters."""
    absorbed = absorb(base, Source("2025.yaml", REPORT), edited(base, "力求每次", f"力求{blank}每次"))
    assert (absorbed.hands, absorbed.text) == ((), REPORT.replace("力求每次", f"力求{blank}每次"))


def test_what_both_changed_alike_is_done(base: Base) -> None:
    now = REPORT.replace("力求每次", "力求次次")
    assert absorb(base, Source("2025.yaml", now), edited(base, "力求每次", "力求次次")) == Absorbed(now)


def moved(base: Base, words: str, before: str) -> Manuscript:
    """The Word file with the paragraph that begins with some words before another one."""
    paragraphs = [each for each in base.manuscript.paragraphs if each.in_contents or not _begins(each, words)]
    (taken,) = (each for each in base.manuscript.paragraphs if _begins(each, words))
    place = next(number for number, each in enumerate(paragraphs) if _begins(each, before))
    return replace(base.manuscript, paragraphs=(*paragraphs[:place], taken, *paragraphs[place:]))


def _begins(paragraph: Paragraph, words: str) -> bool:
    return not paragraph.in_contents and paragraph.text.startswith(words)


def _swapped(text: str, one: str, other: str) -> str:
    """A report file with two neighbouring items in the other order."""
    first, second = text.index(f"        - {one}"), text.index(f"        - {other}")
    end = text.index("        - ", second + 10)
    return text[:first] + text[second:end] + text[first:second] + text[end:]


def test_a_list_in_another_order_on_both_sides_is_told_and_left(base: Base) -> None:
    now = _swapped(REPORT, "title: 助力夜间经济", "title: 助力河道治理")
    absorbed = absorb(base, Source("2025.yaml", now), moved(base, "办好委员提案", "助力夜间经济"))
    assert absorbed.text == now
    assert [(hand.where, hand.reason) for hand in absorbed.hands] == [
        (("reviews", "sections", 1, "items"), HandReason.CHANGED_ON_BOTH_SIDES)
    ]


def test_a_list_in_the_same_order_on_both_sides_is_done(base: Base) -> None:
    now = _swapped(REPORT, "title: 助力夜间经济", "title: 助力河道治理")
    assert absorb(base, Source("2025.yaml", now), moved(base, "助力河道治理", "助力夜间经济")) == Absorbed(now)


def test_an_entry_that_goes_does_not_set_back_a_newer_order(base: Base) -> None:
    now = _swapped(REPORT, "title: 助力夜间经济", "title: 助力河道治理")
    absorbed = absorb(base, Source("2025.yaml", now), edited(base, "办好委员提案。", None))
    first, second = (absorbed.text.index(f"- title: {title}") for title in ("助力河道治理", "助力夜间经济"))
    assert (absorbed.hands, first < second, "title: 办好委员提案" in absorbed.text) == ((), True, False)


def test_a_new_entry_that_is_there_already_comes_once(base: Base) -> None:
    """Two copies have it, or it was typed into the file as well."""
    paragraphs = list(base.manuscript.paragraphs)
    place = next(number for number, each in enumerate(paragraphs) if _begins(each, "宣讲更有温度"))
    look = replace(paragraphs[place].spans[0].look, bold=True)
    now = REPORT
    for titles in (["交流更有广度。"], ["交流更有广度。"], ["走访更有深度。", "交流更有广度。"]):
        new = [
            replace(paragraphs[place], spans=(Span(title, look), Span("接待来访7批。", Look())), changes=())
            for title in titles
        ]
        copy = replace(base.manuscript, paragraphs=(*paragraphs[: place + 1], *new, *paragraphs[place + 1 :]))
        absorbed = absorb(base, Source("2025.yaml", now), copy)
        now = absorbed.text
        assert (absorbed.hands, [now.count(title) for title in titles]) == ((), [1] * len(titles))


def test_a_new_entry_that_says_what_another_of_the_base_does_is_new(base: Base) -> None:
    """Somebody repeats a point on purpose."""
    paragraphs = list(base.manuscript.paragraphs)
    place = next(number for number, each in enumerate(paragraphs) if _begins(each, "宣讲更有温度"))
    copy = replace(base.manuscript, paragraphs=(*paragraphs[: place + 1], *paragraphs[place:]))
    absorbed = absorb(base, Source("2025.yaml", REPORT), copy)
    assert (absorbed.hands, absorbed.text.count("宣讲更有温度")) == ((), REPORT.count("宣讲更有温度") + 1)


def test_paragraphs_below_a_new_entry_are_its_text(base: Base) -> None:
    paragraphs = list(base.manuscript.paragraphs)
    place = next(number for number, each in enumerate(paragraphs) if _begins(each, "宣讲更有温度"))
    look = replace(paragraphs[place].spans[0].look, bold=True)
    title = replace(paragraphs[place], spans=(Span("交流更有广度。", look), Span("接待来访7批。", Look())), changes=())
    text = Paragraph((Span("互访3次。", Look()),), ("正文段落",))
    copy = replace(base.manuscript, paragraphs=(*paragraphs[: place + 1], title, text, *paragraphs[place + 1 :]))
    absorbed = absorb(base, Source("2025.yaml", REPORT), copy)
    indent = " " * 12
    new = f"        - title: 交流更有广度。\n          text: |-\n{indent}接待来访7批。\n\n{indent}互访3次。\n"
    assert (absorbed.hands, new in absorbed.text) == ((), True)


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("说了就干", "说了就干，干就干好。}\n    - 团结联谊\n\nclosing"),
        ("宣讲更有温度", "    - title: 团结联谊\n"),
    ],
)
def test_a_new_heading_is_a_section_but_a_point_where_points_are_all_there_is(base: Base, after: str, new: str) -> None:
    """The part of insights has no sections, though its points look like headings."""
    paragraphs = list(base.manuscript.paragraphs)
    place = max(number for number, each in enumerate(paragraphs) if _begins(each, after))
    heading = replace(
        paragraphs[place], spans=(Span("团结联谊", Look()),), styles=(), outline=1, list_level=None, changes=()
    )
    copy = replace(base.manuscript, paragraphs=(*paragraphs[: place + 1], heading, *paragraphs[place + 1 :]))
    absorbed = absorb(base, Source("2025.yaml", REPORT), copy)
    assert (absorbed.hands, new in absorbed.text) == ((), True), absorbed.text


@pytest.mark.slow
def test_below_points_of_any_other_part_a_new_heading_begins_a_section(tmp_path: Path) -> None:
    before = f"{MINIMAL}  items:\n    - 办好提案\n    - 走访委员\n"
    made = base_of(before, tmp_path, "official")
    paragraphs = list(made.manuscript.paragraphs)
    place = next(number for number, each in enumerate(paragraphs) if "走访委员" in each.text)
    heading = replace(
        paragraphs[place], spans=(Span("团结联谊", Look()),), styles=(), outline=1, list_level=None, changes=()
    )
    copy = replace(made.manuscript, paragraphs=(*paragraphs[: place + 1], heading, *paragraphs[place + 1 :]))
    absorbed = absorb(made, Source("2025.yaml", before), copy)
    new = "  sections:\n    - title: 团结联谊\n"
    assert (absorbed.hands, new in absorbed.text, absorbed.text.replace(new, "")) == ((), True, before)


def test_words_that_are_there_already_leave_the_others_of_their_text_clear(base: Base) -> None:
    """Two readers corrected one word alike, and the second one more in the same text."""
    now = REPORT.replace("力求每次", "力求次次")
    both = edited(replace(base, manuscript=edited(base, "力求每次", "力求次次")), "都有回响", "都有回音")
    absorbed = absorb(base, Source("2025.yaml", now), both)
    assert absorbed.text == now.replace("都有回响", "都有回音", 1)
    assert absorbed.hands == ()


def test_a_new_field_that_is_there_already_comes_once(base: Base) -> None:
    paragraphs = list(base.manuscript.paragraphs)
    place = next(number for number, each in enumerate(paragraphs) if _begins(each, "在督出实效上见真章"))
    lead = replace(
        paragraphs[place], spans=(Span("每季度督办一次。", Look()),), styles=("导语",), outline=None, list_level=None
    )
    copy = replace(base.manuscript, paragraphs=(*paragraphs[: place + 1], lead, *paragraphs[place + 1 :]))
    first = absorb(base, Source("2025.yaml", REPORT), copy)
    assert first.text.count("lead: 每季度督办一次。") == 1
    assert absorb(base, Source("2025.yaml", first.text), copy) == Absorbed(first.text)
    other = first.text.replace("每季度督办一次。", "每月督办一次。")
    told = absorb(base, Source("2025.yaml", other), copy)
    assert (told.text, [hand.reason for hand in told.hands]) == (other, [HandReason.CHANGED_ON_BOTH_SIDES])


def test_comments_of_an_entry_that_changes_its_level_go_along(base: Base) -> None:
    before = REPORT.replace(
        "        - 试行街巷议事日\n", "        # 街道来的材料\n        - 试行街巷议事日  # 待核\n"
    ).replace("      title: 在督出实效上见真章\n", "      # 标题请主任定\n      title: 在督出实效上见真章  # 初拟\n")
    assert before.count("# ") == REPORT.count("# ") + 4
    restyled = [
        replace(each, styles=("heading 2",)) if _begins(each, "试行街巷议事日")
        else replace(each, styles=("list bullet",)) if _begins(each, "在督出实效上见真章")
        else each
        for each in base.manuscript.paragraphs
    ]  # fmt: skip
    absorbed = absorb(base, Source("2025.yaml", before), replace(base.manuscript, paragraphs=tuple(restyled)))
    lines = [line.strip() for line in absorbed.text.splitlines()]
    assert "- title: 试行街巷议事日  # 待核" in lines
    for comment in ("# 街道来的材料", "# 标题请主任定"):
        assert lines.count(comment) == 1, absorbed.text
    assert "title: 在督出实效上见真章  # 初拟" in lines


def test_notes_pictures_and_hidden_text_that_came_are_reported(base: Base) -> None:
    note = (Paragraph((Span("见附件二。", Look()),), part=Part.NOTE),)
    unread = (*base.manuscript.unread, Unread("picture", 3), Unread("hidden", 4, "内部掌握"))
    edited = replace(base.manuscript, notes=(note,), unread=unread)
    absorbed = absorb(base, Source("2025.yaml", REPORT), edited)
    assert absorbed.text == REPORT
    assert sorted((hand.where, hand.text) for hand in absorbed.hands) == [
        ((), "见附件二。"),
        (("hidden",), "内部掌握"),
        (("picture",), ""),
    ]


def test_a_note_that_came_where_the_report_has_no_glossary_is_named(base: Base) -> None:
    note = (Paragraph((Span("见附件二。", Look()),), part=Part.NOTE),)
    plain = replace(base.manuscript, notes=())
    assert [each.where for each in furniture_hands(plain, replace(plain, notes=(note,)), ())] == [("note",)]


def test_only_the_changes_that_make_an_error_are_left_out() -> None:
    """Each letter is a change; b and d are errors, and so are c and e together."""

    def absorb_without(refused: frozenset[FieldPath]) -> Absorbed:
        taken = [each for each in "abcde" if (each,) not in refused]
        return Absorbed("".join(taken), tuple(AbsorbedChange((each,), "", each, unit=(each,)) for each in taken))

    def errors_of(text: str) -> Counter[str]:
        return Counter({"wrong": ("b" in text) + ("d" in text) + ("c" in text and "e" in text)})

    absorbed = sound_changes(absorb_without, errors_of, "")
    assert absorbed.text == "ac"
    assert absorbed.hands == tuple(Hand((each,), HandReason.UNSOUND, f"→{each}") for each in "bde")


@pytest.mark.slow
def test_seven_hundred_pages_with_hundreds_of_paragraphs_gone_take_seconds(tmp_path: Path) -> None:
    """Three seconds of the processor; the limit is against hanging."""
    sections = "".join(
        f"    - title: 第{number}节的题目\n      lead: 本节第{number}号提要。\n      items:\n"
        + "".join(
            f"        - title: 事项{number}之{item}。\n          text: {'为民办实事，' * 30}\n" for item in range(6)
        )
        for number in range(300)
    )
    text = f"schema: 1\nyear: 2025\ntitle: 报告\nreviews:\n  title: 回顾\n  sections:\n{sections}"
    made = base_of(text, tmp_path, draft=True)
    kept = [each for number, each in enumerate(made.manuscript.paragraphs) if number < 20 or number % 10]
    start = process_time()
    absorbed = absorb(made, Source("2025.yaml", text), replace(made.manuscript, paragraphs=tuple(kept)))
    assert len(absorbed.changes) > 100
    assert process_time() - start < 60

"""The lectern sheet: sentences, words and numbers whole, pages that end where sentences end, minutes in the margin."""

import re
from functools import cache
from itertools import pairwise

import pytest
from rjieba import cut

from reportgen.document import Document, Heading, Paragraph, document_text, inline_text
from reportgen.layout import ASIDE, Layout, Page, lay_out
from reportgen.style import ROLES
from tests.docx.made import made_from
from tests.docx.reading import WORD, paragraphs, style_of
from tests.layout.generated import generated_report
from tests.support import MINIMAL, ROOT, examine, fitted, sheet_named
from tests.test_twins import book_of

LECTERN = sheet_named("lectern")
REPORTS = ("real", "generated")


@cache
def made(report: str) -> tuple[Document, Layout]:
    text = (ROOT / "data" / "2025.yaml").read_text("utf-8") if report == "real" else generated_report(5, 12)
    document = examine(text, style="lectern").composed
    return document, lay_out(document, fitted(LECTERN, document), book_of("lectern"))


def spoken(document: Document) -> list[Heading | Paragraph]:
    return [block for block in document.blocks if isinstance(block, Heading | Paragraph)]


def shown(page: Page) -> list[tuple[int, str]]:
    """The lines of a page from the top, each with its block."""
    lines: dict[tuple[float, int], str] = {}
    for fragment in page.fragments:
        if fragment.block is not None:
            for piece in fragment.texts:
                if piece.slot != ASIDE:
                    key = (piece.y, fragment.block)
                    lines[key] = lines.get(key, "") + piece.text
    return [(block, text) for (_, block), text in sorted(lines.items())]


def roles_and_texts(text: str) -> list[tuple[str, str]]:
    report = f"{MINIMAL}  items:\n    - {{title: 标题。, text: {text}}}\n"
    found = spoken(examine(report, style="lectern", draft=True).composed)
    return [(block.role, inline_text(block.inlines)) for block in found if isinstance(block, Paragraph)]


def test_every_sentence_is_a_paragraph_and_a_title_among_them_stays_with_the_next() -> None:
    assert roles_and_texts("全年很好。明年更好！“三个一”（含5.8万件）是什么？") == [
        ("item-title", "标题。"),
        ("sentence", "全年很好。"),
        ("sentence", "明年更好！"),
        ("sentence", "“三个一”（含5.8万件）是什么？"),
    ]
    assert LECTERN.text["item-title"].keep_next


QUIZ = "我们回答“为谁履职？”这个问题，答好“怎样履职？”的考卷。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{QUIZ}明年再答。", [QUIZ, "明年再答。"]),
        ("他说：“就这样办。”大家同意。", ["他说：“就这样办。”", "大家同意。"]),
        ("“好！”掌声响起。", ["“好！”", "掌声响起。"]),
        ('"第一句。\\n第二句。"', ["第一句。", "第二句。"]),
    ],
)
def test_a_quotation_ends_a_sentence_only_where_it_is_one(text: str, expected: list[str]) -> None:
    assert [said for _, said in roles_and_texts(text)] == ["标题。", *expected]


def test_a_title_is_never_parted_and_what_looks_otherwise_stays_whole() -> None:
    report = f"{MINIMAL}  items:\n    - {{title: 什么是好？答案, text: 在这里。}}\n"
    report += "insights:\n  title: 感悟\n  items:\n    - {title: 一, claim: 主张一。主张二。, text: 正文一。正文二。}\n"
    found = spoken(examine(report, style="lectern", draft=True).composed)
    assert [(each.role, inline_text(each.inlines)) for each in found if isinstance(each, Paragraph)] == [
        ("item-title", "什么是好？答案。"),
        ("sentence", "在这里。"),
        ("claim", "主张一。主张二。"),
        ("text", "正文一。"),
        ("sentence", "正文二。"),
    ]


def test_a_title_that_goes_on_in_its_sentence_stays_with_it() -> None:
    report = f"{MINIMAL}  items:\n    - {{title: 一是抓学习，, text: 有成效。更好。}}\n"
    found = spoken(examine(report, style="lectern", draft=True).composed)
    assert [(each.role, inline_text(each.inlines)) for each in found if isinstance(each, Paragraph)] == [
        ("item", "一是抓学习，有成效。"),
        ("sentence", "更好。"),
    ]


def test_a_sentence_keeps_its_emphasis_and_its_figures() -> None:
    metrics = "metrics:\n  提案: {label: 提案, value: 546, unit: 件}\n"
    text = f"{MINIMAL}{metrics}opening: 收到**提案【提案】。办理**完毕。\n"
    first, second = (
        block
        for block in spoken(examine(text, style="lectern", draft=True).composed)
        if block.origin.path == ("opening",)
    )
    assert [(run.text, run.roles, run.metric) for run in first.inlines] == [
        ("收到", (), None),
        ("提案", ("strong",), None),
        ("546件", ("strong", "metric"), "提案"),
        ("。", ("strong",), None),
    ]
    assert [(run.text, run.roles) for run in second.inlines] == [("办理", ("strong",)), ("完毕。", ())]


@pytest.mark.slow
@pytest.mark.parametrize("report", REPORTS)
def test_nothing_is_lost_between_sentences(report: str) -> None:
    text = (ROOT / "data" / "2025.yaml").read_text("utf-8") if report == "real" else generated_report(5, 12)
    whole = examine(text, style="official").composed
    said = [
        inline_text(each.inlines)
        for each in spoken(whole)
        if not ROLES[each.role].beside_parts and each.role != "glossary"
    ]
    apart = [inline_text(each.inlines) for each in spoken(made(report)[0])]
    assert "".join(apart) == "".join(said).removesuffix("主要数据").removesuffix("名词解释")
    assert len(apart) > len(said)


@pytest.mark.parametrize("report", REPORTS)
def test_every_page_ends_where_a_sentence_ends(report: str) -> None:
    """No sentence is on two pages: all are shorter than a page; nor is a heading or run-in title the last on one."""
    document, layout = made(report)
    pages = [lines for page in layout.pages if (lines := shown(page))]
    assert len(pages) > 10
    for before, after in pairwise(pages):
        last = before[-1][0]
        assert last != after[0][0], before[-1]
        block = document.blocks[last]
        assert isinstance(block, Paragraph) or last == 0, before[-1]
        assert getattr(block, "role", "") != "item-title"


def test_a_sentence_longer_than_a_page_is_printed_all_the_same() -> None:
    text = f"{MINIMAL}  intro: {'我们坚持协商于民，' * 60}为民而商。\n"
    document = examine(text, style="lectern", draft=True).composed
    layout = lay_out(document, fitted(LECTERN, document), book_of("lectern"))
    printed = "".join(text for page in layout.pages for _, text in shown(page))
    assert printed.count("我们坚持协商于民，") == 60
    assert len(layout.pages) > 2


@pytest.mark.parametrize("report", REPORTS)
def test_no_word_number_or_name_is_parted_by_the_end_of_a_line(report: str) -> None:
    document, layout = made(report)
    parted = []
    lines: dict[int, list[str]] = {}
    for page in layout.pages:
        for block, text in shown(page):
            lines.setdefault(block, []).append(text)
    for index, found in lines.items():
        if not isinstance(document.blocks[index], Paragraph):
            continue
        whole = "".join(found)
        ends, position = set(), 0
        for line in found[:-1]:
            position += len(line)
            ends.add(position)
        position = 0
        for word in (*cut(whole),):
            inside = ends.intersection(range(position + 1, position + len(word)))
            parted += [(word, found) for _ in inside if re.fullmatch(r"\w+", word)]
            position += len(word)
    assert parted == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "whole", ["3000亿元", "132个", "12月31日", "3.2万余人次", "1,546户", "80周年", "约500余名", "4.8个百分点", "3.6 kg"]
)
def test_a_typed_number_is_never_parted_from_what_it_counts(whole: str) -> None:
    """At no place of a line, whether the word list knows the measure word or not."""
    for before in range(1, 14):
        text = f"{MINIMAL}  intro: {'好' * before}{whole}重点任务。\n"
        document = examine(text, style="lectern", draft=True).composed
        layout = lay_out(document, fitted(LECTERN, document), book_of("lectern"))
        lines = [line for page in layout.pages for _, line in shown(page)]
        assert any(whole in line for line in lines), lines


def test_minutes_are_counted_by_characters_spoken() -> None:
    """A hundred and ten characters a sentence, marks not counted: every second one begins a minute."""
    sentence = "政" * 110 + "，、。"
    text = f"schema: 1\nyear: 2025\ntitle: 报告\nopening: {sentence * 7}\nreviews: {{title: 回顾, intro: 完。}}\n"
    document = examine(text, style="lectern", draft=True).composed
    found = [each.minutes for each in spoken(document) if isinstance(each, Paragraph)]
    assert found == ["", "", "1分", "", "2分", "", "3分", ""]


@pytest.mark.parametrize("report", REPORTS)
def test_minutes_are_in_the_margin_on_the_line_of_their_sentence(report: str) -> None:
    document, layout = made(report)
    edge = LECTERN.page.width.points() - LECTERN.page.right.points()
    reported = []
    for page in layout.pages:
        for fragment in page.fragments:
            asides = [piece for piece in fragment.texts if piece.slot == ASIDE]
            if asides:
                others = [piece for piece in fragment.texts if piece.slot != ASIDE]
                assert {piece.y for piece in asides} <= {piece.y for piece in others}
                assert all(piece.x > edge for piece in asides)
                assert fragment.block is not None
                block = document.blocks[fragment.block]
                assert isinstance(block, Paragraph)
                assert "".join(piece.text for piece in asides) == block.minutes
                reported.append(int(block.minutes.removesuffix("分")))
    assert reported == sorted(set(reported))
    said = sum(character.isalnum() for each in spoken(document) for character in inline_text(each.inlines))
    assert said // 220 - 1 <= reported[-1] <= said // 220


def test_word_has_the_minutes_in_frames_before_their_sentences_and_keeps_lines_together() -> None:
    document, _ = made("real")
    data = made_from(document, LECTERN).data
    written = paragraphs(data)
    framed = [number for number, each in enumerate(written) if style_of(each) == "ReportMinutes"]
    minutes = [block for block in spoken(document) if isinstance(block, Paragraph) and block.minutes]
    assert len(framed) == len(minutes) > 5
    for number, block in zip(framed, minutes, strict=True):
        assert written[number].find(f"{WORD}pPr/{WORD}framePr") is not None
        assert "".join(each.text or "" for each in written[number].iter(f"{WORD}t")) == block.minutes
        said = "".join(each.text or "" for each in written[number + 1].iter(f"{WORD}t"))
        assert said == inline_text(block.inlines)
    assert "1分" not in document_text(document).split("\n")

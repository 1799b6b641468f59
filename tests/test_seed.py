"""The real report holds every word of the text it was typed from (tests/data/seed.txt)."""

import re

import pytest

from reportgen.document import document_text
from reportgen.report import Aspect, Report, resolve
from tests.support import DATA, ROOT, STYLES, examine, sheet_named

SEED = (DATA / "seed.txt").read_text("utf-8")
CONTENT = (ROOT / "data" / "2025.yaml").read_bytes()

_FORM = re.compile(r"^(#+ ([0-9一二三四五] )?|- )")
"""What the seed writes before a heading or a point; numbers are the style sheet's."""

_FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")


def _report() -> Report:
    return examine(CONTENT).report


def _bare(text: str) -> str:
    """The text as both write it: full-width marks, without blanks and marks of form."""
    return re.sub(r"[\s*#]", "", text.translate(_FULL_WIDTH))


def _lines() -> list[str]:
    return [line.strip() for line in SEED.split("\n") if line.strip()]


def _prints_all(style: str) -> bool:
    """Whether a sheet prints whole parts; of the others, the seed's headings are what must be there."""
    sheet = sheet_named(style)
    return all(sheet.part(name).show == "all" for name in ("reviews", "tasks", "insights"))


def test_only_the_handout_leaves_texts_out() -> None:
    assert [style for style in STYLES if not _prints_all(style)] == ["handout"]


def _sentences(style: str = "plenary") -> list[str]:
    """The sentences of the seed that a sheet prints."""
    found = []
    for line in _lines() if _prints_all(style) else [line for line in _lines() if line.startswith("#")]:
        for piece in re.split(r"(?<=。)|\*\*", re.sub(_FORM, "", line)):
            found += [_bare(piece)] if _bare(piece) else []
    return found


def test_the_seed_is_whole() -> None:
    assert len(_sentences()) > 100
    assert sum(map(len, _sentences())) > 2500


def test_the_real_report_is_without_fault() -> None:
    for style in STYLES:
        assert examine(CONTENT, style=style).found == ()


@pytest.mark.parametrize("style", STYLES)
def test_every_sentence_of_the_seed_is_printed(style: str) -> None:
    printed = _bare(document_text(examine(CONTENT, style=style).composed))
    title, label = "市政协十四届五次会议政协常委会工作报告", "图解"  # which plenary prints without brackets
    assert title + (label if style == "plenary" else f"（{label}）") in printed
    missing = [sentence for sentence in _sentences(style) if sentence not in printed]
    assert len(_sentences(style)) >= 15
    assert missing == ([f"{title}（{label}）"] if style == "plenary" else [])


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_each_section_prints_its_sentences_in_the_order_of_the_seed(style: str) -> None:
    printed = _bare(document_text(examine(CONTENT, style=style).composed))
    sections = re.split(r"^### ", SEED, flags=re.MULTILINE)[1:]
    assert len(sections) == 12
    for section in sections:
        title, *lines = (_bare(re.sub(_FORM, "", line)) for line in f"### {section}".split("\n") if line.strip())
        position = printed.rindex(title)
        for line in lines if _prints_all(style) else ():
            for sentence in filter(None, re.split(r"(?<=。)", line)):
                position = printed.index(sentence, position) + len(sentence)


def test_nothing_is_printed_that_the_seed_does_not_say() -> None:
    """Word for word: the texts of the file, references resolved, are the seed's."""
    examined = examine(CONTENT)
    seed = _bare(SEED)
    figures = resolve(examined.report, None)
    assert examined.reading is not None
    for path, node in examined.reading.prose:
        if path == ("organization",):  # the seed has no cover; DESIGN names the committee
            continue
        text = re.sub(r"【(.*?)】", lambda found: figures.printed(found.group(1), Aspect.PRINTED), node.text)
        assert _bare(text) in seed, path


def test_sections_are_in_the_order_of_their_numbers() -> None:
    report = _report()
    for part, numbers in ((report.reviews, "123456"), (report.tasks, "一二三四五")):
        assert part is not None
        titles = {
            found[1]: _bare(found[2]) for found in re.findall(r"^(### ([0-9一二三四五]) (.*))$", SEED, re.MULTILINE)
        }
        assert [_bare(section.title) for section in part.sections] == [titles[number] for number in numbers]


def test_the_five_figures_are_metrics() -> None:
    report = _report()
    figures = resolve(report, None)
    printed = {figures.printed(name, Aspect.PRINTED) for name in report.metrics}
    assert printed == {"500余项", "546件", "3543篇", "5.8万人次", "2300余人次"}
    assert all(figure in SEED for figure in printed)
    for style in STYLES:
        text = document_text(examine(CONTENT, style=style).composed)
        sheet = sheet_named(style)
        shown = _prints_all(style) + bool(sheet.cards or sheet.metrics)
        assert all(text.count(figure) >= shown for figure in printed), (
            "each in its sentence, on its card or in the table"
        )


def test_both_intros_every_lead_every_title_and_the_insights_are_there() -> None:
    report = _report()
    assert report.reviews is not None
    assert report.tasks is not None
    assert report.insights is not None
    assert report.reviews.intro
    assert report.tasks.intro
    assert all(section.lead for part in (report.reviews, report.tasks) for section in part.sections)
    assert [len(section.items) for section in report.reviews.sections] == [3, 5, 3, 3, 3, 3]
    assert [len(section.items) for section in report.tasks.sections] == [3] * 5
    assert all(item.title and item.text for section in report.reviews.sections for item in section.items)
    bold = [_bare(found) for found in re.findall(r"\*\*(.*?)\*\*", SEED)]
    titles = {_bare(item.title or "") for section in report.reviews.sections for item in section.items}
    insights = {_bare(item.title or "") for item in report.insights.items}
    assert set(bold) == titles | insights
    assert len(report.insights.items) == 3
    assert all(item.title and item.claim and item.text for item in report.insights.items)


def test_chinese_text_has_full_width_marks() -> None:
    examined = examine(CONTENT)
    assert examined.reading is not None
    for _, node in examined.reading.prose:
        assert not re.search(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]", node.text), node.text

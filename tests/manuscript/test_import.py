"""Documents become report files: the same words, whoever typed them and however."""

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import has_errors
from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.lines import read_lines
from reportgen.manuscript.recognition import recognise
from reportgen.report import Aspect, Report, resolve
from reportgen.rules.import_unplaced import MARK
from reportgen.workflows.import_document import (
    Imported,
    ImportOptions,
    formatted_text,
    import_document,
    read_manuscript,
)
from reportgen.workspace.files import bare_workspace
from tests.goldens import Goldens
from tests.manuscript.word_files import paragraph, word_parts
from tests.support import examine

DOCUMENTS = Path(__file__).parent / "documents"
MANNERS = ("word-direct.docx", "word-styles.docx", "wps.docx", "spaces.docx", "markdown.md", "text.txt")
"""How a document was typed: direct formatting, styles with native numbers, WPS, nothing but blanks, and no Word."""

FOUR = ("word-direct.docx", "word-styles.docx", "wps.docx", "text.txt")
SHAPES = dict.fromkeys(("district", "headings", "plain"), MANNERS) | dict.fromkeys(
    ("county", "flat", "city", "circles", "steps"), FOUR
)
"""Reports of invented places: with sections or without; items in the line, as headings or as points; all numbers."""

YEAR = 2024


def imported(path: Path) -> str:
    """The report file that a document becomes."""
    manuscript = read_manuscript(path.read_bytes(), path, path.name, ImportOptions(YEAR))
    return formatted_text(recognise(manuscript, YEAR), "2024.yaml", YEAR)


@pytest.mark.parametrize("name", SHAPES)
def test_every_manner_of_typing_gives_the_same_file(name: str, goldens: Goldens) -> None:
    manners = SHAPES[name]
    first, *others = (imported(DOCUMENTS / f"{name}-{manner}") for manner in manners)
    for manner, text in zip(manners[1:], others, strict=True):
        assert text == first, manner
    goldens.check({DOCUMENTS / f"{name}.yaml": first})


@pytest.mark.parametrize("name", SHAPES)
def test_the_file_can_be_built_as_a_draft(name: str) -> None:
    examined = examine(imported(DOCUMENTS / f"{name}-wps.docx"), year=YEAR, draft=True)
    assert not has_errors(examined.found), examined.listing()


def _typed(*lines: str) -> Manuscript:
    return Manuscript(tuple(Paragraph(spans=(Span(line, Look()),) if line else ()) for line in lines))


def report_of(*lines: str) -> str:
    """The report file of lines that were typed without any formatting."""
    return formatted_text(recognise(_typed(*lines), YEAR), "2024.yaml", YEAR)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("manner", FOUR)
def test_every_sentence_of_a_document_is_in_the_file(name: str, manner: str) -> None:
    """But for dates, which are written as numbers, the names of what has a key, and figures of tables."""
    path = DOCUMENTS / f"{name}-{manner}"
    manuscript = read_manuscript(path.read_bytes(), path, path.name, ImportOptions(YEAR))
    kept = _bare(imported(path))
    lines = [line for line in read_lines(manuscript).lines if line.paragraph.cell is None]
    assert len(lines) > 10
    for line in lines:
        for sentence in re.split("(?<=[。：！])", line.words):
            known = DATED.fullmatch(sentence) or GAP in sentence.strip() or sentence == "名词解释"
            assert known or _bare(sentence) in kept, sentence


DATED = re.compile("[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日[）)]?|[（(].{2,3}稿[）)]")
GAP = "\u3000"
DATE = "2025年1月16日"
LINES = st.sampled_from(
    (
        "",
        "一、2024年工作回顾",
        "二、2025年主要任务",
        "三、工作体会",
        "（一）抓学习",
        "（二）抓协商",
        "1.办好提案。全年立案231件。",
        "2.办好视察。视察4次。",
        "一是把准方向。",
        "二是依靠群众。",
        "第一，讲政治。",
        "第二，讲团结。",
        "全年组织协商活动15场，形成报告11份。",
        "名词解释",
        "1.院坝协商:在居民院落开展的协商。",
        "附件",
        "各位委员：",
        "各位委员，让我们同心协力！",
        "【待补充】和**粗体**，C:\\报告，“引号”",
        "— 3 —",
        DATE,
        "存在的不足",
        "a: b # c",
        "- 一行",
        "{甲: 乙}",
    )
)


_KEY = re.compile(r"^ *(?:- )?(?:title|text|lead|intro|opening|term|meaning): (?:>-$)?|^ *- ", re.MULTILINE)


def _bare(text: str) -> str:
    """A text without blanks, colons and quotes, which are of the file as well."""
    return re.sub(r"""[\s：:"']""", "", text)


@pytest.mark.slow
@settings(max_examples=200)
@given(st.lists(LINES, max_size=30))
def test_no_word_is_lost(lines: list[str]) -> None:
    """Every line is in a field or a comment, without an ordinal that the report counts by itself."""
    recognised = recognise(_typed(*lines), YEAR)
    text = formatted_text(recognised, "2024.yaml", YEAR)
    examined = examine(text, year=YEAR, draft=True)
    assert not has_errors(examined.found), f"{examined.listing()}\n{text}"
    kept = _bare(_KEY.sub("", text.replace("\\*", "*").replace("【【", "【")))
    furniture = {"", "— 3 —"} | ({"名词解释"} if "glossary:" in text else set())
    for line in set(lines) - furniture:
        words = "2025-01-16" if line == DATE and "date:" in text else _bare(line)
        assert words in kept or words.lstrip("一二三、（）123.是第，-") in kept, f"{line}\n{text}"


def test_what_has_no_field_is_reported_at_its_line() -> None:
    text = report_of("工作报告", "一、工作回顾", "（一）抓学习", "开展学习9次。", "二、存在的不足", "协商还不够深入。")
    examined = examine(text, year=YEAR)
    unplaced = [each for each in examined.found if each.code == "import-unplaced"]
    lines = text.splitlines()
    assert [lines[each.place.line - 1].strip() for each in unplaced if each.place] == [
        f"{MARK}二、存在的不足",
        f"{MARK}协商还不够深入。",
    ]


def test_a_table_of_figures_becomes_metrics_that_print_the_same() -> None:
    rows = (
        "指标　单位　2024年　2023年　备注",
        "惠及群众　人次　5.8万　4.6万",
        "提案　件　546　521　立案",
        "满意率　%　99",
        "视察　次　若干",
    )
    text = report_of("工作报告", "一、工作回顾", "开展学习9次。", "附件", *rows)
    examined = examine(text, year=YEAR, draft=True)
    metrics = examined.report.metrics
    figures = resolve(examined.report, None)
    assert {name: figures.printed(name, Aspect.PRINTED) for name in metrics} == {
        "惠及群众": "5.8万人次",
        "提案": "546件",
        "满意率": "99%",
    }
    assert metrics["惠及群众"].history["2023"].amount == 46000
    assert f"{MARK}视察　次　若干" in text


HEADINGS = {
    "headings alone are items": (
        "二、2025年主要任务 （一）抓学习 （二）抓协商",
        ("", "抓学习 抓协商"),
    ),
    "one heading alone is a section": ("二、2025年主要任务 （一）抓学习", ("抓学习", "")),
    "headings with text are sections": (
        "二、2025年主要任务 （一）抓学习 开展学习9次。 （二）抓协商",
        ("抓学习/开展学习9次。 抓协商", ""),
    ),
    "headings of what was learnt are items": (
        "二、工作体会 （一）讲政治 方向正。 （二）讲团结",
        ("", "讲政治/方向正。 讲团结"),
    ),
    "one heading of what was learnt is an item": ("二、工作体会 （一）讲政治 方向正。", ("", "讲政治/方向正。")),
    "but not above items of its own": (
        "二、工作体会 （一）讲政治 1.学理论。常学常新。 2.学党史。以史为鉴。 （二）讲团结 人心齐。",
        ("讲政治 讲团结/人心齐。", ""),
    ),
}
"""Lines, and the sections and items of their part, each with its text behind a stroke."""


@pytest.mark.parametrize("case", HEADINGS)
def test_headings_of_a_part_are_its_sections_or_its_items(case: str) -> None:
    lines, expected = HEADINGS[case]
    before = ("工作报告", "一、工作回顾", "（一）抓视察", "开展视察9次。", "（二）抓提案", "收到提案9件。")
    report = examine(report_of(*before, *lines.split()), year=YEAR, draft=True).report
    part = report.tasks or report.insights
    assert part is not None
    sections = " ".join("/".join(filter(None, (each.title, each.lead))) for each in part.sections)
    items = " ".join("/".join(filter(None, (each.title, each.text))) for each in part.items)
    assert (sections, items) == expected


def test_metrics_of_one_label_are_counted() -> None:
    rows = ("指标　单位　2024年", "提案　件　546", "提案　件　498", "提案　件　35")
    text = report_of("工作报告", "一、工作回顾", "开展学习9次。", "附件", *rows)
    metrics = examine(text, year=YEAR, draft=True).report.metrics
    assert {name: metric.value.amount for name, metric in metrics.items()} == {"提案": 546, "提案-2": 498, "提案-3": 35}


SIGNED = ("工作报告", "一、工作回顾", "（一）抓学习", "开展学习9次。", "各位委员，让我们同心协力！")


@pytest.mark.parametrize("tail", [(), ("附件：主要数据",)])
def test_the_name_over_the_last_date_signs(tail: tuple[str, ...]) -> None:
    """Under the text, or under what announces an annex."""
    text = report_of(*SIGNED, *tail, "政协云溪市委员会", "2025年1月16日")
    report = examine(text, year=YEAR, draft=True).report
    assert (report.signature, str(report.date)) == ("政协云溪市委员会", "2025-01-16")
    assert "云溪" not in (report.closing or "")


@pytest.mark.parametrize("before", ["谢谢大家", "这项工作已报告市委。", "（二）政协云溪市委员会"])
def test_what_is_no_name_over_a_date_does_not_sign(before: str) -> None:
    text = report_of(*SIGNED, before, "2025年1月16日")
    assert examine(text, year=YEAR, draft=True).report.signature is None
    assert "2025年1月16日" in text


INSERTED = '<w:ins w:id="{0}" w:author="{1}" w:date="2026-01-08T21:30:00Z"><w:r><w:t>{2}</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="{0}" w:author="{1}" w:date="2026-01-08T21:30:00Z"><w:r><w:delText>{2}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (False, ["全年立案九十五件。", "各位委员，让我们一起努力。"]),
        (True, ["全年立案九十件。", "又办了一件。", "各位委员，让我们努力。"]),
    ],
)
def test_tracked_changes_are_accepted_or_with_original_rejected(
    original: bool,
    expected: list[str],
    tmp_path: Path,
) -> None:
    """Words, and a paragraph that was deleted with its mark."""
    gone = '<w:rPr><w:del w:id="5" w:author="主任" w:date="2026-01-08T21:30:00Z"/></w:rPr>'
    body = (
        paragraph("工作报告", properties='<w:jc w:val="center"/>')
        + paragraph("一、工作回顾")
        + paragraph("全年立案九十", INSERTED.format(1, "主任", "五"), "件。")
        + paragraph(DELETED.format(2, "主任", "又办了一件。"), properties=gone)
        + paragraph("各位委员，让我们", INSERTED.format(3, "秘书长", "一起"), "努力。")
    )
    _, report = _imported_word(tmp_path, body, ImportOptions(YEAR, original=original))
    assert report.reviews is not None
    texts = [*(report.reviews.intro or "").split("\n\n"), report.closing or ""]
    assert texts == expected


def _imported_word(folder: Path, body: str, options: ImportOptions) -> tuple[Imported, Report]:
    """What is said of a Word file with this body, and the report made of it."""
    path = folder / "旧.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in word_parts(body).items():
            archive.writestr(name, content)
    said = import_document(bare_workspace(folder), path, options)
    examined = examine((folder / "data" / f"{options.year}.yaml").read_text("utf-8"), year=options.year, draft=True)
    return said, examined.report


TURN = "<w:r><w:br/></w:r>"


def test_a_heading_and_its_text_may_share_a_paragraph(tmp_path: Path) -> None:
    """A soft line end parts them; in a text it is no more than a turn."""
    body = (
        paragraph("工作报告", properties='<w:jc w:val="center"/>')
        + paragraph("一、工作回顾")
        + paragraph("全年稳中", TURN, "有进。")
        + paragraph("（一）抓学习", TURN, "开展学习9次。")
        + paragraph("（二）抓协商、", TURN, "抓监督")
        + paragraph("开展协商4次。")
    )
    _, report = _imported_word(tmp_path, body, ImportOptions(YEAR))
    assert report.reviews is not None
    assert report.reviews.intro == "全年稳中有进。"
    assert [(each.title, each.lead) for each in report.reviews.sections] == [
        ("抓学习", "开展学习9次。"),
        ("抓协商、抓监督", "开展协商4次。"),
    ]


def test_what_nobody_sees_is_reported(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r>"
    said, _ = _imported_word(tmp_path, paragraph("工作报告") + paragraph("一、工作回顾", hidden), ImportOptions(YEAR))
    assert said.unseen == (("hidden", "内部掌握"),)


@pytest.mark.parametrize(("asked", "names"), [(False, []), (True, ["提案"])])
def test_metrics_are_proposed_where_that_is_asked_for(tmp_path: Path, asked: bool, names: list[str]) -> None:
    body = paragraph("工作报告") + paragraph("一、工作回顾") + paragraph("全年收到提案546件。")
    said, _ = _imported_word(tmp_path, body, ImportOptions(YEAR, metrics=asked))
    assert [each.name for each in said.metrics] == names

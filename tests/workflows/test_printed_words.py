"""The words that a finished file prints, and the paragraphs in which two files differ."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from reportgen.workflows import pdf_lines
from reportgen.workflows.printed_words import differences, printed_words
from reportgen.workflows.word_files import read_word_file
from tests.manuscript.word_files import paragraph, word_parts

FILLERS = ("甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥")
"""Paragraphs that have no two characters in common with any other."""

INLINE = ("a", "b", "del", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr")


@pytest.mark.parametrize(
    ("expected", "actual", "found"),
    [
        (["一句。"], ["一句。"], []),
        (["一句。"], ["两句。"], ["一句。 → 两句。"]),
        (["一句。"], [], ["一句。 → "]),
        ([], ["一句。"], [" → 一句。"]),
        (["全年征集提案。"], ["春天来了。"], ["全年征集提案。 → 春天来了。"]),  # one for one, however unlike
        (["全年征集提案。"], ["甲乙丙丁", "今年征集提案。"], [" → 甲乙丙丁", "全年征集提案。 → 今年征集提案。"]),
        (["全年征集提案。"], ["今年征集提案。", "甲乙丙丁"], ["全年征集提案。 → 今年征集提案。", " → 甲乙丙丁"]),
        (["全年征集提案。", "甲乙丙丁"], ["今年征集提案。"], ["全年征集提案。 → 今年征集提案。", "甲乙丙丁 → "]),
        (["甲乙丙丁", "全年征集提案。"], ["今年征集提案。"], ["甲乙丙丁 → ", "全年征集提案。 → 今年征集提案。"]),
        # Half of their pairs in common, counted with their beginnings and ends: one that was changed.
        (["甲一二"], ["子丑寅卯", "甲一三四"], ["甲一二 → ", " → 子丑寅卯", " → 甲一三四"]),
        (["甲一二"], ["子丑寅卯", "甲一三"], [" → 子丑寅卯", "甲一二 → 甲一三"]),
        # Two that are alike, in their order, and neither twice.
        (
            ["全年征集提案。", "全年办结提案。"],
            ["全年征集了提案。", "甲乙丙丁", "全年办结了提案。"],
            ["全年征集提案。 → 全年征集了提案。", " → 甲乙丙丁", "全年办结提案。 → 全年办结了提案。"],
        ),
        (["一。", "全年征集提案。", "二。"], ["一。", "二。"], ["全年征集提案。 → "]),
    ],
)
def test_each_paragraph_is_compared_with_what_it_turned_into(
    expected: Sequence[str], actual: Sequence[str], found: Sequence[str]
) -> None:
    assert [f"{each.expected} → {each.actual}" for each in differences(expected, actual)] == found


@pytest.mark.parametrize(("before", "is_found"), [(4, True), (5, False)])
def test_a_paragraph_is_looked_for_among_the_next_five(before: int, is_found: bool) -> None:
    new = [*FILLERS[:before], "今年征集提案。"]
    pairs = [(each.expected, each.actual) for each in differences(["全年征集提案。"], new)]
    assert (("全年征集提案。", "今年征集提案。") in pairs) is is_found


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>一</p><p>二</p>", ["一", "二"]),
        ("<p>一<b>二</b>三<br>四</p>", ["一二三", "四"]),
        ("<p>一<span class=x>二</span><sup>[1]</sup></p>", ["一二[1]"]),
        ("<p>一\n  二&amp;三</p>", ["一 二&三"]),
        ("<head><title>报告</title><style>p{}</style></head><p>一</p>", ["一"]),
        ("<p>一</p><script>let a</script>二", ["一", "二"]),
        ("一</style>二", ["一", "二"]),  # an end without a beginning hides nothing
        ("<svg><title>图</title><style>a</style></svg>一", ["一"]),
        ("<p>一<p>二", ["一", "二"]),
        ("一", ["一"]),
        ("", []),
    ],
)
def test_a_page_prints_its_blocks(page: str, texts: list[str]) -> None:
    assert list(printed_words(page.encode(), "html", "report.html")) == texts


@pytest.mark.parametrize(
    "tag", ["a", "b", "del", "em", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr"]
)
def test_words_in_a_text_are_of_it(tag: str) -> None:
    assert printed_words(f"<p>一<{tag}>二</{tag}>三</p>".encode(), "html", "") == ("一二三",)


@pytest.mark.parametrize("tag", ["head", "script", "style", "title"])
def test_what_only_programs_read_is_not_printed(tag: str) -> None:
    assert printed_words(f"<p>一</p><{tag}>二</{tag}><p>三</p>".encode(), "html", "") == ("一", "三")


def test_bytes_that_are_not_text_are_shown_as_bytes() -> None:
    assert printed_words("一".encode() + b"\xff", "html", "") == ("一\ufffd",)


@pytest.mark.parametrize(
    ("pages", "sentences"),
    [
        ([], []),
        ([["一句。两", "句！三句？四句；末"]], ["一句。", "两句！", "三句？", "四句；", "末"]),
        ([["工作报告", "全年", "1"], ["工作报告", "征集。", "2"]], ["全年征集。"]),
        ([["第 1 页", "全年"], ["第2页", "征集。"]], ["全年征集。"]),
        ([["一。", "一。"]], ["一。", "一。"]),  # twice on one page
        ([["标题"], ["标题"], ["一。"], ["二。"], ["三。"], ["四。"]], ["标题标题一。", "二。", "三。", "四。"]),
        ([["标题"], ["标题"], ["标题一。"], ["二。"], ["三。"]], ["标题一。", "二。", "三。"]),
    ],
)
def test_a_pdf_prints_sentences_without_what_its_pages_repeat(
    monkeypatch: pytest.MonkeyPatch, pages: list[list[str]], sentences: list[str]
) -> None:
    """A line on at most a third of the pages is text; a number alone is not."""

    def run(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 0, json.dumps(pages).encode())

    monkeypatch.setattr(subprocess, "run", run)
    assert list(printed_words(b"%PDF-", "pdf", "report.pdf")) == sentences


@pytest.mark.parametrize(
    "failure",
    [subprocess.CalledProcessError(1, []), subprocess.TimeoutExpired([], 60), b""],
    ids=str,
)
def test_a_pdf_that_cannot_be_read_prints_nothing(monkeypatch: pytest.MonkeyPatch, failure: Exception | bytes) -> None:
    def run(command: Sequence[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        assert options["check"], "how it ends is looked at"
        if isinstance(failure, Exception):
            raise failure
        return subprocess.CompletedProcess(command, 0, failure)

    monkeypatch.setattr(subprocess, "run", run)
    assert printed_words(b"%PDF-", "pdf", "report.pdf") == ()


@pytest.mark.parametrize(
    ("options", "printed"),
    [({}, "全年征集了提案。"), ({"original": False}, "全年征集了提案。"), ({"original": True}, "全年办结提案。")],
)
def test_tracked_changes_are_read_as_made_unless_the_original_is_asked_for(
    options: dict[str, bool], printed: str
) -> None:
    body = paragraph(
        "全年",
        "<w:ins><w:r><w:t>征集了</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>办结</w:delText></w:r></w:del>",
        "提案。",
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in word_parts(body).items():
            archive.writestr(name, part)
    assert printed_words(file.getvalue(), "docx", "", **options) == (printed,)
    assert [each.text for each in read_word_file(file.getvalue(), "", **options).paragraphs] == [printed]


def lines_of(monkeypatch: pytest.MonkeyPatch, content: bytes) -> str:
    """What the program that reads PDFs writes for one."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    monkeypatch.setattr(sys, "stdout", written)
    pdf_lines.main()
    return written.getvalue()


def test_lines_of_a_pdf_are_read_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    for lines in (("one", "two"), ("three",)):
        for number, line in enumerate(lines):
            canvas.drawString(100, 700 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    assert json.loads(lines_of(monkeypatch, target.getvalue())) == [["one", "two"], ["three"]]
    assert lines_of(monkeypatch, b"%PDF-1.7 damaged") == ""


class LongPdf:
    """A PDF of so many pages, each with so many characters."""

    def __init__(self, pages: int, characters: int) -> None:
        self.pages = pages
        self.characters = characters

    def __enter__(self) -> "LongPdf":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __len__(self) -> int:
        return self.pages

    def __getitem__(self, number: int) -> "LongPdf":
        return self

    def get_textpage(self) -> "LongPdf":
        return self

    def get_text_range(self) -> str:
        return "a" * self.characters


@pytest.mark.parametrize(
    ("pages", "characters", "read"),
    [
        (2000, 1, 2000),
        (2001, 1, 2000),  # more than anybody prints
        (8, 1_000_000, 8),
        (9, 1_000_000, 8),  # more than anybody reads
        (7, 1_200_000, 6),
    ],
)
def test_of_a_pdf_without_an_end_only_the_beginning_is_read(
    monkeypatch: pytest.MonkeyPatch, pages: int, characters: int, read: int
) -> None:
    monkeypatch.setattr(pypdfium2, "PdfDocument", lambda _: LongPdf(pages, characters))
    assert len(json.loads(lines_of(monkeypatch, b""))) == read

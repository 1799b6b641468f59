"""Where Latin words may part after all: addresses after their marks, English words at syllables, nothing else."""

import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from reportgen.layout.word_parts import marked_parts, syllables
from reportgen.style import Align
from reportgen.text.classes import classes
from tests.layout.printed import printed_pages
from tests.layout.setting import SIZE, break_set, break_texts, line_texts, placed, set_lines, title_lines
from tests.support import MINIMAL, examine, fitted, sheet_named

MARKS = "/?&=#._-@"


def parted(text: str) -> str:
    """A text with a bar where an address or a compound may part, and a tilde where a hyphen would have to be."""
    letters = classes(text)
    bars = marked_parts(text, letters, 0, len(text))
    tildes = syllables(text, letters, 0, len(text))
    return "".join("|" * (index in bars) + "~" * (index in tildes) + character for index, character in enumerate(text))


@pytest.mark.parametrize(
    "shown",
    [
        "登录www.|changzhi-|cppcc.|gov.cn/|zxgz/|index.php?|id=|12345&|type=|news查询",
        "见https://|news.|example.com/|2025/|11/|30/|committee-|report_|full.html#|section-|four。",
        "发送至office.|secretariat@|changzhi-|cppcc.|org.cn，",
        "下载《委员履职手册_2025年版_final-|v2.docx》",
        "存为annual_|report_|2025.pdf",
        "打开index.php与readme.html",
        "见https://|example.org/|v2.10/|tel-|0355-2028888/|index",
        "推进state-|of-|the-|art的In~ter~na~tion~al~iza~tion",
        "用WeChat办INTERNATIONAL业务，Université",
        "参照GB/T 9704—2012与TCP/IP、and/or",
        "降到3.14159265或1,546/2,345，COVID-19后",
        "电话0355-2028888，版本V2.0.13，PM2.5/PM10",
    ],
)
def test_addresses_part_after_their_marks_and_english_words_at_syllables(shown: str) -> None:
    """Endings stay with their names, numbers stay whole, and what was typed without a mark gets none."""
    assert parted(shown.replace("|", "").replace("~", "")) == shown


@pytest.mark.parametrize("before", range(1, 26))
def test_no_address_spreads_the_line_above(before: int) -> None:
    """Today's line of three characters and 4 em between them is gone: a mark is near, wherever the address begins."""
    address = "https://news.example.com/2025/11/30/committee-report_full.html"
    lines = set_lines(f"{'国' * before}{address}{'国' * 30}", 28)
    texts = ["".join(piece.text for piece in line.texts) for line in lines]
    assert "".join(texts) == f"{'国' * before}{address}{'国' * 30}"
    for text, following in pairwise(texts):
        assert not (text[-1].isascii() and following[0].isascii()) or text[-1] in MARKS, texts
    for line in lines[:-1]:
        gaps = [after.x - each.x - each.width for each, after in pairwise(placed(line)) if each.character == "国"]
        assert max(gaps, default=0.0) <= 1 / 3 + 0.25 + 0.001, texts


def test_a_line_that_nothing_fills_stays_ragged() -> None:
    """Spread, its gaps would have to take more than a quarter em; the number of a standard stays whole."""
    ragged, *_ = set_lines("国国国国国国国国国国参照GB/T 15834—2011号国家标准", 16)
    assert [round(each.x, 3) for each in placed(ragged)] == list(range(12))
    assert ragged.looseness / SIZE == pytest.approx(4 / 11)
    spread, *_ = set_lines("国国国国国国国国国国国国参照GB/T 15834—2011号国家标准", 16)
    assert placed(spread)[-1].x == pytest.approx(15)


def test_an_english_word_is_hyphenated_only_where_the_line_above_would_be_too_loose() -> None:
    assert line_texts("引进委员会的Internationalization人才", 13) == ["引进委员会的International-", "ization人才"]
    assert line_texts("引进Internationalization人才", 12) == ["引进Internationalization", "人才"]
    assert line_texts("引进委员会的全部人才Internationalization", 10) == [
        "引进委员会的全部人才",
        "Internationalization",
    ]


def test_a_word_wider_than_a_narrow_column_is_hyphenated_and_not_torn() -> None:
    """Also where nothing is justified, as in cells and titles; other words turn over as they are."""
    assert break_texts("是Internationalization的", 6, align="left") == ["是", "Internation-", "alization的"]
    assert break_texts("委员会的Internationalization的", 12, align="left") == ["委员会的", "Internationalization的"]
    assert title_lines("是Internationalization的", 6) == ["是", "Internation-", "alization的"]


@pytest.mark.parametrize("align", ["justify", "left"])
def test_a_hyphen_has_its_room(align: Align) -> None:
    """At no width is it outside the measure."""
    for tenths in range(60, 130):
        lines = break_set("引进委员会的Internationalization人才", tenths / 10, align=align)
        for line in lines[:-1]:
            end = placed(line)[-1]
            assert end.x + end.width <= tenths / 10 + 0.02
            assert (end.character == "-") == line.texts[-1].is_hyphen


def test_what_a_style_sheet_keeps_whole_is_not_parted_at_its_marks() -> None:
    for name in ("example.org/final_report", "Administration"):
        for before in range(12, 24):
            assert any(name in line for line in line_texts(f"{'国' * before}{name}{'国' * 20}", 24, kept=[name]))


def test_a_hyphen_is_shown_and_not_read() -> None:
    """Copied text is the word as it was typed; pdfium joins it, and the mark says that it is not of the text."""
    from reportgen.fonts import bundled_library, open_fonts
    from reportgen.layout import lay_out
    from reportgen.pdf import write_pdf

    sheet = sheet_named("official")
    text = f"{'国' * 20}的Internationalization人才"
    document = examine(f"{MINIMAL}  intro: {text}\n", style=sheet).composed
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    data = write_pdf(lay_out(document, fitted(sheet, document), book), document)
    ends = [line[-1].character for page in printed_pages(data) for line in page.lines()]
    assert ends.count("\x02") == 1  # what pdfium calls a hyphen that joins two lines
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
    copied = "".join("".join(pages).split()).replace("\ufffe", "")
    assert text in copied
    streams: list[Any] = [page["/Contents"].get_object() for page in PdfReader(BytesIO(data)).pages]
    assert b"".join(stream.get_data() for stream in streams).count(b"/ActualText <FEFF00AD>") == 1


def test_the_patterns_are_loaded_only_for_a_hyphen() -> None:
    """A sixteenth of a second, which a report without English words does not pay."""
    code = (
        "import sys; from tests.layout.setting import line_texts\n"
        "line_texts('国' * 20 + 'https://example.org/report/2025_final.html' + 'Internationalization' * 2, 28)\n"
        "assert 'pyphen' not in sys.modules\n"
        "line_texts('国' * 20 + 'Internationalization国' * 2, 28)\n"
        "assert 'pyphen' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

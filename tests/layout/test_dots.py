"""着重号: a dot under the middle of every emphasised Han character, wherever justification puts it (T56)."""

from msgspec.structs import replace

from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import Layout, as_laid_out, lay_out
from reportgen.style import DotsStyle, RunStyle, StyleSheet
from tests.docx.reading import part
from tests.support import MINIMAL, examine, fitted, sheet_named

TEXT = (
    f"{MINIMAL}  intro: 我们要**坚持，党的（2026年）领导和人民当家作主、依法治国有机统一**，"
    "发展全过程人民民主，推动PC端建设与有关工作再上台阶。\n"
)


def dotted_sheet() -> StyleSheet:
    """The official sheet, its emphasis by dots and not by another face."""
    sheet = sheet_named("official")
    return replace(sheet, runs={**sheet.runs, "strong": RunStyle(dots=DotsStyle())})


def laid_out() -> Layout:
    sheet = dotted_sheet()
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    document = examine(TEXT, style=sheet).composed
    return lay_out(document, fitted(sheet, document), book)


def test_every_emphasised_han_has_a_dot_under_its_middle() -> None:
    """None under marks, digits and what is not emphasised; in the middle also where the line is spread."""
    layout = laid_out()
    middles: dict[tuple[float, float], str] = {}
    dots: set[tuple[float, float]] = set()
    for page in layout.pages:
        for fragment in page.fragments:
            for piece in fragment.texts:
                x = piece.x
                for character in piece.text:
                    width = piece.setting.advances[character] * piece.size
                    middles[round(x + width / 2, 1), round(piece.y, 1)] = character
                    x += width + piece.tracking
            for row in fragment.dots:
                count = round((row.end - row.x) / row.pitch + 0.5)
                places = (row.end - number * row.pitch for number in range(count))
                below = 0.12 * 15.793 + row.size
                dots |= {(round(place, 1), round(row.y - below, 1)) for place in places}
    emphasised = "坚持党的年领导和人民当家作主依法治国有机统一"
    under = [
        character
        for x, y in sorted(dots, key=lambda dot: (dot[1], dot[0]))
        for (middle, baseline), character in middles.items()
        if abs(x - middle) < 0.2 and abs(y - baseline) < 0.2
    ]
    assert "".join(under) == emphasised


def test_the_word_file_asks_word_for_its_own_dots() -> None:
    """The character style has w:em, nothing in the body has."""
    sheet = dotted_sheet()
    document = examine(TEXT, style=sheet).composed
    layout = laid_out()
    data = write_docx(as_laid_out(document, layout), fitted(sheet, document), layout.page_labels())
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = [mark.get(f"{word}val") for mark in part(data, "word/styles.xml").iter(f"{word}em")]
    assert marks == ["underDot"]
    assert list(part(data, "word/document.xml").iter(f"{word}em")) == []

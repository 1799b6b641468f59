"""Text copied out by poppler, which makes words and spaces of what it sees: it must see what was typed."""

import re
import subprocess
from pathlib import Path

import pytest

from reportgen.document import Document, Heading, Inlines, Paragraph, Table, inline_text
from reportgen.layout import ASIDE, Page
from tests.pdf.test_pdf import made
from tests.support import MINIMAL, ROOT, STYLES, outside_program

EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text(encoding="utf-8")
MIXED = (
    f"{MINIMAL}  intro: “引号”里——破折号……省略号·间隔号，2026年PC端与Word、《书名》（GB/T 15834—2011）；"
    "增长4.8%，5.8万人次，在Open Data平台上公开，㛃𬭎䶮三位委员　出席。\n"
)
REPORTS = {"real": "", "every-field": EVERY_FIELD, "mixed": MIXED}


def poppler_text(data: bytes, folder: Path) -> str:
    """All text in the order of the content, lines and pages as poppler ends them."""
    (folder / "report.pdf").write_bytes(data)
    command = [outside_program("pdftotext"), "-raw", "-enc", "UTF-8", str(folder / "report.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


def texts(document: Document) -> list[Inlines]:
    """The texts of the body: paragraphs, headings, cells; their labels stand apart from them."""
    found: list[Inlines] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.inlines)
        elif isinstance(block, Table):
            found += [cell for row in (block.head, *block.rows) for cell in row if cell]
    return found


def without_furniture(text: str, page: Page) -> str:
    """The lines of a page without those of its furniture and of what is beside the text, each taken out once."""
    for fragment in page.fragments:
        if fragment.block is None:
            repeated = re.escape("".join(piece.text for piece in fragment.texts))
            text = re.sub(rf"(?m)^{repeated}\n", "", text, count=1)
        beside = "".join(piece.text for piece in fragment.texts if piece.slot == ASIDE)
        if beside:
            text, taken = re.subn(rf" ?{' ?'.join(beside)}\n", "\n", text, count=1)
            assert taken == 1
    return text


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("report", REPORTS)
def test_poppler_copies_what_was_typed(style: str, report: str, tmp_path: Path) -> None:
    """No space at a gap between Han and Latin, every mark and rare character; only line ends may stand between."""
    document, layout, data = made(style, REPORTS[report])
    pages = poppler_text(data, tmp_path).split("\f")
    # Heads, page numbers and minutes part what runs over a page or a line.
    copied = "".join(without_furniture(text, page) for text, page in zip(pages, layout.pages, strict=False))
    for inlines in texts(document):
        text = inline_text(inlines)
        pattern = r"\n?".join("[ \\n]+" if character == " " else re.escape(character) for character in text)
        assert re.search(pattern, copied), text

"""Whole reports with what they must print, or what must be said of them, in the files beside them.

A folder holds ``2025.yaml``, perhaps last year's ``2024.yaml``, and as expectation ``document.txt`` where the report is
sound, ``tags.txt`` for the tag tree of its PDF, and ``diagnostics.zh.txt`` and ``diagnostics.en.txt`` where anything is
found. ``make goldens`` renews them.
"""

from pathlib import Path

import pytest

from reportgen.diagnostics import Language, render_full
from reportgen.document import Document, document_text
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from tests.goldens import Goldens
from tests.pdf.tree import tag_tree, tree_text
from tests.support import PLAIN, Examined, examine, fitted, sheet_named

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/2025.yaml"))
EXPECTED = ("document.txt", "tags.txt", "diagnostics.zh.txt", "diagnostics.en.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_report_prints_or_is_refused_as_written_beside_it(case: Path, goldens: Goldens) -> None:
    last_year = case / "2024.yaml"
    examined = examine(
        (case / "2025.yaml").read_bytes(),
        last_year=last_year.read_bytes() if last_year.exists() else None,
        style=PLAIN,
    )
    shown = _shown(examined)
    goldens.check({case / name: shown.get(name) for name in EXPECTED})


def test_the_folders_are_found() -> None:
    assert len(CASES) >= 30
    assert all(path in CASES for path in Path(__file__).parent.iterdir() if path.is_dir() and path.name[0] not in "._")


def _shown(examined: Examined) -> dict[str, str]:
    shown = {}
    if examined.document is not None:
        shown["document.txt"] = document_text(examined.document)
        shown["tags.txt"] = tree_text(tag_tree(_pdf(examined.document)))
    if examined.found:
        shown["diagnostics.zh.txt"] = _reported(examined, "zh")
        shown["diagnostics.en.txt"] = _reported(examined, "en")
    return shown


def _pdf(document: Document) -> bytes:
    sheet = sheet_named(PLAIN)
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return write_pdf(lay_out(document, fitted(sheet, document), book), document)


def _reported(examined: Examined, language: Language) -> str:
    lines = {examined.source.file: examined.source.lines} if examined.source else {}
    return "\n\n".join(render_full(diagnostic, lines, language) for diagnostic in examined.found) + "\n"

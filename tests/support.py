"""Short ways from a text to what a test looks at; the stages are those of a build, without a workspace."""

import os
import shutil
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from reportgen.diagnostics import Diagnostic, Findings, has_errors, render_concise
from reportgen.document import Document, FittedSheet, fit
from reportgen.report import Reading, Report
from reportgen.rules import read_lexicon
from reportgen.source import Node, Source, decode, parse
from reportgen.style import PreparedSheet, StyleSheet, prepare, read_style
from reportgen.workflows.check import CheckOptions, check_inputs, compose_unchecked
from reportgen.workflows.inputs import Inputs, LexiconFile
from reportgen.workflows.report_files import read_report_file
from reportgen.workflows.style_files import StyleFiles

ROOT = Path(__file__).parent.parent
SHEETS = ROOT / "styles"
DATA = Path(__file__).parent / "data"

STYLES = ("plenary", "official", "lectern", "handout")
"""The style sheets of the program; whatever is true of a report's files is true under each."""

CLASSIC = "classic"
"""The sheet that ``plenary`` was: cards, bands, a table of tasks. Tests of these name it; it has no keys of its own."""

ALL_SHEETS = (*STYLES, CLASSIC)
"""With the sheet kept for those who extend it: for what costs little."""

PLAIN = "plain"
"""A sheet of the tests, without what is only looks: for what must hold whatever plenary looks like."""

MINIMAL = "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n"
"""The shortest sound report; texts may be added to its end, indented by two for the part."""

DATED = MINIMAL.replace("title:", "date: 2025-12-30\ntitle:", 1)
"""The shortest report of whose final version nothing is to be noted."""


def outside_program(name: str) -> str:
    """A program we did not write; the test is skipped without it, except where the project is checked as a whole."""
    program = shutil.which(name)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing")
        pytest.skip(f"{name} is missing")
    return program


class Examined(NamedTuple):
    """A file gone through every stage as far as it goes; ``found`` holds the findings of all of them, in order."""

    source: Source | None
    root: Node | None
    reading: Reading | None
    document: Document | None
    found: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes found, in order."""
        return [diagnostic.code for diagnostic in self.found]

    @property
    def report(self) -> Report:
        """The report; fails the test with everything found where there is none."""
        assert self.reading is not None, self.listing()
        assert self.reading.report is not None, self.listing()
        return self.reading.report

    @property
    def composed(self) -> Document:
        """The document; fails the test with everything found where there is none."""
        assert self.document is not None, self.listing()
        return self.document

    def listing(self) -> str:
        """What was found, one a line."""
        return "\n".join(render_concise(diagnostic, "en") for diagnostic in self.found)


@cache
def sheet_named(name: str = CLASSIC) -> StyleSheet:
    """A style sheet of the checkout, or ``plain``."""

    def load(each: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        folder = DATA if each == PLAIN else SHEETS
        return decode(f"styles/{each}.yaml", (folder / f"{each}.yaml").read_bytes())

    sheet, found = read_style(name, load)
    assert sheet is not None, found
    return sheet.style


def prepared(style: StyleSheet) -> PreparedSheet:
    """A style sheet that no file holds, prepared as one that was read; each of the program's once."""
    last, made = _PREPARED.get(style.description, (None, None))
    if last is not style or made is None:
        made = prepare(style, nodes("{}"))
        _PREPARED[style.description] = style, made
    return made


_PREPARED: dict[str, tuple[StyleSheet, PreparedSheet]] = {}
"""The sheet that was prepared last under each description; another object may be another sheet."""


def fitted(style: StyleSheet, document: Document) -> FittedSheet:
    """A style sheet as a document prints under it."""
    return fit(prepared(style), document)


def nodes(text: str) -> Node:
    """The nodes of a YAML text without faults."""
    root, found = parse(Source("2025.yaml", text))
    assert root is not None, found
    assert not has_errors(found), found
    return root


def examine(
    content: str | bytes,
    *,
    last_year: str | bytes | None = None,
    year: int = 2025,
    style: str | StyleSheet = CLASSIC,
    file: str = "2025.yaml",
    draft: bool = False,
    lexicon: str | None = None,
) -> Examined:
    """A report file through reading, composing and checking, as far as its errors let it come.

    Composing comes first, as in a build: whatever rules may find then, it does its work.
    """
    sheet = sheet_named(style) if isinstance(style, str) else style
    report = read_report_file(file, _bytes(content), year)
    earlier = read_report_file(f"{year - 1}.yaml", _bytes(last_year), year - 1) if last_year is not None else None
    assert earlier is None or earlier.report is not None, earlier.diagnostics
    words = LexiconFile(read_lexicon(Source("lexicon.yaml", lexicon))[0]) if lexicon else LexiconFile()
    inputs = Inputs(year, report, earlier, lexicon=words, style=StyleFiles("", "", prepared(sheet), {}, Findings()))
    options = CheckOptions(draft=draft)
    checked = check_inputs(inputs, options, compose_unchecked(inputs, options))
    root = report.reading.root if report.reading else None
    return Examined(report.source, root, report.reading, checked.document, checked.findings.diagnostics)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def composed_line(text: str, more: str = "") -> str:
    """How one text, YAML as it is after a colon, prints as the only paragraph of a report.

    ``more`` is YAML for the top of the report, such as its metrics.
    """
    from reportgen.document import Paragraph, inline_text

    examined = examine(f"{more}{MINIMAL}  intro: {text}\n")
    printed = [block for block in examined.composed.blocks if isinstance(block, Paragraph)]
    return "\n".join(inline_text(block.inlines) for block in printed)

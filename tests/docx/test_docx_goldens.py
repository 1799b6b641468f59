"""Parts of Word files as they are expected beside this test, under every style sheet; ``make goldens`` renews them."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from reportgen.style import StyleSheet
from tests.beside import side_sheet
from tests.compare.documents import compared_documents
from tests.document.test_small_charts import small_sheet
from tests.docx.made import EVERY_FIELD, made, made_from, made_of, names
from tests.docx.test_charts import workbook
from tests.docx.test_endnotes import noted
from tests.docx.test_redline import FIXTURES, redlined
from tests.docx.test_side_column import TASKS
from tests.goldens import Goldens
from tests.support import ALL_SHEETS, DATED, MINIMAL, PLAIN, ROOT, examine, sheet_named
from tests.test_draft import word

GOLDENS = Path(__file__).parent / "goldens"
CASES = ROOT / "tests" / "cases"
OVER_YEARS = (CASES / "metrics-over-years" / "2025.yaml").read_text(encoding="utf-8")
MANY_YEARS = (CASES / "metrics-over-many-years" / "2025.yaml").read_text(encoding="utf-8")
EMPHASIS = (CASES / "emphasis" / "2025.yaml").read_text(encoding="utf-8")
WORD_PARTS = tuple(f"word/{name}" for name in ("document", "styles", "numbering", "header", "footer", "settings"))
_LINE = re.compile(
    r"(?=<(?:w:(?:p|r|tbl|tr|tc|sectPr|style|lvl|abstractNum|num|hyperlink|bookmarkStart|font|latentStyles)"
    r"|Override|Default|Relationship|c:ser|c:dPt|c:dLbls|c:dLbl|c:cat|c:val|c:pt|c:catAx|c:valAx|v:shape)[ >/])"
)


def parts(data: bytes, *prefixes: str) -> str:
    """The XML parts whose names begin so, each paragraph, run, style or list level in a line of its own."""
    with ZipFile(BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(prefixes))
        texts = [(name, archive.read(name).decode()) for name in names if name.endswith((".xml", ".rels"))]
    return "".join(f"== {name}\n{_LINE.sub(chr(10), text).strip()}\n\n" for name, text in texts)


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_the_parts_of_a_file_are_as_expected(style: str, goldens: Goldens) -> None:
    """But for the theme and the font table, which have tests of their own."""
    reported = parts(made(style, "every-field").data, "[Content_Types]", "_rels", "docProps", "word/_rels", *WORD_PARTS)
    goldens.check({GOLDENS / f"{style}.txt": reported})


@pytest.mark.parametrize("draft", [0, 2])
def test_the_furniture_of_the_real_report_is_as_expected(draft: int, goldens: Goldens) -> None:
    reported = parts(word("official", draft), "word/header", "word/footer", "word/settings")
    goldens.check({GOLDENS / f"furniture-{draft}.txt": reported})


@pytest.mark.parametrize(
    ("name", "report", "sheet"),
    [
        ("charts", OVER_YEARS, sheet_named("classic")),
        ("charts.many-years", MANY_YEARS, sheet_named("classic")),
        ("charts.small", MANY_YEARS, small_sheet()),
    ],
)
def test_charts_are_as_expected(name: str, report: str, sheet: StyleSheet, goldens: Goldens) -> None:
    """Columns and lines, years that are missing, numbers below zero, numbers that are left out; small ones on cards."""
    made = made_of(report, sheet)
    charts = [name for name in names(made.data) if name.startswith("word/charts/chart")]
    books = "".join(
        f"== workbook {number}\n" + "".join(f"{' | '.join(row)}\n" for row in workbook(made, number)) + "\n"
        for number in range(1, len(charts) + 1)
    )
    goldens.check({GOLDENS / f"{name}.txt": parts(made.data, "word/charts/") + books})


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_tables_of_years_and_emphasis_are_as_expected(style: str, goldens: Goldens) -> None:
    files = [made_of(text, sheet_named(style)).data for text in (OVER_YEARS, EMPHASIS)]
    goldens.check({GOLDENS / f"texts.{style}.txt": "".join(parts(data, "word/document") for data in files)})


OFFICIAL = sheet_named("official")
FEATURES: dict[str, Callable[[], bytes]] = {
    "comparison": lambda: (
        made_from(compared_documents("plenary")["comparison-corrections"], sheet_named("plenary")).data
    ),
    "endnotes": lambda: noted("official").data,
    "minutes": lambda: (
        made_of(f"{MINIMAL}  intro: {('全年征集提案，' * 9 + '好。') * 10}\n", sheet_named("lectern")).data
    ),
    "plain": lambda: made_of(EVERY_FIELD, sheet_named(PLAIN)).data,
    "side-column": lambda: made_of(TASKS, side_sheet()).data,
}
"""What few reports or sheets ask for."""


@pytest.mark.parametrize("name", FEATURES)
def test_what_few_ask_for_is_as_expected(name: str, goldens: Goldens) -> None:
    goldens.check({GOLDENS / f"feature.{name}.txt": parts(FEATURES[name](), *WORD_PARTS, "word/endnotes")})


def test_what_travels_in_a_file_is_as_expected(goldens: Goldens) -> None:
    """The stamp, which no program may lose, and the texts that the report was made of."""
    document = examine(DATED, style="official").composed
    stamped = replace(document, metadata=replace(document.metadata, stamp="reportgen/1 2025 <&>"))
    data = made_from(stamped, OFFICIAL, {"2025.yaml": DATED, "own.yaml": "schema: 1\r\n# <&>\n"}).data
    goldens.check(
        {GOLDENS / "attached.txt": parts(data, "[Content_Types]", "_rels", "docProps", "word/_rels", "customXml")}
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["years", "corrections"])
def test_tracked_changes_are_as_expected(name: str, goldens: Goldens) -> None:
    """That they settle is tested elsewhere; which words are marked is shown here."""
    _, _, made = redlined(*FIXTURES[name])
    goldens.check({GOLDENS / f"redline.{name}.txt": parts(made.data, "word/document")})

"""Charts: drawn from the numbers of the table, to be edited in Word with the workbook inside the file."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import msgspec
import pytest

from reportgen.document import Chart, Paragraph, Table, inline_text
from reportgen.style import ChartStyle, NumberStyle, StyleSheet
from tests.docx.made import Made, made_of, names, style_elements
from tests.docx.reading import WORD, attribute, paragraphs, part, style_of
from tests.support import ROOT, sheet_named

CASE = (
    (ROOT / "tests" / "cases" / "metrics-over-years" / "2025.yaml")
    .read_text(encoding="utf-8")
    .replace("history: {2023: 480}", "history: {2023: 480, 2024: 521}")
)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet(style: str = "plenary", years: int = 3) -> StyleSheet:
    """A sheet that asks for charts of so many years or more."""
    given = sheet_named(style)
    assert given.metrics is not None
    colour = next(iter(given.colours))
    chart = ChartStyle(colour=colour, past=colour, axis=colour, years=years)
    return msgspec.structs.replace(given, metrics=msgspec.structs.replace(given.metrics, chart=chart))


def charts_of(each: Made) -> list[Chart]:
    return [block for block in each.document.blocks if isinstance(block, Chart)]


def chart_part(each: Made, number: int) -> ElementTree.Element:
    return part(each.data, f"word/charts/chart{number}.xml")


def cached(parent: ElementTree.Element, name: str) -> list[str]:
    """The stored values of a reference of a chart."""
    found = parent.find(f".//{CHART}{name}")
    assert found is not None
    return [value.text or "" for value in found.iter(f"{CHART}v")]


def workbook(each: Made, number: int) -> list[list[str]]:
    """The cells of the workbook behind a chart, row by row, as Excel reads them."""
    with ZipFile(BytesIO(each.data)) as archive:
        book = ZipFile(BytesIO(archive.read(f"word/embeddings/workbook{number}.xlsx")))
    strings = [
        "".join(item.itertext())
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
    ]
    rows: list[list[str]] = []
    for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{SHEET}row"):
        cells = [(cell.get("t"), cell.findtext(f"{SHEET}v") or "") for cell in row.iter(f"{SHEET}c")]
        rows.append([strings[int(value)] if kind == "s" else value for kind, value in cells])
    return rows


@pytest.mark.parametrize("style", ["plain", "official"])
def test_chart_workbook_and_table_have_the_same_numbers(style: str) -> None:
    """A chart that says 5.1 where the table says 5.8 is the scandal; editing starts from the workbook."""
    each = made_of(CASE, sheet(style))
    (table,) = (block for block in each.document.blocks if isinstance(block, Table))
    printed = {inline_text(row[0]): inline_text(row[1]) for row in table.rows}
    assert len(charts_of(each)) == 3
    for number, chart in enumerate(charts_of(each), 1):
        root = chart_part(each, number)
        years = [f"{year}年" for year in chart.years]
        assert cached(root, "cat") == years
        values = cached(root, "val")
        assert [float(value) for value in values] == list(chart.values)
        head, *rows = workbook(each, number)
        assert head == ["年份", f"{chart.label}（{chart.measure}）"] == ["年份", *cached(root, "tx")]
        assert [(name, float(value)) for name, value in rows] == list(zip(years, chart.values, strict=True))
        assert printed[chart.label] == f"{chart.figures[-1]}{chart.measure}"
        formulas = [node.text for node in root.iter(f"{CHART}f")]
        last = len(years) + 1
        assert formulas == ["Sheet1!$B$1", f"Sheet1!$A$2:$A${last}", f"Sheet1!$B$2:$B${last}"]


def test_a_chart_stands_under_its_caption_and_says_what_it_shows() -> None:
    """For those who cannot see it: label, years, figures with what they count."""
    each = made_of(CASE, sheet())
    found = paragraphs(each.data)
    drawn = [index for index, paragraph in enumerate(found) if style_of(paragraph) == "ReportChart"]
    assert [style_of(found[index - 1]) for index in drawn] == ["Caption"] * 3
    properties = [found[index].find(f".//{DRAWING}docPr") for index in drawn]
    assert [each.get("descr") for each in properties if each is not None] == [chart.text for chart in charts_of(each)]
    assert "2024年5.1万人次" in charts_of(each)[1].text
    captions = [block for block in each.document.blocks if isinstance(block, Paragraph) and block.role == "caption"]
    assert [inline_text(block.inlines) for block in captions] == [
        f"{chart.label}（{chart.measure}）" for chart in charts_of(each)
    ]
    spacing = style_elements(each.data)["ReportChart"].find(f"{WORD}pPr/{WORD}spacing")
    assert attribute(spacing, "lineRule") == "auto"  # an exact line would cut it


def test_charts_bring_their_parts_typed_and_related(tmp_path: Path) -> None:
    """A chart without its workbook shows, and cannot be edited."""
    from openxml_audit import OpenXmlValidator

    each = made_of(CASE, sheet())
    assert [name for name in names(each.data) if "chart" in name or "embeddings" in name] == [
        f"word/{name}"
        for number in (1, 2, 3)
        for name in (
            f"charts/chart{number}.xml",
            f"charts/_rels/chart{number}.xml.rels",
            f"embeddings/workbook{number}.xlsx",
        )
    ]
    for number in (1, 2, 3):
        (related,) = part(each.data, f"word/charts/_rels/chart{number}.xml.rels")
        assert related.get("Target") == f"../embeddings/workbook{number}.xlsx"
        external = chart_part(each, number).find(f"{CHART}externalData")
        assert external is not None
        assert external.get(RELATED) == related.get("Id")
    file = tmp_path / "report.docx"
    file.write_bytes(each.data)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_columns_stand_on_zero_and_a_loss_hangs_below_it() -> None:
    """Columns that begin elsewhere make a little growth look like a lot."""
    each = made_of(CASE, sheet())
    least = [chart_part(each, number).find(f".//{CHART}valAx//{CHART}min") for number in (1, 2, 3)]
    assert [None if node is None else node.get("val") for node in least] == ["0", "0", None]
    assert min(charts_of(each)[2].values) < 0


@pytest.mark.parametrize(
    ("grouping", "more", "expected"),
    [
        ("none", "value: 12500, history: {2024: 9800}", "0"),
        ("comma", "value: 12500, history: {2024: 9800}", "[>=10000]#,##0;0"),
        ("space", "value: 12500.5, history: {2024: 9800.5}", "[>=10000]# ##0.0;0.0"),
        ("none", "value: 98.5, history: {2024: 97}", "General"),
    ],
)
def test_labels_print_numbers_as_the_table_does(grouping: str, more: str, expected: str) -> None:
    """Decimals and grouping are the style sheet's, in the chart too."""
    numbers = NumberStyle(grouping=grouping)  # type: ignore[arg-type]
    report = re.sub(r"(?ms)^metrics:.*?^reviews:", f"metrics:\n  甲: {{label: 甲, unit: 元, {more}}}\nreviews:", CASE)
    report = report.replace(report[report.index("  intro:") :], "  intro: 【甲】。\n")
    each = made_of(report, msgspec.structs.replace(sheet(years=2), numbers=numbers))
    format_code = chart_part(each, 1).find(f".//{CHART}dLbls/{CHART}numFmt")
    assert format_code is not None
    assert format_code.get("formatCode") == expected


def test_no_sheet_asks_no_chart() -> None:
    """official has none: its figures are a plain table."""
    each = made_of(CASE, sheet_named("official"))
    assert charts_of(each) == []
    assert not [name for name in names(each.data) if "chart" in name]

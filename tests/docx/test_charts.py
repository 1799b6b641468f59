"""Charts: drawn from the numbers of the table, to be edited in Word with the workbook inside the file."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import msgspec
import pytest

from reportgen.document import Chart, Paragraph, Table, inline_text
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.style import ChartStyle, NumberStyle, StyleSheet
from tests.document.test_small_charts import small_sheet
from tests.docx.made import BuildResult, made_of, names, style_elements
from tests.docx.reading import WORD, attribute, paragraphs, part, style_of
from tests.docx.validators import audit_errors, sdk_errors
from tests.docx.validity import faults
from tests.support import ROOT, fitted, sheet_named

CASE = (
    (ROOT / "tests" / "cases" / "metrics-over-years" / "2025.yaml")
    .read_text(encoding="utf-8")
    .replace("history: {2023: 480}", "history: {2023: 480, 2024: 521}")
)
MANY = (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml").read_text(encoding="utf-8")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet(style: str = "classic", years: int = 3) -> StyleSheet:
    """A sheet that asks for charts of so many years or more."""
    given = sheet_named(style)
    assert given.metrics is not None
    colour = next(iter(given.colours))
    chart = ChartStyle(colour=colour, past=colour, axis=colour, years=years)
    return msgspec.structs.replace(given, metrics=msgspec.structs.replace(given.metrics, chart=chart))


def charts_of(each: BuildResult) -> list[Chart]:
    return [block for block in each.document.blocks if isinstance(block, Chart)]


def chart_part(each: BuildResult, number: int) -> ElementTree.Element:
    return part(each.data, f"word/charts/chart{number}.xml")


def cached(parent: ElementTree.Element, name: str) -> list[str]:
    """The stored values of a reference of a chart."""
    found = parent.find(f".//{CHART}{name}")
    assert found is not None
    return [value.text or "" for value in found.iter(f"{CHART}v")]


def workbook(each: BuildResult, number: int) -> list[list[str]]:
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
        assert "".join(cell.get("r", "")[:1] for cell in row.iter(f"{SHEET}c")) in ("A", "AB")
        rows.append([strings[int(value)] if kind == "s" else value for kind, value in cells])
    return rows


def by_year(root: ElementTree.Element) -> dict[str, float]:
    """The numbers a chart shows, by the years under them; a year without one is left out."""
    names, values = (root.find(f".//{CHART}{name}") for name in ("cat", "val"))
    assert names is not None
    assert values is not None
    years = {point.get("idx"): point.findtext(f"{CHART}v") or "" for point in names.iter(f"{CHART}pt")}
    return {years[point.get("idx")]: float(point.findtext(f"{CHART}v") or "") for point in values.iter(f"{CHART}pt")}


def own_labels(root: ElementTree.Element) -> dict[int, ElementTree.Element]:
    """The labels of a chart that are not like all others, by the place of their year."""
    return {int(label[0].get("val", "")): label for label in root.iter(f"{CHART}dLbl")}


@pytest.mark.parametrize("report", [CASE, MANY], ids=["columns", "lines"])
@pytest.mark.parametrize("style", ["plain", "official"])
def test_chart_workbook_and_table_have_the_same_numbers(style: str, report: str) -> None:
    """A chart that says 5.1 where the table says 5.8 is the scandal; editing starts from the workbook."""
    each = made_of(report, sheet(style))
    (table,) = (block for block in each.document.blocks if isinstance(block, Table))
    printed = {inline_text(row[0]): inline_text(row[1]) for row in table.rows}
    assert len(charts_of(each)) == len(printed) - (report is CASE)
    for number, chart in enumerate(charts_of(each), 1):
        root = chart_part(each, number)
        years = cached(root, "cat")
        assert [int(year.removesuffix("年")) for year in years] == list(chart.span)
        shown = by_year(root)
        assert [int(year.removesuffix("年")) for year in shown] == list(chart.years)
        assert list(shown.values()) == list(chart.values)
        head, *rows = workbook(each, number)
        assert head == ["年份", f"{chart.label}（{chart.measure}）"] == ["年份", *cached(root, "tx")]
        assert [row[0] for row in rows] == years
        assert {row[0]: float(row[1]) for row in rows if len(row) > 1} == shown
        assert printed[chart.label] == f"{chart.figures[-1]}{chart.measure}"
        formulas = [node.text for node in root.iter(f"{CHART}f")]
        last = len(years) + 1
        assert formulas == ["Sheet1!$B$1", f"Sheet1!$A$2:$A${last}", f"Sheet1!$B$2:$B${last}"]


def test_a_chart_is_under_its_caption_and_says_what_it_shows() -> None:
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


@pytest.mark.slow
@pytest.mark.parametrize("report", [CASE, MANY], ids=["columns", "lines"])
def test_charts_bring_their_parts_typed_and_related(report: str, tmp_path: Path) -> None:
    """A chart without its workbook shows, and cannot be edited."""
    each = made_of(report, sheet())
    numbers = range(1, len(charts_of(each)) + 1)
    assert [name for name in names(each.data) if "chart" in name or "embeddings" in name] == [
        f"word/{name}"
        for number in numbers
        for name in (
            f"charts/chart{number}.xml",
            f"charts/_rels/chart{number}.xml.rels",
            f"embeddings/workbook{number}.xlsx",
        )
    ]
    for number in numbers:
        (related,) = part(each.data, f"word/charts/_rels/chart{number}.xml.rels")
        assert related.get("Target") == f"../embeddings/workbook{number}.xlsx"
        external = chart_part(each, number).find(f"{CHART}externalData")
        assert external is not None
        assert external.get(RELATED) == related.get("Id")
    file = tmp_path / "report.docx"
    file.write_bytes(each.data)
    assert faults(each.data) == audit_errors(file) == []
    assert sdk_errors(file) == []


def test_columns_are_on_zero_and_a_loss_hangs_below_it() -> None:
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
    report = only(f"甲: {{label: 甲, unit: 元, {more}}}")
    each = made_of(report, msgspec.structs.replace(sheet(years=2), numbers=numbers))
    format_code = chart_part(each, 1).find(f".//{CHART}dLbls/{CHART}numFmt")
    assert format_code is not None
    assert format_code.get("formatCode") == expected


def test_a_number_of_which_more_is_meant_says_so_in_word() -> None:
    """In the format of its label: the number itself stays one that can be counted with."""
    each = made_of(CASE.replace("unit: 件,", "unit: 件, qualifier: 余,", 1), sheet())
    root = chart_part(each, 1)
    assert charts_of(each)[0].figures[-1].endswith("余")
    formats = {place: label.find(f"{CHART}numFmt") for place, label in own_labels(root).items()}
    codes = {place: given.get("formatCode") for place, given in formats.items() if given is not None}
    assert codes == {len(charts_of(each)[0].span) - 1: '0"余"'}


def test_no_sheet_asks_no_chart() -> None:
    """official has none: its figures are a plain table."""
    each = made_of(CASE, sheet_named("official"))
    assert charts_of(each) == []
    assert not [name for name in names(each.data) if "chart" in name]


def test_many_years_are_a_line_with_a_dot_at_every_number() -> None:
    """As in print: straight, broken at years that are missing, the last dot in its own colour."""
    given = sheet_named("classic")
    assert given.metrics is not None
    assert given.metrics.chart is not None
    each = made_of(MANY, given)
    assert [chart.form for chart in charts_of(each)] == ["line", "line", "line", "columns"]
    accent = given.colours[given.metrics.chart.colour].hexadecimal.upper()
    for number, chart in enumerate(charts_of(each), 1):
        root = chart_part(each, number)
        assert [len(list(root.iter(f"{CHART}{kind}Chart"))) for kind in ("line", "bar")] == (
            [1, 0] if chart.form == "line" else [0, 1]
        )
        assert value_of(root, "dispBlanksAs") == "gap"
        assert value_of(root, "valAx//{0}min") == ("0" if min(chart.values) >= 0 else None)
        point = root.find(f".//{CHART}dPt")
        assert point is not None
        assert value_of(point, "idx") == str(len(chart.span) - 1)
        last = point.find(f"{CHART}marker") if chart.form == "line" else point.find(f"{CHART}spPr")
        assert last is not None
        assert accent in ElementTree.tostring(last, "unicode")
        label = own_labels(root)[len(chart.span) - 1]
        assert accent in ElementTree.tostring(label, "unicode")
    line = chart_part(each, 1)
    assert value_of(line, "ser/{0}marker/{0}symbol") == "circle"
    assert value_of(line, "smooth") == "0"


def value_of(root: ElementTree.Element, path: str) -> str | None:
    """The value of an element below another; None where there is none."""
    found = root.find(f".//{CHART}{path.format(CHART)}")
    return None if found is None else found.get("val")


def test_word_leaves_out_the_numbers_that_print_leaves_out() -> None:
    """Those of 活动经费 are too long for every year; the PDF's are read back from its layout."""
    each = made_of(MANY, sheet_named("classic"))
    chart, root = charts_of(each)[2], chart_part(each, 3)
    left_out = [at for at, label in own_labels(root).items() if label.find(f"{CHART}delete") is not None]
    shown = [figure for at, figure in enumerate(chart.figures) if at not in left_out]
    assert shown == ["1020000", "987654.5", "1301234", "1234567.5"]
    assert printed_figures(each, chart) == shown


def printed_figures(each: BuildResult, chart: Chart) -> list[str]:
    """The numbers that a chart shows in print."""
    given = sheet_named("classic")
    book, _ = open_fonts(given, bundled_library())
    assert book is not None
    layout = lay_out(each.document, fitted(given, each.document), book)
    fragments = (found for page in layout.pages for found in page.fragments)
    (drawn,) = (found for found in fragments if found.block == each.document.blocks.index(chart))
    return [piece.text for piece in drawn.texts if piece.text in chart.figures]


def test_a_number_is_below_its_dot_where_the_line_would_cross_it() -> None:
    """In a valley; as in print."""
    history = "value: 8200, history: {2020: 9000, 2021: 4000, 2022: 9000, 2023: 8500, 2024: 8000}"
    root = chart_part(made_of(only(f"甲: {{label: 甲, unit: 元, {history}}}"), sheet_named("classic")), 1)
    positions = {at: value_of(label, "dLblPos") for at, label in own_labels(root).items()}
    assert positions == {1: "b", 5: "t"}


def test_years_are_thinned_as_in_print() -> None:
    """Every fifth of 31, from the first to the last."""
    history = ", ".join(f"{year}: 5" for year in range(1995, 2025))
    root = chart_part(made_of(only(f"甲: {{label: 甲, unit: 元, value: 5, history: {{{history}}}}}"), sheet()), 1)
    assert value_of(root, "tickLblSkip") == "5"
    assert len(cached(root, "cat")) == 31


def test_where_all_is_below_zero_the_axis_is_at_the_top() -> None:
    history = "value: -9, history: {2023: -7, 2024: -8}"
    root = chart_part(made_of(only(f"甲: {{label: 甲, unit: 元, {history}}}"), sheet()), 1)
    assert value_of(root, "valAx//{0}max") == "0"
    assert value_of(root, "valAx//{0}min") is None


def only(metric: str) -> str:
    """A report with one metric, 甲."""
    return f"schema: 1\nyear: 2025\ntitle: 工作报告\nmetrics:\n  {metric}\nreviews:\n  title: 回顾\n  intro: 【甲】。\n"


SMALL = (
    "schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n"
    "  甲: {label: 甲, value: 9, unit: 件, history: {2022: 5, 2024: 7}}\n"
    '  乙: {label: 乙, value: 98.6, unit: "%", history: {2022: 97.4, 2024: 98}}\n'
    "  丙: {label: 丙, value: -2, unit: 万元, history: {2023: -3, 2024: 4}}\n"
    "  丁: {label: 丁, value: 0, unit: 件, history: {2024: 0}}\n"
    "reviews: {title: 回顾, intro: 【甲】}\n"
)


def test_small_charts_stand_in_the_cells_of_cards() -> None:
    """All of the drawing is plot, on the range that print has; without numbers, with the first and the last year."""
    each = made_of(SMALL, small_sheet())
    ranges = []
    for number in (1, 2, 3, 4):
        root = chart_part(each, number)
        ranges.append([float(value_of(root, f"valAx//{{0}}{end}") or "nan") for end in ("min", "max")])
        assert value_of(root, "dLbls/{0}delete") == "1"
        assert value_of(root, "layoutTarget") == "inner"
        assert value_of(root, "dispBlanksAs") == "gap"
        first, *_, last = (int(row[0]) for row in workbook(each, number)[1:])
        assert value_of(root, "tickLblSkip") == str(last - first)
    assert ranges == [[0.0, 9.0], [pytest.approx(97.328), pytest.approx(98.672)], [-3.0, 4.0], [0.0, 1.0]]
    document = part(each.data, "word/document.xml")
    charted = [len(list(cell.iter(f"{CHART}chart"))) for cell in document.iter(f"{WORD}tc")]
    assert charted == [1, 1, 1, 1]


def test_validators_are_silent_about_small_charts(tmp_path: Path) -> None:
    each = made_of(SMALL, small_sheet())
    file = tmp_path / "报告.docx"
    file.write_bytes(each.data)
    assert faults(each.data) == audit_errors(file) == []
    assert sdk_errors(file) == []

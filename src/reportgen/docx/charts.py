"""Charts people can edit: a chart part of Word with the numbers it draws in a workbook inside the file."""

import datetime
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.document import Chart
from reportgen.docx.measures import Measures
from reportgen.docx.xml import DRAWING, EMUS_PER_POINT, RELATIONSHIPS, attribute, escape
from reportgen.style import BlockLook, ChartStyle, Colour, Looks, StyleSheet

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHEET = "Sheet1"
_SEPARATORS = {",": ",", "\u2005": " "}
"""How number formats write what groups digits in print."""
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2


def drawing_xml(chart: Chart, number: int, sheet: StyleSheet, looks: Looks, measures: Measures) -> str:
    """The run that shows the chart of a number in the text line, and says it to those who cannot see it."""
    style = _style(sheet)
    look = looks.block("chart-label")
    slot = style.slot.points(look.size, look.line)
    width = round(min(measures.width, slot * len(chart.years)) * EMUS_PER_POINT)
    height = round(measures.vertical(style.height.points(look.size, looks.line())) / 20 * EMUS_PER_POINT)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={attribute(f"图表 {number}")} descr={attribute(chart.text)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{_relationship(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def add_charts(word: WordDocument, charts: list[Chart], sheet: StyleSheet, looks: Looks, date: datetime.date) -> None:
    """Adds the parts of all charts, in the order they were drawn, to the file."""
    package = word.part.package
    for number, chart in enumerate(charts, 1):
        content = _chart_xml(chart, sheet, looks).encode()
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, content, package)
        book = Part(PackURI(f"/word/embeddings/workbook{number}.xlsx"), _WORKBOOK_TYPE, _workbook(chart, date), package)
        part.rels.add_relationship(f"{RELATIONSHIPS}/package", book, "rId1")
        word.part.rels.add_relationship(f"{RELATIONSHIPS}/chart", part, _relationship(number))


def _relationship(number: int) -> str:
    return f"rIdChart{number}"


def _style(sheet: StyleSheet) -> ChartStyle:
    assert sheet.metrics is not None
    assert sheet.metrics.chart is not None
    return sheet.metrics.chart


def _workbook(chart: Chart, date: datetime.date) -> bytes:
    """The numbers of a chart as a workbook: a year a row, under the heads."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"created": datetime.datetime.combine(date, datetime.time())})
    page = book.add_worksheet(_SHEET)
    page.write_row(0, 0, ("年份", _series_name(chart)))
    for row, (year, value) in enumerate(zip(chart.years, chart.values, strict=True), 1):
        page.write_row(row, 0, (_year_name(year), value))
    book.close()
    return content.getvalue()


def _chart_xml(chart: Chart, sheet: StyleSheet, looks: Looks) -> str:
    """Columns from zero with their numbers above them (ISO/IEC 29500-1 21.2); no legend, no grid, no value axis."""
    style = _style(sheet)
    look = looks.block("chart-label")
    text = _text_xml(look, sheet)
    last = len(chart.years) - 1
    rows = last + 2
    gap = round((style.slot.value - style.bar.value) / style.bar.value * 100)
    names = _points([_year_name(year) for year in chart.years])
    values = _points([repr(value) for value in chart.values])
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>{_SHEET}!$B$1</c:f>'
        f"<c:strCache>{_points([_series_name(chart)])}</c:strCache></c:strRef></c:tx>{_filled(sheet.colours[style.past])}"
        f'<c:invertIfNegative val="0"/><c:dPt><c:idx val="{last}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_filled(sheet.colours[style.colour])}</c:dPt>"
        f'<c:dLbls><c:numFmt formatCode={attribute(_number_format(chart))} sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${rows}</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!$B$2:$B${rows}</c:f><c:numCache><c:formatCode>General</c:formatCode>{values}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )
    axes = _axes_xml(chart, sheet, looks, text)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONSHIPS}">'
        '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{gap}"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f'{axes}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:externalData r:id="rId1">'
        '<c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _axes_xml(chart: Chart, sheet: StyleSheet, looks: Looks, text: str) -> str:
    """The axis of years, drawn, and that of values, which is not; ``text`` is how labels look."""
    style = _style(sheet)
    look = looks.block("chart-label")
    thickness = round(style.rule.points(look.size, look.line) * EMUS_PER_POINT)
    line = f'<c:spPr><a:ln w="{thickness}">{_solid(sheet.colours[style.axis])}</a:ln></c:spPr>'
    least = '<c:min val="0"/>' if min(chart.values) >= 0 else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}{text}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/></c:valAx>'
    )


def _points(texts: list[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:ptCount val="{len(texts)}"/>{points}'


def _filled(colour: Colour) -> str:
    return f"<c:spPr>{_solid(colour)}</c:spPr>"


def _solid(colour: Colour) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.hexadecimal.upper()}"/></a:solidFill>'


def _text_xml(look: BlockLook, sheet: StyleSheet) -> str:
    """How numbers and years look: the sheet's own fonts, no theme's."""
    font = sheet.fonts[look.font]
    latin, han = attribute(font.word_latin), attribute(font.word)
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(look.size * 100)}" b="0">'
        f"{_solid(look.colour)}<a:latin typeface={latin}/><a:ea typeface={han}/><a:cs typeface={latin}/>"
        '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _number_format(chart: Chart) -> str:
    """The decimals and the grouping that the printed figures have; where they differ in decimals, as many as needed."""
    decimals = {len(figure.partition(".")[2]) for figure in chart.figures}
    fraction = "." + "0" * max(decimals) if any(decimals) else ""
    plain = f"0{fraction}" if len(decimals) == 1 else "General"
    separator = next((mark for mark in _SEPARATORS if any(mark in figure for figure in chart.figures)), "")
    return f"[>=10000]#{_SEPARATORS[separator]}##0{fraction};{plain}" if separator else plain


def _series_name(chart: Chart) -> str:
    return f"{chart.label}（{chart.measure}）"


def _year_name(year: int) -> str:
    return f"{year}年"

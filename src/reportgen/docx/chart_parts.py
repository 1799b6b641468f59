"""Charts people can edit: a chart part of Word with the numbers it draws in a workbook inside the file."""

import datetime
import re
from collections.abc import Iterable
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.document import Chart, ChartForm, FittedSheet
from reportgen.document.plot import Plot, plot_of
from reportgen.docx.word_units import Measures
from reportgen.docx.xml import DRAWING, EMUS_PER_POINT, RELATIONSHIPS, attribute
from reportgen.style import BlockRole, ChartLook, Colour
from reportgen.text.xml_text import escape

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART_RELATIONSHIPS = f"{RELATIONSHIPS}/chart"
"""The type of all relationships that lead to charts."""

WORKBOOK = "rId1"
"""The identifier of the relationship that leads from a chart to its workbook."""

_SHEET = "Sheet1"
_SEPARATORS = {",": ",", "\u2005": " "}
"""How number formats write what groups digits in print."""
_PARTS = re.compile(r"(?P<before>\D*?)(?P<digits>-?\d(?:.*\d)?)(?P<after>\D*)")
"""A figure: its digits, and the words before and after them, such as 约 and 余."""
_CATEGORY_AXIS, _VALUE_AXIS = 1, 2
_LEAST_MARKER = 2
"""Points; the smallest marker a file can ask for (ISO/IEC 29500-1 21.2.3.26)."""

_WIDEST_GAP = 5
"""Columns; the widest gap between two that a file can ask for (ISO/IEC 29500-1, ST_GapAmount)."""

_BEYOND = 0.06
"""The share of a line's range that is left free below it and above it."""

_OFFSET, _OFFSET_BELOW_ZERO = 100, 300
"""How far years stand below the plot, in per cent of what is usual; numbers stand between where values are negative."""

_FREE, _LEVEL = '<a:bodyPr wrap="none"/>', '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
"""How labels are set: as the program likes, or never turned, which takes more height than a small chart has."""

_UNFRAMED = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class ChartWriter:
    """Writes the charts of one document, the same marks and labels as in print; remembers them for their parts."""

    def __init__(self, sheet: FittedSheet, measures: Measures) -> None:
        self._charts: list[Chart] = []
        self._measures = measures
        self._width = sheet.area.width
        self._sheet = sheet

    def role(self, chart: Chart) -> BlockRole:
        """The role of the paragraph that holds a chart, and of its numbers and years."""
        return self._look(chart).role

    def drawing_xml(self, chart: Chart) -> str:
        """The run that shows the next chart in the text line, and says it to those who cannot see it."""
        self._charts.append(chart)
        number = len(self._charts)
        plot, look = self._plot(chart)
        width = _emus(plot.slot * len(plot.names))
        height = _emus(self._measures.vertical(look.height) / 20)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{number}" name={attribute(chart_name(number))} descr={attribute(chart.text)}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/chart">'
            f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{chart_relationship(number)}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def add_parts(self, word: WordDocument, date: datetime.date) -> None:
        """Adds the parts of all charts, in the order they were drawn, to the file."""
        for number, chart in enumerate(self._charts, 1):
            plot, look = self._plot(chart)
            add_chart(word, number, self._chart_xml(chart, plot, look).encode(), _workbook(chart, plot, date))

    def _look(self, chart: Chart) -> ChartLook:
        look = self._sheet.looks.chart(chart.place)
        assert look is not None  # without a look no charts are composed
        return look

    def _plot(self, chart: Chart) -> tuple[Plot, ChartLook]:
        look = self._look(chart)
        return plot_of(chart, look, self._width), look

    def _chart_xml(self, chart: Chart, plot: Plot, look: ChartLook) -> str:
        """The part of a chart (ISO/IEC 29500-1 21.2); no title, no legend, no grid, no axis of values."""
        text = self._text_xml(look)
        axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        series = self._series_xml(chart, plot, look)
        if chart.form == "line":
            drawn = (
                '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
                f'{series}<c:marker val="1"/>{axes}</c:lineChart>'
            )
        else:
            bar = max(plot.bar, plot.slot / (1 + _WIDEST_GAP))
            gap = round((plot.slot / bar - 1) * 100)
            drawn = (
                '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
                f'{series}<c:gapWidth val="{gap}"/>{axes}</c:barChart>'
            )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONSHIPS}">'
            '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
            '<c:chart><c:autoTitleDeleted val="1"/>'
            f"<c:plotArea>{_layout_xml(look)}{drawn}{_axes_xml(chart, plot, look, text)}</c:plotArea>"
            f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f'{_UNFRAMED}{text}<c:externalData r:id="{WORKBOOK}"><c:autoUpdate val="0"/></c:externalData>'
            "</c:chartSpace>"
        )

    def _series_xml(self, chart: Chart, plot: Plot, look: ChartLook) -> str:
        """The years of a chart, those not known left empty; the last in its own colour."""
        places = _places(chart)
        rows = len(plot.names) + 1
        names = _points(len(plot.names), enumerate(plot.names))
        values = _points(len(plot.names), zip(places, map(repr, chart.values), strict=True))
        if chart.form == "line":
            smooth = '<c:smooth val="0"/>'
            line = _line_xml(look.line, look.line_colour)
            drawn = (
                f"{line}{_marker_xml(look.dot, look.line_colour)}"
                f'<c:dPt><c:idx val="{places[-1]}"/>{_marker_xml(look.last_dot, look.colour)}'
                f'<c:bubble3D val="0"/>{line}</c:dPt>'
            )
        else:
            smooth = ""
            drawn = (
                f'{_filled(look.past)}<c:invertIfNegative val="0"/><c:dPt><c:idx val="{places[-1]}"/>'
                f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_filled(look.colour)}</c:dPt>'
            )
        return (
            f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>{_SHEET}!$B$1</c:f>'
            f"<c:strCache>{_points(1, [(0, _series_name(chart))])}</c:strCache></c:strRef></c:tx>{drawn}"
            f"<c:dLbls>{self._labels_xml(chart, plot, look)}</c:dLbls>"
            f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${rows}</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
            f"<c:val><c:numRef><c:f>{_SHEET}!$B$2:$B${rows}</c:f><c:numCache><c:formatCode>General</c:formatCode>{values}"
            f"</c:numCache></c:numRef></c:val>{smooth}</c:ser>"
        )

    def _labels_xml(self, chart: Chart, plot: Plot, look: ChartLook) -> str:
        """The numbers beside the marks: those of single points that print otherwise or not at all, then all others."""
        if look.small:
            return '<c:delete val="1"/>'
        formats = [f'<c:numFmt formatCode={attribute(each)} sourceLinked="0"/>' for each in _number_formats(chart)]
        usual = max(formats, key=formats.count)
        own = []
        for place, point, number_format in zip(_places(chart), plot.points, formats, strict=True):
            is_last = point is plot.points[-1]
            if not point.labelled:
                own.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
            elif is_last or number_format != usual or (chart.form == "line" and point.below):
                text = self._text_xml(look, newest=is_last)
                label = f"{number_format}{_UNFRAMED}{text}{_shown(chart.form, below=point.below)}"
                own.append(f'<c:dLbl><c:idx val="{place}"/>{label}</c:dLbl>')
        text = self._text_xml(look)
        return f"{''.join(own)}{usual}{_UNFRAMED}{text}{_shown(chart.form, below=False)}"

    def _text_xml(self, look: ChartLook, *, newest: bool = False) -> str:
        """How numbers and years look, the ``newest`` number too: the sheet's own fonts, no theme's."""
        label = self._sheet.looks.block(look.role)
        font, colour = self._sheet.style.fonts[label.font], look.colour if newest else label.colour
        latin, han = attribute(font.word_latin), attribute(font.word)
        return (
            f"<c:txPr>{_LEVEL if look.small else _FREE}<a:lstStyle/>"
            f'<a:p><a:pPr><a:defRPr sz="{round(label.size * 100)}" b="0">'
            f"{_solid(colour)}<a:latin typeface={latin}/><a:ea typeface={han}/><a:cs typeface={latin}/>"
            '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        )


def add_chart(word: WordDocument, number: int, content: bytes, workbook: bytes) -> None:
    """Adds the part of a chart with its workbook to a file, under a number that no other has."""
    package = word.part.package
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, content, package)
    book = Part(PackURI(f"/word/embeddings/workbook{number}.xlsx"), _WORKBOOK_TYPE, workbook, package)
    part.rels.add_relationship(f"{RELATIONSHIPS}/package", book, WORKBOOK)
    word.part.rels.add_relationship(CHART_RELATIONSHIPS, part, chart_relationship(number))


def chart_name(number: int) -> str:
    """What Word lists a chart as."""
    return f"图表 {number}"


def chart_relationship(number: int) -> str:
    """The identifier of the relationship that leads from the body to a chart."""
    return f"rIdChart{number}"


def _places(chart: Chart) -> list[int]:
    """Where the years that are known stand among all years."""
    return [year - chart.years[0] for year in chart.years]


def _workbook(chart: Chart, plot: Plot, date: datetime.date) -> bytes:
    """The numbers of a chart as a workbook: a year a row, under the heads; empty where it is not known."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"created": datetime.datetime.combine(date, datetime.time())})
    page = book.add_worksheet(_SHEET)
    page.write_row(0, 0, ("年份", _series_name(chart)))
    page.write_column(1, 0, plot.names)
    for place, value in zip(_places(chart), chart.values, strict=True):
        page.write_number(place + 1, 1, value)
    book.close()
    return content.getvalue()


def _axes_xml(chart: Chart, plot: Plot, look: ChartLook, text: str) -> str:
    """The axis of years, drawn, and that of values, which is not and has zero; ``text`` is how labels look."""
    most, least = _small_range(chart) if look.small else _range_from_zero(chart)
    offset = _OFFSET_BELOW_ZERO if min(chart.values) < 0 else _OFFSET
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_line_xml(look.rule, look.axis)}{text}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:lblOffset val="{offset}"/><c:tickLblSkip val="{plot.step}"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{most}{least}</c:scaling>'
        '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _range_from_zero(chart: Chart) -> tuple[str, str]:
    """The upper and the lower end of the axis of values, where Word may not choose them."""
    least = '<c:min val="0"/>' if min(chart.values) >= 0 else ""
    return ('<c:max val="0"/>' if max(chart.values) <= 0 and not least else ""), least


def _small_range(chart: Chart) -> tuple[str, str]:
    """Both ends for a small chart, which has no room to spare: from zero, a line's a little beyond its own range."""
    low, high = min(chart.values), max(chart.values)
    if chart.form == "columns":
        low, high = min(low, 0.0), max(high, 0.0)
    apart = (high - low) * _BEYOND if chart.form == "line" else 0.0
    apart = apart if high > low else abs(high) or 1.0
    low, high = (low - apart, high + apart) if chart.form == "line" else (low, high if high > low else low + 1.0)
    return f'<c:max val="{high!r}"/>', f'<c:min val="{low!r}"/>'


def _layout_xml(look: ChartLook) -> str:
    """Where the plot is: Word's choice, but for a small chart all that its years leave."""
    if not look.small:
        return "<c:layout/>"
    above = look.last_dot / 2 / look.height
    share = 1 - look.pitch / look.height - above
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="0"/><c:y val="{above:.4f}"/><c:w val="1"/><c:h val="{share:.4f}"/></c:manualLayout></c:layout>'
    )


def _shown(form: ChartForm, *, below: bool) -> str:
    """The end of a label that shows a value: beyond the end of a column, above a dot of a line or ``below`` it."""
    position = "outEnd" if form == "columns" else "b" if below else "t"
    return (
        f'<c:dLblPos val="{position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _marker_xml(dot: float, colour: Colour) -> str:
    size = max(_LEAST_MARKER, round(dot))
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>'
        f"<c:spPr>{_solid(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
    )


def _points(count: int, texts: Iterable[tuple[int, str]]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in texts)
    return f'<c:ptCount val="{count}"/>{points}'


def _line_xml(thickness: float, colour: Colour) -> str:
    return f'<c:spPr><a:ln w="{_emus(thickness)}" cap="rnd">{_solid(colour)}<a:round/></a:ln></c:spPr>'


def _filled(colour: Colour) -> str:
    return f"<c:spPr>{_solid(colour)}</c:spPr>"


def _solid(colour: Colour) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.hexadecimal.upper()}"/></a:solidFill>'


def _emus(points: float) -> int:
    return round(points * EMUS_PER_POINT)


def _number_formats(chart: Chart) -> list[str]:
    """How Word prints the number of every year: with the same decimals and grouping, and the words around its own.

    Where figures differ in decimals, each has as many as it needs.
    """
    parts = [match for figure in chart.figures if (match := _PARTS.fullmatch(figure))]
    digits = [part["digits"] for part in parts]
    decimals = {len(each.partition(".")[2]) for each in digits}
    fraction = "." + "0" * max(decimals) if any(decimals) else ""
    plain = f"0{fraction}" if len(decimals) == 1 else "General"
    separator = next((mark for mark in _SEPARATORS if any(mark in each for each in digits)), "")
    grouped = f"#{_SEPARATORS[separator]}##0{fraction}" if separator else ""
    return [_number_format(part, plain, grouped) for part in parts]


def _number_format(figure: re.Match[str], plain: str, grouped: str) -> str:
    """A figure's own words around a format of its digits; ``grouped`` is for those that are, or empty."""
    before, after = (f'"{figure[name]}"' if figure[name] else "" for name in ("before", "after"))
    small = f"{before}{plain}{after}"
    return f"[>=10000]{before}{grouped}{after};{small}" if grouped else small


def _series_name(chart: Chart) -> str:
    return f"{chart.label}（{chart.measure}）"

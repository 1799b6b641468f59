"""What the JSON Schema of style sheets says of charts, and of the line that explains them."""

from msgspec import Struct

from reportgen.source.schema_builder import Description
from reportgen.style.chart_types import ChartSize, ChartStyle, SmallChartStyle
from reportgen.style.grid_types import CardsLegend

_CHART = {
    "colour": Description("本年颜色", "最后一年的颜色。", "The colour of the last year, from colours."),
    "past": Description("往年颜色", "往年柱形的颜色。", "The colour of earlier years, from colours."),
    "axis": Description("轴线颜色", "轴线的颜色。", "The colour of the axis, from colours."),
    "line_colour": Description("折线颜色", "折线和往年的点；不写就同 past。", "The colour of the line; else as past."),
    "years": Description("至少几年", "有几年的数才印图。", "How many years it takes to print a chart."),
    "stroke": Description("线粗", "折线的粗细。", "The thickness of the line."),
    "dot": Description("点", "折线上点的直径。", "The diameter of the dots on the line."),
    "rule": Description("轴线", "轴线的粗细。", "The thickness of the axis."),
}

CHART_RECORDS: dict[type[Struct], Description] = {
    CardsLegend: Description("卡片图注", "卡片下面的一行话。", "A line below the cards."),
    SmallChartStyle: Description(
        "小图", "有历年数的指标印的小图，只标首尾两年。", "Small charts, which name their first and last year only."
    ),
    ChartSize: Description("小图大小", "小图的宽和高。", "The size of a small chart."),
    ChartStyle: Description(
        "图", "有历年数的指标各印一幅图。", "A chart for each metric with numbers of earlier years."
    ),
}

CHART_FIELDS: dict[type[Struct], dict[str, Description]] = {
    CardsLegend: {
        "columns": Description("柱形", "有柱形时说的话。", "The words where there are columns."),
        "lines": Description("折线", "有折线时说的话。", "The words where there are lines."),
        "signs": Description("符号", "有 ▲▼ 时说的话。", "The words where there are signs."),
        "separator": Description("间隔", "两句话之间的字。", "The mark that parts them."),
        "end": Description("末尾", "最后的标点。", "The mark at the end."),
    },
    SmallChartStyle: {
        **_CHART,
        "lines_from": Description(
            "折线起",
            "几年起改印折线；百分比等一律折线。",
            "From how many years on it is a line, not columns; percentages and the like always are.",
        ),
        "bar": Description("柱宽", "柱形占一年的几成。", "The share of a year's room that its column takes."),
        "last_dot": Description("末点", "最后一年的点的直径。", "The diameter of the last year's dot."),
    },
    ChartSize: {
        "width": Description("宽", "小图的宽。", "The width of the chart."),
        "height": Description("高", "小图的高，包括年份一行。", "The height of the chart, years included."),
    },
    ChartStyle: {
        **_CHART,
        "lines_from": Description("折线起", "几年起改印折线。", "From how many years on it is a line, not columns."),
        "height": Description("高", "整幅图的高。", "The height of the chart."),
        "slot": Description(
            "年宽", "每年占多宽；版心不够就窄些。", "The room of a year; less where the page is too narrow."
        ),
        "bar": Description("柱宽", "柱形的宽。", "The width of a column."),
    },
}

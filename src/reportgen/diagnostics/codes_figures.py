"""Codes of figures that follow from one another, of sequences, and of the years that words speak of."""

from reportgen.diagnostics.code import Code, note, warning

FIGURE_CODES: dict[str, Code] = {
    "share-impossible": warning("“{typed}”超过了 100%", "“{typed}” is more than 100%", "check-figures"),
    "part-exceeds-whole": warning(
        "其中的“{typed}”比总数“{whole}”还大", "the part “{typed}” is larger than its whole “{whole}”", "check-figures"
    ),
    "parts-exceed-whole": note(
        "其中各项相加（{sum}）超过总数“{whole}”", "the parts {sum} add up to more than “{whole}”", "check-figures"
    ),
    "sum-differs": warning("{sum}不等于“{total}”", "{sum} do not add up to “{total}”", "check-figures"),
    "share-differs": warning(
        "“{whole}”里的“{part}”占{right}，这里是“{typed}”",
        "“{part}” of “{whole}” are {right}, but this says “{typed}”",
        "check-figures",
    ),
    "growth-differs": warning(
        "按前后两个数算，“{typed}”应是“{right}”", "by the two figures, “{typed}” should be “{right}”", "check-figures"
    ),
    "direction-reversed": warning(
        "“{typed}”：升降与前后两个数相反", "“{typed}”: the verb does not fit its two figures", "check-figures"
    ),
    "sequence-broken": warning(
        "“{typed}”的序号接不上，这里应是“{right}”", "“{typed}” is out of order; expected “{right}”"
    ),
    "sequence-miscounted": warning(
        "这里说“{typed}”，后面列出的却不是这么多",
        "“{typed}” does not match the number of points listed",
        "write-instead",
    ),
    "year-stale": note(
        "这一段开头是“{typed}”，像是上一年的：这里说的是{right}",
        "this begins with “{typed}”, but is about {right}",
        "write-instead",
    ),
    "session-stale": note(
        "“{typed}”像是上一年报告里的会议届次", "“{typed}” looks like the session of last year's report", "check-session"
    ),
    "session-differs": warning(
        "这里是“{typed}”，标题里却是“{other}”", "this says “{typed}”, but the title says “{other}”", "check-session"
    ),
    "date-stale": note(
        "{year} 年的报告一般在 {year} 年底到 {next} 年之间作",
        "a report of {year} is usually delivered between the end of {year} and {next}",
    ),
    "year-relative": note(
        "“{typed}”有两种理解：报告回顾的年份，或者宣读的年份",
        "“{typed}” may count from the year under review or from the year of delivery",
        "write-instead",
    ),
}

"""Codes of the content of a report file: fields and values, metrics, references, texts, and workspace settings."""

from reportgen.diagnostics.code import Code, draft_warning, error, note, overridable_error, warning

REPORT_CODES: dict[str, Code] = {
    # Fields and values.
    "key-unknown": error("这里没有“{text}”这个字段", "unknown field “{text}”"),
    "key-empty": error("“{key}”后面没有内容", "field “{key}” has no value"),
    "key-missing": error("缺少字段“{key}”", "missing field “{key}”"),
    "type-not-text": error("这里只能写一个值，不能是{there}", "expected a single value, found {there}"),
    "type-not-list": error("这里要写列表，现在是{there}", "expected a list, found {there}", "write-list"),
    "type-not-mapping": error(
        "这里要写下级字段，现在是{there}", "expected nested fields, found {there}", "write-fields"
    ),
    "type-not-whole": error("这里要写整数，不能是“{text}”", "expected a whole number, found “{text}”"),
    "type-not-number": error("这里要写数字，不能是“{text}”", "expected a number, found “{text}”"),
    "type-not-flag": error("这里要写 true 或 false，不能是“{text}”", "expected true or false, found “{text}”"),
    "number-out-of-range": error(
        "{text} 不在 {least} 到 {most} 之间", "{text} is out of range; expected {least} to {most}"
    ),
    "schema-newer": error(
        "文件的格式是 {text} 版，这个程序只认到 {known} 版",
        "file is in format {text}; this program reads up to {known}",
        "update-program",
    ),
    "choice-unknown": error("“{text}”不在可选之列：{known}", "unknown value “{text}”; expected one of: {known}"),
    "entry-empty": draft_warning("列表里有一条是空的", "empty list entry"),
    "text-empty": draft_warning("这里没有文字", "empty text"),
    # What a report needs.
    "report-without-parts": error(
        "报告至少要有 reviews、tasks、insights 之一",
        "a report needs at least one of reviews, tasks, insights",
    ),
    "part-empty": error("“{part}”写了却没有内容", "part “{part}” is empty"),
    "item-empty": draft_warning("这一条没有 title、claim、text 中的任何一项", "item has no title, claim or text"),
    "year-not-of-file": error(
        "文件名是 {year} 年，这里却写 {text}", "year {text} does not match the file name, which says {year}"
    ),
    "id-invalid": error(
        "编号“{text}”只能用汉字、字母、数字、- 和 _",
        "invalid id “{text}”; use only Chinese characters, letters, digits, - and _",
    ),
    "id-duplicate": error("编号“{id}”与第 {line} 行重复", "duplicate id “{id}” (first on line {line})"),
    "follows-outside-reviews": error("follows 只能写在 reviews 里", "follows is only allowed in reviews"),
    "date-unreadable": error(
        "日期“{text}”读不懂，请写 2026-01-16 或 2026年1月16日",
        "invalid date “{text}”; expected the form 2026-01-16 or 2026年1月16日",
    ),
    # Metrics, references and texts.
    "metric-name-invalid": error(
        "指标名“{text}”只能用汉字、字母、数字、- 和 _，也不能是本年、下年、上年、year、next_year、last_year",
        "invalid metric name “{text}”; use only Chinese characters, letters, digits, - and _, "
        "and none of the reserved names 本年 下年 上年 year next_year last_year",
    ),
    "year-name-invalid": error("“{text}”不是四位数的年份", "“{text}” is not a four-digit year"),
    "number-unreadable": error("“{text}”不是数字", "“{text}” is not a number"),
    "number-pending": draft_warning("这个数还没有填上", "number has not been filled in", "fill-number"),
    "number-read-as": note("“{text}”按 {number} 读取", "“{text}” is read as {number}"),
    "scale-conflict": error(
        "数值写的是{typed}，scale 却是{scale}", "conflicting scales: {typed} in value, {scale} in scale"
    ),
    "metric-unknown": error("没有名为“{name}”的指标", "unknown metric “{name}”"),
    "reference-unclosed": error("【 没有配上 】", "unclosed 【"),
    "reference-aspect-unknown": error(
        "“{name}”没有“{aspect}”这种写法", "unknown aspect “{aspect}” in a reference to “{name}”"
    ),
    "references-too-long": error(
        "到这里，各处引用印出来一共超过 {most}00 万字",
        "up to here, references print more than {most} million characters",
        "shorten-metrics",
    ),
    "reference-spaced": note("【 】里的空格已忽略", "spaces inside 【 】 are ignored"),
    "change-without-last-year": error(
        "没有“{name}”{year} 年的数，算不出变化", "cannot compute the change of “{name}”: no value for {year}"
    ),
    "change-other-unit": error(
        "“{name}”与 {year} 年的单位不同，算不出变化",
        "cannot compute the change of “{name}”: its unit was different in {year}",
    ),
    "change-from-zero": error(
        "“{name}”{year} 年是 0，算不出变化", "cannot compute the change of “{name}”: its value was 0 in {year}"
    ),
    "history-differs": warning(
        "“{name}”{year} 年的数与 {year} 年报告不同（报告为 {earlier}），以报告为准",
        "the {year} value of “{name}” differs from the {year} report ({earlier}), which takes precedence",
    ),
    "term-duplicate": error(
        "“{term}”已在第 {line} 行解释过", "duplicate glossary term “{term}” (first on line {line})"
    ),
    "glossary-unnumbered": note(
        "“{term}”正文里没有用到，列在名词解释里但不编号",
        "“{term}” is not used in running text, so it is listed without a number",
    ),
    "reference-unopened": warning("这个 】 前面没有 【", "】 without a matching 【", "delete-character"),
    "slip-reference": overridable_error(
        "“{typed}”的括号不是【 】，会原样印出来",
        "“{typed}” is not in 【 】 and will be printed as typed",
        "write-reference",
    ),
    "metric-unused": note("指标“{name}”没有任何文字引用", "metric “{name}” is never used", "use-metric"),
    "metric-contradicted": warning(
        "这里写“{typed}”，指标“{name}”却是{printed}",
        "“{typed}” does not match the metric “{name}” ({printed})",
        "write-reference",
    ),
    "metric-doubtful": note(
        "这里写“{typed}”，指标“{name}”是{printed}：请看是不是同一个数",
        "“{typed}” may be the metric “{name}” ({printed})",
        "write-reference-if-same",
    ),
    "metric-typed": note("“{typed}”就是指标“{name}”", "“{typed}” is the value of metric “{name}”", "write-reference"),
    "metric-label-twice": warning(
        "名称“{label}”在第 {line} 行的指标里已有，数却是 {printed}",
        "duplicate label “{label}” (first on line {line}) with a different value, {printed}",
    ),
    "parts-differ": warning(
        "“{name}”是{printed}，各部分相加却是{total}（{sum}）",
        "“{name}” is {printed}, but its parts add up to {total} ({sum})",
        "check-figures",
    ),
    "parts-unit-differs": warning(
        "“{name}”的单位是“{unit}”，总数“{whole}”却是“{whole_unit}”，无法相加",
        "“{name}” is in “{unit}”, but its whole “{whole}” is in “{whole_unit}”",
    ),
    "scale-too-large": warning("以{scale}计还不到 1：{printed}", "value is less than one {scale}: {printed}"),
    "placeholder-left": draft_warning("“{text}”还没有填上", "“{text}” has not been filled in", "fill-in"),
    "import-unplaced": warning(
        "导入的文字还没有归处：{text}", "imported text without a field: {text}", "place-imported"
    ),
    "bracket-empty": draft_warning("里面是空的：{text}", "nothing inside {text}", "fill-in"),
    "year-in-title": warning(
        "标题里是{typed}年，这里应是{year}年",
        "the title has the year {typed}; expected {year} here",
        "write-reference",
    ),
    "follows-unknown": overridable_error("{year} 年的主要任务里没有编号“{id}”", "no task of {year} has the id “{id}”"),
    "redline-untracked": note(
        "{what}不能作成修订，已照新稿", "{what} cannot be tracked as revisions; taken from the new report"
    ),
    "metric-unit-differs": warning(
        "指标“{name}”的单位是“{unit}”，{year} 年却是“{other}”，无法比较",
        "metric “{name}” is in “{unit}”, but was in “{other}” in {year}; the values cannot be compared",
    ),
    "promise-forgotten": warning(
        "{year} 年报告的任务“{title}”，今年的回顾里没有回应",
        "task “{title}” of the {year} report is not followed up in this year's reviews",
    ),
    "copy-stale": warning(
        "这一段与 {year} 年的几乎一样，“{typed}”也没有改",
        "paragraph is almost the same as in {year}, and “{typed}” is unchanged",
        "check-copy",
    ),
    "punctuation-half-width": warning(
        "中文里用了半角的“{typed}”", "half-width “{typed}” in Chinese text", "write-instead"
    ),
    "punctuation-quotes": warning("引号没有成对", "mismatched quotes", "pair-quotes"),
    # The settings of a workspace.
    "check-unknown": warning("没有名为“{text}”的检查", "unknown check “{text}”"),
    "check-fixed": warning("“{text}”不能关掉或改变轻重", "“{text}” cannot be turned off or given another severity"),
}

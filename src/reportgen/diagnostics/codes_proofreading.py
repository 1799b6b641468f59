"""Codes of proofreading: marks, figures and words that standards or usage fix (docs/proofreading.md)."""

from reportgen.diagnostics.code import Code, note, warning

PROOFREADING_CODES: dict[str, Code] = {
    # Marks.
    "stop-doubled": warning("两个点号连在一起“{typed}”", "two stops in a row “{typed}”"),
    "stop-both-sides": warning("后引号里外都有句末标点", "a stop on both sides of a closing quotation mark"),
    "stop-inside-quote": note(
        "引语是句子的一部分，句号宜在引号外", "the quotation is part of the sentence, so its stop usually goes outside"
    ),
    "quotes-listed": note("并列的引号、书名号之间通常不用顿号", "usually no 、 between quotations or titles in a row"),
    "colon-in-colon": note("冒号里面又套了冒号“{typed}”", "a colon inside of what another colon governs: “{typed}”"),
    "colon-missing": note("“{typed}”后面要列举，宜用冒号", "“{typed}” announces a list, so a colon is usual"),
    "and-so-on-doubled": warning("“等”与别的记号重复“{typed}”", "等 repeats what a mark says already: “{typed}”"),
    "numeral-comma": warning("约数中间不用顿号“{typed}”", "an approximate number has no 、: “{typed}”"),
    "range-dash": warning("起止、范围不用破折号“{typed}”", "a range takes no two-em dash: “{typed}”"),
    "range-hyphen": note("范围“{typed}”一般不这样写", "“{typed}” is not the usual form of a range"),
    "semicolon-items": note("分号用得不匀“{typed}”", "uneven use of ；: “{typed}”"),
    "day-dot": warning("日子名称里要用间隔号“{typed}”", "the name of a day takes a middle dot: “{typed}”"),
    "day-dot-needless": note("“{typed}”一般不加间隔号", "“{typed}” is usually written without a dot"),
    "title-marks": warning("书名号没有成对，或里面又用了书名号“{typed}”", "unpaired or nested title marks: “{typed}”"),
    "title-marks-needless": note(
        "“{typed}”不是作品，一般不用书名号", "“{typed}” is not the name of a work, so it usually has no 《 》"
    ),
    "bracket-unpaired": warning("括号“{typed}”没有成对", "bracket “{typed}” without its partner"),
    "bracket-nested": note("括号里又用了同样的括号“{typed}”", "brackets inside brackets of the same shape: “{typed}”"),
    "document-number": warning(
        "发文字号“{typed}”的写法不规范", "the number of this document is not in standard form: “{typed}”"
    ),
    "ordinal-comma": warning("序号后面的标点不对“{typed}”", "wrong mark after the ordinal “{typed}”"),
    "time-colon": warning("时刻、比例里的冒号用半角“{typed}”", "a time or a ratio has a half-width colon: “{typed}”"),
    "time-colon-possible": note(
        "“{typed}”若是时刻或比例，冒号用半角", "if “{typed}” is a time or a ratio, its colon is half-width"
    ),
    "ellipsis-typed": warning("省略号不是“……”，写成了“{typed}”", "“{typed}” where an ellipsis …… is meant"),
    "dash-typed": warning("破折号不是“——”，写成了“{typed}”", "“{typed}” where a dash —— is meant"),
    "text-cut-off": warning(
        "这一段以“{typed}”结尾，好像没有写完", "this text ends with “{typed}”, as if cut off", "finish-text"
    ),
    "text-without-stop": note("这一段末尾没有标点", "no mark at the end of this text"),
    "title-stop": note("标题末尾一般不用句号", "a title usually ends without a full stop"),
    # Figures.
    "percent-full-width": note("百分号一般用半角", "the percent sign is usually half-width"),
    "range-scale": warning(
        "范围“{typed}”的前一个数也要写单位", "the first figure of the range “{typed}” lacks its scale"
    ),
    "vague-twice": warning("约数说了两遍“{typed}”", "a figure that is vague twice over: “{typed}”"),
    "numeral-mixed": warning("“{typed}”混用了两种数字", "“{typed}” mixes digits and Chinese numerals"),
    "thousand-typed": note("“{typed}”里的“千”一般写成数字", "the thousands of “{typed}” are usually written in digits"),
    "two-counted": warning("“{typed}”里的“二”“两”用错了", "wrong word for two in “{typed}”"),
    "percentage-points": warning("百分点的写法不对“{typed}”", "wrong form of percentage points: “{typed}”"),
    "percentage-points-likely": note(
        "百分比的差一般用个百分点“{typed}”", "a difference of percentages is usually in points: “{typed}”"
    ),
    "fall-in-times": warning("下降、减少不能用倍数“{typed}”", "a fall cannot be counted in multiples: “{typed}”"),
    "date-form": warning("日期“{typed}”的写法不规范", "the date “{typed}” is not in standard form"),
    "decade-alone": note("“{typed}”没有写明世纪", "“{typed}” does not say of which century"),
    "date-impossible": warning("没有“{typed}”这一天", "“{typed}” does not exist"),
    "weekday-differs": warning("星期与日期对不上“{typed}”", "the weekday is not that of the date: “{typed}”"),
    "number-form": warning("数“{typed}”的写法不规范", "the number “{typed}” is not in standard form"),
    "number-long": note("“{typed}”以亿计更清楚", "“{typed}” is easier to read in 亿"),
    "unit-usual": note("“{typed}”不是规范的单位名称", "“{typed}” is not the standard name of a unit"),
    "plan-unquoted": warning("规划简称“{typed}”要加引号", "the short name of a plan takes quotation marks: “{typed}”"),
    "plan-other-year": warning("年份与规划对不上“{typed}”", "the year is not that of the plan: “{typed}”"),
    # Words.
    "misspelling": warning("“{typed}”是错别字", "“{typed}” is misspelled"),
    "word-confused": warning("“{typed}”用混了词", "“{typed}” is a word for something else"),
    "word-preferred": note("“{typed}”多数单位另有写法", "most houses prefer another word to “{typed}”"),
    "word-doubled": warning("“{typed}”重复了", "“{typed}” repeats a word"),
    "particle-wrong": warning("这里的“{typed}”用错了", "“{typed}” is the wrong particle here"),
    "particle-likely": note("“{typed}”里的“的”可能应为“地”", "的 in “{typed}” may be meant as 地"),
    "fixed-wording": warning("固定提法写错了：{typed}", "wrong words in a fixed formula: {typed}"),
}

"""The one table of codes: what each finding is called, how much it matters, and its sentence in both languages.

Words in braces are filled from ``Diagnostic.words``. Sentences speak of the file, not of YAML or Python.
"""

from typing import Literal, NamedTuple


class Wording(NamedTuple):
    """One sentence, in Chinese and in English."""

    zh: str
    en: str


class Code(NamedTuple):
    """One row of the table; ``status`` is the exit status of a command that meets it.

    1: the report is at fault; 2: the command was used wrongly; 3: the world, disk or permissions, refused.
    """

    severity: Literal["error", "warning", "note"]
    wording: Wording
    status: int = 1


def _error(zh: str, en: str) -> Code:
    return Code("error", Wording(zh, en))


def _usage(zh: str, en: str) -> Code:
    return Code("error", Wording(zh, en), 2)


def _world(zh: str, en: str) -> Code:
    return Code("error", Wording(zh, en), 3)


def _note(zh: str, en: str) -> Code:
    return Code("note", Wording(zh, en))


def _warning(zh: str, en: str) -> Code:
    return Code("warning", Wording(zh, en))


CODES: dict[str, Code] = {
    # The world: files, folders, names given on the command line.
    "workspace-missing": _usage(
        "在 {folder} 及其上级文件夹里找不到 data 文件夹", "no data folder in {folder} or any folder above it"
    ),
    "file-missing": _usage("没有文件 {file}", "there is no file {file}"),
    "file-is-folder": _world("{file} 是文件夹，不是文件", "{file} is a folder, not a file"),
    "file-unreadable": _world("无法读取 {file}：{reason}", "cannot read {file}: {reason}"),
    "file-unwritable": _world(
        "无法写入 {file}：{reason}；原有文件未动",
        "cannot write {file}: {reason}; the files there are untouched",
    ),
    "file-too-large": _error(
        "文件有 {size} MB，上限 {largest} MB", "the file has {size} MB; the limit is {largest} MB"
    ),
    "year-invalid": _usage("“{text}”不是年份", "“{text}” is not a year"),
    "style-unknown": _usage("没有名为“{name}”的版式", "there is no style named “{name}”"),
    "format-unknown": _usage("不认识格式“{name}”", "unknown format “{name}”"),
    "usage-wrong": _usage("命令用法有误：{problem}", "wrong usage: {problem}"),
    "internal": _world(
        "程序自身出错（{problem}），请把这一行报告给维护者", "a fault of ours ({problem}); please report it"
    ),
    # Reading a file.
    "encoding-unknown": _error(
        "文件不是 UTF-8 编码：此处字节 {byte} 无法识别", "the file is not UTF-8: byte {byte} cannot be read"
    ),
    "character-control": _error("此处有看不见的控制字符 {code_point}", "an invisible control character {code_point}"),
    "file-empty": _error("文件里没有内容", "the file holds nothing"),
    "yaml-syntax": _error("从这里起读不下去：写法不合规则", "the file cannot be read on from here"),
    "yaml-duplicate-key": _error("“{key}”写了两次，前一次在第 {line} 行", "“{key}” stands twice, first in line {line}"),
    "yaml-key-not-text": _error("冒号前面必须是一个名称", "what stands before the colon must be a name"),
    "yaml-tag": _error("不能使用标记“{tag}”", "tags such as “{tag}” are not allowed"),
    "yaml-anchor": _error(
        "不能使用 & 锚点；要写的文字以 & 开头时请加引号",
        "anchors (&) are not allowed; quote a text that begins with &",
    ),
    "yaml-alias": _error(
        "不能使用 * 引用；要写的文字以 * 开头时请加引号",
        "aliases (*) are not allowed; quote a text that begins with *",
    ),
    "yaml-too-deep": _error("层次超过 {largest} 层", "nested deeper than {largest} levels"),
    "yaml-too-many": _error("内容超过 {largest} 项", "more than {largest} fields and entries"),
    "yaml-several-documents": _error(
        "一个文件里只能有一份报告，此处又开始了一份", "a second document begins here; one file, one report"
    ),
    # The shape of what was read.
    "key-unknown": _error("这里没有“{text}”这个字段", "there is no field “{text}” here"),
    "key-empty": _error("“{key}”后面没有内容", "“{key}” has nothing after it"),
    "key-missing": _error("缺少字段“{key}”", "the field “{key}” is missing"),
    "type-not-text": _error("这里只能写一个值，不能是列表或下级字段", "one value is wanted here, not a list or fields"),
    "type-not-list": _error("这里要写列表", "a list is wanted here"),
    "type-not-mapping": _error("这里要写下级字段（名称: 内容）", "fields (name: value) are wanted here"),
    "type-not-whole": _error("这里要写整数，不能是“{text}”", "a whole number is wanted here, not “{text}”"),
    "type-not-number": _error("这里要写数字，不能是“{text}”", "a number is wanted here, not “{text}”"),
    "type-not-flag": _error("这里要写 true 或 false，不能是“{text}”", "true or false is wanted here, not “{text}”"),
    "number-out-of-range": _error("{text} 不在 {least} 到 {most} 之间", "{text} is not between {least} and {most}"),
    "choice-unknown": _error("“{text}”不在可选之列：{known}", "“{text}” is none of: {known}"),
    "entry-empty": _error("列表里有一条是空的", "an entry of this list is empty"),
    "text-empty": _error("这里没有文字", "this text is empty"),
    # What a report must be.
    "report-without-parts": _error(
        "报告至少要有 reviews、tasks、insights 之一",
        "a report needs at least one of reviews, tasks, insights",
    ),
    "part-empty": _error("“{part}”写了却没有内容", "“{part}” is there but holds nothing"),
    "item-empty": _error("这一条没有 title、claim、text 中的任何一项", "this item has none of title, claim, text"),
    "year-not-of-file": _error("文件名是 {year} 年，这里却写 {text}", "the file is named for {year}, but says {text}"),
    "id-invalid": _error(
        "编号“{text}”只能用汉字、字母、数字、- 和 _",
        "an id has Han, letters, digits, - and _ only, not “{text}”",
    ),
    "id-duplicate": _error("编号“{id}”与第 {line} 行重复", "the id “{id}” stands in line {line} already"),
    "follows-outside-reviews": _error("follows 只能写在 reviews 里", "follows stands in reviews only"),
    "date-unreadable": _error(
        "日期“{text}”读不懂，请写 2026-01-16 或 2026年1月16日",
        "cannot read the date “{text}”; write 2026-01-16 or 2026年1月16日",
    ),
    # Metrics and references.
    "metric-name-invalid": _error(
        "指标名“{text}”只能用汉字、字母、数字、- 和 _，也不能是本年、下年、上年、year、next_year、last_year",
        "a metric's name has Han, letters, digits, - and _ only and is none of "
        "本年 下年 上年 year next_year last_year, not “{text}”",
    ),
    "number-unreadable": _error("“{text}”不是数字", "“{text}” is not a number"),
    "number-read-as": _note("“{text}”按 {number} 读取", "“{text}” is read as {number}"),
    "scale-conflict": _error("数值写的是{typed}，scale 却是{scale}", "the value says {typed}, the scale {scale}"),
    "metric-unknown": _error("没有名为“{name}”的指标", "there is no metric named “{name}”"),
    "reference-unclosed": _error("【 没有配上 】", "this 【 has no 】"),
    "reference-aspect-unknown": _error("“{name}”没有“{aspect}”这种写法", "“{name}” has no “{aspect}”"),
    "reference-spaced": _note("【 】里的空格已忽略", "spaces inside 【 】 are ignored"),
    "change-without-last-year": _error(
        "没有“{name}”{year} 年的数，算不出变化", "no figure of {year} for “{name}”, so no change"
    ),
    "change-other-unit": _error(
        "“{name}”与 {year} 年的单位不同，算不出变化", "“{name}” has another unit than in {year}"
    ),
    "change-from-zero": _error("“{name}”{year} 年是 0，算不出变化", "“{name}” was 0 in {year}, so no change"),
    "history-differs": _warning(
        "“{name}”{year} 年的数与 {year} 年报告不同（报告为 {earlier}），以报告为准",
        "“{name}” differs from the report of {year} ({earlier}), which wins",
    ),
    "term-duplicate": _error("“{term}”已在第 {line} 行解释过", "“{term}” is explained in line {line} already"),
    "glossary-unnumbered": _note(
        "“{term}”正文里没有用到，列在名词解释里但不编号",
        "“{term}” is not used in running text, so it has no number",
    ),
    # Style sheets.
    "style-extends-itself": _error("版式“{name}”绕了一圈又继承自己", "the style “{name}” extends itself"),
    "length-unreadable": _error("“{text}”不是长度", "“{text}” is not a length"),
    "length-relative": _error(
        "这里要写 pt、mm 这样的固定长度，“{text}”没有参照",
        "a fixed length is wanted here; “{text}” has nothing to go by",
    ),
    "colour-unreadable": _error(
        '“{text}”不是颜色，请写 "#9b1b1e" 这样的六位数',
        '“{text}” is not a colour; write six digits such as "#9b1b1e"',
    ),
    "colour-unknown": _error("colours 里没有“{name}”", "colours has no “{name}”"),
    "font-unknown": _error("fonts 里没有“{name}”", "fonts has no “{name}”"),
    "face-unknown": _world("找不到“{name}”里的任何字体文件", "none of the faces of “{name}” can be found"),
    "ordinal-unreadable": _error(
        "编号格式“{text}”里要有一个 {{1}}、{{一}} 或 {{①}}",
        "the numbering “{text}” needs one of {{1}}, {{一}}, {{①}}",
    ),
    # The page.
    "character-missing": _error(
        "字体里没有“{character}”（{code_point}）这个字，印出来会是空框",
        "no face has “{character}” ({code_point}); it would print as a box",
    ),
}

HINTS: dict[str, Wording] = {
    "nearest": Wording("是不是“{near}”？", "did you mean “{near}”?"),
    "known-keys": Wording("这里可以写：{known}", "fields here: {known}"),
    "known-names": Wording("可用的有：{known}", "there are: {known}"),
    "add-key": Wording("加一行“{key}: …”", "add a line “{key}: …”"),
    "write-list": Wording("每条一行，以“- ”开头", "one entry a line, each begun with “- ”"),
    "quote-text": Wording(
        "文字里有“: ”或以符号开头时，用英文双引号把整句括起来",
        "put a text that holds “: ” or begins with a mark in double quotes",
    ),
    "write-quoted": Wording("把这段文字放进引号里：{quoted}", "put this text in quotes: {quoted}"),
    "write-plain-year": Wording("年份只写【{name}】", "a year is just 【{name}】"),
    "delete-character": Wording("把它删掉", "delete it"),
    "save-as-utf8": Wording("用编辑器另存为 UTF-8 编码", "save the file as UTF-8"),
    "yaml-basics": Wording(
        "先看这一行和上一行：缩进是否对齐，英文冒号后是否有空格，引号是否成对",
        "look at this line and the one above: indentation, a space after each colon, quotes in pairs",
    ),
    "spaces-not-tabs": Wording("缩进请用空格，不能用 Tab", "indent with spaces, not with tabs"),
    "yaml-says": Wording("YAML 的原话：{problem}", "in YAML's words: {problem}"),
    "print-bracket": Wording("要印出【 本身，请写两个：【【", "to print 【 itself, write it twice: 【【"),
    "define-metric": Wording("在 metrics 里加上“{name}”", "add “{name}” to metrics"),
    "known-aspects": Wording(
        "指标可写 【{name}】【{name}：数值】【{name}：名称】【{name}：变化】",
        "a metric is 【{name}】, 【{name}：数值】, 【{name}：名称】 or 【{name}：变化】",
    ),
    "write-number": Wording("写 546、3.5、5.8万 这样的数", "write numbers such as 546, 3.5, 5.8万"),
    "add-history": Wording(
        "放好上一年的报告，或在指标里写 history: {{{year}: …}}",
        "keep last year's report beside this one, or write history: {{{year}: …}} in the metric",
    ),
    "write-length": Wording("写 12pt、5mm、2em、1行、3号 这样的长度", "write lengths such as 12pt, 5mm, 2em, 1行, 3号"),
    "close-file": Wording(
        "若它正在 Word 或 WPS 里打开，请关闭后再试", "close it if it is open in Word or WPS, then try again"
    ),
    "see-help": Wording("运行 reportgen --help 看用法", "run reportgen --help"),
    "make-workspace": Wording(
        "到放报告的文件夹里运行，或用 --root 指明它",
        "run in the folder of the reports, or name it with --root",
    ),
}

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
    ``hints`` are those that always apply, after those a finding brings itself.
    """

    severity: Literal["error", "warning", "note"]
    wording: Wording
    status: int = 1
    hints: tuple[str, ...] = ()


def _error(zh: str, en: str, *hints: str) -> Code:
    return Code("error", Wording(zh, en), hints=hints)


def _usage(zh: str, en: str) -> Code:
    return Code("error", Wording(zh, en), 2)


def _world(zh: str, en: str) -> Code:
    return Code("error", Wording(zh, en), 3)


def _note(zh: str, en: str, *hints: str) -> Code:
    return Code("note", Wording(zh, en), hints=hints)


def _warning(zh: str, en: str, *hints: str) -> Code:
    return Code("warning", Wording(zh, en), hints=hints)


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
    "encoding-unknown": _error("这不是文本文件", "this is no text file"),
    "encoding-other": _warning(
        "文件是 {encoding} 编码，已按 {encoding} 读取", "the file is in {encoding}, and was read so", "save-as-utf8"
    ),
    "encoding-broken": _error(
        "文件按 {encoding} 读到此处，字节 {byte} 无法识别", "byte {byte} here is no {encoding}", "type-again"
    ),
    "encoding-mixed": _error(
        "文件是 {encoding} 编码，这一行从此处起却是 {other}",
        "the file is in {encoding}, but this line from here on in {other}",
        "type-again",
    ),
    "character-control": _error(
        "此处有看不见的控制字符 {code_point}", "an invisible control character {code_point}", "delete-character"
    ),
    "character-lost": _error(
        "此处原有的字在转换编码时丢了，只剩“\ufffd”",
        "a character was lost here between two encodings: “\ufffd”",
        "type-again",
    ),
    "file-empty": _error("文件里没有内容", "the file holds nothing"),
    "merge-conflict": _error(
        "此处留着 git 合并冲突的标记，到第 {line} 行为止",
        "git left a merge conflict here; it ends in line {line}",
        "choose-side",
    ),
    "slip-colon": _error("字段名后面用了中文冒号“：”", "a Chinese colon “：” after a field’s name", "write-colon"),
    "slip-colon-space": _error("冒号后面少一个空格", "a blank is missing after the colon", "write-colon"),
    "slip-comma": _error(
        "这里用了中文逗号“，”，没有分开", "a Chinese comma “，” does not part what it stands between", "write-comma"
    ),
    "slip-comma-doubtful": _warning(
        "这里的“，”不起分隔作用，前后算一条",
        "this “，” parts nothing: what stands on both sides is one entry",
        "quote-one-entry",
    ),
    "slip-dash": _error("列表的开头写成了“{mark}”", "“{mark}” at the start of an entry", "write-dash"),
    "slip-bracket": _error("括号写成了全角的“{mark}”", "a full-width bracket “{mark}”", "write-mark"),
    "slip-hash": _error("注释的开头写成了全角的“＃”", "a full-width “＃” at the start of a comment", "write-hash"),
    "slip-number-comma": _error(
        "花括号里的逗号把一个数分成了两个", "the comma makes two of one number inside braces", "number-without-comma"
    ),
    "slip-quotes": _warning(
        "整段文字用中文引号“”括着，引号会印出来", "the whole text stands in “ ”, which will print", "quotes-of-file"
    ),
    "slip-quotes-inside": _error(
        "整段文字用中文引号“”括着，里面的“{mark}”会把它拆开",
        "the whole text stands in “ ”, and “{mark}” in it takes it apart",
        "write-quoted",
    ),
    "slip-tab": _error("这一行用 Tab 缩进", "this line is indented with a tab", "indent-two"),
    "slip-space": _error(
        "此处的空白不是普通空格（{code_point}）", "this blank is no ordinary space ({code_point})", "write-space"
    ),
    "slip-space-text": _warning(
        "文字里有不是普通空格的空白（{code_point}）", "a blank in the text is no ordinary space ({code_point})"
    ),
    "slip-invisible": _warning(
        "文字里有看不见的字符 {code_point}", "an invisible character {code_point} in the text", "delete-character"
    ),
    "quote-unclosed": _error("引号 {mark} 没有合上", "this {mark} is never closed", "close-quote"),
    "bracket-unclosed": _error("括号“{mark}”没有合上", "this “{mark}” is never closed", "close-bracket"),
    "text-cut": _warning(
        "“ #”后面的字都被当成注释，印不出来", "all after “ #” is a comment and does not print", "quote-hash"
    ),
    "text-cut-in-brackets": _error(
        "“ #”后面的字都被当成注释，括号也因此没有合上",
        "all after “ #” is a comment, the closing bracket with it",
        "write-quoted",
    ),
    "indent-crooked": _error(
        "这一行缩进 {there} 格，与上面对不齐；应是 {wanted} 格",
        "indented by {there}, in line with nothing above; {wanted} would be",
        "align-line",
    ),
    "line-without-colon": _error(
        "这一行没有“名称: 内容”的样子，不知道属于哪里",
        "this line is no “name: value”, nor part of the text above",
        "write-field",
    ),
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
    "type-not-text": _error("这里只能写一个值，不能是{there}", "one value is wanted here, not {there}"),
    "type-not-list": _error("这里要写列表，现在是{there}", "a list is wanted here, not {there}", "write-list"),
    "type-not-mapping": _error(
        "这里要写下级字段，现在是{there}", "fields are wanted here, not {there}", "write-fields"
    ),
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

KINDS = {
    "text": Wording("一个值", "one value"),
    "list": Wording("列表", "a list"),
    "fields": Wording("下级字段", "fields"),
}
"""What stands where something else is wanted."""

HINTS: dict[str, Wording] = {
    "nearest": Wording("是不是“{near}”？", "did you mean “{near}”?"),
    "known-keys": Wording("这里可以写：{known}", "fields here: {known}"),
    "known-names": Wording("可用的有：{known}", "there are: {known}"),
    "add-key": Wording("加一行“{key}: …”", "add a line “{key}: …”"),
    "write-list": Wording("每条一行，以“- ”开头", "one entry a line, each begun with “- ”"),
    "write-fields": Wording("换行缩进两格，写“{example}”", "on the next line, indented by two, write “{example}”"),
    "quote-text": Wording(
        "文字里有“: ”或以符号开头时，用英文双引号把整句括起来",
        "put a text that holds “: ” or begins with a mark in double quotes",
    ),
    "write-quoted": Wording("把这段文字放进引号里：{quoted}", "put this text in quotes: {quoted}"),
    "write-plain-year": Wording("年份只写【{name}】", "a year is just 【{name}】"),
    "delete-character": Wording("把它删掉", "delete it"),
    "save-as-utf8": Wording(
        "用编辑器另存为 UTF-8 编码，或运行 reportgen fmt 年份 --encoding",
        "save the file as UTF-8, or run reportgen fmt YEAR --encoding",
    ),
    "type-again": Wording("对照底稿，把这里的字重新输入", "type again what should stand here"),
    "write-colon": Wording("写英文冒号加一个空格“: ”", "write an ordinary colon and a blank “: ”"),
    "write-comma": Wording("写英文逗号加一个空格“, ”", "write an ordinary comma and a blank “, ”"),
    "write-dash": Wording("写英文减号加一个空格“- ”", "write an ordinary hyphen and a blank “- ”"),
    "write-mark": Wording("写英文的“{right}”", "write an ordinary “{right}”"),
    "write-hash": Wording("写英文的“#”", "write an ordinary “#”"),
    "write-space": Wording("换成普通的空格", "write an ordinary space instead"),
    "indent-two": Wording("每一层用两个空格缩进", "indent with two spaces a level"),
    "indent-by-style": Wording(
        "段首空两格由版式来排，文件里不必写", "the style sheet indents paragraphs; delete it here"
    ),
    "number-without-comma": Wording("写数时不要分节逗号", "write the number without its comma"),
    "quote-one-entry": Wording(
        "若本是一条，请给它加上英文双引号", "if it is one entry, put it in ordinary double quotes"
    ),
    "quotes-of-file": Wording(
        "不想印引号：{quoted}；就是要印：{kept}", "to keep them out of print: {quoted}; to print them: {kept}"
    ),
    "close-quote": Wording("在文字末尾加上 {mark}", "add {mark} at the end of the text"),
    "close-bracket": Wording("在末尾加上“{closing}”", "add “{closing}” at the end"),
    "quote-hash": Wording("文字里要有 # 时，用英文双引号把整句括起来", "put a text that holds # in double quotes"),
    "align-line": Wording("与同级的字段上下对齐", "line it up with the fields of its level"),
    "choose-side": Wording(
        "留下要的一边，删去另一边和 <<<<<<<、=======、>>>>>>> 三行",
        "keep the side you want; delete the other and the lines <<<<<<<, ======= and >>>>>>>",
    ),
    "write-field": Wording(
        "写成“名称: 内容”；若是接着上面的文字，缩进到与它对齐",
        "write “name: value”; to carry on the text above, indent it as far",
    ),
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

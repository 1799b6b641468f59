"""The one table of codes: what each finding is called, how much it matters, and its sentence in both languages.

Words in braces are filled from ``Diagnostic.words``. Sentences speak of the file, not of YAML or Python.
"""

from reportgen.diagnostics.code import Code, draft_warning, error, note, overridable_error, usage, warning, world
from reportgen.diagnostics.codes_of_pictures import OF_PICTURES

CODES: dict[str, Code] = {
    # The world: files, folders, names given on the command line.
    "workspace-missing": usage(
        "在 {folder} 及其上级文件夹里找不到 data 文件夹", "no data folder in {folder} or any folder above it"
    ),
    "file-missing": usage("没有文件 {file}", "there is no file {file}"),
    "file-is-folder": world("{file} 是文件夹，不是文件", "{file} is a folder, not a file"),
    "file-unreadable": world("无法读取 {file}：{reason}", "cannot read {file}: {reason}"),
    "file-unwritable": world(
        "无法写入 {file}：{reason}；原有文件未动",
        "cannot write {file}: {reason}; the files there are untouched",
    ),
    "file-too-large": error("文件有 {size} MB，上限 {largest} MB", "the file has {size} MB; the limit is {largest} MB"),
    "year-invalid": usage("“{text}”不是年份", "“{text}” is not a year"),
    "file-there": usage("{file} 已经有了，不会覆盖", "there is a file {file} already; it is left as it is"),
    "date-invalid": usage("“{text}”不是日期，写 2026-01-08 这样的", "“{text}” is no date; write one like 2026-01-08"),
    "report-unnamed": usage(
        "“{text}”不是年份、git 里的旧版（如 HEAD~3:2025）或文件",
        "“{text}” is no year, no year in git's past (such as HEAD~3:2025), and no file",
    ),
    "years-apart": usage(
        "{new} 年不是 {old} 年的下一年：上年的任务由下一年的回顾来回应",
        "{new} is not the year after {old}: a year's tasks are reported on by the next year's reviews",
    ),
    "reports-missing": usage(
        "{folder} 的 data 文件夹里还没有报告", "there is no report in the data folder of {folder}"
    ),
    "git-missing": world("这台电脑里找不到 git", "there is no git on this machine", "install-git"),
    "repository-missing": usage("{folder} 不在 git 仓库里", "{folder} is in no git repository"),
    "git-refused": world("git 不让设置 {name}", "git refused to set {name}"),
    "hook-there": usage(
        "{file} 已经有了，不会改动；请自己把 reportgen check 加进去",
        "there is a hook {file} already; it is left as it is: add reportgen check to it yourself",
    ),
    "hooks-elsewhere": usage(
        "git 设置里把钩子放在仓库外的 {folder}，不会改动那里",
        "git keeps hooks in {folder}, outside of the repository, where nothing is changed",
    ),
    "revision-unknown": usage("git 里没有“{revision}”这个版本", "git knows no revision “{revision}”"),
    "file-not-then": usage("{revision} 那时还没有 {file}", "there was no {file} at {revision}"),
    "draft-invalid": usage(
        "“{number}”不是稿次，--draft 后面写 1 到 99", "“{number}” is no draft; write 1 to 99 after --draft"
    ),
    "style-unknown": usage("没有名为“{name}”的版式", "there is no style named “{name}”"),
    "format-unknown": usage("不认识格式“{name}”", "unknown format “{name}”"),
    "value-unknown": usage("{option} 不能写“{name}”", "{option} cannot be “{name}”"),
    "code-unknown": usage("没有名为“{text}”的检查", "there is no check named “{text}”"),
    "usage-wrong": usage("命令用法有误：{problem}", "wrong usage: {problem}"),
    "internal": world(
        "程序自身出错（{problem}），请把这一行报告给维护者", "a fault of ours ({problem}); please report it"
    ),
    # Reading a file.
    "encoding-unknown": error("这不是文本文件", "this is no text file"),
    "encoding-other": warning(
        "文件是 {encoding} 编码，已按 {encoding} 读取", "the file is in {encoding}, and was read so", "save-as-utf8"
    ),
    "encoding-broken": error(
        "文件按 {encoding} 读到此处，字节 {byte} 无法识别", "byte {byte} here is no {encoding}", "type-again"
    ),
    "encoding-mixed": error(
        "文件是 {encoding} 编码，这一行从此处起却是 {other}",
        "the file is in {encoding}, but this line from here on in {other}",
        "type-again",
    ),
    "character-control": error(
        "此处有看不见的控制字符 {code_point}", "an invisible control character {code_point}", "delete-character"
    ),
    "character-private": error(
        "“{character}”（{code_point}）不是标准字符，在别的电脑上是另一个字或空框",
        "“{character}” ({code_point}) is no standard character: elsewhere it is another one, or a box",
    ),
    "character-lost": error(
        "此处原有的字在转换编码时丢了，只剩“\ufffd”",
        "a character was lost here between two encodings: “\ufffd”",
        "type-again",
    ),
    "file-empty": error("文件里没有内容", "the file holds nothing"),
    "merge-conflict": error(
        "此处留着 git 合并冲突的标记，到第 {line} 行为止",
        "git left a merge conflict here; it ends in line {line}",
        "choose-side",
    ),
    "slip-colon": error("字段名后面用了中文冒号“：”", "a Chinese colon “：” after a field’s name", "write-colon"),
    "slip-colon-space": error("冒号后面少一个空格", "a blank is missing after the colon", "write-colon"),
    "slip-comma": error(
        "这里用了中文逗号“，”，没有分开", "a Chinese comma “，” does not part what it stands between", "write-comma"
    ),
    "slip-comma-doubtful": warning(
        "这里的“，”不起分隔作用，前后算一条",
        "this “，” parts nothing: what stands on both sides is one entry",
        "quote-one-entry",
    ),
    "slip-dash": error("列表的开头写成了“{mark}”", "“{mark}” at the start of an entry", "write-dash"),
    "slip-bracket": error("括号写成了全角的“{mark}”", "a full-width bracket “{mark}”", "write-mark"),
    "slip-hash": error("注释的开头写成了全角的“＃”", "a full-width “＃” at the start of a comment", "write-hash"),
    "slip-number-comma": error(
        "花括号里的逗号把一个数分成了两个", "the comma makes two of one number inside braces", "number-without-comma"
    ),
    "slip-quotes": warning(
        "整段文字用中文引号“”括着，引号会印出来", "the whole text stands in “ ”, which will print", "quotes-of-file"
    ),
    "slip-quotes-inside": error(
        "整段文字用中文引号“”括着，里面的“{mark}”会把它拆开",
        "the whole text stands in “ ”, and “{mark}” in it takes it apart",
        "write-quoted",
    ),
    "slip-tab": error("这一行用 Tab 缩进", "this line is indented with a tab", "indent-two"),
    "slip-space": error(
        "此处的空白不是普通空格（{code_point}）", "this blank is no ordinary space ({code_point})", "write-space"
    ),
    "slip-space-text": warning(
        "文字里有不是普通空格的空白（{code_point}）", "a blank in the text is no ordinary space ({code_point})"
    ),
    "slip-invisible": warning(
        "文字里有看不见的字符 {code_point}", "an invisible character {code_point} in the text", "delete-character"
    ),
    "quote-unclosed": error("引号 {mark} 没有合上", "this {mark} is never closed", "close-quote"),
    "bracket-unclosed": error("括号“{mark}”没有合上", "this “{mark}” is never closed", "close-bracket"),
    "bracket-wrong": error(
        "此处应以“{right}”合上，不是“{mark}”", "closed with “{mark}” instead of “{right}”", "write-mark"
    ),
    "text-cut": warning(
        "“ #”后面的字都被当成注释，印不出来", "all after “ #” is a comment and does not print", "quote-hash"
    ),
    "text-cut-in-brackets": error(
        "“ #”后面的字都被当成注释，括号也因此没有合上",
        "all after “ #” is a comment, the closing bracket with it",
        "write-quoted",
    ),
    "indent-crooked": error(
        "这一行缩进 {there} 格，与上面对不齐；应是 {wanted} 格",
        "indented by {there}, in line with nothing above; {wanted} would be",
        "align-line",
    ),
    "line-without-colon": error(
        "这一行没有“名称: 内容”的样子，不知道属于哪里",
        "this line is no “name: value”, nor part of the text above",
        "write-field",
    ),
    "text-unquoted": error("这段文字不加引号读不出来", "this text cannot be read without quotes", "write-quoted"),
    "yaml-syntax": error("这一行的写法读不懂", "this line cannot be read", "yaml-basics", "yaml-says"),
    "yaml-duplicate-key": error("“{key}”写了两次，前一次在第 {line} 行", "“{key}” stands twice, first in line {line}"),
    "yaml-key-not-text": error("冒号前面必须是一个名称", "what stands before the colon must be a name"),
    "yaml-tag": error("不能使用标记“{tag}”", "tags such as “{tag}” are not allowed"),
    "yaml-anchor": error(
        "不能使用 & 锚点；要写的文字以 & 开头时请加引号",
        "anchors (&) are not allowed; quote a text that begins with &",
    ),
    "yaml-alias": error(
        "不能使用 * 引用；要写的文字以 * 开头时请加引号",
        "aliases (*) are not allowed; quote a text that begins with *",
    ),
    "yaml-too-deep": error("层次超过 {largest} 层", "nested deeper than {largest} levels"),
    "yaml-too-many": error("内容超过 {largest} 项", "more than {largest} fields and entries"),
    "yaml-several-documents": error(
        "一个文件里只能有一份报告，此处又开始了一份", "a second document begins here; one file, one report"
    ),
    # The shape of what was read.
    "key-unknown": error("这里没有“{text}”这个字段", "there is no field “{text}” here"),
    "key-empty": error("“{key}”后面没有内容", "“{key}” has nothing after it"),
    "key-missing": error("缺少字段“{key}”", "the field “{key}” is missing"),
    "type-not-text": error("这里只能写一个值，不能是{there}", "one value is wanted here, not {there}"),
    "type-not-list": error("这里要写列表，现在是{there}", "a list is wanted here, not {there}", "write-list"),
    "type-not-mapping": error("这里要写下级字段，现在是{there}", "fields are wanted here, not {there}", "write-fields"),
    "type-not-whole": error("这里要写整数，不能是“{text}”", "a whole number is wanted here, not “{text}”"),
    "type-not-number": error("这里要写数字，不能是“{text}”", "a number is wanted here, not “{text}”"),
    "type-not-flag": error("这里要写 true 或 false，不能是“{text}”", "true or false is wanted here, not “{text}”"),
    "number-out-of-range": error("{text} 不在 {least} 到 {most} 之间", "{text} is not between {least} and {most}"),
    "choice-unknown": error("“{text}”不在可选之列：{known}", "“{text}” is none of: {known}"),
    "entry-empty": draft_warning("列表里有一条是空的", "an entry of this list is empty"),
    "text-empty": draft_warning("这里没有文字", "this text is empty"),
    # What a report must be.
    "report-without-parts": error(
        "报告至少要有 reviews、tasks、insights 之一",
        "a report needs at least one of reviews, tasks, insights",
    ),
    "part-empty": error("“{part}”写了却没有内容", "“{part}” is there but holds nothing"),
    "item-empty": draft_warning(
        "这一条没有 title、claim、text 中的任何一项", "this item has none of title, claim, text"
    ),
    "year-not-of-file": error("文件名是 {year} 年，这里却写 {text}", "the file is named for {year}, but says {text}"),
    "id-invalid": error(
        "编号“{text}”只能用汉字、字母、数字、- 和 _",
        "an id has Han, letters, digits, - and _ only, not “{text}”",
    ),
    "id-duplicate": error("编号“{id}”与第 {line} 行重复", "the id “{id}” stands in line {line} already"),
    "follows-outside-reviews": error("follows 只能写在 reviews 里", "follows stands in reviews only"),
    "date-unreadable": error(
        "日期“{text}”读不懂，请写 2026-01-16 或 2026年1月16日",
        "cannot read the date “{text}”; write 2026-01-16 or 2026年1月16日",
    ),
    # Metrics and references.
    "metric-name-invalid": error(
        "指标名“{text}”只能用汉字、字母、数字、- 和 _，也不能是本年、下年、上年、year、next_year、last_year",
        "a metric's name has Han, letters, digits, - and _ only and is none of "
        "本年 下年 上年 year next_year last_year, not “{text}”",
    ),
    "year-name-invalid": error("“{text}”不是四位数的年份", "“{text}” is no year of four digits"),
    "number-unreadable": error("“{text}”不是数字", "“{text}” is not a number"),
    "number-pending": draft_warning("这个数还没有填上", "this number is still to be filled in", "fill-number"),
    "number-read-as": note("“{text}”按 {number} 读取", "“{text}” is read as {number}"),
    "scale-conflict": error("数值写的是{typed}，scale 却是{scale}", "the value says {typed}, the scale {scale}"),
    "metric-unknown": error("没有名为“{name}”的指标", "there is no metric named “{name}”"),
    "reference-unclosed": error("【 没有配上 】", "this 【 has no 】"),
    "reference-aspect-unknown": error("“{name}”没有“{aspect}”这种写法", "“{name}” has no “{aspect}”"),
    "reference-spaced": note("【 】里的空格已忽略", "spaces inside 【 】 are ignored"),
    "change-without-last-year": error(
        "没有“{name}”{year} 年的数，算不出变化", "no figure of {year} for “{name}”, so no change"
    ),
    "change-other-unit": error(
        "“{name}”与 {year} 年的单位不同，算不出变化", "“{name}” has another unit than in {year}"
    ),
    "change-from-zero": error("“{name}”{year} 年是 0，算不出变化", "“{name}” was 0 in {year}, so no change"),
    "history-differs": warning(
        "“{name}”{year} 年的数与 {year} 年报告不同（报告为 {earlier}），以报告为准",
        "“{name}” differs from the report of {year} ({earlier}), which wins",
    ),
    "term-duplicate": error("“{term}”已在第 {line} 行解释过", "“{term}” is explained in line {line} already"),
    "glossary-unnumbered": note(
        "“{term}”正文里没有用到，列在名词解释里但不编号",
        "“{term}” is not used in running text, so it has no number",
    ),
    "reference-unopened": warning("这个 】 前面没有 【", "this 】 has no 【 before it", "delete-character"),
    "slip-reference": overridable_error(
        "“{typed}”的括号不是【 】，会原样印出来",
        "“{typed}” is not in 【 】 and would print as it is",
        "write-reference",
    ),
    "metric-unused": note("指标“{name}”没有任何文字引用", "no text refers to the metric “{name}”", "use-metric"),
    "metric-contradicted": overridable_error(
        "这里写“{label}”是{typed}，指标“{name}”却是{printed}",
        "“{label}” is {typed} here, but the metric “{name}” says {printed}",
        "write-reference",
    ),
    "metric-typed": note("{typed} 就是指标“{name}”", "{typed} is the metric “{name}”", "write-reference"),
    "metric-label-twice": warning(
        "名称“{label}”在第 {line} 行的指标里已有，数却是 {printed}",
        "the metric in line {line} has the label “{label}” too, but says {printed}",
    ),
    "scale-too-large": warning("以{scale}计还不到 1：{printed}", "less than one {scale}: {printed}"),
    "placeholder-left": draft_warning("“{text}”还没有填上", "“{text}” has not been filled in", "fill-in"),
    "bracket-empty": draft_warning("“{text}”里面是空的", "nothing stands in “{text}”", "fill-in"),
    "year-in-title": warning(
        "标题里是{typed}年，这里应是{year}年", "the title says {typed}; the year here is {year}", "write-reference"
    ),
    "follows-unknown": overridable_error("{year} 年的主要任务里没有编号“{id}”", "no task of {year} has the id “{id}”"),
    "redline-untracked": note("{what}不能作成修订，已照新稿", "{what} cannot be tracked, and are as in the new report"),
    "metric-unit-differs": warning(
        "指标“{name}”的单位是“{unit}”，{year} 年却是“{other}”，无法比较",
        "the metric “{name}” counts {unit}, but in {year} {other}: they cannot be compared",
    ),
    "promise-forgotten": warning(
        "{year} 年报告的任务“{title}”，今年的回顾里没有回应",
        "no review reports on “{title}”, a task of the report of {year}",
    ),
    "copy-stale": warning(
        "这一段与 {year} 年的几乎一样，“{typed}”也没有改",
        "this paragraph is nearly that of {year}, and “{typed}” stands as it did",
        "check-copy",
    ),
    "punctuation-half-width": warning(
        "中文里用了半角的“{typed}”", "a half-width “{typed}” in Chinese text", "write-instead"
    ),
    "punctuation-quotes": warning("引号没有成对", "quotes that are no pairs", "pair-quotes"),
    # The settings of a workspace.
    "check-unknown": warning("没有名为“{text}”的检查", "there is no check named “{text}”"),
    "check-fixed": warning("“{text}”不能关掉或改变轻重", "“{text}” cannot be turned off or changed"),
    # Style sheets.
    "draft-unstyled": error(
        "版式“{style}”没有 draft 一项，印不出稿次、水印和行号",
        "the style “{style}” has no draft key, so no draft can be printed with it",
        "extend-style",
    ),
    "style-extends-itself": error("版式“{name}”绕了一圈又继承自己", "the style “{name}” extends itself"),
    "length-unreadable": error("“{text}”不是长度", "“{text}” is not a length"),
    "length-relative": error(
        "这里要写 pt、mm 这样的固定长度，“{text}”没有参照",
        "a fixed length is wanted here; “{text}” has nothing to go by",
    ),
    "length-out-of-range": error(
        "“{text}”印不出来，这里要在 {least} 到 {most} 之间",
        "“{text}” cannot be printed; it has to lie between {least} and {most}",
    ),
    "area-too-small": error(
        "页边距以内只剩宽 {width} 毫米、高 {height} 毫米，放不下一行字",
        "the margins leave {width} mm by {height} mm of the page: no room for a line",
    ),
    "room-too-narrow": error(
        "这里一行只剩 {room}，放不下一个 {size} 的字",
        "only {room} of a line is left here: no room for one character of {size}",
    ),
    "size-over-line": error(
        "{size} 的字比 {line} 的行距大，上下行会叠在一起",
        "characters of {size} are larger than the line of {line}: lines would overlap",
    ),
    "off-page": error("印到纸外去了，超出 {over}", "this prints beyond the paper, by {over}"),
    "word-font-invalid": error(
        "Word 的字体名有 1 到 31 个字，不能是“{text}”", "a font of Word has a name of 1 to 31 characters, not “{text}”"
    ),
    "list-empty": error("这个列表里至少要有一条", "this list needs an entry"),
    "placeholder-unknown": error("这里没有“{text}”可填", "nothing is filled in for “{text}” here"),
    "placeholder-missing": error(
        "“{text}”里要有一个 {{}}，报告里的文字印在那里",
        "“{text}” needs one {{}}, where the words of the report are printed",
    ),
    "words-of-one-line": error("这里只能写一行", "there is room for one line only"),
    "reference-not-year": error(
        "版式里只能引用年份，不能引用“{text}”", "a style sheet may refer to years only, not to “{text}”"
    ),
    "colour-unreadable": error(
        '“{text}”不是颜色，请写 "#9b1b1e" 这样的六位数，或“accent 15%”这样的浅色',
        '“{text}” is not a colour; write six digits such as "#9b1b1e", or a tint such as “accent 15%”',
    ),
    "colour-of-itself": error("“{text}”绕了一圈又由自己调成", "“{text}” comes, by way of others, from itself"),
    "colour-unknown": error("colours 里没有“{name}”", "colours has no “{name}”"),
    "font-unknown": error("fonts 里没有“{name}”", "fonts has no “{name}”"),
    "face-unknown": world("找不到“{name}”要用的字体：{wanted}", "none of the faces of “{name}” can be found: {wanted}"),
    "ordinal-unreadable": error(
        "编号格式“{text}”里要有一个 {{1}}、{{一}} 或 {{①}}",
        "the numbering “{text}” needs one of {{1}}, {{一}}, {{①}}",
    ),
    # The page.
    "character-missing": error(
        "字体里没有“{character}”（{code_point}）这个字，印出来会是空框",
        "no face has “{character}” ({code_point}); it would print as a box",
        "bring-face",
    ),
    # Fonts.
    "font-file-damaged": warning(
        "{file} 不是字体文件，或已损坏，没有用它", "{file} is no font file or is damaged; it was not used"
    ),
    "font-file-restricted": warning(
        "字体“{name}”（{file}）{permission}，不能放进 PDF，没有用它",
        "the face “{name}” ({file}) {permission}, so it may not stand in a PDF and was not used",
        "other-face",
    ),
    "font-file-unusable": world(
        "字体文件 {file} 已损坏，取不出要印的字",
        "the font file {file} is damaged: what is to be printed cannot be had",
        "other-face",
    ),
    "line-loose": warning(
        "“{line}…”这一行的字距拉得太开，不好看",
        "the line “{line}…” had to be spread too far to be filled",
        "ease-line",
    ),
    "pages-too-many": warning(
        "印出来有 {pages} 页，版式“{style}”至多 {most} 页",
        "{pages} pages are printed, “{style}” is for {most} at most",
        "fewer-pages",
    ),
    # A file made earlier.
    "file-unstamped": error(
        "这个文件里没有出处记录：不是 reportgen 生成的，或者被别的程序另存过",
        "the file does not say what it was made from: not made by reportgen, or saved anew by another program",
    ),
    "source-changed": error(
        "{source} 和做这个文件时不一样了", "{source} is not what it was when this file was made", "build-again"
    ),
    "version-other": warning(
        "这个文件由 reportgen {made} 生成，现在的是 {here}", "made by reportgen {made}; this is {here}", "build-again"
    ),
    "file-changed": warning(
        "数据和版式都没有变，但文件与现在生成的不同：生成以后改过，或用了别的字体",
        "report and style are the same, but the file is not what is built now: changed since, or set in other fonts",
    ),
    # Formatting a file.
    "fmt-unsure": error(
        "整理后的文件读出来与原来不同，文件未动；请把这个文件交给维护者",
        "the formatted file would not read as the same report, so it is untouched; please send it to us",
    ),
    "fmt-encoding": error("文件不是 UTF-8 编码，未动", "the file is not in UTF-8 and was left as it is"),
    **OF_PICTURES,
}

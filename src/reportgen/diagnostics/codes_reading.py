"""Codes of reading a file: encodings, characters, slips of Chinese typing, YAML syntax."""

from reportgen.diagnostics.code import Code, error, remark, warning

READING_CODES: dict[str, Code] = {
    "findings-left-out": remark(
        "这个文件里还有 {count} 处 {kind}，没有列出",
        "{count} more findings of {kind} in this file are not listed",
        "fix-listed-first",
    ),
    "encoding-unknown": error("这不是文本文件", "not a text file"),
    "encoding-other": warning(
        "文件是 {encoding} 编码，已按 {encoding} 读取",
        "file is in {encoding}, not UTF-8; read as {encoding}",
        "save-as-utf8",
    ),
    "encoding-broken": error(
        "文件按 {encoding} 读到此处，字节 {byte} 无法识别", "byte {byte} is not valid {encoding}", "type-again"
    ),
    "encoding-mixed": error(
        "文件是 {encoding} 编码，这一行从此处起却是 {other}",
        "file is in {encoding}, but this line is in {other} from here on",
        "type-again",
    ),
    "character-control": error(
        "此处有看不见的控制字符 {code_point}", "invisible control character {code_point}", "delete-character"
    ),
    "character-private": error(
        "“{character}”（{code_point}）不是标准字符，在别的电脑上是另一个字或空框",
        "“{character}” ({code_point}) is not a standard character; other computers show another one, or an empty box",
    ),
    "character-lost": error(
        "此处原有的字在转换编码时丢了，只剩“\ufffd”",
        "a character was lost here when the encoding was converted, leaving “\ufffd”",
        "type-again",
    ),
    "file-empty": error("文件里没有内容", "file has no content"),
    "merge-conflict": error(
        "此处留着 git 合并冲突的标记，到第 {line} 行为止",
        "unresolved git merge conflict, up to line {line}",
        "choose-side",
    ),
    "slip-colon": error("字段名后面用了中文冒号“：”", "full-width colon “：” after a field name", "write-colon"),
    "slip-colon-space": error("冒号后面少一个空格", "missing space after the colon", "write-colon"),
    "slip-colon-missing": error(
        "字段名“{name}”后面少一个冒号", "missing colon after the field name “{name}”", "write-colon"
    ),
    "slip-comma": error(
        "这里用了中文的“{mark}”，没有分开", "full-width “{mark}” does not separate entries", "write-comma"
    ),
    "slip-comma-missing": error("“{name}”前面少一个逗号", "missing comma before “{name}”", "write-comma"),
    "slip-comma-doubtful": warning(
        "这里的“{mark}”不起分隔作用，前后算一条",
        "“{mark}” does not separate entries; the text on both sides is read as one entry",
        "quote-one-entry",
    ),
    "slip-dash": error("列表的开头写成了“{mark}”", "list entry starts with “{mark}” instead of “- ”", "write-dash"),
    "slip-dash-missing": error("这一条的前面少“- ”", "missing “- ” before this entry", "write-dash"),
    "slip-bracket": error("括号写成了全角的“{mark}”", "full-width bracket “{mark}”", "write-mark"),
    "slip-hash": error("注释的开头写成了全角的“＃”", "full-width “＃” does not start a comment", "write-hash"),
    "slip-number-comma": error(
        "花括号里的逗号把一个数分成了两个", "comma inside braces splits one number in two", "number-without-comma"
    ),
    "slip-quotes": warning(
        "整段文字用中文引号“”括着，引号会印出来",
        "text is enclosed in Chinese quotes “ ”, which will be printed",
        "quotes-of-file",
    ),
    "slip-quotes-inside": error(
        "整段文字用中文引号“”括着，里面的“{mark}”会把它拆开",
        "text is enclosed in Chinese quotes “ ”, and the “{mark}” inside splits it",
        "write-quoted",
    ),
    "slip-tab": error("这一行用 Tab 缩进", "line is indented with a tab", "indent-two"),
    "indent-tabs": error(
        "文件从这一行起用 Tab 缩进，共 {count} 行",
        "file is indented with tabs: {count} lines, from here on",
        "indent-two",
    ),
    "slip-space": error(
        "此处的空白不是普通空格（{code_point}）",
        "unusual whitespace ({code_point}) instead of a plain space",
        "write-space",
    ),
    "slip-space-text": warning(
        "文字里有不是普通空格的空白（{code_point}）",
        "unusual whitespace ({code_point}) in the text instead of a plain space",
    ),
    "slip-invisible": warning(
        "文字里有看不见的字符 {code_point}", "invisible character {code_point} in the text", "delete-character"
    ),
    "slip-invisible-name": error(
        "名称里有看不见的字符 {code_point}", "invisible character {code_point} in a name", "delete-character"
    ),
    "quote-unclosed": error("引号 {mark} 没有合上", "unclosed quote {mark}", "close-quote"),
    "bracket-unclosed": error("括号“{mark}”没有合上", "unclosed bracket “{mark}”", "close-bracket"),
    "quote-backslash": error(
        "双引号里不能写“{typed}”：反斜杠有特别的意思",
        "“{typed}” has no meaning inside double quotes, where a backslash is special",
        "write-single-quoted",
    ),
    "bracket-in-comment": error(
        "“ #”后面都是注释，合上的“{closing}”也在里面",
        "closing “{closing}” is part of the comment after “ #”",
        "close-before-comment",
    ),
    "bracket-wrong": error(
        "此处应以“{right}”合上，不是“{mark}”", "expected closing bracket “{right}”, found “{mark}”", "write-mark"
    ),
    "text-cut": warning(
        "“ #”后面的字都被当成注释，印不出来",
        "text after “ #” is read as a comment and will not be printed",
        "quote-hash",
    ),
    "text-cut-in-brackets": error(
        "“ #”后面的字都被当成注释，括号也因此没有合上",
        "text after “ #” is read as a comment, including the closing bracket",
        "write-quoted",
    ),
    "indent-crooked": error(
        "这一行缩进 {there} 格，与上面对不齐；应是 {wanted} 格",
        "indentation of {there} matches no line above; expected {wanted}",
        "align-line",
    ),
    "indent-uneven": error(
        "这一条缩进 {there} 格，下面同级的缩进 {wanted} 格",
        "entry is indented by {there}, those that follow by {wanted}",
        "align-line",
    ),
    "block-unindented": error(
        "“{mark}”下面的文字缩进不够", "text below “{mark}” is not indented far enough", "indent-block"
    ),
    "text-beside-mark": error("“{mark}”后面不能接着写文字", "text on the line of its “{mark}”", "text-on-next-line"),
    "line-without-colon": error(
        "这一行没有“名称: 内容”的样子，不知道属于哪里",
        "line is neither “name: value” nor a continuation of the text above",
        "write-field",
    ),
    "text-unquoted": error("这段文字不加引号读不出来", "this text must be quoted", "write-quoted"),
    "key-misplaced": error("字段“{text}”不在这一层", "field “{text}” belongs on another level"),
    "yaml-syntax": error("这一行的写法读不懂", "cannot read this line", "yaml-basics", "yaml-says"),
    "yaml-duplicate-key": error(
        "“{key}”写了两次，前一次在第 {line} 行", "duplicate key “{key}” (first on line {line})"
    ),
    "yaml-key-not-text": error("冒号前面必须是一个名称", "expected a name before the colon"),
    "yaml-tag": error("不能使用标记“{tag}”", "tags such as “{tag}” are not allowed"),
    "yaml-anchor": error(
        "不能使用 & 锚点；要写的文字以 & 开头时请加引号",
        "anchors (&) are not allowed; quote text that starts with &",
    ),
    "yaml-alias": error(
        "不能使用 * 引用；要写的文字以 * 开头时请加引号",
        "aliases (*) are not allowed; quote text that starts with *",
    ),
    "yaml-too-deep": error("层次超过 {largest} 层", "nested more than {largest} levels deep"),
    "yaml-too-many": error("内容超过 {largest} 项", "more than {largest} fields and entries"),
    "yaml-text-too-long": error(
        "这段文字超过 {most}00 万字", "text is longer than {most} million characters", "split-text"
    ),
    "yaml-several-documents": error(
        "一个文件里只能有一份报告，此处又开始了一份", "a second document starts here; a file holds one report"
    ),
}

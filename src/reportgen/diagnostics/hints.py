"""What to do about a finding, and the words of ours that sentences are filled with, in both languages."""

from reportgen.diagnostics.wording import Wording

KINDS = {
    "text": Wording("一个值", "one value"),
    "list": Wording("列表", "a list"),
    "fields": Wording("下级字段", "fields"),
}
"""What stands where something else is wanted."""

PERMISSIONS = {
    "installable": Wording("可嵌入", "may be embedded"),
    "editable": Wording("可嵌入（可编辑）", "may be embedded for editing"),
    "preview": Wording("可嵌入（仅供阅览和打印）", "may be embedded for reading and printing"),
    "restricted": Wording("不许嵌入", "may not be embedded"),
    "whole": Wording("只许整个嵌入", "may be embedded as a whole only"),
    "bitmaps": Wording("只许嵌入点阵", "may be embedded as bitmaps only"),
}
"""What the maker of a face allows."""

UNTRACKED = {
    "contents": Wording("目录里的标题和页码", "titles and pages in the list of contents"),
    "furniture": Wording("页眉和页脚", "headers and footers"),
    "charts": Wording("图表", "charts"),
    "sections": Wording("分节和分页", "sections"),
    "styles": Wording("样式（表格里数的对齐位置等）", "styles, such as where figures of tables end"),
    "lists": Wording("编号的样子", "the look of numbers"),
    "properties": Wording("文件属性", "the properties of the file"),
}
"""What tracked changes cannot say."""

INPUTS = {"logo": Wording("徽标图片", "the picture of the logo")}
"""What files are made from that has no place of its own in a workspace."""

HINTS: dict[str, Wording] = {
    "write-path": Wording(
        "写从工作文件夹起的路径，如 images/emblem.svg，用 /，不用 .. 和盘符",
        "write its path from the workspace, such as images/emblem.svg: with /, without .. and drives",
    ),
    "place-logo": Wording("在 cover 里加一行“- {{field: logo}}”", "add a line “- {{field: logo}}” to cover"),
    "save-as-picture": Wording("用看图或绘图软件另存为 PNG 或 SVG", "save it as PNG or SVG in a program for pictures"),
    "rename-picture": Wording("把文件名的后缀改成对应的", "give the file the ending that goes with it"),
    "save-picture-again": Wording("重新导出或拷贝这个文件", "export it or copy it again"),
    "shrink-picture": Wording(
        "缩小到高 2000 像素以内再存；印刷有 600 像素就够",
        "save it with 2,000 pixels in height or fewer; 600 are enough for print",
    ),
    "save-as-rgb": Wording("另存为 RGB 颜色的 PNG 或 JPEG", "save it as PNG or JPEG in RGB"),
    "outline-text": Wording(
        "在绘图软件里把文字转成路径（轮廓、曲线），再存一次",
        "turn text into paths (outlines, curves) in the program it was drawn with, and save it again",
    ),
    "plain-drawing": Wording(
        "在绘图软件里另存为普通 SVG，去掉图片、滤镜、图案、链接；或导出高 600 像素以上的 PNG",
        "save it as plain SVG without pictures, filters, patterns and links, or as PNG of 600 pixels in height or more",
    ),
    "size-drawing": Wording(
        "在绘图软件里把画布裁到图形大小，再存一次", "crop the page to the drawing in the program it was drawn with"
    ),
    "build-again": Wording("重新运行 reportgen build", "run reportgen build again"),
    "follow-up": Wording(
        "在回应它的那一节或那一条加上 follows: [{id}]", "add follows: [{id}] to the section or item that reports on it"
    ),
    "follow-up-item": Wording(
        "在回应它的那一节或那一条用 follows 写上其中条目的编号",
        "name the ids of its items under follows in the section or item that reports on it",
    ),
    "check-copy": Wording(
        "核对后改正；的确没有变，就在行末注明", "check it; where nothing did change, say so at the line's end"
    ),
    "fill-number": Wording("填上数；写草稿时加 --draft，只作警告", "fill it in; with --draft it is only a warning"),
    "install-git": Wording("装上 git，再开一个新的命令窗口", "install git, then open a new terminal"),
    "ease-line": Wording(
        "改动这一段的几个字，或把版式 keep、名词解释里过长的词缩短",
        "change a few words of the paragraph, or shorten a long term of keep or of the glossary",
    ),
    "fewer-pages": Wording(
        "缩短标题、合并各节，或在版式里改小字号、page.most",
        "shorten titles, join sections, or change sizes or page.most in the style sheet",
    ),
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
    "yaml-says": Wording("YAML 的原话：{problem}", "in YAML's words: {problem}"),
    "print-bracket": Wording("要印出【 本身，请写两个：【【", "to print 【 itself, write it twice: 【【"),
    "define-metric": Wording("在 metrics 里加上“{name}”", "add “{name}” to metrics"),
    "known-aspects": Wording(
        "指标可写 【{name}】【{name}：数值】【{name}：名称】【{name}：变化】",
        "a metric is 【{name}】, 【{name}：数值】, 【{name}：名称】 or 【{name}：变化】",
    ),
    "write-number": Wording("写 546、3.5、5.8万 这样的数", "write numbers such as 546, 3.5, 5.8万"),
    "write-number-as": Wording("写 {number}", "write {number}"),
    "parts-apart": Wording(
        "数写 {number}；单位写在 unit 里，余、多、约、近等写在 qualifier 里",
        "write {number}; the unit goes to unit, and 余 多 约 近 to qualifier",
    ),
    "add-history": Wording(
        "放好上一年的报告，或在指标里写 history: {{{year}: …}}",
        "keep last year's report beside this one, or write history: {{{year}: …}} in the metric",
    ),
    "write-length": Wording("写 12pt、5mm、2em、1行、3号 这样的长度", "write lengths such as 12pt, 5mm, 2em, 1行, 3号"),
    "write-line": Wording("加大这里的 line，或减小 size", "make its line higher, or its size smaller"),
    "lessen-margins": Wording("减小 top、bottom、left、right", "lessen top, bottom, left and right"),
    "lessen-indents": Wording(
        "减小左右的缩进（left、right、hang、first_line、inset、room）或字号",
        "lessen what is kept free left and right (left, right, hang, first_line, inset, room), or the size",
    ),
    "lessen-or-widen": Wording("减小这里的长度，或加大页边距", "lessen this length, or widen the margin"),
    "fewer-columns": Wording("减小 columns、gap、pad 或字号", "lessen columns, gap, pad, or the sizes"),
    "widen-column": Wording("加大这一栏的份额，或减小 inset", "give this column a larger share, or lessen inset"),
    "extend-style": Wording(
        "在版式里写 extends: plenary，或照 plenary 的样子写 draft",
        "write extends: plenary, or a draft key as plenary has",
    ),
    "close-file": Wording(
        "若它正在 Word 或 WPS 里打开，请关闭后再试", "close it if it is open in Word or WPS, then try again"
    ),
    "see-help": Wording("运行 reportgen --help 看用法", "run reportgen --help"),
    "write-reference": Wording("写【{name}】", "write 【{name}】"),
    "use-metric": Wording("在文字里写【{name}】，或删去这个指标", "write 【{name}】 in a text, or delete the metric"),
    "fill-in": Wording(
        "补上内容，或删去；草稿可加 --draft", "fill it in or delete it; a draft is checked with --draft"
    ),
    "write-instead": Wording("写“{right}”", "write “{right}”"),
    "pair-quotes": Wording("写成“……”，里面再引用时用‘……’", "write “…”, and ‘…’ for a quotation inside"),
    "type-standard": Wording(
        "用输入法重新输入，选标准的字；标准里没有的字，改用别的写法",
        "type it again and choose the standard character; one that has none is written in another way",
    ),
    "bring-face": Wording(
        "把有这个字的字体文件放进 fonts 文件夹，或换一种写法",
        "put a font file that has it into the folder fonts, or write it in another way",
    ),
    "bring-font": Wording(
        "把字体文件放进 fonts 文件夹；要用电脑里装的字体，加 --fonts system",
        "put its file into the folder fonts, or allow installed fonts with --fonts system",
    ),
    "other-face": Wording("换一个字体文件", "use another font file"),
    "make-workspace": Wording(
        "到放报告的文件夹里运行，或用 --root 指明它",
        "run in the folder of the reports, or name it with --root",
    ),
    "pass-encoding": Wording("加上 --encoding，整理时改存为 UTF-8", "pass --encoding to have it saved as UTF-8"),
}

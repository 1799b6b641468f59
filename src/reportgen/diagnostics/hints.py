"""What to do about a diagnostic, and the program's own words that fill in its sentence, in both languages."""

from reportgen.text.wording import Wording

KINDS = {
    "text": Wording("一个值", "a single value"),
    "list": Wording("列表", "a list"),
    "fields": Wording("下级字段", "nested fields"),
}
"""What was found where something else was expected."""

PERMISSIONS = {
    "installable": Wording("可嵌入", "may be embedded"),
    "editable": Wording("可嵌入（可编辑）", "may be embedded for editing"),
    "preview": Wording("可嵌入（仅供阅览和打印）", "may be embedded for reading and printing"),
    "restricted": Wording("不许嵌入", "may not be embedded"),
    "whole": Wording("只许整个嵌入", "may only be embedded whole"),
    "bitmaps": Wording("只许嵌入点阵", "may only be embedded as bitmaps"),
}
"""What the licence bits of a font allow."""

UNTRACKED = {
    "grounds": Wording("封面底色上的年份", "the year on the ground of the cover"),
    "contents": Wording("目录里的标题和页码", "titles and page numbers in the contents"),
    "furniture": Wording("页眉和页脚", "headers and footers"),
    "beside": Wording("文字旁边的用时和数字", "the minutes and figures beside the text"),
    "sections": Wording("分节和分页", "section and page breaks"),
    "styles": Wording("样式（表格里数的对齐位置等）", "styles, such as the alignment of numbers in tables,"),
    "lists": Wording("编号的样子", "numbering formats"),
    "properties": Wording("文件属性", "file properties"),
}
"""What tracked changes cannot express."""

ARCHIVE_FAULTS = {
    "protected": Wording("设了密码，或是 .doc 格式", "it has a password or is in the format .doc"),
    "compression": Wording("压缩的方法不认识", "it is compressed in an unknown way"),
    "damaged": Wording("已损坏", "it is damaged"),
    "unpacked": Wording("解压后大得不像报告", "unpacked it is far larger than a report"),
    "parts": Wording("里面的文件多得不像报告", "it has far more parts than a report"),
    "twice": Wording("里面有同名的文件", "two of its parts have the same name"),
}
"""What keeps a DOCX from being unpacked."""

INPUTS = {
    "logo": Wording("徽标图片", "the logo picture"),
    "earlier": Wording("更早年份的报告", "reports of earlier years"),
    "office": Wording("reportgen.yaml 里的 office", "office in reportgen.yaml"),
}
"""Inputs of a file that have no fixed path in a workspace."""

HINTS: dict[str, Wording] = {
    "save-unprotected": Wording(
        "请做这个文件的人另存一份没有密码、没有限制的", "ask for a copy without password or restrictions"
    ),
    "copy-pdf-again": Wording("重新导出或拷贝这个 PDF", "export or copy the PDF again"),
    "split-pdf": Wording("分成几个文件再印", "split it into several files"),
    "one-size": Wording("把各页改成同样大小，再导出", "give all pages one size and export again"),
    "export-again": Wording("用排版软件重新导出 PDF", "export the PDF again"),
    "embed-fonts": Wording("重新导出 PDF，选“嵌入字体”", "export the PDF again with its fonts embedded"),
    "sharper-picture": Wording("换一张更大的图片，或者缩小了放", "use a larger picture, or print it smaller"),
    "black-alone": Wording(
        "把字改成单色黑；自己的报告可以加 --ink black", "make the text pure black; for a report, add --ink black"
    ),
    "less-ink": Wording("换一种浅些的颜色", "use a lighter colour"),
    "flatten": Wording("导出 PDF/X-1a，或者拼合透明", "export PDF/X-1a, or flatten transparency"),
    "write-path": Wording(
        "写从工作文件夹起的路径，如 images/emblem.svg，用 /，不用 .. 和盘符",
        "write a path relative to the workspace, such as images/emblem.svg; use /, no .. and no drive letter",
    ),
    "place-logo": Wording("在 cover 里加一行“- {{field: logo}}”", "add a line “- {{field: logo}}” to cover"),
    "save-as-picture": Wording("用看图或绘图软件另存为 PNG 或 SVG", "save it as PNG or SVG from an image editor"),
    "rename-picture": Wording("把文件名的后缀改成对应的", "give the file the matching extension"),
    "save-picture-again": Wording("重新导出或拷贝这个文件", "export or copy the file again"),
    "shrink-picture": Wording(
        "缩小到高 2000 像素以内再存；印刷有 600 像素就够",
        "scale it down to at most 2,000 pixels in height; 600 are enough for print",
    ),
    "save-as-rgb": Wording("另存为 RGB 颜色的 PNG 或 JPEG", "save it as an RGB PNG or JPEG"),
    "outline-text": Wording(
        "在绘图软件里把文字转成路径（轮廓、曲线），再存一次",
        "convert text to paths (outlines, curves) in the drawing program and save again",
    ),
    "plain-drawing": Wording(
        "在绘图软件里另存为普通 SVG，去掉图片、滤镜、图案、链接；或导出高 600 像素以上的 PNG",
        "save it as plain SVG without images, filters, patterns or links, or export a PNG at least 600 pixels high",
    ),
    "size-drawing": Wording(
        "在绘图软件里把画布裁到图形大小，再存一次",
        "crop the canvas to the drawing in the drawing program and save again",
    ),
    "copy-inside": Wording(
        "删去链接，把它所指的文件复制到这里", "replace the link with a copy of the file that it leads to"
    ),
    "other-folder": Wording(
        "用 cd 换到放报告的文件夹，再运行", "change to the reports folder with cd, then run the command again"
    ),
    "fewer-jobs": Wording(
        "多半是内存不够：用 --jobs 1 再生成一次", "memory may have run out: build it again with --jobs 1"
    ),
    "fetch-again": Wording(
        "重新拷贝这个文件；有密码的，先在 Word 里去掉", "copy the file again; remove a password in Word first"
    ),
    "shorten-metrics": Wording("缩短指标的 label、unit", "shorten the label and the unit of the metrics"),
    "split-text": Wording("分成几段、几节；或者补上漏掉的引号", "divide it into sections, or close a quote left open"),
    "write-date": Wording("写上 date: 2026-01-16 这样的一行", "add a line such as date: 2026-01-16"),
    "take-back": Wording(
        "Word 文件里该留的改动，用 reportgen absorb 收回；不该留的，重新运行 reportgen build",
        "take changes of a Word file that are to stay back with reportgen absorb; else run reportgen build again",
    ),
    "build-again": Wording("重新运行 reportgen build", "run reportgen build again"),
    "follow-up": Wording(
        "在回应它的那一节或那一条加上 follows: [{id}]", "add follows: [{id}] to the section or item that follows it up"
    ),
    "write-review": Wording("在标题下面写上做了什么", "say below its title what was done"),
    "check-copy": Wording(
        "核对后改正；的确没有变，就在行末注明",
        "check it; if it really has not changed, add a comment at the end of the line",
    ),
    "fill-number": Wording("填上数", "fill it in"),
    "install-git": Wording("装上 git，再开一个新的命令窗口", "install git, then open a new terminal"),
    "ease-line": Wording(
        "改动这一段的几个字，或把版式 keep 里过长的词缩短",
        "change a few words of the paragraph, or shorten a long word in keep",
    ),
    "fewer-pages": Wording(
        "缩短标题、合并各节，或在版式里改小字号、page.max_pages",
        "shorten titles, merge sections, or change sizes or page.max_pages in the style sheet",
    ),
    "nearest": Wording("是不是“{near}”？", "did you mean “{near}”?"),
    "indent-under": Wording(
        "它是 {owners} 里面的字段，写到那一层，多缩进两格",
        "it is a field within {owners}: write it there, indented by two more spaces",
    ),
    "outdent-to": Wording("它属于上一层，与“{owner}”对齐", "align it with “{owner}”, where it belongs"),
    "known-keys": Wording("这里可以写：{known}", "allowed fields: {known}"),
    "known-names": Wording("可用的有：{known}", "available: {known}"),
    "rename-key": Wording("改写成 {new}", "write {new} instead"),
    "add-key": Wording("加一行“{key}: …”", "add a line “{key}: …”"),
    "write-list": Wording("每条一行，以“- ”开头", "write one entry per line, each starting with “- ”"),
    "write-fields": Wording(
        "换行缩进两格，写“{example}”", "write “{example}” on the next line, indented by two spaces"
    ),
    "quote-text": Wording(
        "文字里有“: ”或以符号开头时，用英文双引号把整句括起来",
        "put text that contains “: ” or starts with a symbol in double quotes",
    ),
    "write-quoted": Wording("把这段文字放进引号里：{quoted}", "quote this text: {quoted}"),
    "write-plain-year": Wording("年份只写【{name}】", "for a year, write just 【{name}】"),
    "write-single-quoted": Wording("改用单引号：{quoted}", "use single quotes: {quoted}"),
    "close-before-comment": Wording("在“ #”前面写“{closing}”", "write “{closing}” before the “ #”"),
    "indent-block": Wording("每行比字段名多缩进两格", "indent each line by two spaces more than its field"),
    "text-on-next-line": Wording("文字另起一行，缩进两格", "start it on the next line, indented by two spaces"),
    "update-program": Wording(
        "更新 reportgen；确是旧格式的文件，写 schema: 1",
        "update reportgen; if the file is in format 1, write schema: 1",
    ),
    "delete-entry": Wording("删去这一条", "delete this entry"),
    "delete-character": Wording("把它删掉", "delete it"),
    "save-as-utf8": Wording(
        "用编辑器另存为 UTF-8 编码，或运行 reportgen fmt 年份 --encoding",
        "save the file as UTF-8, or run reportgen fmt YEAR --encoding",
    ),
    "fix-listed-first": Wording("先改列出来的，再检查一遍", "fix those that are listed, then check again"),
    "type-again": Wording("对照底稿，把这里的字重新输入", "type the text again, checking it against the original"),
    "write-colon": Wording("写英文冒号加一个空格“: ”", "write an ASCII colon and a space “: ”"),
    "write-comma": Wording("写英文逗号加一个空格“, ”", "write an ASCII comma and a space “, ”"),
    "write-dash": Wording("写英文减号加一个空格“- ”", "write an ASCII hyphen and a space “- ”"),
    "write-mark": Wording("写英文的“{right}”", "write an ASCII “{right}”"),
    "write-hash": Wording("写英文的“#”", "write an ASCII “#”"),
    "write-space": Wording("换成普通的空格", "use a plain space instead"),
    "indent-two": Wording("每一层用两个空格缩进", "indent each level with two spaces"),
    "indent-by-style": Wording("段首空两格由版式来排，文件里不必写", "delete it; the style sheet indents paragraphs"),
    "number-without-comma": Wording("写数时不要分节逗号", "write the number without commas"),
    "quote-one-entry": Wording("若本是一条，请给它加上英文双引号", "if it is one entry, put it in ASCII double quotes"),
    "quotes-of-file": Wording(
        "不想印引号：{quoted}；就是要印：{kept}", "to leave the quotes out: {quoted}; to print them: {kept}"
    ),
    "close-quote": Wording("在文字末尾加上 {mark}", "add {mark} at the end of the text"),
    "close-bracket": Wording("在末尾加上“{closing}”", "add “{closing}” at the end"),
    "quote-hash": Wording("文字里要有 # 时，用英文双引号把整句括起来", "put text that contains # in double quotes"),
    "align-line": Wording("与同级的字段上下对齐", "align it with the fields on the same level"),
    "choose-side": Wording(
        "留下要的一边，删去另一边和 <<<<<<<、=======、>>>>>>> 三行",
        "keep one side; delete the other and the <<<<<<<, ======= and >>>>>>> lines",
    ),
    "write-field": Wording(
        "写成“名称: 内容”；若是接着上面的文字，缩进到与它对齐",
        "write “name: value”; to continue the text above, indent it to match",
    ),
    "yaml-basics": Wording(
        "先看这一行和上一行：缩进是否对齐，英文冒号后是否有空格，引号是否成对",
        "check this line and the one above: indentation, a space after each colon, matching quotes",
    ),
    "yaml-says": Wording("YAML 的原话：{problem}", "YAML reports: {problem}"),
    "print-bracket": Wording("要印出【 本身，请写两个：【【", "to print a literal 【, write it twice: 【【"),
    "define-metric": Wording("在 metrics 里加上“{name}”", "add “{name}” to metrics"),
    "known-aspects": Wording(
        "指标可写 【{name}】【{name}：数值】【{name}：名称】【{name}：变化】",
        "write 【{name}】, 【{name}：数值】, 【{name}：名称】 or 【{name}：变化】",
    ),
    "write-number": Wording("写 546、3.5、5.8万 这样的数", "write a number such as 546, 3.5 or 5.8万"),
    "write-number-as": Wording("写 {number}", "write {number}"),
    "parts-apart": Wording(
        "数写 {number}；单位写在 unit 里，余、多、约、近等写在 qualifier 里",
        "write {number}; put the unit in unit, and 余 多 约 近 in qualifier",
    ),
    "add-history": Wording(
        "放好上一年的报告，或在指标里写 history: {{{year}: …}}",
        "put last year's report beside this one, or add history: {{{year}: …}} to the metric",
    ),
    "write-length": Wording(
        "写 12pt、5mm、2em、1行、3号 这样的长度", "write a length such as 12pt, 5mm, 2em, 1行 or 3号"
    ),
    "write-line": Wording("加大这里的 line，或减小 size", "increase line here, or decrease size"),
    "lessen-margins": Wording("减小 top、bottom、left、right", "decrease top, bottom, left or right"),
    "lessen-indents": Wording(
        "减小左右的缩进（left、right、hang、first_line、inset、room）或字号",
        "decrease the indents (left, right, hang, first_line, inset, room) or the font size",
    ),
    "change-side": Wording("改 side 的 inner、width、gap、outer", "change inner, width, gap or outer of side"),
    "lessen-or-widen": Wording("减小这里的长度，或加大页边距", "decrease this length, or widen the margin"),
    "raise-ground": Wording("加大 height，或减小 inset", "increase height, or decrease inset"),
    "fewer-columns": Wording("减小 columns、gap、pad 或字号", "decrease columns, gap, pad or the font size"),
    "widen-column": Wording("加大这一栏的份额，或减小 inset", "give this column a larger share, or decrease inset"),
    "extend-nearer": Wording(
        "直接继承下面的一个版式，把中间各层的改动并进来",
        "extend a sheet further down, and take over the changes of those between",
    ),
    "write-colour": Wording('直接写六位颜色，如 "#9b1b1e"', 'write six hex digits, such as "#9b1b1e"'),
    "extend-style": Wording(
        "在版式里写 extends: plenary，或照 plenary 的样子写 draft",
        "write extends: plenary, or copy the draft key of plenary",
    ),
    "close-file": Wording(
        "若它正在 Word 或 WPS 里打开，请关闭后再试", "if it is open in Word or WPS, close it and try again"
    ),
    "send-report": Wording(
        "请把 {file} 发给维护者，里面没有报告的内容",
        "please send {file} to the maintainers; it contains no words of the report",
    ),
    "send-line": Wording("请把这一行报告给维护者", "please report this line to the maintainers"),
    "delete-link": Wording("删去这个链接，再试一次", "delete the link and try again"),
    "see-help": Wording("运行 {command} --help 看用法", "run {command} --help for usage"),
    "write-argument": Wording("{text}", "{text}"),
    "show-completion": Wording(
        "运行 reportgen --show-completion，把显示的脚本加到 $PROFILE 里",
        "run reportgen --show-completion and add the script it prints to $PROFILE",
    ),
    "align-field": Wording("与同级的字段或“- ”对齐", "align it with the fields or dashes of its level"),
    "write-mark-plain": Wording("写 {mark}", "write {mark}"),
    "write-commas": Wording("用“, ”隔开；确实只有一条，就加引号", "separate entries with “, ”; quote a single entry"),
    "add-dash": Wording(
        "在行首加上“- ”；确实是一条，就写在一行", "start it with “- ”; write a single entry on one line"
    ),
    "delete-unit": Wording(
        "删去“{typed}”；只要数字，写【…：数值】", "delete “{typed}”; for the number alone write 【…：数值】"
    ),
    "delete-scale": Wording("把单位里的“{typed}”删去", "delete “{typed}” from the unit"),
    "write-plain": Wording("改成“{plain}”", "write “{plain}”"),
    "delete-ordinal": Wording("删去“{typed}”", "delete “{typed}”"),
    "quote-double": Wording(
        "给整段文字加上双引号，\\n 就是换行", "put the whole text in double quotes, where \\n is a line break"
    ),
    "delete-markup": Wording("删去，或改成要印的字", "delete it, or write what is to print"),
    "write-reference-if-same": Wording(
        "是同一个数就写【{name}】；不是，就写明是谁的、哪段时间的数",
        "if it is the same figure, write 【{name}】; if not, say whose it is or of which time",
    ),
    "write-reference": Wording("写【{name}】", "write 【{name}】"),
    "use-metric": Wording("在文字里写【{name}】，或删去这个指标", "use 【{name}】 in a text, or delete the metric"),
    "fill-in": Wording("补上内容，或删去", "fill it in or delete it"),
    "use-draft": Wording(
        "还在写草稿，就加 --draft，只作警告", "while drafting, use --draft: it is only a warning then"
    ),
    "save-anew": Wording(
        "在 Word 或 WPS 里打开，另存一份再导入", "open it in Word or WPS, save it anew, and import that"
    ),
    "remove-password": Wording(
        "在 Word 或 WPS 里去掉密码，另存一份再导入", "remove the password in Word or WPS, save it, and import that"
    ),
    "save-as-word": Wording(
        "在 Word 或 WPS 里另存为 .docx，再导入", "save it as .docx in Word or WPS, and import that"
    ),
    "place-imported": Wording("放进该放的地方，再删去这行注释", "move it into a field, and delete the comment"),
    "check-session": Wording("核对会议的届次", "check the number of the session"),
    "check-figures": Wording("核对这几个数", "check these figures"),
    "write-instead": Wording("写“{right}”", "write “{right}”"),
    "say-share": Wording(
        "写下降百分之几、几分之几，或降到多少", "give the fall in percent or as a fraction, or say to what it fell"
    ),
    "pair-marks": Wording("补上另一半，或删去这一个", "add its partner, or delete it"),
    "finish-text": Wording("写完这一句；已经写完，就改成句号", "finish the sentence, or end it with a full stop"),
    "pair-quotes": Wording("写成“……”，里面再引用时用‘……’", "write “…”, and ‘…’ for quotes inside quotes"),
    "type-standard": Wording(
        "用输入法重新输入，选标准的字；标准里没有的字，改用别的写法",
        "type it again with an input method and choose the standard character; if there is none, word it differently",
    ),
    "bring-face": Wording(
        "把有这个字的字体文件放进 fonts 文件夹，或换一种写法",
        "put a font file that has it in the fonts folder, or word it differently",
    ),
    "bring-font": Wording(
        "把字体文件放进 fonts 文件夹；要用电脑里装的字体，加 --fonts system",
        "put the font file in the fonts folder, or use --fonts system to allow installed fonts",
    ),
    "other-face": Wording("换一个字体文件", "use another font file"),
    "move-away": Wording("要重新起草，先把它改名或移走", "to start again, rename it or move it away first"),
    "name-parent": Wording("写 --root {parent}", "pass --root {parent}"),
    "name-workspace": Wording(
        "--root 后面写放 data 的那个文件夹", "pass the folder that has the folder data in it with --root"
    ),
    "end-in-docx": Wording(
        "写成 .docx 结尾；要 PDF 的对照表，用 --format pdf", "end it in .docx; for a table as PDF, use --format pdf"
    ),
    "make-workspace": Wording(
        "到放报告的文件夹里运行，或用 --root 指明它",
        "run the command in the reports folder, or pass the folder with --root",
    ),
    "begin-workspace": Wording(
        "还没有的，用 reportgen init 从头开始", "if there is none yet, begin one with reportgen init"
    ),
    "import-report": Wording(
        "已有 Word 文件的，用 reportgen import 变成报告", "to begin with a Word file, use reportgen import"
    ),
    "pass-encoding": Wording("加上 --encoding，整理时改存为 UTF-8", "add --encoding to save it as UTF-8"),
}

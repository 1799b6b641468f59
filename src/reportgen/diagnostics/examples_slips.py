"""Examples of what an input method or an editor types in place of a plain mark or space."""

from reportgen.diagnostics.example import Example
from reportgen.text.wording import Wording

# Invisible characters are escaped here; the pages show their code points.
SLIP_EXAMPLES: dict[str, Example] = {
    "slip-colon": Example(
        Wording(
            "程序靠英文冒号分清字段名和内容。中文冒号只是文字，整行会被当成一段话。",
            "The program tells a field name from its content by an ASCII colon. A full-width colon is ordinary text, "
            "so the whole line is read as text.",
        ),
        "reviews:\n  title：工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "slip-colon-space": Example(
        Wording(
            "冒号紧贴文字时，字段名和内容连成了一个词，字段就不见了。",
            "When the colon is glued to the text, the name and its content become one word and the field is lost.",
        ),
        "reviews:\n  title:工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "slip-comma": Example(
        Wording(
            "方括号里只有英文逗号能分开各条。用中文逗号，几条会印成一条。",
            "Inside square brackets only ASCII commas separate entries. With full-width commas, several entries "
            "print as one.",
        ),
        "tasks:\n  title: 主要任务\n  items: [政治协商，民主监督，参政议政]\n",
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督, 参政议政]\n",
    ),
    "slip-comma-missing": Example(
        Wording(
            "花括号里的字段要用英文逗号隔开。少一个逗号，后一个字段就成了前一个的内容。",
            "Fields inside braces are separated by commas. Without one, the second field becomes part of the first.",
        ),
        "metrics:\n  提案: {label: 征集提案 value: 546, unit: 件}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
    ),
    "slip-comma-doubtful": Example(
        Wording(
            "同一个列表里两种逗号都有：中文逗号可能是标题里的标点，也可能是打错的分隔号，只有作者知道。",
            "This list contains both kinds of comma. The full-width one may be punctuation in a title or a mistyped "
            "separator; only the author knows.",
        ),
        "tasks:\n  title: 主要任务\n  items: [履职尽责，服务大局, 参政议政]\n",
        'tasks:\n  title: 主要任务\n  items: ["履职尽责，服务大局", 参政议政]\n',
    ),
    "slip-dash": Example(
        Wording(
            "列表的每一条由英文减号加空格引出。写成长横线或少了空格，这一条会并到上面的文字里，或整个列表读不出来。",
            "Each list entry starts with an ASCII hyphen and a space. With a long dash or without the space, the "
            "entry is joined to the text above, or the list cannot be read at all.",
        ),
        "reviews:\n  title: 工作回顾\n  items:\n    － 召开专题议政性常委会会议\n    － 开展专项民主监督\n",
        "reviews:\n  title: 工作回顾\n  items:\n    - 召开专题议政性常委会会议\n    - 开展专项民主监督\n",
    ),
    "slip-bracket": Example(
        Wording(
            "全角括号只是文字，里面的字段一个也读不出来。",
            "Full-width brackets are ordinary text: none of the fields inside can be read.",
        ),
        "metrics:\n  提案: ｛label: 征集提案, value: 546, unit: 件｝\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案【提案】。\n",
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案【提案】。\n",
    ),
    "slip-hash": Example(
        Wording(
            "全角的井号引不出注释，这一行会当成报告的内容来读。",
            "A full-width number sign does not start a comment, so this line is read as part of the report.",
        ),
        "＃ 以下由提案委提供\nreviews:\n  title: 工作回顾\n",
        "# 以下由提案委提供\nreviews:\n  title: 工作回顾\n",
    ),
    "slip-number-comma": Example(
        Wording(
            "花括号里逗号是分隔号：58,000 会读成 58，后面多出一个不认识的字段 000。",
            "Inside braces a comma is a separator: 58,000 is read as 58, followed by an unknown field 000.",
        ),
        "metrics:\n  群众: {label: 惠及群众, value: 58,000, unit: 人次}\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年惠及群众【群众】。\n",
        "metrics:\n  群众: {label: 惠及群众, value: 58000, unit: 人次}\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年惠及群众【群众】。\n",
    ),
    "slip-quotes": Example(
        Wording(
            "括住整段文字的英文引号不会印出来，中文引号会。多半是输入法把英文引号换成了中文引号。",
            "ASCII quotes around a whole text are not printed; Chinese quotes are. Usually an input method has "
            "replaced one with the other.",
        ),
        "reviews:\n  title: “工作回顾”\n",
        'reviews:\n  title: "工作回顾"\n',
    ),
    "slip-quotes-inside": Example(
        Wording(
            "中文引号保护不了里面的文字：“: ”前面会读成字段名，“ #”后面会被丢掉。",
            "Chinese quotes do not protect the text inside: what comes before “: ” is read as a field name, and what "
            "comes after “ #” is dropped.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: “打造 #有事来商量# 平台”\n",
        'reviews:\n  title: 工作回顾\n  intro: "打造 #有事来商量# 平台"\n',
    ),
    "slip-tab": Example(
        Wording(
            "Tab 在各台电脑上宽窄不同，看着对齐，其实层次说不准。",
            "A tab has a different width on each computer. Lines that look aligned may not be on the same level.",
        ),
        "reviews:\n\ttitle: 工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "indent-tabs": Example(
        Wording(
            "Tab 的宽窄各台电脑不同，YAML 不许用它缩进。reportgen fmt 年份 --ime 把每个 Tab 改成两个空格。",
            "Tabs differ in width on each computer, and YAML does not allow them as indentation. reportgen fmt YEAR "
            "--ime turns each tab into two spaces.",
        ),
        "reviews:\n\ttitle: 工作回顾\n\tintro: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "slip-colon-missing": Example(
        Wording(
            "没有冒号就不是字段，这一行和它下面的行都不知道属于哪里。",
            "Without its colon the line is not read as a field, and the lines below it do not belong to anything.",
        ),
        "reviews:\n  title: 工作回顾\n  items:\n    - title 走访委员\n      text: 走访委员120人次。\n",
        "reviews:\n  title: 工作回顾\n  items:\n    - title: 走访委员\n      text: 走访委员120人次。\n",
    ),
    "slip-dash-missing": Example(
        Wording(
            "没有“- ”，这一条的字段就算在上一条里，字段名因此重复。",
            "Without “- ” the fields of this entry belong to the one above, where they would be duplicates.",
        ),
        "reviews:\n  title: 工作回顾\n  items:\n    - title: 走访委员\n      text: 走访委员120人次。\n"
        "      title: 联系群众\n      text: 联系群众300人次。\n",
        "reviews:\n  title: 工作回顾\n  items:\n    - title: 走访委员\n      text: 走访委员120人次。\n"
        "    - title: 联系群众\n      text: 联系群众300人次。\n",
    ),
    "slip-invisible-name": Example(
        Wording(
            "名称里夹着看不见的字符，看着对，程序却认不出。多半是从网页或聊天软件里粘贴来的。",
            "With an invisible character in it, a name looks right but is not recognized. It usually comes from a web "
            "page or a chat program.",
        ),
        "reviews:\n  ti\u200btle: 工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "slip-space": Example(
        Wording(
            "全角空格、不间断空格看着是空白，程序却当成字：缩进和字段名都会因此读错。多半是从网页或 Word 里粘贴来的。",
            "Full-width and no-break spaces look like spaces but are read as letters, so indentation and field names "
            "are misread. They usually come from a web page or from Word.",
        ),
        "reviews:\n\u3000title: 工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "slip-space-text": Example(
        Wording(
            "这种空白会照样印出来，宽窄和普通空格不同，有的还会让该换行的地方换不了行。",
            "This whitespace is printed as it is. It is wider or narrower than a plain space, and some kinds prevent "
            "line breaks.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 推进 A\u00a0级联络站建设。\n",
        "reviews:\n  title: 工作回顾\n  intro: 推进 A 级联络站建设。\n",
    ),
    "slip-invisible": Example(
        Wording(
            "这种字符印不出来，却把一个词隔成两半：查找替换时找不到，【】里的名字也会对不上。",
            "This character does not print, but it splits a word in two: a search misses the word, and a name inside "
            "【】 no longer matches.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 全年征集\u200b提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "encoding-other": Example(
        Wording(
            "旧版记事本常存成别的编码。这次能读对，可换一台电脑或一个编辑器，就可能看到乱码。",
            "Old versions of Notepad often save in another encoding. This time the file was read correctly, but on "
            "another computer or in another editor it may look garbled.",
        ),
    ),
    "encoding-broken": Example(
        Wording(
            "文件在保存或传送时损坏了，这里是什么字已无从得知。印出来会缺字。",
            "The file was damaged when it was saved or sent, and the original character cannot be recovered. It "
            "would be missing in print.",
        ),
    ),
    "encoding-mixed": Example(
        Wording(
            "多半是把两个编码不同的文件拼到了一起。两种编码不能同时读对，总有一边是乱码。",
            "Usually two files in different encodings were joined. They cannot both be read correctly; one of them "
            "is always garbled.",
        ),
    ),
    "encoding-unknown": Example(
        Wording(
            "多半是 Word 文档、图片或压缩包，只是改了文件名。报告要用文本编辑器写成。",
            "Usually a Word document, a picture or an archive that was only renamed. Reports are written in a text "
            "editor.",
        ),
    ),
    "file-too-large": Example(
        Wording(
            "七百页的报告也不过 1 MB 多。这么大的文件多半不是报告，或粘进了别的东西。",
            "Even a report of seven hundred pages is little more than 1 MB. A file this large is probably not a "
            "report, or has something else pasted into it.",
        ),
    ),
    "character-control": Example(
        Wording(
            "从别的软件粘贴时会带进这种字符，Word 打不开含有它的文件。",
            "Pasting from other programs can bring in such characters. Word cannot open files that contain them.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案\u000b546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "character-private": Example(
        Wording(
            "这种字符由各家字体自己定，换一台电脑、换一种字体就变成别的字或空框。人名里的生僻字从旧软件里拷出来，常常是它；"
            "多数字在国际标准里已有自己的编码，照着重新输入即可。",
            "Every font defines these characters differently: on another computer or in another font they become a "
            "different character or an empty box. Rare characters in names copied from old programs are often of "
            "this kind. Most of them now have a standard code: type them again.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 委员\ue863先生提出提案。\n",
        "reviews:\n  title: 工作回顾\n  intro: 委员䶮先生提出提案。\n",
    ),
    "character-lost": Example(
        Wording(
            "原来的字已经不在文件里，程序补不回来，印出来就是一个黑方块。",
            "The original character is no longer in the file and the program cannot restore it. It would print as a "
            "black box.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 协调解决群众关切问\ufffd500余项。\n",
        "reviews:\n  title: 工作回顾\n  intro: 协调解决群众关切问题500余项。\n",
    ),
    "bracket-wrong": Example(
        Wording(
            "[ 要用 ] 合上，{ 要用 } 合上。合错了，就不知道列表到哪里为止。",
            "[ is closed by ], and { by }. With the wrong bracket, the end of the list is unknown.",
        ),
        "tasks:\n  title: 主要任务\n  items: [坚持党的全面领导, 筑牢理论武装根基}\n",
        "tasks:\n  title: 主要任务\n  items: [坚持党的全面领导, 筑牢理论武装根基]\n",
    ),
}

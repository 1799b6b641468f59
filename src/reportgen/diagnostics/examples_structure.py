"""Examples of files whose structure cannot be read: quotes, brackets, indentation, unsupported YAML."""

from reportgen.diagnostics.example import Example
from reportgen.text.wording import Wording

STRUCTURE_EXAMPLES: dict[str, Example] = {
    "file-empty": Example(
        Wording(
            "文件是空的，或者只有注释（# 开头的行）。注释不是内容，印不出报告。",
            "The file is empty or contains only comments (lines that start with #). Comments are not content, so "
            "there is no report to print.",
        ),
        "# schema: 1\n# year: 2025\n# title: 工作报告\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "merge-conflict": Example(
        Wording(
            "两个人改了同一处，git 不知道听谁的，两种写法都留在文件里。不定下来，印出来会自相矛盾。",
            "Two people changed the same place. git cannot decide between them and left both versions in the file. "
            "Until one is chosen, the report contradicts itself.",
        ),
        "reviews:\n  title: 工作回顾\n"
        "<<<<<<< HEAD\n  intro: 全年征集提案546件。\n=======\n  intro: 全年征集提案564件。\n>>>>>>> 提案委\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "quote-backslash": Example(
        Wording(
            "双引号里的反斜杠和后面的字合起来是一个记号，如 \\n 是换行；单引号里它就是它自己。",
            "Inside double quotes a backslash and what follows it are one sign, as \\n is a line break. Inside single "
            "quotes it is just itself.",
        ),
        'reviews:\n  title: 工作回顾\n  intro: "文件见 D:\\报告。"\n',
        "reviews:\n  title: 工作回顾\n  intro: '文件见 D:\\报告。'\n",
    ),
    "bracket-in-comment": Example(
        Wording(
            "“ #”之后都是注释，程序看不到里面的括号，会以为还没有合上。",
            "Everything after “ #” is a comment. A closing bracket in it is not seen, so the bracket stays open.",
        ),
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督 # 待核]\n",
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督] # 待核\n",
    ),
    "indent-uneven": Example(
        Wording(
            "同一个列表的各条要上下对齐；不齐，就分不清哪些是同一层。",
            "The entries of a list must line up; otherwise their level is unclear.",
        ),
        "tasks:\n  title: 主要任务\n  items:\n      - 政治协商\n    - 民主监督\n",
        "tasks:\n  title: 主要任务\n  items:\n    - 政治协商\n    - 民主监督\n",
    ),
    "block-unindented": Example(
        Wording(
            "“>-”和“|”下面的文字要比字段名多缩进两格，才算是它的内容。",
            "The text below “>-” and “|” must be indented more than its field to be part of it.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: >-\n  全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: >-\n    全年征集提案546件。\n",
    ),
    "text-beside-mark": Example(
        Wording(
            "“>”和“|”表示文字从下一行开始；要印的文字本身以它们开头时，请加引号。",
            "“>” and “|” say that the text starts on the next line. Quote a text that itself starts with one of them.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: > 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: >\n    全年征集提案546件。\n",
    ),
    "quote-unclosed": Example(
        Wording(
            "引号没有收尾，下面的行就都算在这段文字里，后面的字段全读不出来。",
            "Until the quote is closed, the lines below belong to this text and none of their fields can be read.",
        ),
        'reviews:\n  title: "工作回顾\n  intro: 全年征集提案546件。\n',
        'reviews:\n  title: "工作回顾"\n  intro: 全年征集提案546件。\n',
    ),
    "bracket-unclosed": Example(
        Wording(
            "括号没有收尾，下面的字段都会算进这个括号里。",
            "Until the bracket is closed, the fields below are read as part of it.",
        ),
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督, 参政议政\n",
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督, 参政议政]\n",
    ),
    "text-cut": Example(
        Wording(
            "空格加 # 是注释的开头。这段文字印到这里就断了，后半句悄悄丢掉。",
            "A space followed by # starts a comment. The text is printed up to this point, and the rest is silently "
            "lost.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 打造 #有事来商量# 协商平台。\n",
        'reviews:\n  title: 工作回顾\n  intro: "打造 #有事来商量# 协商平台。"\n',
    ),
    "text-cut-in-brackets": Example(
        Wording(
            "空格加 # 是注释的开头。收尾的括号也成了注释，下面的内容都会算进括号里。",
            "A space followed by # starts a comment. The closing bracket is part of the comment, so the lines below "
            "are read as part of the bracket.",
        ),
        "reviews:\n  title: 工作回顾\n  items: [打造 #有事来商量# 平台]\n",
        'reviews:\n  title: 工作回顾\n  items: ["打造 #有事来商量# 平台"]\n',
    ),
    "indent-crooked": Example(
        Wording(
            "每一行属于谁，全看缩进。多一格少一格，就说不清这一行归哪个字段。",
            "Indentation alone decides what a line belongs to. With one space too many or too few, it is unclear "
            "which field the line belongs to.",
        ),
        "reviews:\n  title: 工作回顾\n intro: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "line-without-colon": Example(
        Wording(
            "文件里每一行要么是一个字段，要么接着上一段文字。这一行两样都不是，只好不印。",
            "Every line is either a field or the continuation of a text. This line is neither, so it cannot be "
            "printed.",
        ),
        "reviews:\n  title: 工作回顾\n一年来，各项工作取得新进展。\ntasks:\n  title: 主要任务\n",
        "reviews:\n  title: 工作回顾\n  intro: 一年来，各项工作取得新进展。\ntasks:\n  title: 主要任务\n",
    ),
    "text-unquoted": Example(
        Wording(
            "有些符号在文件里有特别的意思：{ [ & * ! % @ 开头，或文字中间的“: ”。文字里用到时要加引号。",
            "Some symbols have a special meaning in the file: { [ & * ! % @ at the start, or “: ” within a text. "
            "Quote a text that contains them.",
        ),
        "reviews:\n  title: [图解] 工作回顾\n",
        'reviews:\n  title: "[图解] 工作回顾"\n',
    ),
    "yaml-syntax": Example(
        Wording(
            "缩进、冒号、引号、括号合起来才说得清谁属于谁。这一行读不懂，就不知道后面的字印在哪里。",
            "Indentation, colons, quotes and brackets together show what belongs to what. When a line cannot be "
            "read, it is unclear where the following text should be printed.",
        ),
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
    ),
    "yaml-duplicate-key": Example(
        Wording(
            "同一个字段只能有一份内容。写两遍时，程序不能替作者决定印哪一份。",
            "A field has only one value. When it is written twice, the program cannot decide for the author which "
            "one to print.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n  intro: 全年立案提案521件。\n",
        "reviews:\n  title: 工作回顾\n  intro: |\n    全年征集提案546件。\n\n    全年立案提案521件。\n",
    ),
    "yaml-key-not-text": Example(
        Wording(
            "字段名是一个词。用括号或列表作字段名，程序不知道这是哪个字段。",
            "A field name is a single word. With a bracket or a list in its place, the program cannot tell which "
            "field is meant.",
        ),
        "reviews:\n  title: 工作回顾\n  [第一节, 第二节]: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "yaml-tag": Example(
        Wording(
            "! 开头的词会被当成给程序看的标记，不会印出来。报告里用不着这种标记。",
            "A word that starts with ! is read as a tag for programs and is not printed. Reports do not use tags.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: !NEW 全年征集提案546件。\n",
        'reviews:\n  title: 工作回顾\n  intro: "!NEW 全年征集提案546件。"\n',
    ),
    "yaml-anchor": Example(
        Wording(
            "& 开头的词会被当成锚点，不会印出来。报告是给人读的文字，同样的话写两遍就是了。",
            "A word that starts with & is read as an anchor and is not printed. A report is text for people: to "
            "repeat a sentence, write it twice.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: &R 研发企业走访32家。\n",
        'reviews:\n  title: 工作回顾\n  intro: "&R 研发企业走访32家。"\n',
    ),
    "yaml-alias": Example(
        Wording(
            "* 开头的词会被当成对别处内容的引用，不会照样印出来。",
            "A word that starts with * is read as a reference to content elsewhere and is not printed as it is.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: *A\n",
        'reviews:\n  title: 工作回顾\n  intro: "*A"\n',
    ),
    "yaml-too-deep": Example(
        Wording(
            "报告只有六七层。层次这么深，多半是括号或列表套错了。",
            "A report has only six or seven levels. Nesting this deep usually comes from misplaced brackets or lists.",
        ),
    ),
    "yaml-too-many": Example(
        Wording(
            "五千节的报告也到不了这个数。多半是粘进了别的数据。",
            "Even a report of five thousand sections stays below this limit. Other data was probably pasted in.",
        ),
    ),
    "yaml-text-too-long": Example(
        Wording(
            "一部七百页的报告，全部文字也不到这个数的一半。多半是漏了引号，或粘进了别的数据。",
            "All texts of a report of 700 pages together have less than half of that. A quote was probably left open.",
        ),
    ),
    "references-too-long": Example(
        Wording(
            "每个引用都要印出指标的名称和数。名称过长，引用又多，就印成几百本书。",
            "Each reference prints the label and the number of its metric. Long labels and many references would fill "
            "hundreds of books.",
        ),
    ),
    "yaml-several-documents": Example(
        Wording(
            "单独一行的 --- 表示下面是另一份文件，从那里起都不会印。",
            "A line consisting of --- starts another document; nothing after it would be printed.",
        ),
        "reviews:\n  title: 工作回顾\n---\ntasks:\n  title: 主要任务\n",
        "reviews:\n  title: 工作回顾\ntasks:\n  title: 主要任务\n",
    ),
}

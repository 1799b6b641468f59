"""Examples of files whose fields and levels cannot be made out: quotes, brackets, indentation, what YAML refuses."""

from reportgen.diagnostics.example import Example
from reportgen.diagnostics.wording import Wording

OF_STRUCTURE: dict[str, Example] = {
    "file-empty": Example(
        Wording(
            "文件是空的，或者只有注释（# 开头的行）。注释不是内容，印不出报告。",
            "The file is blank or has nothing but comments, lines that begin with #. Comments are no content.",
        ),
        "# schema: 1\n# year: 2025\n# title: 工作报告\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "merge-conflict": Example(
        Wording(
            "两个人改了同一处，git 不知道听谁的，两种写法都留在文件里。不定下来，印出来会自相矛盾。",
            "Two people changed the same place, and git kept both. Until one is chosen the report contradicts itself.",
        ),
        "reviews:\n  title: 工作回顾\n"
        "<<<<<<< HEAD\n  intro: 全年征集提案546件。\n=======\n  intro: 全年征集提案564件。\n>>>>>>> 提案委\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "quote-unclosed": Example(
        Wording(
            "引号没有收尾，下面的行就都算在这段文字里，后面的字段全读不出来。",
            "As long as the quote is open, the lines below belong to this text, and their fields are lost.",
        ),
        'reviews:\n  title: "工作回顾\n  intro: 全年征集提案546件。\n',
        'reviews:\n  title: "工作回顾"\n  intro: 全年征集提案546件。\n',
    ),
    "bracket-unclosed": Example(
        Wording(
            "括号没有收尾，下面的字段都会算进这个括号里。",
            "As long as the bracket is open, the fields below count as part of it.",
        ),
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督, 参政议政\n",
        "tasks:\n  title: 主要任务\n  items: [政治协商, 民主监督, 参政议政]\n",
    ),
    "text-cut": Example(
        Wording(
            "空格加 # 是注释的开头。这段文字印到这里就断了，后半句悄悄丢掉。",
            "A blank and # begin a comment: the text prints up to here, and the rest is silently lost.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 打造 #有事来商量# 协商平台。\n",
        'reviews:\n  title: 工作回顾\n  intro: "打造 #有事来商量# 协商平台。"\n',
    ),
    "text-cut-in-brackets": Example(
        Wording(
            "空格加 # 是注释的开头。收尾的括号也成了注释，下面的内容都会算进括号里。",
            "A blank and # begin a comment. The closing bracket is lost in it, and what follows counts as inside.",
        ),
        "reviews:\n  title: 工作回顾\n  items: [打造 #有事来商量# 平台]\n",
        'reviews:\n  title: 工作回顾\n  items: ["打造 #有事来商量# 平台"]\n',
    ),
    "indent-crooked": Example(
        Wording(
            "每一行属于谁，全看缩进。多一格少一格，就说不清这一行归哪个字段。",
            "Indentation alone says what a line belongs to. One blank more or less, and nobody can tell.",
        ),
        "reviews:\n  title: 工作回顾\n intro: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "line-without-colon": Example(
        Wording(
            "文件里每一行要么是一个字段，要么接着上一段文字。这一行两样都不是，只好不印。",
            "Every line is a field or carries on a text. This one does neither, so it could not be printed.",
        ),
        "reviews:\n  title: 工作回顾\n一年来，各项工作取得新进展。\ntasks:\n  title: 主要任务\n",
        "reviews:\n  title: 工作回顾\n  intro: 一年来，各项工作取得新进展。\ntasks:\n  title: 主要任务\n",
    ),
    "text-unquoted": Example(
        Wording(
            "有些符号在文件里有特别的意思：{ [ & * ! % @ 开头，或文字中间的“: ”。文字里用到时要加引号。",
            "Some marks have a meaning of their own in the file: { [ & * ! % @ at the start of a text, and “: ” within "
            "one. A text that has them stands in quotes.",
        ),
        "reviews:\n  title: [图解] 工作回顾\n",
        'reviews:\n  title: "[图解] 工作回顾"\n',
    ),
    "yaml-syntax": Example(
        Wording(
            "缩进、冒号、引号、括号合起来才说得清谁属于谁。这一行读不懂，就不知道后面的字印在哪里。",
            "Indents, colons, quotes and brackets together say what belongs to what. Where a line cannot be read, "
            "nobody knows where its words print.",
        ),
        "metrics:\n  提案 {label: 征集提案, value: 546, unit: 件}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\nreviews:\n  title: 工作回顾\n  intro: 【提案】\n",
    ),
    "yaml-duplicate-key": Example(
        Wording(
            "同一个字段只能有一份内容。写两遍时，程序不能替作者决定印哪一份。",
            "A field has one content. Where it is written twice, no program may choose which of them prints.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n  intro: 全年立案提案521件。\n",
        "reviews:\n  title: 工作回顾\n  intro: |\n    全年征集提案546件。\n\n    全年立案提案521件。\n",
    ),
    "yaml-key-not-text": Example(
        Wording(
            "字段名是一个词。用括号或列表作字段名，程序不知道这是哪个字段。",
            "A field’s name is one word. A list or a bracket in its place says nothing about which field is meant.",
        ),
        "reviews:\n  title: 工作回顾\n  [第一节, 第二节]: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "yaml-tag": Example(
        Wording(
            "! 开头的词会被当成给程序看的标记，不会印出来。报告里用不着这种标记。",
            "A word that begins with ! is taken for a tag, meant for programs, and does not print. Reports have none.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: !NEW 全年征集提案546件。\n",
        'reviews:\n  title: 工作回顾\n  intro: "!NEW 全年征集提案546件。"\n',
    ),
    "yaml-anchor": Example(
        Wording(
            "& 开头的词会被当成锚点，不会印出来。报告是给人读的文字，同样的话写两遍就是了。",
            "A word that begins with & is taken for an anchor and does not print. A report is plain text: what is "
            "said twice is written twice.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: &R 研发企业走访32家。\n",
        'reviews:\n  title: 工作回顾\n  intro: "&R 研发企业走访32家。"\n',
    ),
    "yaml-alias": Example(
        Wording(
            "* 开头的词会被当成对别处内容的引用，不会照样印出来。",
            "A word that begins with * is taken for a pointer to another place, and does not print as it stands.",
        ),
        "reviews:\n  title: 工作回顾\n  intro: *A\n",
        'reviews:\n  title: 工作回顾\n  intro: "*A"\n',
    ),
    "yaml-too-deep": Example(
        Wording(
            "报告只有六七层。层次这么深，多半是括号或列表套错了。",
            "A report has six or seven levels. Nesting this deep comes from brackets or lists gone wrong.",
        ),
    ),
    "yaml-too-many": Example(
        Wording(
            "五千节的报告也到不了这个数。多半是粘进了别的数据。",
            "A report of five thousand sections stays below this. Most likely other data was pasted in.",
        ),
    ),
    "yaml-several-documents": Example(
        Wording(
            "单独一行的 --- 表示下面是另一份文件，从那里起都不会印。",
            "A line of --- alone says that another document follows; nothing from there on would print.",
        ),
        "reviews:\n  title: 工作回顾\n---\ntasks:\n  title: 主要任务\n",
        "reviews:\n  title: 工作回顾\ntasks:\n  title: 主要任务\n",
    ),
}

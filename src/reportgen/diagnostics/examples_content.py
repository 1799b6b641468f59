"""Examples of reports that can be read but not printed as meant: ids, dates, numbers, references."""

from reportgen.diagnostics.example import Example
from reportgen.text.wording import Wording

_METRICS = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
_REVIEWS = "reviews:\n  title: 工作回顾\n"

CONTENT_EXAMPLES: dict[str, Example] = {
    "report-without-parts": Example(
        Wording(
            "只有标题和结语，没有工作回顾、主要任务或感悟，就没有正文可印。",
            "A report with only a title and a closing has no body to print: it needs reviews, tasks or insights.",
        ),
        "closing: 让我们携手奋进，谱写新篇章！\n",
        "closing: 让我们携手奋进，谱写新篇章！\nreviews:\n  title: 工作回顾\n",
    ),
    "part-empty": Example(
        Wording(
            "写了这一部分的名字，下面却没有内容。是忘了写，还是本不该有，只有作者知道。",
            "The part is named but has no content. Only the author knows whether it was forgotten or should not be "
            "there.",
        ),
        f"{_REVIEWS}tasks:\n",
        f"{_REVIEWS}tasks:\n  title: 主要任务\n",
    ),
    "item-empty": Example(
        Wording(
            "一条里只有编号之类的字段，没有可印的文字，印出来是一个空段。",
            "An item that has an id but no text prints as an empty paragraph.",
        ),
        f"{_REVIEWS}  items:\n    - id: 提案工作\n",
        f"{_REVIEWS}  items:\n    - id: 提案工作\n      title: 提案工作提质增效\n",
    ),
    "year-not-of-file": Example(
        Wording(
            "多半是复制了去年的文件，忘了改年份。【本年】和增减都按年份计算，年份错了都会印错。",
            "The file was probably copied from last year's and the year not updated. 【本年】 and changes are computed "
            "from the year, so a wrong year makes all of them wrong.",
        ),
        "schema: 1\nyear: 2024\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "id-invalid": Example(
        Wording(
            "编号不印出来，只供程序和下一年的报告查找，空格和标点容易抄错。",
            "Ids are not printed; the program and next year's report use them for lookup, and spaces or punctuation "
            "are easy to get wrong when copying.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n    - {id: 服务 大局, title: 坚持服务大局}\n",
        "tasks:\n  title: 主要任务\n  sections:\n    - {id: 服务大局, title: 坚持服务大局}\n",
    ),
    "id-duplicate": Example(
        Wording(
            "同一部分里两处用了一个编号，下一年的 follows 就不知道指的是哪一处。",
            "When two places in one part share an id, next year's follows cannot tell which one is meant.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n"
        "    - {id: 履职, title: 坚持服务大局}\n    - {id: 履职, title: 坚持履职为民}\n",
        "tasks:\n  title: 主要任务\n  sections:\n"
        "    - {id: 大局, title: 坚持服务大局}\n    - {id: 为民, title: 坚持履职为民}\n",
    ),
    "follows-outside-reviews": Example(
        Wording(
            "follows 说的是“去年定的任务今年做了”，是回顾的事；写在别处，不知道指什么。",
            "follows says that a task set last year was carried out, which only a review can report. It has no "
            "meaning elsewhere.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n    - {title: 坚持服务大局, follows: [服务大局]}\n",
        f"{_REVIEWS}  sections:\n    - {{title: 坚持服务大局, follows: [服务大局]}}\n",
    ),
    "date-unreadable": Example(
        Wording(
            "日期由版式决定怎样印，所以要先读懂；没有的日子（如 6 月 31 日）也读不懂。",
            "The style sheet decides how the date is printed, so the date must be understood first. A date that does "
            "not exist, such as 31 June, is not understood either.",
        ),
        f"date: 二〇二六年一月十六日\n{_REVIEWS}",
        f"date: 2026年1月16日\n{_REVIEWS}",
    ),
    "metric-name-invalid": Example(
        Wording(
            "文字里写【名】来引用指标：名里有空格或标点就认不准，叫“本年”又和年份分不开。",
            "Texts refer to a metric as 【name】. Spaces or punctuation make the name ambiguous, and 本年 is already a "
            "year.",
        ),
        "metrics:\n  提案 总数: {label: 征集提案, value: 546, unit: 件}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案 总数】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "number-pending": Example(
        Wording(
            "还不知道的数先写待填：草稿里印成“（待填）”，定稿前必须填上。",
            "Write 待填 for a number that is not known yet. A draft prints it as （待填）; a final report needs the "
            "number.",
        ),
        _METRICS.replace("546", "待填") + _REVIEWS + "  intro: 征集提案【提案】。\n",
        _METRICS + _REVIEWS + "  intro: 征集提案【提案】。\n",
    ),
    "number-unreadable": Example(
        Wording(
            "指标的数要拿来计算增减，得是一个数。“余”“约”写在 qualifier，单位写在 unit。",
            "Changes are calculated from the value of a metric, so it must be a number. Words such as 余 or 约 go in "
            "qualifier, the unit in unit.",
        ),
        f"metrics:\n  提案: {{label: 征集提案, value: 五百余, unit: 件}}\n{_REVIEWS}  intro: 全年征集提案【提案】。\n",
        "metrics:\n  提案: {label: 征集提案, value: 500, qualifier: 余, unit: 件}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "number-read-as": Example(
        Wording(
            "全角数字、分节逗号也读得懂，但要请您看一眼读得对不对。数字怎样分节由版式决定，与这里的写法无关。",
            "Full-width digits and grouping commas are understood, but please check that the number is right. How "
            "digits are grouped in print depends on the style sheet, not on the file.",
        ),
        "metrics:\n  群众:\n    label: 惠及群众\n    value: 58,000\n    unit: 人次\n"
        f"{_REVIEWS}  intro: 惠及群众【群众】。\n",
        "metrics:\n  群众:\n    label: 惠及群众\n    value: 58000\n    unit: 人次\n"
        f"{_REVIEWS}  intro: 惠及群众【群众】。\n",
    ),
    "scale-conflict": Example(
        Wording(
            "同一个数写了两个单位级别，差着一万倍，程序不能替作者决定听哪一个。",
            "The same number has two scales that differ by a factor of ten thousand. The program cannot decide which "
            "one is meant.",
        ),
        "metrics:\n  资金: {label: 助农资金, value: 5.8亿, scale: 万, unit: 元}\n"
        f"{_REVIEWS}  intro: 助农资金【资金】。\n",
        "metrics:\n  资金: {label: 助农资金, value: 580000000, scale: 亿, unit: 元}\n"
        f"{_REVIEWS}  intro: 助农资金【资金】。\n",
    ),
    "metric-unknown": Example(
        Wording(
            "【】里的名字要在 metrics 里有，才知道印什么数。没填完的【待补充】也会这样报出来。",
            "A name inside 【】 must be defined in metrics; otherwise there is no number to print. "
            "A leftover 【待补充】 is reported in the same way.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】，编报社情民意信息【信息】。\n",
        f"{_METRICS}  信息: {{label: 社情民意信息, value: 3543, unit: 篇}}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案】，编报社情民意信息【信息】。\n",
    ),
    "reference-unclosed": Example(
        Wording(
            "【 是引用的开头，没有 】就不知道名字到哪里为止。",
            "【 starts a reference; without 】 the end of the name is unknown.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案，全部办复。\n  closing: 提案【提案】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】，全部办复。\n  closing: 提案【提案】。\n",
    ),
    "reference-aspect-unknown": Example(
        Wording(
            "冒号后面说的是要印指标的哪一样，别的词没有对应的内容可印。",
            "The word after the colon selects what to print of a metric; other words have nothing to print.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案：总数】件。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案：数值】件。\n",
    ),
    "reference-spaced": Example(
        Wording(
            "印出来没有差别，只是文件里写法不一，查找时容易漏掉。",
            "The printed result is the same, but names written in different ways are easy to miss in a search.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【 提案 】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "reference-unopened": Example(
        Wording(
            "多半是前面的【漏掉了或被删了。这个】会照样印在报告里。",
            "The matching 【 was probably forgotten or deleted. This 】 will appear in print.",
        ),
        f"{_REVIEWS}  intro: 全年征集提案546件】，全部办复。\n",
        f"{_REVIEWS}  intro: 全年征集提案546件，全部办复。\n",
    ),
    "slip-reference": Example(
        Wording(
            "引用只认【】。换成别的括号，印出来是指标的名字，不是数。",
            "Only 【】 form a reference. Inside other brackets the name of the metric is printed instead of its value.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案［提案］。\n  closing: 提案【提案】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n  closing: 提案【提案】。\n",
    ),
    "term-duplicate": Example(
        Wording(
            "名词解释按正文里出现的先后编号，解释两次就会有两个号、两种说法。",
            "Terms are numbered in the order they appear in the text. A term defined twice would get two numbers and "
            "two meanings.",
        ),
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n"
        "  - {term: 委员工作站, meaning: 委员联系群众的场所}\n  - {term: 委员工作站, meaning: 基层协商的平台}\n",
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n"
        "  - {term: 委员工作站, meaning: 委员联系群众、开展基层协商的场所}\n",
    ),
    "glossary-unnumbered": Example(
        Wording(
            "名词在正文里第一次出现的地方标号。正文没有用到（或只用在标题里），读者就找不到它的出处。",
            "A term is numbered where it first appears in the text. If it never appears, or only in a heading, "
            "readers cannot find it.",
        ),
        f"{_REVIEWS}  intro: 深化基层协商。\nglossary:\n  - {{term: 委员工作站, meaning: 委员联系群众的场所}}\n",
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n  - {{term: 委员工作站, meaning: 委员联系群众的场所}}\n",
    ),
    "character-left-to-word": Example(
        Wording(
            "只生成 docx 时不妨碍：Word 或 WPS 会换用电脑上有这个字的字体，页码可能差一点。PDF 里这个字印不出来。",
            "It does not keep a DOCX from being built: Word or WPS takes another font that has the character, so page "
            "numbers may differ a little. A PDF cannot print it.",
        ),
    ),
    "character-missing": Example(
        Wording(
            "多半是人名、地名里的生僻字，或从网页粘来的特殊符号。",
            "Usually a rare character in a person's or place name, or a symbol pasted from a web page.",
        ),
    ),
    "line-loose": Example(
        Wording(
            "下一行开头是不能拆开的长词（标准号、网址里的一段、列入 keep 的词），这一行放不下，只好把字距拉开。"
            "版式里的 loosest 规定最多拉开多少；要拉开四分之一个字还不够的，就不拉了，行尾空着。",
            "The next line begins with a long word that must not be split (the number of a standard, a piece of a URL, "
            "a word in keep), so the characters of this line are spread out. The style sheet sets the limit with "
            "loosest. Where a quarter of an em between all characters would not do, the line is left short.",
        ),
    ),
    "pages-too-many": Example(
        Wording(
            "版式里的 page.max_pages 规定至多印几页，例如折页版正好是一张纸的两面。节多、标题长、指标多时就放不下。",
            "The style sheet limits the number of pages with page.max_pages; a handout, for example, is the two sides "
            "of one sheet. Many sections, long titles or many metrics may not fit.",
        ),
    ),
    "font-file-damaged": Example(
        Wording(
            "fonts 文件夹里有一个文件打不开，或只复制了一半。程序改用下一种字体，版面可能与预想的不同。",
            "A file in the fonts folder cannot be read, or was only partly copied. The next font is used instead, so "
            "pages may look different than expected.",
        ),
    ),
    "font-file-restricted": Example(
        Wording(
            "字体文件里写着厂家许可的用途。不许嵌入的字体放进 PDF 是侵权，不嵌入又会在印刷厂变成别的字体，"
            "所以改用下一种。",
            "A font file states which uses its maker permits. Embedding a font that forbids it breaks its licence; "
            "leaving it out makes the print shop's computer substitute another. The next font is used instead.",
        ),
    ),
}

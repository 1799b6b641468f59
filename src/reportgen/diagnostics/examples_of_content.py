"""Examples of reports that can be read but say something impossible: ids, dates, numbers, references."""

from reportgen.diagnostics.example import Example
from reportgen.diagnostics.wording import Wording

_METRICS = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
_REVIEWS = "reviews:\n  title: 工作回顾\n"

OF_CONTENT: dict[str, Example] = {
    "report-without-parts": Example(
        Wording(
            "只有标题和结语，没有工作回顾、主要任务或感悟，就没有正文可印。",
            "A title and a closing alone have nothing to print between them.",
        ),
        "closing: 让我们携手奋进，谱写新篇章！\n",
        "closing: 让我们携手奋进，谱写新篇章！\nreviews:\n  title: 工作回顾\n",
    ),
    "part-empty": Example(
        Wording(
            "写了这一部分的名字，下面却没有内容。是忘了写，还是本不该有，只有作者知道。",
            "The part is named and nothing follows. Whether it was forgotten or is not wanted, only the author knows.",
        ),
        f"{_REVIEWS}tasks:\n",
        f"{_REVIEWS}tasks:\n  title: 主要任务\n",
    ),
    "item-empty": Example(
        Wording(
            "一条里只有编号之类的字段，没有可印的文字，印出来是一个空段。",
            "An item with an id and the like but no words prints as an empty paragraph.",
        ),
        f"{_REVIEWS}  items:\n    - id: 提案工作\n",
        f"{_REVIEWS}  items:\n    - id: 提案工作\n      title: 提案工作提质增效\n",
    ),
    "year-not-of-file": Example(
        Wording(
            "多半是复制了去年的文件，忘了改年份。【本年】和增减都按年份计算，年份错了都会印错。",
            "Most often last year’s file was copied and the year forgotten. Years and changes in the texts would all "
            "print wrongly.",
        ),
        "schema: 1\nyear: 2024\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "id-invalid": Example(
        Wording(
            "编号不印出来，只供程序和下一年的报告查找，空格和标点容易抄错。",
            "An id does not print; programs and next year’s report look it up, and blanks or marks are easily "
            "miscopied.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n    - {id: 服务 大局, title: 坚持服务大局}\n",
        "tasks:\n  title: 主要任务\n  sections:\n    - {id: 服务大局, title: 坚持服务大局}\n",
    ),
    "id-duplicate": Example(
        Wording(
            "同一部分里两处用了一个编号，下一年的 follows 就不知道指的是哪一处。",
            "With one id in two places of a part, next year’s follows cannot tell which is meant.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n"
        "    - {id: 履职, title: 坚持服务大局}\n    - {id: 履职, title: 坚持履职为民}\n",
        "tasks:\n  title: 主要任务\n  sections:\n"
        "    - {id: 大局, title: 坚持服务大局}\n    - {id: 为民, title: 坚持履职为民}\n",
    ),
    "follows-outside-reviews": Example(
        Wording(
            "follows 说的是“去年定的任务今年做了”，是回顾的事；写在别处，不知道指什么。",
            "follows says that a task of last year was done, which a review tells; elsewhere it means nothing.",
        ),
        "tasks:\n  title: 主要任务\n  sections:\n    - {title: 坚持服务大局, follows: [服务大局]}\n",
        f"{_REVIEWS}  sections:\n    - {{title: 坚持服务大局, follows: [服务大局]}}\n",
    ),
    "date-unreadable": Example(
        Wording(
            "日期由版式决定怎样印，所以要先读懂；没有的日子（如 6 月 31 日）也读不懂。",
            "The style sheet decides how a date prints, so it has to be understood; a day that does not exist, such as "
            "31 June, cannot be.",
        ),
        f"date: 二〇二六年一月十六日\n{_REVIEWS}",
        f"date: 2026年1月16日\n{_REVIEWS}",
    ),
    "metric-name-invalid": Example(
        Wording(
            "文字里写【名】来引用指标：名里有空格或标点就认不准，叫“本年”又和年份分不开。",
            "Texts refer to a metric as 【name】: blanks or marks confuse that, and 本年 is a year already.",
        ),
        "metrics:\n  提案 总数: {label: 征集提案, value: 546, unit: 件}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案 总数】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "number-pending": Example(
        Wording(
            "还不知道的数先写待填：草稿里印成“（待填）”，定稿前必须填上。",
            "A number not known yet is written 待填: a draft prints it so, and the report is not printed without it.",
        ),
        _METRICS.replace("546", "待填") + _REVIEWS + "  intro: 征集提案【提案】。\n",
        _METRICS + _REVIEWS + "  intro: 征集提案【提案】。\n",
    ),
    "number-unreadable": Example(
        Wording(
            "指标的数要拿来计算增减，得是一个数。“余”“约”写在 qualifier，单位写在 unit。",
            "Changes are reckoned from a metric’s number. Words such as 余 or 约 go into qualifier, units into unit.",
        ),
        f"metrics:\n  提案: {{label: 征集提案, value: 五百余, unit: 件}}\n{_REVIEWS}  intro: 全年征集提案【提案】。\n",
        "metrics:\n  提案: {label: 征集提案, value: 500, qualifier: 余, unit: 件}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "number-read-as": Example(
        Wording(
            "全角数字、分节逗号也读得懂，但要请您看一眼读得对不对。数字怎样分节由版式决定，与这里的写法无关。",
            "Full-width digits and grouping are understood, but please see whether the number is right. The print "
            "is grouped as the style sheet says.",
        ),
        "metrics:\n  群众:\n    label: 惠及群众\n    value: 58,000\n    unit: 人次\n"
        f"{_REVIEWS}  intro: 惠及群众【群众】。\n",
        "metrics:\n  群众:\n    label: 惠及群众\n    value: 58000\n    unit: 人次\n"
        f"{_REVIEWS}  intro: 惠及群众【群众】。\n",
    ),
    "scale-conflict": Example(
        Wording(
            "同一个数写了两个单位级别，差着一万倍，程序不能替作者决定听哪一个。",
            "One number with two scales, ten thousand times apart: no program may choose between them.",
        ),
        "metrics:\n  资金: {label: 助农资金, value: 5.8亿, scale: 万, unit: 元}\n"
        f"{_REVIEWS}  intro: 助农资金【资金】。\n",
        "metrics:\n  资金: {label: 助农资金, value: 580000000, scale: 亿, unit: 元}\n"
        f"{_REVIEWS}  intro: 助农资金【资金】。\n",
    ),
    "metric-unknown": Example(
        Wording(
            "【】里的名字要在 metrics 里有，才知道印什么数。没填完的【待补充】也会这样报出来。",
            "What stands in 【】 has to be in metrics, or there is no number to print. A leftover 【待补充】 is "
            "told of in the same way.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】，编报社情民意信息【信息】。\n",
        f"{_METRICS}  信息: {{label: 社情民意信息, value: 3543, unit: 篇}}\n"
        f"{_REVIEWS}  intro: 全年征集提案【提案】，编报社情民意信息【信息】。\n",
    ),
    "reference-unclosed": Example(
        Wording(
            "【 是引用的开头，没有 】就不知道名字到哪里为止。",
            "A 【 begins a reference; without its 】 nobody knows where the name ends.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案，全部办复。\n  closing: 提案【提案】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】，全部办复。\n  closing: 提案【提案】。\n",
    ),
    "reference-aspect-unknown": Example(
        Wording(
            "冒号后面说的是要印指标的哪一样，别的词没有对应的内容可印。",
            "The word behind the colon says what of the metric prints; other words have nothing to print.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案：总数】件。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案：数值】件。\n",
    ),
    "reference-spaced": Example(
        Wording(
            "印出来没有差别，只是文件里写法不一，查找时容易漏掉。",
            "The print is the same, but a search of the file may miss a name written in another way.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【 提案 】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n",
    ),
    "reference-unopened": Example(
        Wording(
            "多半是前面的【漏掉了或被删了。这个】会照样印在报告里。",
            "Most often its 【 was forgotten or deleted. This 】 prints as it stands.",
        ),
        f"{_REVIEWS}  intro: 全年征集提案546件】，全部办复。\n",
        f"{_REVIEWS}  intro: 全年征集提案546件，全部办复。\n",
    ),
    "slip-reference": Example(
        Wording(
            "引用只认【】。换成别的括号，印出来是指标的名字，不是数。",
            "Only 【】 make a reference. In other brackets the name of the metric prints instead of its number.",
        ),
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案［提案］。\n  closing: 提案【提案】。\n",
        f"{_METRICS}{_REVIEWS}  intro: 全年征集提案【提案】。\n  closing: 提案【提案】。\n",
    ),
    "term-duplicate": Example(
        Wording(
            "名词解释按正文里出现的先后编号，解释两次就会有两个号、两种说法。",
            "Terms are numbered as they come in the text; explained twice, one would have two numbers.",
        ),
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n"
        "  - {term: 委员工作站, meaning: 委员联系群众的场所}\n  - {term: 委员工作站, meaning: 基层协商的平台}\n",
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n"
        "  - {term: 委员工作站, meaning: 委员联系群众、开展基层协商的场所}\n",
    ),
    "glossary-unnumbered": Example(
        Wording(
            "名词在正文里第一次出现的地方标号。正文没有用到（或只用在标题里），读者就找不到它的出处。",
            "A term gets its number where the text first uses it. If no text does, or only a heading, readers look for "
            "its place in vain.",
        ),
        f"{_REVIEWS}  intro: 深化基层协商。\nglossary:\n  - {{term: 委员工作站, meaning: 委员联系群众的场所}}\n",
        f"{_REVIEWS}  intro: 深化委员工作站建设。\nglossary:\n  - {{term: 委员工作站, meaning: 委员联系群众的场所}}\n",
    ),
    "character-missing": Example(
        Wording(
            "多半是人名、地名里的生僻字，或从网页粘来的特殊符号。",
            "Most often a rare character of a person’s or a place’s name, or a symbol pasted from a web page.",
        ),
    ),
    "line-loose": Example(
        Wording(
            "这一行里有不能拆开的长词（网址、英文、列入 keep 或名词解释的词），下一个字放不下，只好把字距拉开。"
            "版式里的 loosest 规定最多拉开多少。",
            "The line holds a long word that may not be parted (an address, Latin text, a term of keep or of the "
            "glossary), so the rest is spread. The style sheet’s loosest says how far is too far.",
        ),
    ),
    "pages-too-many": Example(
        Wording(
            "版式里的 page.most 规定至多印几页，例如折页版正好是一张纸的两面。节多、标题长、指标多时就放不下。",
            "The style sheet’s page.most says how many pages there may be, as a handout is the two sides of one sheet. "
            "Many sections, long titles or many metrics need more.",
        ),
    ),
    "font-file-damaged": Example(
        Wording(
            "fonts 文件夹里有一个文件打不开，或只复制了一半。程序改用下一种字体，版面可能与预想的不同。",
            "A file in the folder fonts cannot be read, or was copied only in part. The next face is used instead, so "
            "pages may not look as meant.",
        ),
    ),
    "font-file-restricted": Example(
        Wording(
            "字体文件里写着厂家许可的用途。不许嵌入的字体放进 PDF 是侵权，不嵌入又会在印刷厂变成别的字体，"
            "所以改用下一种。",
            "A font file says what its maker allows. To embed one that may not be breaks its licence; left out, the "
            "printer’s machine would show another. So the next face is used.",
        ),
    ),
}

"""Examples of missing fields, unknown fields, and fields with the wrong kind of value."""

from reportgen.diagnostics.example import Example
from reportgen.text.wording import Wording

SHAPE_EXAMPLES: dict[str, Example] = {
    "key-unknown": Example(
        Wording(
            "字段名是固定的几个。写错一个字母，这一项内容就没有地方印。",
            "Field names are fixed. With one wrong letter, the content has nowhere to print.",
        ),
        "reviews:\n  title: 工作回顾\n  introo: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "key-misplaced": Example(
        Wording(
            "字段缩进几格，就算在谁里面。缩进错了，内容就到了别的地方。",
            "The indentation of a field says what it is part of. With the wrong one, its content is somewhere else.",
        ),
        "reviews:\n  title: 工作回顾\nitems:\n  - 走访委员\n",
        "reviews:\n  title: 工作回顾\n  items:\n    - 走访委员\n",
    ),
    "schema-newer": Example(
        Wording(
            "这个文件是照较新的格式写的，这个程序还不认识。请更新 reportgen。",
            "The file is written in a newer format than this program knows. Update reportgen.",
        ),
        "schema: 2\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "key-empty": Example(
        Wording(
            "这是必须填写的字段，空着就缺了一块。多半是留着以后填，后来忘了。",
            "This field is required. It was probably left for later and then forgotten.",
        ),
        "reviews:\n  title:\n  intro: 全年征集提案546件。\n",
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案546件。\n",
    ),
    "key-missing": Example(
        Wording(
            "没有它，报告排不出来：每一部分、每一节都要有标题，每个指标都要有名称、数值和单位。",
            "The report cannot be laid out without it: every part and section needs a title, every metric a label, a "
            "value and a unit.",
        ),
        "reviews:\n  title: 工作回顾\n  sections:\n    - lead: 心系民生福祉，为民履职尽责。\n",
        "reviews:\n  title: 工作回顾\n  sections:\n"
        "    - title: 厚植民生情怀\n      lead: 心系民生福祉，为民履职尽责。\n",
    ),
    "type-not-text": Example(
        Wording(
            "这个字段只印一段文字，列表和下级字段没法印在这里。要分条时用 items。",
            "This field prints a single text; a list or nested fields cannot be printed here. Use items for separate "
            "points.",
        ),
        "reviews:\n  title: 工作回顾\n  intro:\n    - 全年征集提案546件\n    - 全部办复\n",
        "reviews:\n  title: 工作回顾\n  items:\n    - 全年征集提案546件\n    - 全部办复\n",
    ),
    "type-not-list": Example(
        Wording(
            "这个字段可以有好几条，所以只有一条时也写成列表，程序才知道从哪里断开。",
            "This field may have several entries, so even a single entry is written as a list. This shows where each "
            "entry ends.",
        ),
        "tasks:\n  title: 主要任务\n  items: 推进政协党的建设\n",
        "tasks:\n  title: 主要任务\n  items:\n    - 推进政协党的建设\n",
    ),
    "type-not-mapping": Example(
        Wording(
            "这里由几个字段组成，单写一段文字，程序不知道是标题还是正文。",
            "This place consists of several fields. From a text alone the program cannot tell whether it is the "
            "title or the body.",
        ),
        "reviews: 工作回顾\n",
        "reviews:\n  title: 工作回顾\n",
    ),
    "type-not-whole": Example(
        Wording(
            "年份、小数位数这些要拿来计算，只能写阿拉伯数字。",
            "Years, decimals and the like are used in calculations, so they must be written in Arabic digits.",
        ),
        "schema: 1\nyear: 二〇二五\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
        "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 工作回顾\n",
    ),
    "number-out-of-range": Example(
        Wording(
            "超出范围的数多半是多打或少打了一位，照着印会闹笑话。",
            "A number out of range usually has a digit too many or too few, and would look absurd in print.",
        ),
        "metrics:\n  满意度: {label: 群众满意度, value: 98.6, unit: '%', decimals: 10}\n"
        "reviews:\n  title: 工作回顾\n  intro: 群众满意度【满意度】。\n",
        "metrics:\n  满意度: {label: 群众满意度, value: 98.6, unit: '%', decimals: 1}\n"
        "reviews:\n  title: 工作回顾\n  intro: 群众满意度【满意度】。\n",
    ),
    "choice-unknown": Example(
        Wording(
            "这个字段只认几个固定的词，印成什么样由它决定；别的词没有对应的印法。",
            "This field accepts only a few fixed words, which decide how the number is printed. Other words have no "
            "printed form.",
        ),
        "metrics:\n  问题: {label: 协调解决问题, value: 500, qualifier: 左右, unit: 项}\n"
        "reviews:\n  title: 工作回顾\n  intro: 协调解决问题【问题】。\n",
        "metrics:\n  问题: {label: 协调解决问题, value: 500, qualifier: 余, unit: 项}\n"
        "reviews:\n  title: 工作回顾\n  intro: 协调解决问题【问题】。\n",
    ),
    "entry-empty": Example(
        Wording(
            "一个减号后面什么也没有，多半是还没写完。印出来会少一条，或多一个空的序号。",
            "A hyphen with nothing after it is usually an unfinished entry. The report would lack a point, or print "
            "a number with no text.",
        ),
        "tasks:\n  title: 主要任务\n  items:\n    - 筑牢理论武装根基\n    -\n",
        "tasks:\n  title: 主要任务\n  items:\n    - 筑牢理论武装根基\n    - 推进政协党的建设\n",
    ),
    "text-empty": Example(
        Wording(
            "引号里没有字，印出来是一个空段或空标题。这一项不要时，连字段名一起删去。",
            "Quotes with nothing inside print an empty paragraph or heading. If the field is not needed, delete it "
            "together with its name.",
        ),
        'reviews:\n  title: 工作回顾\n  intro: ""\n',
        "reviews:\n  title: 工作回顾\n  intro: 一年来，各项工作取得新进展。\n",
    ),
    "year-name-invalid": Example(
        Wording(
            "history 里每个数前面是四位的年份。写成 24 或别的，就不知道这是哪一年的数。",
            "In history, each number follows a four-digit year. With 24 or anything else, it is unclear which year "
            "the number belongs to.",
        ),
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件, history: {24: 521}}\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案【提案】。\n",
        "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件, history: {2024: 521}}\n"
        "reviews:\n  title: 工作回顾\n  intro: 全年征集提案【提案】。\n",
    ),
}

"""Codes of printed texts: characters, ordinals, leftovers, and how metrics print in them."""

from reportgen.diagnostics.code import Code, error, note, overridable_error, warning

TEXT_CODES: dict[str, Code] = {
    "look-alike": warning(
        "“{typed}”（{code_point}）只是看起来像“{plain}”",
        "“{typed}” ({code_point}) only looks like “{plain}”",
        "write-plain",
    ),
    "more-misplaced": warning("“{typed}”的“多”“余”放错了位置", "多 or 余 is misplaced in “{typed}”"),
    "more-after-tens": note("“{typed}”的“多”一般放在“万”“亿”前面", "多 usually precedes 万 and 亿 in “{typed}”"),
    "ordinal-typed": warning(
        "序号“{typed}”由版式自动加，会印两遍",
        "the style sheet numbers this title, so “{typed}” would print a second ordinal",
        "delete-ordinal",
    ),
    "bullet-typed": warning("开头的“{typed}”会照原样印出来", "the bullet “{typed}” prints as typed", "delete-ordinal"),
    "ordinal-in-text": note(
        "正文以序号“{typed}”开头：要编号的，写成条目", "this text begins with “{typed}”: write numbered points as items"
    ),
    "escape-typed": overridable_error(
        "“{typed}”会照原样印出来", "“{typed}” prints as typed, because the text is not in double quotes", "quote-double"
    ),
    "markup-left": warning(
        "“{typed}”会照原样印出来", "“{typed}” would print as typed: markup of another program", "delete-markup"
    ),
    "structure-in-text": overridable_error(
        "“{typed}”缩进太深，成了上面文字的一部分",
        "“{typed}” is indented too far, so it is part of the text above",
        "align-field",
    ),
    "slip-block-mark": overridable_error(
        "多行文字的开头写成了全角的“{typed}”",
        "full-width “{typed}” at the start of a block of text",
        "write-mark-plain",
    ),
    "entries-joined": warning(
        "方括号里只有一条：“{mark}”不起分隔作用",
        "this list has one entry: “{mark}” does not separate entries",
        "write-commas",
    ),
    "dash-missing": warning(
        "这一行开头没有“- ”，会与上一条印成一条",
        "this line has no “- ”, so it prints as part of the entry above",
        "add-dash",
    ),
    "change-withheld": error(
        "“{name}”写了 change: none，没有变化可印", "“{name}” has “change: none”, so it has no change to print"
    ),
    "unit-twice": warning(
        "【{name}】印出来已经带“{typed}”", "【{name}】 already prints the unit “{typed}”", "delete-unit"
    ),
    "unit-scaled": warning(
        "会印成“{printed}”：单位里的“{typed}”多了",
        "this prints “{printed}”: the unit repeats the scale “{typed}”",
        "delete-scale",
    ),
    "pinyin-left": note("“{typed}”像是没有转成汉字的拼音", "“{typed}” looks like pinyin that was not converted"),
}

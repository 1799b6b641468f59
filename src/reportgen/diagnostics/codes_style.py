"""Codes of style sheets: lengths, colours, fonts, fixed words, and sizes that fit no page."""

from reportgen.diagnostics.code import Code, environment_error, error, warning

STYLE_CODES: dict[str, Code] = {
    "key-renamed": warning(
        "“{old}”现在叫“{new}”，旧名字暂时还能用", "field “{old}” is now called “{new}”; the old name still works"
    ),
    "style-extends-itself": error("版式“{name}”绕了一圈又继承自己", "style “{name}” extends itself"),
    "style-extends-deep": error(
        "版式一个继承一个，超过 {most} 层",
        "style sheets extend one another more than {most} levels deep",
        "extend-nearer",
    ),
    "draft-unstyled": error(
        "版式“{style}”没有 draft 一项，印不出稿次、水印和行号",
        "style “{style}” has no draft key, so it cannot print drafts",
        "extend-style",
    ),
    "length-unreadable": error("“{text}”不是长度", "“{text}” is not a length"),
    "length-relative": error(
        "这里要写 pt、mm 这样的固定长度，“{text}”没有参照",
        "expected an absolute length, in pt or mm for example; “{text}” has nothing to be relative to",
    ),
    "length-out-of-range": error(
        "“{text}”印不出来，这里要在 {least} 到 {most} 之间",
        "“{text}” cannot be printed; expected {least} to {most}",
    ),
    "area-too-small": error(
        "页边距以内只剩宽 {width} 毫米、高 {height} 毫米，放不下一行字",
        "the margins leave only {width} mm × {height} mm, too small for a line of text",
    ),
    "room-too-narrow": error(
        "这里一行只剩 {room}，放不下一个 {size} 的字",
        "only {room} left on the line, too narrow for a character of {size}",
    ),
    "size-over-line": error(
        "{size} 的字比 {line} 的行距大，上下行会叠在一起",
        "characters of {size} are taller than the line of {line}; lines would overlap",
    ),
    "off-page": error("印到纸外去了，超出 {over}", "extends beyond the paper by {over}"),
    "word-font-invalid": error(
        "Word 的字体名有 1 到 31 个字，不能是“{text}”",
        "invalid Word font name “{text}”; expected 1 to 31 characters",
    ),
    "list-empty": error("这个列表里至少要有一条", "list needs at least one entry"),
    "placeholder-unknown": error("这里没有“{text}”可填", "unknown placeholder “{text}”"),
    "placeholder-missing": error(
        "“{text}”里要有一个 {{}}，报告里的文字印在那里",
        "“{text}” needs one {{}} to mark where the report's text goes",
    ),
    "words-of-one-line": error("这里只能写一行", "expected a single line"),
    "reference-not-year": error(
        "版式里只能引用年份，不能引用“{text}”", "a style sheet can only refer to years, not to “{text}”"
    ),
    "colour-unreadable": error(
        '“{text}”不是颜色，请写 "#9b1b1e" 这样的六位数，或“accent 15%”这样的浅色',
        '“{text}” is not a colour; expected six hex digits such as "#9b1b1e" or a tint such as “accent 15%”',
    ),
    "colour-too-deep": error(
        "“{text}”由颜色调颜色，超过 {most} 层",
        "“{text}” is a tint of tints, more than {most} levels deep",
        "write-colour",
    ),
    "colour-of-itself": error("“{text}”绕了一圈又由自己调成", "colour “{text}” is defined in terms of itself"),
    "colour-unknown": error("colours 里没有“{name}”", "“{name}” is not defined in colours"),
    "font-unknown": error("fonts 里没有“{name}”", "“{name}” is not defined in fonts"),
    "face-unknown": environment_error(
        "找不到“{name}”要用的字体：{wanted}", "cannot find any of the fonts for “{name}”: {wanted}"
    ),
    "ordinal-unreadable": error(
        "编号格式“{text}”里要有一个 {{1}}、{{一}} 或 {{①}}",
        "number format “{text}” needs one of {{1}}, {{一}}, {{①}}",
    ),
}

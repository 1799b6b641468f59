"""What other programs leave in a text and no report means: entities of HTML, failed fields of Word."""

LEFTOVER = (
    "&(?:nbsp|gt|lt|amp|quot|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|ndash|times"
    r"|#\d+|#x[0-9A-Fa-f]+);"
    "|错误[！!](?:未找到引用源|未定义书签|未指定书签|文档中没有指定样式的文字)[。.]?"
)
"""A pattern for all of them."""

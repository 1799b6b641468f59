"""Codes of ``lexicon.yaml``, and of texts that it speaks of."""

from reportgen.diagnostics.code import Code, error, note, warning

LEXICON_CODES: dict[str, Code] = {
    "lexicon-word-invalid": error("这里要写 1 到 60 个字的词", "expected a word of 1 to 60 characters"),
    "lexicon-word-both": warning(
        "“{word}”在这里是误写，第 {line} 行却是正确的写法", "“{word}” is wrong here, but right on line {line}"
    ),
    "lexicon-years-reversed": warning(
        "从 {since} 年起用，却只用到 {until} 年", "used since {since}, but only until {until}"
    ),
    "lexicon-order-twice": warning("“{word}”在这个次序里写了两遍", "“{word}” is in this order twice", "delete-entry"),
    "word-forbidden": warning("“{typed}”是词表里的误写", "“{typed}” is a wrong form in the lexicon", "write-instead"),
    "word-short-first": note(
        "“{typed}”第一次出现，还没有写过全称“{right}”", "“{typed}” comes before its full form “{right}”"
    ),
    "order-differs": warning(
        "“{typed}”的次序与词表不同，应是“{right}”", "“{typed}” is not in the order of the lexicon, “{right}”"
    ),
    "word-of-other-year": warning(
        "“{typed}”{years}，而这是 {year} 年的报告", "“{typed}” is used {years}, and this report is of {year}"
    ),
    "word-nearly-known": note(
        "“{typed}”与词表里的“{right}”只差一个字", "“{typed}” differs from “{right}” in the lexicon by one character"
    ),
}

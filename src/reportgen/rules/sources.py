"""Where the rules of proofreading come from: standards with their clauses, usage, arithmetic. As docs/proofreading.md.

Kept apart so that ``check`` does not pay for it: only pages of rules name their sources.
"""

import re

from reportgen.text.wording import Language, Wording

LAW: dict[str, str] = {
    "P1": "15834 5.1.2",
    "P2": "15834 4.8.3.4, 4.8.3.5?",
    "P3": "15834 4.5.3.5?",
    "P4": "15834 B.2?",
    "P5": "15834 4.7.3.5?",
    "P6": "15834 A.9, B.1?",
    "P7": "15834 4.5.3.4?",
    "P8": "15834 4.13.3?",
    "P9": "15834 A.5?",
    "P10": "15834 4.14.3?",
    "P11": "15834 4.15.3.5, A.13.1?",
    "P12": "15834 4.9.3.6?; 9704 7.2.5",
    "P13": "15834 B.3?",
    "P14": "15834 5.1",
    "P15": "Practice",
    "P16": "15834 A.9?",
    "P17": "15834 5.1",
    "P18": "15834 B.4?",
    "P20": "15835 5.1.7.1",
    "P21": "15835 5.1.3",
    "P22": "Usage",
    "P23": "Usage",
    "P24": "15835 4.2.2, 5.3",
    "P25": "Usage",
    "P26": "Usage",
    "P27": "Usage",
    "P28": "15835 4.3, 5.1.4, 5.2.5",
    "P29": "15835 5.1.1, 5.1.2; 3101",
    "P30": "15834 4.8.3.3?",
    "P31": "Measured on real reports",
    "P40": "第一批异形词整理表; usage",
    "P41": "Usage",
    "P42": "Usage",
    "P43": "Practice",
    "P44": "Usage",
    "P45": "Wording fixed by party documents",
    "P50": "Arithmetic",
    "P51": "Arithmetic",
    "P52": "Arithmetic",
    "P53": "Arithmetic",
    "P54": "Arithmetic",
    "P55": "Practice",
    "P60": "9704 7.3.3",
    "P61": "YAML 1.2, 7.3",
    "P62": "Unicode, EquivalentUnifiedIdeograph; UTS #39",
    "P63": "Unicode, Default_Ignorable_Code_Point",
    "P64": "Practice",
    "P65": "Practice",
    "P70": "`lexicon.yaml`",
    "P71": "`lexicon.yaml`",
    "P72": "`lexicon.yaml`",
    "P73": "`lexicon.yaml`",
    "P80": "Measured on real reports",
    "P81": "Measured on real reports",
}
"""The source of each rule by its number, as docs/proofreading.md has it; ``?``: cited from memory of the text."""

_STANDARDS = {
    "15834": "GB/T 15834-2011",
    "15835": "GB/T 15835-2011",
    "9704": "GB/T 9704-2012",
    "3101": "GB 3100, 3101-93",
}
_WORDS = {
    "Usage": Wording("语言习惯", "usage"),
    "usage": Wording("语言习惯", "usage"),
    "Practice": Wording("校对经验", "practice"),
    "Arithmetic": Wording("算术", "arithmetic"),
    "Measured on real reports": Wording("实际报告里的用法", "measured on real reports"),
    "`lexicon.yaml`": Wording("本单位的词表", "the lexicon of the office"),
    "Wording fixed by party documents": Wording("党内文件的固定提法", "wording fixed by party documents"),
    "第一批异形词整理表": Wording("第一批异形词整理表", "第一批异形词整理表 (variant spellings)"),
}
_FROM_MEMORY = Wording("（凭记忆引用，未核对原文）", " (cited from memory)")

_NUMBERS = re.compile(r" \((?P<numbers>P\d+(?:, P\d+)*)(?:; [^()]*)?\)")


def numbers_of(page: str) -> tuple[str, ...]:
    """The numbers of the law that a rule's page names in its first paragraph."""
    match = _NUMBERS.search(page.split("\n\n", maxsplit=1)[0])
    return tuple(match["numbers"].split(", ")) if match else ()


def without_numbers(text: str) -> str:
    """The text of a page without the numbers and clauses in it, which its source repeats."""
    first, *others = text.split("\n\n")
    return "\n\n".join((_NUMBERS.sub("", first), *others))


def source_of(page: str, language: Language) -> str:
    """The numbers of a rule with their sources; empty for a rule that cites none."""
    separator = Wording("；", "; ").pick(language)
    return separator.join(f"{number} {_source(LAW[number], language)}" for number in numbers_of(page))


def _source(written: str, language: Language) -> str:
    parts = (_part(part.rstrip("?"), language) for part in written.split("; "))
    return Wording("；", "; ").pick(language).join(parts) + _FROM_MEMORY.pick(language) * ("?" in written)


def _part(part: str, language: Language) -> str:
    if part in _WORDS:
        return _WORDS[part].pick(language)
    standard, _, clauses = part.partition(" ")
    return f"{_STANDARDS.get(standard, standard)} {clauses}".rstrip()

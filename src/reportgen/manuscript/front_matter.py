"""The lines before the text: title, label, date, session, speaker, salutation."""

import re
from collections.abc import Sequence

from msgspec import Struct

from reportgen.manuscript.levels import names_part
from reportgen.manuscript.lines import Line
from reportgen.text.dates import read_date
from reportgen.text.numerals import NUMERAL

_LONGEST = 40
"""Characters of a line of a title page."""

_SALUTATION = re.compile(".{2,30}[：:]")
_ADDRESSED = re.compile("各位|同志|委员|代表|先生|女士|朋友")
_LABEL = re.compile("[（(](?P<label>.{1,10}(?:稿|图解))[）)]")
_TITLE_END = re.compile("(?:报告|总结|汇报)(?:[（(].{1,10}[）)])?$")
_IN_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_DATED = re.compile("[（(]?(?P<date>[^（）()]*日)[）)]?")
_OCCASION = re.compile("[—-]*(?P<date>[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)?在(?P<session>.+?)上")
_ADOPTED = re.compile(
    "[（(](?P<date>[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)?(?P<session>[^（）()]*会议)(?:审议)?(?:通过|讨论)[）)]"
)
_NAME = re.compile("[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,3}")
"""A name typed with blanks, as on a title page."""

_SESSION = re.compile(f"[（(]?(?P<session>.*(?:{NUMERAL}届|第).*会议)[）)]?")
_OFFICE = re.compile(".*(?:主席|主任|秘书长|局长|书记|市长|区长|县长|院长|检察长)[ \u3000].{2,8}")


class FrontMatter(Struct, frozen=True):
    """The fields of the title page, lines without a field, and how many lines all of them were."""

    fields: tuple[tuple[str, str], ...]
    unplaced: tuple[str, ...]
    length: int


def read_front(lines: Sequence[Line]) -> FrontMatter:
    """The front matter at the head of the lines before the first part."""
    fields: dict[str, str] = {}
    unplaced: list[str] = []
    length = _title_length(lines)
    if length:
        fields["title"] = "".join(line.text.replace("\n", "") for line in lines[:length])
    for line in lines[length:]:
        if _is_salutation(line.text):
            fields["salutation"] = line.text
            length += 1
            break
        if len(line.text) > _LONGEST or line.text.endswith(("。", "！")) or _begins_text(line):
            break
        found = _fields_of(line.text, fields)
        fields |= found
        if not found or _OCCASION.fullmatch(line.text) or _ADOPTED.fullmatch(line.text):
            unplaced.append(line.text)
        length += 1
    return FrontMatter(tuple(fields.items()), tuple(unplaced), length)


def _title_length(lines: Sequence[Line]) -> int:
    """How many lines are the title: large, centred or styled ones, to the one that says what it is, a report."""
    length = 0
    for line in lines:
        styled = line.is_title or line.heading == 0 or line.centred
        if len(line.text) > _LONGEST + _LONGEST or (length and not styled) or _is_salutation(line.text):
            break
        if _fields_of(line.text, {}) or (length and _IN_BRACKETS.fullmatch(line.text)):
            break
        if not styled and not _TITLE_END.search(line.text):
            break
        if not styled and names_part(line) and not _is_titled(line, lines[length + 1 :]):
            break
        length += 1
        if _TITLE_END.search(line.text):
            break
    return length


def _is_titled(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line that could begin a part is the title: the first of all, with the parts below it."""
    return line.ordinal is None and any(names_part(each) for each in below)


def _begins_text(line: Line) -> bool:
    """Whether a line is a heading of the text."""
    listed = line.paragraph.list_level is not None or line.ordinal is not None
    return line.heading is not None or listed or names_part(line)


def _is_salutation(text: str) -> bool:
    return bool(_SALUTATION.fullmatch(text) and _ADDRESSED.search(text))


def _fields_of(text: str, known: dict[str, str]) -> dict[str, str]:
    """The fields a line of a title page gives, as far as they are not known yet."""
    found: dict[str, str] = {}
    if (label := _LABEL.fullmatch(text)) is not None:
        found["label"] = label["label"]
    elif (occasion := _OCCASION.fullmatch(text)) is not None:
        found = {name: value for name, value in occasion.groupdict().items() if value}
    elif (adopted := _ADOPTED.fullmatch(text)) is not None:
        found = {name: value for name, value in adopted.groupdict().items() if value}
    elif (dated := _DATED.fullmatch(text)) is not None and read_date(dated["date"]) is not None:
        found["date"] = dated["date"]
    elif _OFFICE.fullmatch(text) or _NAME.fullmatch(text):
        found["speaker"] = text
    elif (session := _SESSION.fullmatch(text)) is not None:
        found["session"] = session["session"]
    return {name: value for name, value in found.items() if name not in known}

"""The number of a session that is not this report's: copied from last year, or another in the title (P31).

The session is read from ``session`` and ``title``, both in the form 十四届五次会议 or 第十四届委员会第五次会议.

中文：会议的届次不对：标题与 session 写的不是同一次会议；或者还是上一年的那一次；或者正文里“向……次会议报告”
“……次会议以来”说的不是这一次、上一次。多半是抄自上一年的报告，忘了改。

Wrong:

    session: 政协云溪市第十四届委员会第五次会议
    opening: 我代表常务委员会，向十四届四次会议报告工作，请予审议。
    reviews:
      title: 工作回顾
      intro: 市政协十四届三次会议以来，工作取得新进展。

Right:

    session: 政协云溪市第十四届委员会第五次会议
    opening: 我代表常务委员会，向十四届五次会议报告工作，请予审议。
    reviews:
      title: 工作回顾
      intro: 市政协十四届四次会议以来，工作取得新进展。
"""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.printed_text import occurrences, printed_text
from reportgen.source import Scalar
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import NUMERAL, chinese_value

CODES = ("session-stale", "session-differs")

_NAME = (
    rf"第?({NUMERAL}{{1,4}}|\d{{1,2}})届(?:[^，。；、届\s]{{0,12}}委员会)?"
    rf"第?({NUMERAL}{{1,3}}|\d{{1,2}})次(?:全体)?会议"
)
_SESSION = LazyPattern(_NAME)
_MARKS = "，。；\n"
_BEFORE, _BEHIND, _AFTER = 12, 30, 8
"""Characters around 届 in which a session is looked for, and behind it those that say what it is."""

_Session = tuple[int, int]
"""The term of a body, and the number of a session in it."""


class _Named(Struct, frozen=True):
    """A session as a field of the report names it."""

    session: _Session
    at: tuple[FieldPath, Scalar]
    span: tuple[int, int]

    @property
    def typed(self) -> str:
        """Its name as typed."""
        return self.at[1].text[slice(*self.span)]


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports a session that differs from the title's, and notes those of texts that are not this one or the last."""
    named = tuple(_named(context))
    if not named:
        return
    first, last = named[0], named[-1]
    if first.session != last.session:
        yield finding(CODES[1], last.at, last.span, typed=last.typed, other=first.typed)
    elif first.session in _of_last_year(context):
        yield finding(CODES[0], first.at, first.span, typed=first.typed)
    else:
        yield from _in_texts(context, first.session)


def _named(context: RuleContext) -> Iterator[_Named]:
    """The sessions that the title and ``session`` name, in this order."""
    for path, node in context.texts():
        match = _SESSION.search(node.text) if path in (("title",), ("session",)) and "届" in node.text else None
        if match is not None and (session := _session(match[1], match[2])) is not None:
            yield _Named(session, (path, node), match.span())


def _of_last_year(context: RuleContext) -> set[_Session | None]:
    """The session of last year's report."""
    fields = (context.previous.title, context.previous.session or "") if context.previous else ()
    return {_session(match[1], match[2]) for match in map(_SESSION.search, fields) if match}


def _in_texts(context: RuleContext, ours: _Session) -> Iterator[Diagnostic]:
    """The sessions of texts that are said to be this one or the last, and are those of last year's report."""
    printed = printed_text(context)
    text = printed.typed
    for place, _ in occurrences(text, ("届",)):
        match = _SESSION.search(text, max(0, place - _BEFORE), place + _BEHIND) if _is_near(text, place) else None
        if match is None or not match.start() < place < match.end():
            continue
        before, behind = text_before(text, match.start(), _BEFORE), text[match.end() : match.end() + _AFTER]
        is_this = "向" in _clauses(before)[-1] and "报告" in _clauses(behind)[0]
        stale = ours[1] - (1 if is_this else 2)
        if (is_this or behind.startswith("以来")) and _session(match[1], match[2]) == (ours[0], stale):
            yield printed.finding(CODES[0], match.span())


def _is_near(text: str, place: int) -> bool:
    """Whether a session may be named around 届."""
    return "次" in text[place : place + _BEHIND]


def _clauses(text: str) -> list[str]:
    """A text taken apart at its marks."""
    for mark in _MARKS:
        text = text.replace(mark, "，")
    return text.split("，")


def _session(term: str, number: str) -> _Session | None:
    """The numbers of a session, in digits or Chinese; None for anything else."""
    numbers = [int(each) if each.isascii() else chinese_value(each) for each in (term, number)]
    return (numbers[0], numbers[1]) if numbers[0] and numbers[1] else None

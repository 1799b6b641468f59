"""Words that are wrong by what is beside them: a row a slip, searched only where its sign is."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern


class WordSlip(Struct, frozen=True):
    """``pattern`` finds the wrong word with its guards, ``right`` replaces it; ``sign`` is in all that it finds."""

    sign: str
    pattern: LazyPattern
    right: str


def word_slip(sign: str, pattern: str, right: str) -> WordSlip:
    """A slip whose pattern is compiled when its sign is met."""
    return WordSlip(sign, LazyPattern(pattern, signs=[sign]), right)


def check_slips(context: RuleContext, code: str, slips: Iterable[WordSlip]) -> Iterator[Diagnostic]:
    """What slips there are in our own words."""
    printed = printed_text(context)
    for slip in slips:
        if context.characters.issuperset(slip.sign):
            for match in slip.pattern.finditer(printed.words):
                yield printed.finding(code, match.span(), match.expand(slip.right))

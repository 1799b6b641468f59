"""The native numbering of a Word file: which series and level a paragraph counts in (ISO/IEC 29500-1 17.9)."""

from collections.abc import Mapping

from lxml.etree import _Element as Element
from msgspec import UNSET, Struct

from reportgen.manuscript.manuscript_types import ListLevel
from reportgen.manuscript.word_styles import Properties
from reportgen.manuscript.word_xml import W, children, value_of, whole

_NO_LIST = "0"


class WordLists(Struct, frozen=True):
    """The abstract list of each list, the number formats of its levels, and the levels that styles own."""

    abstract: Mapping[str, str]
    formats: Mapping[tuple[str, int], str]
    style_levels: Mapping[tuple[str, str], int]

    def level_of(self, properties: Properties, style_identifier: str | None) -> ListLevel | None:
        """How a paragraph is numbered; None where it is not. A level without a list numbers nothing."""
        number = properties.list_number
        if number is UNSET or number == _NO_LIST or number not in self.abstract:
            return None
        series = self.abstract[number]
        level = properties.list_level
        if level is UNSET:
            level = self.style_levels.get((series, style_identifier or ""), 0)
        return ListLevel(series, level, self.formats.get((series, level), "decimal"))


def read_numbering(root: Element | None) -> WordLists:
    """The lists of ``numbering.xml``, which a file may lack."""
    formats: dict[tuple[str, int], str] = {}
    style_levels: dict[tuple[str, str], int] = {}
    for abstract in children(root, "abstractNum"):
        series = abstract.get(W + "abstractNumId", "")
        for level in children(abstract, "lvl"):
            depth = whole(level.get(W + "ilvl")) or 0
            formats[series, depth] = value_of(level, "numFmt") or "decimal"
            if owner := value_of(level, "pStyle"):
                style_levels[series, owner] = depth
    lists = {each.get(W + "numId", ""): value_of(each, "abstractNumId") or "" for each in children(root, "num")}
    return WordLists(lists, formats, style_levels)

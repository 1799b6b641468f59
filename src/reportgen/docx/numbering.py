"""Automatic numbering: every ordinal of the document is counted by Word, none is typed.

Headings, items and points are levels of one multi-level list that is linked to their styles: a new section counts by
itself, and what is under it begins at 1 again. Only what the style sheet numbers otherwise (another format in
another part) is in a list of its own; headings of such a part have styles of their own, which are linked to it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportgen.document import (
    Document,
    FittedSheet,
    Grid,
    Heading,
    Ordinal,
    TextBlock,
    ordinal_drop,
    side_role,
    text_block,
)
from reportgen.docx.names import WordStyle, part_variant
from reportgen.docx.runs import mark_xml, run_xml
from reportgen.docx.word_units import indent_xml
from reportgen.docx.xml import attribute, twips
from reportgen.style import HEADING_DEPTH, ROLES, BlockLook, BlockRole, RunRole, ordinal_format

NUMBER_FORMATS = {
    "decimal": "decimal",
    "chinese": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
    "roman": "lowerRoman",
}
"""Word's names of our counters, for lists and for page numbers (ISO/IEC 29500-1 17.18.59)."""

_ITEMS, _POINTS = ROLES["item"].depth, ROLES["point"].depth
_POINT = WordStyle("point", "numbered")
_NO_LIST = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_FIRST_SERIAL = 0x52470000
_NO_BREAK_SPACE = "\u00a0"
_WIDE_ORDINAL_STOPS = 8
"""Tab stops half an em apart after a hanging indent, for ordinals wider than it."""


def word_style(block: TextBlock) -> WordStyle:
    """The style of a block: points that are counted have one of their own."""
    counted = block.role == "point" and block.ordinal is not None and block.ordinal.value
    return WordStyle(block.role, "numbered" if counted else "")


class _Level:
    """One level of a list: how it counts, which style it numbers, and how far Word has counted."""

    def __init__(self, style: WordStyle, ordinal: Ordinal | None, start: int = 1) -> None:
        self.style = style
        self.format = ordinal.format if ordinal else None
        self.role: RunRole = ordinal.role if ordinal else "ordinal"
        self.start = start
        self.count = start - 1

    def prints(self, ordinal: Ordinal, style: WordStyle) -> bool:
        """Whether an ordinal of a paragraph of this style looks like this level's."""
        return (self.format, self.role, self.style) == (ordinal.format, ordinal.role, style)


class _List:
    """A list as Word counts it: each paragraph adds one to its level and sets all deeper ones back."""

    def __init__(self, number: int, *, linked: bool, headings: int) -> None:
        self.number = number
        self.linked = linked
        self._headings = headings
        self.levels: dict[int, _Level] = {}

    def take(self, at: int, ordinal: Ordinal, style: WordStyle) -> bool:
        """Counts a paragraph if the list would give it the ordinal it has."""
        if not self.linked and at not in self.levels:
            if max(self.levels, default=at) > at:
                return False  # what was counted below it came first: LibreOffice would count one more
            self.levels[at] = _Level(style, ordinal, max(1, ordinal.value))
        level = self.levels.get(at)
        if level is None or not level.prints(ordinal, style) or (ordinal.value and level.count + 1 != ordinal.value):
            return False
        if self.linked and self._is_under_nothing(at):
            return False
        self.count(at)
        return True

    def _is_under_nothing(self, at: int) -> bool:
        """Whether a numbered heading above has counted nothing yet: LibreOffice would count one unseen."""
        headings = min(at, self._headings)
        return any(each.format and each.count < each.start for above, each in self.levels.items() if above < headings)

    def count(self, at: int) -> None:
        """Counts a paragraph of a level."""
        self.levels[at].count += 1
        for deeper, level in self.levels.items():
            if deeper > at:
                level.count = level.start - 1


class _Placed(NamedTuple):
    """The style of a block, and what it says of its list beside it."""

    style: WordStyle
    properties: str


class Numbering:
    """The lists of one document, and which of them each block is in."""

    def __init__(self, document: Document, sheet: FittedSheet) -> None:
        self._sheet = sheet
        self._lists: list[_List] = []
        blocks = [text_block(block) for block in document.blocks]
        texts = [text for text in blocks if text]
        cells = [each for block in document.blocks if isinstance(block, Grid) for each in block.paragraphs]
        self._side = {text.role: role for text in texts if (role := side_role(text, sheet))}
        self._links: dict[WordStyle, tuple[_List, int]] = {}
        self._others: dict[tuple[str, WordStyle | None], _List] = {}
        self._item = self._item_like_points(texts)
        self._depths = sorted({self._depth(text) for text in texts if _is_outline(text)})
        self._link_outline(texts)
        self._link_others([*texts, *cells])
        self._own = [self._place(text) if text else _Placed(WordStyle("base"), "") for text in blocks]

    def of_block(self, index: int) -> str:
        """The list properties a block needs of its own, empty where those of its style do."""
        return self._own[index].properties

    def style_of_block(self, index: int) -> WordStyle:
        """The style of a block that is a text."""
        return self._own[index].style

    def of_style(self, style: WordStyle) -> str:
        """The list properties of a style, empty where it is linked to no list."""
        link = self._links.get(style)
        if link:
            return _list_properties(link[0].number, link[1])
        inherited = self._inherited(style)
        return _NO_LIST if inherited and inherited[0].levels[inherited[1]].format and style != _POINT else ""

    def parent(self, style: WordStyle) -> WordStyle | None:
        """The style that another is based on and has its list from: points counted as items are, headings."""
        return self._item if self._item and style == _POINT else style.parent

    def _inherited(self, style: WordStyle) -> tuple[_List, int] | None:
        parent = self.parent(style)
        return self._links.get(parent) if parent else None

    def _item_like_points(self, blocks: list[TextBlock]) -> WordStyle | None:
        """The style of items, where counted points look like them and stand directly under headings, as they do.

        Both are then of one level, so that none is passed over.
        """
        outline = [block for block in blocks if block.ordinal and _is_outline(block)]
        depths = [ROLES[block.role].depth for block in outline]
        items, points = (
            {
                (block.ordinal.format, block.ordinal.role, word_style(block))
                for block in outline
                if block.ordinal and ROLES[block.role].depth == depth
            }
            for depth in (_ITEMS, _POINTS)
        )
        if len(items) != 1 or len(points) != 1 or (_ITEMS, _POINTS) in pairwise(depths):
            return None
        (item,), (point,) = items, points
        hanging = any(self._sheet.looks.block(style.role).hang for style in (item[-1], point[-1]))
        return item[-1] if item[:-1] == point[:-1] and not hanging else None

    def hangs(self, style: WordStyle) -> bool:
        """Whether the paragraphs of a style hang on ordinals that the style gives them."""
        link = self._links.get(style)
        return link is not None and link[0].levels[link[1]].format is not None

    def xml(self) -> str:
        """All definitions, then all lists (ISO/IEC 29500-1 17.9.17 wants this order)."""
        definitions = "".join(self._definition(each) for each in self._lists)
        return definitions + "".join(
            f'<w:num w:numId="{each.number}"><w:abstractNumId w:val="{each.number}"/></w:num>' for each in self._lists
        )

    def _level_of(self, block: TextBlock) -> int:
        """The level of a block of the outline, from 0.

        Depths that the document passes over are none: programs that begin a level again after the one right above it
        would count on.
        """
        return self._depths.index(self._depth(block))

    def _depth(self, block: TextBlock) -> int:
        return _ITEMS if self._item and word_style(block) == _POINT else ROLES[block.role].depth

    def _new_list(self, *, linked: bool = False) -> _List:
        headings = sum(depth <= HEADING_DEPTH for depth in self._depths)
        self._lists.append(_List(len(self._lists) + 1, linked=linked, headings=headings))
        return self._lists[-1]

    def _link_outline(self, blocks: list[TextBlock]) -> None:
        """The list of the outline: every level as its style is numbered first; headings above them count unseen."""
        levels: dict[int, _Level] = {}
        for block in blocks:
            if block.ordinal and _is_outline(block) and not (self._item and word_style(block) == _POINT):
                levels.setdefault(self._level_of(block), _Level(word_style(block), block.ordinal))
        if not levels:
            return
        for block in blocks:
            if isinstance(block, Heading) and _is_outline(block) and self._level_of(block) < max(levels):
                levels.setdefault(self._level_of(block), _Level(word_style(block), None))
        outline = self._new_list(linked=True)
        outline.levels = levels
        self._links |= {level.style: (outline, at) for at, level in levels.items()}

    def _link_others(self, blocks: Sequence[TextBlock]) -> None:
        """A list of one level for every other style with ordinals or bullets."""
        for block in blocks:
            style = word_style(block)
            if block.ordinal and not _is_outline(block) and style not in self._links:
                made = self._new_list()
                made.levels[0] = _Level(style, block.ordinal)
                self._links[style] = (made, 0)

    def _place(self, block: TextBlock) -> _Placed:
        """Counts a block in its style's list where that prints its ordinal, else in another."""
        style = word_style(block)
        link = self._links.get(style)
        ordinal = block.ordinal
        if ordinal is None:
            counted = link or self._inherited(style)
            if counted and counted[0].levels[counted[1]].format is None:
                counted[0].count(counted[1])
                return _Placed(style, "")
            return _Placed(style, self._unnumbered(style) if link else "")
        inherited = self._inherited(style)
        if inherited and self._item and style == _POINT and inherited[0].take(inherited[1], ordinal, self._item):
            return _Placed(style, "")
        if link and link[0].take(link[1], ordinal, style):
            return _Placed(style, "")
        return self._place_elsewhere(block, ordinal, style)

    def _place_elsewhere(self, block: TextBlock, ordinal: Ordinal, style: WordStyle) -> _Placed:
        """Counts a block in a list of its part; headings that it numbers otherwise are linked to it by a style."""
        own = self._part_style(block, ordinal, style)
        link = self._links.get(own) if own else None
        if own and link and link[0].take(link[1], ordinal, own):
            return _Placed(own, "")
        style = own or style
        at = self._level_of(block) if _is_outline(block) else 0
        # What one part numbers in its own way is one list, so that its points begin again under each of its sections.
        key = (ordinal.series.partition(".")[0], None) if _is_outline(block) else (ordinal.format, style)
        other = self._others.get(key)
        if other is None or not other.take(at, ordinal, style):
            other = self._others[key] = self._new_list()
            other.take(at, ordinal, style)
        if own and link is None:
            self._links[own] = (other, at)
            return _Placed(own, "")
        return _Placed(style, _list_properties(other.number, at))

    def _part_style(self, block: TextBlock, ordinal: Ordinal, style: WordStyle) -> WordStyle | None:
        """The style of headings that a part numbers otherwise than the built-in style does, or has a style for."""
        link = self._links.get(style)
        if link is None and block.role == "task":
            return style
        if link is None or not isinstance(block, Heading) or link[0].levels[link[1]].prints(ordinal, style):
            return None
        return part_variant(style, next(iter(block.origin.path), None))

    def _unnumbered(self, style: WordStyle) -> str:
        """A list that prints nothing, for paragraphs whose style is numbered and that are not.

        List 0, which ISO/IEC 29500-1 17.9.18 has for that, would leave them the hanging indent of the style.
        """
        key = ("", style)
        if key not in self._others:
            self._others[key] = self._new_list()
            self._others[key].levels[0] = _Level(style, None)
        return _list_properties(self._others[key].number, 0)

    def _definition(self, each: _List) -> str:
        levels = "".join(self._level(at, each, each.levels.get(at)) for at in range(max(each.levels) + 1))
        kind = "multilevel" if len(each.levels) > 1 else "singleLevel"
        return (
            f'<w:abstractNum w:abstractNumId="{each.number}">{_serial(each)}<w:multiLevelType w:val="{kind}"/>'
            f"{levels}</w:abstractNum>"
        )

    def _level(self, at: int, each: _List, level: _Level | None) -> str:
        """A level of a list; one that prints nothing counts all the same."""
        if level is None:
            return _level_xml(at, 1, "none", "", "")
        look = self._sheet.looks.block(level.style.role)
        linked = self._links.get(level.style) == (each, at)
        style = f'<w:pStyle w:val="{level.style.identifier}"/>' if linked else ""
        if level.format is None:
            return _level_xml(at, 1, "none", style, "", f"<w:pPr>{indent_xml(look, 0.0)}</w:pPr>")
        pattern = ordinal_format(level.format)
        kind, shown = "bullet", level.format
        if pattern is not None:
            kind, shown = NUMBER_FORMATS[pattern.counter], f"{pattern.before}%{at + 1}{pattern.after}"
        side = self._side.get(level.style.role)
        if level.role == "badge" and not side:
            shown = f"{_NO_BREAK_SPACE}{shown}{_NO_BREAK_SPACE}"
        paragraph = f"<w:pPr>{_stops_xml(look)}{indent_xml(look, look.hang)}</w:pPr>"
        looks = self._side_mark(level.style.role, side) if side else run_xml((level.role,), self._sheet)
        run = f"<w:rPr>{looks}</w:rPr>"
        return _level_xml(at, level.start, kind, style, shown, paragraph + run, tabbed=look.hang > 0)

    def _side_mark(self, heading: BlockRole, side: BlockRole) -> str:
        """The characters of an ordinal in the side column."""
        lower = ordinal_drop(ROLES[heading].depth, self._sheet.looks.block(side))
        return mark_xml(self._sheet.looks.run(side, ("ordinal",)), self._sheet, lower)


def _level_xml(
    at: int, start: int, kind: str, style: str, shown: str, properties: str = "", *, tabbed: bool = False
) -> str:
    """A level (ISO/IEC 29500-1 17.9.6) with the properties of its paragraphs and its number given as XML."""
    suffix = "" if tabbed else '<w:suff w:val="nothing"/>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{style}{suffix}'
        f'<w:lvlText w:val={attribute(shown)}/><w:lvlJc w:val="left"/>{properties}</w:lvl>'
    )


def _serial(each: _List) -> str:
    """The number by which Word tells the lists of pasted text apart (ISO/IEC 29500-1 17.9.14)."""
    return f'<w:nsid w:val="{_FIRST_SERIAL + each.number:08X}"/>'


def _stops_xml(look: BlockLook) -> str:
    """Tab stops beyond a hanging indent, so that what follows an ordinal wider than it is close to it."""
    if not look.hang:
        return ""
    stops = "".join(f'<w:tab w:val="left" w:pos="{position}"/>' for position in _stops(look))
    return f"<w:tabs>{stops}</w:tabs>"


def _stops(look: BlockLook) -> Iterator[int]:
    for number in range(1, _WIDE_ORDINAL_STOPS + 1):
        yield twips(look.left + look.hang + number * look.size / 2)


def _is_outline(block: TextBlock) -> bool:
    """Whether a block is of the outline: headings, items, and points that are counted."""
    return ROLES[block.role].depth > 0 and (block.ordinal is None or block.ordinal.value > 0)


def _list_properties(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

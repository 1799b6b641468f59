"""The styles of a Word file, each with all that it inherits (ISO/IEC 29500-1 17.7)."""

from collections.abc import Mapping
from typing import Final, TypeVar

from lxml.etree import _Element as Element
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import asdict, replace

from reportgen.manuscript.manuscript_types import Decoration, Look
from reportgen.manuscript.word_xml import W, children, switch, value_of, whole

_Value = TypeVar("_Value")

_NOTHING: Final = 9
"""The outline level of body text."""


class Properties(Struct, frozen=True):
    """What a style or a paragraph says for itself; UNSET is inherited.

    ``list_number`` and ``list_level`` are inherited apart (17.3.1.19).
    """

    bold: bool | UnsetType = UNSET
    font: str | UnsetType = UNSET
    size: float | UnsetType = UNSET
    hidden: bool | UnsetType = UNSET
    italic: bool | UnsetType = UNSET
    underline: str | UnsetType = UNSET
    struck: bool | UnsetType = UNSET
    highlight: str | UnsetType = UNSET
    colour: str | UnsetType = UNSET
    outline: int | UnsetType = UNSET
    list_number: str | UnsetType = UNSET
    list_level: int | UnsetType = UNSET
    alignment: str | UnsetType = UNSET
    indent: float | UnsetType = UNSET

    def over(self, base: "Properties") -> "Properties":
        """These properties, with what they leave open taken from ``base``."""
        return replace(base, **{name: value for name, value in asdict(self).items() if value is not UNSET})

    def look(self, style: str) -> Look:
        """How characters of a character style look."""
        return Look(style, self.bold is True, self.font or "", self.size or 0.0)

    @property
    def decoration(self) -> Decoration:
        """What is on the characters besides; black is what is printed without a colour."""
        colour = (self.colour or "").upper()
        return Decoration(
            italic=self.italic is True,
            underlined=(self.underline or "none") != "none",
            struck=self.struck is True,
            highlight="" if self.highlight in (UNSET, "none") else str(self.highlight),
            colour="" if colour in ("AUTO", "000000") else colour,
        )


class WordStyle(Struct, frozen=True):
    """A style: its names and those of its bases, in lower case, and its properties with theirs."""

    names: tuple[str, ...] = ()
    properties: Properties = Properties()


class WordStyles(Struct, frozen=True):
    """All styles by identifier; ``default`` is that of paragraphs that name none."""

    styles: Mapping[str, WordStyle]
    default: WordStyle

    def of(self, identifier: str | None) -> WordStyle:
        """A style; an unknown one is the default, as in Word."""
        return self.styles.get(identifier, self.default) if identifier else self.default


def read_styles(root: Element | None) -> WordStyles:
    """The styles of ``styles.xml``, which a file may lack."""
    elements = {each.get(W + "styleId", ""): each for each in children(root, "style")}
    defaults = None if root is None else root.find(W + "docDefaults")
    ground = WordStyle(properties=_defaults(defaults))
    styles: dict[str, WordStyle] = {}
    for identifier in elements:
        for each in reversed(_chain(identifier, elements)):
            if each not in styles:
                base = value_of(elements[each], "basedOn")
                styles[each] = _style(elements[each], styles.get(base or "", ground))
    default = next(
        (
            styles[identifier]
            for identifier, each in elements.items()
            if each.get(W + "type") == "paragraph" and each.get(W + "default") in ("1", "true")
        ),
        ground,
    )
    return WordStyles(styles, default)


def run_properties(element: Element | None) -> Properties:
    """What ``w:rPr`` says of characters."""
    if element is None:
        return Properties()
    fonts, size = element.find(W + "rFonts"), whole(value_of(element, "sz"))
    font = None if fonts is None else fonts.get(W + "eastAsia")
    return Properties(
        bold=_given(switch(element, "b")),
        font=_given(font),
        size=UNSET if size is None else size / 2,
        hidden=_given(switch(element, "vanish")),
        italic=_given(switch(element, "i")),
        underline=_given(value_of(element, "u")),
        struck=_given(switch(element, "strike")),
        highlight=_given(value_of(element, "highlight")),
        colour=_given(value_of(element, "color")),
    )


def _given(value: _Value | None) -> _Value | UnsetType:
    return UNSET if value is None else value


def paragraph_properties(element: Element | None) -> Properties:
    """What ``w:pPr`` says of its paragraph; its ``w:rPr`` is of the mark alone."""
    if element is None:
        return Properties()
    numbering = element.find(W + "numPr")
    level, outline = whole(value_of(numbering, "ilvl")), whole(value_of(element, "outlineLvl"))
    number, alignment = value_of(numbering, "numId"), value_of(element, "jc")
    indent = _first_line(element.find(W + "ind"))
    return Properties(
        outline=UNSET if outline is None else outline,
        list_number=UNSET if number is None else number,
        list_level=UNSET if level is None else level,
        alignment=UNSET if alignment is None else alignment,
        indent=UNSET if indent is None else indent,
    )


def outline_level(properties: Properties) -> int | None:
    """The level of a heading from 0, None for body text."""
    level = properties.outline
    return level if isinstance(level, int) and 0 <= level < _NOTHING else None


def _chain(identifier: str, elements: Mapping[str, Element]) -> list[str]:
    """A style and its bases, the nearest first; a circle ends where it closes."""
    chain: dict[str, None] = {}
    current: str | None = identifier
    while current is not None and current in elements and current not in chain:
        chain[current] = None
        current = value_of(elements[current], "basedOn")
    return list(chain)


def _style(element: Element, base: WordStyle) -> WordStyle:
    own = paragraph_properties(element.find(W + "pPr")).over(run_properties(element.find(W + "rPr")))
    name = (value_of(element, "name") or "").strip().lower()
    return WordStyle((name, *base.names), own.over(base.properties))


def _defaults(element: Element | None) -> Properties:
    if element is None:
        return Properties()
    characters = element.find(f"{W}rPrDefault/{W}rPr")
    return paragraph_properties(element.find(f"{W}pPrDefault/{W}pPr")).over(run_properties(characters))


def _first_line(indent: Element | None) -> float | None:
    """The first line's indent in characters; lengths count 16 pt to the character, the size of official papers."""
    if indent is None:
        return None
    for name, sign in (("firstLineChars", 1), ("hangingChars", -1)):
        if hundredths := whole(indent.get(W + name)):
            return sign * hundredths / 100
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if (twips := whole(indent.get(W + name))) is not None:
            return sign * twips / 320
    return None

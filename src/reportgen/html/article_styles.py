"""Inline styles for an article that is pasted into an editor: pixels, no classes, no fonts of its own."""

from collections.abc import Iterator

from reportgen.document import FittedSheet
from reportgen.html.css_text import text_align
from reportgen.html.palette import Palette
from reportgen.style import BlockLook, BlockRole, Colour, GridLook, RuleLook, RunRole

TEXT_SIZE = 16
"""Pixels of running text, as phones show it."""

_TEXT_LINE, _TITLE_LINE = 1.75, 1.4
"""Line heights of text, and of what is larger than text."""

_LARGEST = 28
"""Pixels that a title or figure has at most: ten characters to the line of a phone."""

_MOST_SPACE = 32
"""Pixels above or below anything; on paper a title may stand in the middle of a page."""


class ArticleStyles:
    """The looks of one style sheet as values of ``style`` attributes."""

    def __init__(self, sheet: FittedSheet) -> None:
        self._looks = sheet.looks
        self._base = sheet.looks.block("base")
        self._runs = sheet.style.runs
        self._palette = Palette(plain=True)

    def text(self, role: BlockRole, *, spaced: bool) -> str:
        """A paragraph of a role; one in a cell or on a paper is not ``spaced``."""
        look = self._looks.block(role)
        return _joined((*self._letters(look), *self._place(look, spaced=spaced)))

    def run(self, block: BlockRole, role: RunRole) -> str:
        """What a run has that its paragraph, of role ``block``, has not; empty where that is nothing."""
        style, around, look = self._runs.get(role), self._looks.block(block), self._looks.run(block, (role,))
        if style is None:
            return ""
        return _joined(
            (
                "font-weight: bold" if (look.bold or self._is_another(look.font)) and not around.bold else "",
                f"color: {self._palette.ink(look.colour)}" if style.colour else "",
                self._ground(look.fill),
                f"font-size: {self._pixels(look.size)}" if look.size != around.size else "",
                f"padding: 0 {self._pixels(look.pad)}" if look.pad else "",
            )
        )

    def paper(self, first: BlockLook, last: BlockLook) -> str:
        """What lies behind paragraphs, by the looks of the first and the last of them."""
        return _joined((self._ground(first.fill), f"padding: {self._pixels(first.pad)}", self._margin(first, last)))

    def ground(self, fill: Colour) -> str:
        """What lies behind the upper part of a cover."""
        return _joined((self._ground(fill), f"padding: {_LARGEST}px"))

    def entry(self, look: GridLook, across: int) -> str:
        """One entry of a grid, so many of them side by side."""
        rule = f"border-top: {self._border(look.rule)}" if look.rule else ""
        if across == 1:
            return _joined((self._ground(look.fill), rule, f"padding: {self._pixels(look.pad)} 0"))
        place = "display: inline-block; vertical-align: top; box-sizing: border-box; width: 48%; margin: 0 1% 2%"
        return _joined((place, self._ground(look.fill), rule, f"padding: {self._pixels(min(look.pad, 12))}"))

    def cell(self, role: BlockRole, rule: RuleLook, fill: Colour | None) -> str:
        """A cell of a table."""
        border = f"border: {self._border(rule)}"
        return _joined((*self._letters(self._looks.block(role)), border, "padding: 4px 6px", self._ground(fill)))

    def _letters(self, look: BlockLook) -> Iterator[str]:
        yield f"font-size: {self._pixels(look.size)}"
        yield f"line-height: {_TEXT_LINE if look.size <= self._base.size else _TITLE_LINE}"
        yield f"color: {self._palette.ink(look.colour)}"
        if look.bold or (self._is_another(look.font) and look.size > self._base.size):
            yield "font-weight: bold"

    def _place(self, look: BlockLook, *, spaced: bool) -> Iterator[str]:
        yield text_align(look.align)
        yield self._margin(look, look) if spaced else "margin: 0"
        if look.first_line > 0:
            yield f"text-indent: {look.first_line / look.size:g}em"
        if look.rule:
            edge = "top" if look.rule.above else "bottom"
            yield f"border-{edge}: {self._border(look.rule)}; padding-{edge}: {self._pixels(look.rule.gap)}"

    def _margin(self, first: BlockLook, last: BlockLook) -> str:
        spaces = (min(space / self._base.size * TEXT_SIZE, _MOST_SPACE) for space in (first.before, last.after))
        return "margin: {:.0f}px 0 {:.0f}px".format(*spaces)

    def _is_another(self, font: str) -> bool:
        """Whether letters have another face than the text's; an article has one, and what stands out is bold."""
        return font != self._base.font

    def _pixels(self, length: float) -> str:
        return f"{min(length / self._base.size * TEXT_SIZE, _LARGEST):.0f}px"

    def _ground(self, fill: Colour | None) -> str:
        return f"background: {self._palette.fill(fill)}" if fill else ""

    def _border(self, rule: RuleLook) -> str:
        return f"{max(1, round(rule.thickness))}px solid {self._palette.line(rule.colour)}"


def _joined(declarations: tuple[str, ...]) -> str:
    return "; ".join(filter(None, declarations))

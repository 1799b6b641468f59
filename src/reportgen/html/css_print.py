"""The page when a browser prints it: the paper of the sheet, its page numbers, and what only paper has no room for."""

import re
from collections.abc import Iterator

from reportgen.document import Cover, Document, FittedSheet, furniture_text
from reportgen.html.css_letters import Letters
from reportgen.html.css_text import media, points, rule, sides, string
from reportgen.style import FurnitureStyle

_NUMBER = re.compile(r"(\{page\})")


def print_rules(sheet: FittedSheet, document: Document, letters: Letters, overhang: float) -> Iterator[str]:
    """The rules of paper; ``overhang`` is how far the side column is in the margin, where browsers print nothing."""
    area = sheet.area
    edges = sides(area.top, area.right, area.bottom, area.left - overhang)
    yield rule("@page", f"size: {sides(area.paper_width, area.paper_height)}", f"margin: {edges}")
    yield from _page_numbers(sheet, document, letters)
    rules = [rule("main", f"margin: 0 0 0 {points(overhang)}", "padding: 0", "max-width: none")]
    if sheet.style.draft:
        below = points(sheet.looks.line())
        rules.append(rule("body > .draft-mark", f"margin: 0 0 {below} {points(overhang)}", "padding: 0"))
    rules.append(rule("main > header", "break-after: page"))
    yield media("print", *rules, rule("body", "print-color-adjust: exact"))


def _page_numbers(sheet: FittedSheet, document: Document, letters: Letters) -> Iterator[str]:
    """The line of the footer that has the page number, on every page but the cover, on the side its sheet says.

    Browsers count from the first page on; those that print nothing in margins leave the lines out.
    """
    footer = sheet.style.footer
    if footer is None or "{page}" not in footer.text:
        return
    has_cover = any(isinstance(block, Cover) for block in document.blocks)
    left, right = ("left", "right") if footer.side == "outside" else (footer.side, footer.side)
    for hand, side, text in (("right", right, footer.text), ("left", left, footer.left_text or footer.text)):
        place = f"@bottom-{'center' if side == 'centre' else side}"
        yield f"@page :{hand} {{ {place} {{ {'; '.join(_line(sheet, document, letters, footer, text))} }} }}"
        if has_cover:
            yield f"@page :first {{ {place} {{ content: none }} }}"


def _line(sheet: FittedSheet, document: Document, letters: Letters, footer: FurnitureStyle, text: str) -> Iterator[str]:
    look = sheet.looks.block("footer")
    pieces = (
        "counter(page)" if piece == "{page}" else string(furniture_text(piece, document.metadata))
        for piece in _NUMBER.split(text.replace("{part}", "").strip("\u3000"))
        if piece
    )
    gap, inset = (length.points(look.size, look.line) for length in (footer.gap, footer.inset))
    yield f"content: {' '.join(pieces)}"
    yield letters.font(look)
    yield f"color: #{look.colour.hexadecimal}"
    yield f"vertical-align: top; padding: {sides(max(gap - look.line / 2, 0.0), inset)}; white-space: pre"

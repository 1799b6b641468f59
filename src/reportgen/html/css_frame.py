"""The page around the text as CSS: paper and print, narrow and wide windows, day and night."""

from collections.abc import Iterator

from reportgen.document import FittedSheet
from reportgen.html.css_text import media, points, rule
from reportgen.html.palette import PAPER, Palette
from reportgen.style import BlockLook

_PAGE_TOP, _MOST_ABOVE = "--page-top", "--most-above"
"""What a page of paper has above its text, and the most that stands above a paragraph."""

_CONTENTS, _GAP = 20, 3
"""Ems of the contents and beside them, where a window is wide enough to have them beside the text."""

MOST_BESIDE = "5vw"
"""What is free beside the text in a narrow window."""

STRUCTURE = """\
p, h1, h2, h3, h4, th, td, li, figcaption { white-space: pre-wrap; overflow-wrap: break-word }
ul, ol { margin: 0; padding: 0; list-style: none; list-style-type: '' }
p, li { text-wrap: pretty }
h1, h2, h3, h4 { text-wrap: balance; break-after: avoid }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th, td { vertical-align: top }
caption { position: absolute; clip-path: inset(50%) }
figure { margin: 0 }
svg { max-width: 100%; height: auto }
svg text { text-anchor: middle; dominant-baseline: central }
a { color: inherit; text-decoration: none }
a:hover, a:focus-visible { text-decoration: underline }
.number, .figure { display: inline-block; text-indent: 0 }
.figure { text-align: right; font-variant-numeric: tabular-nums }
[data-minutes] { position: relative }"""
"""What the elements of the page need before any style sheet. VoiceOver takes a list for none where its style is
``none``, but not where it is an empty string."""


def frame_rules(sheet: FittedSheet, palette: Palette, font: str) -> Iterator[str]:
    """The rules of page, body and what is right below it; ``font`` is the declaration of the text's letters."""
    area, base = sheet.area, sheet.looks.block("base")
    colours = (f"color: {palette.ink(base.colour)}", f"background: {palette.fill(PAPER)}")
    yield rule("body", "margin: 0", font, *colours, "line-break: strict", "text-autospace: normal")
    column = (f"max-width: {points(area.width)}", f"padding: 0 min({points(base.size)}, {MOST_BESIDE})")
    yield rule("main", *column, f"margin: var({_PAGE_TOP}) auto")
    yield rule("main > header", f"margin-bottom: var({_PAGE_TOP})")
    yield media("screen", rule("main > header > :first-child", "margin-top: 0"))
    if sheet.style.draft:
        yield rule("body > .draft-mark", *column, f"margin: calc(var({_PAGE_TOP}) / 2) auto")
    if sheet.style.contents:
        starts = "break-before: page" if sheet.style.contents.start != "none" else ""
        yield rule("nav", f"margin: var({_PAGE_TOP}) 0", starts)
        yield from _wide(area.width, base.size)
    yield rule(":root", f"{_PAGE_TOP}: {points(area.top)}", f"{_MOST_ABOVE}: {points(area.top)}")
    lengths = rule(":root", f"{_PAGE_TOP}: 0pt", f"{_MOST_ABOVE}: {points(area.paper_height)}")
    yield media("print", lengths)


def _wide(width: float, size: float) -> Iterator[str]:
    """The contents beside the text and always in sight, below a cover as wide as both."""
    whole = width + (_CONTENTS + _GAP) * size
    columns = f"grid-template-columns: {points(_CONTENTS * size)} minmax(0, 1fr)"
    yield media(
        f"screen and (min-width: {points(whole + 2 * size)})",
        rule("main", "display: grid", columns, f"column-gap: {points(_GAP * size)}", f"max-width: {points(whole)}"),
        rule("main > header", "grid-column: 1 / -1"),
        rule("main > div", "grid-column: 2"),
        rule("main > nav", "margin: 0", "position: sticky", "top: 0", "align-self: start"),
        rule("main > nav", "max-height: 100vh", "overflow-y: auto"),
    )


def colour_rules(palette: Palette) -> Iterator[str]:
    """The variables of all colours used, by day, and on a screen in the dark; pictures keep their white ground."""
    yield rule(":root", "color-scheme: light dark", *palette.by_day())
    dark = (rule(":root", *palette.by_night()), rule("img", f"background: #{PAPER.hexadecimal}"))
    yield media("screen and (prefers-color-scheme: dark)", *dark)


def above(look: BlockLook, most: float) -> str:
    """The space above a paragraph, which on a screen is ``most`` points, however far down on its page it stands.

    On a screen, what begins a page has as much more as a page has above its text.
    """
    space = points(look.before) if look.before <= most else f"min({points(look.before)}, var({_MOST_ABOVE}))"
    return f"calc({space} + var({_PAGE_TOP}))" if look.start in ("page", "odd") else space

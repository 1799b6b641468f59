"""One item in the form its part's style asks for: run in, as a point, or under a heading of its own."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import Heading, Inlines, Ordinal, Paragraph
from reportgen.document.inline_composer import compose_inlines, compose_line
from reportgen.document.origins import Origin
from reportgen.report import Figures, Item
from reportgen.style import BlockRole, ItemForm, ItemStyle, RunRole

_STOPS = tuple("。！？；：…，、.!?;:")
"""After one of these a run-in title needs nothing to part it from its text (T57)."""

_HEADED: dict[ItemForm, tuple[BlockRole | None, BlockRole, BlockRole] | None] = {
    "headings": (None, "claim", "text"),
    "statements": ("statement", "statement-claim", "statement-text"),
    "run-in": None,
    "points": None,
}
"""The roles of title, claim and text where the title is a heading, the first None for that of its level."""


def compose_item(
    item: Item, style: ItemStyle, figures: Figures, path: FieldPath, ordinal: Ordinal | None
) -> Iterator[Paragraph | Heading]:
    """The blocks of one item; a heading comes without level and anchor, which the caller knows."""
    headed = _HEADED[style.form]
    if headed and item.title:
        own_role, claim, text = headed
        yield Heading(3, compose_line(item.title, figures), "", Origin((*path, "title")), ordinal, own_role)
        *claims, last = compose_inlines(item.claim, figures) if item.claim else ((),)
        ended = _parted(last, style.separator.strip())  # title and claim are one sentence, a blank ends none
        for inlines in (*claims, ended) if ended else ():
            yield Paragraph(claim, inlines, Origin((*path, "claim")))
        for inlines in compose_inlines(item.text, figures) if item.text else ():
            yield Paragraph(text, inlines, Origin((*path, "text")))
        return
    points = style.form == "points"
    title_roles: tuple[RunRole, ...] = () if points and not (item.text or item.claim) else ("run-in",)
    lead = compose_line(item.title, figures, title_roles, Origin((*path, "title"))) if item.title else ()
    if item.claim:
        runs = compose_line(item.claim, figures, ("claim",), Origin((*path, "claim")))
        lead = _parted(lead, style.separator) + runs
    paragraphs = compose_inlines(item.text, figures) if item.text else ()
    first = (_parted(lead, style.separator) + paragraphs[0]) if paragraphs else lead
    origin = Origin((*path, "text" if paragraphs else "title" if item.title else "claim"))
    yield Paragraph("point" if points else "item", first, origin, ordinal)
    for inlines in paragraphs[1:]:
        yield Paragraph("text", inlines, origin)


def _parted(lead: Inlines, separator: str) -> Inlines:
    """The runs with the separator after them, where there are any and they do not end in a stop themselves."""
    ending = "".join(run.text for run in lead).rstrip("”’）》")
    if not lead or ending.endswith(_STOPS):
        return lead
    return (*lead[:-1], replace(lead[-1], text=lead[-1].text + separator))

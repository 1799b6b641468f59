"""The outline of a file, which readers show beside the pages (ISO 32000-1 12.3.3)."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from reportgen.pdf.objects import ReadyObjects, text_string


class OutlineEntry(Struct, frozen=True):
    """An entry: its level from 0, its title, where it leads as PDF writes it."""

    level: int
    title: str
    destination: str


def write_outline(entries: Sequence[OutlineEntry], objects: ReadyObjects) -> int | None:
    """Adds the outline; its number, for the catalog, none where nothing is in it.

    Entries of level 0 show those below them, others hide them until a reader opens them.
    """
    if not entries:
        return None
    root = objects.number()
    inside, _ = _add(entries, 0, root, objects)
    objects.add(root, f"<< /Type /Outlines{inside} >>")
    return root


def _add(entries: Sequence[OutlineEntry], level: int, parent: int, objects: ReadyObjects) -> tuple[str, int]:
    """Adds entries of a level with all below them; what their parent says of them, and how many it shows open."""
    starts = [index for index, entry in enumerate(entries) if entry.level == level]
    if not starts:
        return "", 0
    numbers = [objects.number() for _ in starts]
    shown = len(starts)
    for place, (start, end) in enumerate(pairwise((*starts, len(entries)))):
        entry = entries[start]
        text = f"<< /Title {text_string(entry.title)} /Parent {parent} 0 R /Dest {entry.destination}"
        if place > 0:
            text += f" /Prev {numbers[place - 1]} 0 R"
        if place + 1 < len(numbers):
            text += f" /Next {numbers[place + 1]} 0 R"
        inside, below = _add(entries[start + 1 : end], level + 1, numbers[place], objects)
        shown += below if level == 0 else 0
        objects.add(numbers[place], f"{text}{inside} >>")
    is_open = level < 2
    return f" /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {shown if is_open else -shown}", shown

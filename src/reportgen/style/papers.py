"""Which paragraphs lie on one paper: the fill behind them, shared by neighbours as in Word."""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.style.looks import BlockLook


class Paper(Struct, frozen=True):
    """The paper behind a block, by the index of the first block on it; whether this one is the first or the last."""

    key: int
    opens: bool
    closes: bool


def papers_behind(looks: Sequence[BlockLook | None]) -> list[Paper]:
    """The paper behind each block of a series, by the looks of those that are text; one each where they have no fill.

    Alike ones that follow one another on a page share it.
    """
    kinds = [(look.fill, look.pad, look.left, look.right) if look and look.fill else None for look in looks]
    begins = [
        index == 0 or kinds[index] != kinds[index - 1] or (look is not None and look.start != "none")
        for index, look in enumerate(looks)
    ]
    papers: list[Paper] = []
    for index, (opens, closes) in enumerate(zip(begins, (*begins[1:], True), strict=False)):
        papers.append(Paper(index if opens else papers[-1].key, opens, closes))
    return papers

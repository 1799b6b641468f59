"""Two rows of blocks paired in order: first what is the same in both, then what is most alike."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from reportgen.text.sequences import heaviest_chain, opcodes
from reportgen.text.similarity import SimilarTexts, likeness, pairs_of

_LIKE = 0.4
"""How alike two paragraphs of one style must be to be one paragraph changed."""

_NEAR = 12
"""How far from its own place a block is compared with every other; further off, with those that share most."""

Block = TypeVar("Block")


class Traits(NamedTuple):
    """What a block is known by: only those of one kind are paired, and the more alike their texts the rather."""

    kind: Hashable
    text: str


def pair(
    old: Sequence[Block],
    new: Sequence[Block],
    canon: Callable[[Block], str],
    traits: Callable[[Block], Traits],
) -> Iterator[tuple[Block | None, Block | None]]:
    """Both rows in order, each block with its counterpart or None; what went comes before what came.

    Blocks are the same where ``canon`` is.
    """
    for tag, first, last, start, end in opcodes([canon(each) for each in old], [canon(each) for each in new]):
        before, after = old[first:last], new[start:end]
        if tag == "equal":
            yield from zip(before, after, strict=True)
        else:
            yield from _in_order(before, after, [traits(each) for each in before], [traits(each) for each in after])


def _in_order(
    old: Sequence[Block], new: Sequence[Block], olds: Sequence[Traits], news: Sequence[Traits]
) -> Iterator[tuple[Block | None, Block | None]]:
    """The pairing of two rows that is most alike as a whole, in order."""
    done = there = 0
    for one, other in (*heaviest_chain(_alike(olds, news)), (len(old), len(new))):
        yield from ((each, None) for each in old[done:one])
        yield from ((None, each) for each in new[there:other])
        yield from zip(old[one : one + 1], new[other : other + 1], strict=True)
        done, there = one + 1, other + 1


def _alike(old: Sequence[Traits], new: Sequence[Traits]) -> dict[tuple[int, int], float]:
    """How alike those are, by their places, that are alike enough to be one changed."""
    pairs = {index: pairs_of(each.text, len(each.text)) for index, each in enumerate(new)}
    kinds: dict[Hashable, list[int]] = {}
    for index, each in enumerate(new):
        kinds.setdefault(each.kind, []).append(index)
    similar = {
        kind: SimilarTexts({index: pairs[index] for index in members}, len(old)) for kind, members in kinds.items()
    }
    found: dict[tuple[int, int], float] = {}
    for index, each in enumerate(old):
        if each.kind not in kinds:
            continue
        mine, middle = pairs_of(each.text, len(each.text)), index * len(new) // len(old)
        near = range(max(0, middle - _NEAR), min(len(new), middle + _NEAR + 1))
        others = {other for other in near if new[other].kind == each.kind}
        for other in others.union(similar[each.kind].sharing(mine)):
            how = likeness(mine, pairs[other])
            if how >= _LIKE:
                found[index, other] = how
    return found

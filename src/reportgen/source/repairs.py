"""A file's text with its slips mended for YAML, every offset still leading back to the file as it stands."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import Edit, apply_edits


class Mended(Struct, frozen=True, dict=True):
    """A text and the edits made to it; ``original`` leads an offset of the mended text to one of the text before."""

    base: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text with its edits made."""
        return apply_edits(self.base, self.edits) if self.edits else self.base

    def with_edits(self, edits: Iterable[Edit]) -> "Mended":
        """With more edits, in offsets of the text before; those an earlier or a longer one overlaps are left out."""
        kept: list[Edit] = []
        for edit in sorted((*self.edits, *edits), key=lambda edit: (edit.start, edit.start - edit.end)):
            if not kept or edit.start >= kept[-1].end:
                kept.append(edit)
        return Mended(self.base, tuple(kept))

    @cached_property
    def _pieces(self) -> list[tuple[int, int, int]]:
        """Where each stretch begins: in the mended text, in the text before, and how far the latter may be counted."""
        pieces = [(0, 0, len(self.base))]
        shift = 0
        for edit in self.edits:
            start = edit.start + shift
            pieces.append((start, edit.start, edit.end))
            shift += len(edit.text) - (edit.end - edit.start)
            pieces.append((edit.end + shift, edit.end, len(self.base)))
        return pieces

    def original(self, offset: int) -> int:
        """Where a character of the mended text stands in the text before; what was put in stands where it was put."""
        if not self.edits:
            return offset
        start, before, last = self._pieces[bisect_right(self._pieces, (offset, len(self.base), len(self.base))) - 1]
        return min(before + offset - start, last)

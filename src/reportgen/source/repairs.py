"""A file's text repaired for YAML, every offset still mapping back to the file."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import Edit, apply_edits


class RepairedText(Struct, frozen=True, dict=True):
    """A text and the edits made to it; ``original`` maps an offset of the repaired text to one of the base."""

    base: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text with its edits applied."""
        return apply_edits(self.base, self.edits) if self.edits else self.base

    def with_edits(self, edits: Iterable[Edit]) -> "RepairedText":
        """With more edits, in offsets of the base; one that overlaps an earlier or a longer edit is left out."""
        kept: list[Edit] = []
        for edit in sorted((*self.edits, *edits), key=lambda edit: (edit.start, edit.start - edit.end)):
            if not kept or edit.start >= kept[-1].end:
                kept.append(edit)
        return RepairedText(self.base, tuple(kept))

    @cached_property
    def _pieces(self) -> list[tuple[int, int, int]]:
        """The pieces of the repaired text: their start there, their start and their end in the base."""
        pieces = [(0, 0, len(self.base))]
        shift = 0
        for edit in self.edits:
            start = edit.start + shift
            pieces.append((start, edit.start, edit.end))
            shift += len(edit.text) - (edit.end - edit.start)
            pieces.append((edit.end + shift, edit.end, len(self.base)))
        return pieces

    def original(self, offset: int) -> int:
        """The offset in the base of a character of the repaired text; inserted text maps to where it was inserted."""
        if not self.edits:
            return offset
        start, before, last = self._pieces[bisect_right(self._pieces, (offset, len(self.base), len(self.base))) - 1]
        return min(before + offset - start, last)

"""Tables for a terminal, in whose columns wide characters count two."""

from collections.abc import Container, Sequence

from reportgen.text.columns import columns

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], right: Container[int] = ()) -> list[str]:
    """The lines of a table, each column as wide as its widest cell; the columns ``right`` end at one place."""
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            padding + cell if index in right else cell + padding
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
            for padding in (" " * (width - columns(cell)),)
        ).rstrip()
        for row in rows
    ]

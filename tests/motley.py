"""A sheet in which no two texts look alike: what takes one for another shows."""

from typing import get_args

from msgspec.structs import replace

from reportgen.style import BlockRole, Colour, Length, RunRole, StyleSheet, TextStyle


def motley(given: StyleSheet) -> StyleSheet:
    """A sheet whose roles have a size, a colour and a distance of their own each, and the runs of text a colour."""
    roles: tuple[BlockRole, ...] = get_args(BlockRole)
    runs: tuple[RunRole, ...] = get_args(RunRole)
    blocks = {f"block{number}": Colour(f"80{number:02x}40") for number in range(len(roles))}
    others = {f"run{number}": Colour(f"0040{number:02x}") for number in range(len(runs))}
    text = {
        role: replace(
            given.text.get(role, TextStyle()),
            size=Length(9 + number / 8, "pt"),
            colour=f"block{number}",
            after=Length(number / 8, "pt"),
        )
        for number, role in enumerate(roles)
    }
    return replace(
        given,
        description=f"motley {given.description}",
        colours={**given.colours, **blocks, **others},
        text=text,
        runs={role: replace(style, colour=f"run{runs.index(role)}") for role, style in given.runs.items()},
    )

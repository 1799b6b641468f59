"""Which inks a colour of a PDF prints with, and how much of them (ISO 32000-1 8.6)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Stream

BLACK = "K"
PROCESS = ("C", "M", "Y", BLACK)
_BY_COMPONENTS = {"1": "grey", "4": "cmyk"}
_NAMED = {
    "/DeviceGray": "grey", "/G": "grey", "/CalGray": "grey",
    "/DeviceRGB": "rgb", "/RGB": "rgb", "/CalRGB": "rgb", "/Lab": "rgb",
    "/DeviceCMYK": "cmyk", "/CMYK": "cmyk",
}  # fmt: skip
"""Colour spaces by what they amount to; those with one letter are of inline pictures."""
_PROCESS_NAMES = {"/Cyan": "C", "/Magenta": "M", "/Yellow": "Y", "/Black": BLACK}
_HUELESS = 0.02
"""How far red, green and blue of a grey may differ."""
_TRACE = 1e-3
"""What there is at least of cyan, magenta and yellow in a grey of light."""


class Paint(Struct, frozen=True):
    """What a colour prints with: the share from 0 to 1 of every ink there is any of, by its letter or its name.

    ``is_neutral``: it looks grey or black, so that black alone would do.
    """

    inks: dict[str, float]
    is_neutral: bool = False

    @property
    def total(self) -> float:
        """All inks together, from 0 to 4."""
        return sum(self.inks.values())

    @property
    def used(self) -> frozenset[str]:
        """The inks there is anything of."""
        return frozenset(self.inks)


class Space(Struct, frozen=True):
    """A colour space: ``grey``, ``rgb``, ``cmyk``, ``spots`` with its names, or ``pattern``, which has no numbers."""

    kind: str
    names: tuple[str, ...] = ()

    def paint(self, numbers: Sequence[float]) -> Paint:
        """A colour of this space."""
        match self.kind, numbers:
            case "grey", [grey, *_]:
                return grey_paint(grey)
            case "rgb", [red, green, blue, *_]:
                return rgb_paint(red, green, blue)
            case "cmyk", [*parts] if len(parts) >= len(PROCESS):
                return cmyk_paint(parts)
            case "spots", [*parts]:
                return Paint(_shares(self.names, parts))
            case _:
                return NOTHING

    @property
    def full(self) -> Paint:
        """Every ink it can print with."""
        match self.kind:
            case "grey":
                return grey_paint(0)
            case "spots":
                return Paint(dict.fromkeys(self.names, 1.0))
            case "rgb":
                return Paint({"C": 1.0, "M": 1.0, "Y": 1.0})  # black is made of the others or instead of them
            case "cmyk":
                return Paint(dict.fromkeys(PROCESS, 1.0))
            case _:
                return NOTHING


NOTHING = Paint({})
GREY, RGB, CMYK = Space("grey"), Space("rgb"), Space("cmyk")


def grey_paint(grey: float) -> Paint:
    """A grey from 0, black, to 1, which is paper."""
    return Paint(_shares((BLACK,), (1 - grey,)), is_neutral=True)


def rgb_paint(red: float, green: float, blue: float) -> Paint:
    """A colour of light in inks, what all three have in common in black; paper needs none.

    A grey made so prints with four inks on a press, which knows nothing of what we call black.
    """
    lightest, darkest = max(red, green, blue), min(red, green, blue)
    if darkest >= 1:
        return NOTHING
    black = 1 - lightest
    if lightest - darkest <= _HUELESS:
        return Paint(dict.fromkeys(PROCESS[:3], _TRACE) | _shares((BLACK,), (black,)), is_neutral=True)
    return Paint(_shares(PROCESS, (*(1 - part - black for part in (red, green, blue)), black)))


def cmyk_paint(parts: Sequence[float]) -> Paint:
    """A colour of the four inks."""
    *colours, black = parts[: len(PROCESS)]
    hue = (max(colours) - min(colours)) * (1 - black)
    return Paint(_shares(PROCESS, parts), is_neutral=hue <= _NEUTRAL_INKS)


_NEUTRAL_INKS = 0.15
"""The same for inks, whose greys have more cyan than the others."""


def _shares(names: Iterable[str], parts: Iterable[float]) -> dict[str, float]:
    """The inks there is anything of."""
    return {name: part for name, part in zip(names, parts, strict=False) if part > 0}


def space_of(value: Object, named: Dictionary | None) -> Space:
    """A colour space of a content stream or picture; ``named`` are those of the resources."""
    if isinstance(value, Name) and named is not None and value in named:
        value = named[value]
    if isinstance(value, Name):
        kind = _NAMED.get(str(value))
        return Space(kind) if kind else Space("pattern")
    if isinstance(value, Array) and len(value):
        return _family(value, named)
    return Space("pattern")


def _family(value: Array, named: Dictionary | None) -> Space:
    """A colour space that is more than its name."""
    family = str(value[0])
    match family:
        case "/ICCBased":
            profile = value[1]
            components = profile.get(Name.N) if isinstance(profile, Stream) else None
            return Space(_BY_COMPONENTS.get(str(components), "rgb"))
        case "/Indexed" | "/I":
            return space_of(value[1], named)
        case "/Separation":
            return _spots((value[1],))
        case "/DeviceN":
            return _spots(tuple(value[1]))
        case _:
            return Space(_NAMED.get(family, "pattern"))


def _spots(names: Sequence[Object]) -> Space:
    """Inks by their names; ``/All`` are the four, ``/None`` is none."""
    inks: list[str] = []
    for name in map(str, names):
        if name == "/All":
            inks += PROCESS
        elif name != "/None":
            inks.append(_PROCESS_NAMES.get(name, name.removeprefix("/")))
    return Space("spots", tuple(inks))

"""Frozen values as text that two versions of the program can be compared by, one fact a line where they are long."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from reportgen.style import Colour
from reportgen.style.lengths import Length

WIDTH = 120
Shown = Callable[[object], str | None]
"""How a value is shown; None where it is shown as any other."""


def _unshown(_: object) -> None:
    """Shows nothing in a way of its own."""


def dumped(value: object, shown: Shown = _unshown, indent: str = "", name: str = "") -> str:
    """The value as its constructor reads, without fields that have their default; numbers to 1/1000.

    Raises:
        AssertionError: some part is of a type that is not known here, and not shown either.

    """
    flat = f"{indent}{name}{_flat(value, shown)}"
    parts = list(_parts(value))
    if len(flat) <= WIDTH or not parts or shown(value) is not None:
        return flat
    opening, closing = _marks(value)
    inner = "\n".join(dumped(part, shown, f"{indent}  ", key) for key, part in parts)
    return f"{indent}{name}{opening}\n{inner}\n{indent}{closing}"


def number(value: float) -> str:
    """To 1/1000, without zeros at the end."""
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")


def _flat(value: object, shown: Shown) -> str:
    text = shown(value)
    if text is not None:
        return text
    match value:
        case bool() | None | str() | int():
            return repr(value)
        case float():
            return number(value)
        case Enum():
            return value.name
        case Colour():
            return f"#{value.hexadecimal}"
        case Length():
            return f"{number(value.value)}{value.unit}"
        case Struct() | tuple() | list() | frozenset() | Mapping():
            opening, closing = _marks(value)
            return opening + ", ".join(f"{key}{_flat(part, shown)}" for key, part in _parts(value)) + closing
        case date() | Decimal():
            return str(value)
    raise AssertionError(value)


def _marks(value: object) -> tuple[str, str]:
    match value:
        case Struct():
            return f"{type(value).__name__}(", ")"
        case Mapping():
            return "{", "}"
    return "[", "]"


def _parts(value: object) -> Iterator[tuple[str, object]]:
    match value:
        case Struct():
            for field in fields(value):
                part = getattr(value, field.name)
                if field.default is NODEFAULT or part != field.default:
                    yield f"{field.name}=", part
        case Mapping():
            for key, part in value.items():
                yield f"{key}: ", part
        case tuple() | list():
            for part in value:
                yield "", part
        case frozenset():
            for part in sorted(value):
                yield "", part

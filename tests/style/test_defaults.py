"""What a key is where a sheet does not write it: ``goldens/defaults.txt``, a line a key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from reportgen.style import Length, StyleSheet, grid_types, sheet_types, text_styles
from tests.goldens import Goldens

GOLDEN = Path(__file__).parent / "goldens" / "defaults.txt"


def kinds() -> list[type[Struct]]:
    """The types that sheets are made of."""
    found = (each for module in (sheet_types, text_styles, grid_types) for each in vars(module).values())
    return sorted(
        {each for each in found if isinstance(each, type) and issubclass(each, Struct) and each is not Struct},
        key=lambda each: each.__name__,
    )


def shown(value: object) -> str:
    """A default as a sheet would write it."""
    match value:
        case Length():
            return f"{value.value:g}{value.unit}"
        case None:
            return "none"
        case Struct():
            inside = ", ".join(f"{each.name} {shown(getattr(value, each.name))}" for each in fields(value))
            return f"{{{inside}}}"
        case _:
            return repr(value)


def default_of(field: FieldInfo) -> Iterator[str]:
    if field.default is not NODEFAULT:
        yield shown(field.default)
    elif field.default_factory is not NODEFAULT:
        yield shown(field.default_factory())


@pytest.mark.parametrize("kind", kinds(), ids=lambda each: each.__name__)
def test_only_what_a_sheet_must_write_has_no_default(kind: type[Struct]) -> None:
    assert all(field.required != bool(list(default_of(field))) for field in fields(kind))


def test_defaults(goldens: Goldens) -> None:
    assert StyleSheet in kinds()
    lines = [
        f"{kind.__name__}.{field.name}: {each}"
        for kind in kinds()
        for field in fields(kind)
        for each in default_of(field)
    ]
    goldens.check({GOLDEN: "\n".join(lines) + "\n"})
